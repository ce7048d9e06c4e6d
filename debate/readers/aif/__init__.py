"""AIF as JSON, in parts: what the file holds, and what becomes of it."""
