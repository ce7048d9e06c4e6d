"""A drawn map: boxes, frames, lines and marks with their places, in the units of who asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple


class Size(NamedTuple):
    """How large a box is with all that stands in it."""

    width: float
    height: float


#: How large the box of a row is; of question n (as in ``Forest.questions``) it is row ``-1 - n``.
Measure = Callable[[int], Size]

Flow = Literal["down", "right"]
LineKind = Literal["bus", "step", "gate", "undercut"]
MarkKind = Literal["gate", "undercut"]


@dataclass(slots=True, frozen=True)
class Metrics:
    """How far apart things stand.

    ``gap`` is between boxes beside each other, ``inner`` between the premises of one reason,
    ``trees`` between trees that stand on shelves above each other. Along the tree, lines run on
    tracks: ``stub`` to the first, ``track`` from one to the next, ``stem`` from the last to the
    next box. A line begins ``out`` after a box and ends ``into`` a box (cells have a border to
    begin on, so there it is -1 and 0). ``whole`` keeps all places on whole units. A row of trees
    that would be broader than ``most`` goes on below.
    """

    gap: float
    inner: float
    trees: float
    stub: float
    track: float
    stem: float
    out: float = 0
    into: float = 0
    whole: bool = False
    most: float = float("inf")

    def middle(self, size: float) -> float:
        """How far from its beginning the middle of a box is, across the tree."""
        return (size - 1) // 2 if self.whole else size / 2


@dataclass(slots=True)
class Box:
    """A row's box. ``above`` is the number of the box it is under (-1: none), ``level`` how deep.

    ``place`` is its number among the boxes of its level, from the beginning of the map on.
    """

    row: int
    x: float
    y: float
    width: float
    height: float
    above: int
    level: int
    place: int = 0
    below: list[int] = field(default_factory=list)

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.y + self.height

    @property
    def center(self) -> tuple[float, float]:
        """Its middle."""
        return self.x + self.width / 2, self.y + self.height / 2


class Frame(NamedTuple):
    """What holds the premises of one reason together: a rectangle around boxes, by number."""

    boxes: tuple[int, ...]
    x: float
    y: float
    width: float
    height: float


class Line(NamedTuple):
    """A straight line, level or upright, from the lesser end to the greater.

    ``kind`` is "bus" where several meet, "step" from a reason up to there, "gate" on the way to a
    condition, "undercut" on the way to an undercut; ``row`` is the claim that it leads to, -1 for a
    bus.
    """

    kind: LineKind
    x: float
    y: float
    to_x: float
    to_y: float
    row: int = -1


class Mark(NamedTuple):
    """A sign on a line: where all reasons pass a condition, or where an undercut attacks a step."""

    kind: MarkKind
    x: float
    y: float
    row: int


@dataclass(slots=True)
class Drawing:
    """All of a map. ``index`` has the number of each row's box, ``levels`` the boxes by level."""

    flow: Flow
    boxes: list[Box] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    index: dict[int, int] = field(default_factory=dict)
    levels: list[list[int]] = field(default_factory=list)
    width: float = 0
    height: float = 0
