"""A window of cells to draw on: lines that join where they meet, and text in cells.

Lines are kept as what radiates from each cell's middle (top, right, bottom, left; 0 none, 1 light,
2 heavy, 3 double), so that lines drawn over each other become the right corners and crossings.
"""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import split_graphemes
from rich.segment import Segment
from rich.style import Style
from textual._box_drawing import BOX_CHARACTERS, Quad
from textual.strip import Strip

#: Names of looks that lie over each other, the last on top.
Look = tuple[str, ...]

LIGHT, HEAVY, DOUBLE = 1, 2, 3

_ROUND = {(0, 1, 1, 0): "╭", (0, 0, 1, 1): "╮", (1, 1, 0, 0): "╰", (1, 0, 0, 1): "╯"}
_DASHED = {
    (0, 1, 0, 1): "╌",
    (1, 0, 1, 0): "╎",
    (0, 2, 0, 2): "╍",
    (2, 0, 2, 0): "╏",
}


class Canvas:
    """``width`` times ``height`` cells, of which only what lies within is ever drawn."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._chars = [" "] * (width * height)
        self._looks: list[Look] = [()] * (width * height)
        self._quads: dict[int, Quad] = {}
        self._dashed: set[int] = set()
        self._square: set[int] = set()

    # ------------------------------------------------------------------ areas and lines

    def fill(self, x: int, y: int, width: int, height: int, look: Look) -> None:
        """Blank an area, with a ground."""
        left, right = max(0, x), min(self.width, x + width)
        if left >= right:
            return
        for row in range(max(0, y), min(self.height, y + height)):
            at = row * self.width
            self._chars[at + left : at + right] = [" "] * (right - left)
            self._looks[at + left : at + right] = [look] * (right - left)
            if self._quads:
                for cell in range(at + left, at + right):
                    self._quads.pop(cell, None)

    def dim(self, x: int, y: int, width: int, height: int, look: Look) -> None:
        """Lay a look over what an area shows already."""
        for row in range(max(0, y), min(self.height, y + height)):
            at = row * self.width
            for cell in range(at + max(0, x), at + min(self.width, x + width)):
                self._looks[cell] = self._looks[cell] + look

    def line(
        self,
        x: int,
        y: int,
        to_x: int,
        to_y: int,
        weight: int,
        look: Look | None,
        dashed: bool = False,
    ) -> None:
        """A level or upright line between two cells, joined to what is there.

        ``look`` None leaves the look of cells where a line is already.
        """
        if y == to_y:
            if not 0 <= y < self.height:
                return
            for column in range(max(0, x), min(self.width - 1, to_x) + 1):
                quad = (0, weight if column < to_x else 0, 0, weight if column > x else 0)
                self._join(y * self.width + column, quad, look, dashed)
        elif 0 <= x < self.width:
            for row in range(max(0, y), min(self.height - 1, to_y) + 1):
                quad = (weight if row > y else 0, 0, weight if row < to_y else 0, 0)
                self._join(row * self.width + x, quad, look, dashed)

    def _join(self, cell: int, quad: Quad, look: Look | None, dashed: bool) -> None:
        there = self._quads.get(cell)
        if there is None:
            self._quads[cell] = quad
            self._looks[cell] = look or ()
            if dashed:
                self._dashed.add(cell)
            else:
                self._dashed.discard(cell)
            return
        top, right, bottom, left = quad
        self._quads[cell] = (
            top or there[0],
            right or there[1],
            bottom or there[2],
            left or there[3],
        )

    def border(
        self,
        x: int,
        y: int,
        width: int,
        height: int,
        weight: int,
        look: Look,
        dashed: bool = False,
        square: bool = False,
    ) -> None:
        """A rectangle's border, over whatever was there."""
        right, bottom = x + width - 1, y + height - 1
        for row in (y, bottom):
            if 0 <= row < self.height:
                for column in range(max(0, x), min(self.width - 1, right) + 1):
                    self._quads.pop(row * self.width + column, None)
        self.line(x, y, right, y, weight, look, dashed)
        self.line(x, bottom, right, bottom, weight, look, dashed)
        self.line(x, y, x, bottom, weight, look, dashed)
        self.line(right, y, right, bottom, weight, look, dashed)
        if square:
            for column in (x, right):
                for row in (y, bottom):
                    if 0 <= column < self.width and 0 <= row < self.height:
                        self._square.add(row * self.width + column)

    # ------------------------------------------------------------------ text

    def text(self, x: int, y: int, text: str, look: Look) -> int:
        """Text from a cell on, as far as it lies within; how many cells it takes."""
        inside = 0 <= y < self.height
        at = y * self.width
        if text.isascii():
            if inside:
                for column, char in enumerate(text, x):
                    if 0 <= column < self.width:
                        self._put(at + column, char, look)
            return len(text)
        spans, total = split_graphemes(text)
        column = x
        for start, end, cells in spans:
            if inside and cells and column >= 0 and column + cells <= self.width:
                self._put(at + column, text[start:end], look)
                if cells == 2:
                    self._put(at + column + 1, "", look)
            column += cells
        return total

    def sign(self, x: int, y: int, char: str, look: Look) -> None:
        """One character of one cell: for what is drawn by the hundred."""
        if 0 <= x < self.width and 0 <= y < self.height:
            self._put(y * self.width + x, char, look)

    def _put(self, cell: int, char: str, look: Look) -> None:
        if cell in self._quads:
            del self._quads[cell]
        self._chars[cell] = char
        self._looks[cell] = look

    # ------------------------------------------------------------------ what comes of it

    def finish(self) -> None:
        """Turn lines into characters: nothing is drawn any more."""
        for cell, quad in self._quads.items():
            self._chars[cell] = self._drawn(cell, quad)

    def is_same(self, row: int, other: Canvas) -> bool:
        """Whether a row shows what it shows on another finished canvas of the same width."""
        cells = slice(row * self.width, (row + 1) * self.width)
        same_text = self._chars[cells] == other._chars[cells]
        return same_text and self._looks[cells] == other._looks[cells]

    def _drawn(self, cell: int, quad: Quad) -> str:
        if cell in self._dashed and (dash := _DASHED.get(quad)):
            return dash
        if cell not in self._square and (corner := _ROUND.get(quad)):
            return corner
        return BOX_CHARACTERS[quad]

    def strip(self, row: int, resolve: Callable[[Look], Style]) -> Strip:
        """A row as a line, neighbours of one look in one segment."""
        start, end = row * self.width, (row + 1) * self.width
        chars, looks = self._chars, self._looks
        segments: list[Segment] = []
        while start < end:
            look, stop = looks[start], start + 1
            while stop < end and looks[stop] == look:
                stop += 1
            segments.append(Segment("".join(chars[start:stop]), resolve(look)))
            start = stop
        return Strip(segments, self.width)
