"""Where a key leads from a claim: steps through one side, in reading order and across the tree."""

from __future__ import annotations

from collections.abc import Callable
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


def step(debate: Debate, row: int, to: Step) -> int | None:
    """The row a step leads to from ``row``; None where it leads nowhere."""
    return _STEPS[to](debate, row)


def _next(debate: Debate, row: int) -> int | None:
    return row + 1 if row + 1 in debate.side(debate.claims[row].position) else None


def _previous(debate: Debate, row: int) -> int | None:
    return row - 1 if row - 1 in debate.side(debate.claims[row].position) else None


def _objection(debate: Debate, row: int) -> int | None:
    """The next claim that speaks against something: an objection or an undercut."""
    ahead = range(row + 1, debate.side(debate.claims[row].position).stop)
    return next((found for found in ahead if debate.claims[found].role.attacks), None)


def _support(debate: Debate, row: int) -> int | None:
    ahead = range(row + 1, debate.side(debate.claims[row].position).stop)
    return next((found for found in ahead if debate.claims[found].role is Role.SUPPORT), None)


def _sibling(debate: Debate, row: int) -> int | None:
    claim = debate.claims[row]
    side_end = debate.side(claim.position).stop
    end = debate.claims[claim.parent].end if claim.parent >= 0 else side_end
    return claim.end if claim.end < end else None


def _elder(debate: Debate, row: int) -> int | None:
    claim = debate.claims[row]
    before, parent = None, claim.parent
    for sibling in debate.children(parent) if parent >= 0 else debate.roots(claim.position):
        if sibling == row:
            break
        before = sibling
    return before


def _parent(debate: Debate, row: int) -> int | None:
    parent = debate.claims[row].parent
    return parent if parent >= 0 else None


_STEPS: dict[Step, Callable[[Debate, int], int | None]] = {
    "next": _next,
    "previous": _previous,
    "objection": _objection,
    "support": _support,
    "sibling": _sibling,
    "elder": _elder,
    "parent": _parent,
}
