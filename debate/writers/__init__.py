"""From a debate to one file: a registry of writers, one format a module.

The built-in formats are the modules of ``debate.writers.formats``; another package adds one with
an entry point in the group ``debate.writers`` that names a :class:`Writer`. Importing this package
imports no writer.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from debate.model import Debate
    from debate.model.annotations import Annotations
    from debate.reasoning.evaluate import Evaluation

#: The entry-point group in which packages offer writers.
GROUP = "debate.writers"


@dataclass(slots=True, frozen=True)
class Options:
    """What of a debate to write: all of it, unless ``sides`` or ``depth`` say less.

    ``sides`` are names of positions, "background" among them; empty is all. ``depth`` is how many
    levels below each root to keep; None is all. ``notes`` is what a reader wrote beside the claims,
    and ``judged`` what is thought of them: None leaves it out, and so does a format that holds
    nothing but the debate.
    """

    sides: tuple[str, ...] = ()
    depth: int | None = None
    notes: Annotations | None = None
    judged: Evaluation | None = None


#: The whole debate.
ALL = Options()


@dataclass(slots=True, frozen=True)
class Writer:
    """A format: its name on the command line, its title, its files' extension (".md"), its writer.

    ``write`` yields the file's text in chunks, lines ended by "\\n"; it raises nothing for any
    debate, and text from the debate comes out as text, whatever it looks like.
    """

    name: str
    title: str
    extension: str
    write: Callable[[Debate, Options], Iterator[str]]


class UnusableWriter(KeyError):
    """An installed package offers a writer, but it does not load."""

    def __str__(self) -> str:
        return str(self.args[0])


def names() -> list[str]:
    """The names of all formats, the built-in ones first; none of them is imported."""
    ours = _built_in()
    return ours + sorted({entry.name for entry in _entry_points()} - set(ours))


def get(name: str) -> Writer:
    """The writer called ``name``; raises KeyError where there is none.

    A built-in name wins over an entry point's. Raises :class:`UnusableWriter`, a KeyError that says
    why, for an entry point that cannot be loaded or is no :class:`Writer`.
    """
    if name in _built_in():
        from importlib import import_module

        writer = import_module(f"debate.writers.formats.{name}").WRITER
        assert isinstance(writer, Writer)
        return writer
    for entry in _entry_points():
        if entry.name == name:
            return _loaded(entry)
    raise KeyError(name)


def export(
    debate: Debate,
    name: str,
    *,
    sides: Iterable[str] = (),
    depth: int | None = None,
    notes: Annotations | None = None,
) -> str:
    """The whole text of ``debate`` in the format called ``name``.

    ``sides``, ``depth`` and ``notes`` are those of :class:`Options`. Raises KeyError for a format
    or a side that there is not.
    """
    return "".join(get(name).write(debate, Options(tuple(sides), depth, notes)))


def save(
    debate: Debate, writer: Writer, path: str | os.PathLike[str], options: Options = ALL
) -> None:
    """Write ``debate`` to the file ``path``, which is replaced only once the new one is complete.

    Raises OSError where that cannot be done; then what was there is untouched.
    """
    from debate.writers.replace import replace

    replace(path, writer.write(debate, options))


def _built_in() -> list[str]:
    """The modules in the folder of formats, by name."""
    from pkgutil import iter_modules

    from debate.writers import formats

    return sorted(module.name for module in iter_modules(formats.__path__))


def _entry_points() -> Iterable[EntryPoint]:
    from importlib.metadata import entry_points

    return entry_points(group=GROUP)


def _loaded(entry: EntryPoint) -> Writer:
    try:
        writer = entry.load()
    except Exception as error:  # a stranger's module may fail in any way
        raise UnusableWriter(f"{entry.name} ({entry.value}) does not load: {error}") from error
    if not isinstance(writer, Writer):
        raise UnusableWriter(f"{entry.name} ({entry.value}) is no debate.writers.Writer")
    return writer
