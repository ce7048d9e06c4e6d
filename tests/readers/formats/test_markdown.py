"""Markdown outlines, the one that we export among them."""

from __future__ import annotations

import pytest

from debate import bundled, load
from debate.model import Role
from debate.readers.formats.markdown import plain
from tests.support.reading import said, sound, written

OUTLINE = """# Cats or dogs

What to keep.

## Cats

- Cats are **better**
    - [x] Pro: They are [clean](https://example.org/clean)
      and quiet
    - Con: They scratch
        1. only if: you tease them

## Dogs
* Dogs are better
  * They are loyal
"""


def test_headings_are_sides_and_items_claims() -> None:
    debate = sound("markdown", OUTLINE)
    assert (debate.title, debate.summary) == ("Cats or dogs", "What to keep.")
    assert [(side.name, side.speaker) for side in debate.positions] == [
        *(("Cats", "Cats"), ("Dogs", "Dogs")),
    ]
    assert [(claim.role, claim.text, claim.depth) for claim in debate.claims] == [
        (Role.THESIS, "Cats are better", 0),
        (Role.SUPPORT, "They are clean", 1),
        (Role.OBJECTION, "They scratch", 1),
        (Role.CONDITION, "you tease them", 2),
        (Role.THESIS, "Dogs are better", 0),
        (Role.SUPPORT, "They are loyal", 1),
    ]
    assert debate.claims[1].note == "and quiet"
    assert debate.sources[debate.claims[1].cite[0].source].url == "https://example.org/clean"
    assert said("markdown", OUTLINE) == ["15:1 unsigned"]


def test_a_list_alone_is_a_position_for_each_root() -> None:
    debate = sound("markdown", "- One\n  - two\n- Three\n")
    assert [side.name for side in debate.positions] == ["One", "Three"]
    assert [claim.depth for claim in debate.claims] == [0, 1, 0]


def test_our_own_outline_comes_back_with_claims_roles_and_levels() -> None:
    debate = load(bundled())
    again = sound("markdown", written("markdown", debate))
    assert [side.title for side in again.positions] == [side.title for side in debate.positions]
    assert [claim.depth for claim in again.claims] == [claim.depth for claim in debate.claims]
    for claim, before in zip(again.claims, debate.claims, strict=True):
        root = before.role is Role.RECOMMENDATION
        assert claim.role is (Role.THESIS if root else before.role)
    assert all(claim.text.startswith(debate.text(row)) for row, claim in enumerate(again.claims))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**a** *b* __c__ _d_ `e` ~~f~~", "a b c d e f"),
        (r"\*a\* 2\.5 \\ \[x\](y)", r"*a* 2.5 \ [x](y)"),
        ("snake_case_name and 2*3*4", "snake_case_name and 2*3*4"),
        ('[a](http://b "c") and [d][1]', "a and d"),
        ("&lt;b&gt; &amp; &nosuch;", "<b> & &nosuch;"),
    ],
)
def test_markup_becomes_its_words(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_deep_lists_and_odd_indents() -> None:
    lines = [f"{' ' * depth}- {depth}" for depth in range(900)]
    debate = sound("markdown", "\n".join(lines))
    assert max(claim.depth for claim in debate.claims) == 899
    odd = sound("markdown", "   - a\n - b\n      - c\n    - d\n")
    assert [(claim.text, claim.depth) for claim in odd.claims] == [
        *(("a", 0), ("b", 0), ("c", 1), ("d", 1)),
    ]
