"""One thing to read from the back of a room, as large as the window lets it be."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from debate.model.text import many_lines
from debate.tui.big.setting import large, paragraphs, spread
from debate.tui.looks import look

#: How large a dot of a letter is at most, in cells: no text needs to be larger.
_LARGEST = 2

#: Cells left free on both sides, and the widest line in the terminal's own letters.
_MARGIN, _MEASURE = 2, 64

#: Pages over which a text is spread at most: who waits longer for an end has lost the beginning.
_PAGES = 4


class Slide(Widget):
    """A text in large letters, a line above it and lines below; all are text, never markup.

    Each line of the text is a paragraph.

    Where the text does not fit in large letters it is spread over pages, that one turns. Where that
    does not do either, or it has characters that the font has not, it is shown in the terminal's
    own, bold and widely set. A ``blank`` slide is an empty screen.
    """

    DEFAULT_CSS = "Slide { width: 1fr; height: 1fr; }"

    def __init__(self, text: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.text = text
        self.above: Content = Content.empty()
        self.below: Sequence[Content] = ()
        self.blank = False
        self._letters = "claim"
        self._page = 0
        self._pages = 1
        self._drawn: tuple[tuple[int, int], list[Content]] | None = None

    def show(
        self,
        text: str,
        *,
        above: Content | str = "",
        below: Sequence[Content] = (),
        letters: str = "claim",
    ) -> None:
        """Show another text; ``letters`` names its look (:mod:`debate.tui.looks`)."""
        self.text = many_lines(text)
        self.above = Content(above) if isinstance(above, str) else above
        self.below = below
        self._letters = letters
        self.blank = False
        self._anew()

    def turn(self, pages: int) -> bool:
        """Go so many pages on, or back; whether there are such."""
        self._draw()
        to = self._page + pages
        if self.blank or not 0 <= to < self._pages:
            return False
        self.turn_to(to)
        return True

    def turn_to(self, page: int) -> None:
        """Show a page; -1 is the last, however many there are."""
        self._page = page
        self._anew()

    def black(self, blank: bool) -> None:
        """Show nothing, or again what was shown."""
        self.blank = blank
        self._anew()

    def render_line(self, y: int) -> Strip:
        """One line of the window; Textual's own way with text would wrap the letters' rows."""
        width = self.size.width
        under, lines = self.visual_style, self._draw()
        if y >= len(lines):
            return Strip.blank(width, under.rich_style)
        parts = lines[y].render(under, end="", parse_style=self._look)
        strip = Strip([Segment(text, style.rich_style) for text, style in parts])
        return strip.adjust_cell_length(width, under.rich_style)

    def _draw(self) -> list[Content]:
        """The lines as they are now."""
        width, height = self.size
        if self._drawn is None or self._drawn[0] != (width, height):
            self._drawn = (width, height), self._lines(width, height)
        return self._drawn[1]

    def notify_style_update(self) -> None:
        """Draw in the new colours."""
        super().notify_style_update()
        self._drawn = None

    def _anew(self) -> None:
        self._drawn = None
        self.refresh()

    def _lines(self, width: int, height: int) -> list[Content]:
        """Everything, in the middle of the window."""
        if self.blank or width < 1 or height < 1:
            return []
        above = [self.above, Content.empty()] if self.above else []
        below = [line.truncate(width, ellipsis=True) for line in self.below]
        used = len(above) + (len(below) + 1 if below else 0)
        pages = self.set_in(width, max(1, height - used))
        self._pages = len(pages)
        self._page = self._page if 0 <= self._page < len(pages) else len(pages) - 1
        if above:
            several = f"   {self._page + 1} of {len(pages)}" if len(pages) > 1 else ""
            cut = above[0].truncate(max(1, width - len(several)), ellipsis=True)
            above[0] = Content.assemble(cut, (several, self._look("muted")))
        text = [self._letters_of(line) for line in pages[self._page]]
        left = max(0, (width - max((line.cell_length for line in below), default=0)) // 2)
        lines = [_centred(line, width) for line in above] + text
        if below:
            lines += [Content.empty(), *(Content(" " * left) + line for line in below)]
        return [Content.empty()] * ((height - len(lines)) // 2) + lines[:height]

    def set_in(self, width: int, height: int) -> list[list[str]]:
        """The text as lines of a window, in the largest letters that it fits in; page by page."""
        room = width - 2 * _MARGIN
        for scale in range(_LARGEST, 0, -1):
            if lines := large(self.text, room, height, scale):
                return [[" " * _MARGIN + line for line in lines]]
        if pages := spread(self.text, room, height, _PAGES):
            return [[" " * _MARGIN + line for line in lines] for lines in pages]
        lines = self._own_letters(min(room, _MEASURE), room)
        if 2 * len(lines) - 1 <= height:
            lines = [line for each in lines for line in (each, "")][:-1]
        if len(lines) > height:
            lines = [*lines[: height - 1], "…"]
        return [[str(_centred(Content(line), width)) for line in lines]]

    def _own_letters(self, measure: int, room: int) -> list[str]:
        text = self.text[: room * 40]  # nobody sees what would be further down
        lines = paragraphs(text, measure, lambda line: Content(line).cell_length)
        return [str(line) for line in Content(text).wrap(room)] if lines is None else lines

    def _letters_of(self, line: str) -> Content:
        text = line.lstrip(" ")
        return Content.assemble(" " * (len(line) - len(text)), (text, self._letters))

    def _look(self, style: str | Style) -> Style:
        return style if isinstance(style, Style) else look(self.app, style)


def _centred(content: Content, width: int) -> Content:
    return Content(" " * max(0, (width - content.cell_length) // 2)) + content
