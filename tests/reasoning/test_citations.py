"""Citations against a copy of their source."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.files import load
from debate.reasoning.citations import CitationResult, check_citations
from tests.support.build import build
from tests.support.command import KERCH
from tests.support.shared import shared

TEXT = """\
The headline of it all

The first paragraph goes on
over two lines, and it’s well-known.

 \t
Then a second: the "first" paragraph again, and don't forget Zoë's café.

The last one.
"""


def check(text: str = TEXT, **cite: Any) -> CitationResult:
    debate = build(
        {"one": {"claims": [{"claim": "C", "id": "c", "cite": {"source": "s", **cite}}]}},
        sources={"s": {"title": "S"}},
    )
    [result] = check_citations(debate, "s", text)
    return result


@pytest.mark.parametrize(
    ("paragraph", "words", "result"),
    [
        (1, "goes on over two", "found"),
        (0, "The headline", "found"),
        (3, "The last one.", "found"),
        (1, "it’s well-known", "found"),
        (2, "forget Zoë's café", "found"),
        ([1, 3], "The last one", "found"),
        (None, "a second", "found"),
        (2, None, "found"),
        ([0, 3], None, "found"),
        (None, None, "found"),
        (3, "goes on", "elsewhere"),
        ([0, 3], "goes on", "elsewhere"),
        (2, "paragraph", "elsewhere"),  # a browser would open ¶ 1
        (1, "never said", "missing"),
        (None, "never said", "missing"),
        (1, "it's well-known", "missing"),
        (1, "The First paragraph", "missing"),
        (1, "goes on over", "found"),
        (1, "oes on over", "missing"),
        (1, "goes o", "missing"),
        (2, "don", "missing"),
        (2, "forget Zoë", "missing"),
        (1, "all The first", "missing"),  # no anchor runs over paragraphs
        (4, None, "missing"),
        (4, "The last one", "missing"),
        ([3, 4], "The last one", "missing"),
    ],
)
def test_results(paragraph: int | list[int] | None, words: str | None, result: str) -> None:
    cite: dict[str, Any] = {"paragraph": () if paragraph is None else paragraph, "words": words}
    found = check(**cite)
    assert found.result == result, found.message
    assert bool(found.message) == (result != "found")
    expected = tuple(paragraph) if isinstance(paragraph, list) else paragraph
    assert (found.paragraph, found.words) == (expected, words)


@pytest.mark.parametrize(
    ("cite", "message"),
    [
        ({"paragraph": 3, "words": "goes on"}, "the words stand in ¶ 1"),
        ({"paragraph": 2, "words": "paragraph"}, "¶ 1 has the same words earlier"),
        ({"paragraph": 7}, "there is no ¶ 7; the last is ¶ 3"),
        ({"words": "never said"}, "the words do not occur"),
        ({"words": "it's well‑known"}, "¶ 1 has the words with other quotes, dashes or capitals"),
        ({"words": "“FIRST” paragraph"}, "¶ 2 has the words with other quotes"),
    ],
)
def test_messages_say_what_to_change(cite: dict[str, Any], message: str) -> None:
    assert check(**cite).message.startswith(message)


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_ends_of_other_systems(newline: str) -> None:
    text = TEXT.replace("\n", newline)
    assert check(text, paragraph=3, words="The last").result == "found"
    assert check(text, paragraph=4).result == "missing"


def test_an_empty_copy() -> None:
    assert check("  \n\n ", paragraph=0).result == "missing"
    assert check("", words="x").result == "missing"


def test_every_citation_of_that_source_in_order_the_outcome_last() -> None:
    cite = {"source": "s", "paragraph": 1}
    debate = build(
        {"one": {"claims": [{"claim": "C", "cite": [cite, {"source": "t"}], "supports": [
            {"claim": "D", "id": "d", "cite": [cite, cite]}]}]}},
        background=[{"claim": "B", "cite": cite}],
        outcome={"claim": "O", "cite": {"source": "s", "paragraph": 9}},
    )  # fmt: skip
    results = check_citations(debate, "s", TEXT)
    assert [(result.row, result.name) for result in results] == [
        (0, "one:1"), (1, "one.d"), (1, "one.d"), (2, "background:1"), (-1, "outcome"),
    ]  # fmt: skip
    assert [result.result for result in results] == ["found"] * 4 + ["missing"]


@given(st.lists(st.text("ab -’\n", min_size=1, max_size=20), max_size=5), st.data())
def test_whole_words_of_a_paragraph_are_found_or_stand_earlier(
    blocks: list[str], data: st.DataObject
) -> None:
    paragraphs = [" ".join(block.split()) for block in blocks]
    paragraphs = [paragraph for paragraph in paragraphs if paragraph]
    if not paragraphs:
        return
    at = data.draw(st.integers(0, len(paragraphs) - 1))
    words = paragraphs[at].split()
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    result = check("\n\n".join(paragraphs), paragraph=at, words=" ".join(words[start:end]))
    assert result.result in ("found", "elsewhere")
    if at == 0:
        assert result.result == "found"


def test_the_bundled_debate_against_its_article() -> None:
    text = shared("source", "sen-2018.txt").read_text("utf-8")
    results = check_citations(load(KERCH), "sen-2018", text)
    assert len(results) > 80
    assert {result.result for result in results} == {"found"}
    assert results[-1].name == "outcome"
    shuffled = "\n\n".join(text.split("\n\n")[::-1])
    assert {r.result for r in check_citations(load(KERCH), "sen-2018", shuffled)} >= {"elsewhere"}
