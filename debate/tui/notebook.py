"""Notes and marks from one day to the next: a file for each debate, and files to hand in.

The form is that of ``debate export --notes``, so that what one saves here can be read there.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from debate.model import Debate
from debate.model.annotations import NO_ANNOTATIONS, Annotation, Annotations, Lost
from debate.model.text import one_line
from debate.tui import home
from debate.tui.shared import Shared
from debate.tui.whereabouts import Rows

if TYPE_CHECKING:
    from debate.model.alignment import Alignment


def save(path: Path, annotations: Annotations, debate: Debate) -> bytes:
    """Write annotations, in place of what was there, and say what was written.

    Raises OSError where that cannot be.
    """
    from debate.writers.replace import replace

    text = json.dumps(annotations.as_json(debate), ensure_ascii=False, indent=1) + "\n"
    replace(path, [text])
    return text.encode("utf-8")


def load(path: Path, debate: Debate) -> Annotations:
    """The annotations in a file; raises OSError, and InvalidDebate with all that is wrong."""
    from debate.readers.annotations import read
    from debate.readers.opening import text_of

    return read(text_of(str(path)), str(path), debate)


def carried(annotations: Annotations, alignment: Alignment) -> Annotations:
    """The annotations on a later version of their debate; lost ones whose claims returned, too."""
    old, new = alignment.old, alignment.new
    found = Rows(new, {lost.claim for lost in annotations.lost})
    placed: list[tuple[int, Annotation]] = []
    lost: list[Lost] = []
    for row, annotation in annotations.rows.items():
        if (now := alignment.row(row)) is None:
            lost.append(Lost(old.name(row), one_line(old.text(row)), annotation))
        else:
            placed.append((now, annotation))
    for gone in annotations.lost:
        if (now := found.find(gone.name, gone.claim)) is None:
            lost.append(gone)
        else:
            placed.append((now, gone.annotation))
    rows: dict[int, Annotation] = {}
    for now, annotation in placed:
        row = new.meant(now)
        rows[row] = rows[row].joined(annotation) if row in rows else annotation
    return Annotations(rows, tuple(lost))


class Notebook(Shared[Annotations]):
    """The file in which the notes on a debate are kept."""

    called = "Your notes"

    def __init__(self, key: str, debate: Debate) -> None:
        super().__init__(home.notes(key), NO_ANNOTATIONS)
        self._debate = debate

    def load(self) -> Annotations:
        """The annotations in the file."""
        return load(self.path, self._debate)

    def save(self, made: Annotations) -> bytes:
        """Write annotations."""
        return save(self.path, made, self._debate)

    def join(self, ours: Annotations, theirs: Annotations, before: Annotations) -> Annotations:
        """Ours, and of theirs all that is new."""
        return ours.joined(theirs.since(before))
