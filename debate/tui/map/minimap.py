"""The whole map in a corner: boxes as dots of braille, the window and the current box on them."""

from __future__ import annotations

from debate.layout.drawing import Drawing
from debate.tui.map.canvas import Canvas

#: Cells at most.
WIDTH, HEIGHT = 26, 8

#: Dots of a cell, across and down, and their bits in the block of braille patterns.
_ACROSS, _DOWN = 2, 4
_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_BRAILLE = 0x2800


class Minimap:
    """A drawing scaled down once; drawn on as many canvases as there are frames."""

    def __init__(self, drawing: Drawing, window: tuple[int, int]) -> None:
        """A drawing in a corner of a window of so many cells."""
        self.drawing = drawing
        most_wide, most_high = min(WIDTH, window[0] // 4), min(HEIGHT, window[1] // 4)
        # A cell is about twice as high as wide, and has twice as many dots down: dots are square.
        across = max(drawing.width / (most_wide * _ACROSS), 1e-9)
        down = max(drawing.height / (most_high * _DOWN), 1e-9)
        scale = max(across, down * 2)
        self.scale_x, self.scale_y = max(across, scale / 4), max(down, scale / 8)
        self.width = min(most_wide, max(1, int(drawing.width / self.scale_x / _ACROSS + 0.999)))
        self.height = min(most_high, max(1, int(drawing.height / self.scale_y / _DOWN + 0.999)))
        self._cells = [[0] * self.width for _ in range(self.height)]
        for box in drawing.boxes:
            self._dots(box.x, box.y, box.right, box.bottom)

    def _dots(self, x: float, y: float, to_x: float, to_y: float) -> None:
        last_x, last_y = self.width * _ACROSS - 1, self.height * _DOWN - 1
        left, top = int(x / self.scale_x), int(y / self.scale_y)
        right = max(left, min(int(to_x / self.scale_x) - 1, last_x))
        bottom = max(top, min(int(to_y / self.scale_y) - 1, last_y))
        for row in range(min(top, last_y), bottom + 1):
            for column in range(min(left, last_x), right + 1):
                bit = _BITS[row % _DOWN][column % _ACROSS]
                self._cells[row // _DOWN][column // _ACROSS] |= bit

    def place_in(self, size: tuple[int, int], hidden: tuple[int, int]) -> tuple[int, int]:
        """Where it stands in a window, its border not counted: at the lower right.

        Where it would hide a box whose lower right corner is ``hidden``, at the lower left.
        """
        left, top = size[0] - self.width - 2, size[1] - self.height - 1
        return (2 if hidden[0] >= left - 1 and hidden[1] >= top - 1 else left), top

    def fits(self, size: tuple[int, int]) -> bool:
        """Whether there is room for it and for a map as well."""
        return size[0] > 2 * self.width + 8 and size[1] > self.height + 6

    def paint(self, canvas: Canvas, place: tuple[int, int], x: int, y: int, current: int) -> None:
        """Draw it at a place on a canvas that shows the map from ``x`` and ``y`` on."""
        left, top = place
        canvas.fill(left - 1, top - 1, self.width + 2, self.height + 2, ("map-mini",))
        canvas.border(left - 1, top - 1, self.width + 2, self.height + 2, 1, ("map-mini", "rule"))
        for row, cells in enumerate(self._cells):
            text = "".join(chr(_BRAILLE + bits) if bits else " " for bits in cells)
            canvas.text(left, top + row, text, ("map-mini", "muted"))
        column, line = self._cell(x, y)
        end_column, end_line = self._cell(x + canvas.width - 1, y + canvas.height - 1)
        column, line = max(0, column), max(0, line)
        end_column, end_line = min(self.width - 1, end_column), min(self.height - 1, end_line)
        width, height = end_column - column + 1, end_line - line + 1
        canvas.dim(left + column, top + line, width, height, ("map-window",))
        if (number := self.drawing.index.get(current)) is not None:
            column, line = self._cell(*self.drawing.boxes[number].center)
            column, line = min(column, self.width - 1), min(line, self.height - 1)
            canvas.text(left + column, top + line, "●", ("map-mini", "map-window", "mark"))

    def _cell(self, x: float, y: float) -> tuple[int, int]:
        return int(x / self.scale_x // _ACROSS), int(y / self.scale_y // _DOWN)

    def there(self, column: int, line: int) -> tuple[float, float]:
        """What of the map stands at a cell of the minimap."""
        return (column + 0.5) * self.scale_x * _ACROSS, (line + 0.5) * self.scale_y * _DOWN
