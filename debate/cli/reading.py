"""The debate, the sides and the files that a command's words name."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from debate.cli import failures
from debate.cli.failures import UsageError, unknown
from debate.cli.progress import Progress
from debate.cli.streams import say

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace, _ActionsContainer

    from debate.files import Reading
    from debate.model import Debate
    from debate.model.annotations import Annotations
    from debate.model.problem import Problem


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


def load(path: str, piped: bytes | None = None, format: str = "") -> Debate:
    """The debate at PATH; raises InvalidDebate. ``piped``: what stdin held, if it was read.

    A foreign file with errors gives what could be read all the same: the errors are said, and the
    command will end with exit status 1.
    """
    from debate import readers
    from debate.model.memory import to_stay
    from debate.model.problem import InvalidDebate

    told: list[Problem] = []
    with Progress(path) as progress:
        try:
            with to_stay():
                debate = readers.load(
                    resolve(path), format=format, progress=progress, piped=piped, tell=told.extend
                )
        except InvalidDebate as error:
            from debate.cli.library import choice

            if (problem := choice(path, error.problems)) is None:
                raise
            raise InvalidDebate([problem]) from None
    _say(path, told)
    return debate


def _say(path: str, told: list[Problem]) -> None:
    """Errors one by one; of a foreign file's notes only that there are some."""
    errors = [found for found in told if found.severity == "error"]
    failures.report(errors)
    notes = len(told) - len(errors)
    if notes and Path(path).suffix not in (".yaml", ".yml", ""):
        things = "one thing was" if notes == 1 else f"{notes} things were"
        say(f"debate: {path}: {things} put in another way; debate check {path} says how")


def check(path: str, format: str = "") -> Reading:
    """The debate at PATH with all that is to be said about it; never raises for bad input."""
    from debate import readers

    with Progress(path) as progress:
        return readers.read(resolve(path), format=format, progress=progress)


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
