"""``debate new``: a folder with a small, complete, commented debate to start from."""

from __future__ import annotations

import os
import shutil
from argparse import ArgumentParser, Namespace
from errno import EEXIST, ENOENT
from pathlib import Path

from debate.cli.commands.schema import schema_text
from debate.cli.streams import say
from debate.writers.replace import replace

DESCRIPTION = """\
Make a folder with a small, complete debate to change into yours: three
commented YAML files in which every key is used once and explained. Nothing
that is there already is touched."""

EXAMPLES = """\
  debate new my-debate && debate my-debate"""

#: The debate to start from, as it is copied.
STARTER = Path(__file__).parent.parent / "starter"

#: Where its first lines tell an editor to look for the JSON Schema.
SCHEMA = ".debate.schema.json"


def configure(parser: ArgumentParser) -> None:
    """Declare the argument."""
    parser.add_argument("directory", metavar="DIR", help="the folder to make")


def run(arguments: Namespace) -> int:
    """Make the folder, all of it or nothing."""
    target = Path(arguments.directory)
    _make(target)
    say(f"made {target}: walk through it with  debate {target}")
    return 0


def _make(target: Path) -> None:
    """Put the starter at ``target``; raises OSError, and leaves nothing then."""
    if target.is_symlink() or (target.exists() and not _is_empty_folder(target)):
        raise FileExistsError(EEXIST, "is there already; choose another name", str(target))
    if not target.absolute().parent.is_dir():
        parent = str(target.absolute().parent)
        raise FileNotFoundError(ENOENT, "there is no such folder to make it in", parent)
    # An empty folder is filled and not replaced, for somebody may stand in it.
    beside = (target if target.exists() else target.absolute().parent) / f".new-{os.getpid()}"
    beside.mkdir()
    try:
        for file in sorted(STARTER.glob("*.yaml")):
            replace(beside / file.name, [file.read_text("utf-8")])
        replace(beside / SCHEMA, [schema_text()])
        _move(beside, target)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise


def _move(beside: Path, target: Path) -> None:
    """Put a complete folder, or in a folder that is there its files, in its place."""
    if not target.exists():
        beside.rename(target)
        return
    for file in sorted(beside.iterdir(), key=lambda file: file.name == "debate.yaml"):
        file.rename(target / file.name)  # debate.yaml last: without it there is no debate yet
    beside.rmdir()


def _is_empty_folder(path: Path) -> bool:
    return path.is_dir() and not any(path.iterdir())
