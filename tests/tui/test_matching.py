"""Matching: caseless, whole query, and the places that are marked."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from debate.tui.matching import fold, highlight, places, words


def test_case_and_composition_do_not_matter() -> None:
    assert fold("ÅSLUND") == fold("åslund") == fold("A\u030aslund")
    assert fold("Straße") == fold("STRASSE")
    assert fold("ﬁne") == "fine"


def test_words_are_folded_and_longest_first() -> None:
    assert words("  Be SANCTIONS be ") == ["sanctions", "be"]


def test_places_merge_where_words_overlap_or_touch() -> None:
    assert places("Sanctions now", ["sanc", "ctions"]) == [(0, 9)]
    assert places("no sanctions", ["x"]) == []


def test_one_character_that_folds_to_two_is_marked_whole() -> None:
    assert places("Straße", ["ss"]) == [(4, 5)]
    assert places("aßb", ["sb"]) == [(1, 3)]


def test_what_looks_like_markup_stays_text() -> None:
    content = highlight("[/b] [@click=app.quit]x", ["click"], "bold")
    assert content.plain == "[/b] [@click=app.quit]x"
    assert [(span.start, span.end) for span in content.spans] == [(7, 12)]


@given(st.text(), st.lists(st.text(min_size=1), max_size=3))
def test_places_are_in_order_apart_and_within_the_text(text: str, query: list[str]) -> None:
    spans = places(text, [word for word in map(fold, query) if word])
    assert all(start < end for start, end in spans)
    assert all(one[1] < two[0] for one, two in pairwise(spans))
    assert not spans or (spans[0][0] >= 0 and spans[-1][1] <= len(text))
