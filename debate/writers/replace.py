"""Replacing a file in one step, so that a crash or a full disk never costs what was there."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

#: Chunks of text that are written at once.
_MANY = 200


def replace(path: str | os.PathLike[str], chunks: Iterable[str] | Iterable[bytes]) -> None:
    """Write ``chunks`` beside ``path``, text in UTF-8, and put the complete file in its place.

    A link is followed, a file's permissions are kept, and what is no file (a device, a pipe) is
    written to as it is. Raises OSError, and then leaves what was there.
    """
    mode = _mode(Path(path))
    if mode is not None and not stat.S_ISREG(mode):
        _write(Path(path), os.O_WRONLY, chunks)  # /dev/stdout on a pipe has no other name
        return
    target = Path(os.path.realpath(path))
    if mode is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    if not target.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "there is no such folder", str(target.parent))
    beside = target.with_name(f".{os.urandom(6).hex()}.tmp")
    try:
        _write(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, chunks)
        if mode is not None:
            beside.chmod(stat.S_IMODE(mode))
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _write(path: Path, flags: int, chunks: Iterable[str] | Iterable[bytes]) -> None:
    descriptor = os.open(path, flags, 0o666)  # less what the user's umask takes away
    with os.fdopen(descriptor, "wb") as file:
        for many in _gathered(chunks):
            file.write(many.encode("utf-8", "replace") if isinstance(many, str) else many)
        file.flush()
        if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            os.fsync(file.fileno())


def _gathered(chunks: Iterable[str] | Iterable[bytes]) -> Iterator[str | bytes]:
    """The chunks, those of text put together, for each is small: a million writes take long."""
    some: Iterator[str | bytes] = iter(chunks)
    while many := list(islice(some, _MANY)):
        texts = [chunk for chunk in many if isinstance(chunk, str)]
        if len(texts) == len(many):
            yield "".join(texts)
        else:
            yield from many
