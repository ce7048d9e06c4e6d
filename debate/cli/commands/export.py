"""``debate export``: a debate in another format."""

from __future__ import annotations

import sys
from argparse import Action, ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any, NoReturn

from debate.cli.failures import UsageError, did_you_mean, unknown
from debate.cli.judging import add_judgements, judged
from debate.cli.reading import (
    add_looks,
    add_notes,
    add_parts,
    add_path,
    load,
    notes,
    sides,
    two_inputs,
)
from debate.cli.streams import say, write

if TYPE_CHECKING:
    from debate.model import Debate
    from debate.writers import Options, Writer

DESCRIPTION = """\
Write a debate, or a part of it, in another format: to stdout, or to a file,
which is replaced only once the new one is complete. What the format has no
place for is said on stderr, and how it was put instead. Installed packages
may add formats."""

EXAMPLES = """\
  debate export --formats                              what there is
  debate export my-debate --to markdown
  debate export my-debate --to html -o handout.html    a page to print
  debate export my-debate -o paper.docx --numbers outline
  debate export my-debate --to svg -o map.svg          the argument map drawn
  debate export my-debate -o fried.md --side fried     the name says the format
  debate export my-debate -o mine.html --notes mine    with your notes in it
  debate export my-debate -o judged.md --reject fried.meet
  debate export my-debate -o map.svg --judgements mine.json
  debate export my-debate --to json | jq '.claims | length'"""


def configure(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    add_path(parser)
    parser.add_argument(
        "--to",
        metavar="FORMAT",
        dest="format",
        help="one of those that --formats lists; the default is what the file's name says",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        default="-",
        help="the file to write; - is standard output",
    )
    parser.add_argument("--formats", action=_Formats, nargs=0, help="list the formats, and exit")
    parser.add_argument(
        "--style", metavar="STYLE", default="", help="a kind of the format, as --formats lists them"
    )
    add_looks(parser)
    add_parts(parser)
    add_notes(parser)
    add_judgements(parser)


class _Formats(Action):
    """``--formats``: like ``--help``, it ends the run."""

    def __call__(self, *_: Any) -> NoReturn:
        """Print the formats and exit."""
        from debate import writers

        for name in writers.names():
            try:
                writer = writers.get(name)
            except writers.UnusableWriter as error:
                say(f"debate: {error}")
                continue
            styles = f" (--style {', '.join(writer.styles)})" if writer.styles else ""
            write([f"{name:<10} {writer.extension:<15} {writer.title}{styles}\n"])
        raise SystemExit(0)


def run(arguments: Namespace) -> int:
    """Write the debate out."""
    from debate import writers
    from debate.writers.losses import Losses

    writer = _writer(arguments)
    if arguments.style and arguments.style not in writer.styles:
        raise unknown("style", arguments.style, writer.styles)
    two_inputs(arguments.path, arguments.notes, arguments.judgements or "")
    debate = load(arguments.path)
    options = writers.Options(
        sides(debate, arguments.side),
        arguments.depth,
        notes(arguments, debate),
        judged(arguments, debate),
        not arguments.no_citations,
        arguments.numbers,
        arguments.style,
        Losses(),
    )
    try:
        _write(writer, debate, options, arguments.output)
    except writers.NotInstalled as error:
        say(f"debate: {error}")
        return 1
    return 0


def _write(writer: Writer, debate: Debate, options: Options, output: str) -> None:
    from debate import writers

    if output == "-":
        write(writer.write(debate, options), data=True)
    else:
        try:
            writers.save(debate, writer, output, options)
        except OSError as error:
            error.filename = error.filename or output  # a full disk names no file
            raise
        say(f"wrote {output}")
    for line in options.losses.grouped() if options.losses else ():
        say(f"not in {writer.title}: {line}")


def _writer(arguments: Namespace) -> Writer:
    """The format that is asked for, or that the file's name says; raises UsageError."""
    from debate import writers

    name = arguments.format
    try:
        if not name:
            name = writers.of_file(arguments.output)
        if not name:
            raise UsageError(f"which format? write --to and one of {', '.join(writers.names())}")
        try:
            writer = writers.get(name)
        except writers.UnusableWriter:
            raise
        except KeyError:
            writer = writers.get(_by_extension(name))
    except writers.UnusableWriter as error:
        raise UsageError(str(error)) from None
    if writer.binary and arguments.output == "-" and sys.stdout and sys.stdout.isatty():
        raise UsageError(
            f"{writer.name} is no text for a terminal; name a file: -o FILE{writer.extension}"
        )
    return writer


def _by_extension(word: str) -> str:
    """The format whose files are called so: "md", ".docx"; raises UsageError where none is."""
    from debate import writers

    if found := writers.of_file(f"file.{word.lstrip('.')}"):
        return found
    meant = did_you_mean(word, writers.names())
    for name in () if meant else writers.names():
        if word.casefold() in writers.get(name).title.casefold().split():
            meant = f"; did you mean {name}?"
    raise UsageError(f"unknown format {word}{meant or '; debate export --formats lists them'}")
