"""What is taught with a debate: guided walks, a class by show of hands; it knows no screen."""
