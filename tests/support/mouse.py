"""A mouse for an app under test: its events come the way a terminal's do."""

from __future__ import annotations

from textual import events
from textual.pilot import Pilot
from textual.widget import Widget


class Mouse:
    """Moves, clicks and wheels at cells of the screen; Pilot's own bypass the app."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot

    def _send(self, kind: type[events.MouseEvent], x: int, y: int, button: int) -> None:
        made = kind(None, x, y, 0, 1, button, False, False, False, screen_x=x, screen_y=y)
        self.pilot.app.post_message(made)

    async def move(self, x: int, y: int, button: int = 0) -> None:
        """Move to a cell, with a button held down for a drag."""
        self._send(events.MouseMove, x, y, button)
        await self.pilot.pause()

    async def click(self, x: int, y: int, times: int = 1, button: int = 1) -> None:
        """Click, so often that it is a double click or a triple one."""
        for _ in range(times):
            self._send(events.MouseDown, x, y, button)
            self._send(events.MouseUp, x, y, button)
            await self.pilot.pause()
        await self.pilot.pause()

    async def drag(self, *cells: tuple[int, int]) -> None:
        """Press at the first cell, move over the others, and let go at the last."""
        self._send(events.MouseDown, *cells[0], 1)
        await self.pilot.pause()  # what is pressed has to take hold of the mouse
        for x, y in cells[1:]:
            self._send(events.MouseMove, x, y, 1)
            await self.pilot.pause()
        self._send(events.MouseUp, *cells[-1], 1)
        await self.pilot.pause()

    async def wheel(self, x: int, y: int, down: bool = True) -> None:
        """Turn the wheel by a notch."""
        self._send(events.MouseScrollDown if down else events.MouseScrollUp, x, y, 0)
        await self.pilot.pause()

    async def on(self, widget: Widget, x: int = 0, y: int = 0, times: int = 1) -> None:
        """Click at a cell of a widget's content."""
        at = widget.content_region.offset
        await self.click(at.x + x, at.y + y, times)
