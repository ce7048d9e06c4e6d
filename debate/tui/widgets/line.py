"""One line of the outline: guides, fold marker, role, number, the text as far as it fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from debate.model.text import one_line
from debate.tui.looks import look
from debate.tui.matching import places
from debate.tui.pages.own import MARK, NOTE
from debate.tui.pages.verdict import SIGNS, bar, own

if TYPE_CHECKING:
    from debate.tui.widgets.outline import Outline

#: Cells a level is indented.
_INDENT = 2

#: The text never gets less than this share of a line: deeper levels are indented no further.
_TEXT_SHARE = 0.6

#: Cells of an outline number; of a longer one, the end tells more than the beginning.
_NUMBER = 11

#: Cells of the longest word for a verdict.
_VERDICT = max(map(len, SIGNS))


class LineMaker:
    """Makes lines of ``width`` cells; made anew whenever width, colours or marked words change."""

    def __init__(self, outline: Outline, width: int) -> None:
        self.debate = outline.debate
        self.folds = outline.folds
        self._query = outline.query_words
        judging = outline.judging
        self._judging = judging if judging and judging.shown else None
        self.noting = outline.noting
        self.width = width
        self._levels = max(1, int(width * (1 - _TEXT_SHARE)) // _INDENT)
        self._app = outline.app
        self._under = outline.visual_style
        self._base = self._under.rich_style
        self._styles: dict[str, Style] = {}
        ground = self._under + look(self._app, "cursor" if outline.has_focus else "left")
        self._cursor = Style(bgcolor=ground.rich_style.bgcolor)
        #: In 16 colours, or none, the cursor is one block: else it would be a row of patches.
        self._plain_cursor = self._app.native_ansi_color

    def _style(self, name: str) -> Style:
        if (style := self._styles.get(name)) is None:
            style = self._styles[name] = (self._under + look(self._app, name)).rich_style
        return style

    def blank(self, text: str = "") -> Strip:
        """A line without a claim; perhaps with a word on why there is none."""
        strip = Strip([Segment(f"  {text}", self._style("muted"))])
        return strip.adjust_cell_length(self.width, self._base)

    def marker(self, row: int) -> range:
        """The cells of the fold marker in a row's line."""
        left = 1 + _INDENT * min(self.debate.claims[row].depth, self._levels)
        return range(left, left + 2)

    def line(self, row: int, cursor: bool = False) -> Strip:
        """The line of a row."""
        left = self._left(row)
        right = self._right(row)
        room = self.width - sum(segment.cell_length for segment in [*left, *right])
        text = self._text(row, max(0, room))
        room -= sum(segment.cell_length for segment in text)
        gap = [Segment(" " * max(0, room), self._base)]
        segments = [*left, *text, *gap, *right]
        if cursor:
            segments = [*self._under_cursor(segments)]
        return Strip(segments).adjust_cell_length(self.width, self._base)

    def _under_cursor(self, segments: list[Segment]) -> list[Segment]:
        if self._plain_cursor:
            block = self._base + Style(bold=True, reverse=True)
            return [Segment("▌", block), *(Segment(s.text, block) for s in segments[1:])]
        mark = Segment("▌", self._style("mark") + self._cursor)
        match = self._style("match")  # its colours are seen on its own ground alone
        return [
            mark,
            *(
                Segment(
                    s.text,
                    (s.style or self._base) + (Style() if s.style is match else self._cursor),
                )
                for s in segments[1:]
            ),
        ]

    # ------------------------------------------------------------------ the parts

    def parts(self, row: int) -> tuple[list[Segment], str, list[Segment]]:
        """What stands left of a row's text, as much of the text as is shown, what stands right."""
        left, right = self._left(row), self._right(row)
        room = self.width - sum(segment.cell_length for segment in [*left, *right])
        text = "".join(segment.text for segment in self._text(row, max(0, room)))
        return left, text, right

    def _left(self, row: int) -> list[Segment]:
        """Everything before the text."""
        claim = self.debate.claims[row]
        if not self.folds.has_replies(row):
            marker = "  "
        else:
            marker = "▸ " if self.folds.is_folded(row) else "▾ "
        role = self._style(claim.role.value if self._own(row) else "muted")
        return [
            self._first(row),
            Segment(self._guides(claim.depth), self._style("guide")),
            Segment(marker, self._style("muted")),
            Segment(f"{claim.role.glyph} ", role),
            Segment(f"{self._number(row)} ", self._style("muted")),
        ]

    def _own(self, row: int) -> bool:
        """Whether a row is there for its own sake, and not for what hangs on it."""
        return self.folds.is_match(row)

    def _first(self, row: int) -> Segment:
        """Under a filter, a dot at what matches: dim and plain text are not told apart anywhere."""
        if self.folds.filtered and self._own(row):
            return Segment("•", self._style("mark"))
        return Segment(" ", self._base)

    def _verdict(self, row: int) -> list[Segment]:
        """Whether it stands, once something is judged: all words in one column at the right."""
        if self._judging is None:
            return []
        verdict = self._judging.evaluation.verdict(row)
        return [Segment(f" {SIGNS[verdict]} {verdict:<{_VERDICT}}", self._style(verdict))]

    def _judged(self, row: int) -> list[Segment]:
        """What the reader judged of it; how strong it is, when that is asked for."""
        if self._judging is None:
            return []
        segments = []
        said = own(self._judging.judgements, row, self.debate.meant(row))
        if said:
            segments.append(Segment(f" {said}", self._style("mark")))
        if self._judging.bars:
            strength = self._judging.evaluation.strength(row)
            full, rest = bar(strength)
            segments += [
                Segment(f" {full}", self._style(self._judging.evaluation.verdict(row))),
                Segment(rest, self._style("rule")),
                Segment(f" {strength:.2f}", self._style("muted")),
            ]
        return segments

    def _guides(self, depth: int) -> str:
        if depth <= self._levels:
            return "│ " * depth
        return "⋮ " + "│ " * (self._levels - 1)

    def _number(self, row: int) -> str:
        """The outline number, or its end: of a deep one only the last few ordinals are computed."""
        claims = self.debate.claims
        ordinals: list[str] = []
        length = 0
        while row >= 0:
            ordinal = str(claims[row].ordinal)
            length += len(ordinal) + 1
            if length > _NUMBER + 1:
                return "…" + ".".join(reversed(ordinals))
            ordinals.append(ordinal)
            row = claims[row].parent
        return ".".join(reversed(ordinals))

    def _text(self, row: int, room: int) -> list[Segment]:
        claim = self.debate.claims[row]
        lead = "↪ " if claim.target >= 0 else ""
        style = self._base if self._own(row) and not lead else self._style("muted")
        text = cut(lead + (one_line(self.debate.text(row)) or "(no text)"), room)
        if not self._query:
            return [Segment(text, style)]
        segments, at = [], 0
        for start, end in places(text, self._query):
            segments += [
                Segment(text[at:start], style),
                Segment(text[start:end], self._style("match")),
            ]
            at = end
        return [*segments, Segment(text[at:], style)]

    def _right(self, row: int) -> list[Segment]:
        """Everything after the text: links, what the reader wrote, how many rows a fold hides."""
        links = self.debate.links(row)
        segments = []
        if links.agrees:
            segments.append(Segment(" =", self._style("support")))
        if links.clashes:
            segments.append(Segment(" ≠", self._style("objection")))
        if self.noting:
            written = self.noting.of(row)
            if written.note:
                segments.append(Segment(f" {NOTE}", self._style("note")))
            if written.marked:
                segments.append(Segment(f" {MARK}", self._style("mark")))
        if self.folds.is_folded(row):
            hidden = self.folds.beneath(row)
            segments.append(Segment(f" {hidden:,} more", self._style("muted")))
        return [*segments, *self._judged(row), *self._verdict(row), Segment(" ", self._base)]


def cut(text: str, room: int) -> str:
    """``text`` in at most ``room`` cells, an ellipsis telling that there is more."""
    if text.isascii():
        fits, start = len(text) <= room, text[: max(0, room - 1)]
    else:
        fits, start = cell_len(text) <= room, set_cell_size(text, max(0, room - 1))
    if fits:
        return text
    return f"{start.rstrip()}…" if room > 0 else ""
