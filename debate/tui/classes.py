"""Where classes are kept: a file each, in the folder of what the user made; none is ever removed.

Each change is written beside, flushed to the disk, and only then put in place of what was there.
"""

from __future__ import annotations

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
