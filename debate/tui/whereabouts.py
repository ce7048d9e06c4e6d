"""Where a claim is after the files have changed: its row now, or what is known of it while gone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from debate.model import Debate
from debate.model.text import one_line

if TYPE_CHECKING:
    from debate.model.alignment import Alignment


class Gone(NamedTuple):
    """A claim that is no longer in the files: what it was called, and what it said."""

    name: str
    text: str


#: A claim's row, or what it was while there is none.
Place = int | Gone


class Rows:
    """Where the claims with some names and texts stand now."""

    def __init__(self, debate: Debate, texts: set[str]) -> None:
        """``texts`` are all those that will be asked for: the debate is looked through once."""
        self._debate = debate
        self._rows: dict[tuple[str, str], int] = {}
        for row, claim in enumerate(debate.claims) if texts else ():
            if claim.target < 0 and claim.text in texts:
                self._rows.setdefault((debate.position_name(row), claim.text), row)

    def find(self, name: str, text: str) -> int | None:
        """The row of a claim by its id, or by its text on the same side."""
        if ":" not in name:
            try:
                return self._debate.find(name)
            except KeyError:
                pass
        side = name.partition("." if ":" not in name else ":")[0]
        return self._rows.get((side, text)) if text else None


class Whereabouts:
    """From the places in one version of a debate to those in a later one."""

    def __init__(self, alignment: Alignment, gone: Iterable[Gone] = ()) -> None:
        """``gone`` are claims that were gone before: they may have returned."""
        self.alignment = alignment
        self._rows = Rows(alignment.new, {one.text for one in gone})

    def now(self, place: Place) -> Place:
        """Where a claim is now."""
        old = self.alignment.old
        if isinstance(place, Gone):
            found = self._rows.find(place.name, place.text)
            return place if found is None else found
        found = self.alignment.row(place)
        return Gone(old.name(place), one_line(old.text(place))) if found is None else found
