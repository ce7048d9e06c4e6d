"""The debate, the sides and the files that a command's words name."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from debate.cli.failures import UsageError, unknown
from debate.cli.progress import Progress

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace, _ActionsContainer

    from debate.files import Reading
    from debate.model import Debate
    from debate.model.annotations import Annotations


def add_path(parser: ArgumentParser) -> None:
    """The argument PATH that most commands take."""
    from debate.cli.table import PATH_HELP

    parser.add_argument("path", metavar="PATH", help=PATH_HELP)


def add_parts(parser: ArgumentParser) -> None:
    """The options of commands that print a part of a debate: some sides, some levels."""
    parser.add_argument(
        "--side",
        metavar="NAME",
        action="append",
        default=[],
        help="only this side (may be given several times)",
    )
    parser.add_argument(
        "--depth",
        metavar="N",
        type=_depth,
        help="only N levels below each recommendation, thesis or background claim",
    )


#: How claims can be numbered: debate.writers.NUMBERS, which would cost time to import.
NUMBERS = ("decimal", "outline", "none")


def add_looks(parser: ArgumentParser) -> None:
    """The options of commands that print outlines: how they are numbered, what is left out."""
    parser.add_argument(
        "--numbers",
        choices=NUMBERS,
        default=NUMBERS[0],
        help="how claims are numbered: 1.2.3, I.A.1.a, or not at all (default: %(default)s)",
    )
    parser.add_argument(
        "--no-citations", action="store_true", help="leave out where each claim is made"
    )


def add_notes(parser: ArgumentParser) -> None:
    """The option of commands that can print a reader's notes beside the claims."""
    parser.add_argument(
        "--notes",
        metavar="FILE",
        default="",
        help="with the notes and marks in this file; mine: those you made in the terminal",
    )


def notes(arguments: Namespace, debate: Debate) -> Annotations | None:
    """The notes that were asked for, None if none were; raises InvalidDebate and OSError."""
    if not arguments.notes:
        return None
    from debate.readers.annotations import read
    from debate.readers.opening import text_of

    path = arguments.notes
    if path == "mine":
        from debate.model.annotations import NO_ANNOTATIONS
        from debate.tui import home

        mine = home.notes(home.key(resolve(arguments.path)))
        if not mine.exists():
            return NO_ANNOTATIONS
        path = str(mine)
    return read(text_of(path), path, debate)


def add_json(parser: _ActionsContainer) -> None:
    """The option of commands that have a form for programs."""
    parser.add_argument("--json", action="store_true", help="print JSON, for programs")


def resolve(path: str) -> str:
    """The path that a PATH means: itself, or the bundled debate's under its own name."""
    from debate.files import bundled

    ours = bundled()
    return str(ours) if path == ours.name and not Path(path).exists() else path


def load(path: str, piped: bytes | None = None) -> Debate:
    """The debate at PATH; raises InvalidDebate. ``piped``: what stdin held, if it was read."""
    from debate import files
    from debate.model.problem import InvalidDebate

    with Progress(path) as progress:
        try:
            return files.load(resolve(path), progress=progress, piped=piped)
        except InvalidDebate as error:
            from debate.cli.library import choice

            if (problem := choice(path, error.problems)) is None:
                raise
            raise InvalidDebate([problem]) from None


def check(path: str) -> Reading:
    """The debate at PATH with all that is to be said about it; never raises for bad input."""
    from debate import files

    with Progress(path) as progress:
        return files.read(resolve(path), progress=progress)


def sides(debate: Debate, wanted: Iterable[str]) -> tuple[str, ...]:
    """The names of the positions that ``wanted`` names: by name or short name, in any case.

    Raises UsageError for one that there is not.
    """
    names = {side.label.casefold(): side.name for side in debate.positions}
    names |= {side.name.casefold(): side.name for side in debate.positions}
    names["background"] = "background"
    found = []
    for word in wanted:
        if word.casefold() not in names:
            raise unknown("side", word, (side.name for side in debate.positions))
        found.append(names[word.casefold()])
    return tuple(found)


def _depth(word: str) -> int:
    """A number of levels; argparse reports the ValueError's kin as wrong use."""
    from argparse import ArgumentTypeError

    if not (word.isascii() and word.isdigit()):
        raise ArgumentTypeError(f"{word} is no number of levels; write 0, 1, 2, …")
    return int(word)


def two_inputs(*paths: str) -> None:
    """Raise UsageError where more than one of the files read is standard input."""
    if paths.count("-") > 1:
        raise UsageError("standard input (-) can be read only once")
