"""If the class is right: votes become credences, and credences verdicts."""

from __future__ import annotations

import pytest

from debate.files import bundled, load
from debate.lessons.choosing import claim, questions, suggested
from debate.lessons.credences import findings, judgements
from debate.lessons.record import Item, Vote
from debate.model import Debate, Role
from debate.reasoning.evaluate import Evaluation
from tests.support.classes import DRY, LATE, record
from tests.support.hostile import EMPTY, hostile
from tests.support.walking import everything

GONE = Item("ann.gone", "claim", "It was here once.", DRY.options)


def test_the_last_vote_up_to_a_round_is_the_credence() -> None:
    debate = everything()
    row = debate.find("ann.dry")
    voted = record(
        Vote(1, "ann.dry", {"agree": 3, "unsure": 9, "disagree": 1}),
        Vote(2, "ann.dry", {"agree": 1, "disagree": 3}),
    )
    assert judgements(voted, debate, 1).credence == {row: 0.75}
    assert judgements(voted, debate, 2).credence == {row: 0.25}


def test_who_is_unsure_and_what_is_gone_judge_nothing() -> None:
    voted = record(
        Vote(1, "ann.dry", {"unsure": 9}),
        Vote(1, "ann.gone", {"agree": 9}),
        Vote(1, "ann.late", {}),
        items=(DRY, LATE, GONE),
    )
    assert not judgements(voted, everything(), 2)
    assert findings(voted, Evaluation(everything())) == ()


@pytest.mark.parametrize(
    ("agree", "verdict"), [(2, "falls"), (5, "open"), (7, "stands")]
)  # the table of semantics: credence 0.2, 0.5, 0.7 on Fried's condition
def test_what_follows_on_the_bundled_debate(agree: int, verdict: str) -> None:
    debate = load(bundled())
    items = (*questions(debate), claim(debate, debate.find("fried.right-message")))
    vote = Vote(1, "fried.right-message", {"agree": agree, "disagree": 10 - agree})
    found = findings(record(vote, items=items), Evaluation(debate))
    meeting = next(finding for finding in found if finding.on == "meeting")
    said = {answer.side: answer.verdict for answer in meeting.answers}
    assert said == {"Fried": verdict, "Åslund": "stands"}
    # a tie carries nothing: the other side is then unopposed
    assert meeting.option == (None if verdict == "stands" else "dont-meet")


def test_what_followed_after_each_vote_is_kept() -> None:
    debate = load(bundled())
    items = (*questions(debate), claim(debate, debate.find("fried.right-message")))
    votes = [
        Vote(1, "fried.right-message", {"agree": 9, "disagree": 1}),
        Vote(2, "fried.right-message", {"agree": 1, "disagree": 9}),
    ]
    found = findings(record(*votes, items=items), Evaluation(debate))
    assert [(f.round, f.option) for f in found if f.on == "meeting"] == [
        (1, None),
        (2, "dont-meet"),
    ]


def test_conditions_are_suggested_first_and_recommendations_never() -> None:
    debate = load(bundled())
    rows = suggested(debate)
    assert [debate.name(row) for row in rows[:2]] == ["fried.right-message", "fried.no-turn"]
    assert all(debate.claims[row].role is not Role.RECOMMENDATION for row in rows)
    assert len(rows) == len(set(rows)) == 24


@pytest.mark.parametrize("debate", [EMPTY, hostile(), everything()])
def test_something_can_be_suggested_of_any_debate(debate: Debate) -> None:
    items = [claim(debate, row) for row in suggested(debate)]
    assert bool(items) == bool(debate.claims)
    assert all("\n" not in item.text for item in items)
