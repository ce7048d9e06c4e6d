"""Written and read again, a debate is what it was: in every format that can hold all of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from debate import bundled, load
from debate.model import Debate
from tests.support.build import build
from tests.support.reading import sound, spelled_alike, written
from tests.support.strategies import debates

WHOLE = ("json", "opml", "freemind")


@pytest.mark.parametrize("name", WHOLE)
def test_the_bundled_debate_comes_back_whole(name: str) -> None:
    debate = load(bundled())
    assert sound(name, written(name, debate)) == spelled_alike(debate)


@pytest.mark.parametrize("name", WHOLE)
@settings(max_examples=30)
@given(debate=debates())
def test_any_debate_comes_back_whole(name: str, debate: Debate) -> None:
    assert spelled_alike(sound(name, written(name, debate))) == spelled_alike(debate)


@pytest.mark.parametrize("name", WHOLE)
def test_a_thousand_levels_come_back(name: str) -> None:
    claim: object = "The last"
    for depth in range(999):
        claim = {"claim": f"Level {depth}", "supports": [claim]}
    debate = build({"a": {"claims": [claim]}})
    assert sound(name, written(name, debate)) == debate
