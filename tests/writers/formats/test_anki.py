"""Anki's text file: its header, its fields, and nothing in them that Anki runs."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given, settings

from debate.files import load
from debate.model import Debate
from debate.writers import export
from tests.support import graphs
from tests.support.build import build
from tests.support.command import KERCH
from tests.support.hostile import EMPTY, hostile
from tests.support.markup import MARKUP, filled
from tests.support.strategies import debates
from tests.support.walking import everything


def cards(debate: Debate) -> list[list[str]]:
    """The fields of each card, read as Anki reads them: tabs between, quotes doubled."""
    lines = export(debate, "anki").split("\n")
    start = next(at for at, line in enumerate(lines) if not line.startswith("#"))
    assert lines[:3] == ["#separator:tab", "#html:false", "#notetype:Basic"]
    assert "#guid column:1" in lines[:start]
    text = "\n".join(lines[start:])
    return list(csv.reader(StringIO(text, newline=""), delimiter="\t", strict=True))


def back(debate: Debate, *front: str) -> str:
    return next(card[2] for card in cards(debate) if card[1] == "\n".join(front))


def test_what_a_side_recommends_and_on_what_condition() -> None:
    asked = "What does Ann Other recommend, and on what condition?"
    assert back(everything(), asked, "Go or stay?", "Go / Stay") == (
        "Go: We should go.\nonly if: It does not rain."
    )


def test_a_silent_side_is_asked_about_too() -> None:
    debate = build(
        {"one": {"claims": ["x"]}}, questions={"q": {"ask": "Q?", "options": {"a": "A"}}}
    )
    asked = "What does one recommend, and on what condition?"
    assert back(debate, asked, "Q?", "A") == "Nothing: one is silent on this question."


def test_reasons_objections_and_undercuts() -> None:
    debate = graphs.steps()
    whole = "one 1: “claim”"
    assert back(debate, whole, "Which reasons are given for it?") == (
        "• support and co-premise (weight 0.5)"
    )
    assert back(debate, whole, "Which objections are raised to it?") == "• objection"
    assert back(debate, whole, "On what condition does it hold?") == "• condition"
    grant = "Grant the claim. Why may it not bear on that?"
    assert back(debate, "one 1.2: “support”", "is put forward on: “claim”", grant) == "• undercut"
    again = back(debate, "one 1.3: “objection”", "Which reasons are given for it?")
    assert again == "• claim (the same as one 1)\n  In a circle."


def test_who_said_it_where() -> None:
    said = back(everything(), "“The walk is good for us.”", "Who says so, and where?")
    assert said.split("\n")[:2] == ["Ann 1.2 · support", "Young 2001, ¶ 3 (“good for us”)"]
    assert "To discuss: For whom else?" in said


def test_tags_are_by_side_and_role() -> None:
    tags = {card[3] for card in cards(everything())}
    assert "side::ann role::support health" in tags
    assert "side::background role::background" in tags


def test_cards_have_an_identity_that_lasts() -> None:
    first, then = cards(everything()), cards(everything())
    assert first == then
    changed = everything()
    changed.claims[0].text = "We should go now."
    assert [card[0] for card in cards(changed)] == [card[0] for card in first]
    for debate in (load(KERCH), hostile()):
        ids = [card[0] for card in cards(debate)]
        assert len(set(ids)) == len(ids)


RUN = ("[latex]x[/latex]", r"\(x\) \[y\]", "[sound:x.mp3]", "[$]x[/$]", "{{c1::x}}", "=1+1", "#x")


@pytest.mark.parametrize("text", [*MARKUP, *RUN])
def test_nothing_is_run(text: str) -> None:
    for id, *faces, tags in cards(filled(text)):
        assert id[0] == "g"
        for face in faces:
            assert not face.startswith(("=", "+", "-", "@", "\t"))
            assert not any(run in face for run in ("[latex", "[sound", "[$", "\\(", "\\[", "{{"))
            assert "\x1b" not in face
        assert all(tag[0] not in "=+-@#" for tag in tags.split(" ") if tag)


def test_the_empty_debate_has_no_card() -> None:
    assert export(EMPTY, "anki").split("\n")[-2] == "#tags column:4"


@settings(max_examples=20)
@given(debates())
def test_every_claim_is_on_a_card(debate: Debate) -> None:
    found = cards(debate)
    assert all(len(card) == 4 for card in found)
    assert sum("Who says so, and where?" in card[1] for card in found) >= sum(
        claim.target < 0 for claim in debate.claims
    )
