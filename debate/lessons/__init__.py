"""Guided walks through a debate: what is shown in which order, and what is asked before it is."""
