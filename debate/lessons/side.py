"""Walk this side: its case claim by claim, in the order in which one would explain it.

Reading order is that order already: a recommendation, what it hangs on, each reason with all that
is said for and against it, then the objections. A large case is walked down to a depth that a
person has the patience for; branches are opened further, and closed, where one likes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from debate.lessons.steps import Closing, Opening, Predict, Show, Step
from debate.model import Debate, Role

if TYPE_CHECKING:
    from debate.model.alignment import Alignment

#: Claims that one has the patience for; and roots that are walked, however many there are.
_MANY, _ROOTS = 60, 200

#: How many times one is asked what another side says to a claim.
_ECHOES = 3


class SideWalk:
    """The walk through one side, by its index; -1 is the background."""

    def __init__(self, debate: Debate, position: int) -> None:
        self.debate = debate
        self.position = position
        self.opened: set[int] = set()
        self.closed: set[int] = set()
        self._depth = self._patience()
        self.steps: list[Step] = []
        self._plan()

    @property
    def key(self) -> str:
        """Whose case it is, by name."""
        return f"side:{_name(self.debate, self.position)}"

    @property
    def title(self) -> str:
        """Whose case it is."""
        if self.position < 0:
            return "The background"
        return f"The case of {self.debate.positions[self.position].label}"

    @property
    def left_out(self) -> int:
        """How many claims of this side are no step."""
        shown = sum(isinstance(step, Show) for step in self.steps)
        return len(self.debate.side(self.position)) - shown

    def hidden(self, row: int) -> int:
        """How many claims beneath a row that is shown are no step now."""
        claim = self.debate.claims[row]
        return 0 if self._is_open(row) else claim.end - row - 1

    def open(self, row: int) -> bool:
        """Walk what hangs on a row too; False where that is done already, or nothing does."""
        if not self.hidden(row):
            return False
        self.closed.discard(row)
        self.opened.add(row)
        self._plan()
        return True

    def close(self, row: int) -> bool:
        """Leave out what hangs on a row; False where nothing does, or it is left out already."""
        if self.debate.claims[row].end == row + 1 or not self._is_open(row):
            return False
        self.opened.discard(row)
        self.closed.add(row)
        self._plan()
        return True

    def follow(self, before: SideWalk, alignment: Alignment) -> None:
        """Go down as far as the walk through an earlier version did, with the same branches.

        Only where it would be far more than anyone has the patience for, the depth is a new one.
        """
        for old, new in ((before.opened, self.opened), (before.closed, self.closed)):
            new.update(found for row in old if (found := alignment.row(row)) is not None)
        claims, rows = self.debate.claims, self.debate.side(self.position)
        if sum(claims[row].depth <= before._depth for row in rows) <= 2 * _MANY:
            self._depth = before._depth
        self._plan()

    # ------------------------------------------------------------------ what is a step

    def _patience(self) -> int:
        """The depth down to which all claims are walked."""
        claims = self.debate.claims
        levels = Counter(claims[row].depth for row in self.debate.side(self.position))
        count = depth = 0
        for depth in sorted(levels):
            count += levels[depth]
            if count > _MANY:
                return max(0, depth - 1)
        return depth

    def _is_open(self, row: int) -> bool:
        if row in self.closed:
            return False
        return row in self.opened or self.debate.claims[row].depth < self._depth

    def _plan(self) -> None:
        self.steps = [Opening(), *self._case(), Closing()]

    def _case(self) -> Iterator[Step]:
        echoes = _ECHOES
        for number, root in enumerate(self.debate.roots(self.position)):
            if number == _ROOTS:
                return
            claim = self.debate.claims[root]
            asked = _asked(self.debate, root)
            if asked:
                yield Predict("option", question=asked, side=claim.position)
            unheard = self._unheard(root) if number == 0 else None
            for row in self._rows(root):
                other = self._heard(row) if echoes and row != root else None
                if other is not None:
                    echoes -= 1
                    yield Predict("echo", row, side=other)
                elif unheard and row == unheard[0]:
                    yield Predict("echo", row, side=unheard[1])
                yield Show(row)
            if asked:
                yield Predict("verdict", root)

    def _rows(self, root: int) -> Iterator[int]:
        claims = self.debate.claims
        row, end = root, claims[root].end
        while row < end:
            yield row
            row = row + 1 if self._is_open(row) else claims[row].end

    def _heard(self, row: int) -> int | None:
        """Another side that agrees or clashes with a claim; None where none does."""
        if self.debate.claims[row].target >= 0:
            return None
        links = self.debate.links(row)
        others = [self.debate.claims[other].position for other in links.clashes + links.agrees]
        return next((side for side in others if side >= 0), None)

    def _unheard(self, root: int) -> tuple[int, int] | None:
        """A reason for a root that a rival passes over, and that rival; None where there is none.

        Without it the right answer would always be that the other side says something.
        """
        debate = self.debate
        asked, mine = _asked(debate, root), debate.claims[root].position
        for row in debate.children(root):
            claim = debate.claims[row]
            if asked is None or claim.role is not Role.SUPPORT or claim.target >= 0:
                continue
            links = debate.links(row)
            heard = {debate.claims[other].position for other in links.agrees + links.clashes}
            for side in range(len(debate.positions)):
                if side not in heard | {mine} and debate.recommendation(side, asked) is not None:
                    return (row, side) if not heard else None
        return None


def _asked(debate: Debate, root: int) -> str | None:
    """The question that a root answers with one of its options; None where it does not."""
    claim = debate.claims[root]
    question = debate.questions.get(claim.question or "")
    if claim.role is not Role.RECOMMENDATION or question is None:
        return None
    return claim.question if claim.option in question.options else None


def _name(debate: Debate, position: int) -> str:
    return debate.positions[position].name if position >= 0 else "background"
