"""When each debate was visited last: it is kept with the place where one stopped."""

from __future__ import annotations

import os
import time
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from debate.model import Debate
from debate.tui import home


def names(path: Path) -> list[str]:
    """What a debate's file or folder is called from the root: as it was opened, and as it is."""
    found = dict.fromkeys((os.path.abspath(path), os.path.realpath(path)))  # noqa: PTH100
    return [name.encode("utf-8", "surrogateescape").decode("utf-8", "replace") for name in found]


class Visit(NamedTuple):
    """A debate that was visited: its path from the root, and what it was then; when, as above."""

    path: str
    when: int
    title: str
    questions: tuple[str, ...]
    sides: tuple[str, ...]
    claims: int | None
    gone: bool


def facts(debate: Debate) -> dict[str, Any]:
    """What is kept of a visited debate, so that it can be listed without being read."""
    return {
        "title": debate.title,
        "questions": [question.ask for question in debate.questions.values()],
        "sides": [side.title for side in debate.positions],
        "claims": len(debate.claims),
    }


def recent(but: Path | None = None) -> list[Visit]:
    """All debates that were visited, ``but`` the one at a path; the latest first."""
    found: dict[str, Visit] = {}
    for file in home.state().glob("place-*.json"):
        kept = home.recall(file.stem)
        paths, when = kept.get("paths"), kept.get("visited")
        if not (isinstance(paths, list) and paths and isinstance(when, int)):
            continue
        path, real = paths[0], paths[-1]
        if not (isinstance(path, str) and isinstance(real, str)) or path.endswith(f"{os.sep}-"):
            continue  # what came by a pipe cannot be opened again
        title, claims = kept.get("title"), kept.get("claims")
        visit = Visit(
            path,
            when,
            title if isinstance(title, str) else "",
            _texts(kept.get("questions")),
            _texts(kept.get("sides")),
            claims if isinstance(claims, int) else None,
            not os.path.lexists(path),
        )
        if real not in found or found[real].when < when:
            found[real] = visit
    if but is not None:
        found.pop(names(but)[-1], None)
    return sorted(found.values(), key=lambda visit: -visit.when)


def _texts(kept: object) -> tuple[str, ...]:
    return tuple(str(text) for text in kept) if isinstance(kept, list) else ()


def visited() -> dict[str, int]:
    """What visited debates are called from the root, and when: seconds since 1970."""
    found: dict[str, int] = {}
    for file in home.state().glob("place-*.json"):
        kept = home.recall(file.stem)
        paths, when = kept.get("paths"), kept.get("visited")
        if isinstance(paths, list) and isinstance(when, int):
            found |= {path: when for path in paths if isinstance(path, str)}
    return found


def visited_in(library: Path) -> dict[str, int]:
    """When debates of a library were visited, by their paths in it (a folder's ends in "/")."""
    found: dict[str, int] = {}
    roots = names(library)
    for full, when in visited().items():
        for root in roots:
            if full.startswith(root + os.sep):
                path = full[len(root) + 1 :].replace(os.sep, "/")
                found[path] = found[path + "/"] = when
    return found


def ago(when: int, now: float | None = None) -> str:
    """A time as one says it: today, yesterday, 5 days ago, then the date."""
    then, today = (time.localtime(moment) for moment in (when, now))
    days = _day(today) - _day(then)
    if days <= 0:
        return "today"
    if days == 1:
        return "yesterday"
    return f"{days} days ago" if days < 15 else time.strftime("%Y-%m-%d", then)


def _day(moment: time.struct_time) -> int:
    return date(*moment[:3]).toordinal()
