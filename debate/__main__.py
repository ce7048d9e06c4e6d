"""``python -m debate``: the same as the command ``debate``."""

from __future__ import annotations

import sys

from debate.cli import main

if __name__ == "__main__":
    sys.exit(main())
