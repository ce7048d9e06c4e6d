"""Where a key leads from a claim: steps through one side, in reading order and across the tree."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Literal

from debate.model import Debate, Role

Step = Literal["next", "previous", "objection", "support", "sibling", "elder", "parent"]

#: What is said where a step leads nowhere.
NOWHERE: dict[Step, str] = {
    "next": "This is the last claim of this side.",
    "previous": "This is the first claim of this side.",
    "objection": "No further objection on this side.",
    "support": "No further support on this side.",
    "sibling": "No further claim on this level.",
    "elder": "No earlier claim on this level.",
    "parent": "This claim stands at the top.",
}

#: The same under a filter.
NO_MATCH: dict[Step, str] = {
    "next": "This is the last match on this side.",
    "previous": "This is the first match on this side.",
    "objection": "No further objection matches on this side.",
    "support": "No further support matches on this side.",
    "sibling": "No further match on this level.",
    "elder": "No earlier match on this level.",
    "parent": NOWHERE["parent"],
}


def step(debate: Debate, row: int, to: Step, among: Sequence[int] | None = None) -> int | None:
    """The row a step leads to from ``row``; None where it leads nowhere.

    ``among`` is where it may lead, rows of the side in order (None: all of them); to the parent it
    always may.
    """
    if among is None:
        among = debate.side(debate.claims[row].position)
    return _STEPS[to](debate, row, among)


def _next(debate: Debate, row: int, among: Sequence[int]) -> int | None:
    return next(iter(_ahead(row, among)), None)


def _previous(debate: Debate, row: int, among: Sequence[int]) -> int | None:
    place = bisect_left(among, row)
    return among[place - 1] if place else None


def _objection(debate: Debate, row: int, among: Sequence[int]) -> int | None:
    """The next claim that speaks against something: an objection or an undercut."""
    claims = debate.claims
    return next((found for found in _ahead(row, among) if claims[found].role.attacks), None)


def _support(debate: Debate, row: int, among: Sequence[int]) -> int | None:
    claims = debate.claims
    return next((found for found in _ahead(row, among) if claims[found].role is Role.SUPPORT), None)


def _ahead(row: int, among: Sequence[int]) -> Iterable[int]:
    return map(among.__getitem__, range(bisect_right(among, row), len(among)))


def _sibling(debate: Debate, row: int, among: Sequence[int]) -> int | None:
    claim = debate.claims[row]
    side_end = debate.side(claim.position).stop
    end = debate.claims[claim.parent].end if claim.parent >= 0 else side_end
    found = claim.end
    while found < end and not _is_in(among, found):
        found = debate.claims[found].end
    return found if found < end else None


def _elder(debate: Debate, row: int, among: Sequence[int]) -> int | None:
    earlier = takewhile(lambda sibling: sibling < row, _siblings(debate, row))
    return max((sibling for sibling in earlier if _is_in(among, sibling)), default=None)


def _siblings(debate: Debate, row: int) -> Iterator[int]:
    """The claims on the same level beneath the same claim, the row among them."""
    claim = debate.claims[row]
    if claim.parent >= 0:
        return debate.children(claim.parent)
    return debate.roots(claim.position)


def _is_in(among: Sequence[int], row: int) -> bool:
    place = bisect_left(among, row)
    return place < len(among) and among[place] == row


def _parent(debate: Debate, row: int, among: Sequence[int]) -> int | None:
    parent = debate.claims[row].parent
    return parent if parent >= 0 else None


_STEPS: dict[Step, Callable[[Debate, int, Sequence[int]], int | None]] = {
    "next": _next,
    "previous": _previous,
    "objection": _objection,
    "support": _support,
    "sibling": _sibling,
    "elder": _elder,
    "parent": _parent,
}
