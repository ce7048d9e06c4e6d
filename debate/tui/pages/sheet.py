"""A page of text laid out for a width: lines, and the places on them one can go to.

A screen full of small widgets costs a style and a layout each; a sheet is only lines, so that an
overview of thirty experts paints as fast as one of three. Texts go in as :class:`Content`, never as
markup; a span's style is a name ("muted", "heading") that the page knows the colours of.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from textual.content import Content
from textual.geometry import Region

Direction = Literal["up", "down", "left", "right"]

#: A text gets at least this many cells a line, however little room there is.
_NARROWEST = 4

#: Characters that are kept of a text of which only a part is shown.
_TIP = 400

#: How many rows down a step to the side is worth, when the nearest place is looked for.
_SIDEWAYS = 4

#: The space in "Fried 1.2" or "p. 4", and what stands for it while lines are broken: a character
#: that no text has, one cell wide, at which nothing breaks.
_BEFORE_NUMBER = re.compile(r"(?<=[^\W\d_]|[.¶§]) (?=\d)")
_TIE = "\ufdd0"


@dataclass(slots=True, frozen=True)
class Spot:
    """A place one can go to: where it stands on the sheet (in cells), and what it leads to."""

    region: Region
    target: Hashable


@dataclass(slots=True, frozen=True)
class Column:
    """A part of a sheet beside another one (in cells), and its lines that go on with a text."""

    region: Region
    wrapped: frozenset[int]


class Sheet:
    """Lines of at most ``width`` cells, written from the top, and the spots on them."""

    def __init__(self, width: int) -> None:
        self.width = max(width, 1)
        self.lines: list[Content] = []
        self.spots: list[Spot] = []
        #: Lines that go on with the text of the line above: a copy makes one line of them.
        self.wrapped: set[int] = set()
        #: What stands side by side: whoever selects in a column means that column.
        self.columns: list[Column] = []
        #: What stands somewhere in short, in full.
        self.tips: list[tuple[Region, str]] = []

    def write(
        self,
        content: Content,
        *,
        lead: Content | str = "",
        most: int | None = None,
        target: Hashable | None = None,
    ) -> None:
        """Write a text, wrapped, after ``lead``, under which its further lines are indented.

        ``most`` is how many lines it may take; an ellipsis tells that there is more.
        """
        lead = Content(lead) if isinstance(lead, str) else lead
        indent = lead.cell_length
        width = max(self.width - indent, _NARROWEST)
        seen = len(content)
        if most is not None:
            seen = 2 * most * width  # nobody waits for a wrap that nobody sees
        lines = _wrapped(content[:seen], width)
        shortened = most is not None and (len(lines) > most or seen < len(content))
        if most is not None and shortened:
            cut = lines[most - 1].rstrip() + Content("…")
            lines[most - 1 :] = [cut.truncate(width, ellipsis=True)]
        top = len(self.lines)
        self.wrapped.update(range(top + 1, top + len(lines)))
        space = Content(" " * indent)
        self.lines.extend((space if number else lead) + line for number, line in enumerate(lines))
        if shortened:
            self.tips.append((Region(0, top, self.width, len(lines)), content[:_TIP].plain))
        if target is not None:
            self.mark(target, top)

    def mark(self, target: Hashable, top: int) -> None:
        """Make everything from line ``top`` on one spot."""
        self.spots.append(Spot(Region(0, top, self.width, len(self.lines) - top), target))

    def line(self, content: Content, *, target: Hashable | None = None, whole: str = "") -> None:
        """Write one line, cut with an ellipsis where it is too long.

        ``whole`` is what the line says in short, where it was cut already.
        """
        region = Region(0, len(self.lines), self.width, 1)
        if target is not None:
            self.spots.append(Spot(region, target))
        if not whole and content.cell_length > self.width:
            whole = content[:_TIP].plain
        if whole:
            self.tips.append((region, whole))
        self.lines.append(content.truncate(self.width, ellipsis=True))

    def blank(self, lines: int = 1) -> None:
        """Leave lines empty."""
        self.lines.extend([Content.empty()] * lines)

    def below(self, sheet: Sheet, *, indent: int = 0) -> None:
        """Put another sheet under what is written, ``indent`` cells in."""
        top = len(self.lines)
        space = Content(" " * indent)
        self.lines.extend(space + line if indent else line for line in sheet.lines)
        self.wrapped.update(top + line for line in sheet.wrapped)
        self.spots.extend(
            Spot(spot.region.translate((indent, top)), spot.target) for spot in sheet.spots
        )
        self._take(sheet, indent, top)

    def beside(self, sheets: Sequence[Sheet], *, gap: int = 2, trim: bool = True) -> None:
        """Put sheets side by side under what is written, ``gap`` cells between them.

        ``trim`` drops blanks at the end of lines, and with them the ground that they stand on.

        Their spots are kept in reading order: row by row, and from left to right.
        """
        top, left = len(self.lines), 0
        height = max((len(sheet.lines) for sheet in sheets), default=0)
        rows: list[list[Content]] = [[] for _ in range(height)]
        spots: list[Spot] = []
        for sheet in sheets:
            for number, row in enumerate(rows):
                line = sheet.lines[number] if number < len(sheet.lines) else Content.empty()
                row.append(line.pad_right(max(0, sheet.width + gap - line.cell_length)))
            spots.extend(Spot(s.region.translate((left, top)), s.target) for s in sheet.spots)
            wrapped = frozenset(top + line for line in sheet.wrapped)
            region = Region(left, top, sheet.width, len(sheet.lines))
            self.columns.append(Column(region, wrapped))
            self._take(sheet, left, top)
            left += sheet.width + gap
        lines = [Content("").join(row) for row in rows]
        self.lines.extend(line.rstrip() if trim else line for line in lines)
        self.spots.extend(sorted(spots, key=lambda spot: (spot.region.y, spot.region.x)))

    def _take(self, sheet: Sheet, left: int, top: int) -> None:
        """Have the columns and the tips of another sheet, which stands there now."""
        self.columns.extend(
            Column(each.region.translate((left, top)), frozenset(y + top for y in each.wrapped))
            for each in sheet.columns
        )
        self.tips.extend((region.translate((left, top)), text) for region, text in sheet.tips)

    def column_at(self, x: int, y: int) -> Column | None:
        """The column that a cell is in, the innermost of several; None beside all of them."""
        found = [each for each in self.columns if each.region.contains(x, y)]
        return min(found, key=lambda each: each.region.area, default=None)

    def tip(self, x: int, y: int) -> str:
        """What stands at a cell in short, in full; "" where nothing is shortened."""
        return next((text for region, text in self.tips if region.contains(x, y)), "")


def _wrapped(content: Content, width: int) -> list[Content]:
    """Lines of at most ``width`` cells, none of which begins with a number and leaves its word."""
    tied = _BEFORE_NUMBER.sub(_TIE, content.plain)
    if tied == content.plain:
        return content.wrap(width)
    lines = Content(tied, list(content.spans)).wrap(width)
    return [Content(line.plain.replace(_TIE, " "), list(line.spans)) for line in lines]


def columns(width: int, count: int, *, least: int, gap: int = 2, most: int = 60) -> tuple[int, int]:
    """How many of ``count`` things of at least ``least`` cells fit side by side, and how wide each.

    They are spread evenly over as few rows of columns as hold them all, none wider than ``most``.
    """
    fitting = max(1, min(count, (width + gap) // (least + gap)))
    rows = -(-max(count, 1) // fitting)
    fitting = max(1, -(-count // rows))
    return fitting, max(1, min(most, (width - gap * (fitting - 1)) // fitting))


def nearest(spots: Iterable[Spot], start: Region, direction: Direction) -> int | None:
    """The number of the spot that lies next in a direction; None when there is none.

    Up and down prefer what stands under or over the start; left and right stay on its rows.
    """
    best: tuple[int, int] | None = None
    for number, spot in enumerate(spots):
        distance = _distance(start, spot.region, direction)
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, number)
    return None if best is None else best[1]


def _distance(start: Region, to: Region, direction: Direction) -> int | None:
    """How far a region is in a direction; None when it does not lie there."""
    if direction in ("up", "down"):
        ahead = to.y - start.bottom if direction == "down" else start.y - to.bottom
        aside = max(0, to.x - start.right + 1, start.x - to.right + 1)
        return None if ahead < 0 else ahead + _SIDEWAYS * aside
    ahead = to.x - start.right if direction == "right" else start.x - to.right
    aside = max(0, to.y - start.bottom + 1, start.y - to.bottom + 1)
    return None if ahead < 0 or aside else ahead
