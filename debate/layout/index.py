"""What of a drawing lies in a window: asked for each frame, and answered from a grid of tiles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from debate.layout.drawing import Drawing


@dataclass(slots=True)
class _Tile:
    """Numbers of what touches a tile."""

    boxes: list[int] = field(default_factory=list)
    frames: list[int] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Found:
    """Numbers of what touches a window, each once, in the order of the drawing."""

    boxes: list[int]
    frames: list[int]
    lines: list[int]
    marks: list[int]


class Index:
    """A drawing by tiles of ``width`` times ``height``; made in time linear in what it holds."""

    def __init__(self, drawing: Drawing, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._boxes = drawing.boxes
        self._tiles: dict[tuple[int, int], _Tile] = {}
        for number, box in enumerate(drawing.boxes):
            for tile in self._touched(box.x, box.y, box.right, box.bottom):
                tile.boxes.append(number)
        for number, frame in enumerate(drawing.frames):
            right, bottom = frame.x + frame.width, frame.y + frame.height
            for tile in self._touched(frame.x, frame.y, right, bottom):
                tile.frames.append(number)
        for number, line in enumerate(drawing.lines):
            for tile in self._touched(line.x, line.y, line.to_x, line.to_y):
                tile.lines.append(number)
        for number, mark in enumerate(drawing.marks):
            for tile in self._touched(mark.x, mark.y, mark.x, mark.y):
                tile.marks.append(number)

    def _places(self, x: float, y: float, to_x: float, to_y: float) -> Iterator[tuple[int, int]]:
        for row in range(int(y // self.height), int(to_y // self.height) + 1):
            for column in range(int(x // self.width), int(to_x // self.width) + 1):
                yield column, row

    def _touched(self, x: float, y: float, to_x: float, to_y: float) -> Iterator[_Tile]:
        for place in self._places(x, y, to_x, to_y):
            if (tile := self._tiles.get(place)) is None:
                tile = self._tiles[place] = _Tile()
            yield tile

    def within(self, x: float, y: float, to_x: float, to_y: float) -> Found:
        """What may touch a window: all that does, and perhaps a little around it."""
        places = self._places(x, y, to_x, to_y)
        tiles = [tile for place in places if (tile := self._tiles.get(place))]
        return Found(
            boxes=sorted({number for tile in tiles for number in tile.boxes}),
            frames=sorted({number for tile in tiles for number in tile.frames}),
            lines=sorted({number for tile in tiles for number in tile.lines}),
            marks=sorted({number for tile in tiles for number in tile.marks}),
        )

    def covers(self, x: float, y: float, around: float) -> bool:
        """Whether a box covers any of what is around a point."""
        boxes = self._boxes
        found = self.within(x - around, y - around, x + around, y + around).boxes
        return any(
            boxes[number].x - around < x < boxes[number].right + around
            and boxes[number].y - around < y < boxes[number].bottom + around
            for number in found
        )
