"""The debates of a library, a line each, and only the lines in sight are ever made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from debate.library.catalogue import Catalogue
from debate.library.entry import Entry
from debate.library.words import spans
from debate.model.text import one_line
from debate.tui.landings import Landing
from debate.tui.looks import look
from debate.tui.visits import ago
from debate.tui.widgets.line import cut
from debate.tui.widgets.lines import Lines, piece

#: Cells of the columns at the right.
CLAIMS, VISITED = 9, 13

#: From this width on the sides stand in the line, too.
_WITH_SIDES = 96


def room_for_sides(width: int) -> int:
    """Cells of the column of the sides in a list of some width; 0 where there is no such column."""
    return width // 3 - 2 if width >= _WITH_SIDES else 0


class Shelf(Lines, can_focus=True):
    """What a catalogue shows, with a cursor that stays on its debate however they are arranged."""

    class Opened(Message):
        """A debate was clicked twice."""

    def __init__(self, catalogue: Catalogue, moved: Callable[[], object]) -> None:
        """Show a catalogue; ``moved`` is called when the cursor comes to another debate."""
        super().__init__()
        self.catalogue = catalogue
        self.message = ""
        self._moved = moved
        self._path: str | None = None
        self._cursor = 0

    @property
    def entry(self) -> Entry | None:
        """The debate under the cursor."""
        shown = self.catalogue.shown
        return shown[self._cursor] if self._cursor < len(shown) else None

    def update(self, *, first: bool = False) -> None:
        """The catalogue has changed; the cursor stays on its debate, or goes to the ``first``."""
        shown = self.catalogue.shown
        if first:
            self._cursor = 0
        elif self.entry is None or self.entry.path != self._path:
            same = (place for place, entry in enumerate(shown) if entry.path == self._path)
            self._cursor = next(same, min(self._cursor, max(0, len(shown) - 1)))
        self.set_lines(len(shown))
        self._arrived()

    def find(self, path: str) -> None:
        """Put the cursor on a debate, if it is there."""
        self._path = path
        self._cursor = len(self.catalogue.shown)
        self.update()

    def move(self, steps: int) -> None:
        """Move the cursor; it stops at the ends."""
        before = self._cursor
        self._cursor = max(0, min(before + steps, len(self.catalogue.shown) - 1))
        if self._cursor != before:
            self.refresh()
        self._arrived()

    def _arrived(self) -> None:
        self._path = self.entry.path if self.entry else self._path
        self._show_cursor()
        self._moved()

    def _show_cursor(self) -> None:
        height = self.scrollable_content_region.height
        top = self.scroll_offset.y
        if height > 0 and not top <= self._cursor < top + height:
            y = self._cursor if self._cursor < top else self._cursor - height + 1
            self.scroll_to(y=y, animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.set_lines(len(self.catalogue.shown))
        self._show_cursor()

    @property
    def page_rows(self) -> int:
        """How many lines a page has."""
        return max(1, self.scrollable_content_region.height - 1)

    def landings(self) -> Iterator[Landing]:
        """The debates in sight."""
        top = self.scroll_offset.y
        bottom = min(top + self.scrollable_content_region.height, len(self.catalogue.shown))
        for place in range(top, bottom):
            yield Landing(Offset(0, place - top), partial(self._land, place))

    def _land(self, place: int) -> None:
        self.focus()
        self.move(place - self._cursor)

    def tip(self, at: Offset) -> str:
        """What is cut in a line, whole; what is wrong with what cannot be opened."""
        place, width = at.y + self.scroll_offset.y, self.scrollable_content_region.width
        if place >= len(self.catalogue.shown):
            return ""
        entry = self.catalogue.shown[place]
        right = width - CLAIMS - VISITED - 2
        if at.x > right:
            return one_line(entry.problem) if entry.problem else ""
        sides = ", ".join(entry.sides)
        room = room_for_sides(width)
        if room and at.x > right - room:
            return sides if cell_len(sides) > room else ""
        room = right - 2 - (room + 2 if room else 0) - (2 if entry.problem else 0)
        return entry.name if cell_len(entry.name) > room else ""

    def on_click(self, event: events.Click) -> None:
        """Go to a debate; with a second click, open it."""
        if self.was_dragged:
            return
        offset = event.get_content_offset(self)
        place = offset.y + self.scroll_offset.y if offset else len(self.catalogue.shown)
        if place < len(self.catalogue.shown):
            event.stop()
            self.move(place - self._cursor)
            if event.chain == 2:
                self.post_message(self.Opened())

    # ------------------------------------------------------------------ drawing

    def selected(self, selection: Selection, lines: range) -> str:
        """The lines as they are seen."""
        top = self.scroll_offset.y
        shown = ((y, self.draw_line(y - top).text) for y in lines)
        return "\n".join(piece(text, self.span(selection, y)).strip("▌ ") for y, text in shown)

    def draw_line(self, y: int) -> Strip:
        """Line ``y`` of the window."""
        place = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        shown = self.catalogue.shown
        if place >= len(shown):
            text = f"  {self.message}" if y == 1 and not shown else ""
            strip = Strip([Segment(cut(text, width), self._style("muted"))])
        else:
            strip = Strip(self._line(shown[place], width, place == self._cursor))
        return strip.adjust_cell_length(width, self.visual_style.rich_style)

    def _line(self, entry: Entry, width: int, current: bool) -> list[Segment]:
        visited = self.catalogue.visited.get(entry.path)
        when = ago(visited) if visited else "–"
        size = "…" if entry.claims is None else f"{entry.claims:,}"
        style = self._style("muted", current)
        right = [Segment(f"{size:>{CLAIMS}}{when:>{VISITED}} ", style)]
        room = width - CLAIMS - VISITED - 4
        if sides := room_for_sides(width):
            names = _fitted(", ".join(entry.sides), sides)
            right.insert(0, Segment(f" {names} ", style))
            room -= sides + 2
        mark = "▌ " if current else "  "
        left = [Segment(mark, self._style("mark", current))]
        if entry.problem:
            left.append(Segment("✗ ", self._style("falls", current)))
            right[-1] = Segment(f"{'cannot be opened':>{CLAIMS + VISITED}} ", right[-1].style)
            room -= 2
        return [*left, *self._title(entry.name, room, current), *right]

    def _title(self, name: str, room: int, current: bool) -> list[Segment]:
        plain = self._style("strong" if current else "", current)
        text = _fitted(name, room)
        segments, at = [], 0
        for start, end in spans(text, self.catalogue.words) if self.catalogue.words else ():
            segments.append(Segment(text[at:start], plain))
            segments.append(Segment(text[start:end], self._style("match")))
            at = end
        return [*segments, Segment(text[at:], plain)]

    def _style(self, name: str, current: bool = False) -> Style:
        style = self.visual_style
        if current:
            style += look(self.app, "cursor" if self.has_focus else "left")
        return (style + look(self.app, name) if name else style).rich_style


def _fitted(text: str, width: int) -> str:
    """A text cut or filled to a number of cells."""
    text = cut(text, width)
    return text + " " * (width - cell_len(text))
