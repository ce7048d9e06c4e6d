"""Which claim of a debate is which in a later version of it: what a reader has, the claims keep.

Ids tell it where there are any. Else a claim is the one with the same text: under the same parent
if it can be, and wherever it was moved to if not. What is left is paired under each parent by how
alike the texts are, so that who mends a word does not lose a claim. Numbers tell nothing: they
shift with every claim that is put before them.
"""

from __future__ import annotations

from array import array
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice

from debate.model.claim import Claim
from debate.model.debate import Debate

#: From this likeness on, a text is the same in other words: two thirds of it stayed.
ALIKE = 0.66

#: Siblings that are compared word by word; among more, only equal texts are found.
_FEW = 60

#: Characters of a text that are compared.
_LOOKED_AT = 400


class Alignment:
    """From the rows of ``old`` to those of ``new``, two versions of a debate.

    What lies before the first change of a side and after its last is paired in one sweep, so that
    it costs milliseconds for most changes to a debate of a hundred thousand claims.
    """

    def __init__(self, old: Debate, new: Debate) -> None:
        self.old = old
        self.new = new
        self._rows = array("i", [-1]) * len(old.claims)
        self._taken = bytearray(len(new.claims))
        for one, other in self.sides():
            self._align(old.side(one), new.side(other))

    def sides(self) -> Iterator[tuple[int, int]]:
        """The positions that both have, under one name or by one speaker; the background last."""
        names = {side.name: number for number, side in enumerate(self.new.positions)}
        speakers = {side.title: number for number, side in enumerate(self.new.positions)}
        kept = {side.name for side in self.old.positions}
        for number, side in enumerate(self.old.positions):
            other = names.get(side.name)
            if other is None:  # the file has another name now
                other = speakers.get(side.title, -1)
                if other < 0 or self.new.positions[other].name in kept:
                    continue
            yield number, other
        yield -1, -1

    def row(self, row: int) -> int | None:
        """The row that an old row has become; None where its claim is gone, or there was none."""
        found = self._rows[row] if 0 <= row < len(self._rows) else -1
        return found if found >= 0 else None

    def near(self, row: int) -> int:
        """The row an old one has become, or what stands nearest to where it was.

        A sibling after it, then one before it, then the claim it bore on and so on; -1 in an empty
        debate.
        """
        while 0 <= row < len(self._rows):
            if (found := self.row(row)) is not None:
                return found
            siblings = self._siblings(row)
            at = siblings.index(row)
            for other in (*siblings[at + 1 :], *reversed(siblings[:at])):
                if (found := self.row(other)) is not None:
                    return found
            if self.old.claims[row].parent < 0:
                return self._side_of(row)
            row = self.old.claims[row].parent
        return 0 if self.new.claims else -1

    def _siblings(self, row: int) -> list[int]:
        claim = self.old.claims[row]
        if claim.parent >= 0:
            return list(self.old.children(claim.parent))
        return list(self.old.roots(claim.position))

    def _side_of(self, row: int) -> int:
        """The first row of the side that a row was on, or of the debate."""
        position = self.old.claims[row].position
        other = dict(self.sides()).get(position)
        rows = self.new.side(other) if other is not None else range(0)
        return rows.start if rows else 0 if self.new.claims else -1

    # ------------------------------------------------------------------ finding it

    def _pair(self, old: int, new: int) -> None:
        self._rows[old] = new
        self._taken[new] = 1

    def _align(self, old: range, new: range) -> None:
        before, after = self.old.claims, self.new.claims
        first, end = 0, min(len(old), len(new))
        while first < end and _same(before[old[first]], after[new[first]]):
            self._pair(old[first], new[first])
            first += 1
        last, end = 0, end - first
        while last < end and _same(before[old[-1 - last]], after[new[-1 - last]]):
            last += 1
        changed, kept = len(old) - last, len(new) - last
        self._where_they_were(old[first:changed], new[first:kept])
        # Only now is it known whether the claims that these bear on are the same ones.
        for one, other in zip(old[changed:], new[kept:], strict=True):
            if self._parent(before[one]) == after[other].parent:
                self._pair(one, other)
        left = [row for row in old[first:] if self._rows[row] < 0]
        there = [row for row in new[first:] if not self._taken[row]]
        self._where_they_were(left, there)
        self._by_text(left, there, under_parent=False)
        self._by_likeness(left, there)

    def _where_they_were(self, old: Sequence[int], new: Sequence[int]) -> None:
        """Pair what has one id, and then what bears on the same claim and says the same, or nearly.

        What is said word for word elsewhere was moved there rather than mended.
        """
        if not old or not new:
            return
        ids = {id: row for row in new if (id := self.new.claims[row].id)}
        for row in old:
            if (id := self.old.claims[row].id) and (found := ids.get(id)) is not None:
                self._pair(row, found)
        self._by_text(old, new, under_parent=True)
        self._by_likeness(old, new)

    def _by_likeness(self, old: Sequence[int], new: Sequence[int]) -> None:
        left = {row for row in new if not self._taken[row]}
        texts = {_text(self.new.claims[row]) for row in left}
        for row in old:
            if not left:
                return
            if self._rows[row] >= 0 or _text(self.old.claims[row]) in texts:
                continue
            if (found := self._likest(row, left)) is not None:
                self._pair(row, found)
                left.discard(found)

    def _by_text(self, old: Sequence[int], new: Sequence[int], *, under_parent: bool) -> None:
        """Pair equal texts in reading order, so that a pair of parents comes before its replies."""
        claims = self.new.claims
        waiting: dict[object, deque[int]] = defaultdict(deque)
        for row in new:
            if not self._taken[row]:
                claim = claims[row]
                parent = claim.parent if under_parent else None
                waiting[(parent, claim.role if under_parent else None, _text(claim))].append(row)
        for row in old:
            if self._rows[row] >= 0:
                continue
            claim = self.old.claims[row]
            parent = self._parent(claim) if under_parent else None
            found = waiting.get((parent, claim.role if under_parent else None, _text(claim)))
            if found:
                self._pair(row, found.popleft())

    def _parent(self, claim: Claim) -> int:
        """The new row of an old claim's parent: -1 for none, -2 where it is gone."""
        if claim.parent < 0:
            return -1
        found = self._rows[claim.parent]
        return found if found >= 0 else -2

    def _likest(self, row: int, left: set[int]) -> int | None:
        """Among the replies to the same claim that are left over, the one most like a text."""
        claim = self.old.claims[row]
        parent = self._parent(claim)
        if parent == -2:
            return None
        siblings = self.new.children(parent) if parent >= 0 else self._roots_like(claim)
        may_be = (other for other in siblings if other in left and self._may_be(claim, other))
        scored = [
            (_likeness(claim, self.new.claims[other]), -other) for other in islice(may_be, _FEW)
        ]
        likeness, found = max(scored, default=(0.0, 0))
        return -found if likeness >= ALIKE else None

    def _roots_like(self, claim: Claim) -> Iterator[int]:
        other = dict(self.sides()).get(claim.position)
        return iter(()) if other is None else self.new.roots(other)

    def _may_be(self, claim: Claim, other: int) -> bool:
        """Two ids are two claims, unless their texts are equal."""
        candidate = self.new.claims[other]
        return claim.role is candidate.role and not (claim.id and candidate.id)


def _text(claim: Claim) -> str:
    return claim.text or f"\0{claim.ref}"


def _same(one: Claim, other: Claim) -> bool:
    """Whether two rows say the same at the same place of the tree."""
    return (
        one.text == other.text
        and one.id == other.id
        and one.depth == other.depth
        and one.role is other.role
        and one.ref == other.ref
    )


def _likeness(one: Claim, other: Claim) -> float:
    """How much of two texts is the same, from 0 to 1 (Ratcliff and Obershelp's measure)."""
    matcher = SequenceMatcher(None, _text(one)[:_LOOKED_AT], _text(other)[:_LOOKED_AT], False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()
