"""Strengths: a number from 0 to 1 for each claim, beside its verdict.

A step passes on its weight times the strengths of its claim and co-premises, times what each of its
undercuts leaves (1 less what the undercut passes on in the same way). A claim with conditions is at
most as strong as the weakest of them. Accepted is 1 and rejected 0. How base score and passed
strengths make a strength is the semantics' matter: see :mod:`debate.reasoning.semantics`.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
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
    special = graph.conditions.keys() | graph.fixed.keys()
    _settle(case, found.values, order.early(graph, special), semantics, special)
    for circle, group in order.stretches():
        _late(case, found, circle, group, semantics, special)
    return found


def update(
    case: Case, order: Order, found: Strengths, dirty: Iterable[int], semantics: Semantics
) -> None:
    """Work out again the claims given, which include all that rest on one of them."""
    late = order.late
    dirty = set(dirty)
    graph = case.graph
    special = {row for row in dirty if row in graph.conditions or row in graph.fixed}
    rows = sorted((row for row in dirty if row not in late), reverse=True)
    _settle(case, found.values, rows, semantics, special)
    for circle, group in order.stretches(dirty):
        _late(case, found, circle, group, semantics, special)


def passed(case: Case, values: list[float], argument: int) -> float:
    """What a step passes on: its weight times what its premises and its undercuts leave."""
    undercuts = case.graph.undercuts
    product = _alone(case, values, argument)
    for undercut in undercuts.get(argument, ()):
        if undercut in undercuts:
            return carried(case, values, argument)[argument]
        product *= 1.0 - _alone(case, values, undercut)
    return product


def carried(case: Case, values: list[float], argument: int) -> dict[int, float]:
    """What a step passes on, and each undercut below it; each step before the undercuts on it."""
    undercuts = case.graph.undercuts
    steps = [argument]
    for step in steps:  # grows as it goes
        steps.extend(undercuts.get(step, ()))
    known: dict[int, float] = {}
    for step in reversed(steps):
        product = _alone(case, values, step)
        for undercut in undercuts.get(step, ()):
            product *= 1 - known[undercut]
        known[step] = product
    return {step: known[step] for step in steps}


def _alone(case: Case, values: list[float], argument: int) -> float:
    """What a step would pass on if nothing undercut it."""
    product = abs(case.pull[argument])
    premise = case.graph.premise[argument]
    if premise >= 0:
        return product * values[premise]
    for premise in case.graph.joint[argument]:
        product *= values[premise]
    return product


def _late(
    case: Case,
    found: Strengths,
    circle: int,
    group: list[int],
    semantics: Semantics,
    special: Set[int],
) -> None:
    """Work out late claims; in a circle approach a state that keeps itself up."""
    values = found.values
    if circle < 0:
        _settle(case, values, group, semantics, special)
        return
    found.unsettled.discard(circle)
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
    found.unsettled.add(circle)


def _settle(
    case: Case,
    values: list[float],
    rows: Iterable[int],
    semantics: Semantics,
    special: Set[int],
) -> None:
    """Work out claims of which each comes after all that it rests on."""
    graph, credence, strength = case.graph, case.credence, semantics.strength
    head, following, premise, pull = graph.head, graph.next, graph.premise, case.pull
    multiplies = semantics.multiplies
    for row in rows:
        value = credence.get(row, NEUTRAL)
        argument = head[row]
        if argument >= 0:  # where nothing bears on it, all semantics mean the base score itself
            pro = con = 0.0  # the sum of both sides, objections being negative; or their products
            if multiplies:
                pro, con = _products(case, values, row)
                argument = -1
            while argument >= 0:
                before = premise[argument]
                if before >= 0:
                    pro += pull[argument] * values[before]
                else:
                    flow = passed(case, values, argument)
                    pro += flow if pull[argument] > 0 else -flow
                argument = following[argument]
            value = strength(value, pro, con)
        values[row] = _bound(case, values, row, value) if row in special else value


def _products(case: Case, values: list[float], row: int) -> tuple[float, float]:
    """What each side leaves: the product of 1 less what each of its steps passes on."""
    pro = con = 1.0
    for argument in case.graph.arguments(row):
        left = 1 - passed(case, values, argument)
        if case.pull[argument] > 0:
            pro *= left
        else:
            con *= left
    return pro, con


def _bound(case: Case, values: list[float], row: int, value: float) -> float:
    """A strength under judgement (accepted 1, rejected 0) and under conditions (the weakest)."""
    fixed = case.graph.fixed.get(row)
    if fixed is not None:
        return 1.0 if fixed == IN else 0.0
    return min([value, *(values[condition] for condition in case.graph.conditions.get(row, ()))])
