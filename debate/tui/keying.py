"""A key meets the screen that it is meant for, and what Enter has brought about.

Textual hands a key to a widget at once, while those before are still on their way: what they chose
or opened is not known yet. Where somebody types fast, or a slow line sends several keys together,
Enter and q would close the list that Enter chooses from, and a letter after Enter would still come
into the field. Here a key waits for the screen that one before it opened, and for all that Enter
does. Other keys do not wait for each other, or each would be drawn before the next is read.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Any
from weakref import WeakKeyDictionary, WeakSet

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.message_pump import MessagePump
from textual.screen import Screen

#: Seconds that a key waits at most, for a screen or a widget; one that takes longer is in trouble.
_PATIENCE = 3.0

#: A key goes up from the widget to the app, whose action tells a widget, which tells those above.
_ROUNDS = 2


class Keying(App[None]):
    """An app that hands on keys, and what is pasted, when what they are meant for is there."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self._up: WeakSet[Screen[Any]] = WeakSet()
        self._meant: WeakKeyDictionary[events.Event, Screen[Any]] = WeakKeyDictionary()
        self._waiting: deque[events.Key | events.Paste] = deque()
        self._following: asyncio.Task[None] | None = None

    @property
    def top(self) -> Screen[Any] | None:
        """The screen that is shown; None before the first one, and after the last."""
        stack = self._screen_stacks.get(self._current_mode)
        return stack[-1] if stack else None

    async def on_event(self, event: events.Event) -> None:
        """Take a key, or let it wait for what Enter does; leave all else to the base class."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._following is not None:
            self._waiting.append(event)
        else:
            await self._take(event)

    async def _take(self, event: events.Key | events.Paste) -> None:
        await self._until_up()
        if (screen := self.top) is None:
            return  # it ends
        self._meant[event] = screen
        widget = self.focused or screen
        await super().on_event(event)
        if isinstance(event, events.Key) and event.key == "enter":
            if self._following is not None:
                self._following.cancel()
            self._following = asyncio.create_task(self._follow(widget))

    async def on_key(self, event: events.Key) -> None:
        """A key comes back that no widget took. What came before it may have opened a screen.

        Then it is meant for that one: it was on its way to the screen before.
        """
        meant = self._meant.pop(event, None)
        if meant is not None and meant is not self.top:
            event.prevent_default()
            await self._take(events.Key(event.key, event.character))

    async def _follow(self, widget: DOMNode) -> None:
        """Wait until a widget, and all above, have taken what Enter brought about."""
        try:
            for _ in range(_ROUNDS):
                for node in widget.ancestors_with_self:
                    await _settled(node)
        finally:
            self.call_later(self._go_on, asyncio.current_task())

    async def _go_on(self, after: asyncio.Task[None]) -> None:
        """Take the keys that waited, up to the next Enter."""
        if self._following is not after:
            return  # Enter was sent to another screen, and is still on its way
        self._following = None
        while self._waiting and self._following is None:
            await self._take(self._waiting.popleft())

    async def _until_up(self) -> None:
        """Wait until the screen is laid out, and knows which of its widgets has the keys."""
        screen = self.top
        if screen is None or screen in self._up:
            return
        up = asyncio.Event()
        if screen.call_after_refresh(up.set):
            try:
                await asyncio.wait_for(up.wait(), _PATIENCE)
            except TimeoutError:
                self.log.warning(f"{screen} took too long: a key did not wait for it any more")
        self._up.add(screen)


async def _settled(node: MessagePump) -> None:
    """Wait until a node has taken all messages that it was sent so far, or is gone."""
    taken = asyncio.Event()
    if node.is_running and node.call_later(taken.set) and node._task is not None:
        waiting = asyncio.create_task(taken.wait())
        ends = {waiting, node._task}
        await asyncio.wait(ends, timeout=_PATIENCE, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
