"""Which map is looked at, and how: a side or all, a subtree alone, folds, zoom and flow."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from debate.layout.draw import draw
from debate.layout.drawing import Box, Drawing, Flow
from debate.layout.index import Index
from debate.layout.reasons import Folding, Forest, all_sides_map, side_map
from debate.model import Debate
from debate.tui.judging import Judging
from debate.tui.map.texts import ZOOMS, Faces, Zoom, metrics

if TYPE_CHECKING:
    from debate.model.alignment import Alignment

#: The map of all sides, where otherwise a side's number stands (-1 is the background).
ALL = -2

#: Cells of a tile of the index: a few boxes.
_TILE = (64, 16)


class Drawn(NamedTuple):
    """A map, drawn: where everything is, what the boxes say, and what is in a window of it."""

    drawing: Drawing
    faces: Faces
    tiles: Index


class Version(NamedTuple):
    """What tells one drawing of a debate from another: where it is the same, nothing is drawn."""

    which: int
    focus: int
    zoom: Zoom
    flow: Flow
    folds: int
    judged: frozenset[int] | None


class Plan:
    """The map of one debate; what one chose stays while the debate is open."""

    def __init__(self, debate: Debate, judging: Judging) -> None:
        self.debate, self.judging = debate, judging
        self.which = 0
        self.focus = -1
        self.zoom: Zoom = "full"
        self.flow: Flow = "down"
        self.minimap = True
        self._foldings: dict[tuple[int, int], Folding] = {}
        self._came_from: dict[int, int] = {}
        self._wrapped: dict[tuple[Zoom, Flow], dict[int, list[str]]] = {}

    # ------------------------------------------------------------------ which claims

    @property
    def sides(self) -> bool:
        """Whether all sides are shown."""
        return self.which == ALL

    def show(self, row: int) -> None:
        """Be on a map that has a claim, unfolding what hides it."""
        side = self.debate.claims[row].position
        if not self.sides:
            self.which = side
        if self.focus >= 0 and not self.focus <= row < self.debate.claims[self.focus].end:
            self.focus = -1
        self.folding.reveal(row)

    @property
    def folding(self) -> Folding:
        """The folds of what is shown: each side, all sides, and each subtree has its own."""
        key = self.which, self.focus
        if key not in self._foldings:
            self._foldings[key] = Folding(self._forest())
        return self._foldings[key]

    def _forest(self) -> Forest:
        if self.focus >= 0:
            return Forest(self.debate, [self.focus])
        if self.sides:
            return all_sides_map(self.debate, background=True)
        return side_map(self.debate, self.which)

    def follow(self, before: Plan, alignment: Alignment) -> None:
        """Look at the same map, in the same way, as in an earlier version of the debate."""
        sides = {ALL: ALL, **dict(alignment.sides())}
        self.zoom, self.flow, self.minimap = before.zoom, before.flow, before.minimap
        for (which, focus), folding in before._foldings.items():
            top = alignment.row(focus)
            if which in sides and (focus < 0 or top is not None):
                self.which, self.focus = sides[which], -1 if top is None else top
                self.folding.follow(folding, alignment)
        self.which = sides.get(before.which, ALL)
        top = alignment.row(before.focus)
        self.focus = -1 if top is None else top
        row = alignment.row
        self._came_from = {
            now: last
            for old, below in before._came_from.items()
            if (now := row(old)) is not None and (last := row(below)) is not None
        }

    # ------------------------------------------------------------------ how

    def resize(self, steps: int) -> bool:
        """Zoom in, or out (negative); whether that was possible."""
        at = ZOOMS.index(self.zoom) + steps
        if not 0 <= at < len(ZOOMS):
            return False
        self.zoom = ZOOMS[at]
        return True

    def turn(self) -> None:
        """Let the map flow to the right, or down again."""
        self.flow = "right" if self.flow == "down" else "down"

    def pencil(self) -> Callable[[], Drawn]:
        """What draws it as it is now, linear in the boxes that are not folded away.

        It touches no screen, and nothing that changes: it may run beside the screen.
        """
        judging = self.judging if self.judging.shown else None
        folding = self.folding
        wrapped = self._wrapped.setdefault((self.zoom, self.flow), {})
        faces = Faces(folding.forest, self.zoom, self.flow, judging, self.sides, wrapped)
        folded = frozenset(folding.folded)
        distances = metrics(self.zoom, self.flow)
        flow = self.flow
        self.debate.links(0)  # which makes the table of all links, once

        def drawn() -> Drawn:
            drawing = draw(folding.forest, folded, faces.size, distances, flow)
            return Drawn(drawing, faces, Index(drawing, *_TILE))

        return drawn

    @property
    def version(self) -> Version:
        """What would be drawn now."""
        judged = None
        if self.judging.shown:  # what is judged stands in a line of its own
            now = self.judging.judgements
            judged = frozenset([*now.accepted, *now.rejected, *now.credence, *now.weight])
        folds = self.folding.changes
        return Version(self.which, self.focus, self.zoom, self.flow, folds, judged)

    @property
    def count(self) -> int:
        """How many boxes that would be."""
        return sum(1 for _ in self.folding.visible())

    # ------------------------------------------------------------------ folding

    def fold(self, how: str, row: int) -> None:
        """Fold or unfold a row (``toggle``), ``all``, ``none``, or a level ``less`` or ``more``."""
        folding = self.folding
        match how:
            case "toggle":
                folding.toggle(row)
            case "all":
                folding.show_levels(0)
            case "none":
                folding.unfold_all()
            case "less":
                folding.fewer()
            case "more":
                folding.more()

    def shown_for(self, row: int) -> int:
        """The row itself, or what now hides it."""
        forest, folding = self.folding.forest, self.folding
        shown, above = row, row
        while (above := forest.above(above)) >= 0:
            if above in folding:
                shown = above
        return shown

    # ------------------------------------------------------------------ moving

    def step(self, drawing: Drawing, row: int, to: str) -> int | None:
        """The row one comes to from a row by an arrow key, as the map flows; None for none."""
        if (number := drawing.index.get(row)) is None:
            return None
        box = drawing.boxes[number]
        ways = {"down": ("up", "down", "left", "right"), "right": ("left", "right", "up", "down")}
        above, below, before, _ = ways[self.flow]
        if to == above:
            return self._above(drawing, box)
        if to == below:
            return self._below(drawing, box)
        beside = drawing.levels[box.level]
        place = box.place + (-1 if to == before else 1)
        found = drawing.boxes[beside[place]].row if 0 <= place < len(beside) else -1
        return found if found >= 0 else None

    def _above(self, drawing: Drawing, box: Box) -> int | None:
        if box.above < 0 or (row := drawing.boxes[box.above].row) < 0:
            return None
        self._came_from[row] = box.row
        return row

    def _below(self, drawing: Drawing, box: Box) -> int | None:
        """Where one came up from the last time, else the reason nearest under the box's middle."""
        if not box.below:
            return None
        rows = {drawing.boxes[number].row for number in box.below}
        forest = self.folding.forest
        reasons = [
            number for number in box.below if not forest.is_beside(drawing.boxes[number].row)
        ]
        if (last := self._came_from.get(box.row)) in rows:
            return last
        x, y = box.center

        def away(number: int) -> float:
            other = drawing.boxes[number].center
            return abs(other[0] - x) if self.flow == "down" else abs(other[1] - y)

        return drawing.boxes[min(reasons, key=away)].row
