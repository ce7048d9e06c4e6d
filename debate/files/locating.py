"""Where in the files a claim stands. The model does not know: a million lines would cost memory."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NamedTuple

from debate.files.events import parse
from debate.files.keys import DEBATE, POSITION
from debate.files.reading import Job
from debate.model import Debate
from debate.model.alignment import Alignment
from debate.model.memory import without_collecting

#: Characters of a claim by which it is looked for in a file that cannot be parsed.
_BEGINNING = 30


class Place(NamedTuple):
    """A place in a file; lines and columns count from 1."""

    file: str
    line: int = 1
    column: int = 1


def locate(path: str | os.PathLike[str], debate: Debate, row: int) -> Place:
    """Where the claim in ``row`` of ``debate``, which was read from ``path``, stands now.

    Reads the files again, for they may have changed: the claim is found as
    :class:`~debate.model.alignment.Alignment` finds it. In a file that is broken it is looked for
    by its id or its text. The beginning of the file where all else fails; never raises.
    """
    with without_collecting():
        job = Job(path, None)
        now = job.debate(places=False)
        main = job.parts[0].file
        if not 0 <= row < len(debate.claims):
            return Place(main)
        found = Alignment(debate, now).row(row)
        if found is None:
            return _searched(Path(main), debate, row)
        index, spot = job.made.parts[found], (job.made.origin[found],)
        file = job.parts[index].file
        data = job.data(Path(file))
        keys = POSITION if index else DEBATE
        part = parse(data, file, keys, lambda done: None, places=True, only=spot)
        return Place(file, *part.places.get(spot, (1, 1)))


def _searched(main: Path, debate: Debate, row: int) -> Place:
    """The line with a claim's id or the beginning of its text, in the file where it should be."""
    side = main.parent / f"{debate.position_name(row)}.yaml"  # whatever a name is made of
    file = side if side.is_file() else main
    try:
        text = file.read_text("utf-8", "replace")
    except OSError:
        return Place(str(file))
    claim = debate.claims[row]
    patterns = [re.escape(claim.text[:_BEGINNING]) if claim.text else ""]
    if claim.id:
        patterns.insert(0, rf"\bid:[ \t]*[\"']?{re.escape(claim.id)}\b")
    for pattern in filter(None, patterns):
        if found := re.search(pattern, text):
            before = text[: found.start()]
            return Place(str(file), before.count("\n") + 1, found.start() - before.rfind("\n"))
    return Place(str(file))
