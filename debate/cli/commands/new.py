"""``debate new``: a folder with a small, complete, commented debate to start from."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from debate.cli.folders import make
from debate.cli.streams import say

DESCRIPTION = """\
Make a folder with a small, complete debate to change into yours: three
commented YAML files in which every key is used once and explained. Nothing
that is there already is touched."""

EXAMPLES = """\
  debate new my-debate && debate my-debate"""

#: The debate to start from, as it is copied.
STARTER = Path(__file__).parent.parent / "starter"


def configure(parser: ArgumentParser) -> None:
    """Declare the argument."""
    parser.add_argument("directory", metavar="DIR", help="the folder to make")


def run(arguments: Namespace) -> int:
    """Make the folder, all of it or nothing."""
    target = Path(arguments.directory)
    make(target, {file.name: [file.read_text("utf-8")] for file in sorted(STARTER.glob("*.yaml"))})
    say(f"made {target}: walk through it with  debate {target}")
    return 0
