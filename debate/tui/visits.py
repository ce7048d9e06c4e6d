"""When each debate was visited last: it is kept with the place where one stopped."""

from __future__ import annotations

import os
import time
from datetime import date
from pathlib import Path

from debate.tui import home


def names(path: Path) -> list[str]:
    """What a debate's file or folder is called from the root: as it was opened, and as it is."""
    found = dict.fromkeys((os.path.abspath(path), os.path.realpath(path)))  # noqa: PTH100
    return [name.encode("utf-8", "surrogateescape").decode("utf-8", "replace") for name in found]


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
