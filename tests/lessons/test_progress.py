"""How far one is in a walk, what one predicted, and that both are there the next day."""

from __future__ import annotations

from typing import Any

import pytest

from debate import bundled, load
from debate.lessons.progress import Guess, Progress
from debate.lessons.side import SideWalk
from debate.lessons.steps import Predict, Show
from debate.model import Debate
from tests.lessons.test_walks import broad


@pytest.fixture(scope="module")
def kerch() -> Debate:
    return load(bundled())


@pytest.fixture
def progress(kerch: Debate) -> Progress:
    return Progress(SideWalk(kerch, 0))


def at(progress: Progress, name: str) -> None:
    number = progress.find(progress.lesson.debate.find(name))
    assert number is not None
    progress.go(number)


def test_it_ends_where_the_steps_do(progress: Progress) -> None:
    assert not progress.go(-1)
    assert progress.go(10_000)
    assert progress.at == progress.count - 1


def test_a_branch_is_skipped(progress: Progress) -> None:
    at(progress, "fried.advance-interests")
    assert progress.skip()
    assert progress.row == progress.lesson.debate.find("fried.hear-both")


def test_up_leads_to_what_it_bears_on(progress: Progress) -> None:
    at(progress, "fried.vienna")
    assert progress.up()
    assert progress.row == progress.lesson.debate.find("fried.unprepared")
    at(progress, "fried.meet")
    assert not progress.up()


def test_the_first_prediction_counts(progress: Progress) -> None:
    progress.go(1)
    assert progress.waits
    progress.guess(1, 0)
    progress.guess(0, 0)
    assert not progress.waits
    assert progress.guessed(progress.step) == Guess(1, 0)
    asked = sum(isinstance(step, Predict) for step in progress.lesson.steps)
    assert progress.score == (0, 1, asked)


def test_looking_is_no_prediction(progress: Progress) -> None:
    progress.go(1)
    progress.guess(-1, 0)
    assert progress.score[:2] == (0, 0)


def test_verdicts_wait_for_the_prediction_of_their_own_case(progress: Progress) -> None:
    debate = progress.lesson.debate
    meet, sanctions = debate.find("fried.meet"), debate.find("fried.sanctions")
    thesis = debate.find("fried.stronger-stand")
    assert progress.hides(meet)
    assert progress.hides(debate.find("fried.vienna"))
    assert not progress.hides(thesis)
    progress.go(progress.lesson.steps.index(Predict("verdict", meet)))
    progress.guess(0, 2)
    assert not progress.hides(meet)
    assert progress.hides(sanctions)
    assert progress.secret


def test_it_is_resumed(progress: Progress, kerch: Debate) -> None:
    progress.go(1)
    progress.guess(0, 0)
    at(progress, "fried.vienna")
    again = Progress(SideWalk(kerch, 0))
    again.resume(progress.as_json())
    assert again.step == Show(kerch.find("fried.vienna"))
    assert again.guesses == progress.guesses
    again.again()
    assert (again.at, again.guesses) == (0, {})


def test_opened_branches_are_resumed() -> None:
    debate = broad(6, 3)
    progress = Progress(SideWalk(debate, 0))
    at(progress, "a:1.1.1")
    assert progress.branch(deeper=True)
    progress.go(progress.at + 3)
    again = Progress(SideWalk(debate, 0))
    again.resume(progress.as_json())
    assert again.step == progress.step == Show(debate.find("a:1.1.1.3"))


@pytest.mark.parametrize(
    "kept",
    [
        {},
        {"at": 7, "guesses": [], "opened": "x", "closed": 3},
        {
            "at": "show:gone",
            "guesses": {"gone": [0, 0], "opening": ["a", 1]},
            "opened": ["gone", 1],
        },
        {"opened": ["aslund.dont-meet"]},
    ],
)
def test_what_is_no_longer_there_is_no_trouble(progress: Progress, kept: dict[str, Any]) -> None:
    progress.resume(kept)
    assert progress.at == 0
    assert progress.guesses == {}
