"""Finding one's way in a debate: rows, numbers, names, links."""

from __future__ import annotations

import pytest
from hypothesis import given

from debate.model import Debate
from tests.support.build import build
from tests.support.strategies import debates

SMALL = build(
    {
        "ann": {
            "speaker": "Ann Other",
            "short": "Ann",
            "recommendations": [
                {
                    "question": "q",
                    "option": "a",
                    "id": "main",
                    "claim": "Do it.",
                    "supports": [
                        {"claim": "It helps.", "undercuts": ["Not here."]},
                        "It is cheap.",
                    ],
                    "agrees_with": ["bo.other"],
                }
            ],
            "claims": ["Also this."],
        },
        "bo": {
            "claims": [
                {"claim": "Yes.", "id": "other", "objections": [{"ref": "ann.main", "id": "again"}]}
            ]
        },
    },
    background=["It is known."],
)


def test_children_and_roots() -> None:
    assert list(SMALL.children(0)) == [1, 3]
    assert list(SMALL.children(3)) == []
    assert [list(SMALL.roots(side)) for side in (0, 1, -1)] == [[0, 4], [5], [7]]
    assert [SMALL.side(side) for side in (0, 1, -1)] == [range(5), range(5, 7), range(7, 8)]


def test_the_way_down_and_the_number() -> None:
    assert SMALL.path(2) == [0, 1, 2]
    assert [SMALL.number(row) for row in range(8)] == [
        "1",
        "1.1",
        "1.1.1",
        "1.2",
        "2",
        "1",
        "1.1",
        "1",
    ]


def test_labels_and_names() -> None:
    assert [SMALL.label(row) for row in (0, 2, 5, 7)] == [
        *("Ann 1", "Ann 1.1.1", "bo 1", "Background 1")
    ]
    assert [SMALL.name(row) for row in (0, 2, 6, 7)] == [
        *("ann.main", "ann:1.1.1", "bo.again", "background:1")
    ]
    assert [side.title for side in SMALL.positions] == ["Ann Other", "bo"]


def test_a_bare_id_is_enough_where_it_is_one() -> None:
    assert SMALL.find("other") == SMALL.find("bo.other") == 5
    two = build({name: {"claims": [{"claim": "x", "id": "same"}]} for name in ("a", "b")})
    with pytest.raises(KeyError):
        two.find("same")


@pytest.mark.parametrize("name", ["", "nobody", "ann.other", "ann:", "ann:3", "ann:1.1.1.1", "x:1"])
def test_what_is_not_there_is_not_found(name: str) -> None:
    with pytest.raises(KeyError):
        SMALL.find(name)


def test_refs_say_what_they_refer_to() -> None:
    assert (SMALL.meant(6), SMALL.text(6), SMALL.text(5)) == (0, "Do it.", "Yes.")


def test_links_go_both_ways() -> None:
    assert (SMALL.links(0).agrees, SMALL.links(5).agrees) == ([5], [0])
    assert (SMALL.links(1).agrees, SMALL.links(0).clashes) == ([], [])


def test_who_recommends_on_a_question() -> None:
    assert SMALL.recommendation(0, "q") == 0
    assert SMALL.recommendation(1, "q") is None
    assert SMALL.recommendation(0, "other") is None


def test_nothing_at_all() -> None:
    assert list(Debate("").roots(-1)) == []
    assert len(Debate("").background) == 0


@given(debates())
def test_every_row_has_a_name_that_finds_it(debate: Debate) -> None:
    names = [debate.name(row) for row in range(len(debate.claims))]
    assert [debate.find(name) for name in names] == list(range(len(names)))
    for row, claim in enumerate(debate.claims):
        children = list(debate.children(row))
        assert [debate.claims[child].ordinal for child in children] == [
            *range(1, len(children) + 1)
        ]
        assert all(debate.claims[child].parent == row for child in children)
        assert debate.path(row)[:-1] == (debate.path(claim.parent) if claim.parent >= 0 else [])
