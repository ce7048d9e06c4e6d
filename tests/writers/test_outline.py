"""Numbers and words that every outline uses."""

from __future__ import annotations

from hypothesis import given, settings

from debate.model import Debate
from debate.writers.outline import count, label, numbered, role, short
from tests.support.build import build
from tests.support.strategies import debates


@settings(max_examples=30)
@given(debates())
def test_numbers_in_one_pass_are_the_models(debate: Debate) -> None:
    for side in (*range(len(debate.positions)), -1):
        for row, number in numbered(debate, debate.side(side)):
            assert number == debate.number(row)


def test_very_deep_numbers_are_short_and_say_the_level() -> None:
    assert short("1.2.3.4.5.6.7.8.9.10") == "1.2.3.4.5.6.7.8.9.10"
    assert short("1.2.3.4.5.6.7.8.9.10.11") == "…8.9.10.11 (level 11)"
    claim: object = "x"
    for _ in range(11):
        claim = {"claim": "x", "supports": [claim]}
    debate = build({"one": {"speaker": "Ann One", "claims": [claim]}})
    assert label(debate, 1) == "Ann One 1.1"
    assert label(debate, 11) == "Ann One …1.1.1.1 (level 12)"


def test_a_recommendation_says_what_for() -> None:
    questions = {"q": {"ask": "Which?", "options": {"a": "A", "b": "B"}}}
    answers = [{"question": "q", "option": option, "claim": "x"} for option in ("a", "gone")]
    debate = build({"one": {"recommendations": answers, "claims": ["y"]}}, questions=questions)
    said = [role(debate, row) for row in range(3)]
    assert said == ["recommendation (A)", "recommendation (gone)", "thesis"]


def test_counts() -> None:
    assert [count(number, "claim") for number in (0, 1, 2, 1204)] == [
        "0 claims", "1 claim", "2 claims", "1,204 claims",
    ]  # fmt: skip
