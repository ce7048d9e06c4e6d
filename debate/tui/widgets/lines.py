"""A scrolling window on lines that are made when they come into sight."""

from __future__ import annotations

from textual.geometry import Size
from textual.scroll_view import ScrollView


class Lines(ScrollView, inherit_bindings=False):
    """The ground of the outline, of pages and of search results: as high as it has lines."""

    DEFAULT_CSS = """
    Lines {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
    }
    """

    def set_lines(self, count: int) -> None:
        """There are so many lines now; draws all in sight anew.

        The scrollbar follows without a layout of the whole screen, which Textual would do whenever
        ``virtual_size`` is assigned, and which would cost more than all the lines together.
        """
        size = Size(self.size.width, count)
        self.set_reactive(Lines.virtual_size, size)
        self._scroll_update(size)
        self.refresh()
