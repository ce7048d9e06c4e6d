"""A folder of many debates: finding them, and an index to list and search them by."""
