"""Making a debate's folder, all of it or nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from errno import EEXIST, ENOENT
from pathlib import Path

from debate.cli.commands.schema import schema_text
from debate.writers.replace import replace

#: Where the first lines of a debate's files tell an editor to look for the JSON Schema.
SCHEMA = ".debate.schema.json"


def make(target: Path, files: Mapping[str, Iterable[str]]) -> None:
    """Make a folder with ``files`` and the schema; raises OSError, and leaves nothing then.

    What is there already is left alone: that is an error, unless it is an empty folder.
    """
    if target.is_symlink() or (target.exists() and not _is_empty_folder(target)):
        raise FileExistsError(EEXIST, "is there already; choose another name", str(target))
    if not target.absolute().parent.is_dir():
        parent = str(target.absolute().parent)
        raise FileNotFoundError(ENOENT, "there is no such folder to make it in", parent)
    # An empty folder is filled and not replaced, for somebody may stand in it.
    beside = (target if target.exists() else target.absolute().parent) / f".new-{os.getpid()}"
    beside.mkdir()
    try:
        for name, chunks in files.items():
            replace(beside / name, chunks)
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
