"""A debate as claims and steps: every row that is no root is part of exactly one."""

from __future__ import annotations

from hypothesis import given, settings

from debate.model import Debate, Role
from debate.writers.graph import Edge, further, steps
from debate.writers.relations import is_joint, relations
from tests.support import graphs
from tests.support.build import build
from tests.support.graphs import row
from tests.support.strategies import debates


def test_every_kind_of_step() -> None:
    debate = graphs.steps()
    found = {relation.row: relation for relation in relations(debate)}
    claim, support, undercut = (row(debate, text) for text in ("claim", "support", "undercut"))
    joint = found[support]
    assert joint.premises == (support, row(debate, "co-premise"))
    assert (joint.on, joint.step, joint.joint) == (claim, -1, True)
    attack, counter = found[undercut], found[row(debate, "counter")]
    assert (attack.step, attack.joint) == (support, True)
    assert (counter.step, counter.joint, counter.premises) == (undercut, False, (counter.row,))
    again = next(relation for relation in found.values() if debate.claims[relation.row].ref)
    assert debate.meant(again.premises[0]) == claim
    assert again.on == row(debate, "objection")
    assert row(debate, "co-premise") not in found


@settings(max_examples=20)
@given(debates())
def test_every_row_has_its_place(debate: Debate) -> None:
    found = list(relations(debate))
    premises = [premise for relation in found for premise in relation.premises]
    assert sorted(premises) == [r for r, claim in enumerate(debate.claims) if claim.parent >= 0]
    joint = {relation.row for relation in found if relation.joint}
    assert joint == {r for r in range(len(debate.claims)) if is_joint(debate, r)}
    for relation in found:
        undercuts = relation.role is Role.UNDERCUT
        assert (relation.step >= 0) == undercuts
        assert relation.step < 0 or relation.step in joint


@settings(max_examples=20)
@given(debates())
def test_edges_end_at_what_is_drawn(debate: Debate) -> None:
    nodes = {f"n{r}" for r, claim in enumerate(debate.claims) if claim.target < 0}
    nodes |= {f"s{r}" for r in range(len(debate.claims)) if is_joint(debate, r)}
    nodes |= {f"q{n}" for n in range(len(debate.questions))}
    edges = [edge for _, some in steps(debate) for edge in some] + list(further(debate))
    assert all({edge.source, edge.target} <= nodes for edge in edges)


def test_odd_places_lose_nothing() -> None:
    """A co-premise of a root, and one of a co-premise: no reader makes them, a program may."""
    inner = {"claim": "inner", "together_with": ["innermost"], "undercuts": ["against"]}
    root = {"claim": "root", "together_with": ["odd", {"claim": "second", "supports": ["x"]}]}
    debate = build({"one": {"claims": [root, {"claim": "r", "supports": [
        {"claim": "outer", "together_with": [inner]}]}], }})  # fmt: skip
    found = {debate.text(relation.row): relation for relation in relations(debate)}
    assert found["odd"].on == 0
    assert [debate.text(r) for r in found["outer"].premises] == ["outer", "inner", "innermost"]
    assert debate.text(found["against"].step) == "outer"
    edges = [edge for _, some in steps(debate) for edge in some]
    assert Edge("undercut", f"n{row(debate, 'against')}", f"s{row(debate, 'outer')}",
                row(debate, "against")) in edges  # fmt: skip
