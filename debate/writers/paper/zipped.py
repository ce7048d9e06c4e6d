"""A zip archive in pieces, the same bytes for the same members: no clock, no file system."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import RawIOBase
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

#: The first date that a zip archive can hold.
_DATE = (1980, 1, 1, 0, 0, 0)

#: Characters that are gathered before they are compressed.
_CHUNK = 65_536


class _Sink(RawIOBase):
    """Keeps what is written to it until it is taken; it cannot go back, so nothing else is kept."""

    def __init__(self) -> None:
        self._chunks: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._chunks.append(bytes(data))
        return len(data)

    def take(self) -> Iterator[bytes]:
        chunks, self._chunks = self._chunks, []
        if data := b"".join(chunks):
            yield data


def zipped(members: Iterable[tuple[str, Iterable[str]]], *, large: bool = False) -> Iterator[bytes]:
    """An archive of texts, in UTF-8, by their names; ``large`` lets one have more than 2 GiB."""
    sink = _Sink()
    with ZipFile(sink, "w", ZIP_DEFLATED) as archive:
        for name, chunks in members:
            info = ZipInfo(name, _DATE)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            info.create_system = 3  # else it is that of the machine
            with archive.open(info, "w", force_zip64=large) as member:
                for chunk in _gathered(chunks):
                    member.write(chunk.encode("utf-8", "replace"))
                    yield from sink.take()
            yield from sink.take()
    yield from sink.take()


def _gathered(chunks: Iterable[str]) -> Iterator[str]:
    """Small pieces put together to larger ones."""
    kept: list[str] = []
    size = 0
    for chunk in chunks:
        kept.append(chunk)
        size += len(chunk)
        if size >= _CHUNK:
            yield "".join(kept)
            kept, size = [], 0
    yield "".join(kept)
