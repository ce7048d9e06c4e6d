"""What a reader writes beside a debate: notes on claims, and marks to find them again by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from debate.model.debate import Debate
from debate.model.text import many_lines


@dataclass(frozen=True, slots=True)
class Annotation:
    """A note on one claim ("" for none), and whether the claim is marked."""

    note: str = ""
    marked: bool = False

    def __bool__(self) -> bool:
        return bool(self.note or self.marked)

    def joined(self, other: Annotation) -> Annotation:
        """Both: a note that says the same is not said twice."""
        said_already = f"\n\n{other.note}\n\n" in f"\n\n{self.note}\n\n"
        notes = [self.note, "" if said_already else other.note]
        return Annotation("\n\n".join(filter(None, notes)), self.marked or other.marked)


@dataclass(frozen=True, slots=True)
class Lost:
    """An annotation whose claim is no longer there: the claim's name, and what it said."""

    name: str
    claim: str
    annotation: Annotation


@dataclass(frozen=True, slots=True)
class Annotations:
    """Annotations by row, and those whose claims are gone, in the order in which they stood.

    Each method returns new ones, so that the old ones are there to go back to. What is written on
    a row that uses a claim once more is written on the claim: give the row :meth:`Debate.meant`.
    """

    rows: Mapping[int, Annotation] = field(default_factory=dict)
    lost: tuple[Lost, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows or self.lost)

    def __hash__(self) -> int:
        return hash((*sorted(self.rows), self.lost))

    def of(self, row: int) -> Annotation:
        """What is written on a row; an empty annotation where nothing is."""
        return self.rows.get(row, _NOTHING)

    def write(self, row: int, note: str) -> Annotations:
        """With a note on a row in place of what was there; "" is none.

        Control characters are taken out of it, as they are of all text from outside.
        """
        return self._with(row, replace(self.of(row), note=many_lines(note)))

    def mark(self, row: int, marked: bool = True) -> Annotations:
        """With a row marked, or no longer."""
        return self._with(row, replace(self.of(row), marked=marked))

    def forget(self, lost: Lost) -> Annotations:
        """Without one of those whose claims are gone."""
        return replace(self, lost=tuple(other for other in self.lost if other != lost))

    def rewrite(self, lost: Lost, note: str) -> Annotations:
        """With another note on a claim that is gone; "" is none."""
        new = replace(lost, annotation=replace(lost.annotation, note=many_lines(note)))
        found = [new if other == lost else other for other in self.lost]
        return replace(self, lost=tuple(other for other in found if other.annotation))

    def joined(self, other: Annotations) -> Annotations:
        """These and others: of two notes on a claim, one after the other."""
        made = self
        for row, annotation in other.rows.items():
            made = made._with(row, made.of(row).joined(annotation))
        more = tuple(lost for lost in other.lost if lost not in made.lost)
        return replace(made, lost=made.lost + more)

    def since(self, before: Annotations) -> Annotations:
        """Those of these that are not the same in ``before``."""
        rows = {row: found for row, found in self.rows.items() if found != before.of(row)}
        return Annotations(rows, tuple(lost for lost in self.lost if lost not in before.lost))

    def _with(self, row: int, annotation: Annotation) -> Annotations:
        rows = {other: found for other, found in self.rows.items() if other != row}
        if annotation:
            rows[row] = annotation
        return replace(self, rows=rows)

    # ------------------------------------------------------------------ asking

    @property
    def marked(self) -> list[int]:
        """The marked rows in reading order."""
        return sorted(row for row, annotation in self.rows.items() if annotation.marked)

    @property
    def noted(self) -> list[int]:
        """The rows with a note, in reading order."""
        return sorted(row for row, annotation in self.rows.items() if annotation.note)

    # ------------------------------------------------------------------ as data

    def as_json(self, debate: Debate) -> dict[str, Any]:
        """The annotations under the names of the claims, in reading order, ready for JSON.

        Each also has what its claim says, by which it is found again when numbers have changed.
        """
        return {"debate": debate.title, "notes": entries(debate, self.rows, self.lost)}


def entries(
    debate: Debate, rows: Mapping[int, Annotation], lost: Iterable[Lost] = ()
) -> list[dict[str, Any]]:
    """One mapping an annotation: ``name`` and ``claim``, ``note`` and ``mark`` where there are."""

    def all_of_them() -> Iterator[tuple[str, str, Annotation]]:
        for row in sorted(rows):
            yield debate.name(row), debate.text(row), rows[row]
        for gone in lost:
            yield gone.name, gone.claim, gone.annotation

    return [
        {"name": name, "claim": claim}
        | ({"note": annotation.note} if annotation.note else {})
        | ({"mark": True} if annotation.marked else {})
        for name, claim, annotation in all_of_them()
    ]


_NOTHING = Annotation()

#: What everyone starts from.
NO_ANNOTATIONS = Annotations()
