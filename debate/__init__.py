"""Walk, compare and export policy debates: the library's face, loaded on demand (PEP 562)."""

from __future__ import annotations

__version__ = "0.1.0"
