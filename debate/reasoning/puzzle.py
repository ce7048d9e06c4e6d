"""A question about judgements: which of them would make a recommendation stand, fall or win?

The part of the graph on which the answer depends is cut out, with the claims that may be judged,
so that a search, a solver and the labelling itself can each work on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from debate.model import Debate, Role
from debate.reasoning.graph import FALLEN, IN, Graph
from debate.reasoning.labelling import label
from debate.reasoning.order import Order, below, order
from debate.reasoning.scope import Scope, add_options

#: A judgement on a candidate: accept or reject it.
ACCEPT, REJECT = IN, FALLEN


@dataclass(frozen=True, slots=True)
class Goal:
    """What a statement's label must be, or with ``wanted`` false must not be."""

    statement: int
    label: int
    wanted: bool = True

    def met(self, labels: Mapping[int, int] | bytearray) -> bool:
        """Whether labels have it so."""
        return (labels[self.statement] == self.label) == self.wanted


@dataclass(slots=True)
class Puzzle:
    """``graph`` is the part that matters; its statement *i* is the claim in row ``rows[i]``.

    ``options`` are the statements that may be judged, in reading order, and the ways to judge each
    otherwise than it is. ``overrules[s]`` are the statements that are out once ``s`` is accepted,
    unless they are accepted themselves. ``fixed`` are the labels judged at present.
    """

    graph: Graph
    rows: list[int]
    options: dict[int, tuple[int, ...]]
    overrules: dict[int, tuple[int, ...]]
    fixed: dict[int, int]
    goals: tuple[Goal, ...]
    order: Order

    def labels(self, choice: Mapping[int, int]) -> bytearray:
        """The labels once the judgements in ``choice`` are made besides the present ones."""
        fixed = {**self.fixed, **choice}
        accepted = {statement for statement, way in fixed.items() if way == ACCEPT}
        for statement in accepted:
            for rival in self.overrules.get(statement, ()):
                if rival not in accepted:
                    fixed[rival] = FALLEN
        self.graph.fixed = fixed
        return label(self.graph, self.order)

    def solved(self, choice: Mapping[int, int]) -> bool:
        """Whether the judgements in ``choice`` do what is asked."""
        labels = self.labels(choice)
        return all(goal.met(labels) for goal in self.goals)


def judgeable(debate: Debate) -> set[int]:
    """The claims whose judgement may be a crux: those that rest on nothing but someone's word.

    Claims without supports, conditions included, recommendations and background excluded.
    """
    supported = {claim.parent for claim in debate.claims if claim.role is Role.SUPPORT}
    return {
        row
        for row, claim in enumerate(debate.claims)
        if claim.target < 0
        and claim.position >= 0
        and claim.role is not Role.RECOMMENDATION
        and row not in supported
    }


def about_claim(scope: Scope, row: int, label: int, judgeable: set[int]) -> Puzzle:
    """How a claim could come to have a label."""
    graph, place = _cut(scope.graph, [row])
    return _puzzle(scope, graph, place, judgeable, (Goal(place[row], label),))


def about_question(scope: Scope, question: str, option: str, judgeable: set[int]) -> Puzzle:
    """How one option alone could come to stand."""
    rows = list(scope.outcome(question).recommended.values())
    graph, place = _cut(scope.graph, rows)
    options = add_options(scope.case, graph, question, {row: place[row] for row in rows})
    others = (Goal(options[other], IN, False) for other in options if other != option)
    return _puzzle(scope, graph, place, judgeable, (Goal(options[option], IN), *others))


def _cut(source: Graph, targets: Iterable[int]) -> tuple[Graph, dict[int, int]]:
    """The part of a graph on which some statements rest, and where it has each statement.

    What is fixed is left out; statements keep their order.
    """
    rows = sorted(below(source, targets))
    place = {row: statement for statement, row in enumerate(rows)}
    graph = Graph.empty(len(rows))
    for row, statement in place.items():
        graph.word[statement] = source.word[row]
        if row in source.own:
            graph.own[statement] = source.own[row]
        if row in source.standard:
            graph.standard[statement] = source.standard[row]
        if row in source.conditions:
            graph.conditions[statement] = tuple(place[c] for c in source.conditions[row])
        if row in source.against:
            graph.against[statement] = [(place[r], weight) for r, weight in source.against[row]]
        for other in {place[r] for r in source.rests_on(row)}:
            graph.add_user(other, statement)
        copies = [(a, graph.add_argument(statement, (), 0.0)) for a in source.arguments(row)]
        for argument, copy in copies:  # grows as it goes
            graph.weight[copy] = source.weight[argument]
            graph.joint[copy] = tuple(place[premise] for premise in source.premises(argument))
            for undercut in source.undercuts.get(argument, ()):
                copies.append((undercut, graph.add_undercut(copy, statement, ())))
    return graph, place


def _puzzle(
    scope: Scope,
    graph: Graph,
    place: dict[int, int],
    judgeable: set[int],
    goals: tuple[Goal, ...],
) -> Puzzle:
    judgements = scope.case.judgements
    fixed = dict.fromkeys((place[r] for r in judgements.accepted if r in place), ACCEPT)
    fixed |= dict.fromkeys((place[r] for r in judgements.rejected if r in place), REJECT)
    overrules = {}
    for row, statement in place.items():
        rivals = tuple(sorted(place[r] for r in scope.rivals(row) if r in place))
        if rivals:
            overrules[statement] = rivals
    options = {
        statement: tuple(way for way in (ACCEPT, REJECT) if way != fixed.get(statement))
        for row, statement in place.items()
        if row in judgeable
    }
    return Puzzle(graph, list(place), options, overrules, fixed, goals, order(graph))
