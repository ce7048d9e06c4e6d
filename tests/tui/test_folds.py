"""Folding: what is visible is always what a plain look at the tree says."""

from __future__ import annotations

from array import array
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.model import Debate
from debate.reasoning.filtering import with_ancestors
from debate.tui.folds import Folds
from tests.support.build import build

trees = st.recursive(
    st.just({"claim": "a"}),
    lambda inner: st.builds(
        lambda supports: {"claim": "b", "supports": supports}, st.lists(inner, max_size=4)
    ),
    max_leaves=25,
)


def debate_of(claims: list[Any]) -> Debate:
    return build({"ann": {"claims": ["before"]}, "bo": {"claims": claims}}, background=["after"])


def plainly_visible(folds: Folds, debate: Debate) -> list[int]:
    """Every row none of whose ancestors is folded."""
    return [
        row
        for row in debate.side(1)
        if not any(folds.is_folded(above) for above in debate.path(row)[:-1])
    ]


@given(st.lists(trees, min_size=1, max_size=4), st.data())
def test_whatever_is_folded_the_visible_rows_are_those_under_no_fold(
    claims: list[Any], data: st.DataObject
) -> None:
    debate = debate_of(claims)
    folds = Folds(debate, 1)
    rows = debate.side(1)
    kept = set(rows)
    verbs = ["fold", "unfold", "reveal", "levels", "fewer", "more", "filter", "unfilter"]
    for _ in range(data.draw(st.integers(1, 12))):
        verb = data.draw(st.sampled_from(verbs))
        if verb == "filter":
            matches = sorted(data.draw(st.sets(st.sampled_from(rows))))
            folds.filter(array("I", matches), with_ancestors(debate, matches))
            kept = {step for row in matches for step in debate.path(row)}
        elif verb == "unfilter":
            folds.unfilter()
            kept = set(rows)
        elif verb == "levels":
            folds.show_levels(data.draw(st.integers(0, 5)))
        elif verb in ("fewer", "more"):
            getattr(folds, verb)()
        elif verb == "reveal":
            row = data.draw(st.sampled_from(rows))
            folds.reveal(row)
            assert row in folds.visible
            kept.update(debate.path(row))
        elif folds.visible:
            getattr(folds, verb)(data.draw(st.sampled_from(folds.visible)))
        assert list(folds.visible) == [r for r in plainly_visible(folds, debate) if r in kept]
        for row in kept:
            beneath = kept.intersection(range(row + 1, debate.claims[row].end))
            assert folds.beneath(row) == len(beneath)
            assert folds.has_replies(row) == bool(beneath)


@given(st.lists(trees, min_size=1, max_size=4), st.data())
def test_the_place_of_a_hidden_row_is_the_place_of_what_hides_it(
    claims: list[Any], data: st.DataObject
) -> None:
    debate = debate_of(claims)
    folds = Folds(debate, 1)
    folds.show_levels(data.draw(st.integers(0, 3)))
    row = data.draw(st.sampled_from(debate.side(1)))
    seen = [above for above in debate.path(row) if above in folds.visible]
    assert folds.visible[folds.place(row)] == seen[-1]


@pytest.fixture
def three_levels() -> Debate:
    inner = {"claim": "b", "supports": ["c", {"claim": "d", "supports": ["e"]}]}
    return debate_of([{"claim": "a", "supports": [inner]}, "f"])


def texts(folds: Folds, debate: Debate) -> str:
    return "".join(debate.text(row) for row in folds.visible)


def test_levels_are_shown_one_by_one(three_levels: Debate) -> None:
    folds = Folds(three_levels, 1)
    folds.fold_all()
    shown = [texts(folds, three_levels)]
    for _ in range(3):
        folds.more()
        shown.append(texts(folds, three_levels))
    assert shown == ["af", "abf", "abcdf", "abcdef"]
    for _ in range(3):
        folds.fewer()
        assert texts(folds, three_levels) == shown[shown.index(texts(folds, three_levels))]
    assert texts(folds, three_levels) == "af"


def test_inner_folds_survive_folding_the_outer(three_levels: Debate) -> None:
    folds = Folds(three_levels, 1)
    outer, inner = three_levels.find("bo:1"), three_levels.find("bo:1.1.2")
    folds.fold(inner)
    folds.fold(outer)
    assert texts(folds, three_levels) == "af"
    folds.unfold(outer)
    assert texts(folds, three_levels) == "abcdf"


def test_a_small_side_begins_unfolded_and_a_large_one_with_its_upper_levels() -> None:
    small = Folds(debate_of([{"claim": "a", "supports": ["b"] * 20}]), 1)
    assert len(small.visible) == 21
    wide = {"claim": "a", "supports": [{"claim": "b", "supports": ["c"] * 30}] * 10}
    large = Folds(debate_of([wide]), 1)
    assert len(large.visible) == 11


def test_a_thousand_levels_are_revealed() -> None:
    deep: dict[str, Any] = {"claim": "bottom"}
    for _ in range(1000):
        deep = {"claim": "x", "supports": [deep]}
    debate = debate_of([deep])
    folds = Folds(debate, 1)
    folds.fold_all()
    assert folds.reveal(debate.side(1).stop - 1)
    assert len(folds.visible) == 1001


def test_folds_are_as_they_were_when_a_filter_is_gone(three_levels: Debate) -> None:
    folds = Folds(three_levels, 1)
    inner = three_levels.find("bo:1.1.2")
    folds.fold(inner)
    before = list(folds.visible)
    match = three_levels.find("bo:1.1.2.1")
    folds.filter(array("I", [match]), with_ancestors(three_levels, [match]))
    assert texts(folds, three_levels) == "abde"
    assert [row for row in folds.visible if folds.is_match(row)] == [match]
    folds.fold(three_levels.find("bo:1"))
    folds.unfilter()
    assert list(folds.visible) == before
    assert folds.is_folded(inner)


def test_an_empty_side_has_nothing_to_show() -> None:
    folds = Folds(build({"ann": {}}), 0)
    assert list(folds.visible) == []
    folds.fold_all()
    folds.more()
    folds.fewer()
    assert list(folds.visible) == []


def test_a_row_of_another_side_is_refused_and_not_looked_for_for_ever() -> None:
    debate = build({"a": {"claims": ["One."]}, "b": {"claims": ["Two."]}})
    with pytest.raises(ValueError, match="not on this side"):
        Folds(debate, 0).reveal(1)
