"""Opening what a path names, or saying in one line why that cannot be done."""

from __future__ import annotations

import re
import stat
import sys
from pathlib import Path

from debate.files.finding import Broken, Finding

#: Larger files are refused: a debate that size has tens of millions of claims.
LIMIT = 512 * 1024 * 1024

_SLICE = 1 << 20

#: Bytes that are allowed by themselves, or belong to characters that are looked at one by one.
_PLAIN = bytes([9, 10, 13, *range(0x20, 0x7F), *range(0x80, 0x100)])

#: Blanks and what marks an encoding: nothing else is in a file that is empty.
_BLANK = b" \t\r\n\f\v\xef\xbb\xbf\xff\xfe"

_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def slurp(path: Path | None, piped: bytes | None = None) -> bytes:
    """The bytes of a file (None is standard input), known to be printable UTF-8.

    ``piped`` is what standard input held, where it has been read already. Raises Broken when it is
    missing, no regular file, too large, unreadable or not UTF-8.
    """
    if path is not None:
        data = from_file(path)
    else:
        data = from_stdin() if piped is None else piped
        if len(data) > LIMIT:
            raise Broken(_too_large())
    _check_encoding(filled(data))
    return data


def filled(data: bytes) -> bytes:
    """The same bytes, of a file in any format; raises Broken where there is nothing in it."""
    if not data.strip(_BLANK):
        raise Broken(
            Finding("empty", "the file is empty", "`debate new DIR` writes one to start from")
        )
    return data


def from_stdin() -> bytes:
    """All of standard input, or of one that is too large enough to see that it is."""
    return sys.stdin.buffer.read(LIMIT + 1)


def from_file(path: Path) -> bytes:
    """The bytes of a file; raises Broken where it is missing, no file, too large or unreadable."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise Broken(Finding("not-a-file", "this is a folder", "name a file in it"))
        if not stat.S_ISREG(status.st_mode):
            # A FIFO or a device would block or never end: it is not even opened.
            raise Broken(Finding("not-a-file", "this is no regular file", "copy it into one"))
        if status.st_size > LIMIT:
            raise Broken(_too_large())
        return path.read_bytes()
    except FileNotFoundError:
        raise Broken(Finding("missing-file", "there is no such file", "check the name")) from None
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise Broken(
            Finding("unreadable", f"it cannot be read: {reason}", "check its permissions")
        ) from None


def _too_large() -> Finding:
    return Finding("too-large", "the file is larger than 512 MiB", "split the debate into several")


def _check_encoding(data: bytes) -> None:
    """Refuse what is not UTF-8 or holds characters that YAML does not allow, with the place."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Broken(Finding("encoding", "the file is UTF-16", "save it as UTF-8", (), 1, 1))
    start = 0
    while start < len(data):
        # Cut after a line end, so that no character is torn; a slice at a time bounds the memory.
        end = data.find(b"\n", start + _SLICE)
        end = len(data) if end < 0 else end + 1
        if data[start:end].isascii() and not data[start:end].translate(None, _PLAIN):
            start = end
            continue
        try:
            text = str(memoryview(data)[start:end], "utf-8")
        except UnicodeDecodeError as error:
            at = start + error.start
            message = f"byte 0x{data[at]:02x} is not UTF-8"
            raise Broken(_at(data, at, "encoding", message, "save the file as UTF-8")) from None
        found = _UNPRINTABLE.search(text, 1 if start == 0 and text[0] == "\ufeff" else 0)
        if found:
            at = start + len(text[: found.start()].encode())
            message = f"the character U+{ord(found[0]):04X} is not allowed"
            raise Broken(_at(data, at, "character", message, "remove it"))
        start = end


def _at(data: bytes, offset: int, code: str, message: str, hint: str) -> Finding:
    before = data[:offset]
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8", "replace")) + 1
    return Finding(code, message, hint, (), before.count(b"\n") + 1, column)
