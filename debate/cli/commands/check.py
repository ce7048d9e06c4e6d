"""``debate check``: every problem of a debate's files, with its place."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from debate.cli.library import debates_in, is_library
from debate.cli.reading import add_json, check, two_inputs
from debate.cli.streams import say, write
from debate.cli.table import PATH_HELP

if TYPE_CHECKING:
    from debate.model import Problem

DESCRIPTION = """\
Say everything that is wrong with a debate's files, as file:line:column:
message, with what to write instead. Errors make the exit status 1; notes do
not."""

EXAMPLES = """\
  debate check my-debate
  debate check debates                all debates in a folder
  debate check one.yaml other         several at once
  debate check --json my-debate       for an editor or another program"""


def configure(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("paths", metavar="PATH", nargs="+", help=PATH_HELP)
    add_json(parser)


def run(arguments: Namespace) -> int:
    """Check each PATH; 1 if any of them has an error."""
    two_inputs(*arguments.paths)
    problems: list[Problem] = []
    for path in arguments.paths:
        debates = bad = 0
        library = is_library(path)
        for debate in debates_in(path):
            reading = check(debate)
            problems += reading.problems
            if not arguments.json:
                write(_lines(reading.problems))
            size = f"{len(reading.debate.claims)} claims, " if reading.debate else ""
            if not library or reading.problems:  # of a whole library, only what there is to do
                say(f"{debate}: {size}{_count(reading.problems)}")
            debates, bad = debates + 1, bad + (reading.debate is None)
        if library:
            say(f"{path}: {debates:,} debates, {bad or 'none'} with errors")
    if arguments.json:
        import json
        from dataclasses import asdict

        found = {"problems": [asdict(problem) for problem in problems]}
        write([json.dumps(found, ensure_ascii=False, indent=2), "\n"], data=True)
    return int(any(problem.severity == "error" for problem in problems))


def _lines(problems: Iterable[Problem]) -> Iterator[str]:
    from debate.model.text import one_line

    return (one_line(str(problem)) + "\n" for problem in problems)


def _count(problems: list[Problem]) -> str:
    """``2 errors, 1 note``."""
    errors = sum(problem.severity == "error" for problem in problems)
    counts = ((errors, "error"), (len(problems) - errors, "note"))
    said = [f"{count} {word}{'s' * (count != 1)}" for count, word in counts if count]
    return ", ".join(said) or "no problems"
