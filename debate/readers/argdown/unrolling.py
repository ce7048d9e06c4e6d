"""A graph of nodes and steps put as trees, as :mod:`debate.readers.net` does it, for very many.

A node stands where it is met first, level by level from the roots; wherever else it is used there
is a ref to it. Nodes are only numbers here, so that half a million take no more than their lists.
"""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Callable
from typing import Any

from debate.model import Role


class Step:
    """A step from linked premises; ``extra`` is what is kept of it, ``below`` its undercuts."""

    __slots__ = ("at", "below", "extra", "premises", "role")

    def __init__(self, role: Role, premises: tuple[int, ...], at: int, extra: Any) -> None:
        self.role = role
        self.premises = premises
        self.at = at
        self.extra = extra
        self.below: list[Step] | None = None


#: A step from one premise, of which nothing else is to be said: role, premise, and place.
Plain = tuple[Role, int, int]

#: Makes a row: of a node by its number, or of a row to refer to; with role, parent, and the rest.
Make = Callable[[int, Role, int, int, Any], int]


class Unrolling:
    """The steps between so many nodes, and the ``rows`` at which these come to stand."""

    def __init__(self, count: int) -> None:
        self.rows = array("i", [-1]) * count
        self._steps: list[list[Step | Plain] | None] = [None] * count
        self._used = bytearray(count)

    def hide(self, node: int) -> None:
        """A node that is no claim."""
        self._used[node] = 2

    def step(
        self, role: Role, premises: tuple[int, ...], conclusion: int, at: int, extra: Any
    ) -> Step:
        """A step to a node."""
        made = Step(role, premises, at, extra)
        for premise in premises:
            self._used[premise] = 1
        self._hang(made, conclusion)
        return made

    def plain(self, role: Role, premise: int, conclusion: int, at: int) -> None:
        """A step to a node that nothing undercuts: most are so, and a tuple is enough for them."""
        self._used[premise] = 1
        self._hang((role, premise, at), conclusion)

    def _hang(self, made: Step | Plain, conclusion: int) -> None:
        below = self._steps[conclusion]
        if below is None:
            self._steps[conclusion] = [made]
        else:
            below.append(made)

    def undercut(self, premise: int, step: Step, at: int) -> None:
        """A node that denies that a step holds."""
        self._used[premise] = 1
        if step.below is None:
            step.below = []
        step.below.append(Step(Role.UNDERCUT, (premise,), at, None))

    def unroll(self, claim: Make, ref: Make, position: Callable[[int], int]) -> None:
        """Make all rows: the roots, and one node of each circle that no root leads to, as theses
        of positions of their own, and below them everything else.
        """
        rows, waiting = self.rows, deque[int]()
        for node, used in enumerate(self._used):
            if not used:
                rows[node] = claim(node, Role.THESIS, -1, position(node), None)
                waiting.append(node)
        self._down(claim, ref, waiting)
        for node, used in enumerate(self._used):
            if rows[node] < 0 and used != 2:
                rows[node] = claim(node, Role.THESIS, -1, position(node), None)
                waiting.append(node)
                self._down(claim, ref, waiting)

    def _down(self, claim: Make, ref: Make, waiting: deque[int]) -> None:
        rows = self.rows
        while waiting:
            node = waiting.popleft()
            parent = rows[node]
            for step in self._steps[node] or ():
                if isinstance(step, Step):
                    self._linked(step, parent, claim, ref, waiting)
                    continue
                role, premise, at = step
                if (row := rows[premise]) >= 0:
                    ref(row, role, parent, at, None)
                else:
                    rows[premise] = claim(premise, role, parent, -1, None)
                    waiting.append(premise)

    def _linked(self, step: Step, parent: int, claim: Make, ref: Make, waiting: deque[int]) -> None:
        """A step from several premises, and what undercuts it."""
        rows, steps = self.rows, [(step, parent)]
        while steps:
            step, parent = steps.pop()
            role, first = step.role, -1
            for premise in step.premises:
                extra = step.extra if first < 0 else None
                if rows[premise] >= 0:
                    row = ref(rows[premise], role, parent, step.at, extra)
                else:
                    row = rows[premise] = claim(premise, role, parent, -1, extra)
                    waiting.append(premise)
                if first < 0:
                    first, parent, role = row, row, Role.CO_PREMISE
            if step.below:
                steps += [(undercut, first) for undercut in reversed(step.below)]
