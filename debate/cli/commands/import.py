"""``debate import``: a folder of our own files out of a map in another format."""

from __future__ import annotations

import sys
from argparse import Action, ArgumentParser, Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from debate.cli.failures import report, unknown
from debate.cli.folders import make
from debate.cli.reading import check
from debate.cli.streams import say, write
from debate.model.problem import InvalidDebate

if TYPE_CHECKING:
    from debate.model import Debate

DESCRIPTION = """\
Make a debate's folder, to edit and to walk, out of a map that was made
elsewhere. Its format is told by its content. What has no place in a debate is
kept as a note or under `extra`, and said on stderr. Other commands read such a
file directly, without importing it."""

EXAMPLES = """\
  debate import --formats                      what can be read
  debate import talk.argdown -o talk
  debate import kialo.txt -o city && debate city
  debate import --from kialo - -o city < export.txt"""

#: Positions that get a file each; of more than these, all stand in debate.yaml.
_FILES = 12


def configure(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="FILE", help="the map; - is standard input")
    parser.add_argument(
        "--from",
        metavar="FORMAT",
        dest="format",
        default="",
        help="one of those that --formats lists, where the content does not say it",
    )
    parser.add_argument("--formats", action=_Formats, nargs=0, help="list the formats, and exit")
    parser.add_argument("-o", "--output", metavar="DIR", required=True, help="the folder to make")


class _Formats(Action):
    """``--formats``: like ``--help``, it ends the run."""

    def __call__(self, *_: Any) -> NoReturn:
        """Print the formats and exit."""
        from debate import readers

        write([f"{readers.OWN:<10} {'.yaml, .yml':<26} our own\n"])
        for name in readers.names()[1:]:
            reader = readers.get(name)
            write([f"{name:<10} {', '.join(reader.extensions):<26} {reader.title}\n"])
        sys.exit(0)


def run(arguments: Namespace) -> int:
    """Read the map, make the folder, say what was put in another way."""
    from debate import readers

    if arguments.format and arguments.format not in readers.names():
        raise unknown("format", arguments.format, readers.names())
    reading = check(arguments.file, arguments.format)
    if reading.debate is None:
        raise InvalidDebate(reading.problems)
    make(Path(arguments.output), _files(reading.debate))
    report(problem for problem in reading.problems if problem.severity == "error")
    for problem in reading.problems:
        if problem.severity == "note":
            say(str(problem))
    size = f"{len(reading.debate.claims):,} claims"
    say(f"made {arguments.output} ({size}): walk through it with  debate {arguments.output}")
    return 0


def _files(debate: Debate) -> dict[str, Iterable[str]]:
    from debate.writers import ALL
    from debate.writers.formats import yaml

    names = {side.name.lower() for side in debate.positions} | {"debate"}
    # names that differ in case alone are one file to some systems, and "debate" is the debate's own
    if len(debate.positions) > _FILES or len(names) <= len(debate.positions):
        return {"debate.yaml": yaml.write(debate, ALL)}
    return dict(yaml.files(debate))
