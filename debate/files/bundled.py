"""Where the debate that ships with the program lies."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def bundled() -> Path:
    """The folder of the Kerch Strait debate: inside the installed package, or in the checkout."""
    installed = _PACKAGE / "_arguments"
    folder = installed if installed.is_dir() else _PACKAGE.parent / "arguments"
    return folder / "kerch-strait"
