"""Finding the debates under a folder, without reading more of them than their names.

A debate is a folder with debate.yaml, into which one does not look further, or a YAML file with
the key ``debate``. Hidden folders are passed over, and no folder is entered twice: links may lead
in circles.
"""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from debate.model.text import one_line

#: Folders below this many others are not entered: nobody keeps debates so deep, archives may.
DEEPEST = 12

#: Of a home folder or a whole disk, no more folders than these are looked at.
MOST_FOLDERS = 200_000

#: Bytes of a file in which its title is looked for.
_HEAD = 1 << 16

_SUFFIXES = (".yaml", ".yml")

_TITLE = re.compile(
    rb"""^(?:\xef\xbb\xbf)?(\{[ \t]*)?(["']?)debate\2[ \t]*:(?:[ \t]+([^\r\n]*))?\r?$""", re.M
)


@dataclass(slots=True, frozen=True)
class Place:
    """Where a debate is, or perhaps is.

    ``path`` is relative to the library, ``full`` is to be opened. ``stamp`` changes whenever a
    file does; ``sure`` is False for a file that has to be looked into first.
    """

    path: str
    full: str
    stamp: str
    sure: bool


def find(folder: Path) -> Iterator[Place]:
    """Every debate under ``folder``, the nearest first, and files that may be one.

    What cannot be entered or looked at is passed over.
    """
    waiting = deque([(str(folder), "", 0)])
    entered: set[tuple[int, int]] = set()
    while waiting and len(entered) < MOST_FOLDERS:
        full, path, depth = waiting.popleft()
        try:
            status = os.stat(full)  # noqa: PTH116 - half the time is spent here, without objects
            if (status.st_dev, status.st_ino) in entered:
                continue
            entered.add((status.st_dev, status.st_ino))
            with os.scandir(full) as listing:
                children = sorted(listing, key=lambda child: child.name)
        except OSError:
            continue
        files = [child for child in children if child.name.endswith(_SUFFIXES)]
        if depth and any(child.name == "debate.yaml" and _is_file(child) for child in files):
            yield Place(path, full, _stamp(files), True)
            continue
        for child in files:
            if child.name[0] != "." and _is_file(child):
                yield Place(path + child.name, child.path, _stamp([child]), False)
        if depth < DEEPEST:
            waiting += [
                (child.path, f"{path}{child.name}/", depth + 1)
                for child in children
                if child.name[0] != "." and _is_folder(child)
            ]


def is_library(path: str | os.PathLike[str]) -> bool:
    """Whether a path is a folder that is no debate itself and has debates in it."""
    folder = Path(path)
    if not os.path.isdir(folder) or os.path.lexists(folder / "debate.yaml"):  # noqa: PTH112
        return False
    return any(place.sure or glance(place) is not None for place in find(folder))


def glance(place: Place) -> str | None:
    """The title of a debate as its file's first lines have it; None for a file that is no debate.

    It stands in until the debate is read: a title on several lines is not made out.
    """
    file = os.path.join(place.full, "debate.yaml") if place.path[-1:] == "/" else place.full  # noqa: PTH118
    try:
        with open(file, "rb") as opened:  # noqa: PTH123
            found = _TITLE.search(opened.read(_HEAD))
    except OSError:
        found = None
    if found is None:
        return "" if place.sure else None
    title = one_line((found[3] or b"").decode("utf-8", "replace"))
    title = (title.partition(", ")[0].rstrip(",}") if found[1] else title).strip("\"' ")
    return "" if title[:1] in "|>&*!" else title


def _stamp(files: list[os.DirEntry[str]]) -> str:
    """What changes when one of the files does: how many, how large, and when they were written."""
    size = time = 0
    for file in files:
        try:
            status = file.stat()
        except OSError:
            continue  # a link that leads nowhere: the reader says so, if it is needed
        size += status.st_size
        time += status.st_mtime_ns + status.st_size
    return f"{len(files)}:{size}:{time}"


def _is_file(child: os.DirEntry[str]) -> bool:
    try:
        return child.is_file()
    except OSError:
        return False


def _is_folder(child: os.DirEntry[str]) -> bool:
    try:
        return child.is_dir()
    except OSError:
        return False
