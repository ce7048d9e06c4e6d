"""SVG: the argument map as a picture, drawn where the terminal's map has its boxes and lines.

It needs nothing else: no script, no font, nothing to be fetched. Every box says what it is to a
screen reader too, in reading order; text stays in its box whatever font there is, for it is wrapped
by widths that no common font exceeds, and clipped besides.

Lost, and told: all that is neither a claim nor how claims hang together, such as citations,
schemes, weights, notes and sources; and the end of a text of more than sixty lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import pairwise

from debate.layout.draw import draw
from debate.layout.drawing import Box, Drawing, Flow, Line, Metrics, Size
from debate.layout.index import Index
from debate.layout.reasons import Forest, all_sides_map, side_map
from debate.model import Debate, Role
from debate.writers import Options, Writer, svg_verdicts
from debate.writers.outline import count, numbered, role, short
from debate.writers.part import Part, part
from debate.writers.svg_style import ALSO, LEGEND, STYLE
from debate.writers.unheld import tell
from debate.writers.widths import BOLD, cut, width, wrap
from debate.writers.xml_text import plain

#: Pixels of a box, by the flow of the map.
_WIDTHS: dict[Flow, int] = {"down": 252, "right": 320}

_FONT, _SMALL, _LINE, _PAD, _HEAD = 13, 11, 17, 10, 16

#: Lines that a box shows; the rest is in its title, which a pointer brings up.
_MOST_LINES = 60

#: A map that grows down is no wider than a page; a larger one grows to the right.
_PAGE, _ROOM = 1_800, 24

_METRICS: dict[Flow, Metrics] = {
    "down": Metrics(20, 18, 48, 14, 16, 22, most=_PAGE),
    "right": Metrics(14, 14, 48, 16, 16, 22),
}

#: Pixels from the middle to the edge of a sign on a link.
_SIGN = 9

#: Pixels of an entry in the legend.
_COLUMN = 330

#: More claims than this never fit on a page as a map that grows down.
_SMALL_MAP = 200

#: Colours of sides in the style sheet.
_SIDES = 6

#: What a map shows; boxes say no more than the claims, and whose they are.
_HELD = frozenset(
    {"title", "date", "question", "short name", "agreeing pair", "clashing pair", "verdict"}
    | {"judgement", "cut-off claim"}
)
_HOW = {"speaker": "called by the short name"}


def write(debate: Debate, options: Options) -> Iterator[str]:
    """The map as one picture."""
    chosen = part(debate, options)
    short = any(side.short for side in chosen.debate.positions)
    tell(chosen, options, _HELD if short else _HELD | {"speaker"}, _HOW)
    shown = "left out, for boxes show only what is accepted or rejected"
    options.lose("judgement", shown, svg_verdicts.unshown(chosen))
    picture = _Picture(chosen)
    cut = f"cut after {_MOST_LINES} lines; the svg has all of it as the box's title"
    options.lose("long text", cut, len(picture.too_long))
    yield from picture.head()
    yield from picture.links()
    yield from picture.lines()
    yield from picture.boxes()
    yield from picture.marks()
    yield from picture.legend()
    yield "</svg>\n"


class _Picture:
    """A picture in the making; every method yields a piece of it."""

    def __init__(self, chosen: Part) -> None:
        self.debate, self.cut, self._part = chosen.debate, chosen.cut, chosen
        rows = range(len(self.debate.claims))
        self._numbers = [short(number) for _, number in numbered(self.debate, rows)]
        self._lines: dict[int, list[tuple[str, bool]]] = {}
        self.too_long: set[int] = set()  # the rows whose text is cut
        self._questions: list[str] = []
        self._flow: Flow = "down"
        self.parts = list(self._drawn())
        self.top = 64.0 + 20 * bool(self.debate.date)
        self.width = max([560.0, *(drawing.width for drawing in self.parts)]) + 2 * _ROOM
        self.tops: list[float] = []
        bottom = self.top
        for drawing in self.parts:
            self.tops.append(bottom)
            bottom += drawing.height + 48
        self.bottom = bottom
        kinds = {claim.role.value for claim in self.debate.claims}
        self._legend = [(kind, said) for kind, said in LEGEND if kinds & ALSO.get(kind, {kind})]
        self.height = bottom + 26 * -(-len(self._legend) // self._columns) + 28

    def _drawn(self) -> Iterator[Drawing]:
        """The maps below each other: the sides, and the background."""
        debate = self.debate
        if debate.positions:
            several = len(debate.positions) > 1
            forest = all_sides_map(debate) if several else side_map(debate, 0)
            self._questions = [asked for asked, _ in forest.questions]
            small = len(debate.claims) <= _SMALL_MAP
            drawing = self._draw(forest, "down") if small else None
            if drawing is None or drawing.width > _PAGE:
                self._lines.clear()
                self.too_long.clear()
                drawing = self._draw(forest, "right")
            yield drawing
        if debate.background:
            yield self._draw(side_map(debate, -1), "down")

    def _draw(self, forest: Forest, flow: Flow) -> Drawing:
        self._flow = flow
        return draw(forest, (), self._size, _METRICS[flow], flow)

    # ------------------------------------------------------------------ what boxes say

    def _size(self, row: int) -> Size:
        lines = self._text(row)
        judged = _LINE if row >= 0 and self._part.judged else 0
        return Size(_WIDTHS[self._flow], len(lines) * _LINE + judged + _HEAD + 2 * _PAD)

    def _text(self, row: int) -> list[tuple[str, bool]]:
        """The lines in a box, and which of them are bold."""
        if row not in self._lines:
            bold = row < 0 or self.debate.claims[row].role is Role.RECOMMENDATION
            size = _FONT * (BOLD if bold else 1)
            room = _WIDTHS[self._flow] - 2 * _PAD
            again = "↪ " if row >= 0 and self.debate.claims[row].target >= 0 else ""
            text = again + (plain(self._said(row)) or "(no text)")
            found = wrap(text, room, size, _MOST_LINES + 1)
            if len(found) > _MOST_LINES:
                self.too_long.add(row)
                found = wrap(text, room, size, _MOST_LINES)
            lines = [(line, bold) for line in found]
            self._lines[row] = [*lines, *((line, False) for line in self._remarks(row, room))]
        return self._lines[row]

    def _said(self, row: int) -> str:
        return (
            self.debate.questions[self._questions[-1 - row]].ask
            if row < 0
            else self.debate.text(row)
        )

    def _remarks(self, row: int, room: float) -> Iterator[str]:
        """What is answered, what is linked, and what is left out, a line each."""
        if row < 0:
            return
        claim, links = self.debate.claims[row], self.debate.links(row)
        question = self.debate.questions.get(claim.question or "")
        if question and claim.option is not None:
            option = question.options.get(claim.option, claim.option)
            yield cut(plain(f"→ {option}"), room, _FONT)
        for sign, rows in (("=", links.agrees), ("≠", links.clashes)):
            if rows:
                names = ", ".join(self._label(other) for other in rows)
                yield cut(plain(f"{sign} {names}"), room, _FONT)
        if row in self.cut:
            yield cut(f"{count(self.cut[row], 'claim')} left out below", room, _FONT)

    def _label(self, row: int) -> str:
        """Whose claim, and its number, however deep: "Fried 1.2"."""
        position = self.debate.claims[row].position
        whose = "Background" if position < 0 else self.debate.positions[position].label
        return f"{whose} {self._numbers[row]}"

    def _aloud(self, row: int) -> str:
        """A box in words, whole: its name, what it is to which other, what it says."""
        debate = self.debate
        if row < 0:
            return f"Question: {self._said(row)}"
        claim = debate.claims[row]
        what = role(debate, row)
        if claim.parent >= 0:
            prep = {Role.SUPPORT: "for", Role.OBJECTION: "to", Role.CO_PREMISE: "with"}
            what += f" {prep.get(claim.role, 'of')} {self._label(claim.parent)}"
        links = debate.links(row)
        more = [
            f" {verb} {', '.join(self._label(other) for other in rows)}."
            for verb, rows in (("Agrees with", links.agrees), ("Clashes with", links.clashes))
            if rows
        ]
        same = f" Same claim as {self._label(claim.target)}." if claim.target >= 0 else ""
        said = f"{self._label(row)}, {what}: {debate.text(row)}{same}{''.join(more)}"
        return said + svg_verdicts.aloud(self._part, row)

    # ------------------------------------------------------------------ head

    def head(self) -> Iterator[str]:
        """The picture's name, description, style and title."""
        debate, wide, high = self.debate, round(self.width), round(self.height)
        yield (
            '<svg xmlns="http://www.w3.org/2000/svg" role="graphics-document" lang="en" '
            'aria-roledescription="argument map" aria-labelledby="title desc" '
            f'width="{wide}" height="{high}" viewBox="0 0 {wide} {high}">\n'
            f'<title id="title">{_xml(debate.title)}</title>\n'
            f'<desc id="desc">{_xml(self._description())}</desc>\n'
            f"<style>{STYLE}</style>\n"
            f'<rect class="page" width="{wide}" height="{high}"/>\n'
        )
        room = self.width - 2 * _ROOM
        title = cut(plain(debate.title), room, 20 * BOLD)
        yield f'<text class="title" x="{_ROOM}" y="40" aria-hidden="true">{_xml(title)}</text>\n'
        if debate.date:
            date = cut(plain(debate.date), room, _FONT)
            yield f'<text class="muted" x="{_ROOM}" y="62">{_xml(date)}</text>\n'

    def _description(self) -> str:
        debate = self.debate
        said = [f"A map of {count(len(debate.claims), 'claim')}."]
        for row, claim in enumerate(debate.claims):
            if claim.role is Role.RECOMMENDATION:
                said.append(f"{self._label(row)} recommends: {debate.text(row)}")
        said.append("The boxes follow in reading order.")
        return " ".join(said)

    # ------------------------------------------------------------------ lines

    def links(self) -> Iterator[str]:
        """What agrees and what clashes, behind all else."""
        if not self.parts:
            return
        drawing, top = self.parts[0], self.tops[0]
        tiles = Index(drawing, 400, 400)
        pairs = [("agrees", "=", pair) for pair in self.debate.agreements]
        pairs += [("clashes", "≠", pair) for pair in self.debate.clashes]
        for kind, sign, (one, other) in pairs:
            if one in drawing.index and other in drawing.index:
                ends = [drawing.boxes[drawing.index[row]].center for row in (one, other)]
                (x, y), (to_x, to_y) = ((x + _ROOM, y + top) for x, y in ends)
                bend = (x + to_x) / 2 + min(160.0, abs(y - to_y) / 3)
                path = (_number(v) for v in (x, y, bend, y, bend, to_y, to_x, to_y))
                yield f'<g class="{kind}"><path d="{"M{} {}C{} {} {} {} {} {}".format(*path)}"/>'
                # Where a curve with both handles at ``bend`` has its middle.
                x, y = (x + to_x) / 8 + bend * 0.75, (y + to_y) / 2
                if not tiles.covers(x - _ROOM, y - top, _SIGN):  # else half of it would be seen
                    yield f'<circle cx="{_number(x)}" cy="{_number(y)}" r="{_SIGN}"/>'
                    yield f'<text x="{_number(x)}" y="{_number(y + 5)}">{sign}</text>'
                yield "</g>\n"

    def lines(self) -> Iterator[str]:
        """The lines between boxes."""
        for drawing, top in zip(self.parts, self.tops, strict=True):
            for line in drawing.lines:
                yield self._line(line, top)

    def _line(self, line: Line, top: float) -> str:
        kind = line.kind if line.row < 0 or line.kind != "step" else self._kind(line.row)
        x, y = _number(line.x + _ROOM), _number(line.y + top)
        to_x, to_y = _number(line.to_x + _ROOM), _number(line.to_y + top)
        path = f'd="M{x} {y}L{to_x} {to_y}"'
        if kind == "gate":  # a double line: a broad one, and the ground on it
            return f'<path class="line gate" {path}/><path class="line hollow" {path}/>\n'
        return f'<path class="line {kind}" {path}/>\n'

    def _kind(self, row: int) -> str:
        """The role by which a box is drawn: a co-premise's is its reason's."""
        claims = self.debate.claims
        while claims[row].role is Role.CO_PREMISE and claims[row].parent >= 0:
            row = claims[row].parent
        return claims[row].role.value

    def marks(self) -> Iterator[str]:
        """Where all reasons pass a condition, and where an undercut attacks a step."""
        for drawing, top in zip(self.parts, self.tops, strict=True):
            for mark in drawing.marks:
                x, y = _number(mark.x + _ROOM), _number(mark.y + top)
                if mark.kind == "gate":
                    yield f'<path class="gate-mark" d="M{x} {y}m-7 0l7 -7l7 7l-7 7z"/>\n'
                else:
                    yield (
                        f'<g class="undercut-mark"><circle cx="{x}" cy="{y}" r="7"/>'
                        f'<path d="M{x} {y}m-4 -4l8 8m0 -8l-8 8"/></g>\n'
                    )

    # ------------------------------------------------------------------ boxes

    def boxes(self) -> Iterator[str]:
        """The boxes, in reading order."""
        for drawing, top in zip(self.parts, self.tops, strict=True):
            framed: set[int] = set()
            for frame in drawing.frames:
                framed.update(frame.boxes)
                kind = self._kind(drawing.boxes[frame.boxes[0]].row)
                place = _place(frame.x + _ROOM, frame.y + top, frame.width, frame.height)
                yield _shape(kind, place)
                yield from self._ampersands(drawing, frame.boxes, top)
            for number in sorted(range(len(drawing.boxes)), key=lambda n: drawing.boxes[n].row):
                yield self._box(drawing.boxes[number], top, number in framed)

    def _ampersands(self, drawing: Drawing, numbers: Iterable[int], top: float) -> Iterator[str]:
        for one, other in pairwise(drawing.boxes[number] for number in numbers):
            if drawing.flow == "down":
                x, y = (one.right + other.x) / 2, one.y + one.height / 2
            else:
                x, y = one.x + one.width / 2, (one.bottom + other.y) / 2
            x, y = x + _ROOM, y + top + 5
            yield f'<text class="and" x="{_number(x)}" y="{_number(y)}">&amp;</text>\n'

    def _box(self, box: Box, top: float, framed: bool) -> str:
        row, x, y = box.row, box.x + _ROOM, box.y + top
        kind = "question" if row < 0 else self._kind(row)
        pieces = [f'<g role="img"><title>{_xml(self._aloud(row))}</title>']
        if not framed:
            pieces.append(_shape(kind, _place(x, y, box.width, box.height)))
        # A picture in the picture clips what a strange font might let run over the edge.
        pieces.append(f"<svg {_place(x, y, box.width, box.height)}>")
        pieces.append(self._heading(row, box.width))
        for number, (line, bold) in enumerate(self._text(row)):
            strong = ' class="strong"' if bold else ""
            at = _PAD + _HEAD + number * _LINE + _FONT
            pieces.append(f'<text{strong} x="{_PAD}" y="{at}">{escape(line)}</text>')
        if row >= 0:
            edges = (_PAD, box.width - _PAD, round(box.height) - _PAD - 3)
            pieces.append(svg_verdicts.line(self._part, row, *edges))
        return "".join([*pieces, "</svg></g>\n"])

    def _heading(self, row: int, wide: float) -> str:
        """Sign, number and role; on the map of several sides, whose claim it is."""
        y = _PAD + _SMALL - 1
        if row < 0:
            return f'<text class="small question" x="{_PAD}" y="{y}">Question</text>'
        claim = self.debate.claims[row]
        said = f"{claim.role.glyph} {self._numbers[row]} {claim.role.value}"
        room = wide - 2 * _PAD
        chip = ""
        if claim.position >= 0 and len(self.debate.positions) > 1:
            name = cut(plain(self.debate.positions[claim.position].label), room / 2.6, _SMALL)
            long = width(name, _SMALL * BOLD) + 10
            side = claim.position % _SIDES
            left = _number(wide - _PAD - long)
            chip = (
                f'<rect class="side-{side}" x="{left}" y="5" width="{_number(long)}" height="17" '
                f'rx="4"/><text class="chip" x="{_number(wide - _PAD - long + 5)}" y="{y - 3}">'
                f"{_xml(name)}</text>"
            )
            room -= long + 6
        said = escape(cut(said, room, _SMALL * BOLD))
        return f'<text class="small {claim.role.value}" x="{_PAD}" y="{y}">{said}</text>{chip}'

    # ------------------------------------------------------------------ legend

    @property
    def _columns(self) -> int:
        return max(1, int((self.width - 2 * _ROOM) // _COLUMN))

    def legend(self) -> Iterator[str]:
        """What the borders mean that are there."""
        yield '<g class="legend">\n'
        for number, (kind, said) in enumerate(self._legend):
            row, column = divmod(number, self._columns)
            x, y = _ROOM + column * _COLUMN, self.bottom + row * 26
            yield f"{_shape(kind, _place(x, y, 26, 16))}"
            yield f'<text x="{x + 36}" y="{_number(y + 12)}">{escape(said)}</text>\n'
        yield "</g>\n"


def _shape(kind: str, place: str) -> str:
    """A box's border and ground; a condition has two, as a gate."""
    if kind == "condition":
        return f'<rect class="box condition" {place}/><rect class="box hollow" {place}/>'
    radius = ' rx="9"' if kind in ("support", "co-premise") else ""
    return f'<rect class="box {kind}"{radius} {place}/>'


def _place(x: float, y: float, wide: float, high: float) -> str:
    names = ("x", "y", "width", "height")
    return " ".join(
        f'{name}="{_number(value)}"' for name, value in zip(names, (x, y, wide, high), strict=True)
    )


def _number(value: float) -> str:
    return f"{value:.7g}"


def _xml(text: str) -> str:
    return escape(plain(text))


WRITER = Writer("svg", "SVG argument map", ".svg", write)
