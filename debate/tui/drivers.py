"""A terminal that may go away at any time: a dropped connection, a window that is closed.

Textual writes from a thread of its own through a short queue. Where the terminal is gone that
thread dies of it, the queue fills up, and the app waits for ever for a place in it. Here what can
no longer be written is dropped, and the app is told to end.

And what is pasted there is text, whatever it holds.
"""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Iterable
from typing import IO, Any

from textual.app import App
from textual.driver import Driver
from textual.message import Message

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


#: Around what is pasted, as terminals send it (xterm's "bracketed paste mode").
_BEGIN, _END = "\x1b[200~", "\x1b[201~"

#: What is no text in what is pasted: a terminal's commands, and keys that would be obeyed.
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class PlainPastes:
    """What a terminal sends, with nothing in a paste that could be taken for keys.

    Textual's parser goes on looking for the sequences of keys in what is pasted, so that a page
    could hide keys in what one copies from it.
    """

    def __init__(self) -> None:
        self._pasting, self._rest = False, ""

    def cleaned(self, data: str) -> str:
        """The next piece; a mark that is torn between two pieces of a paste is waited for."""
        data, self._rest = self._rest + data, ""
        made = []
        while data:
            mark = _END if self._pasting else _BEGIN
            before, found, data = data.partition(mark)
            if self._pasting and not found:
                before, self._rest = _torn(before)
            made.append((_NO_TEXT.sub("", before) if self._pasting else before) + found)
            if found:
                self._pasting = not self._pasting
        return "".join(made)


def _torn(text: str) -> tuple[str, str]:
    """The text, and what may be the beginning of a paste's end."""
    for length in range(len(_END) - 1, 0, -1):
        if text.endswith(_END[:length]):
            return text[:-length], text[-length:]
    return text, ""


def lasting(driver: type[Driver]) -> type[Driver]:
    """A driver that survives its terminal, where it is the one for terminals of POSIX systems."""
    if os.name != "posix":
        return driver
    from textual._xterm_parser import XTermParser
    from textual.drivers import linux_driver
    from textual.drivers.linux_driver import LinuxDriver

    if driver is not LinuxDriver:
        return driver

    class Parser(XTermParser):
        """Textual's own, fed with plain pastes."""

        def __init__(self, debug: bool = False) -> None:
            self._pastes = PlainPastes()
            super().__init__(debug)

        def feed(self, data: str) -> Iterable[Message]:
            return super().feed(self._pastes.cleaned(data) if data else data)

    # The driver makes its parser by this name, and offers no other way to choose one.
    linux_driver.XTermParser = Parser  # type: ignore[attr-defined]

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
