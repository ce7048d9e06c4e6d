"""``debate record``: what a class said, as a page to keep."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from debate.cli.failures import UsageError, explain, unknown
from debate.cli.streams import say, write

DESCRIPTION = """\
Write the record of a class by show of hands (H in the app) as one page: both
votes, the shift, what divided the class, what stands if it is right, and the
notes. Without FILE, list the classes that are kept."""

EXAMPLES = """\
  debate record                                  which classes there are
  debate record class.json                       one of them, as Markdown
  debate record class.json -o 10a.html           the name says the format
  debate record class.json --to html > 10a.html"""


def configure(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "file", metavar="FILE", nargs="?", help="a class that was kept; - is standard input"
    )
    parser.add_argument(
        "--to",
        metavar="FORMAT",
        dest="format",
        help="markdown or html; the default is what the file's name says, else markdown",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        default="-",
        help="the file to write; - is standard output",
    )


def run(arguments: Namespace) -> int:
    """Write the record out."""
    if arguments.file is None:
        return _list()
    from debate.lessons.keeping import read
    from debate.lessons.report import FORMATS
    from debate.readers.opening import text_of
    from debate.writers.replace import replace

    name = arguments.format or _format_of(arguments.output)
    if name not in FORMATS:
        named = (each for each, (end, _) in FORMATS.items() if end == f".{name.lstrip('.')}")
        if not (found := next(named, "")):
            raise unknown("format", name, FORMATS)
        name = found
    record = read(text_of(arguments.file), arguments.file)
    page = FORMATS[name][1](record)
    if arguments.output == "-":
        write(page, data=True)
    else:
        try:
            replace(arguments.output, page)
        except OSError as error:
            error.filename = error.filename or arguments.output  # a full disk names no file
            raise
        say(f"wrote {arguments.output}")
    return 0


def _format_of(output: str) -> str:
    """The format whose file extension ``output`` has, Markdown where it says none."""
    from debate.lessons.report import FORMATS

    suffix = Path(output).suffix
    for name, (extension, _) in FORMATS.items():
        if suffix == extension:
            return name
    if output != "-":
        raise UsageError(f"which format? write --to and one of {', '.join(FORMATS)}")
    return "markdown"


def _list() -> int:
    from debate.lessons import summary
    from debate.lessons.record import Record
    from debate.tui import classes

    there = classes.listed()
    broken = 0
    for path, found in there:
        if isinstance(found, Record):
            said = [summary.when(found), summary.who(found), found.debate]
            write([f"{'; '.join(filter(None, said))}\n    {path}\n"])
        else:
            broken = explain(found)
    if not there:
        say("no class is kept yet; H in the app begins one")
    return broken
