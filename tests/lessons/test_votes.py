"""Counts, shifts and divisions."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.lessons.record import Vote
from debate.lessons.votes import (
    agreement,
    credence,
    division,
    division_word,
    latest,
    most_divisive,
    moved,
    shares,
    shift,
    tally,
    with_hands,
)
from tests.support.classes import record

_votes = st.tuples(*[st.integers(0, 50)] * 3)


def test_no_vote_is_not_a_vote_of_nobody() -> None:
    assert tally(record(), 1, "q") is None
    assert tally(record(Vote(1, "q", {})), 1, "q") == {"go": 0, "stay": 0}


def test_hands_and_single_voices_count_together_and_the_last_word_of_each() -> None:
    voted = record(
        Vote(1, "q", {"go": 10, "stay": 5}),
        Vote(1, "q", {"go": 1}, by="s1"),
        Vote(1, "q", {"go": 1}, by="s2"),
        Vote(1, "q", {"stay": 1}, by="s1"),
        Vote(2, "q", {"go": 7}),
    )
    assert tally(voted, 1, "q") == {"go": 11, "stay": 6}
    assert tally(voted, 2, "q") == {"go": 7, "stay": 0}


def test_another_show_of_hands_replaces_the_one_before_and_nothing_else() -> None:
    voted = record(Vote(1, "q", {"go": 1}), Vote(1, "q", {"go": 1}, by="s1"))
    again = with_hands(voted, 1, "q", {"go": 3})
    assert again.votes == (Vote(1, "q", {"go": 3}), Vote(1, "q", {"go": 1}, by="s1"))
    assert with_hands(again, 1, "q", {}).votes == (Vote(1, "q", {"go": 1}, by="s1"),)


def test_the_shift_is_of_shares_and_half_of_it_is_who_moved() -> None:
    voted = record(Vote(1, "q", {"go": 10, "stay": 10}), Vote(2, "q", {"go": 30, "stay": 10}))
    found = shift(voted, "q")
    assert found is not None
    assert [(each.option, each.before, each.after, each.points) for each in found] == [
        ("go", 10, 30, 25.0),
        ("stay", 10, 10, -25.0),
    ]
    assert moved(found) == 25


@pytest.mark.parametrize(
    "votes",
    [
        [],
        [Vote(1, "q", {"go": 1})],
        [Vote(2, "q", {"go": 1})],
        [Vote(1, "q", {"go": 0, "stay": 0}), Vote(2, "q", {"go": 1})],
        [Vote(1, "q", {"go": 1}), Vote(2, "q", {})],
    ],
)
def test_without_two_votes_there_is_no_shift(votes: list[Vote]) -> None:
    assert shift(record(*votes), "q") is None


def test_an_empty_second_vote_leaves_the_first_the_latest() -> None:
    voted = record(Vote(1, "q", {"go": 4}), Vote(2, "q", {"go": 0}))
    assert latest(voted, "q") == {"go": 4, "stay": 0}
    assert latest(record(), "q") is None


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((30, 0, 0), 1.0),
        ((0, 30, 0), 1.0),
        ((10, 10, 10), 0.0),
        ((15, 0, 15), -1.0),
        ((15, 15, 0), 0.5),
        # 6·1/3 at each (0), then 9 at the end alone (1): 9 of 15
        ((2, 2, 11), 0.6),
        # 3·2 at both ends (-1), then 4 at one (1): (-6 + 4) / 10
        ((3, 0, 7), -0.2),
    ],
)
def test_agreement_is_van_der_eijk_s(counts: tuple[int, int, int], expected: float) -> None:
    assert agreement(*counts) == pytest.approx(expected)


@given(_votes.filter(any))
def test_agreement_lies_within_its_bounds_and_looks_the_same_from_both_ends(
    votes: tuple[int, int, int],
) -> None:
    found = agreement(*votes)
    assert -1 - 1e-9 <= found <= 1 + 1e-9
    assert agreement(*votes[::-1]) == pytest.approx(found)
    assert agreement(*(7 * number for number in votes)) == pytest.approx(found)


@pytest.mark.parametrize("votes", [(0, 0, 0), (-1, 2, 3)])
def test_agreement_of_nobody_is_refused(votes: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="no votes"):
        agreement(*votes)


def test_division_runs_from_one_mind_to_two_camps() -> None:
    assert division({"agree": 9, "unsure": 0, "disagree": 0}) == 0
    assert division({"agree": 9, "unsure": 0, "disagree": 9}) == 1
    assert division({"agree": 0, "unsure": 0, "disagree": 0}) is None
    words = [division_word(number / 10) for number in range(11)]
    assert words[0] == "of one mind"
    assert words[-1] == "deeply divided"
    assert len([1 for one, other in pairwise(words) if one != other]) == 3


def test_the_most_divisive_claims_come_first_by_the_last_vote() -> None:
    voted = record(
        Vote(1, "ann.dry", {"agree": 5, "disagree": 5}),
        Vote(2, "ann.dry", {"agree": 9, "disagree": 1}),
        Vote(1, "ann.late", {"agree": 5, "disagree": 5}),
    )
    assert [item.id for item, _ in most_divisive(voted)] == ["ann.late", "ann.dry"]
    assert most_divisive(voted, 1)[0][1] == 1
    assert most_divisive(record(Vote(1, "ann.dry", {"agree": 8}))) == []


@given(st.tuples(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99)))
def test_a_credence_is_the_share_that_agrees_among_those_who_take_sides(
    votes: tuple[int, int, int],
) -> None:
    agree, unsure, disagree = votes
    found = credence({"agree": agree, "unsure": unsure, "disagree": disagree})
    if agree + disagree:
        assert found == agree / (agree + disagree)
    else:
        assert found is None


@given(st.dictionaries(st.text(), st.integers(0, 999)))
def test_shares_are_whole_together(counts: dict[str, int]) -> None:
    found = shares(counts)
    assert (found is None) == (sum(counts.values()) == 0)
    assert found is None or sum(found.values()) == pytest.approx(1)
