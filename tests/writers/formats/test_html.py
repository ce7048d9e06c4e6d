"""The page: well formed, closed to the outside, complete, and ours alone in structure."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings

from debate.files import load
from debate.model import Debate
from debate.model.role import Role
from debate.model.schemes import SCHEMES
from debate.model.text import many_lines, one_line
from debate.writers import export
from tests.support.build import build
from tests.support.command import KERCH
from tests.support.markup import MARKUP, URLS, filled
from tests.support.strategies import debates

VOID = {"meta", "br"}
BLOCKS = {"p", "div", "h1", "h2", "h3", "ul", "li", "dl", "details", "section", "table"}


class Page(HTMLParser):
    """What a strict reader finds: every element closed in its turn, attributes, text, depth."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.text: list[str] = []
        self.css = ""
        self.deepest = 0
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []
        self.ids = [value for _, name, value in self.attributes if name == "id"]
        self.links = [value for _, name, value in self.attributes if name in ("href", "src")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not (tag in BLOCKS and "p" in self._open), f"<{tag}> in <p>"
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self._open.append(tag)
            self.deepest = max(self.deepest, len(self._open))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open[-1:] == ["style"]:
            self.css += data
        else:
            self.text.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    @property
    def shown(self) -> str:
        return "".join("".join(self.text).split())


@pytest.fixture(scope="module")
def kerch() -> Page:
    return Page(export(load(KERCH), "html"))


def test_the_policy_allows_our_style_sheet_and_nothing_else(kerch: Page) -> None:
    [policy] = [v for _, n, v in kerch.attributes if n == "content" and "default-src" in v]
    digest = base64.b64encode(hashlib.sha256(kerch.css.encode()).digest()).decode()
    assert policy.split("; ") == [
        "default-src 'none'", f"style-src 'sha256-{digest}'",
        "base-uri 'none'", "form-action 'none'",
    ]  # fmt: skip
    assert not {"script", "link", "img", "iframe", "base", "form", "object"} & set(kerch.tags)
    assert not [n for _, n, _ in kerch.attributes if n.startswith("on") or n in ("style", "src")]
    assert "url(" not in kerch.css
    assert "@import" not in kerch.css


def test_links_stay_on_the_page_or_open_a_source(kerch: Page) -> None:
    inside = {link[1:] for link in kerch.links if link.startswith("#")}
    assert inside <= set(kerch.ids)
    outside = [link for link in kerch.links if not link.startswith("#")]
    assert all(link.startswith("https://www.atlanticcouncil.org/") for link in outside)
    assert len([link for link in outside if "#:~:text=" in link]) > 80
    opening = [n for t, n, v in kerch.attributes if t == "a" and n == "rel" and v == "noreferrer"]
    assert len(opening) == len(outside)


def test_ids_are_unique_and_claims_go_by_their_names(kerch: Page) -> None:
    assert len(kerch.ids) == len(set(kerch.ids))
    debate = load(KERCH)
    assert {debate.name(row) for row in range(len(debate.claims))} <= set(kerch.ids)


def test_landmarks_headings_and_language(kerch: Page) -> None:
    for tag in ("html", "title", "header", "nav", "main", "footer", "h1", "table"):
        assert kerch.tags[tag] == 1, tag
    assert ("html", "lang", "en") in kerch.attributes
    assert ("a", "href", "#main") in kerch.attributes
    sections = [v for t, n, v in kerch.attributes if t == "section" and n == "aria-labelledby"]
    assert set(sections) <= set(kerch.ids)
    assert len(sections) == kerch.tags["h2"] == 10


def test_everything_is_there(kerch: Page) -> None:
    debate = load(KERCH)
    for row, claim in enumerate(debate.claims):
        for text in (debate.text(row), claim.ask, claim.scheme, *(c.words for c in claim.cite)):
            assert "".join((text or "").split()) in kerch.shown
    for scheme in {claim.scheme for claim in debate.claims if claim.scheme}:
        for question in SCHEMES[scheme].questions:
            assert "".join(question.split()) in kerch.shown
    for words in ("onlyif", "Silent", "says nothing on this", "clashes with", "agrees with"):
        assert "".join(words.split()) in kerch.shown


def test_a_role_is_a_word_and_never_only_a_colour() -> None:
    for role in (Role.SUPPORT, Role.OBJECTION, Role.CONDITION):
        key = {"support": "supports", "objection": "objections", "condition": "only_if"}[role]
        debate = build({"one": {"claims": [{"claim": "A", key: ["B"]}]}})
        assert f"{role.glyph}{role.capitalize()}1.1B" in Page(export(debate, "html")).shown


@pytest.mark.parametrize("text", MARKUP, ids=lambda text: ascii(text)[:30])
@pytest.mark.parametrize("url", URLS)
def test_a_whole_debate_of_markup(text: str, url: str) -> None:
    page = Page(export(filled(text, url), "html"))
    same_lines = "\n".join("plain" for _ in many_lines(text).split("\n"))
    plain = Page(export(filled(same_lines, url), "html"))
    assert page.tags == plain.tags
    assert {(t, n) for t, n, _ in page.attributes} == {(t, n) for t, n, _ in plain.attributes}
    assert len(page.ids) == len(set(page.ids))
    for link in page.links:
        assert link.startswith(("#", "https://a.b/", "https://example.org/"))
    assert page.shown.count("".join(one_line(text).split())) > 20


@settings(max_examples=30)
@given(debates())
def test_every_page_is_well_formed(debate: Debate) -> None:
    page = Page(export(debate, "html"))
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    for row in range(len(debate.claims)):
        assert "".join(debate.text(row).split()) in page.shown


def test_deep_debates_stay_within_what_browsers_nest() -> None:
    claim: object = "The bottom."
    for level in range(999):
        claim = {"claim": f"Level {level}.", "objections": [claim]}
    page = Page(export(build({"one": {"claims": [claim]}}), "html"))
    assert page.deepest < 80
    assert page.shown.count("under") > 900
    assert {link[1:] for link in page.links} <= set(page.ids)


def test_many_sides_stand_below_each_other() -> None:
    questions = {"q": {"ask": "Which?", "options": {"a": "A", "b": "B"}}}
    sides = {f"side{number}": {"claims": ["C"]} for number in range(40)}
    page = Page(export(build(sides, questions=questions), "html"))
    rows = [value for _, name, value in page.attributes if name == "role"]
    assert rows.count("rowheader") == 40
    assert rows.count("columnheader") == 2


def test_what_is_left_out_is_counted() -> None:
    debate = build({"one": {"claims": [{"claim": "A", "supports": ["B", "C"]}]}})
    assert "2 claims left out below" in export(debate, "html", depth=0)


# ---------------------------------------------------------------------- colours


def _colours(css: str) -> list[dict[str, str]]:
    """The custom properties of the light and of the dark theme."""
    blocks = re.findall(r":root \{(.*?)\}", css, re.DOTALL)[:2]
    return [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block)) for block in blocks]


def _luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_text_contrast_is_aa_in_light_and_dark(kerch: Page) -> None:
    light, dark = _colours(kerch.css)
    assert light.keys() == dark.keys()
    for theme in (light, dark):
        for name in theme.keys() - {"paper", "card", "line", "background"}:
            for ground in ("paper", "card"):
                shades = sorted(_luminance(theme[part]) for part in (name, ground))
                [(darker, lighter)] = pairwise(shades)
                assert (lighter + 0.05) / (darker + 0.05) >= 4.5, (name, ground)
