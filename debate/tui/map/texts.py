"""What stands in and on the box of a claim at each zoom, and so how large the box is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from rich.cells import cell_len, set_cell_size

from debate.layout.drawing import Flow, Metrics, Size
from debate.layout.reasons import Forest
from debate.model import Debate, Role
from debate.model.text import one_line
from debate.tui.colours import SPEAKERS
from debate.tui.judging import Judging
from debate.tui.pages.verdict import SIGNS, bar, own
from debate.tui.widgets.line import cut

Zoom = Literal["full", "line", "glyph"]

#: From the smallest to the largest.
ZOOMS: tuple[Zoom, ...] = ("glyph", "line", "full")

#: Cells of a box from border to border; odd, so that it has a middle.
_WIDTHS: dict[tuple[Zoom, Flow], int] = {
    ("full", "down"): 27,
    ("full", "right"): 43,
    ("line", "down"): 25,
    ("line", "right"): 43,
    ("glyph", "down"): 5,
    ("glyph", "right"): 5,
}

#: A claim as people write one is shown whole; of a monstrous one the beginning, for a box that is
#: higher than any window hides what is under it. The walk has that one whole.
_MOST_LINES = 60

#: Cells of a number on a border; of a longer one, the end tells more than the beginning.
_NUMBER = 12

#: What a role is called on a border, where not by its own name.
_WORDS = {Role.RECOMMENDATION: "recommends", Role.CO_PREMISE: "premise"}

#: Brackets around a role's glyph, where that is all a box is.
_BRACKETS = {
    Role.RECOMMENDATION: "▐▌",
    Role.THESIS: "▐▌",
    Role.OBJECTION: "[]",
    Role.UNDERCUT: "<>",
    Role.CONDITION: "{}",
}

#: A piece of text and the name of its look.
Piece = tuple[str, str]


@dataclass(slots=True)
class Face:
    """A box as it is written: lines inside, and words on the border's four corners."""

    lines: list[list[Piece]] = field(default_factory=list)
    top_left: list[Piece] = field(default_factory=list)
    top_right: list[Piece] = field(default_factory=list)
    bottom_left: list[Piece] = field(default_factory=list)
    bottom_right: list[Piece] = field(default_factory=list)


class Faces:
    """The faces of a map's boxes, made when they are first looked at; sizes without them.

    Sizes ask no verdict: a map may be laid out beside the screen while one judges on it.
    """

    def __init__(
        self,
        forest: Forest,
        zoom: Zoom,
        flow: Flow,
        judging: Judging | None,
        sides: bool,
        wrapped: dict[int, list[str]],
    ) -> None:
        """``judging`` None shows no verdicts; ``sides`` says on each box whose claim it is.

        ``wrapped`` keeps texts in lines from one drawing to the next of the same zoom and flow.
        """
        self.forest = forest
        self.debate: Debate = forest.debate
        self.zoom, self.flow = zoom, flow
        self.width = _WIDTHS[zoom, flow]
        self.sides = sides
        self._questions = forest.questions
        self._judging = judging
        self._judgements = judging.judgements if judging else None
        self._wrapped = wrapped
        self._faces: dict[int, Face] = {}

    def size(self, row: int) -> Size:
        """How large the box of a row is, of question n for row -1 - n: the layout's measure."""
        if self.zoom == "glyph":
            return Size(self.width, 1)
        if self.zoom == "line":
            return Size(self.width, 3)
        height = len(self._texts(row)) + 2
        if row >= 0:
            links = self.debate.links(row)
            height += bool(links.agrees) + bool(links.clashes)
            height += (self._judging is not None) + bool(self._own(row))
        return Size(self.width, height)

    def face(self, row: int) -> Face:
        """What a row's box says; of question n for row -1 - n."""
        if (face := self._faces.get(row)) is None:
            face = self._faces[row] = self._question(row) if row < 0 else self._claim(row)
        return face

    def forget(self) -> None:
        """Make all faces anew: verdicts are others now."""
        self._faces.clear()

    def _question(self, row: int) -> Face:
        short = self.zoom == "line"
        lines = [cut(self._text(row), self.width - 4)] if short else self._texts(row)
        return Face([[(line, "heading")] for line in lines], [(" question ", "heading")])

    def _claim(self, row: int) -> Face:
        claim, inside = self.debate.claims[row], self.width - 4
        look = ""
        if claim.role is Role.RECOMMENDATION:
            look = "claim"
        elif claim.target >= 0:
            look = "muted"
        if self.zoom == "line":
            sign = self._sign(row)
            room = inside - sum(cell_len(said) for said, _ in sign)
            face = Face([[*sign, (cut(self._text(row), room), look)]])
        else:
            face = Face([[(line, look)] for line in self._texts(row)])
            face.lines += self._links(row, inside)
            face.lines += self._verdict(row, inside)
        self._corners(face, row)
        return face

    def _texts(self, row: int) -> list[str]:
        if (texts := self._wrapped.get(row)) is None:
            texts = self._wrapped[row] = wrap(self._text(row), self.width - 4, _MOST_LINES)
        return texts

    def _text(self, row: int) -> str:
        if row < 0:
            return one_line(self.debate.questions[self._questions[-1 - row][0]].ask) or "(no text)"
        lead = "↪ " if self.debate.claims[row].target >= 0 else ""
        return lead + (one_line(self.debate.text(row)) or "(no text)")

    # ------------------------------------------------------------------ on the border

    def _corners(self, face: Face, row: int) -> None:
        role = self.debate.claims[row].role
        half = self.width // 2 - 1
        face.top_left = [(f" {role.glyph} ", role.value), (f"{self.number(row)} ", "muted")]
        word = f" {_WORDS.get(role, role.value)} "
        if len(word) <= half or self._has_no_line(row):
            face.top_right = [(word, role.value)]
        position = self.debate.claims[row].position
        if self.sides and position >= 0:  # of the background, the role says whose it is
            name = cut(self.debate.positions[position].label, half - 3)
            face.bottom_left = [(f" {name} ", side_look(position))]
        if self.zoom == "line" and self._judging is not None:
            evaluation = self._judging.evaluation
            verdict = evaluation.verdict(row)
            face.bottom_right = [(f" {evaluation.strength(row):.2f} ", "muted")]
            if not self.sides:
                face.bottom_left = [(f" {SIGNS[verdict]} {verdict} ", verdict)]

    def _has_no_line(self, row: int) -> bool:
        """Whether no line comes from above into the middle of the border."""
        return self.flow == "right" or (
            self.debate.claims[row].parent < 0 and not (self.sides and self._questions)
        )

    def number(self, row: int) -> str:
        """The outline number, or as much of its end as there is room for."""
        number = self.debate.number(row)
        most = min(_NUMBER, self.width // 2 - 5)  # it may not reach the line in the middle
        return number if len(number) <= most else f"…{number[1 - most :]}"

    # ------------------------------------------------------------------ inside

    def _sign(self, row: int) -> list[Piece]:
        """The verdict before the text, where the border says whose claim it is instead."""
        if self._judging is None or not self.sides:
            return []
        verdict = self._judging.evaluation.verdict(row)
        return [(f"{SIGNS[verdict]} ", verdict)]

    def _links(self, row: int, room: int) -> Iterator[list[Piece]]:
        links = self.debate.links(row)
        for sign, look, rows in (("=", "support", links.agrees), ("≠", "objection", links.clashes)):
            if rows:
                said = ", ".join(self.debate.label(other) for other in rows)
                yield [(cut(f"{sign} {one_line(said)}", room), look)]

    def _own(self, row: int) -> str:
        """What the reader judged of a row."""
        if self._judgements is None:
            return ""
        return own(self._judgements, row, self.debate.meant(row))

    def _verdict(self, row: int, room: int) -> Iterator[list[Piece]]:
        """Whether it stands, how strong it is, and what the reader judged."""
        if self._judging is None:
            return
        evaluation = self._judging.evaluation
        verdict, strength = evaluation.verdict(row), evaluation.strength(row)
        full, rest = bar(strength)
        yield [
            (f"{SIGNS[verdict]} {verdict} ", verdict),
            (full, verdict),
            (rest, "rule"),
            (f" {strength:.2f}", "muted"),
        ]
        if said := self._own(row):
            yield [(cut(said, room), "mark")]

    def glyph(self, row: int, more: bool) -> list[Piece]:
        """A box that is a glyph: in the brackets of its role, with its verdict and a fold."""
        role = self.debate.claims[row].role
        brackets = _BRACKETS.get(role, "()")
        verdict: Piece = (" ", "")
        if self._judging is not None:
            found = self._judging.evaluation.verdict(row)
            verdict = (SIGNS[found], found)
        fold = "▸" if more else " "
        return [
            (f"{brackets[0]}{role.glyph}", role.value),
            verdict,
            (fold, "muted"),
            (brackets[1], role.value),
        ]


def side_look(position: int) -> str:
    """The name of the look of a side's colour; the background has the muted one."""
    return f"side-{position % SPEAKERS}" if position >= 0 else "muted"


def metrics(zoom: Zoom, flow: Flow) -> Metrics:
    """Distances in cells: between boxes a little, on tracks as much as tells lines apart."""
    if flow == "down":
        gap, stem = 1 if zoom == "glyph" else 2, 1 if zoom == "line" else 2
        return Metrics(gap, 1, 2, 0, 1, stem, out=-1, whole=True, most=240)
    gap = 1 if zoom == "full" else 0
    return Metrics(gap, 0, 4, 1, 3, 3, out=-1, whole=True)


def wrap(text: str, width: int, most: int) -> list[str]:
    """A text in at most ``most`` lines of ``width`` cells; an ellipsis where that cuts it."""
    limit = most * width * 2 + 200
    words = text[:limit].split()
    lines: list[str] = []
    line, room = "", width
    for word in words:
        cells = len(word) if word.isascii() else cell_len(word)
        if line and cells + 1 <= room:
            line, room = f"{line} {word}", room - cells - 1
            continue
        if line:
            lines.append(line)
            line = ""
        while cells > width and len(lines) <= most:
            start = _start(word, width)
            lines.append(start)
            word = word[len(start) :]
            cells = cell_len(word)
        if len(lines) > most:
            break
        line, room = word, width - cells
    if line:
        lines.append(line)
    if len(lines) > most or len(text) > limit:
        last = lines[most - 1 : most] or [""]
        start = last[0] if cell_len(last[0]) < width else set_cell_size(last[0], width - 1).rstrip()
        lines = [*lines[: most - 1], f"{start}…"]
    return lines


def _start(word: str, width: int) -> str:
    """As much of a word as fits, at least one character of it."""
    from rich.cells import split_graphemes

    spans, _ = split_graphemes(word[: width * 4 + 80])
    used, end = 0, 0
    for _, stop, cells in spans:
        if used + cells > width and end:
            break
        used, end = used + cells, stop
    return word[:end]
