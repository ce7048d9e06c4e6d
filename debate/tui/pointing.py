"""What comes from keyboard and mouse meets the screen that it is meant for.

A key typed right after one that opens a screen waits for that screen; the second click of a double
click does nothing on a screen that the first one opened; a tip is shown only to whoever moves the
mouse, and not to whoever types.
"""

from __future__ import annotations

import asyncio
from typing import Any
from weakref import WeakKeyDictionary, WeakSet

from textual import events
from textual.app import App
from textual.geometry import Offset
from textual.screen import Screen

#: Seconds that a key waits for a screen at most; one that takes longer is in trouble.
_PATIENCE = 3.0


class Pointing(App[None]):
    """An app that hands on keys and clicks, and knows whether one types or points."""

    #: Whether the last thing that came was a movement of the mouse.
    points = False
    _clicked: tuple[float, Offset, Screen[Any] | None] | None = None
    _swallows = False

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self._up: WeakSet[Screen[Any]] = WeakSet()
        self._meant: WeakKeyDictionary[events.Event, Screen[Any]] = WeakKeyDictionary()

    @property
    def _top(self) -> Screen[Any] | None:
        """The screen that is shown; None before the first one, and after the last."""
        stack = self._screen_stacks.get(self._current_mode)
        return stack[-1] if stack else None

    async def on_event(self, event: events.Event) -> None:
        """Take an event of the terminal, or leave it to the base class."""
        if isinstance(event, events.InputEvent | events.Paste) and not event.is_forwarded:
            self.points = isinstance(event, events.MouseMove)
            if not self.points and (screen := self._top) is not None:
                screen._clear_tooltip()
            if isinstance(event, events.Key | events.Paste):
                await self._until_up()
                if (screen := self._top) is None:
                    return  # it ends
                self._meant[event] = screen
            elif isinstance(event, events.MouseDown | events.MouseUp) and self._is_late(event):
                return
        await super().on_event(event)

    async def on_key(self, event: events.Key) -> None:
        """A key comes back that no widget took. What came before it may have opened a screen.

        Then it is meant for that one: it was on its way to the screen before.
        """
        meant = self._meant.pop(event, None)
        if meant is not None and meant is not self._top:
            event.prevent_default()
            await self.on_event(events.Key(event.key, event.character))

    async def _until_up(self) -> None:
        """Wait until the screen is laid out, and knows which of its widgets has the keys."""
        screen = self._top
        if screen is None or screen in self._up:
            return
        up = asyncio.Event()
        if screen.call_after_refresh(up.set):
            try:
                await asyncio.wait_for(up.wait(), _PATIENCE)
            except TimeoutError:
                self.log.warning(f"{screen} took too long: a key did not wait for it any more")
        self._up.add(screen)

    def _is_late(self, event: events.MouseEvent) -> bool:
        """Whether a press or a release belongs to a double click that began on another screen."""
        if isinstance(event, events.MouseDown):
            before, self._swallows = self._clicked, False
            if before is not None:
                at, offset, screen = before
                soon = event.time - at <= self.CLICK_CHAIN_TIME_THRESHOLD
                self._swallows = soon and offset == event.screen_offset and screen is not self._top
            self._clicked = event.time, event.screen_offset, self._top
            return self._swallows
        swallowed, self._swallows = self._swallows, False
        return swallowed
