"""Standard output and standard error, whatever they are connected to."""

from __future__ import annotations

import errno
import os
import sys
from io import TextIOWrapper

TYPE_CHECKING = False  # type checkers know the name; importing typing would cost 3 ms
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO


def prepare() -> None:
    """Let no character stop the output: what the encoding lacks is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def write(chunks: Iterable[str] | Iterable[bytes], *, data: bool = False) -> None:
    """Write a result to stdout; ``data`` for other programs is UTF-8 whatever the terminal's is.

    Bytes go out as they are.

    Raises OSError where stdout is closed or full, BrokenPipeError where its reader went away.
    """
    out = sys.stdout
    if out is None:
        raise OSError(errno.EBADF, "standard output is closed")
    if data and isinstance(out, TextIOWrapper):
        out.reconfigure(encoding="utf-8", errors="backslashreplace")
    for chunk in chunks:
        if isinstance(chunk, str):
            out.write(chunk)
        else:
            out.buffer.write(chunk)
    out.flush()


def say(line: str) -> None:
    """One line for the person at the terminal, on stderr, free of control characters."""
    from debate.model.text import one_line

    if sys.stderr is None:  # print would take None for stdout
        return
    try:
        print(one_line(line), file=sys.stderr, flush=True)
    except OSError:
        abandon(sys.stderr)


def abandon(stream: TextIO | None) -> None:
    """Send the rest of a broken stream nowhere: else the interpreter tries again as it exits."""
    if stream is None or id(stream) not in (id(sys.__stdout__), id(sys.__stderr__)):
        return  # closed, or a stand-in that has no descriptor
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
