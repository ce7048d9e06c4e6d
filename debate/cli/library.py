"""A folder of debates on the command line: its list, and the debates to be taken one by one."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from debate.cli.progress import Progress
from debate.cli.streams import say

if TYPE_CHECKING:
    from debate.library.entry import Entry
    from debate.library.finding import Place
    from debate.model import Problem

#: Debates that are named where one has to be chosen.
_NAMED = 5


def is_library(path: str) -> bool:
    """Whether PATH is a folder of debates."""
    if path == "-" or not os.path.isdir(path):  # noqa: PTH112 - which never raises
        return False
    from debate.library import finding

    return finding.is_library(path)


def debates_in(path: str) -> Iterator[str]:
    """The paths of all debates of a library, in order; any other PATH is the only one."""
    if not is_library(path):
        yield path
        return
    yield from (place.full for place in sorted(_places(path), key=lambda place: place.path))


def _places(path: str) -> Iterator[Place]:
    """Where the debates of a folder are, the nearest first: a few of them, however many there are.

    Where one is to be named nobody waits until all folders were looked into.
    """
    from debate.library.finding import find, glance

    return (place for place in find(Path(path)) if place.sure or glance(place) is not None)


def choice(path: str, problems: Sequence[Problem]) -> Problem | None:
    """What to say where one debate is wanted and PATH is a folder of several; else None."""
    if problems[0].code != "no-debate" or not is_library(path):
        return None
    names = sorted(each.path.rstrip("/") for each in islice(_places(path), _NAMED + 1))
    more = ", …" if len(names) > _NAMED else ""
    hint = f"name one: {', '.join(names[:_NAMED])}{more}"
    return replace(problems[0], message="this folder holds several debates", hint=hint)


def listing(path: str) -> Iterator[str]:
    """The debates of a library as text, by title."""
    from debate.tui.visits import ago, visited_in
    from debate.writers.outline import count
    from debate.writers.plain import block, heading

    entries = _entries(path)
    visited = visited_in(Path(path))
    yield heading(f"{Path(path).resolve().name}: {count(len(entries), 'debate')}", "=")
    for entry in entries:
        yield "\n"
        yield block(entry.name)
        if entry.problem:
            yield block(f"cannot be opened: {entry.problem}", "  ")
        for question in entry.questions:
            yield block(question, "  ")
        size = "" if entry.claims is None else count(entry.claims, "claim")
        when = f"visited {ago(visited[entry.path])}" if entry.path in visited else ""
        facts = (", ".join(entry.sides), entry.date, size, when)
        if any(facts):
            yield block(" · ".join(filter(None, facts)), "  ")
        yield block(entry.path, "  ")


def as_json(path: str) -> Iterator[str]:
    """The debates of a library as JSON, by title."""
    import json

    from debate.tui.visits import visited_in

    visited = visited_in(Path(path))
    debates = [
        {
            "path": entry.path,
            "title": entry.title,
            "date": entry.date or None,
            "questions": entry.questions,
            "sides": entry.sides,
            "claims": entry.claims,
            "visited": _moment(visited.get(entry.path)),
            "problem": entry.problem or None,
        }
        for entry in _entries(path)
    ]
    yield json.dumps({"debates": debates}, ensure_ascii=False, indent=2)
    yield "\n"


def _entries(path: str) -> list[Entry]:
    """What the index says once it is up to date; it is there for the app, too."""
    from debate.library.catalogue import Catalogue
    from debate.library.index import IndexBroken, open_index
    from debate.library.refresh import refresh
    from debate.tui import home

    index = open_index(home.cache(), Path(path))
    if index.trouble:
        say(f"debate: the index cannot be kept for the next time: {index.trouble}")
    catalogue = Catalogue()
    with Progress(path) as progress:
        for _ in range(2):
            try:
                for step in refresh(Path(path), index):
                    progress(step.done, step.total)
                catalogue.take(index.entries())
                break
            except IndexBroken:
                index.rebuild()
    index.close()
    return catalogue.shown


def _moment(when: int | None) -> str | None:
    return None if when is None else time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(when))
