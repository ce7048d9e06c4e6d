"""What the views share while a debate is open: where one is, where one was, what is remembered."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from debate.model import Debate
from debate.tui import home, judged, visits
from debate.tui.filtering import Filtering
from debate.tui.judging import Judging
from debate.tui.noting import Noting
from debate.tui.settings import Settings
from debate.tui.undoing import Undoing
from debate.tui.whereabouts import Whereabouts

if TYPE_CHECKING:
    from debate.model.alignment import Alignment
    from debate.reasoning.compare import Comparison
    from debate.tui.scanning import Texts

ViewName = Literal["overview", "walk", "map", "compare", "guide"]

#: The views that one comes back to the next day.
VIEWS: tuple[ViewName, ...] = ("overview", "walk", "map", "compare")

#: All views of an open debate.
MODES: tuple[ViewName, ...] = (*VIEWS, "guide")


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
    undoing: Undoing = field(default_factory=Undoing)
    judging: Judging = field(init=False)
    noting: Noting = field(init=False)
    filtering: Filtering = field(init=False)
    _rows: dict[int, int] = field(default_factory=dict)
    _comparison: Comparison | None = None
    _texts: Texts | None = None

    def __post_init__(self) -> None:
        if self.row < 0 and self.debate.claims:
            self.row = 0
        self.judging = Judging(self.debate, undoing=self.undoing)
        self.noting = Noting(self.debate, self.undoing)
        self.filtering = Filtering(self.debate, self.judging, self.noting)

    @property
    def comparison(self) -> Comparison:
        """The sides compared; worked out when it is first looked at, for all who want it."""
        if self._comparison is None:
            from debate.reasoning.compare import compare

            self._comparison = compare(self.debate)
        return self._comparison

    @property
    def texts(self) -> Texts:
        """The texts of all claims, to be searched."""
        if self._texts is None:
            from debate.tui.scanning import Texts

            self._texts = Texts(self.debate)
        return self._texts

    @property
    def here(self) -> Stop:
        """Where one is."""
        return Stop(self.view, self.row)

    @property
    def side(self) -> int:
        """The position whose claim is current, -1 the background; 0 in an empty debate."""
        return self.debate.claims[self.row].position if self.row >= 0 else 0

    @property
    def rows(self) -> range:
        """The rows of the side one is on; none in an empty debate."""
        return self.debate.side(self.side) if self.row >= 0 else range(0)

    def move(self, row: int) -> None:
        """Be on another claim."""
        self.row = row
        self._rows[self.side] = row

    def row_of(self, side: int) -> int | None:
        """Where one was on a side, else its first claim; None where it has none.

        Under a filter, the match that is next to there.
        """
        rows = self.debate.side(side)
        return self.filtering.near(self._rows.get(side, rows.start)) if rows else None

    def follow(self, before: Session, alignment: Alignment) -> None:
        """Go on where one was in an earlier version of the debate; judgements not included."""
        self.view, self.query = before.view, before.query
        self.history.follow(before.history, alignment)
        where = Whereabouts(alignment, before.undoing.gone)
        self.undoing.follow(before.undoing, judged.moved(where), where.now)
        for row in (*before._rows.values(), before.row):
            if (near := alignment.near(row)) >= 0:
                self.move(near)

    # ------------------------------------------------------------------ from one day to the next

    @property
    def key(self) -> str:
        """What tells this debate from all others in the names of files."""
        return home.key(self.path)

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
        place = {"view": self.view, "claim": claim, "rows": rows}
        what = {"paths": visits.names(self.path), **visits.facts(self.debate)}
        home.keep(self._name, {**what, "visited": int(time.time()), **place})

    def _found(self, name: object) -> int | None:
        if not isinstance(name, str):
            return None
        try:
            return self.debate.find(name)
        except KeyError:
            return None
