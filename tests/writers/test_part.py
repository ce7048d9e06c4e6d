"""A part of a debate is a debate: nothing in it points outside."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debate.model import Debate
from debate.writers import Options
from debate.writers.part import part
from tests.support.build import build
from tests.support.strategies import debates


def sample() -> Debate:
    return build(
        {
            "one": {
                "claims": [
                    {"claim": "A", "id": "a", "agrees_with": ["two.x"], "supports": [
                        {"claim": "B", "id": "b", "cite": {"source": "s"}, "ask": "Why?",
                         "scheme": "argument from sign", "supports": ["C", "D"]},
                    ]},
                ]
            },
            "two": {"claims": [{"claim": "X", "id": "x", "clashes_with": ["one.b"], "supports": [
                {"ref": "one.b", "note": "again", "weight": 0.5},
                {"ref": "x", "id": "own"},
            ]}]},
        },
        background=[{"claim": "Y", "cite": {"source": "t"}}],
        sources={"s": {"title": "S"}, "t": {"title": "T"}, "u": {"title": "U"}},
    )  # fmt: skip


def test_all_of_it_is_the_debate_itself() -> None:
    debate = sample()
    assert part(debate, Options()).debate is debate


def test_one_side() -> None:
    debate = sample()
    two = part(debate, Options(("two",))).debate
    assert [position.name for position in two.positions] == ["two"]
    assert [two.text(row) for row in range(len(two.claims))] == ["X", "B", "X"]
    assert [claim.parent for claim in two.claims] == [-1, 0, 0]
    assert [claim.end for claim in two.claims] == [3, 2, 3]
    assert [two.number(row) for row in range(3)] == ["1", "1.1", "1.2"]
    assert list(two.background) == []
    assert two.clashes == two.agreements == []
    assert two.claims[0].clashes_with == ()
    assert list(two.sources) == ["s"]


def test_a_ref_to_a_claim_left_out_becomes_that_claim() -> None:
    two = part(sample(), Options(("two",))).debate
    claim = two.claims[1]
    assert (claim.ref, claim.target, claim.text) == (None, -1, "B")
    assert (claim.scheme, claim.ask, claim.cite[0].source) == ("argument from sign", "Why?", "s")
    assert (claim.note, claim.weight) == ("again", 0.5)
    assert (two.claims[2].ref, two.claims[2].target) == ("x", 0)


def test_levels() -> None:
    debate = sample()
    chosen = part(debate, Options(depth=1))
    assert {claim.depth for claim in chosen.debate.claims} == {0, 1}
    assert chosen.cut == {1: 2}
    assert chosen.debate.clashes == [(1, 2)]
    assert chosen.debate.agreements == [(0, 2)]
    assert part(debate, Options(depth=0)).cut == {0: 3, 1: 2}


def test_the_background_by_name() -> None:
    only = part(sample(), Options(("background",))).debate
    assert (only.positions, [claim.text for claim in only.claims]) == ([], ["Y"])
    both = part(sample(), Options(("background", "two"))).debate
    assert [claim.position for claim in both.claims] == [0, 0, 0, -1]


def test_the_debate_stays_as_it_was() -> None:
    debate = sample()
    part(debate, Options(("two",), 0))
    assert debate == sample()


def test_a_side_that_there_is_not() -> None:
    with pytest.raises(KeyError, match="nobody"):
        part(sample(), Options(("nobody",)))


@settings(max_examples=40)
@given(debates(), st.data())
def test_a_part_is_sound(debate: Debate, data: st.DataObject) -> None:
    names = [position.name for position in debate.positions] + ["background"]
    sides = tuple(data.draw(st.lists(st.sampled_from(names), unique=True)))
    depth = data.draw(st.none() | st.integers(0, 3))
    chosen = part(debate, Options(sides, depth))
    made = chosen.debate
    for row, claim in enumerate(made.claims):
        assert made.claims[claim.parent].depth == claim.depth - 1 if claim.depth else True
        assert row < claim.end <= len(made.claims)
        assert all(row < child < claim.end for child in made.children(row))
        assert (claim.target >= 0) == (claim.ref is not None)
        if claim.ref:
            assert made.text(row) == debate.text(debate.find("on.main"))
    for first, second in made.agreements + made.clashes:
        assert made.claims[first].position != made.claims[second].position
    rows = sum(len(debate.side(names.index(name) if name != "background" else -1))
               for name in sides or names)  # fmt: skip
    assert len(made.claims) + sum(chosen.cut.values()) == rows
