"""What stands on paper, whatever the paper is: labels, directions, links, what is left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.files import load
from debate.writers import Options
from debate.writers.paper import Paper, lines, runs_left
from debate.writers.paper.sheets import sheets
from debate.writers.xml_text import plain
from tests.support.build import build
from tests.support.command import KERCH
from tests.support.walking import everything


@given(st.text())
def test_plain_text_is_one_line_that_xml_can_hold(text: str) -> None:
    made = plain(text)
    assert plain(made) == made
    assert all(c >= " " and c not in "\ufffe\uffff\x7f" for c in made)
    assert not any("\ud800" <= c <= "\udfff" or "\ufdd0" <= c <= "\ufdef" for c in made)
    assert all(line and "\n" not in line for line in lines(text))


@pytest.mark.parametrize(
    ("text", "left"),
    [("שלום", True), ("(1) مرحبا", True), ("NATO שלום", False), ("漢字", False), ("12 !", False)],
)
def test_the_first_letter_says_where_a_text_runs(text: str, left: bool) -> None:
    assert runs_left(text) is left


@pytest.mark.parametrize(
    ("numbers", "label"),
    [("decimal", "Ann 1.2"), ("outline", "Ann I.B"), ("none", "Ann: “The walk is good for us.”")],
)
def test_a_claim_is_called_as_it_is_numbered(numbers: str, label: str) -> None:
    debate = everything()
    paper = Paper(debate, Options(numbers=numbers))
    assert paper.label(debate.find("ann.good")) == label
    again = next(row for row, claim in enumerate(debate.claims) if claim.target >= 0)
    assert paper.text(again) == "The walk is good for us."
    [remark] = paper.remarks(again)
    assert (remark.title, remark.pieces[0].text) == ("Same claim as", label)
    assert remark.pieces[0].row in paper.linked()


def test_a_long_name_of_a_claim_is_cut() -> None:
    debate = build({"one": {"claims": [{"claim": "word " * 99}]}})
    assert len(Paper(debate, Options(numbers="none")).label(0)) < 70


def test_questions_have_all_options_and_an_answer_of_each_side() -> None:
    meeting, response = Paper(load(KERCH), Options()).questions()
    assert meeting.options == ["Meet", "Don't meet"]
    assert [answer.text for answer in meeting.answers] == [
        "Meet, on 1 condition", "Don't meet", "Silent"
    ]  # fmt: skip
    assert meeting.answers[2].row == -1
    assert (meeting.standard, meeting.verdict) == ("", None)
    assert len(response.answers[0].conditions) == 1


def test_an_address_that_no_browser_may_open_is_only_text() -> None:
    sources = {"s": {"title": "T", "url": "javascript:alert(1)"}}
    claim = {"claim": "A.", "cite": {"source": "s", "words": "w"}}
    paper = Paper(build({"one": {"claims": [claim]}}, sources=sources), Options())
    assert [piece.address for piece in paper.reference(paper.debate.sources["s"])] == [None] * 3
    [(place, words)] = paper.places(paper.debate.claims[0].cite)
    assert (place.text, place.address, words) == ("T", None, "w")


def test_headings_of_pages_skip_no_level() -> None:
    paper = Paper(load(KERCH), Options())
    for section in sheets(paper)["sections"]:
        last = 1
        for claim in section["claims"]:
            if claim["heading"]:
                assert claim["heading"] <= min(last + 1, 6)
                last = claim["heading"]


def test_words_longer_than_a_line_may_break() -> None:
    debate = build({"one": {"claims": ["x" * 100]}}, title="Short words")
    made = sheets(Paper(debate, Options()))
    text = made["sections"][0]["claims"][0]["text"]["text"]
    assert max(map(len, text.split("\u200b"))) <= 12
    assert text.replace("\u200b", "") == "x" * 100
    assert made["heading"] == "Short words"
