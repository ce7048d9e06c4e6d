"""Markdown, as a CommonMark reader understands it: our structure, and text that is only text."""

from __future__ import annotations

import html
import re
from collections import Counter
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from debate.files import load
from debate.model import Debate
from debate.model.text import many_lines, one_line
from debate.writers import export
from debate.writers.marked import lines as _lines
from debate.writers.marked import text as _text
from tests.support.build import build
from tests.support.command import KERCH
from tests.support.markup import MARKUP, URLS, filled
from tests.support.strategies import debates

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

#: What we make ourselves.
TAGS = {"h1", "h2", "h3", "p", "ul", "li", "em", "strong", "br", "a"}


def tags(markdown: str) -> Counter[str]:
    return Counter(re.findall(r"<([a-z]+\d?)", READER.render(markdown)))


def plain(markdown: str) -> str:
    """What a reader of the rendered page sees, blanks aside."""
    return "".join(html.unescape(re.sub(r"<[^>]*>", "", READER.render(markdown))).split())


NASTY = st.text("ab1 \\`*_{}[]()<>#+-.!|~=:&;%$^@'\"/\n", max_size=40)


@given(NASTY | st.text())
@example("1. x")
@example("a\\")
@example("[x]: y")
def test_a_line_of_text_is_text(text: str) -> None:
    markdown = f"x {_text(text)}"
    assert set(tags(markdown)) == {"p"}
    assert plain(markdown) == "".join(f"x{one_line(text)}".split())


@given(NASTY | st.text())
@example("---\na\n===")
@example("    code\n\n\tcode")
@example("+ a\n- b\n* c\n1) d\n> e")
def test_lines_of_text_are_text(text: str) -> None:
    assert set(tags(_lines(text))) <= {"p"}
    assert plain(_lines(text)) == "".join(many_lines(text).split())


@cache
def harmless(url: str) -> str:
    return str(READER.render(export(filled("plain", url), "markdown")))


@pytest.mark.parametrize("text", MARKUP, ids=lambda text: ascii(text)[:30])
@pytest.mark.parametrize("url", URLS)
def test_a_whole_debate_of_markup(text: str, url: str) -> None:
    rendered = READER.render(export(filled(text, url), "markdown"))
    ours = harmless(url)
    assert Counter(re.findall(r"<(\w+)", rendered)) == Counter(re.findall(r"<(\w+)", ours))
    for address in re.findall('href="(.*?)"', rendered):
        assert address.startswith(("https://a.b/", "https://example.org/"))


@pytest.mark.parametrize(
    "text", ["https://evil.example", "www.evil.example", "HTTP://evil.example"]
)
def test_bare_addresses_are_no_links_on_github(text: str) -> None:
    reader = MarkdownIt("gfm-like")
    assert reader.linkify is not None
    reader.linkify.set({"fuzzy_link": False, "fuzzy_email": False})
    assert "<a" in reader.render(text) or text.startswith("www")
    assert "<a" not in reader.render(_text(text))


@settings(max_examples=25)
@given(debates())
def test_only_our_own_structure(debate: Debate) -> None:
    markdown = export(debate, "markdown")
    found = tags(markdown)
    assert set(found) <= TAGS
    assert found["h1"] == 1
    shown = plain(markdown)
    for row in range(len(debate.claims)):
        assert "".join(debate.text(row).split()) in shown


def test_the_shape() -> None:
    debate = build(
        {
            "one": {
                "speaker": "Ann One", "short": "One", "role": "Expert",
                "recommendations": [{
                    "question": "q", "option": "a", "id": "do", "claim": "Do A.", "ask": "Why A?",
                    "cite": [{"source": "s", "paragraph": 2, "words": "a - b"}, {"source": "t"}],
                    "only_if": ["It is *legal*."],
                    "supports": [{"claim": "It helps.", "undercuts": ["Not much."],
                                  "cite": {"source": "s", "words": "a - b"}}],
                }],
            },
            "two": {"claims": [{"claim": "Don't.", "clashes_with": ["one.do"]}]},
        },
        title="A title", date="2018", summary="About.",
        background=["It rains."],
        questions={"q": {"ask": "Which?", "options": {"a": "A", "b": "B"}}},
        sources={"s": {"title": "A source", "url": "https://a.b/(c)"}, "t": {"title": "Two"}},
        outcome={"claim": "They did."},
    )  # fmt: skip
    assert (
        export(debate, "markdown")
        == """\
# A title

*2018*

About.

## Questions

### Which?

*Options: A; B*

- **One**: A, on 1 condition
    - *only if*: It is \\*legal\\*.
- **two**: silent

## Ann One

*Expert*

- **1** *recommendation (A)*: Do A. ([A source, ¶ 2][1]; Two)\\
  *Clashes with*: two 1\\
  *To discuss*: Why A?
    - **1.1** *condition*: It is \\*legal\\*.
    - **1.2** *support*: It helps. ([A source][1])
        - **1.2.1** *undercut*: Not much.

## two

- **1** *thesis*: Don't.\\
  *Clashes with*: One 1

## Background

- **1** It rains.

## Clashes

- **One 1**: Do A.\\
  **two 1**: Don't.

## Outcome

They did.

## Sources

- A source. <https://a.b/(c)>
- Two.

[1]: <https://a.b/(c)#:~:text=a%20%2D%20b>
"""
    )


def test_the_bundled_debate_links_to_the_cited_words() -> None:
    debate = load(KERCH)
    links = re.findall('href="(.*?)"', READER.render(export(debate, "markdown")))
    anchors = {c.words for claim in debate.claims for c in claim.cite if c.words}
    assert len({link for link in links if "#:~:text=" in link}) >= len(anchors)
