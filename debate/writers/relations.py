"""A debate as statements and the steps between them, for formats that hold a graph.

A row that is no root is a step from its claim, with its co-premises, to what it bears on: another
claim, or, where it undercuts, another step. A ref is no claim of its own but a step from the claim
that it means, so the graph may be no tree, and may have cycles.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from debate.model import Debate, Role


@dataclass(slots=True, frozen=True)
class Relation:
    """One step, called by the ``row`` that it comes from.

    ``premises`` are the rows that bear jointly, ``row`` first: what they say is at
    :meth:`Debate.meant` of each. They bear on the claim at ``on``, or, where ``step`` is not -1, on
    the step of that row. ``joint`` says that the step has to be a thing of its own: several
    premises share it, or an undercut attacks it.
    """

    row: int
    role: Role
    premises: tuple[int, ...]
    on: int
    step: int = -1
    joint: bool = False


def relations(debate: Debate) -> Iterator[Relation]:
    """Each step in reading order; nothing is held, and all of it takes linear time."""
    claims = debate.claims
    for row, claim in enumerate(claims):
        if claim.parent < 0 or not _is_step(debate, row):
            continue
        rows = [row]
        attacked = False
        for at in rows:  # it grows: a co-premise may have co-premises
            for child in debate.children(at):
                if claims[child].role is Role.CO_PREMISE:
                    rows.append(child)
                attacked = attacked or claims[child].role is Role.UNDERCUT
        step = step_of(debate, claim.parent) if claim.role is Role.UNDERCUT else -1
        on = debate.meant(claim.parent)
        yield Relation(row, claim.role, tuple(rows), on, step, attacked or len(rows) > 1)


def step_of(debate: Debate, row: int) -> int:
    """The row whose step this row is part of: itself, or what it is a co-premise of; -1 at a root.

    What hangs on a root as a co-premise has nothing to be joined to, and is a step of its own.
    """
    claims = debate.claims
    while claims[row].role is Role.CO_PREMISE and claims[claims[row].parent].parent >= 0:
        row = claims[row].parent
    return row if claims[row].parent >= 0 else -1


def _is_step(debate: Debate, row: int) -> bool:
    """Whether a row that hangs on another is a step, and no further premise of one."""
    claims = debate.claims
    return claims[row].role is not Role.CO_PREMISE or claims[claims[row].parent].parent < 0


def is_joint(debate: Debate, row: int) -> bool:
    """Whether a row is a step that has to be a thing of its own (:attr:`Relation.joint`)."""
    claims = debate.claims
    if claims[row].parent < 0 or not _is_step(debate, row):
        return False
    beside = (Role.CO_PREMISE, Role.UNDERCUT)
    return any(claims[child].role in beside for child in debate.children(row))
