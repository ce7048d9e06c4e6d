"""What a search found: a line a claim under the name of its side, only the lines in sight made."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from debate.model import Debate
from debate.model.text import one_line
from debate.tui.looks import look
from debate.tui.matching import fold, places
from debate.tui.pages.own import NOTE
from debate.tui.widgets.line import cut
from debate.tui.widgets.lines import Lines

#: A line that is no claim but the name of side 0 is this, of side 1 one more, and so on.
_SIDE = 1 << 31


class Results(Lines, can_focus=False):
    """Found rows in reading order; they may be added to while one looks."""

    DEFAULT_CSS = "Results { background: transparent; }"

    class Picked(Message):
        """A claim was clicked."""

        def __init__(self, row: int) -> None:
            self.row = row
            super().__init__()

    def __init__(self, debate: Debate, notes: Mapping[int, str] | None = None) -> None:
        """Show rows of ``debate``; where ``notes``, a line each, are what was found, those too."""
        super().__init__()
        self.debate = debate
        self._notes = notes or {}
        self.message = ""
        self._query: Sequence[str] = ()
        self._lines = array("L")
        self._claims = array("L")
        self._cursor = 0

    # ------------------------------------------------------------------ what was found

    def begin(self, query: Sequence[str], message: str = "") -> None:
        """Forget what was found; a message stands where nothing is."""
        self._query, self.message = query, message
        self._lines, self._claims = array("L"), array("L")
        self._cursor = 0
        self.scroll_to(y=0, animate=False, force=True)
        self._changed()

    def add(self, rows: Sequence[int]) -> None:
        """Add rows that follow all that were found before."""
        claims = self.debate.claims
        side = claims[self._lines[-1]].position if self._lines else None
        for row in rows:
            if claims[row].position != side:
                side = claims[row].position
                self._lines.append(_SIDE + side + 1)
            self._claims.append(len(self._lines))
            self._lines.append(row)
        self._changed()

    def _changed(self) -> None:
        self.set_lines(len(self._lines))

    @property
    def row(self) -> int | None:
        """The claim under the cursor."""
        return self._lines[self._claims[self._cursor]] if self._claims else None

    # ------------------------------------------------------------------ the cursor

    def move(self, steps: int) -> None:
        """Move the cursor over the claims."""
        if not self._claims:
            return
        self._cursor = max(0, min(self._cursor + steps, len(self._claims) - 1))
        line = self._claims[self._cursor]
        height = max(1, self.scrollable_content_region.height)
        top = self.scroll_offset.y
        if not top < line < top + height:  # the name of the side above it, too
            y = line - 1 if line <= top else line - height + 1
            self.scroll_to(y=y, animate=False, force=True)
        self.refresh()

    @property
    def page_rows(self) -> int:
        """How many lines a page has."""
        return max(1, self.scrollable_content_region.height - 2)

    def on_click(self, event: events.Click) -> None:
        """Pick the claim that was clicked."""
        offset = event.get_content_offset(self)
        line = offset.y + self.scroll_offset.y if offset else len(self._lines)
        if line < len(self._lines) and self._lines[line] < _SIDE:
            self.move(bisect_left(self._claims, line) - self._cursor)
            self.post_message(self.Picked(self._lines[line]))

    # ------------------------------------------------------------------ drawing

    def render_line(self, y: int) -> Strip:
        """Line ``y`` of the window."""
        line = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        base = self.visual_style.rich_style
        if line >= len(self._lines):
            text = f"  {self.message}" if y == 0 and not self._lines else ""
            strip = Strip([Segment(cut(text, width), self._style("muted"))])
        elif self._lines[line] >= _SIDE:
            name = cut(f" {self._side(self._lines[line])}", width)
            strip = Strip([Segment(name, self._style("heading"))])
        else:
            strip = self._claim(self._lines[line], width, line == self._claims[self._cursor])
        return strip.adjust_cell_length(width, base)

    def _side(self, line: int) -> str:
        position = line - _SIDE - 1
        return "Background" if position < 0 else one_line(self.debate.positions[position].title)

    def _claim(self, row: int, width: int, current: bool) -> Strip:
        role = self.debate.claims[row].role
        number = cut(self.debate.number(row), 12)
        mark = "▌ " if current else "  "
        room = width - 6 - len(number)
        text = self._text(row)
        spans = places(text, self._query)
        if spans and spans[0][1] > room:  # so far on that it would not be seen
            text = _from_near(text, spans[0][0], room)
            spans = places(text, self._query)
        text = cut(text, room)
        segments = [
            Segment(mark, self._style("mark", current)),
            Segment(f"{role.glyph} ", self._style(role.value, current)),
            Segment(f"{number} ", self._style("muted", current)),
        ]
        at, plain = 0, self._style("", current)
        for start, end in spans:
            segments.append(Segment(text[at:start], plain))
            segments.append(Segment(text[start:end], self._style("match")))
            at = end
        segments.append(Segment(text[at:].ljust(room) if text.isascii() else text[at:], plain))
        return Strip(segments).adjust_cell_length(width, plain)

    def _text(self, row: int) -> str:
        """What is found: the claim, and the note on it unless the claim alone was found."""
        text = one_line(self.debate.text(row))
        if row not in self._notes:
            return text
        folded = fold(text)
        if all(word in folded for word in self._query):
            return f"{text}  {NOTE}"
        return f"{text}  {NOTE} {self._notes[row]}"

    def _style(self, name: str, current: bool = False) -> Style:
        style = self.visual_style
        if current:
            style += look(self.app, "cursor")
        return (style + look(self.app, name) if name else style).rich_style


def _from_near(text: str, place: int, room: int) -> str:
    """The end of ``text`` from a word a little before ``place``, or from as early as fits."""
    start = min(place - room // 3, len(text) - room + 1)
    space = text.find(" ", start, place)
    return "…" + text[space + 1 if space >= 0 else start :]
