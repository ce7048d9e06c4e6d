"""What comes from the mouse meets the screen that it is meant for.

The second click of a double click does nothing on a screen that the first one opened; a tip is
shown only to whoever moves the mouse, and not to whoever types.
"""

from __future__ import annotations

from typing import Any

from textual import events
from textual.geometry import Offset
from textual.screen import Screen

from debate.tui.keying import Keying


class Pointing(Keying):
    """An app that hands on clicks, and knows whether one types or points."""

    #: Whether the last thing that came was a movement of the mouse.
    points = False
    _clicked: tuple[float, Offset, Screen[Any] | None] | None = None
    _swallows = False

    async def on_event(self, event: events.Event) -> None:
        """Take an event of the terminal, or leave it to the base class."""
        if isinstance(event, events.InputEvent | events.Paste) and not event.is_forwarded:
            self.points = isinstance(event, events.MouseMove)
            if not self.points and (screen := self.top) is not None:
                screen._clear_tooltip()
            if isinstance(event, events.MouseDown | events.MouseUp) and self._is_late(event):
                return
        await super().on_event(event)

    def _is_late(self, event: events.MouseEvent) -> bool:
        """Whether a press or a release belongs to a double click that began on another screen."""
        if isinstance(event, events.MouseDown):
            before, self._swallows = self._clicked, False
            if before is not None:
                at, offset, screen = before
                soon = event.time - at <= self.CLICK_CHAIN_TIME_THRESHOLD
                self._swallows = soon and offset == event.screen_offset and screen is not self.top
            self._clicked = event.time, event.screen_offset, self.top
            return self._swallows
        swallowed, self._swallows = self._swallows, False
        return swallowed
