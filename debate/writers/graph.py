"""A debate as nodes and edges: what Mermaid, Graphviz and GraphML write, each in its own words.

Edges run from a reason to what it bears on. A step that several premises share, or that an undercut
attacks, is a small node of its own on its edge.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from debate.model import Debate, Role
from debate.writers.relations import Relation, relations

#: How an edge of each kind reads from its beginning to its end.
VERBS = {
    Role.CONDITION.value: "condition of",
    Role.SUPPORT.value: "supports",
    Role.OBJECTION.value: "objects to",
    Role.CO_PREMISE.value: "together with",
    Role.UNDERCUT.value: "undercuts",
    "answers": "answers",
    "agrees": "agrees with",
    "clashes": "clashes with",
}

#: Colours of lines on white, by kind; those of the picture of the map.
INKS = {
    "recommendation": "#14181f",
    "thesis": "#2a303a",
    "condition": "#6a3cab",
    "support": "#0a5cad",
    "co-premise": "#33709f",
    "objection": "#ad5200",
    "undercut": "#8a5a1d",
    "background": "#565f6c",
    "question": "#22272f",
    "answers": "#5f6772",
    "agrees": "#0b6f66",
    "clashes": "#a1262c",
}

#: Grounds of boxes under dark text, by kind.
GROUNDS = {
    "recommendation": "#e9eaec",
    "thesis": "#f3f3f4",
    "condition": "#f3eefa",
    "support": "#e9f2fb",
    "co-premise": "#eef6fc",
    "objection": "#fbf0e4",
    "undercut": "#f7efe6",
    "background": "#f5f5f5",
    "question": "#ffffff",
}


class Edge(NamedTuple):
    """A line from one node to another.

    ``kind`` is a role, "answers" (a recommendation to its question), "agrees" or "clashes" (both
    ways); ``row`` is whose step it is, -1 for the last two. ``part`` tells the way of a premise to
    a step's own node ("in") from the way on ("out"); it is "whole" where the step has no node.
    ``again`` says that it begins at a claim that stands elsewhere in the outline.
    """

    kind: str
    source: str
    target: str
    row: int
    part: str = "whole"
    again: bool = False

    @property
    def verb(self) -> str:
        """What stands on the line; nothing on the way to a step's node."""
        return "" if self.part == "in" else VERBS[self.kind]


def node(row: int) -> str:
    """The name of a claim's node."""
    return f"n{row}"


def _said_at(debate: Debate, row: int) -> str:
    """The node that says what a row says."""
    return node(debate.meant(row))


def _again(debate: Debate, row: int) -> bool:
    return debate.claims[row].target >= 0


def joint(row: int) -> str:
    """The name of the node of a step that needs one."""
    return f"s{row}"


def question(number: int) -> str:
    """The name of the node of the n-th question."""
    return f"q{number}"


def steps(debate: Debate) -> Iterator[tuple[Relation, list[Edge]]]:
    """Each step with its edges, one at a time; where it is ``joint``, its node is to be drawn."""
    for relation in relations(debate):
        kind, row = relation.role.value, relation.row
        target = node(relation.on) if relation.step < 0 else joint(relation.step)
        if not relation.joint:
            yield (
                relation,
                [Edge(kind, _said_at(debate, row), target, row, again=_again(debate, row))],
            )
            continue
        own = joint(row)
        edges = [
            Edge(kind, _said_at(debate, at), own, at, "in", _again(debate, at))
            for at in relation.premises
        ]
        yield relation, [*edges, Edge(kind, own, target, row, "out")]


def further(debate: Debate) -> Iterator[Edge]:
    """Which question each recommendation answers; then what agrees and what clashes."""
    numbers = {asked: number for number, asked in enumerate(debate.questions)}
    for row, claim in enumerate(debate.claims):
        if claim.parent < 0 and claim.question in numbers:
            yield Edge("answers", node(debate.meant(row)), question(numbers[claim.question]), row)
    for kind, pairs in (("agrees", debate.agreements), ("clashes", debate.clashes)):
        for one, other in pairs:
            yield Edge(kind, node(debate.meant(one)), node(debate.meant(other)), -1)


def on_edge(debate: Debate, edge: Edge) -> str:
    """The words on an edge: the verb, then the option or the weight: "supports (0.5)"."""
    if edge.part == "in" or edge.row < 0:
        return edge.verb
    claim = debate.claims[edge.row]
    if edge.kind == "answers":
        asked = debate.questions[claim.question or ""]
        return asked.options.get(claim.option or "", claim.option or "")
    return edge.verb if claim.weight is None else f"{edge.verb} ({claim.weight:g})"
