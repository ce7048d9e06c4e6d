"""What the views share while a debate is open: where one is, where one was, what is remembered."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from debate.model import Debate
from debate.tui import home
from debate.tui.judging import Judging
from debate.tui.settings import Settings

if TYPE_CHECKING:
    from debate.model.alignment import Alignment

ViewName = Literal["overview", "walk", "compare"]

VIEWS: tuple[ViewName, ...] = ("overview", "walk", "compare")


class Stop(NamedTuple):
    """A place one has been at: a view, and the claim one was on."""

    view: ViewName
    row: int


class History:
    """Where one has jumped from and to, as a browser keeps it."""

    #: Nobody goes further back.
    MOST = 1000

    def __init__(self) -> None:
        self._stops: list[Stop] = []
        self._at = 0

    def jump(self, here: Stop, to: Stop) -> None:
        """Leave ``here`` for ``to``; what lay ahead is forgotten."""
        if here == to:
            return
        del self._stops[self._at :]
        self._stops += [here, to]
        self._stops = self._stops[-self.MOST :]
        self._at = len(self._stops) - 1

    def go(self, steps: int, here: Stop) -> Stop | None:
        """The stop so many steps forward (back: negative); None where there is none.

        One may have moved since one came: what one comes back to later is where one really left.
        """
        at = self._at + steps
        if not self._stops or not 0 <= at < len(self._stops):
            return None
        self._stops[self._at] = here
        self._at = at
        return self._stops[at]

    def follow(self, before: History, alignment: Alignment) -> None:
        """Go on with what was kept in an earlier version of the debate."""
        self._at = before._at
        self._stops = [
            stop._replace(row=alignment.near(stop.row)) if stop.row >= 0 else stop
            for stop in before._stops
        ]


@dataclass(slots=True)
class Session:
    """An open debate.

    ``row`` is the current claim, -1 where there is none; ``query`` the words of the last search,
    which the outline marks.
    """

    debate: Debate
    path: Path
    settings: Settings = field(default_factory=Settings)
    view: ViewName = "overview"
    row: int = -1
    query: tuple[str, ...] = ()
    history: History = field(default_factory=History)
    judging: Judging = field(init=False)
    _rows: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.row < 0 and self.debate.claims:
            self.row = 0
        self.judging = Judging(self.debate)

    @property
    def here(self) -> Stop:
        """Where one is."""
        return Stop(self.view, self.row)

    @property
    def side(self) -> int:
        """The position whose claim is current, -1 the background; 0 in an empty debate."""
        return self.debate.claims[self.row].position if self.row >= 0 else 0

    def move(self, row: int) -> None:
        """Be on another claim."""
        self.row = row
        self._rows[self.side] = row

    def row_of(self, side: int) -> int | None:
        """Where one was on a side, else its first claim; None where it has none."""
        rows = self.debate.side(side)
        return self._rows.get(side, rows.start) if rows else None

    def follow(self, before: Session, alignment: Alignment) -> None:
        """Go on where one was in an earlier version of the debate; judgements not included."""
        self.view, self.query = before.view, before.query
        self.history.follow(before.history, alignment)
        for row in (*before._rows.values(), before.row):
            if (near := alignment.near(row)) >= 0:
                self.move(near)

    # ------------------------------------------------------------------ from one day to the next

    @property
    def key(self) -> str:
        """What tells this debate from all others in the names of files."""
        place = str(self.path.resolve()).encode("utf-8", "surrogateescape")
        return hashlib.sha256(place).hexdigest()[:24]

    @property
    def _name(self) -> str:
        return f"place-{self.key}"

    def recall(self) -> None:
        """Go where one stopped the last time, as far as that is still there."""
        kept = home.recall(self._name)
        rows = kept.get("rows")
        for name in [*(rows if isinstance(rows, list) else []), kept.get("claim")]:
            if (row := self._found(name)) is not None:
                self.move(row)
        if (view := kept.get("view")) in VIEWS:
            self.view = view

    def keep(self) -> None:
        """Remember where one is; raises OSError where that cannot be written."""
        name = self.debate.name
        rows = [name(row) for row in self._rows.values()]
        claim = name(self.row) if self.row >= 0 else None
        home.keep(self._name, {"view": self.view, "claim": claim, "rows": rows})

    def _found(self, name: object) -> int | None:
        if not isinstance(name, str):
            return None
        try:
            return self.debate.find(name)
        except KeyError:
            return None
