"""The text of a foreign file, or of standard input."""

from __future__ import annotations

import sys
from pathlib import Path

from debate.model.problem import InvalidDebate, Problem


def text_of(path: str, piped: bytes | None = None) -> str:
    """The text of a UTF-8 file; "-" is standard input, or ``piped`` where it was read already.

    Raises OSError where it cannot be read and InvalidDebate where it is no UTF-8.
    """
    if piped is None:
        piped = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    data = piped
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        what = f"byte 0x{data[error.start]:02x} is no UTF-8"
        hint = "save the file as UTF-8"
        raise InvalidDebate(
            [Problem(path, line, column, "error", "encoding", what, hint)]
        ) from error
