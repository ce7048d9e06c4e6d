"""A scrolling window on lines that are made when they come into sight, and can be selected."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Offset, Region, Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from debate.tui.looks import look
from debate.tui.widgets.tipped import Tipped


class Lines(ScrollView, Tipped, inherit_bindings=False):
    """The ground of the outline, of pages and of search results: as high as it has lines.

    Subclasses draw a line in :meth:`draw_line`, and say in :meth:`selected` what is copied of it.
    """

    DEFAULT_CSS = """
    Lines {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
    }
    """

    _painting = False
    _marked: Selection | None = None

    def set_lines(self, count: int) -> None:
        """There are so many lines now; draws all in sight anew.

        The scrollbar follows without a layout of the whole screen, which Textual would do whenever
        ``virtual_size`` is assigned, and which would cost more than all the lines together.
        """
        size = Size(self.size.width, count)
        self.set_reactive(Lines.virtual_size, size)
        self._scroll_update(size)
        self.refresh()

    # ------------------------------------------------------------------ drawing

    def draw_line(self, y: int) -> Strip:
        """Line ``y`` of the window, nothing of it selected."""
        raise NotImplementedError

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines as they are painted."""
        self._painting, self._marked = True, self.text_selection
        try:
            return super().render_lines(crop)
        finally:
            self._painting = False

    def render_line(self, y: int) -> Strip:
        """Line ``y`` of the window.

        Textual also asks for a line to learn which character is under the mouse. Only then is each
        told its place: it would cost every frame a style a word.
        """
        strip = self.draw_line(y)
        if not self._painting:
            return strip.apply_offsets(0, y + self.scroll_offset.y)
        if (
            self._marked is None
            or (span := self.span(self._marked, y + self.scroll_offset.y)) is None
        ):
            return strip
        text = strip.text.rstrip()
        start, end = span
        left = cell_len(text[:start])
        right = cell_len(text if end < 0 else text[:end].rstrip())
        if right <= left:
            return strip
        under = self.visual_style + look(self.app, "selected")
        chosen = Segment(strip.crop(left, right).text, under.rich_style)
        return Strip.join([strip.crop(0, left), Strip([chosen]), strip.crop(right)])

    def tip(self, at: Offset) -> str:
        """What to say of a cell of the window: by itself nothing."""
        return ""

    # ------------------------------------------------------------------ selecting

    def span(self, selection: Selection, y: int) -> tuple[int, int] | None:
        """The characters of line ``y`` that are selected, -1 for its end; None where none is."""
        return selection.get_span(y)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What is copied of a selection."""
        last = int(self.virtual_size.height) - 1
        first = selection.start.y if selection.start else 0
        end = min(selection.end.y, last) if selection.end else last
        if end < first:
            return None
        return self.selected(selection, range(first, end + 1)), "\n"

    def selected(self, selection: Selection, lines: range) -> str:
        """The text of a selection that touches so many lines."""
        raise NotImplementedError

    def text_select_all(self) -> None:
        """Two and three clicks open and fold here; they select nothing."""

    @property
    def was_dragged(self) -> bool:
        """Whether the click that comes now ends a selection, and means nothing else."""
        return self.text_selection is not None


def piece(text: str, span: tuple[int, int] | None) -> str:
    """The part of a line that is selected, without blanks at its end."""
    start, end = span or (0, 0)
    return (text[start:] if end < 0 else text[start:end]).rstrip()


def place(text: str, cell: int) -> int:
    """The number of the character of a text that is drawn at a cell; its length after its end."""
    if text.isascii():
        return min(max(cell, 0), len(text))
    used = 0
    for number, character in enumerate(text):
        used += cell_len(character)
        if used > cell:
            return number
    return len(text)
