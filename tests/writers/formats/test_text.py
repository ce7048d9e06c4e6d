"""Plain text: everything is there, numbered, within the width."""

from __future__ import annotations

from hypothesis import given, settings

from debate.files import load
from debate.model import Debate
from debate.writers import export
from debate.writers.plain import WIDTH, cells
from tests.support.build import build
from tests.support.command import KERCH
from tests.support.strategies import debates

SMALL = build(
    {
        "one": {
            "speaker": "Ann One", "short": "One", "role": "Expert", "note": "Speaks often.",
            "recommendations": [{
                "question": "q", "option": "a", "id": "do", "claim": "Do A.", "ask": "Why A?",
                "cite": [{"source": "s", "paragraph": 2}, {"source": "s", "paragraph": [3, 4]}],
                "clashes_with": ["two.dont"],
                "only_if": ["It is legal."],
                "supports": [{"claim": "It helps.", "scheme": "argument from sign", "weight": 0.5,
                              "undercuts": ["Not much."], "together_with": ["It is cheap."]}],
            }],
        },
        "two": {"claims": [{"claim": "Don't.", "id": "dont", "objections": [{"ref": "one.do"}]}]},
    },
    title="A small debate", date="2018", summary="What it is about.\n\nAnd more.",
    background=["It rains.", "It pours."],
    questions={"q": {"ask": "Which?", "options": {"a": "A", "b": "B"}}},
    sources={"s": {"title": "A source", "author": "Cleo Cedar", "url": "https://a.b/c"},
             "j": {"title": "No address", "url": "javascript:alert(1)"}},
    outcome={"claim": "They did A.", "cite": {"source": "s", "page": "9"}},
)  # fmt: skip

SHOWN = """\
A small debate
==============
2018

What it is about.

And more.

Questions
---------

Which?
Options: A; B
  One: A, on 1 condition
    only if: It is legal.
  two: silent

Ann One
-------
Expert

Speaks often.

● 1 recommendation (A): Do A. [Cedar, ¶ 2; Cedar, ¶¶ 3, 4]
    Clashes with: two 1
    To discuss: Why A?
  ? 1.1 condition: It is legal.
  + 1.2 support: It helps.
      Scheme: argument from sign
      Weight: 0.5
    & 1.2.1 co-premise: It is cheap.
    ~ 1.2.2 undercut: Not much.

two
---

○ 1 thesis: Don't.
    Clashes with: One 1
  - 1.1 objection: Do A.
      Same claim as: One 1

Background
----------

· 1 It rains.
· 2 It pours.

Clashes
-------

- One 1: Do A.
    two 1: Don't.

Outcome
-------

They did A. [Cedar, p. 9]

Sources
-------

- Cleo Cedar: A source.
  https://a.b/c
- No address.
"""


def test_all_of_it() -> None:
    assert export(SMALL, "text") == SHOWN


def test_what_is_left_out_is_counted() -> None:
    text = export(SMALL, "text", depth=1)
    assert "  + 1.2 support: It helps.\n" in text
    assert "      2 claims left out below\n" in text


@settings(max_examples=30)
@given(debates())
def test_no_line_is_too_wide_and_no_claim_is_missing(debate: Debate) -> None:
    text = export(debate, "text")
    assert max(map(cells, text.split("\n"))) <= WIDTH
    shown = "".join(text.split())
    for row in range(len(debate.claims)):
        assert f"{debate.number(row)}" in shown
        assert "".join(debate.text(row).split()) in shown


def test_the_bundled_debate() -> None:
    debate = load(KERCH)
    shown = " ".join(export(debate, "text").split())
    assert all(debate.text(row) in shown for row in range(len(debate.claims)))
    assert "[Sen 2018, ¶ 2: “if, but only if”]" in shown
