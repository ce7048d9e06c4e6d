from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.model import Debate
from debate.model.alignment import Alignment
from tests.support.build import build
from tests.support.hostile import EMPTY, hostile


def tree(*claims: Any, **more: Any) -> Debate:
    return build({"ann": {"speaker": "Ann", "claims": list(claims)}}, **more)


def becomes(old: Debate, new: Debate, text: str) -> str | None:
    """The text of the claim that the one with ``text`` has become."""
    row = next(row for row, claim in enumerate(old.claims) if claim.text == text)
    found = Alignment(old, new).row(row)
    return None if found is None else new.claims[found].text


FOX = "The quick brown fox jumps over the dog."
MENDED = "The quick brown fox jumps over the lazy dog."


def test_a_debate_is_itself() -> None:
    for debate in (hostile(), EMPTY):
        same = Alignment(debate, copy.deepcopy(debate))
        assert [same.row(row) for row in range(len(debate.claims))] == list(
            range(len(debate.claims))
        )


def test_claims_before_it_shift_a_claim() -> None:
    old = tree("One.", {"claim": "Two.", "supports": ["Reason."]})
    new = tree("Zero.", "One.", {"claim": "Two.", "supports": ["Other.", "Reason."]})
    alignment = Alignment(old, new)
    assert [new.number(alignment.near(row)) for row in range(3)] == ["2", "3", "3.2"]


def test_an_id_stays_through_any_change() -> None:
    old = tree({"claim": "It is so.", "id": "a"}, "Other.")
    new = tree(
        "It is so.", {"claim": "Quite another thing.", "supports": [{"claim": "X", "id": "a"}]}
    )
    assert becomes(old, new, "It is so.") == "X"


def test_a_mended_text_is_the_same_claim_and_what_hangs_on_it_too() -> None:
    old = tree({"claim": FOX, "supports": ["Same."]}, "Last.")
    new = tree("First.", {"claim": MENDED, "supports": ["Same."]}, "Last.")
    assert becomes(old, new, FOX) == MENDED
    assert becomes(old, new, "Same.") == "Same."


def test_another_text_in_its_place_is_another_claim() -> None:
    old, new = tree("One.", FOX, "Last."), tree("One.", "Nothing of the kind.", "Last.")
    assert becomes(old, new, FOX) is None


def test_two_ids_are_two_claims_however_alike() -> None:
    old = tree({"claim": FOX, "id": "a"})
    assert becomes(old, tree({"claim": MENDED, "id": "b"}), FOX) is None
    assert becomes(old, tree({"claim": FOX, "id": "b"}), FOX) == FOX  # the id was renamed


def test_of_equal_texts_the_one_under_the_same_parent() -> None:
    old = tree({"claim": "A", "supports": ["So."]}, {"claim": "B", "supports": ["So."]})
    new = tree({"claim": "B", "supports": ["So."]}, {"claim": "A", "supports": ["So."]})
    alignment = Alignment(old, new)
    assert [alignment.row(row) for row in range(4)] == [2, 3, 0, 1]


def test_a_moved_claim_is_found() -> None:
    old = tree({"claim": "A", "supports": ["Moved."]}, "B")
    new = tree("A", {"claim": "B", "objections": ["Moved."]})
    assert becomes(old, new, "Moved.") == "Moved."


@pytest.mark.parametrize(
    ("gone", "nearest"), [("Two.", "Three."), ("Three.", "Two."), ("Only.", "Four.")]
)
def test_near_a_claim_that_is_gone(gone: str, nearest: str) -> None:
    claims: list[Any] = ["One.", "Two.", "Three.", {"claim": "Four.", "supports": ["Only."]}]
    old = tree({"claim": "Top", "supports": claims})
    without = [claim for claim in claims if claim != gone]
    if gone == "Only.":
        without[-1] = "Four."
    if gone == "Three.":
        without = ["One.", "Two."]
    new = tree({"claim": "Top", "supports": without})
    row = next(row for row, claim in enumerate(old.claims) if claim.text == gone)
    assert new.text(Alignment(old, new).near(row)) == nearest


def test_nothing_is_near_in_an_empty_debate() -> None:
    old = tree("One.")
    assert Alignment(old, EMPTY).near(0) == -1
    assert Alignment(EMPTY, old).near(-1) == 0
    assert Alignment(EMPTY, EMPTY).near(-1) == -1


def test_a_side_under_another_name_is_the_same_speakers() -> None:
    old = build({"a": {"speaker": "Ann", "claims": ["Hers."]}, "b": {"claims": ["X"]}})
    new = build({"b": {"claims": ["X"]}, "ann": {"speaker": "Ann", "claims": ["Hers."]}})
    alignment = Alignment(old, new)
    assert [alignment.row(0), alignment.row(1)] == [1, 0]


texts = st.sampled_from(["a", "b", "c", FOX, MENDED])
claims = st.recursive(
    texts,
    lambda inner: st.fixed_dictionaries({"claim": texts, "supports": st.lists(inner, max_size=3)}),
    max_leaves=12,
)


@given(st.lists(claims, max_size=4), st.lists(claims, max_size=4))
def test_no_claim_becomes_two_and_no_two_become_one(one: list[Any], other: list[Any]) -> None:
    old, new = tree(*one), tree(*other)
    alignment = Alignment(old, new)
    found = [alignment.row(row) for row in range(len(old.claims))]
    kept = [row for row in found if row is not None]
    assert len(kept) == len(set(kept))
    for row in range(len(old.claims)):
        assert (alignment.near(row) >= 0) == bool(new.claims)
