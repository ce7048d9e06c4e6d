"""Markdown outlines, the one that we export among them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from debate import bundled, load
from debate.model import Debate, Role
from debate.readers.marked import plain
from debate.writers import NUMBERS, Options
from debate.writers.outline import full
from tests.support.reading import reading, said, sound, written
from tests.support.strategies import debates
from tests.support.walking import everything

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
    assert [again.text(row) for row in range(len(again.claims))] == [
        debate.text(row) for row in range(len(debate.claims))
    ]


@settings(max_examples=30)
@given(debate=debates())
def test_the_claims_of_any_debate_of_ours_come_back(debate: Debate) -> None:
    for claim in debate.claims:
        claim.cite = ()  # one may end in anything
    again = sound("markdown", written("markdown", debate))
    assert [side.title for side in again.positions] == [full(side) for side in debate.positions]
    assert [(claim.text, claim.role, claim.depth) for claim in again.claims] == [
        (
            debate.text(row),
            Role.THESIS if claim.role is Role.RECOMMENDATION else claim.role,
            claim.depth,
        )
        for row, claim in enumerate(debate.claims)
    ]


@pytest.mark.parametrize("numbers", NUMBERS)
def test_where_our_own_claims_are_said_comes_back_as_a_note(numbers: str) -> None:
    debate = everything()
    text = written("markdown", debate, Options(numbers=numbers))
    again = sound("markdown", text)
    texts = [debate.text(row) for row in range(len(debate.claims))]
    assert [claim.text for claim in again.claims] == texts
    first = next(claim for claim in again.claims if claim.text == "The walk is good for us.")
    assert (first.note or "").startswith("Young 2001, ¶ 3\n")
    assert first.extra == {"markdown": {"links": ["https://x.org/a#:~:text=good%20for%20us"]}}
    assert not first.cite  # its source is known by more than an address


def test_sections_of_our_own_that_are_no_claims_are_kept() -> None:
    debate = load(bundled())
    again = sound("markdown", written("markdown", debate))
    assert again.outcome and debate.outcome and again.outcome.text == debate.outcome.text
    kept = (again.extra or {})["markdown"]
    assert "Options: Meet; Don't meet" in kept["Questions"]
    assert all(source.url in kept["Sources"] for source in debate.sources.values() if source.url)


def test_sections_of_somebody_else_are_read() -> None:
    asked = "## Questions\n\n- Should we build?\n  - Pro: Clean.\n"
    text = f"# Energy\n\n{asked}\n## Outcome\n\n- **We** lost.\n"
    debate = sound("markdown", text)
    assert [side.title for side in debate.positions] == ["Questions", "Outcome"]
    assert [claim.text for claim in debate.claims] == ["Should we build?", "Clean.", "We lost."]
    assert not said("markdown", text)


def test_a_title_alone_is_what_pros_and_cons_bear_on() -> None:
    expected = [(Role.THESIS, "Go"), (Role.SUPPORT, "clean"), (Role.OBJECTION, "dear")]
    for text in (
        "# Go\n\n## Pros\n\n- clean\n\n## Cons\n\n- dear\n",
        "# Go\n\n- **Pro:** clean\n- **Con**: dear\n",
        "# Go\n\n+ clean\n- dear\n",
        "# X\n\n## Go\n\n- **Pros**\n  - clean\n- Cons:\n  - dear\n",
        "# X\n\n## Go\n\n- + clean\n- - dear\n",
    ):
        found = sound("markdown", text)
        assert [(claim.role, claim.text) for claim in found.claims] == expected, text
        assert not said("markdown", text), text


def test_bullets_side_by_side_are_signs_and_others_are_not() -> None:
    mixed = "- Cars should go\n  + They pollute\n    - Electric ones do not\n  - People need them\n"
    assert [(claim.role, claim.depth) for claim in sound("markdown", mixed).claims] == [
        (Role.THESIS, 0),
        (Role.SUPPORT, 1),
        (Role.OBJECTION, 2),
        (Role.OBJECTION, 1),
    ]
    level = "- Cars should go\n  + They pollute\n    - Electric ones do not\n"
    assert [claim.role for claim in sound("markdown", level).claims][1:] == [Role.SUPPORT] * 2
    hint = reading("markdown", level).problems[0].hint
    assert "- Con: " in hint


def test_an_idle_sign_and_one_that_is_escaped_are_kept() -> None:
    text = "- Con: One\n  - \\+ 5 more\n- Two\n"
    assert [claim.text for claim in sound("markdown", text).claims] == [
        "Con: One",
        "+ 5 more",
        "Two",
    ]
    assert said("markdown", text) == ["1:1 idle-sign", "2:1 unsigned"]


UNDERLINED = """My title
========

Intro.

Side A
in C#
------

- one
  more
---
- two

* * *

- three

***

text
"""


def test_underlined_headings_and_rules() -> None:
    debate = sound("markdown", UNDERLINED)
    assert (debate.title, debate.summary) == ("My title", "Intro.")
    assert [side.speaker for side in debate.positions] == ["Side A in C#"]
    assert [(claim.text, claim.note) for claim in debate.claims] == [
        *(("one", "more"), ("two", None), ("three", "text")),
    ]
    assert reading("markdown", UNDERLINED).lines[1] == 13


def test_front_matter_is_no_text() -> None:
    text = "---\ntitle: X\ndate: 2024-05-01\nlang: de\n---\n\n## Cats\n\n- Cats are better\n"
    debate = sound("markdown", text)
    assert (debate.title, debate.date, debate.summary) == ("X", "2024-05-01", None)
    assert debate.extra == {"markdown": {"front": "title: X\ndate: 2024-05-01\nlang: de"}}
    assert [side.title for side in debate.positions] == ["Cats"]
    assert reading("markdown", text).lines[0] == 9
    titled = sound("markdown", "---\ntitle: X\n---\n# Y\n\n- One\n")
    assert (titled.title, titled.extra) == ("Y", {"markdown": {"title": "X"}})
    assert sound("markdown", "---\n- no\n---\n- One\n").claims[-1].text == "One"


def test_links_by_name_are_followed() -> None:
    debate = sound("markdown", "- One [here][a] and [b]\n\n[A]: <https://example.org/x> (An x)\n")
    assert debate.claims[0].text == "One here and [b]"
    assert debate.sources[debate.claims[0].cite[0].source].url == "https://example.org/x"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**a** *b* __c__ _d_ `e` ~~f~~", "a b c d e f"),
        (r"\*a\* 2\.5 \\ \[x\](y)", r"*a* 2.5 \ [x](y)"),
        ("snake_case_name and 2*3*4", "snake_case_name and 2*3*4"),
        ("***a*** b* *c _d", "a b* *c _d"),
        ('[a](http://b "c") and [d][1]', "a and d"),
        ("&lt;b&gt; &amp; &nosuch;", "<b> & &nosuch;"),
    ],
)
def test_markup_becomes_its_words(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_a_long_line_of_emphasis_that_is_never_closed() -> None:
    text = "*a " * 50_000  # hours, if each began a search of the rest
    assert plain(text) == text.strip()


def test_deep_lists_and_odd_indents() -> None:
    lines = [f"{' ' * depth}- {depth}" for depth in range(900)]
    debate = sound("markdown", "\n".join(lines))
    assert max(claim.depth for claim in debate.claims) == 899
    odd = sound("markdown", "   - a\n - b\n      - c\n    - d\n")
    assert [(claim.text, claim.depth) for claim in odd.claims] == [
        *(("a", 0), ("b", 0), ("c", 1), ("d", 1)),
    ]
