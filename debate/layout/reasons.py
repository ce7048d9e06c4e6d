"""A debate as the tree that is drawn: reasons under claims, and undercuts beside what they attack.

In the outline an undercut and a co-premise hang on a reason. Drawn, they stand beside it: a reason
with its co-premises is one thing with one line, and an undercut is joined to that line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from debate.model import Debate, Role

if TYPE_CHECKING:
    from debate.model.alignment import Alignment

#: Roles of what stands beside the reason that it hangs on, not under it.
BESIDE = frozenset({Role.CO_PREMISE, Role.UNDERCUT})


@dataclass(slots=True)
class Reason:
    """A claim with its co-premises, first the claim; ``undercuts`` attack its line."""

    rows: list[int]
    undercuts: list[Reason] = field(default_factory=list)

    def flat(self) -> Iterator[tuple[Reason, int]]:
        """The reason and all undercuts of it and of those, with how deep each is nested."""
        stack = [(self, 0)]
        while stack:
            reason, depth = stack.pop()
            yield reason, depth
            stack += [(undercut, depth + 1) for undercut in reversed(reason.undercuts)]


@dataclass(slots=True, frozen=True)
class Forest:
    """The trees over ``roots``, rows of a debate; a root may be any row, to draw its subtree alone.

    ``questions`` are ids of questions with those roots that answer them: each stands over these.
    """

    debate: Debate
    roots: Sequence[int]
    questions: Sequence[tuple[str, Sequence[int]]] = ()

    def is_beside(self, row: int) -> bool:
        """Whether a row stands beside what it hangs on: a part of a reason, or an attack on it."""
        claims = self.debate.claims
        parent = claims[row].parent
        return (
            claims[row].role in BESIDE and claims[parent].parent >= 0 and not self.is_root(parent)
        )

    def is_root(self, row: int) -> bool:
        """Whether a row is drawn under nothing."""
        return self.debate.claims[row].parent < 0 or (len(self.roots) == 1 and row == self.roots[0])

    def above(self, row: int) -> int:
        """The row that a row is drawn under; -1 for a root."""
        if self.is_root(row):
            return -1
        while self.is_beside(row):
            row = self.debate.claims[row].parent
        return self.debate.claims[row].parent

    def reasons(self, row: int) -> Iterator[Reason]:
        """What is drawn under a row, in reading order, conditions first."""
        for child in self.debate.children(row):
            if not self.is_beside(child):
                yield self._reason(child)

    def _reason(self, row: int) -> Reason:
        """A row with all that stands beside it; a stack, for undercuts may be undercut for long."""
        claims = self.debate.claims
        whole = Reason([row])
        pending = [(row, whole)]
        while pending:
            row, reason = pending.pop()
            further: list[tuple[int, Reason]] = []
            for child in self.debate.children(row):
                if not self.is_beside(child):
                    continue
                if claims[child].role is Role.CO_PREMISE:
                    reason.rows.append(child)
                    further.append((child, reason))
                else:
                    reason.undercuts.append(Reason([child]))
                    further.append((child, reason.undercuts[-1]))
            pending += reversed(further)
        return whole

    def hidden(self, row: int) -> int:
        """How many rows are drawn under a row, at any depth: what a fold hides."""
        claims = self.debate.claims
        below = (child for child in self.debate.children(row) if not self.is_beside(child))
        return sum(claims[child].end - child for child in below)

    def levels(self) -> dict[int, int]:
        """How deep each row is drawn, in reading order from each root; linear."""
        claims = self.debate.claims
        found: dict[int, int] = {}
        for root in self.roots:
            found[root] = 0
            for row in range(root + 1, claims[root].end):
                found[row] = found[claims[row].parent] + (not self.is_beside(row))
        return found


def side_map(debate: Debate, position: int) -> Forest:
    """The map of one side; -1 is the background."""
    return Forest(debate, list(debate.roots(position)))


def all_sides_map(debate: Debate, *, background: bool = False) -> Forest:
    """The map of all sides: each question stands over the recommendations that answer it.

    With ``background``, what nobody argues about comes last.
    """
    roots = [row for side in range(len(debate.positions)) for row in debate.roots(side)]
    roots += debate.roots(-1) if background else []
    answers: dict[str, list[int]] = {question: [] for question in debate.questions}
    for row in roots:
        if (question := debate.claims[row].question) in answers:
            answers[question].append(row)
    return Forest(debate, roots, [(asked, rows) for asked, rows in answers.items() if rows])


class Folding:
    """Which rows of a forest have what is under them hidden; ``changes`` counts changes of that."""

    #: As many boxes as one may meet at first; in a larger map, deeper levels begin folded.
    AT_FIRST = 60

    def __init__(self, forest: Forest) -> None:
        self.forest = forest
        self.folded: set[int] = set()
        self.changes = 0
        self._levels = forest.levels()
        counts = Counter(self._levels.values())
        if len(self._levels) > self.AT_FIRST:
            level, seen = 1, counts[0] + counts[1]
            while counts[level + 1] and seen + counts[level + 1] <= self.AT_FIRST:
                level += 1
                seen += counts[level]
            self.show_levels(level if seen <= 4 * self.AT_FIRST else 0)

    def __contains__(self, row: int) -> bool:
        return row in self.folded

    def follow(self, before: Folding, alignment: Alignment) -> None:
        """Fold what was folded in an earlier version; new claims are as in a map seen first."""
        for row in before._levels:
            if (now := alignment.row(row)) in self._levels and now is not None:
                self.folded.discard(now)
                if row in before.folded and self.has_more(now):
                    self.folded.add(now)
        self.changes += 1

    def show_levels(self, level: int) -> None:
        """Fold every row at a level or deeper under which anything is."""
        deep = (row for row, depth in self._levels.items() if depth >= level)
        self.folded = {row for row in deep if self.has_more(row)}
        self.changes += 1

    def has_more(self, row: int) -> bool:
        """Whether anything is drawn under a row, or would be."""
        children = self.forest.debate.children(row)
        return any(not self.forest.is_beside(child) for child in children)

    def toggle(self, row: int) -> bool:
        """Fold a row, or unfold it; whether there is anything to fold."""
        if not self.has_more(row):
            return False
        self.folded ^= {row}
        self.changes += 1
        return True

    def reveal(self, row: int) -> bool:
        """Unfold all that a row is under; whether anything was folded."""
        changed = False
        while (row := self.forest.above(row)) >= 0:
            if row in self.folded:
                self.folded.discard(row)
                self.changes += 1
                changed = True
        return changed

    def unfold_all(self) -> None:
        """Show every row."""
        self.folded = set()
        self.changes += 1

    def fewer(self) -> None:
        """Show one level fewer than are shown anywhere."""
        shown = (self._levels[row] for row in self.visible())
        self.show_levels(max(0, max(shown, default=0) - 1))

    def more(self) -> None:
        """Show one level more than are shown everywhere."""
        closed = (self._levels[row] for row in self.visible() if row in self.folded)
        deepest = max(self._levels.values(), default=0)
        self.show_levels(min(closed, default=deepest) + 1)

    def visible(self) -> Iterator[int]:
        """The rows that no fold hides, in reading order from each root."""
        claims = self.forest.debate.claims
        for root in self.forest.roots:
            shown = {root}
            yield root
            for row in range(root + 1, claims[root].end):
                beside = self.forest.is_beside(row)
                parent = claims[row].parent
                if parent in shown and (beside or parent not in self.folded):
                    shown.add(row)
                    yield row
