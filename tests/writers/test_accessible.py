"""The linear reading: every claim a line that can be understood without seeing the page."""

from __future__ import annotations

import pytest

from debate.model import Debate
from debate.writers import Options, accessible
from tests.support.build import build


def _debate() -> Debate:
    debate = build(
        {
            "ann": {
                "speaker": "Ann Other",
                "short": "Ann",
                "recommendations": [
                    {
                        "question": "q",
                        "option": "a",
                        "claim": "Do it.",
                        "only_if": ["It rains"],
                        "supports": [
                            {
                                "claim": "It helps.",
                                "cite": {"source": "s", "paragraph": 3},
                                "undercuts": ["Helping is not the point."],
                                "together_with": ["Help is needed."],
                            },
                            "It is cheap.",
                        ],
                        "objections": [{"claim": "Is it?", "note": "two\nlines", "ask": "Who?"}],
                    }
                ],
            },
            "bob": {"speaker": "Bob", "role": "A role", "claims": ["It is not."]},
        },
        background=["A fact."],
        questions={"q": {"ask": "Should we?", "options": {"a": "We should", "b": "No"}}},
        sources={"s": {"title": "A source", "author": "C. Writer", "date": "2018"}},
        outcome={"claim": "They did"},
    )
    debate.clashes = [(0, 7)]
    return debate


def test_every_line() -> None:
    assert "".join(accessible.write(_debate(), Options())).splitlines() == [
        "Debate: A small debate.",
        "Question: Should we? Options: We should; No.",
        "",
        "Side 1: Ann Other.",
        "Ann 1, recommendation of “We should”, depth 1: Do it. Clashes with: Bob 1."
        " 1 condition, 2 supports, 1 objection follow.",
        "Ann 1.1, condition of 1, depth 2: It rains.",
        "Ann 1.2, support for 1, depth 2: It helps. Cited: Writer 2018, ¶ 3."
        " 1 co-premise, 1 undercut follow.",
        "Ann 1.2.1, co-premise of 1.2, depth 3: Help is needed.",
        "Ann 1.2.2, undercut of 1.2, depth 3: Helping is not the point.",
        "Ann 1.3, support for 1, depth 2: It is cheap.",
        "Ann 1.4, objection to 1, depth 2: Is it? To discuss: Who? Note: two lines.",
        "",
        "Side 2: Bob, A role.",
        "Bob 1, thesis, depth 1: It is not. Clashes with: Ann 1.",
        "",
        "Background: what no side argues about.",
        "Background 1, background, depth 1: A fact.",
        "",
        "Outcome: They did.",
        "",
        "Sources:",
        "C. Writer (2018): A source.",
    ]


def test_a_part_says_what_is_left_out() -> None:
    text = "".join(accessible.write(_debate(), Options(("ann",), 1)))
    assert "depth 2: It helps. Cited: Writer 2018, ¶ 3. 2 claims are left out below.\n" in text
    assert "Bob" not in text
    assert "A fact" not in text
    with pytest.raises(KeyError):
        list(accessible.write(_debate(), Options(("eve",))))


def test_a_claim_used_again_says_which() -> None:
    claims = [
        {"id": "x", "claim": "X.", "supports": ["Y."]},
        {"claim": "Z.", "supports": [{"ref": "x"}]},
    ]
    text = "".join(accessible.write(build({"ann": {"claims": claims}}), Options()))
    assert "ann 2.1, support for 2, depth 2: X. Repeats: ann 1.\n" in text
