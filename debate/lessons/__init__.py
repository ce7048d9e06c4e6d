"""What is taught with a debate: serves the terminal and the live room, and knows no screen."""
