"""The built-in formats: one module each, with its :class:`debate.writers.Writer` as ``WRITER``."""
