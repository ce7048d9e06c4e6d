"""``debate export``: a debate in another format."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from debate.cli.failures import UsageError, unknown
from debate.cli.judging import add_judgements, judgements
from debate.cli.reading import add_notes, add_parts, add_path, load, notes, sides, two_inputs
from debate.cli.streams import say, write

if TYPE_CHECKING:
    from debate.model import Debate
    from debate.reasoning.evaluate import Evaluation

DESCRIPTION = """\
Write a debate, or a part of it, in another format: to stdout, or to a file,
which is replaced only once the new one is complete. Installed packages may
add formats."""

EXAMPLES = """\
  debate export my-debate --to markdown
  debate export my-debate --to html -o handout.html    a page to print
  debate export my-debate --to svg -o map.svg       the argument map drawn
  debate export my-debate -o fried.md --side fried     the name says the format
  debate export my-debate -o mine.html --notes mine    with your notes in it
  debate export my-debate -o map.svg --judgements mine.json    with its verdicts
  debate export my-debate --to json | jq '.claims | length'"""


def configure(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    add_path(parser)
    parser.add_argument(
        "--to",
        metavar="FORMAT",
        dest="format",
        help="markdown, text, html, json, svg or yaml; the default is what the file's name says",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        default="-",
        help="the file to write; - is standard output",
    )
    add_parts(parser)
    add_notes(parser)
    add_judgements(parser)


def run(arguments: Namespace) -> int:
    """Write the debate out."""
    from debate import writers

    name = arguments.format or _format_of(arguments.output)
    try:
        writer = writers.get(name)
    except writers.UnusableWriter as error:
        raise UsageError(str(error)) from None
    except KeyError:
        raise unknown("format", name, writers.names()) from None
    two_inputs(arguments.path, arguments.notes, arguments.judgements)
    debate = load(arguments.path)
    options = writers.Options(
        sides(debate, arguments.side),
        arguments.depth,
        notes(arguments, debate),
        _judged(arguments, debate),
    )
    if arguments.output == "-":
        write(writer.write(debate, options), data=True)
    else:
        try:
            writers.save(debate, writer, arguments.output, options)
        except OSError as error:
            error.filename = error.filename or arguments.output  # a full disk names no file
            raise
        say(f"wrote {arguments.output}")
    return 0


def _judged(arguments: Namespace, debate: Debate) -> Evaluation | None:
    """What the judgements on the command line make of the debate; None if there are none."""
    found = judgements(arguments, debate)
    if not found:
        return None
    from debate.reasoning.evaluate import judge

    return judge(debate, found)


def _format_of(output: str) -> str:
    """The format whose file extension ``output`` has; raises UsageError."""
    from debate import writers

    suffix = Path(output).suffix
    for name in writers.names():
        if suffix and suffix == writers.get(name).extension:
            return name
    raise UsageError(f"which format? write --to and one of {', '.join(writers.names())}")
