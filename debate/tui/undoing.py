"""One row of what the reader did, whatever it was done to, to go back and forward in."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

#: Nobody takes back more than this.
_MOST = 1000


class _Deed(NamedTuple):
    what: str
    back: Callable[[], object]
    again: Callable[[], object]


class Undoing:
    """Judgements, marks and notes in the order in which they were made."""

    def __init__(self) -> None:
        self._undo: list[_Deed] = []
        self._redo: list[_Deed] = []

    def did(self, back: Callable[[], object], again: Callable[[], object], what: str = "") -> None:
        """Something was done that ``back`` takes back; ``what`` is told where one may not see it.

        What was undone before cannot be redone any more.
        """
        self._undo = [*self._undo[-_MOST + 1 :], _Deed(what, back, again)]
        self._redo.clear()

    def undo(self) -> str | None:
        """Take back the last deed, and say what it was; None where there is none."""
        if not self._undo:
            return None
        deed = self._undo.pop()
        self._redo.append(deed)
        deed.back()
        return deed.what

    def redo(self) -> str | None:
        """Do again what was undone last, and say what it was; None where there is nothing."""
        if not self._redo:
            return None
        deed = self._redo.pop()
        self._undo.append(deed)
        deed.again()
        return deed.what
