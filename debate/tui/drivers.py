"""A terminal that may go away at any time: a dropped connection, a window that is closed.

Textual writes from a thread of its own through a short queue. Where the terminal is gone that
thread dies of it, the queue fills up, and the app waits for ever for a place in it. Here what can
no longer be written is dropped, and the app is told to end.
"""

from __future__ import annotations

import asyncio
import os
from typing import IO, Any

from textual.app import App
from textual.driver import Driver

#: The exit status of a command whose terminal hung up, as of one that the signal ended.
HUNG_UP = 129


class Lasting:
    """A file that outlives its terminal: once writing fails, it drops what is written."""

    def __init__(self, file: IO[str], app: App[Any]) -> None:
        self._file, self._app, self._gone = file, app, False
        self._loop = asyncio.get_running_loop()

    def write(self, text: str) -> int:
        """Write, or drop; raises nothing."""
        if not self._gone:
            try:
                return self._file.write(text)
            except OSError:
                self.hang_up()
        return len(text)

    def flush(self) -> None:
        """Flush, or do nothing; raises nothing."""
        if not self._gone:
            try:
                self._file.flush()
            except OSError:
                self.hang_up()

    def hang_up(self) -> None:
        """Write nothing any more, and tell the app to end."""
        self._gone = True
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(lambda: self._app.exit(return_code=HUNG_UP))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def lasting(driver: type[Driver]) -> type[Driver]:
    """A driver that survives its terminal, where it is the one for terminals of POSIX systems."""
    if os.name != "posix":
        return driver
    from textual.drivers.linux_driver import LinuxDriver

    if driver is not LinuxDriver:
        return driver

    class LastingDriver(LinuxDriver):
        """Textual's own, writing to a :class:`Lasting` file."""

        _file: Any

        def start_application_mode(self) -> None:
            if not isinstance(self._file, Lasting):
                self._file = Lasting(self._file, self._app)
            super().start_application_mode()  # type: ignore[no-untyped-call]

        def run_input_thread(self) -> None:
            try:
                super().run_input_thread()
            except OSError:
                self._file.hang_up()

    return LastingDriver
