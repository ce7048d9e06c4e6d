"""The foreign formats: each module is one, and offers ``READER``."""
