"""The title of the terminal's window: the debate's, and what it was before when the app is left."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from textual.app import App

from debate.tui.session import Session

#: Longer titles are cut: they would only push others out of a bar.
_MOST = 80

#: What must not stand in a title: whatever a terminal obeys (ECMA-48), or that turns a line round.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")

#: xterm's stack of titles; terminals without one leave the sequences alone.
_PUSH, _POP = "\x1b[22;0t", "\x1b[23;0t"


def title_sequence(title: str) -> str:
    """What makes a text the window's title: OSC 0, ended by ST, for BEL might ring."""
    plain = _UNSAFE.sub(" ", title).strip()
    plain = plain if len(plain) <= _MOST else plain[: _MOST - 1].rstrip() + "…"
    return f"\x1b]0;{plain}\x1b\\"


class Titling(App[None]):
    """An app that says in the window's title which debate it shows; and that never rings."""

    session: Session | None = None
    _titled = False

    def bell(self) -> None:
        """Stay silent: a class is listening."""

    def show_title(self) -> None:
        """Name the debate in the title; what stood there before is kept for the end."""
        if self._write is None:
            return
        if not self._titled:
            self._titled = True
            self._write(_PUSH)
        title = self.session.debate.title if self.session else ""
        self._write(title_sequence(f"{title} – debate" if title else "debate"))

    def restore_title(self) -> None:
        """Give the title back; where the terminal keeps none, leave none of ours."""
        if self._titled and self._write is not None:
            self._titled = False
            self._write(title_sequence("") + _POP)

    @contextmanager
    def terminal_lent(self) -> Iterator[None]:
        """Another program has the terminal meanwhile; raises SuspendNotSupported."""
        self.restore_title()
        try:
            with self.suspend():
                yield
        finally:
            self.show_title()

    @property
    def _write(self) -> Callable[[str], None] | None:
        """What writes to the terminal; None where there is none whose title could be set."""
        driver = self._driver
        return None if driver is None or self.is_headless or self.is_web else driver.write
