"""A number from 0 to 1 as a line that the mouse makes longer or shorter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from textual import events
from textual.content import Content
from textual.geometry import Offset
from textual.widget import Widget

from debate.tui.landings import Landing
from debate.tui.pages.verdict import bar

#: Cells of the whole line, and hundredths between two places that the mouse finds.
_CELLS, _STEP = 40, 5


class Gauge(Widget):
    """A line and its number; a click puts its end somewhere, a drag takes it along."""

    ALLOW_SELECT = False  # a drag moves it

    DEFAULT_CSS = "Gauge { height: 1; }"

    def __init__(self, hundredths: int, moved: Callable[[int], object]) -> None:
        """Begin with a number of hundredths; ``moved`` is called with every other one."""
        super().__init__()
        self.hundredths = hundredths
        self._moved = moved

    def put(self, hundredths: int) -> None:
        """Show another number, as near as the bounds let it be."""
        self.hundredths = min(max(hundredths, 0), 100)
        self._moved(self.hundredths)
        self.refresh()

    def render(self) -> Content:
        """The line, and what it says."""
        full, rest = bar(self.hundredths / 100, _CELLS)
        return Content.assemble(
            (full, "$primary"), (rest, "$foreground 25%"), f"  {self.hundredths / 100:.2f}"
        )

    def landings(self) -> Iterator[Landing]:
        """Every tenth."""
        for tenth in range(11):
            at = Offset(min(tenth * _CELLS // 10, _CELLS - 1), 0)
            yield Landing(at, partial(self.put, tenth * 10))

    # ------------------------------------------------------------------ the mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put its end there, and take hold of it."""
        event.stop()
        self.capture_mouse()
        self._put_at(event.x)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Take it along."""
        if self.app.mouse_captured is self:
            event.stop()
            self._put_at(event.x)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go."""
        event.stop()
        self.release_mouse()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """More."""
        event.stop()
        self.put(self.hundredths + _STEP)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Less."""
        event.stop()
        self.put(self.hundredths - _STEP)

    def _put_at(self, x: int) -> None:
        """The number at a cell, in steps: the first cell is 0, the last 1."""
        self.put(round(x / (_CELLS - 1) * 100 / _STEP) * _STEP)
