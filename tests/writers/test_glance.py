"""The overview and the comparison as plain text."""

from __future__ import annotations

from debate.model import Debate
from debate.reasoning.compare import compare
from debate.writers import glance, plain
from tests.support.build import build

LONG = "word " * 40


def _debate() -> Debate:
    debate = build(
        {
            "ann": {
                "speaker": "Ann Other",
                "short": "Ann",
                "role": "A role",
                "recommendations": [
                    {
                        "question": "q",
                        "option": "a",
                        "claim": "Do it.",
                        "only_if": ["It rains."],
                        "supports": ["It helps.", "Two.", "Three.", "Four."],
                        "objections": ["It costs."],
                    }
                ],
            },
            "bob": {"speaker": "Bob", "claims": [LONG, "2", "3", "4"]},
        },
        background=[{"claim": "A fact.", "cite": {"source": "s", "paragraph": 3}}],
        questions={"q": {"ask": "Should we?", "options": {"a": "We should", "b": "No"}}},
        sources={"s": {"title": "A source", "author": "C. Writer", "date": "2018"}},
        outcome={"claim": "They did."},
        date="2018-11",
        summary="What it is about.",
    )
    debate.clashes = [(0, 7)]
    return debate


def test_overview() -> None:
    text = "".join(glance.overview(_debate()))
    assert text.startswith("A small debate\n==============\n2018-11 · 2 sides · 1 question · 12 ")
    assert "\n\nWhat it is about.\n" in text
    assert "\n- Should we? (We should / No)\n" in text
    assert "\n- Ann Other, A role\n- Bob\n" in text
    assert "\n- A fact. (Writer 2018, ¶ 3)\n" in text
    assert text.endswith("Outcome\n-------\nThey did.\n")


def test_comparison() -> None:
    debate = _debate()
    text = "".join(glance.comparison(debate, compare(debate)))
    assert text.startswith(
        "Should we?\n----------\n"
        "Ann: We should (on a condition)\n"
        "  Do it.\n"
        "  only if It rains.\n"
        "  because It helps.\n"
        "  because Two.\n"
        "  because Three.\n"
        "          and 1 more\n"
        "  but     It costs.\n"
        "Bob: silent\n"
    )
    assert "Bob also argues\n---------------\n- word" in text
    assert "- 3\n  and more\n" in text
    assert "Common ground\n-------------\nNone is marked in this debate.\n" in text
    assert "- Ann 1: Do it.\n  Bob 1: word" in text


def test_no_line_is_longer_than_a_terminal() -> None:
    debate = _debate()
    debate.title = debate.summary = LONG
    for chunks in (glance.overview(debate), glance.comparison(debate, compare(debate))):
        assert max(map(len, "".join(chunks).splitlines())) <= plain.WIDTH


def test_an_empty_debate() -> None:
    debate = build()
    assert "0 sides" in "".join(glance.overview(debate))
    assert "None is marked" in "".join(glance.comparison(debate, compare(debate)))


def test_a_debate_without_sides_says_so() -> None:
    text = "".join(glance.overview(build({})))
    assert text.endswith("The sides\n---------\nNobody has taken a position yet.\n")
