"""Strengths: a number from 0 to 1 for each claim, beside its verdict.

A step passes on its weight times the strengths of its claim and co-premises, times what each of its
undercuts leaves (1 less what the undercut passes on in the same way). A claim with conditions is at
most as strong as the weakest of them. Accepted is 1 and rejected 0. How base score and passed
strengths make a strength is the semantics' matter: see :mod:`debate.reasoning.semantics`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from debate.reasoning.compile import Case
from debate.reasoning.graph import IN
from debate.reasoning.order import Order
from debate.reasoning.semantics import QUADRATIC, Semantics

#: The base score of a claim of which nobody said how credible it is.
NEUTRAL = 0.5

#: In a circle: the share of the way gone each time, when it counts as still, and when as lost.
STEP = 0.1
_STILL = 1e-12
_PATIENCE = 2000
_MOST_WORK = 20_000_000


@dataclass(slots=True)
class Strengths:
    """The strength of each claim by row (a ref's row holds nothing of use).

    ``unsettled`` are the groups of claims resting on each other in a circle whose strengths had not
    come to rest when the patience ended.
    """

    values: list[float]
    unsettled: set[int]

    @property
    def converged(self) -> bool:
        """Whether every circle came to rest."""
        return not self.unsettled


def strengths(case: Case, order: Order, semantics: Semantics = QUADRATIC) -> Strengths:
    """All strengths of a debate, in time linear in its claims outside circles."""
    graph = case.graph
    found = Strengths([NEUTRAL] * graph.size, set())
    for row, credence in case.credence.items():
        found.values[row] = credence
    special = _special(case)
    pending = [s for s in range(graph.size - 1, -1, -1) if graph.head[s] >= 0 or s in special]
    if order.late:
        pending = [s for s in pending if s not in order.late]
    _settle(case, found.values, pending, semantics, special)
    for number in range(len(order.groups)):
        _group(case, order, found, number, semantics, special)
    return found


def update(
    case: Case, order: Order, found: Strengths, dirty: Iterable[int], semantics: Semantics
) -> None:
    """Work out again the claims given, which include all that rest on one of them."""
    late = order.late
    special = _special(case)
    dirty = list(dirty)
    rows = sorted((row for row in dirty if row not in late), reverse=True)
    _settle(case, found.values, rows, semantics, special)
    for number in sorted({late[row] for row in dirty if row in late}):
        _group(case, order, found, number, semantics, special)


def passed(case: Case, values: list[float], argument: int) -> float:
    """What a step passes on: its weight times what its premises and its undercuts leave."""
    return carried(case, values, argument)[argument]


def carried(case: Case, values: list[float], argument: int) -> dict[int, float]:
    """What a step passes on, and each undercut below it; each step before the undercuts on it."""
    undercuts = case.graph.undercuts
    steps = [argument]
    for step in steps:  # grows as it goes
        steps.extend(undercuts.get(step, ()))
    known: dict[int, float] = {}
    for step in reversed(steps):
        product = abs(case.pull[step])
        for premise in case.graph.premises(step):
            product *= values[premise]
        for undercut in undercuts.get(step, ()):
            product *= 1 - known[undercut]
        known[step] = product
    return {step: known[step] for step in steps}


def _special(case: Case) -> Mapping[int, object]:
    """The claims that are not simply what their steps make of them."""
    return {**case.graph.conditions, **case.graph.fixed}


def _group(
    case: Case,
    order: Order,
    found: Strengths,
    number: int,
    semantics: Semantics,
    special: Mapping[int, object],
) -> None:
    """Work out one group of late claims; in a circle approach a state that keeps itself up."""
    group, values = order.groups[number], found.values
    found.unsettled.discard(number)
    if number not in order.circular:
        _settle(case, values, group, semantics, special)
        return
    for row in group:
        values[row] = case.credence.get(row, NEUTRAL)
    for _ in range(max(1, min(_PATIENCE, _MOST_WORK // len(group)))):
        before = [values[row] for row in group]
        after = []
        for row, old in zip(group, before, strict=True):
            _settle(case, values, (row,), semantics, special)
            after.append(values[row])
            values[row] = old  # all members see the same state
        for row, old, new in zip(group, before, after, strict=True):
            values[row] = old + STEP * (new - old)
        if all(abs(new - old) < _STILL for old, new in zip(before, after, strict=True)):
            return
    found.unsettled.add(number)


def _settle(
    case: Case,
    values: list[float],
    rows: Iterable[int],
    semantics: Semantics,
    special: Mapping[int, object],
) -> None:
    """Work out claims of which each comes after all that it rests on."""
    graph, credence = case.graph, case.credence
    head, following, premise, pull = graph.head, graph.next, graph.premise, case.pull
    strength = semantics.strength
    sums = not semantics.multiplies
    for row in rows:
        pro = con = 0.0 if sums else 1.0
        argument = head[row]
        while argument >= 0:
            before, weight = premise[argument], pull[argument]
            if before < 0:
                weight = passed(case, values, argument) * (1 if weight > 0 else -1)
            else:
                weight *= values[before]
            if sums:
                if weight > 0:
                    pro += weight
                else:
                    con -= weight
            elif weight > 0:
                pro *= 1 - weight
            else:
                con *= 1 + weight
            argument = following[argument]
        value = strength(credence.get(row, NEUTRAL) if credence else NEUTRAL, pro, con)
        values[row] = _bound(case, values, row, value) if row in special else value


def _bound(case: Case, values: list[float], row: int, value: float) -> float:
    """A strength under judgement (accepted 1, rejected 0) and under conditions (the weakest)."""
    fixed = case.graph.fixed.get(row)
    if fixed is not None:
        return 1.0 if fixed == IN else 0.0
    return min([value, *(values[condition] for condition in case.graph.conditions.get(row, ()))])
