"""What the reader writes beside the open debate: marks and notes, to be undone like judgements."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from debate.model import Debate
from debate.model.annotations import NO_ANNOTATIONS, Annotation, Annotations, Lost
from debate.tui.undoing import Undoing


def _nobody() -> None:
    """Who is told of changes while no screen is there."""


class Noting:
    """The annotations on a debate; a row that repeats a claim has those of the claim.

    ``changed`` is called after each change, and ``count`` says how many there were.
    """

    def __init__(self, debate: Debate, undoing: Undoing) -> None:
        self.debate = debate
        self.annotations: Annotations = NO_ANNOTATIONS
        self.undoing = undoing
        self.changed: Callable[[], object] = _nobody
        self.count = 0

    def of(self, row: int) -> Annotation:
        """What is written on a row's claim."""
        return self.annotations.of(self.debate.meant(row))

    def toggle(self, row: int) -> None:
        """Mark a claim, or take its mark away."""
        marked = not self.of(row).marked
        self.take(
            self.annotations.mark(self.debate.meant(row), marked),
            f"{'mark on' if marked else 'mark taken from'} {self.debate.label(row)}",
        )

    def write(self, row: int, note: str) -> None:
        """Put a note on a claim, in place of what was there; "" takes it away."""
        self.take(
            self.annotations.write(self.debate.meant(row), note),
            f"note on {self.debate.label(row)}",
        )

    def clear(self, row: int) -> None:
        """Take note and mark away from a claim."""
        row = self.debate.meant(row)
        self.take(
            self.annotations.write(row, "").mark(row, False),
            f"removal of what was on {self.debate.label(row)}",
        )

    def rewrite(self, lost: Lost, note: str) -> None:
        """Put another note on a claim that is gone; "" takes it away."""
        self.take(self.annotations.rewrite(lost, note), f"note on {lost.name}")

    def forget(self, lost: Lost) -> None:
        """Take away what was written on a claim that is gone."""
        self.take(self.annotations.forget(lost), f"removal of the note on {lost.name}")

    def take(self, annotations: Annotations, what: str) -> None:
        """Have other annotations; those there were before can be gone back to."""
        before = self.annotations
        if annotations == before:
            return
        self.undoing.did(partial(self._become, before), partial(self._become, annotations), what)
        self._become(annotations)

    def join(self, annotations: Annotations, what: str) -> None:
        """Have others besides one's own."""
        self.take(self.annotations.joined(annotations), what)

    def next_mark(self, row: int) -> int | None:
        """The next marked row after one, round the end to the first; None where none is marked."""
        marked = self.annotations.marked
        return next((other for other in marked if other > row), marked[0] if marked else None)

    def _become(self, annotations: Annotations) -> None:
        self.annotations = annotations
        self.count += 1
        self.changed()
