"""The laws of judging, on random debates in which no claim rests on itself."""

from __future__ import annotations

from itertools import pairwise
from random import Random
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from debate.model import Debate, Role
from debate.reasoning.evaluate import Evaluation
from debate.reasoning.graph import FALLEN, IN
from debate.reasoning.judgements import Judgements
from tests.support.build import build
from tests.support.maps import Kinds, debates, is_circular, judged

ACYCLIC = debates(Kinds(clashes=False)).filter(lambda debate: not is_circular(debate))


def rank(evaluation: Evaluation, row: int) -> int:
    """falls < open < stands."""
    return {FALLEN: 0, IN: 2}.get(evaluation.labels[evaluation.debate.meant(row)], 1)


def nested(debate: Debate, rename: Any = lambda name: name) -> dict[str, Any]:
    """A debate back as the nested data that it can be built from."""
    keys = {
        Role.CONDITION: "only_if",
        Role.SUPPORT: "supports",
        Role.OBJECTION: "objections",
        Role.CO_PREMISE: "together_with",
        Role.UNDERCUT: "undercuts",
    }
    positions: dict[str, Any] = {
        side.name: {"speaker": side.speaker, "recommendations": []} for side in debate.positions
    }
    made: list[dict[str, Any]] = []
    for claim in debate.claims:
        data: dict[str, Any] = {"weight": claim.weight}
        if claim.target >= 0:
            data["ref"] = rename(debate.claims[claim.target].id)
        else:
            data |= {"claim": claim.text, "id": rename(claim.id), "credence": claim.credence}
        if claim.role is Role.RECOMMENDATION:
            data |= {"question": claim.question, "option": claim.option}
            positions[debate.positions[claim.position].name]["recommendations"].append(data)
        else:
            made[claim.parent].setdefault(keys[claim.role], []).append(data)
        made.append(data)
    return positions


def rebuilt(debate: Debate, positions: dict[str, Any]) -> Debate:
    questions = {
        id: {"ask": q.ask, "options": q.options, "standard": q.standard}
        for id, q in debate.questions.items()
    }
    return build(positions, questions=questions)


def with_child(debate: Debate, row: int, key: str, child: dict[str, Any]) -> Debate:
    """The debate with one more claim under a row."""
    positions = nested(debate)
    side = debate.positions[debate.claims[row].position].name
    wanted = debate.claims[row].id
    waiting = list(positions[side]["recommendations"])
    while waiting:
        data = waiting.pop()
        if data.get("id") == wanted:
            data.setdefault(key, []).append(child)
            return rebuilt(debate, positions)
        for value in data.values():
            waiting += value if isinstance(value, list) else []
    raise AssertionError(f"{wanted} is not there")


def claims(debate: Debate) -> list[int]:
    return [row for row, claim in enumerate(debate.claims) if claim.target < 0]


@given(ACYCLIC, st.data())
def test_a_standing_support_never_lowers_its_parent(debate: Debate, data: st.DataObject) -> None:
    row = data.draw(st.sampled_from(claims(debate)))
    more = with_child(debate, row, "supports", {"claim": "More.", "id": "more"})
    name = debate.name(row)
    before, after = Evaluation(debate), Evaluation(more)
    assert after.verdict(more.find("more")) == "stands"
    assert rank(after, more.find(name)) >= rank(before, row)


@given(ACYCLIC, st.data())
def test_any_support_helps_a_claim_that_has_one_or_a_credence(
    debate: Debate, data: st.DataObject
) -> None:
    row = data.draw(st.sampled_from(claims(debate)))
    claim = debate.claims[row]
    roles = {debate.claims[child].role for child in debate.children(row)}
    assume(claim.credence is not None or Role.SUPPORT in roles)
    weight = data.draw(st.sampled_from([0.0, 0.3, 1.0]))
    support = {"claim": "More.", "id": "more", "weight": weight, "objections": ["No."]}
    more = with_child(debate, row, "supports", support)
    before, after = Evaluation(debate), Evaluation(more)
    assert rank(after, more.find(debate.name(row))) >= rank(before, row)


@given(ACYCLIC, st.data())
def test_an_objection_never_raises_its_parent(debate: Debate, data: st.DataObject) -> None:
    row = data.draw(st.sampled_from(claims(debate)))
    weight = data.draw(st.sampled_from([None, 0.0, 0.5, 1.0]))
    less = with_child(debate, row, "objections", {"claim": "No.", "id": "no", "weight": weight})
    before, after = Evaluation(debate), Evaluation(less)
    assert rank(after, less.find(debate.name(row))) <= rank(before, row)


@given(ACYCLIC, st.data())
def test_reject_clear_accept(debate: Debate, data: st.DataObject) -> None:
    """In the verdict and the strength of the parent, for the judgement of a support used once."""
    used = [claim.target for claim in debate.claims if claim.target >= 0]
    supports = [
        row
        for row, claim in enumerate(debate.claims)
        if claim.role is Role.SUPPORT and claim.target < 0 and row not in used
    ]
    assume(supports)
    row = data.draw(st.sampled_from(supports))
    parent = debate.claims[row].parent
    none = Judgements()
    ways = [Evaluation(debate, j) for j in (none.reject(row), none, none.accept(row))]
    ranks = [rank(way, parent) for way in ways]
    strengths = [way.strength(parent) for way in ways]
    assert ranks == sorted(ranks)
    assert all(a <= b + 1e-12 for a, b in pairwise(strengths))


@given(ACYCLIC, st.integers())
def test_names_and_the_order_of_siblings_do_not_matter(debate: Debate, seed: int) -> None:
    random = Random(seed)
    names = {f"c{n}": f"z{n}" for n in range(len(debate.claims))}
    positions = nested(debate, names.get)
    waiting = [data for side in positions.values() for data in side["recommendations"]]
    while waiting:
        for value in waiting.pop().values():
            if isinstance(value, list):
                random.shuffle(value)
                waiting += value
    other = rebuilt(debate, positions)
    one, two = Evaluation(debate), Evaluation(other)
    for row in claims(debate):
        twin = other.find(f"{debate.position_name(row)}.{names[debate.claims[row].id or '']}")
        assert one.labels[row] == two.labels[twin]
        assert abs(one.strength(row) - two.strength(twin)) < 1e-12
    assert one.outcome("q").options == two.outcome("q").options


@given(debates(Kinds(circles=True)).flatmap(lambda d: st.tuples(st.just(d), judged(d))))
def test_accept_then_clear_is_nothing(drawn: tuple[Debate, Judgements]) -> None:
    debate, judgements = drawn
    unjudged = [row for row in claims(debate) if row not in judgements.claims()]
    assume(unjudged)
    evaluation = Evaluation(debate, judgements)
    before = evaluation.as_json()
    evaluation.judge(judgements.accept(unjudged[0]))
    evaluation.judge(evaluation.judgements.clear(unjudged[0], "accept"))
    assert evaluation.as_json() == before
