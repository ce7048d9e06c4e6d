"""``debate show``: the claims of a debate, as an outline, a linear reading, or JSON."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from debate.cli.failures import UsageError
from debate.cli.judging import add_judgements, judged
from debate.cli.library import as_json, is_library, listing
from debate.cli.reading import (
    add_json,
    add_looks,
    add_notes,
    add_parts,
    add_path,
    load,
    notes,
    sides,
    two_inputs,
)
from debate.cli.streams import write

DESCRIPTION = """\
Print a debate's claims as an outline: what each side recommends and argues,
with its conditions, reasons and objections, and where each claim is made. Of
a folder of debates, print the list."""

EXAMPLES = """\
  debate show my-debate                     all of it
  debate show my-debate --side fried        one side's case
  debate show my-debate --depth 1           the upper levels
  debate show my-debate --numbers outline   I.A.1.a in place of 1.1.1.1
  debate show my-debate --reject fried.meet with what follows from that
  debate show my-debate --accessible        for a screen reader
  debate show my-debate --json              for programs"""


def configure(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    add_path(parser)
    add_parts(parser)
    add_looks(parser)
    add_notes(parser)
    add_judgements(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument(
        "--accessible",
        action="store_true",
        help="a linear reading: each claim says its number, its role and what follows",
    )
    add_json(form)


def run(arguments: Namespace) -> int:
    """Print the debate in the form asked for."""
    if is_library(arguments.path):
        return _show_library(arguments)
    from debate import writers
    from debate.writers import accessible

    two_inputs(arguments.path, arguments.notes, arguments.judgements or "")
    debate = load(arguments.path)
    options = writers.Options(
        sides(debate, arguments.side),
        arguments.depth,
        notes(arguments, debate),
        judged(arguments, debate),
        not arguments.no_citations,
        arguments.numbers,
    )
    if arguments.accessible:
        write(accessible.write(debate, options))
    else:
        writer = writers.get("json" if arguments.json else "text")
        write(writer.write(debate, options), data=arguments.json)
    return 0


def _show_library(arguments: Namespace) -> int:
    """Print the list of a folder's debates."""
    if arguments.side or arguments.depth is not None:
        raise UsageError("--side and --depth are for one debate, and this is a folder of several")
    if arguments.json:
        write(as_json(arguments.path), data=True)
    else:
        write(listing(arguments.path))
    return 0
