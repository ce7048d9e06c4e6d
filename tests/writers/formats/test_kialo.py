"""Writing Kialo's text: the same texts in the same tree come back, and what is lost is told."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings

from debate.model import Debate, Role
from debate.readers.formats.kialo import read
from debate.writers import ALL, Options
from debate.writers.formats import kialo
from debate.writers.losses import Losses
from tests.support.build import build
from tests.support.markup import MARKUP, URLS, filled
from tests.support.strategies import debates

#: How what Kialo does not have comes back.
INSTEAD = {
    Role.UNDERCUT: Role.OBJECTION,
    Role.CO_PREMISE: Role.SUPPORT,
    Role.RECOMMENDATION: Role.THESIS,
}


def tree(debate: Debate) -> Counter[tuple[str, ...]]:
    """Each row by its role, its text, and those of what it hangs on."""
    found = []
    for row, claim in enumerate(debate.claims):
        role = INSTEAD.get(claim.role, claim.role)
        parent = debate.text(claim.parent) if claim.parent >= 0 else ""
        if role is not Role.BACKGROUND and claim.position >= 0:
            found.append((role, debate.text(row), parent, str(claim.target >= 0)))
    return Counter(found)


@pytest.mark.parametrize("style", ["current", "old"])
@settings(max_examples=20)
@given(debate=debates())
def test_the_same_tree_comes_back(debate: Debate, style: str) -> None:
    text = "".join(kialo.write(debate, Options(style=style)))
    reading = read(text.encode(), "x")
    assert not [p for p in reading.problems if p.severity == "error"], text
    assert reading.debate
    assert reading.debate.title == debate.title
    assert tree(reading.debate) == tree(debate)
    if style == "current":
        cited = [
            {debate.sources[cite.source].url for cite in claim.cite if claim.position >= 0}
            for debate in (debate, reading.debate)
            for claim in debate.claims
        ]
        half = len(reading.debate.claims)
        assert Counter(map(frozenset, filter(None, cited[-half:]))) == Counter(
            map(frozenset, filter(None, cited[:-half]))
        )


def test_what_is_lost_is_told() -> None:
    losses = Losses()
    for _ in kialo.write(filled("x"), Options(losses=losses, style="old")):
        pass
    said = {line.partition(":")[0] for line in losses.lines()}
    assert {"2 undercuts", "2 conditions", "1 background claim", "1 summary", "1 date"} <= said
    assert {"2 speakers", "1 clashing pair", "1 agreeing pair", "1 outcome"} <= said


@pytest.mark.parametrize("style", ["current", "old"])
def test_hostile_text_and_addresses(style: str) -> None:
    for text in MARKUP:
        for url in URLS:
            out = "".join(kialo.write(filled(text, url), Options(style=style)))
            assert "](javascript" not in out
            assert "\x1b" not in out


def test_one_root_is_the_thesis() -> None:
    debate = build({"a": {"claims": [{"claim": "T", "supports": ["B"]}]}}, title="1. Pro: x")
    assert "".join(kialo.write(debate, ALL)) == (
        "Discussion Name:\n1\\. Pro: x\n\n1. Thesis:\n  T\n\n  1.1. Pro:\n    B\n\n"
    )
    assert "".join(kialo.write(debate, Options(style="old"))) == (
        "Discussion Title: 1\\. Pro: x\n\n1. T\n1.1. Pro: B\n"
    )
