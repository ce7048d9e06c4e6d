"""Guided walks: which steps, in which order, and what a large debate makes of them."""

from __future__ import annotations

import pytest

from debate import bundled, load
from debate.lessons.clash import ClashWalk, Collision, collisions, why_none
from debate.lessons.predict import answer, pose, reply_choices
from debate.lessons.side import SideWalk
from debate.lessons.steps import (
    Closing,
    Crux,
    Lesson,
    Opening,
    Pair,
    Predict,
    Show,
    step_key,
)
from debate.model import Debate
from debate.reasoning.compare import compare
from debate.reasoning.evaluate import Evaluation
from tests.support.build import build
from tests.support.hostile import EMPTY, hostile
from tests.support.walking import everything


@pytest.fixture(scope="module")
def kerch() -> Debate:
    return load(bundled())


def shown(lesson: Lesson) -> list[str]:
    return [lesson.debate.name(step.row) for step in lesson.steps if isinstance(step, Show)]


def side_of(debate: Debate, name: str) -> SideWalk:
    return SideWalk(debate, [side.name for side in debate.positions].index(name))


def clash_of(debate: Debate, number: int) -> ClashWalk:
    comparison = compare(debate)
    return ClashWalk(debate, comparison, collisions(debate, comparison)[number])


def broad(width: int, depth: int) -> Debate:
    """A side of one thesis, on which supports hang: so many on each level, so many levels."""

    def level(left: int) -> list[dict[str, object]]:
        supports = level(left - 1) if left > 1 else []
        return [{"claim": f"c{left}{n}", "supports": supports} for n in range(width)]

    return build({"a": {"claims": [{"claim": "top", "id": "top", "supports": level(depth)}]}})


# ---------------------------------------------------------------------- one side


def test_a_case_is_walked_whole_in_reading_order(kerch: Debate) -> None:
    walk = side_of(kerch, "aslund")
    assert isinstance(walk.steps[0], Opening)
    assert isinstance(walk.steps[-1], Closing)
    assert shown(walk) == [kerch.name(row) for row in kerch.side(1)]
    assert walk.left_out == 0


def test_the_option_is_asked_before_it_is_shown_and_the_verdict_after_the_case() -> None:
    debate = everything()
    kinds = [
        step.kind if isinstance(step, Predict) else debate.name(step.row)
        for step in SideWalk(debate, 0).steps
        if isinstance(step, Predict | Show)
    ]
    assert kinds[:2] == ["option", "ann.go"]
    assert kinds.index("echo") + 1 == kinds.index("ann.good")
    assert kinds.index("verdict") > kinds.index("ann.late")
    assert kinds[-1] == "ann:2"  # a thesis recommends nothing that could stand


def test_not_every_echo_is_heard(kerch: Debate) -> None:
    steps = side_of(kerch, "fried").steps
    asked = [step for step in steps if isinstance(step, Predict) and step.kind == "echo"]
    right = {answer(kerch, step, lambda: Evaluation(kerch)) for step in asked}
    assert {0, 2} <= right


def test_a_large_case_is_walked_down_to_where_patience_ends() -> None:
    walk = SideWalk(broad(6, 3), 0)
    assert len(shown(walk)) == 1 + 6 + 36
    assert walk.left_out == 216
    assert all(walk.debate.claims[walk.debate.find(name)].depth < 3 for name in shown(walk))


def test_branches_are_opened_and_closed() -> None:
    walk = SideWalk(broad(6, 3), 0)
    row = walk.debate.find("a:1.1.1")
    before = shown(walk)
    assert walk.hidden(row) == 6
    assert walk.open(row)
    assert [name for name in shown(walk) if name not in before] == [
        f"a:1.1.1.{n}" for n in range(1, 7)
    ]
    assert not walk.open(row)
    assert walk.close(row)
    assert shown(walk) == before
    assert not walk.close(row)
    assert walk.close(walk.debate.find("a.top"))
    assert shown(walk) == ["a.top"]


def test_thousands_of_roots_are_no_walk() -> None:
    walk = SideWalk(build({"a": {"claims": [f"c{n}" for n in range(3000)]}}), 0)
    assert len(shown(walk)) == 200
    assert walk.left_out == 2800


def test_the_background_can_be_walked(kerch: Debate) -> None:
    walk = SideWalk(kerch, -1)
    assert shown(walk)[0] == "background.ramming"
    assert not any(isinstance(step, Predict) for step in walk.steps)


def test_a_silent_side_has_a_beginning_and_an_end() -> None:
    walk = SideWalk(build({"a": {}, "b": {"claims": ["x"]}}), 0)
    assert [type(step) for step in walk.steps] == [Opening, Closing]


# ---------------------------------------------------------------------- two sides


def test_where_sides_collide(kerch: Debate) -> None:
    found = collisions(kerch, compare(kerch))
    assert found == [
        Collision("meeting", 0, 1),
        Collision("response", 1, 2),  # marked as clashing, so it comes before
        Collision("response", 0, 2),
    ]


def test_a_clash_is_told_in_turn_and_ends_with_what_decides_it(kerch: Debate) -> None:
    walk = clash_of(kerch, 1)
    sides = [step.row for step in walk.steps if isinstance(step, Show)]
    whose = [kerch.claims[row].position for row in sides]
    assert whose[:6] == [1, 2, 1, 2, 1, 2]
    pairs = [step for step in walk.steps if isinstance(step, Pair)]
    assert (pairs[0].one, pairs[0].other) == (
        kerch.find("aslund.sanctions"),
        kerch.find("otoole.other-tools"),
    )
    assert isinstance(walk.steps[-2], Crux)
    paired = {row for pair in pairs[1:] for row in (pair.one, pair.other)}
    assert not paired & set(sides)  # each claim is one step


def test_the_reply_is_asked_before_it_is_shown(kerch: Debate) -> None:
    steps = clash_of(kerch, 1).steps
    asked = next(s for s in steps if isinstance(s, Predict) and s.kind == "reply")
    assert steps[steps.index(asked) + 1] == Pair(asked.row, asked.answer, agree=False)
    choices = reply_choices(kerch, asked.row, asked.answer)
    assert asked.answer in choices
    assert len(choices) == 3
    assert {kerch.claims[row].position for row in choices} == {2}


def test_common_ground_stands_the_first_side_first(kerch: Debate) -> None:
    agreed = clash_of(kerch, 0).agreed
    assert [(kerch.claims[a].position, kerch.claims[b].position) for a, b in agreed] == [(0, 1)] * 3


def test_sides_may_clash_without_a_question() -> None:
    debate = build(
        {
            "a": {"claims": [{"claim": "x", "id": "x", "clashes_with": ["b.y"]}]},
            "b": {"claims": [{"claim": "y", "id": "y"}]},
        }
    )
    (found,) = collisions(debate, compare(debate))
    assert found == Collision(None, 0, 1)
    steps = ClashWalk(debate, compare(debate), found).steps
    assert [type(step) for step in steps] == [Opening, Pair, Closing]


@pytest.mark.parametrize(
    ("debate", "told"),
    [
        (EMPTY, "two sides"),
        (build({"a": {}, "b": {}}), "no question is asked"),
        (
            build(
                {"a": {}, "b": {}}, questions={"q": {"ask": "?", "options": {"x": "X", "y": "Y"}}}
            ),
            "no two sides",
        ),
    ],
)
def test_where_nobody_collides_it_is_said_why(debate: Debate, told: str) -> None:
    comparison = compare(debate)
    assert collisions(debate, comparison) == []
    assert told in why_none(debate, comparison)


# ---------------------------------------------------------------------- all of them


def lessons(debate: Debate) -> list[Lesson]:
    comparison = compare(debate)
    return [
        *(SideWalk(debate, side) for side in range(-1, len(debate.positions))),
        *(ClashWalk(debate, comparison, found) for found in collisions(debate, comparison)),
    ]


@pytest.mark.parametrize("debate", [everything(), hostile(), load(bundled())])
def test_every_prediction_has_an_answer_and_every_step_a_name(debate: Debate) -> None:
    evaluation = Evaluation(debate)
    for lesson in lessons(debate):
        keys = [step_key(debate, step) for step in lesson.steps]
        assert len(set(keys)) == len(keys)
        for step in lesson.steps:
            if isinstance(step, Predict):
                choices = pose(debate, step).choices
                assert 0 <= answer(debate, step, lambda: evaluation) < len(choices)
                assert len(choices) > 1


def test_what_the_judging_says_is_what_is_right(kerch: Debate) -> None:
    evaluation = Evaluation(kerch)
    verdict = Predict("verdict", kerch.find("fried.meet"))
    outcome = Predict("outcome", question="meeting", side=0, other=1)
    assert answer(kerch, verdict, lambda: evaluation) == 2
    assert answer(kerch, outcome, lambda: evaluation) == 2
    evaluation.judge(evaluation.judgements.reject(kerch.find("fried.right-message")))
    assert answer(kerch, verdict, lambda: evaluation) == 1
    assert answer(kerch, outcome, lambda: evaluation) == 1
