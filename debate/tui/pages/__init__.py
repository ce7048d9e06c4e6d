"""What the overview and the comparison say, laid out for a width; no widget and no screen."""
