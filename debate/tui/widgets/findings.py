"""What a search found: lines under headings, only the lines in sight made."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset
from textual.selection import Selection
from textual.strip import Strip

from debate.tui.landings import Landing
from debate.tui.looks import look
from debate.tui.pages.glossary import of_sign
from debate.tui.widgets.line import cut
from debate.tui.widgets.lines import Lines, piece

#: A line that is no finding but heading 0 is this, heading 1 one more, and so on.
_HEADING = 1 << 31

#: Cells of what stands before a text: a claim's number, or its whole label.
_LABEL = 12

#: Cells of the mark and the sign before it, and those at its end that stand for a text that is cut.
_SIGN, _END = 4, 3


class Found(NamedTuple):
    """A finding as it is drawn; ``style`` names the style of its glyph."""

    glyph: str
    style: str
    label: str
    text: str


class Findings(Lines, can_focus=False):
    """Findings by number, in the order they came; they may be added to while one looks.

    Subclasses say what is found under a number, and what a heading says.
    """

    DEFAULT_CSS = "Findings { background: transparent; }"

    LABEL = _LABEL

    def __init__(self) -> None:
        super().__init__()
        self.message = ""
        self._lines = array("L")
        self._places = array("L")
        self._cursor = 0

    def found(self, number: int) -> Found:
        """What stands in the line of a finding."""
        raise NotImplementedError

    def heading(self, number: int) -> str:
        """What a heading says."""
        raise NotImplementedError

    def spans(self, number: int, text: str) -> Sequence[tuple[int, int]]:
        """Where in the text of a finding the words stand."""
        raise NotImplementedError

    def picked(self, number: int) -> None:
        """A finding was clicked."""
        raise NotImplementedError

    # ------------------------------------------------------------------ what was found

    def clear(self, message: str = "") -> None:
        """Forget what was found; a message stands where nothing is."""
        self.message = message
        self._lines, self._places = array("L"), array("L")
        self._cursor = 0
        self.scroll_to(y=0, animate=False, force=True)
        self.changed()

    def put_heading(self, number: int) -> None:
        """A heading under all that is there; :meth:`changed` shows it."""
        self._lines.append(_HEADING + number)

    def put(self, number: int) -> None:
        """A finding under all that is there; :meth:`changed` shows it."""
        self._places.append(len(self._lines))
        self._lines.append(number)

    def changed(self) -> None:
        """Show what was put."""
        self.set_lines(len(self._lines))

    @property
    def last(self) -> int | None:
        """The finding that was put last."""
        return self._lines[self._places[-1]] if self._places else None

    @property
    def current(self) -> int | None:
        """The finding under the cursor."""
        return self._lines[self._places[self._cursor]] if self._places else None

    @property
    def moved(self) -> bool:
        """Whether the cursor has left the first finding."""
        return self._cursor > 0

    # ------------------------------------------------------------------ the cursor

    def move(self, steps: int) -> None:
        """Move the cursor over the findings."""
        if not self._places:
            return
        self._cursor = max(0, min(self._cursor + steps, len(self._places) - 1))
        line = self._places[self._cursor]
        height = max(1, self.scrollable_content_region.height)
        top = self.scroll_offset.y
        if not top < line < top + height:  # the heading above it, too
            y = line - 1 if line <= top else line - height + 1
            self.scroll_to(y=y, animate=False, force=True)
        self.refresh()

    @property
    def page_rows(self) -> int:
        """How many lines a page has."""
        return max(1, self.scrollable_content_region.height - 2)

    def landings(self) -> Iterator[Landing]:
        """The findings in sight."""
        top = self.scroll_offset.y
        bottom = top + self.scrollable_content_region.height
        for line in range(top, min(bottom, len(self._lines))):
            if (number := self._lines[line]) < _HEADING:
                yield Landing(Offset(0, line - top), partial(self.picked, number))

    def selected(self, selection: Selection, lines: range) -> str:
        """The lines as they are seen; of several, the findings whole."""
        if len(lines) == 1:
            shown = self.draw_line(lines.start - self.scroll_offset.y).text
            return piece(shown, self.span(selection, lines.start)).strip("▌ ")
        return "\n".join(self._whole(self._lines[n]) for n in lines if n < len(self._lines))

    def _whole(self, line: int) -> str:
        if line >= _HEADING:
            return self.heading(line - _HEADING)
        found = self.found(line)
        return f"  {found.label} {found.text}"

    def tip(self, at: Offset) -> str:
        """What a sign is, and all of a text that is cut."""
        line = at.y + self.scroll_offset.y
        if line >= len(self._lines):
            return ""
        shown = self.draw_line(at.y).text.rstrip()
        if self._lines[line] >= _HEADING:
            return self.heading(self._lines[line] - _HEADING) if shown.endswith("…") else ""
        found = self.found(self._lines[line])
        if at.x < _SIGN:
            return of_sign(found.glyph, found.style)
        if at.x < _SIGN + len(cut(found.label, self.LABEL)):
            return found.label if len(found.label) > self.LABEL else ""
        at_end = shown.endswith("…") and at.x >= cell_len(shown) - _END
        return found.text if at_end or (at.x <= _SIGN + self.LABEL and "…" in shown) else ""

    def on_click(self, event: events.Click) -> None:
        """Pick the finding that was clicked."""
        if self.was_dragged:
            return
        offset = event.get_content_offset(self)
        line = offset.y + self.scroll_offset.y if offset else len(self._lines)
        if line < len(self._lines) and self._lines[line] < _HEADING:
            self.move(bisect_left(self._places, line) - self._cursor)
            self.picked(self._lines[line])

    # ------------------------------------------------------------------ drawing

    def draw_line(self, y: int) -> Strip:
        """Line ``y`` of the window."""
        line = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        base = self.visual_style.rich_style
        if line >= len(self._lines):
            text = f"  {self.message}" if y == 0 and not self._lines else ""
            strip = Strip([Segment(cut(text, width), self._style("muted"))])
        elif self._lines[line] >= _HEADING:
            name = cut(f" {self.heading(self._lines[line] - _HEADING)}", width)
            strip = Strip([Segment(name, self._style("heading"))])
        else:
            current = line == self._places[self._cursor]
            strip = self._drawn(self._lines[line], width, current)
        return strip.adjust_cell_length(width, base)

    def _drawn(self, number: int, width: int, current: bool) -> Strip:
        found = self.found(number)
        label = cut(found.label, self.LABEL)
        mark = "▌ " if current else "  "
        room = width - 6 - len(label)
        text = found.text
        spans = self.spans(number, text)
        if spans and spans[0][1] > room:  # so far on that it would not be seen
            text, gone = _from_near(text, spans[0][0], room)
            spans = [(start - gone, end - gone) for start, end in spans if start >= gone]
        text = cut(text, room)
        segments = [
            Segment(mark, self._style("mark", current)),
            Segment(f"{found.glyph} ", self._style(found.style, current)),
            Segment(f"{label} ", self._style("muted", current)),
        ]
        at, plain = 0, self._style("", current)
        for start, end in spans:
            segments.append(Segment(text[at:start], plain))
            segments.append(Segment(text[start:end], self._style("match")))
            at = end
        segments.append(Segment(text[at:].ljust(room) if text.isascii() else text[at:], plain))
        return Strip(segments).adjust_cell_length(width, plain)

    def _style(self, name: str, current: bool = False) -> Style:
        style = self.visual_style
        if current:
            style += look(self.app, "cursor")
        return (style + look(self.app, name) if name else style).rich_style


def _from_near(text: str, place: int, room: int) -> tuple[str, int]:
    """The end of ``text`` from a word a little before ``place``, or from as early as fits.

    And by how many characters all places in it have moved to the left.
    """
    start = max(0, min(place - room // 3, len(text) - room + 1))
    space = text.find(" ", start, place)
    start = space + 1 if space >= 0 else start
    return "…" + text[start:], start - 1
