"""A command run in a real pseudo-terminal, its screen kept by pyte, for tests and benches.

One thread is enough: bytes are read only while somebody waits, each chunk with the time it came at,
and the emulator eats them only when the screen is looked at. To measure, read with ``quiet`` first
and look with ``replay`` after: then a slow emulator falsifies no time.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

import pyte

#: What a key is called here, and what a terminal sends for it.
KEYS: dict[str, str] = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "backspace": "\x7f",
}


class Chunk(NamedTuple):
    """Bytes the command wrote, and when they arrived: seconds since it was started."""

    at: float
    data: bytes


class Cell(NamedTuple):
    """One cell of the screen; a colour is a name, six hex digits or ``default``."""

    text: str
    fg: str
    bg: str
    bold: bool
    reverse: bool


def home(folder: Path) -> dict[str, str]:
    """An environment in which a command finds and leaves nothing of the user's: all in a folder.

    The user has seen the way in before: what is tested is what comes after it.
    """
    state = folder / "debate" / "state"
    state.mkdir(parents=True, exist_ok=True)
    (state / "tour.json").write_text('{"seen": true}')
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    rooms = ("CONFIG", "DATA", "STATE", "CACHE")
    return (
        kept
        | {f"XDG_{room}_HOME": str(folder / room.lower()) for room in rooms}
        | {"HOME": str(folder), "DEBATE_HOME": str(folder / "debate")}
    )


def debate(*arguments: str) -> list[str]:
    """The command line that runs this checkout's ``debate``."""
    return [sys.executable, "-m", "debate", *arguments]


class Terminal:
    """A running command with a terminal of ``size`` columns and rows around it; a context."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        size: tuple[int, int] = (120, 40),
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> None:
        columns, rows = size
        self.screen = pyte.Screen(columns, rows)
        self.chunks: list[Chunk] = []
        self._stream = pyte.ByteStream(self.screen)
        self._shown = 0
        self._master, slave = pty.openpty()
        _set_size(slave, size)
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            cwd=cwd,
            env={**(env or os.environ), "TERM": "xterm-256color", "COLORTERM": "truecolor"},
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._master)

    # ------------------------------------------------------------------ talking to the command

    def press(self, *keys: str) -> float:
        """Press keys (names of :data:`KEYS`, or text as it is); say when: seconds since start."""
        at = self.now()
        for key in keys:
            os.write(self._master, KEYS.get(key, key).encode())
        return at

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size, and tell the command as a terminal would."""
        self.text()  # what was written for the old size is drawn in the old size
        _set_size(self._master, (columns, rows))
        self.screen.resize(lines=rows, columns=columns)
        os.killpg(self.process.pid, signal.SIGWINCH)

    def now(self) -> float:
        """Seconds since the command was started."""
        return time.perf_counter() - self.started

    # ------------------------------------------------------------------ waiting for it

    def wait_for(self, what: str | Callable[[Terminal], bool], timeout: float = 20) -> float:
        """Wait until the screen shows a text, or a predicate holds; say when its bytes arrived.

        Raises AssertionError, with the screen, when it has not come about in ``timeout`` seconds.
        """
        deadline = self.now() + timeout
        while True:
            text = self.text()
            if what in text if isinstance(what, str) else what(self):
                return self.chunks[-1].at if self.chunks else self.now()
            if not self._read(deadline - self.now()):
                raise AssertionError(f"never saw {what!r} on:\n{text}")

    def quiet(self, seconds: float = 0.15, timeout: float = 20) -> list[Chunk]:
        """What arrives until nothing has for ``seconds``; the emulator is not run meanwhile."""
        seen = len(self.chunks)
        deadline = self.now() + timeout
        while self.now() < deadline and self._read(seconds):
            pass
        return self.chunks[seen:]

    def stirs(self, timeout: float) -> bool:
        """Wait for something to arrive, at most ``timeout`` seconds; whether it did."""
        return self._read(timeout)

    def wait_exit(self, timeout: float = 20) -> int:
        """Wait until the command has ended by itself; its exit code."""
        deadline = self.now() + timeout
        while self._read(deadline - self.now()):
            pass
        return self.process.wait(max(0.1, deadline - self.now()))

    def _read(self, timeout: float) -> bool:
        """Wait for bytes and keep them; False when none came, or the command hung up."""
        if not select.select([self._master], [], [], max(0.0, timeout))[0]:
            return False
        try:
            data = os.read(self._master, 1 << 16)
        except OSError:  # how Linux says that the other end is closed
            return False
        self.chunks.append(Chunk(self.now(), data))
        return bool(data)

    # ------------------------------------------------------------------ looking at the screen

    def text(self) -> str:
        """The screen as lines of text, all that arrived so far drawn."""
        for chunk in self.chunks[self._shown :]:
            self._stream.feed(chunk.data)
        self._shown = len(self.chunks)
        return self.drawn

    @property
    def drawn(self) -> str:
        """The screen as lines of text, as far as it is drawn: what :meth:`replay` looks at."""
        return "\n".join(self.screen.display)

    def replay(self, until: Callable[[Terminal], bool]) -> float | None:
        """Draw what :meth:`quiet` read, chunk by chunk; when the one arrived that made it true."""
        while self._shown < len(self.chunks):
            chunk = self.chunks[self._shown]
            self._stream.feed(chunk.data)
            self._shown += 1
            if until(self):
                return chunk.at
        return None

    def cell(self, column: int, row: int) -> Cell:
        """One cell, both numbers counted from 0."""
        char = self.screen.buffer[row][column]
        return Cell(char.data, char.fg, char.bg, char.bold, char.reverse)

    @property
    def output(self) -> bytes:
        """Every byte the command wrote so far."""
        return b"".join(chunk.data for chunk in self.chunks)

    @property
    def alternate(self) -> bool:
        """Whether the command is on the alternate screen, where a full-screen program belongs."""
        output = self.output
        return output.rfind(b"\x1b[?1049h") > output.rfind(b"\x1b[?1049l")

    @property
    def cursor_shown(self) -> bool:
        """Whether the command last showed its cursor rather than hid it."""
        output = self.output
        return output.rfind(b"\x1b[?25l") <= output.rfind(b"\x1b[?25h")


def _set_size(terminal: int, size: tuple[int, int]) -> None:
    columns, rows = size
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
