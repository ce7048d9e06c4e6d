"""Whether a file's structure is still what we wrote, whatever order it comes in."""

from __future__ import annotations

from zlib import crc32


def counted(check: int, *names: str) -> int:
    """The sum ``check`` with one more thing in it, told by its names."""
    found = crc32("\0".join(names).encode("utf-8", "replace"))
    return (check + found) & 0xFFFFFFFF
