"""Foreign formats, one file each: what others wrote, read into our own model and graph."""
