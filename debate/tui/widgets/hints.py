"""A line of hints in a dialog: what its keys do, and a click on a hint is its key."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.widget import Widget

from debate.tui import hinting
from debate.tui.widgets.lines import place


class Hints(Widget):
    """Text such as "Enter takes it · Del clears"."""

    ALLOW_SELECT = False

    DEFAULT_CSS = "Hints { height: 1; }"

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def render(self) -> Content:
        """The text, cut where there is no room."""
        return Content(self._text).truncate(self.size.width, ellipsis=True)

    def on_click(self, event: events.Click) -> None:
        """Press the key."""
        event.stop()
        if (press := hinting.key_at(self._text, place(self._text, event.x))) is not None:
            hinting.send(self.app, press)
