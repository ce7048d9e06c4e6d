"""The argument map in the terminal: what boxes say, how a window of it is painted, its state."""
