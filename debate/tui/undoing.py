"""One row of what the reader did, whatever it was done to, to go back and forward in.

A deed is data: what was there before, and after, by kind and claim. So it is moved along when the
files change and the claims stand elsewhere, and what others did meanwhile is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from debate.tui.whereabouts import Gone, Place

#: Nobody takes back more than this.
_MOST = 1000


class Spot(NamedTuple):
    """What can be changed: something of a kind (a keeper knows it) about one claim."""

    kind: str
    place: Place


#: What was there before and after, by spot.
Changes = Mapping[Spot, tuple[Any, Any]]

#: Puts values where they belong, and says whether that changed anything.
Put = Callable[[Mapping[Spot, Any]], bool]


class _Deed(NamedTuple):
    changes: Changes
    what: str
    about: Place | None


class Undoing:
    """Judgements, marks and notes in the order in which they were made."""

    def __init__(self) -> None:
        self.label: Callable[[int], str] = str
        self._undo: list[_Deed] = []
        self._redo: list[_Deed] = []
        self._keepers: dict[str, Put] = {}

    def keep(self, kinds: Iterable[str], put: Put) -> None:
        """Have everything of some kinds put where it belongs by ``put``."""
        self._keepers |= dict.fromkeys(kinds, put)

    def did(self, changes: Changes, what: str = "", about: Place | None = None) -> None:
        """Something was changed; what was undone before cannot be redone any more.

        ``what``, with the label of the claim that it is ``about``, is told where one may not see
        what is undone.
        """
        self._undo = [*self._undo[-_MOST + 1 :], _Deed(changes, what, about)]
        self._redo.clear()

    def undo(self) -> str | None:
        """Take back the last deed, and say what it was; None where there is none."""
        return self._go(self._undo, self._redo, 0)

    def redo(self) -> str | None:
        """Do again what was undone last, and say what it was; None where there is nothing."""
        return self._go(self._redo, self._undo, 1)

    def _go(self, source: list[_Deed], other: list[_Deed], which: int) -> str | None:
        """Go over one deed; those that change nothing now, for their claims are gone, count not."""
        while source:
            deed = source.pop()
            other.append(deed)
            if self._put({spot: both[which] for spot, both in deed.changes.items()}):
                return self._told(deed)
        return None

    def _put(self, values: Mapping[Spot, Any]) -> bool:
        changed = False
        for put in dict.fromkeys(self._keepers[spot.kind] for spot in values):
            its = {spot: v for spot, v in values.items() if self._keepers[spot.kind] == put}
            changed |= put(its)
        return changed

    def _told(self, deed: _Deed) -> str:
        if deed.about is None:
            return deed.what
        where = deed.about.name if isinstance(deed.about, Gone) else self.label(deed.about)
        return f"{deed.what} {where}"

    # ------------------------------------------------------------------ another version

    @property
    def gone(self) -> set[Gone]:
        """The claims that something was done to and that are gone."""
        places = {spot.place for deed in self._undo + self._redo for spot in deed.changes}
        return {place for place in places if isinstance(place, Gone)}

    def follow(
        self, before: Undoing, spot: Callable[[Spot], Spot], place: Callable[[Place], Place]
    ) -> None:
        """Go on with what was done in an earlier version; each spot and place is now elsewhere."""

        def moved(deed: _Deed) -> _Deed:
            about = None if deed.about is None else place(deed.about)
            changes = {spot(at): both for at, both in deed.changes.items()}
            return deed._replace(changes=changes, about=about)

        self._undo = [moved(deed) for deed in before._undo]
        self._redo = [moved(deed) for deed in before._redo]
