"""What a strength depends on: gradients, and what would change if a claim were not there.

The gradient of a claim's strength to every base score is worked out backwards from the claim in one
pass (reverse mode: Yin, Potyka and Toni, "Argument attribution explanations in quantitative bipolar
argumentation frameworks", ECAI 2023). The removal contribution of a claim is the strength with it
less the strength without it (Kampik, Potyka, Yin, Čyras and Toni, "Contribution functions for
quantitative bipolar argumentation graphs", IJAR 2024).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from debate.model import Role
from debate.reasoning.compile import Case
from debate.reasoning.evaluate import Evaluation
from debate.reasoning.order import above, below
from debate.reasoning.strength import NEUTRAL, carried, passed, update


def gradient(evaluation: Evaluation, row: int) -> dict[int, float | None]:
    """The derivative of a claim's strength by the base score of each claim below it, by row.

    Zero where a claim's strength is fixed or does not get through. Where a claim and its conditions
    are equally weak, the first in reading order counts. None where the way may lead through a
    circle, for which none is given.
    """
    case, order = evaluation.case, evaluation.order
    row = evaluation.debate.meant(row)
    rows = sorted(below(case.graph, [row]), key=order.key, reverse=True)
    reach = dict.fromkeys(rows, 0.0)  # the derivative by each claim's strength
    reach[row] = 1.0
    circular = {r for r in rows if order.late.get(r) in order.circular}
    found: dict[int, float | None] = dict.fromkeys(rows, 0.0)
    for each in rows:
        if reach[each] and each not in case.graph.fixed and each not in circular:
            found[each] = _back(evaluation, each, reach)
    found.update(dict.fromkeys(below(case.graph, circular - case.graph.fixed.keys()), None))
    return found


def matters_most(evaluation: Evaluation, rows: Sequence[int], most: int) -> list[tuple[int, float]]:
    """The claims on which the strengths of ``rows`` depend most, the steepest first.

    Each with the steepest of its gradients; ``rows`` themselves are left out.
    """
    steepest: dict[int, float] = {}
    for row in rows:
        for each, by in gradient(evaluation, row).items():
            if by and each not in rows and abs(by) > abs(steepest.get(each, 0.0)):
                steepest[each] = by
    return sorted(steepest.items(), key=lambda pair: (-abs(pair[1]), pair[0]))[:most]


def removal(evaluation: Evaluation, row: int, claims: Sequence[int]) -> list[float]:
    """How much of a claim's strength each of ``claims`` contributes: what goes when it is removed.

    A claim is removed with every step that it makes; as a co-premise or a condition it no longer
    binds. 0 for the claim itself.
    """
    row = evaluation.debate.meant(row)
    case, known = evaluation.case, evaluation.strengths
    strength = known.values[row]
    found = []
    for claim in map(evaluation.debate.meant, claims):
        dirty = above(case.graph, [claim]) - {claim}
        before = {each: known.values[each] for each in dirty}
        unsettled = known.unsettled.copy()
        with _removed(case, claim):
            update(case, evaluation.order, known, dirty, evaluation.semantics)
            found.append(strength - known.values[row])
        for each, value in before.items():
            known.values[each] = value
        known.unsettled = unsettled
    return found


def _back(evaluation: Evaluation, row: int, reach: dict[int, float]) -> float:
    """Hand a claim's share of the derivative down to what it rests on; what its base score gets."""
    case, semantics = evaluation.case, evaluation.semantics
    graph, values = case.graph, evaluation.strengths.values
    arguments = list(graph.arguments(row))
    flows = [passed(case, values, argument) for argument in arguments]
    supports = [v for a, v in zip(arguments, flows, strict=True) if case.pull[a] > 0]
    objections = [v for a, v in zip(arguments, flows, strict=True) if case.pull[a] <= 0]
    multiplies = semantics.multiplies
    totals = [_total(side, multiplies) for side in (supports, objections)]
    base = case.credence.get(row, NEUTRAL)
    bound = min(graph.conditions.get(row, ()), key=values.__getitem__, default=None)
    if bound is not None and values[bound] < semantics.strength(base, totals[0], totals[1]):
        reach[bound] += reach[row]
        return 0.0
    by_base, by_pro, by_con = semantics.slope(base, totals[0], totals[1])
    others = [_without_each([1 - v for v in side]) for side in (supports, objections)]
    for argument in arguments:
        pro = case.pull[argument] > 0
        slope = by_pro if pro else by_con
        other = others[not pro].pop(0)
        _through(case, values, argument, reach[row] * slope * (-other if multiplies else 1), reach)
    return reach[row] * by_base


def _total(side: list[float], multiplies: bool) -> float:
    """What the passed strengths of a side come to, as the semantics takes them."""
    if not multiplies:
        return sum(side)
    left = 1.0
    for strength in side:
        left *= 1 - strength
    return left


def _through(
    case: Case, values: list[float], argument: int, slope: float, reach: dict[int, float]
) -> None:
    """Hand a derivative through a step to its premises and the undercuts below it."""
    known = carried(case, values, argument)
    slopes = {argument: slope}
    for step in known:  # each step before the undercuts on it
        premises = case.graph.premises(step)
        undercuts = case.graph.undercuts.get(step, ())
        factors = [values[premise] for premise in premises] + [1 - known[u] for u in undercuts]
        shares = [abs(case.pull[step]) * other for other in _without_each(factors)]
        for premise, share in zip(premises, shares, strict=False):
            reach[premise] += slopes[step] * share
        for undercut, share in zip(undercuts, shares[len(premises) :], strict=True):
            slopes[undercut] = -slopes[step] * share


def _without_each(factors: list[float]) -> list[float]:
    """For each factor the product of all others; no division, since factors may be zero."""
    found = [1.0] * len(factors)
    for places in (range(len(factors)), range(len(factors) - 1, -1, -1)):
        product = 1.0
        for place in places:
            found[place] *= product
            product *= factors[place]
    return found


@contextmanager
def _removed(case: Case, claim: int) -> Iterator[None]:
    """The case without one claim, for as long as the context lasts."""
    graph, rows = case.graph, case.debate.claims
    pull: dict[int, float] = {}
    joint: dict[int, tuple[int, ...]] = {}
    conditions: dict[int, tuple[int, ...]] = {}
    for place in (claim, *case.refs.get(claim, ())):
        role, parent = rows[place].role, rows[place].parent
        if role is Role.CO_PREMISE:
            joint[parent] = graph.joint[parent]
        elif role is Role.CONDITION:
            conditions[parent] = graph.conditions[parent]
        else:
            pull[place] = case.pull[place]
    for place in pull:
        case.pull[place] = 0.0
    for parent, premises in joint.items():
        graph.joint[parent] = premises[:1] + tuple(p for p in premises[1:] if p != claim)
    for parent, premises in conditions.items():
        graph.conditions[parent] = tuple(p for p in premises if p != claim)
    try:
        yield
    finally:
        for place, strength in pull.items():
            case.pull[place] = strength
        graph.joint.update(joint)
        graph.conditions.update(conditions)
