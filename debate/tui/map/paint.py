"""Painting a window of a drawn map on cells: links behind, then lines, boxes, frames and marks."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len

from debate.layout.drawing import Box, Frame, Line
from debate.layout.index import Found
from debate.model import Debate, Role
from debate.tui.map.canvas import DOUBLE, HEAVY, LIGHT, Canvas, Look
from debate.tui.map.plan import Drawn
from debate.tui.map.texts import Piece


class _Pen(NamedTuple):
    """How the border of a role's box and the line to it are drawn, to be told without colour."""

    weight: int
    dashed: bool = False
    square: bool = False


_PENS: dict[Role, _Pen] = {
    Role.RECOMMENDATION: _Pen(LIGHT, square=True),
    Role.THESIS: _Pen(LIGHT, square=True),
    Role.BACKGROUND: _Pen(LIGHT, dashed=True, square=True),
    Role.CONDITION: _Pen(DOUBLE),
    Role.SUPPORT: _Pen(LIGHT),
    Role.CO_PREMISE: _Pen(LIGHT),
    Role.OBJECTION: _Pen(HEAVY),
    Role.UNDERCUT: _Pen(HEAVY, dashed=True),
}

_QUESTION = _Pen(LIGHT, dashed=True)


class Painter:
    """Paints one window: the cells of ``canvas`` are those of the map from ``x`` and ``y`` on."""

    def __init__(
        self, canvas: Canvas, drawn: Drawn, x: int, y: int, current: int, folded: set[int]
    ) -> None:
        self.canvas, self.x, self.y = canvas, x, y
        self.drawing, self.faces, self.tiles = drawn
        self.debate: Debate = self.faces.debate
        self.current, self.folded = current, folded
        self.is_glyphs = self.faces.zoom == "glyph"

    def all(self) -> None:
        """Everything in the window."""
        right, bottom = self.x + self.canvas.width, self.y + self.canvas.height
        found = self.tiles.within(self.x, self.y, right, bottom)
        self._connectors(found)
        framed = set() if self.is_glyphs else self._frames(found)
        boxes = [(number, self.drawing.boxes[number]) for number in found.boxes]
        if not self.is_glyphs:
            for number, box in boxes:
                self._box(box, number in framed)
        for number in found.lines:  # after the boxes, to join their borders
            self._line(self.drawing.lines[number])
        for number in found.frames if self.is_glyphs else ():
            self._joined_glyphs(self.drawing.frames[number])
        for _, box in boxes:
            if self.is_glyphs:
                self._glyph(box)
            else:
                self._words(box)
        self._marks(found)

    # ------------------------------------------------------------------ boxes

    def _at(self, box: Box | Frame) -> tuple[int, int, int, int]:
        return int(box.x) - self.x, int(box.y) - self.y, int(box.width), int(box.height)

    def _role(self, row: int) -> Role:
        """The role by which a box is drawn: a co-premise's is its reason's."""
        claims = self.debate.claims
        role = claims[row].role
        while role is Role.CO_PREMISE and claims[row].parent >= 0:
            row = claims[row].parent
            role = claims[row].role
        return role

    def _ground(self, row: int) -> Look:
        if row == self.current:
            return ("current",) if self.is_glyphs else ("here",)
        return (f"ground-{self._role(row).value}",) if row >= 0 else ()

    def _ink(self, row: int) -> Look:
        """The look of a box's border."""
        if row == self.current:
            return ("here", "here-border")
        return (*self._ground(row), self._role(row).value) if row >= 0 else ("muted",)

    def _pen(self, row: int) -> _Pen:
        return _PENS[self._role(row)] if row >= 0 else _QUESTION

    def _box(self, box: Box, framed: bool) -> None:
        x, y, width, height = self._at(box)
        ground = self._ground(box.row)
        if not framed:
            self.canvas.fill(x, y, width, height, ground)
            pen = self._pen(box.row)
            ink = self._ink(box.row)
            self.canvas.border(x, y, width, height, pen.weight, ink, pen.dashed, pen.square)
        elif box.row == self.current:
            self.canvas.fill(x + 1, y + 1, width - 2, height - 2, ground)
        face = self.faces.face(box.row)
        for line, pieces in enumerate(face.lines, 1):
            self._write(x + 2, y + line, pieces, ground)

    def _frames(self, found: Found) -> set[int]:
        """Draw what holds premises together; the numbers of the boxes it holds."""
        framed: set[int] = set()
        for number in found.frames:
            frame = self.drawing.frames[number]
            framed.update(frame.boxes)
            x, y, width, height = self._at(frame)
            row = self.drawing.boxes[frame.boxes[0]].row
            pen, role = self._pen(row), self._role(row).value
            look: Look = (f"ground-{role}", role)
            self.canvas.fill(x, y, width, height, look[:1])
            self.canvas.border(x, y, width, height, pen.weight, look, pen.dashed, pen.square)
            self._dividers(frame, look)
        return framed

    def _dividers(self, frame: Frame, look: Look) -> None:
        """Between two premises: a dotted line with an ampersand on it."""
        boxes = [self.drawing.boxes[number] for number in frame.boxes]
        for one, other in pairwise(boxes):
            if self.drawing.flow == "down":
                x = int(one.right + other.x - 1) // 2 - self.x
                top = int(one.y) - self.y
                for y in range(top + 1, top + int(one.height) - 1):
                    self.canvas.sign(x, y, "┊", look)
                self.canvas.text(x, top + int(one.height) // 2, "&", look)
            else:
                y = int(one.bottom) - self.y - 1
                left, width = int(one.x) - self.x, int(one.width)
                self.canvas.text(left + 1, y, "╌" * (width - 2), look)
                self.canvas.text(left + width // 2 - 1, y, " & ", look)

    def _joined_glyphs(self, frame: Frame) -> None:
        role = self._role(self.drawing.boxes[frame.boxes[0]].row).value
        x, y, width, height = self._at(frame)
        if self.drawing.flow == "down":
            self.canvas.text(x, y, "&" * width, (role,))
        else:
            for row in range(height):
                self.canvas.text(x + width // 2, y + row, "&", (role,))

    def _glyph(self, box: Box) -> None:
        x, y, _, _ = self._at(box)
        if box.row < 0:
            self.canvas.text(x, y, "  ?  ", ("heading",))
            return
        more = box.row in self.folded
        pieces = self.faces.glyph(box.row, more)
        if box.row == self.current:  # in one colour, to be found among hundreds
            pieces = [("".join(text for text, _ in pieces), "")]
        self._write(x, y, pieces, self._ground(box.row))

    def _write(self, x: int, y: int, pieces: list[Piece], ground: Look) -> int:
        for text, name in pieces:
            x += self.canvas.text(x, y, text, (*ground, name) if name else ground)
        return x

    # ------------------------------------------------------------------ words on borders

    def _words(self, box: Box) -> None:
        x, y, width, height = self._at(box)
        face, ground, bottom = self.faces.face(box.row), self._ground(box.row), y + height - 1
        self._write(x + 1, y, face.top_left, ground)
        self._write(x + width - 1 - _cells(face.top_right), y, face.top_right, ground)
        self._write(x + 1, bottom, face.bottom_left, ground)
        if box.row in self.folded:
            hidden = self.faces.forest.hidden(box.row)
            more = f" ▸ {hidden:,} more "
            if len(more) > width // 2 - 1:
                more = f" ▸ {hidden:,} "
            self.canvas.text(x + width - 1 - len(more), bottom, more, (*ground, "mark"))
        else:
            left = x + width - 1 - _cells(face.bottom_right)
            self._write(left, bottom, face.bottom_right, ground)

    # ------------------------------------------------------------------ lines

    def _line(self, line: Line) -> None:
        x, y = int(line.x) - self.x, int(line.y) - self.y
        to_x, to_y = int(line.to_x) - self.x, int(line.to_y) - self.y
        if line.kind == "bus":
            self.canvas.line(x, y, to_x, to_y, LIGHT, ("map-line",))
            return
        pen = self._pen(line.row)
        look = (self._role(line.row).value,)
        self.canvas.line(x, y, to_x, to_y, pen.weight, look, pen.dashed)

    def _marks(self, found: Found) -> None:
        """Where an undercut attacks a step, and where all reasons pass a condition."""
        for number in found.marks:
            mark = self.drawing.marks[number]
            sign = "◆" if mark.kind == "gate" else Role.UNDERCUT.glyph
            role = Role.CONDITION if mark.kind == "gate" else Role.UNDERCUT
            x, y = int(mark.x) - self.x, int(mark.y) - self.y
            self.canvas.sign(x, y, sign, (role.value, "strong"))

    def _connectors(self, found: Found) -> None:
        """What agrees or clashes across the map, behind all else."""
        done: set[tuple[int, int]] = set()
        for number in found.boxes:
            row = self.drawing.boxes[number].row
            if row < 0:
                continue
            links = self.debate.links(row)
            for sign, look, others in (
                ("=", "support", links.agrees),
                ("≠", "objection", links.clashes),
            ):
                for other in others:
                    pair = min(row, other), max(row, other)
                    if other in self.drawing.index and pair not in done:
                        done.add(pair)
                        self._connector(*pair, sign, look)

    def _connector(self, row: int, other: int, sign: str, name: str) -> None:
        """From the middle of one box level, then upright to the other; with its sign on it."""
        boxes, index = self.drawing.boxes, self.drawing.index
        (x, y), (to_x, to_y) = (
            (int(box.x + box.width // 2) - self.x, int(box.y + box.height // 2) - self.y)
            for box in (boxes[index[row]], boxes[index[other]])
        )
        strong = self.current in (row, other)
        look: Look = (name, "strong") if strong else (name,)
        level, upright = ("┈", "┊") if sign == "=" else ("┄", "┆")
        start, end = max(0, min(x, to_x)), min(self.canvas.width - 1, max(x, to_x))
        if not 0 <= y < self.canvas.height:
            end = -1
        for column in range(start, end + 1):
            self.canvas.sign(column, y, sign if (column + self.x) % 12 == 0 else level, look)
        start, end = max(0, min(y, to_y)), min(self.canvas.height - 1, max(y, to_y))
        if not 0 <= to_x < self.canvas.width:
            end = -1
        for line in range(start, end + 1):
            self.canvas.sign(to_x, line, sign if (line + self.y) % 6 == 0 else upright, look)


def _cells(pieces: list[Piece]) -> int:
    return sum(cell_len(text) for text, _ in pieces)
