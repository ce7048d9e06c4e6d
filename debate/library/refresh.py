"""Bringing an index up to date with its library: what is new or changed is read, nothing else."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from debate.library.entry import Entry, broken, entry_of, rows_of
from debate.library.finding import Place, find, glance
from debate.library.index import Index, Read

#: Seconds after which one is told how far it has come, and what was read is written down.
_TURN = 0.25


@dataclass(slots=True, frozen=True)
class Step:
    """What is known now: entries that are new or changed, and the paths of those that are gone.

    ``done`` of ``total`` debates are read; ``total`` is 0 while they are still being found.
    """

    entries: list[Entry] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    done: int = 0
    total: int = 0


class Stopped(Exception):
    """Whoever waited for it has gone."""


def refresh(folder: Path, index: Index, stop: Callable[[], bool] = lambda: False) -> Iterator[Step]:
    """Find and read what changed under ``folder``; say at every turn what became known.

    New debates come twice: with the title that a glance shows, and when they are read. Raises
    Stopped soon after ``stop`` says so, IndexBroken and OSError as the index does. What was read by
    then stays in the index.
    """
    known = index.stamps()
    seen: set[str] = set()
    changed: list[tuple[Place, str]] = []
    others: list[Read] = []
    fresh: list[Entry] = []
    turn = time.monotonic() + _TURN
    for place in find(folder):
        if stop():
            raise Stopped
        seen.add(place.path)
        if known.get(place.path) == place.stamp:
            continue
        title = glance(place)
        if title is None:
            others.append(Read(place.path, place.stamp, None))
            continue
        changed.append((place, title))
        if place.path not in known:  # what was listed before stays until it is read anew
            fresh.append(Entry(place.path, title))
        if time.monotonic() > turn:
            yield Step(fresh)
            fresh, turn = [], time.monotonic() + _TURN
    gone = [path for path in known if path not in seen]
    if gone:
        index.forget(gone)
    if others:
        index.put(others)
    yield Step(fresh, gone + [read.path for read in others if read.path in known], 0, len(changed))
    yield from _read_all(changed, index, stop)


def _read_all(
    changed: list[tuple[Place, str]], index: Index, stop: Callable[[], bool]
) -> Iterator[Step]:
    """Read debates, and write them into the index at every turn."""

    def going_on(*_: int) -> None:
        if stop():
            raise Stopped

    batch: list[Read] = []
    entries: list[Entry] = []
    turn = time.monotonic() + _TURN
    for done, (place, title) in enumerate(changed, 1):
        going_on()
        entry = index.entry(place.path, place.stamp)  # another process may have been here
        if entry is None:
            batch.append(_read(place, title, going_on))
            entry = batch[-1].entry
        if entry is not None:
            entries.append(entry)
        if time.monotonic() > turn or done == len(changed):
            index.put(batch)
            yield Step(entries, [], done, len(changed))
            batch, entries, turn = [], [], time.monotonic() + _TURN


def _read(place: Place, title: str, progress: Callable[[int, int], None]) -> Read:
    from debate.files.reading import read

    reading = read(place.full, progress=progress, places=False)
    if reading.debate is None:
        return Read(place.path, place.stamp, broken(place.path, title, reading.problems))
    entry = entry_of(place.path, reading.debate)
    return Read(place.path, place.stamp, entry, rows_of(reading.debate))
