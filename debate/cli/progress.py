"""How far the reading of a large debate has come, on stderr, for a person who waits."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

from debate.model.text import one_line

#: Seconds after which a wait is worth a word.
PATIENCE = 0.5


class Progress:
    """A context whose call ``(bytes done, bytes in all)`` shows a percentage, once it takes long.

    Silent unless stderr is a terminal; what it showed is wiped away at the end.
    """

    def __init__(self, what: str) -> None:
        self._what = one_line(what)
        self._shown = ""
        self._start = time.monotonic()
        self._heard = sys.stderr is not None and sys.stderr.isatty()

    def __call__(self, done: int, total: int) -> None:
        """Show the percentage, if it changed."""
        if not self._heard or time.monotonic() - self._start < PATIENCE:
            return
        share = f" {min(100, 100 * done // total)} %" if total else ""
        self._show(f"reading {self._what} …{share}")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._show("")

    def _show(self, text: str) -> None:
        if text == self._shown:
            return
        # Spaces, not an erase sequence: this works on a dumb terminal as well.
        rest = " " * (len(self._shown) - len(text))
        sys.stderr.write(f"\r{text}{rest}" + ("" if text else "\r"))
        sys.stderr.flush()
        self._shown = text
