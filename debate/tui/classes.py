"""Where classes are kept: a file each, in the folder of what the user made; none is ever removed.

Each change is written beside, flushed to the disk, and only then put in place of what was there.
"""

from __future__ import annotations

from dataclasses import replace as replaced
from datetime import datetime
from pathlib import Path

from debate.lessons.keeping import read, write
from debate.lessons.record import Record
from debate.model.problem import InvalidDebate
from debate.readers.opening import text_of
from debate.tui import home
from debate.writers.replace import replace


def folder() -> Path:
    """Where all of them are."""
    return home.data() / "classes"


def new(key: str, begun: str) -> Path:
    """The path for a new class on the debate called ``key``; nothing is written there yet."""
    stamp = f"{datetime.fromisoformat(begun):%Y%m%d-%H%M%S}"
    names = (f"{key}-{stamp}{f'-{n}' if n else ''}.json" for n in range(10_000))
    return next(path for name in names if not (path := folder() / name).exists())


class ElsewhereError(Exception):
    """Another window, or another machine, wrote to the class since it was last seen here."""


class Kept:
    """The file of a class that is on, as it was last seen: what somebody else writes is not lost.

    Where two have gone on with one class both stay, the second as another class. What writes raises
    OSError where that cannot be.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._seen = _bytes(path)
        except OSError:  # nor can it be written then, which will be said
            self._seen = None
        self._last: Record | None = None

    def keep(self, record: Record) -> None:
        """Write the class.

        Raises OSError where that cannot be and ElsewhereError where somebody else wrote; both leave
        what was there.
        """
        if _bytes(self.path) != self._seen:
            raise ElsewhereError(self.path.name)
        self._put(record)

    def insist(self, record: Record) -> Path:
        """Write the class; what somebody else wrote becomes another one: says where."""
        theirs = self._another(record)
        replace(theirs, [self.path.read_text(encoding="utf-8")])
        self._put(record)
        return theirs

    def aside(self, record: Record) -> Path:
        """Write the class as another one, and say where; what somebody else wrote stays."""
        ours = self._another(record)
        keep(ours, record)
        self._last = record
        return ours

    def has(self, record: Record) -> bool:
        """Whether all that the class said is written somewhere; its timers do not count."""
        return self._last is not None and replaced(record, timers=()) == replaced(
            self._last, timers=()
        )

    def _another(self, record: Record) -> Path:
        return new(self.path.stem.partition("-")[0], record.begun)

    def _put(self, record: Record) -> None:
        keep(self.path, record)
        self._seen, self._last = _bytes(self.path), record


def _bytes(path: Path) -> bytes | None:
    """What a file holds; None where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def keep(path: Path, record: Record) -> None:
    """Write a class; raises OSError where that cannot be, and then leaves what was there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    replace(path, [write(record)])


def load(path: Path) -> Record:
    """A class that was kept; raises OSError, and InvalidDebate with all that is wrong."""
    return read(text_of(str(path)), str(path))


def paths(key: str = "") -> list[Path]:
    """The files of all classes on a debate (or on any), the latest first."""
    found = folder().glob(f"{key}-*.json" if key else "*.json")
    return sorted(found, key=lambda path: path.stem.partition("-")[2], reverse=True)


def listed(key: str = "") -> list[tuple[Path, Record | InvalidDebate | OSError]]:
    """All classes on a debate (or on any), the latest first; what is wrong with one in its place.

    One that cannot be read stays where it is: ``debate record FILE`` says all that is wrong.
    """
    found: list[tuple[Path, Record | InvalidDebate | OSError]] = []
    for path in paths(key):
        try:
            found.append((path, load(path)))
        except (OSError, InvalidDebate) as error:
            found.append((path, error))
    return found
