"""How good and how bad a statement's label can become while some judgements are left free.

A label gets better from fallen over out and undecided to in. The label of a statement gets better,
or stays, when what speaks for it gets better or what speaks against it gets worse: that is how
:func:`debate.reasoning.standards.decide` is made. So each statement is taken twice, at its best,
with the best of what speaks for it and the worst of what speaks against it, and at its worst, the
other way about. The grounded labelling of this doubled graph bounds every labelling that the free
judgements can bring about: it holds at each step of the iteration from "all undecided" on, and so
at the end. A judgement left free is at its best accepted and at its worst rejected.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from debate.reasoning.graph import FALLEN, IN, Graph
from debate.reasoning.labelling import label
from debate.reasoning.order import order
from debate.reasoning.puzzle import ACCEPT, Puzzle

_BEST, _WORST = 0, 1


class Bounds:
    """The doubled graph of a puzzle: statement *s* is ``2 s`` at its best, ``2 s + 1`` at worst."""

    def __init__(self, puzzle: Puzzle) -> None:
        self.puzzle = puzzle
        self.graph = _double(puzzle.graph)
        self._order = order(self.graph)

    def possible(self, choice: Mapping[int, int], free: Collection[int]) -> bool:
        """False when no way to judge the ``free`` statements besides ``choice`` meets the goals."""
        self.graph.fixed = self._fixed(choice, free)
        labels = label(self.graph, self._order)
        for goal in self.puzzle.goals:
            best, worst = labels[2 * goal.statement], labels[2 * goal.statement + 1]
            if goal.wanted:
                reachable = goal.label == (best if goal.label == IN else worst)
            else:
                reachable = goal.label != (worst if goal.label == IN else best)
            if not reachable:
                return False
        return True

    def _fixed(self, choice: Mapping[int, int], free: Collection[int]) -> dict[int, int]:
        """Labels of the doubled graph that judgements decide."""
        judged = {**self.puzzle.fixed, **choice}
        surely = {s for s, way in judged.items() if way == ACCEPT and s not in free}
        maybe = surely.union(free)
        fixed: dict[int, int] = {}
        for statement in maybe:
            for rival in self.puzzle.overrules.get(statement, ()):
                if rival not in surely:
                    fixed[2 * rival + _WORST] = FALLEN
                    if statement in surely and rival not in maybe:
                        fixed[2 * rival + _BEST] = FALLEN
        for statement, way in judged.items():
            if statement not in free:
                fixed[2 * statement] = fixed[2 * statement + 1] = way
        for statement in free:
            fixed[2 * statement + _BEST] = IN
            fixed[2 * statement + _WORST] = FALLEN
        return fixed


def _double(graph: Graph) -> Graph:
    doubled = Graph.empty(2 * graph.size)
    for statement in range(graph.size):
        for version in (_BEST, _WORST):
            _enter(graph, doubled, statement, version)
    return doubled


def _enter(graph: Graph, doubled: Graph, statement: int, version: int) -> None:
    """Give one version of a statement what bears on it, each in the version that it needs."""
    node, other = 2 * statement + version, 1 - version
    doubled.word[node] = graph.word[statement]
    if statement in graph.own:
        doubled.own[node] = graph.own[statement]
    if statement in graph.standard:
        doubled.standard[node] = graph.standard[statement]
    conditions = tuple(2 * c + version for c in graph.conditions.get(statement, ()))
    if conditions:
        doubled.conditions[node] = conditions
    against = [(2 * rival + other, weight) for rival, weight in graph.against.get(statement, ())]
    if against:
        doubled.against[node] = against
    for used in (*conditions, *(rival for rival, _ in against)):
        doubled.add_user(used, node)
    for argument in graph.arguments(statement):
        side = version if graph.weight[argument] > 0 else other
        _argue(graph, doubled, argument, node, side, graph.weight[argument])
    issue = graph.issue_of.get(statement)
    if issue is not None:
        doubled.standard[node] = graph.issues[issue].standard
        for rival in graph.issues[issue].positions:
            if rival != statement:
                for argument in graph.arguments(rival):
                    _argue(graph, doubled, argument, node, other, -graph.weight[argument])


def _argue(
    graph: Graph, doubled: Graph, argument: int, node: int, version: int, weight: float
) -> None:
    """Copy an argument with its undercuts; each undercut is at its best where its target is not."""
    premises = (2 * premise + version for premise in graph.premises(argument))
    copies = [(argument, doubled.add_argument(node, premises, weight), version)]
    for each, copy, side in copies:  # grows as it goes
        for undercut in graph.undercuts.get(each, ()):
            blows = (2 * premise + 1 - side for premise in graph.premises(undercut))
            blow = doubled.add_undercut(copy, node, blows)
            doubled.weight[blow] = graph.weight[undercut]
            copies.append((undercut, blow, 1 - side))
