"""A part of a debate as a debate: some sides, some levels. Every writer then writes all it gets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from debate.model import Claim, Debate
from debate.model.annotations import NO_ANNOTATIONS, Annotations
from debate.writers import Options

if TYPE_CHECKING:
    from debate.reasoning.evaluate import Evaluation, Verdict


@dataclass(slots=True)
class Part:
    """What is left of a debate, and how many claims were cut off beneath a row of it.

    ``notes`` is what a reader wrote beside the claims that are left, by their rows here. ``rows``
    are their rows in the whole debate, where these differ; ``judged`` is what follows in that one.
    """

    debate: Debate
    cut: dict[int, int] = field(default_factory=dict)
    notes: Annotations = NO_ANNOTATIONS
    judged: Evaluation | None = None
    rows: Sequence[int] | None = None

    def verdict(self, row: int) -> Verdict | None:
        """What the whole debate makes of a claim of this part; None where nothing is judged."""
        return self.judged.verdict(self.old(row)) if self.judged else None

    def strength(self, row: int) -> float | None:
        """How strong the claim comes out, 0 to 1; None where nothing is judged."""
        return self.judged.strength(self.old(row)) if self.judged else None

    def old(self, row: int) -> int:
        """The row of the whole debate that a row of this part is."""
        return row if self.rows is None else self.rows[row]


def part(debate: Debate, options: Options) -> Part:
    """The part that ``options`` name, the debate itself where that is all; linear.

    Claims keep their outline numbers. A ref to a claim that is left out becomes that claim (its
    text, citations, scheme, credence, tags and question for discussion), for then it stands
    nowhere else. Links to claims left out are left out, and so are sources that nothing cites any
    more. Raises KeyError for a side that there is not.
    """
    judged = options.judged
    if not options.sides and options.depth is None:
        return Part(debate, notes=options.notes or NO_ANNOTATIONS, judged=judged)
    names = {side.name: index for index, side in enumerate(debate.positions)} | {"background": -1}
    wanted = {names[name] for name in options.sides} or set(names.values())
    sides = [side for side in range(len(debate.positions)) if side in wanted]
    made = replace(
        debate, positions=[], claims=[], agreements=[], clashes=[], _ids=None, _links=None
    )
    rows = _Rows(debate, made, options.depth)
    for number, side in enumerate(sides):
        start = len(made.claims)
        rows.take(debate.side(side), number)
        position = replace(debate.positions[side], start=start, end=len(made.claims))
        made.positions.append(position)
    if -1 in wanted:
        rows.take(debate.background, -1)
    rows.connect()
    cited = _cited(made)
    made.sources = {id: source for id, source in debate.sources.items() if id in cited}
    notes = rows.notes(options.notes) if options.notes else NO_ANNOTATIONS
    return Part(made, rows.cut, notes, judged, [*rows.new])


class _Rows:
    """Copies rows from one debate to another; ``new`` maps old indices to new ones."""

    def __init__(self, old: Debate, made: Debate, depth: int | None) -> None:
        self.old, self.made, self.depth = old, made, depth
        self.new: dict[int, int] = {}
        self.cut: dict[int, int] = {}
        named = ((old.name(row), row) for row, claim in enumerate(old.claims) if claim.id)
        self.ids = dict(named)

    def take(self, side: range, position: int) -> None:
        """Copy the rows of one side that are not too deep."""
        claims = self.made.claims
        start, row = len(claims), side.start
        while row < side.stop:
            claim = self.old.claims[row]
            at = self.new[row] = len(claims)
            parent = self.new.get(claim.parent, -1)
            claims.append(replace(claim, position=position, parent=parent, end=at + 1))
            row += 1
            if self.depth is not None and claim.depth >= self.depth and claim.end > row:
                self.cut[at] = claim.end - row
                row = claim.end
        for at in range(len(claims) - 1, start - 1, -1):
            parent = claims[at].parent
            if parent >= 0:
                claims[parent].end = max(claims[parent].end, claims[at].end)

    def connect(self) -> None:
        """Point refs and links at where their claims stand now."""
        for row, at in self.new.items():
            claim = self.made.claims[at]
            if claim.ref is not None:
                self._aim(claim, self.old.claims[row].target)
            for key in ("agrees_with", "clashes_with"):
                if names := getattr(claim, key):
                    kept = tuple(name for name in names if self._find(row, name) in self.new)
                    setattr(claim, key, kept)
        self.made.agreements = list(self._pairs(self.old.agreements))
        self.made.clashes = list(self._pairs(self.old.clashes))

    def notes(self, notes: Annotations) -> Annotations:
        """What was written beside claims, now beside where they stand.

        What is written on a claim that is left out goes with the first ref that became it. Claims
        that are gone are no side's any more: what was written on them belongs to the whole.
        """
        rows = {self.new[row]: found for row, found in notes.rows.items() if row in self.new}
        missing = {row: found for row, found in notes.rows.items() if row not in self.new}
        for row, at in self.new.items() if missing else ():
            if found := missing.pop(self.old.claims[row].target, None):
                rows[at] = found
        return Annotations(rows)

    def _aim(self, claim: Claim, target: int) -> None:
        if target in self.new or target < 0:
            claim.target = self.new.get(target, -1)
            return
        meant = self.old.claims[target]
        claim.ref, claim.target = None, -1
        for key in ("text", "cite", "scheme", "credence", "tags", "ask"):
            setattr(claim, key, getattr(meant, key))

    def _find(self, row: int, name: str) -> int:
        """The row that a link names: an id of its own file first, else POSITION.id; -1 if none."""
        own = f"{self.old.position_name(row)}.{name}"
        return self.ids.get(own, self.ids.get(name, -1))

    def _pairs(self, pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        for first, second in pairs:
            if first in self.new and second in self.new:
                yield self.new[first], self.new[second]


def _cited(debate: Debate) -> set[str]:
    outcome = debate.outcome.cite if debate.outcome else ()
    ids = {citation.source for claim in debate.claims for citation in claim.cite}
    return ids | {citation.source for citation in outcome}
