"""Judgements: changing them, and writing and reading them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.model import Debate
from debate.model.problem import InvalidDebate
from debate.readers.judgements import read
from debate.reasoning.judgements import Judgements
from tests.support.build import build
from tests.support.maps import debates, judged

DEBATE = build(
    {
        "ann": {
            "claims": [
                {"claim": "A", "id": "alpha", "supports": [{"claim": "B", "id": "beta"}]},
                {"claim": "C", "supports": [{"ref": "beta"}], "only_if": ["D"]},
            ]
        }
    }
)


@given(debates().flatmap(lambda debate: st.tuples(st.just(debate), judged(debate))))
def test_what_is_written_is_read_again(drawn: tuple[Debate, Judgements]) -> None:
    debate, judgements = drawn
    text = json.dumps(judgements.as_json(debate))
    assert read(text, "mine.json", debate) == judgements


def test_yaml_and_refs() -> None:
    text = "accept: [ann.alpha]\nreject: ['ann:2.2']\ncredence: {alpha: .5}\nweight: {'ann:2.2': 0}"
    found = read(text, "mine.yaml", DEBATE)
    assert found == Judgements().accept(0).reject(1).believe(0, 0.5).weigh(4, 0)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("accept: [ann.bet]", "1:10: there is no claim ann.bet; did you mean 'ann.beta'?"),
        ("acept: [ann.beta]", "1:1: there is no field acept; did you mean 'accept'?"),
        ("accept: ann.beta", "1:9: here belongs a list of claims"),
        ("credence: {alpha: 2}", "1:19: 2 is no number from 0 to 1"),
        ("credence: {alpha: x}", "1:19: x is no number from 0 to 1"),
        ("weight: {alpha: 1}", "1:10: alpha has no step of its own to be weighed"),
        ("accept: [alpha]\nreject: [alpha]", "2:9: ann.alpha is judged twice"),
        ("weight: [alpha]", "1:9: here belong names with values"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, said: str) -> None:
    with pytest.raises(InvalidDebate) as caught:
        read(text, "mine.yaml", DEBATE)
    lines = [str(problem) for problem in caught.value.problems]
    assert any(line.startswith(f"mine.yaml:{said}") for line in lines), lines


def test_each_can_be_cleared_and_the_old_ones_stay() -> None:
    none = Judgements()
    all_of_them = none.accept(1).believe(1, 0.3).weigh(1, 0.2).reject(2)
    assert all_of_them.clear(1) == none.reject(2)
    assert all_of_them.clear(1, "weight") == none.accept(1).believe(1, 0.3).reject(2)
    assert all_of_them.clear(1, "credence") == none.accept(1).weigh(1, 0.2).reject(2)
    assert all_of_them.clear(2, "reject") == none.accept(1).believe(1, 0.3).weigh(1, 0.2)
    assert none.accept(1).reject(1) == none.reject(1)
    assert not none
    assert all_of_them
    assert len({none, none.accept(1), none.accept(1)}) == 2


@pytest.mark.parametrize("number", [-0.1, 1.1, float("nan")])
def test_numbers_are_from_0_to_1(number: float) -> None:
    with pytest.raises(ValueError, match="is not from 0 to 1"):
        Judgements().believe(0, number)
    with pytest.raises(ValueError, match="is not from 0 to 1"):
        Judgements().weigh(0, number)
