"""JSON Canvas 1.0 (jsoncanvas.org), for Obsidian and others: the map as cards that can be moved.

Each side is a group, laid out as the picture of the map is; above them stand the questions. An edge
cannot end on an edge, so a step that is undercut has a small card on it.

Lost, and told: extra fields, and addresses that no browser may be sent to.
"""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Iterator
from typing import Any

from debate.layout.draw import draw
from debate.layout.drawing import Box, Drawing, Flow, Frame, Metrics, Size
from debate.layout.reasons import side_map
from debate.model import Debate, Role
from debate.model.fragment import reference, web_address
from debate.model.text import one_line
from debate.writers import Options, Writer
from debate.writers.cards import Card, Place, cards, places
from debate.writers.graph import VERBS
from debate.writers.judged import TITLE, judgements, preface
from debate.writers.marked import address as _address
from debate.writers.marked import lines as _lines
from debate.writers.marked import starting as _starting
from debate.writers.marked import text as _text
from debate.writers.outline import LOST_ONE, about
from debate.writers.part import Part, part
from debate.writers.unheld import CLAIMS, READER, SIDES, WHOLE, tell
from debate.writers.widths import wrap

#: The canvas's preset colours. Support and objection are cyan and orange, which people who see
#: colours otherwise tell apart too; each card has its role in words.
COLOURS = {
    "condition": "3",
    "support": "5",
    "co-premise": "5",
    "objection": "2",
    "undercut": "1",
    "recommendation": "6",
    "question": "4",
}

#: Pixels of a card; of the letters in it, generously, for a card does not grow with its text.
_WIDE, _FONT, _LINE, _PAD = 380, 16.5, 25, 28

#: Pixels of the small card on a step, and around what stands in a group.
_KNOT, _AROUND = 60, 40

#: Between sides, and between them and the row of cards above; between cards in that row.
_APART, _BESIDE = 120, 60

#: More claims than this are laid out from left to right. Trees are beside each other up to a width:
#: the background has many small ones.
_MOST_DOWN, _MOST_WIDE = 40, 4_000

_METRICS: dict[Flow, Metrics] = {
    "down": Metrics(60, 36, trees=80, stub=40, track=90, stem=80, most=_MOST_WIDE),
    "right": Metrics(44, 36, trees=90, stub=60, track=110, stem=120),
}

Node = dict[str, Any]

#: What stands on the cards.
_HELD = WHOLE | SIDES | CLAIMS | READER | {"judgement", "cut-off claim"}


def write(debate: Debate, options: Options) -> Iterator[str]:
    """The canvas as JSON, a card or an edge a line."""
    chosen = part(debate, options)
    tell(chosen, options, _HELD)
    canvas = _Canvas(chosen, options.numbers)
    yield '{\n  "nodes": ['
    yield from _array(canvas.nodes())
    yield '],\n  "edges": ['
    yield from _array(canvas.edges())
    yield "]\n}\n"


def _array(items: Iterator[Node]) -> Iterator[str]:
    between = "\n    "
    for item in items:
        yield between + json.dumps(item, ensure_ascii=False)
        between = ",\n    "
    yield "\n  "


class _Canvas:
    """The sides laid out beside each other, and where each begins."""

    def __init__(self, chosen: Part, numbers: str) -> None:
        self.chosen, self.debate = chosen, chosen.debate
        self._numbers = numbers
        self._flow: Flow = "down" if len(self.debate.claims) <= _MOST_DOWN else "right"
        self._texts: dict[int, str] = {}
        self._frames: dict[int, str] = {}
        self._edges: list[Node] = []

    # ------------------------------------------------------------------ cards

    def nodes(self) -> Iterator[Node]:
        """What is asked and what frames it all above; the sides; how it ended and the sources."""
        left = 0
        for id, text, colour in self._head():
            high = _height(text)
            yield _card(id, text, left, -_APART - high, high, colour)
            left += _WIDE + _BESIDE
        left = 0
        for position in [*range(len(self.debate.positions)), -1]:
            if position >= 0 or self.debate.background:
                wide = yield from self._side(position, left)
                left += wide + _APART

    def _head(self) -> Iterator[tuple[str, str, str]]:
        """The cards in the row above the sides: an id, a text, a colour each."""
        debate = self.debate
        head = [f"# {_mark(debate.title)}", _mark(debate.date or ""), _marks(debate.summary or "")]
        yield "debate", "\n\n".join(filter(None, head)), ""
        if judged := self.chosen.judged:
            items = judgements(judged, self._numbers)
            said = "\n".join(f"- **{how}**: {_mark(claim)}" for how, claim in items)
            lines = [f"**{TITLE}**", _mark(preface(judged)), said]
            yield "judgements", "\n\n".join(filter(None, lines)), ""
        for number, asked in enumerate(debate.questions.values()):
            lines = [f"**{_mark(asked.ask)}**", _mark(" / ".join(asked.options.values()))]
            if asked.standard != "preponderance":
                lines.append(f"*Standard of proof*: {asked.standard}")
            yield f"q{number}", "\n\n".join(lines), COLOURS["question"]
        if debate.outcome:
            where = [_place(place) for place in places(debate, debate.outcome.cite)]
            lines = ["**Outcome**", _starting(_mark(debate.outcome.text)), "; ".join(where)]
            yield "outcome", "\n\n".join(filter(None, lines)), ""
        for number, lost in enumerate(self.chosen.notes.lost):
            said = _starting(_mark(about(lost)))
            note = _marks(lost.annotation.note)
            yield f"gone{number}", f"**{LOST_ONE}**\n\n{said}\n\n{note}", ""
        if debate.sources:
            entries = []
            for source in debate.sources.values():
                address = web_address(source.url)
                link = f" <{_address(address)}>" if address else ""
                entries.append(f"- {_starting(_mark(reference(source)))}{link}")
            yield "sources", "\n".join(["**Sources**", "", *entries]), ""

    def _side(self, position: int, left: int) -> Generator[Node, None, int]:
        """The group of a side with its cards; returns how wide it is."""
        debate = self.debate
        colours = {}
        for card in cards(self.chosen, position, self._numbers):
            self._texts[card.row] = self._text(card)
            colours[card.row] = COLOURS.get(debate.claims[card.row].role.value, "")
        flow = self._flow if position >= 0 else "down"
        forest = side_map(debate, position)
        drawing = draw(forest, (), self._size, _METRICS[flow], flow)
        about = self._about(position)
        top = _AROUND + (_height(about) + _AROUND if about else 0)
        wide = round(max(drawing.width, _WIDE)) + 2 * _AROUND
        high = top + round(drawing.height) + _AROUND
        name = debate.positions[position].title if position >= 0 else "Background"
        own = f"side{position}" if position >= 0 else "background"
        yield _group(own, one_line(name), left, 0, wide, high)
        if about:
            yield _card(f"{own}-about", about, left + _AROUND, _AROUND, _height(about), "")
        x, y = left + _AROUND, top
        for number, frame in enumerate(drawing.frames):
            yield self._frame(drawing, frame, f"{own}-f{number}", x, y)
        for box in drawing.boxes:
            colour = colours[box.row]
            place = (x + round(box.x), y + round(box.y))
            yield _card(f"n{box.row}", self._texts.pop(box.row), *place, round(box.height), colour)
        yield from self._steps(drawing, flow, x, y)
        return wide

    def _about(self, position: int) -> str:
        if position < 0:
            return ""
        side = self.debate.positions[position]
        lines = [_starting(_mark(side.role or "")), _marks(side.note or "")]
        return "\n\n".join(filter(None, lines))

    def _text(self, card: Card) -> str:
        """A claim as Markdown: who and what in bold, the claim, where it is said, the remarks."""
        lines = [f"**{_mark(card.heading)}**", _starting(_mark(card.text)) or "(no text)"]
        if card.places:
            lines.append("; ".join(map(_place, card.places)))
        for title, text in card.remarks:
            lines.append(f"*{title}*: {_marks(text)}")
        return "\n\n".join(lines)

    def _size(self, row: int) -> Size:
        return Size(_WIDE, _height(self._texts[row]))

    def _frame(self, drawing: Drawing, frame: Frame, id: str, x: int, y: int) -> Node:
        """The group that holds the premises of one reason together."""
        first = drawing.boxes[frame.boxes[0]].row
        for number in frame.boxes:
            self._frames[drawing.boxes[number].row] = id
        around = 10
        left, top = x + round(frame.x) - around, y + round(frame.y) - around
        wide, high = round(frame.width) + 2 * around, round(frame.height) + 2 * around
        return _group(id, "together", left, top, wide, high, self._colour(first))

    def _colour(self, row: int) -> str:
        return COLOURS.get(self.debate.claims[row].role.value, "")

    # ------------------------------------------------------------------ steps

    def _steps(self, drawing: Drawing, flow: Flow, x: int, y: int) -> Iterator[Node]:
        """The small cards on attacked steps; the edges are kept for when all cards are written."""
        claims = self.debate.claims
        knots: dict[int, str] = {}
        for mark in drawing.marks:
            if mark.kind == "undercut":
                attacked = self._step(claims[mark.row].parent)
                if attacked in knots:
                    continue
                id = knots[attacked] = f"s{attacked}"
                left, top = x + round(mark.x) - _KNOT // 2, y + round(mark.y) - _KNOT // 2
                yield _card(id, "✕", left, top, _KNOT, COLOURS["undercut"], _KNOT)
        for box in drawing.boxes:
            if box.above >= 0 and claims[box.row].role is not Role.CO_PREMISE:
                self._join(box, drawing, knots, flow)

    def _step(self, row: int) -> int:
        """The first premise of the step that a row is part of."""
        claims = self.debate.claims
        while claims[row].role is Role.CO_PREMISE and claims[row].parent >= 0:
            row = claims[row].parent
        return row

    def _join(self, box: Box, drawing: Drawing, knots: dict[int, str], flow: Flow) -> None:
        """The edge of one reason: from its card or group, by the card on it, to what it is for."""
        row, claim = box.row, self.debate.claims[box.row]
        source = self._frames.get(row, f"n{row}")
        above = drawing.boxes[box.above].row
        target = f"n{above}"
        sideways = claim.role is Role.UNDERCUT and self._step(claim.parent) in knots
        if sideways:
            target = knots[self._step(claim.parent)]
        label = VERBS[claim.role.value]
        if claim.weight is not None:
            label += f" ({claim.weight:g})"
        colour = self._colour(row)
        if row in knots:
            self._edges.append(_edge(f"e{row}a", source, knots[row], "", colour, flow, arrow=False))
            source = knots[row]
        edge = _edge(f"e{row}", source, target, label, colour, flow)
        if sideways:  # it meets the step from beside
            edge["toSide"] = "right" if flow == "down" else "bottom"
        self._edges.append(edge)

    def edges(self) -> Iterator[Node]:
        """The steps; what recommendations answer; what agrees, clashes and is used again."""
        yield from self._edges
        debate = self.debate
        numbers = {asked: number for number, asked in enumerate(debate.questions)}
        for row, claim in enumerate(debate.claims):
            if claim.parent < 0 and claim.question in numbers:
                asked = debate.questions[claim.question or ""]
                label = asked.options.get(claim.option or "", claim.option or "")
                target = f"q{numbers[claim.question]}"
                colour = COLOURS["question"]
                answer = _edge(f"a{row}", f"n{row}", target, one_line(label), colour, self._flow)
                yield answer | {"toSide": "bottom"}
            if claim.target >= 0:
                yield _link(f"r{row}", row, claim.target, "the same claim")
        for kind, pairs in (("agrees", debate.agreements), ("clashes", debate.clashes)):
            for number, (one, other) in enumerate(pairs):
                yield _link(f"{kind}{number}", one, other, VERBS[kind])


# ---------------------------------------------------------------------- pieces


def _card(id: str, text: str, x: int, y: int, high: int, colour: str, wide: int = _WIDE) -> Node:
    node: Node = {"id": id, "type": "text", "text": text, "x": x, "y": y}
    return node | {"width": wide, "height": high} | ({"color": colour} if colour else {})


def _group(id: str, name: str, x: int, y: int, wide: int, high: int, colour: str = "") -> Node:
    node: Node = {"id": id, "type": "group", "label": name, "x": x, "y": y}
    return node | {"width": wide, "height": high} | ({"color": colour} if colour else {})


def _edge(
    id: str, source: str, target: str, label: str, colour: str, flow: Flow, *, arrow: bool = True
) -> Node:
    """An edge against the flow of the map: from below to above, or from the right to the left."""
    begin, end = ("top", "bottom") if flow == "down" else ("left", "right")
    edge: Node = {"id": id, "fromNode": source, "fromSide": begin}
    edge |= {"toNode": target, "toSide": end, "toEnd": "arrow" if arrow else "none"}
    return edge | ({"color": colour} if colour else {}) | ({"label": label} if label else {})


def _link(id: str, one: int, other: int, label: str) -> Node:
    """An edge with no direction between two claims, its ends where the program puts them."""
    return {"id": id, "fromNode": f"n{one}", "toNode": f"n{other}", "toEnd": "none", "label": label}


def _height(text: str) -> int:
    """How high a card has to be for its Markdown, by letters no font exceeds."""
    room = _WIDE - 2 * 26
    size = 0.0
    for line in text.split("\n"):
        large = 1.9 if line.startswith("# ") else 1.0
        if line:
            size += len(wrap(_seen(line), room, _FONT * large, 10_000)) * _LINE * large
        else:
            size += 14
    return round(size) + 2 * _PAD


# ---------------------------------------------------------------------- text


def _mark(text: str) -> str:
    """One line of text in Markdown, without Obsidian's ==marks== and %%comments%% either."""
    return _apart(_text(text))


def _marks(text: str) -> str:
    """Several lines, each a line of the card."""
    return _apart(_lines(text))


def _apart(markdown: str) -> str:
    return markdown.replace("==", "=\\=").replace("%%", "%\\%").replace("==", "=\\=")


def _place(place: Place) -> str:
    """Where something is said, as a link that opens it."""
    said = _mark(place.said)
    return f"[{said}](<{_address(place.address)}>)" if place.address else said


def _seen(markdown: str) -> str:
    """About what is seen of a line: no addresses of links."""
    return re.sub(r"\]\(<[^>]*>\)", "", markdown)


WRITER = Writer("canvas", "JSON Canvas (Obsidian)", ".canvas", write)
