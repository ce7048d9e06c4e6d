"""``debate walk``: open the app; without a terminal, overview and comparison as text."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace

from debate.cli.comparing import print_comparison
from debate.cli.library import is_library, listing
from debate.cli.reading import load, resolve
from debate.cli.streams import write
from debate.cli.table import PATH_HELP

DESCRIPTION = """\
Walk through a debate in the terminal: side by side, claim by claim, with
every objection and every source. Inside, ? lists the keys and q leaves.
A folder of debates opens as a library: to sort, filter, search and open.

Where stdin and stdout are no terminal, or TERM is dumb, the overview and
the comparison are printed as text instead."""

EXAMPLES = """\
  debate                      the bundled debate
  debate walk my-debate       another one; the word walk can be left out
  debate my-debate | less     its overview, as text
  debate debates              a folder of debates, as a library"""


def configure(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "path", metavar="PATH", nargs="?", help=PATH_HELP + "; without PATH, that one"
    )


def run(arguments: Namespace) -> int:
    """Open the app, or print."""
    path: str | None = arguments.path
    if path != "-" and _can_walk():
        from debate.tui import run as walk

        return walk(path if path is None else resolve(path))
    if path not in (None, "-") and is_library(path):
        write(listing(path))
        return 0
    from debate.files import bundled
    from debate.reasoning.compare import compare
    from debate.writers import glance

    debate = load(str(bundled()) if path is None else path)
    write(glance.overview(debate))
    write("\n")
    print_comparison(debate, compare(debate))
    return 0


def _can_walk() -> bool:
    """Whether somebody sits at a terminal that can be drawn on, or at a page of `debate serve`."""
    if "web_driver" in os.environ.get("TEXTUAL_DRIVER", ""):
        return True
    seated = all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
    return seated and os.environ.get("TERM") != "dumb"
