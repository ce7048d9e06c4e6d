"""Minutes that run down: a time that whoever speaks gives a room, kept nowhere."""

from __future__ import annotations

import time
from collections.abc import Callable

#: Minutes that one can give at most.
_MOST = 600


class Countdown:
    """A time that stands at nothing until it is given minutes; ``clock`` tells seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._left: float | None = None
        self._since: float | None = None

    @property
    def on(self) -> bool:
        """Whether there is a time at all."""
        return self._left is not None

    @property
    def runs(self) -> bool:
        """Whether it is not paused."""
        return self._since is not None

    @property
    def left(self) -> float:
        """Seconds that are left; fewer than none once the time is over."""
        gone = 0.0 if self._since is None else self._clock() - self._since
        return (self._left or 0.0) - gone

    def give(self, minutes: int) -> None:
        """Give so many minutes more, which starts it; with none left after a loss it is off."""
        left = (max(self.left, 0.0) if minutes > 0 else self.left) + 60 * minutes
        if left <= 0:
            self._left = self._since = None
            return
        runs = self.runs or not self.on
        self._left = min(left, 60.0 * _MOST)
        self._since = self._clock() if runs else None

    def pause(self) -> bool:
        """Stop it, or let it run on; whether there is a time."""
        if self.on:
            self._left = self.left
            self._since = self._clock() if self._since is None else None
        return self.on
