"""Kialo's text export, in parts: the lines of a file, and the words of a claim."""
