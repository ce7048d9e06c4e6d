"""Notes and marks from one day to the next: a file for each debate, and files to hand in.

The form is that of ``debate export --notes``, so that what one saves here can be read there.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from debate.model import Debate
from debate.model.annotations import NO_ANNOTATIONS, Annotation, Annotations, Lost
from debate.model.problem import InvalidDebate
from debate.model.text import one_line
from debate.tui import home
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


class Notebook:
    """The file in which the notes on a debate are kept.

    It remembers what it last saw there, so that what another window wrote meanwhile is found.
    """

    def __init__(self, key: str, debate: Debate) -> None:
        self.path = home.notes(key)
        self._debate = debate
        self._seen: bytes | None = None
        self._kept: Annotations = NO_ANNOTATIONS

    def recall(self) -> tuple[Annotations, str]:
        """The annotations that were kept, and what to tell the user ("" for nothing).

        A file that cannot be made out is set aside and not lost.
        """
        try:
            self._seen = self._bytes()
            if self._seen is not None:
                self._kept = load(self.path, self._debate)
        except OSError as error:
            return NO_ANNOTATIONS, f"Your notes cannot be read: {error.strerror}."
        except InvalidDebate as problem:
            self._seen = None
            aside = home.set_aside(self.path)
            first = next(iter(problem.problems))
            return NO_ANNOTATIONS, f"Your notes are set aside, in {aside.name}: {first.message}."
        return self._kept, ""

    @property
    def behind(self) -> bool:
        """Whether another window wrote into the file; OSError where that cannot be seen."""
        return self._bytes() != self._seen

    def keep(self, annotations: Annotations) -> Annotations:
        """Keep annotations for the next time; say what is kept, which may be more.

        What another window wrote into the file since it was last seen stays in it. Raises OSError
        where the file cannot be written, or cannot be read and so must not be replaced.
        """
        now = self._bytes()
        if now != self._seen:
            annotations = self._with_theirs(annotations)
        if annotations or now is not None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._seen = save(self.path, annotations, self._debate)
        self._kept = annotations
        return annotations

    def _with_theirs(self, ours: Annotations) -> Annotations:
        """Ours, and of what is in the file all that is new; a broken file is set aside."""
        try:
            theirs = load(self.path, self._debate)
        except FileNotFoundError:
            return ours
        except InvalidDebate:
            home.set_aside(self.path)
            return ours
        return ours.joined(theirs.since(self._kept))

    def _bytes(self) -> bytes | None:
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return None
