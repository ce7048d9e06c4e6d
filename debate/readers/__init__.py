"""From any file to a debate: our own YAML, or a foreign format that is told by its content.

The foreign formats are the modules of ``debate.readers.formats``. A path that is plainly one of our
own debates imports none of them.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from debate.model.problem import InvalidDebate

if TYPE_CHECKING:
    from debate.files.locating import Place
    from debate.files.reading import Progress
    from debate.model import Debate
    from debate.model.problem import Problem
    from debate.model.reading import Reading

#: Our own format's name.
OWN = "yaml"


@dataclass(slots=True, frozen=True)
class Reader:
    """A foreign format: its name on the command line, its title, how its files' names end.

    ``likeness`` is told how a file begins (its first 64 KiB as text) and how its name ends
    (".txt", lower case, "" of standard input): 0 it is something else, 1 only the name speaks for
    it, 2 the content looks like it, 3 it can be nothing else. ``read`` takes the bytes of a file
    and its name as it is to be shown. It ends in a debate, or in problems with their lines: as the
    Reading that :meth:`debate.readers.making.Making.finish` returns, or by raising InvalidDebate.
    A debate beside problems that are errors is what could be read in spite of them.
    """

    name: str
    title: str
    extensions: tuple[str, ...]
    likeness: Callable[[str, str], int]
    read: Callable[[bytes, str], Reading]


def names() -> list[str]:
    """The names of all formats that can be read, our own first; none of them is imported."""
    from pkgutil import iter_modules

    from debate.readers import formats

    return [OWN, *sorted(module.name for module in iter_modules(formats.__path__))]


def get(name: str) -> Reader:
    """The reader of the foreign format called ``name``; raises KeyError where there is none."""
    if name == OWN or name not in names():
        raise KeyError(name)
    from importlib import import_module

    reader = import_module(f"debate.readers.formats.{name}").READER
    assert isinstance(reader, Reader)
    return reader


def load(
    path: str | os.PathLike[str],
    *,
    format: str = "",
    progress: Progress | None = None,
    piped: bytes | None = None,
    tell: Callable[[list[Problem]], object] | None = None,
) -> Debate:
    """The debate at ``path``, in any format; raises InvalidDebate with all that is wrong with it.

    ``format`` is one of :func:`names`; "" tells it by the content. ``piped`` is what standard input
    held, where it has been read already. With ``tell`` a foreign file with errors gives what could
    be read in spite of them, and ``tell`` is called with everything there is to say.
    """
    reading = read(path, format=format, progress=progress, places=False, piped=piped)
    wrong = any(found.severity == "error" for found in reading.problems)
    if reading.debate is None or (wrong and tell is None):
        raise InvalidDebate(reading.problems)
    if tell is not None and reading.problems:
        tell(reading.problems)
    return reading.debate


def read(
    path: str | os.PathLike[str],
    *,
    format: str = "",
    progress: Progress | None = None,
    places: bool = True,
    piped: bytes | None = None,
) -> Reading:
    """The debate at ``path`` with all that is to be said about it; never raises for bad input.

    The arguments are those of :func:`load`; ``places`` is that of :func:`debate.files.read`.
    Raises KeyError for a ``format`` that there is not.
    """
    from debate import files
    from debate.readers import opening

    own = format == OWN or (not format and opening.is_own(path))
    if not own:
        try:
            data = opening.bytes_of(path, piped)
            name = format or opening.detect(data, os.fspath(path))
            if name != OWN:
                return opening.tidy(get(name).read(data, os.fspath(path)), os.fspath(path))
        except InvalidDebate as invalid:
            return opening.refused(invalid, os.fspath(path))
        piped = data if os.fspath(path) == "-" else None
    return files.read(path, progress=progress, places=places, piped=piped)


def locate(path: str | os.PathLike[str], debate: Debate, row: int) -> Place:
    """Where the claim in ``row`` of ``debate``, which was read from ``path``, stands now.

    As :func:`debate.files.locating.locate`, for any format. Never raises.
    """
    from debate.files.locating import Place
    from debate.files.locating import locate as in_own
    from debate.readers import opening

    if opening.is_own(path):
        return in_own(path, debate, row)
    reading = read(path, places=False)
    if reading.debate is not None and 0 <= row < len(debate.claims):
        from debate.model.alignment import Alignment

        found = Alignment(debate, reading.debate).row(row)
        if found is not None and found < len(reading.lines) and reading.lines[found]:
            return Place(str(Path(path)), reading.lines[found])
    return in_own(path, debate, row)
