"""Argumentation schemes: found under every usual spelling, each with its critical questions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.model.schemes import SCHEMES, lookup, nearest


def test_every_scheme_has_questions_to_ask() -> None:
    assert len(SCHEMES) >= 30
    for name, scheme in SCHEMES.items():
        assert scheme.name == name
        assert len(scheme.questions) >= 2, name
        assert len(set(scheme.questions)) == len(scheme.questions)
        for question in scheme.questions:
            assert question[0].isupper(), question
            assert question.endswith("?"), question


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("argument from expert opinion", "argument from expert opinion"),
        ("Argument from Expert Opinion", "argument from expert opinion"),
        ("expert opinion", "argument from expert opinion"),
        ("from expert-opinion", "argument from expert opinion"),
        ("expert_opinion", "argument from expert opinion"),
        ("argument from a sign", "argument from sign"),
        ("argument from value", "argument from values"),
        ("slippery slope", "slippery slope argument"),
        ("sunk costs", "argument from waste"),
        ("appeal to fear", "argument from fear appeal"),
        ("argument from danger", "argument from danger appeal"),
        ("abductive argument", "inference to the best explanation"),
        ("argument to the best explanation", "inference to the best explanation"),
        ("Practical Reasoning", "practical reasoning"),
        ("ad hominem, circumstantial", "circumstantial ad hominem argument"),
        ("argument from positive consequences", "argument from positive consequences"),
    ],
)
def test_lookup_forgives_spelling(written: str, meant: str) -> None:
    assert lookup(written) is SCHEMES[meant]


@pytest.mark.parametrize(
    "written", ["", "argument", "argument from", "from", "argument from effect to cause", "sign x"]
)
def test_lookup_does_not_guess(written: str) -> None:
    assert lookup(written) is None


@pytest.mark.parametrize("name", SCHEMES)
def test_each_is_found_by_its_name_however_it_is_set(name: str) -> None:
    for written in (name, name.upper(), name.replace(" ", "-"), f"  {name} ", f"the {name}"):
        assert lookup(written) is SCHEMES[name]


def test_nearest_suggests() -> None:
    assert nearest("argument from expret opinion") == "argument from expert opinion"
    assert nearest("pracical reasoning") == "practical reasoning"
    assert nearest("quantum chromodynamics") is None


@given(st.text())
def test_any_text_can_be_asked_for(text: str) -> None:
    assert lookup(text) is None or lookup(text) in SCHEMES.values()
    assert nearest(text) is None or nearest(text) in SCHEMES
