"""What the reader writes beside the open debate: marks and notes, to be undone like judgements."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from debate.model import Debate
from debate.model.annotations import NO_ANNOTATIONS, Annotation, Annotations, Lost
from debate.tui.undoing import Spot, Undoing
from debate.tui.whereabouts import Gone, Place

#: The kind of what is written on a claim: annotations, for several claims that are gone may have
#: had one name.
_KIND = "note"


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
        undoing.label = debate.label
        undoing.keep([_KIND], self._put)

    def of(self, row: int) -> Annotation:
        """What is written on a row's claim."""
        return self.annotations.of(self.debate.meant(row))

    def toggle(self, row: int) -> None:
        """Mark a claim, or take its mark away."""
        marked = not self.of(row).marked
        self.take(
            self.annotations.mark(self.debate.meant(row), marked),
            "mark on" if marked else "mark taken from",
            row,
        )

    def write(self, row: int, note: str) -> None:
        """Put a note on a claim, in place of what was there; "" takes it away."""
        self.take(
            self.annotations.write(self.debate.meant(row), note),
            "note on",
            row,
        )

    def clear(self, row: int) -> None:
        """Take note and mark away from a claim."""
        row = self.debate.meant(row)
        self.take(
            self.annotations.write(row, "").mark(row, False),
            "removal of what was on",
            row,
        )

    def rewrite(self, lost: Lost, note: str) -> None:
        """Put another note on a claim that is gone; "" takes it away."""
        self.take(self.annotations.rewrite(lost, note), "note on", _gone(lost))

    def forget(self, lost: Lost) -> None:
        """Take away what was written on a claim that is gone."""
        self.take(self.annotations.forget(lost), "removal of the note on", _gone(lost))

    def take(self, annotations: Annotations, what: str, about: Place | None = None) -> None:
        """Have other annotations; those there were before can be gone back to.

        ``what`` tells what that was, with the label of the claim that it is ``about``, if any.
        """
        if annotations == self.annotations:
            return
        before, after = _spread(self.annotations), _spread(annotations)
        changed = (spot for spot in before | after if before.get(spot, ()) != after.get(spot, ()))
        changes = {spot: (before.get(spot, ()), after.get(spot, ())) for spot in changed}
        self.undoing.did(changes, what, about)
        self._become(annotations)

    def join(self, annotations: Annotations, what: str) -> None:
        """Have others besides one's own."""
        self.take(self.annotations.joined(annotations), what)

    def next_mark(self, row: int) -> int | None:
        """The next marked row after one, round the end to the first; None where none is marked."""
        marked = self.annotations.marked
        return next((other for other in marked if other > row), marked[0] if marked else None)

    def _put(self, values: Mapping[Spot, tuple[Annotation, ...]]) -> bool:
        """Have on some claims what was once written there; whether that is another than now."""
        spread = _spread(self.annotations)
        now = _gathered({**spread, **values})
        changed = now != self.annotations
        if changed:
            self._become(now)
        return changed

    def _become(self, annotations: Annotations) -> None:
        self.annotations = annotations
        self.count += 1
        self.changed()


def _gone(lost: Lost) -> Gone:
    return Gone(lost.name, lost.claim)


def _spread(annotations: Annotations) -> dict[Spot, tuple[Annotation, ...]]:
    """What is written, by the claim it is written on."""
    found: dict[Spot, tuple[Annotation, ...]] = {
        Spot(_KIND, row): (one,) for row, one in annotations.rows.items()
    }
    for lost in annotations.lost:
        spot = Spot(_KIND, _gone(lost))
        found[spot] = (*found.get(spot, ()), lost.annotation)
    return found


def _gathered(spread: Mapping[Spot, tuple[Annotation, ...]]) -> Annotations:
    """The other way round."""
    rows: dict[int, Annotation] = {}
    lost: list[Lost] = []
    for (_, place), written in spread.items():
        for one in written:
            if isinstance(place, Gone):
                lost.append(Lost(place.name, place.text, one))
            else:
                rows[place] = rows[place].joined(one) if place in rows else one
    return Annotations(rows, tuple(lost))
