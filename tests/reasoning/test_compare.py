"""Who stands where: conditions and silence kept, the strongest reasons first."""

from __future__ import annotations

from hypothesis import given

from debate.model import Debate
from debate.reasoning.compare import Stance, as_json, compare
from tests.support.build import build
from tests.support.strategies import debates

QUESTIONS = {
    "q": {"ask": "Which?", "options": {"a": "A", "b": "B"}},
    "r": {"ask": "When?", "options": {}},
}


def answer(**fields: object) -> dict[str, object]:
    return {"recommendations": [{"question": "q", "option": "a", "claim": "Do A.", **fields}]}


def stance(debate: Debate, position: int = 0, question: int = 0) -> Stance:
    return compare(debate).questions[question].stances[position]


def test_unconditional_conditional_silent() -> None:
    debate = build(
        {
            "plain": answer(id="do"),
            "unless": answer(only_if=["It is legal.", "It is cheap."]),
            "mute": {"claims": ["Something else."]},
        },
        questions=QUESTIONS,
    )
    first, second = compare(debate).questions
    assert first.stances == [
        Stance(0, "q", "a", "unconditional", 0, [], [], []),
        Stance(1, "q", "a", "conditional", 1, [2, 3], [], []),
        Stance(2, "q", None, "silent", None, [], [], []),
    ]
    assert {stance.kind for stance in second.stances} == {"silent"}


def test_a_condition_further_down_is_none_of_the_recommendation() -> None:
    debate = build(
        {"one": answer(supports=[{"claim": "x", "only_if": ["y"]}])}, questions=QUESTIONS
    )
    assert stance(debate).kind == "unconditional"


def test_a_thesis_on_the_subject_is_no_recommendation() -> None:
    debate = build({"one": {"claims": [{"claim": "Do A.", "question": "q"}]}}, questions=QUESTIONS)
    assert stance(debate).kind == "silent"


def test_the_strongest_first() -> None:
    supports = [
        {"claim": "light", "weight": 0.2, "supports": ["x", "y", "z"]},
        "plain",
        {"claim": "backed", "supports": ["x"]},
        "plain too",
        {"claim": "sure", "weight": 1.0},
    ]
    debate = build(
        {"one": answer(supports=supports, objections=supports[::-1])}, questions=QUESTIONS
    )
    found = stance(debate)
    said = [debate.text(row) for row in found.supports]
    assert said == ["backed", "plain", "plain too", "sure", "light"]
    assert [debate.text(row) for row in found.objections] == [
        "backed", "sure", "plain too", "plain", "light",
    ]  # fmt: skip


def test_a_ref_counts_as_much_as_what_it_refers_to() -> None:
    thesis = {"claim": "backed", "id": "backed", "supports": ["x", "y"]}
    one = answer(supports=["plain", {"ref": "backed"}]) | {"claims": [thesis]}
    debate = build({"one": one}, questions=QUESTIONS)
    assert [debate.text(row) for row in stance(debate).supports] == ["backed", "plain"]


def test_links() -> None:
    debate = build(
        {
            "one": answer(id="do", clashes_with=["two.dont"], supports=[{"claim": "x", "id": "x"}]),
            "two": {
                "claims": [
                    {"claim": "Don't.", "id": "dont"},
                    {"claim": "x", "agrees_with": ["one.x"]},
                ]
            },
        },
        questions=QUESTIONS,
    )
    compared = compare(debate)
    assert compared.clashes == [(0, 2)]
    assert compared.common_ground == [(1, 3)]
    found = as_json(debate, compared)
    assert found["clashes"] == [{"claims": ["one.do", "two.dont"]}]
    assert found["common_ground"] == [{"claims": ["one.x", "two:2"]}]


def test_json() -> None:
    side = answer(only_if=["c"], supports=[{"claim": "s", "id": "s"}], objections=["o"])
    debate = build({"one": {"speaker": "One", **side}, "two": {}}, questions=QUESTIONS)
    assert as_json(debate, compare(debate))["questions"][0] == {
        "id": "q",
        "ask": "Which?",
        "options": {"a": "A", "b": "B"},
        "positions": [
            {
                "position": "one", "speaker": "One", "option": "a", "stance": "conditional",
                "claim": "one:1", "conditions": ["one:1.1"], "supports": ["one.s"],
                "objections": ["one:1.3"],
            },
            {
                "position": "two", "speaker": None, "option": None, "stance": "silent",
                "claim": None, "conditions": [], "supports": [], "objections": [],
            },
        ],
    }  # fmt: skip


def test_nothing_to_compare() -> None:
    assert as_json(Debate("x"), compare(Debate("x"))) == {
        "questions": [], "common_ground": [], "clashes": [],
    }  # fmt: skip


@given(debates())
def test_every_side_has_one_stance_on_every_question(debate: Debate) -> None:
    for asked in compare(debate).questions:
        assert [stance.position for stance in asked.stances] == list(range(len(debate.positions)))
        for stance in asked.stances:
            assert stance.claim == debate.recommendation(stance.position, asked.id)
            assert (stance.kind == "silent") == (stance.claim is None)
            assert (stance.kind == "conditional") == bool(stance.conditions)
            below = {*stance.conditions, *stance.supports, *stance.objections}
            assert below == set([] if stance.claim is None else debate.children(stance.claim))
