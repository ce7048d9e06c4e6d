"""The shipped debate says what the article says, cites it exactly, and copies none of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from debate.files import bundled, read
from debate.model import Citation, Debate, Role
from debate.model.schemes import lookup
from debate.reasoning.citations import check_citations
from debate.reasoning.compare import compare
from tests.support.shared import shared

WORD = re.compile(r"[\w’']+")


@pytest.fixture(scope="module")
def debate() -> Debate:
    reading = read(bundled())
    assert reading.problems == []
    assert reading.debate is not None
    return reading.debate


def citations(debate: Debate) -> Iterator[tuple[str, Citation]]:
    for row, claim in enumerate(debate.claims):
        for citation in claim.cite:
            yield debate.name(row), citation


def experts(debate: Debate) -> Iterator[int]:
    return (row for row, claim in enumerate(debate.claims) if claim.position >= 0)


@pytest.mark.parametrize(
    ("name", "question", "option"),
    [
        ("fried.meet", "meeting", "meet"),
        ("fried.sanctions", "response", "sanctions"),
        ("aslund.dont-meet", "meeting", "dont-meet"),
        ("aslund.sanctions", "response", "sanctions"),
        ("otoole.other-tools", "response", "other-tools"),
    ],
)
def test_each_recommendation(debate: Debate, name: str, question: str, option: str) -> None:
    claim = debate.claims[debate.find(name)]
    assert (claim.role, claim.question, claim.option) == (Role.RECOMMENDATION, question, option)


def test_conditions_and_silence_are_kept(debate: Debate) -> None:
    kinds = {
        (debate.positions[stance.position].name, question.id): stance.kind
        for question in compare(debate).questions
        for stance in question.stances
    }
    assert kinds == {
        ("fried", "meeting"): "conditional",
        ("fried", "response"): "conditional",
        ("aslund", "meeting"): "unconditional",
        ("aslund", "response"): "unconditional",
        ("otoole", "meeting"): "silent",
        ("otoole", "response"): "unconditional",
    }


def test_under_a_condition_stand_only_reasons_that_it_is_met_or_not(debate: Debate) -> None:
    condition = debate.find("fried.right-message")
    below = {debate.claims[row].id for row in debate.children(condition)}
    assert below == {"track-record", "not-yet-conveyed"}
    assert list(debate.children(debate.find("fried.no-turn"))) == []


def test_the_experts_meet_and_collide_where_the_article_says(debate: Debate) -> None:
    def named(pairs: list[tuple[int, int]]) -> set[tuple[str, str]]:
        return {(debate.name(a), debate.name(b)) for a, b in pairs}

    assert named(debate.agreements) == {
        ("fried.turn-first", "aslund.no-improvement"),
        ("fried.little-substance", "aslund.no-benefit"),
        ("fried.stronger-stand", "aslund.stronger-stand"),
        ("fried.escalation", "otoole.escalation"),
    }
    assert named(debate.clashes) == {
        ("fried.meet", "aslund.dont-meet"),
        ("aslund.sanctions", "otoole.other-tools"),
        ("aslund.each-violation", "otoole.not-every-incident"),
    }


def test_every_claim_of_an_expert_is_cited(debate: Debate) -> None:
    for row in experts(debate):
        claim = debate.claims[row]
        assert claim.ref or claim.cite, debate.name(row)


def test_citations_of_the_article_have_a_paragraph_and_an_anchor(debate: Debate) -> None:
    for name, citation in citations(debate):
        if citation.source == "sen-2018":
            assert len(citation.paragraph) == 1, name
            assert citation.words and len(WORD.findall(citation.words)) <= 8, name
        else:
            assert (citation.paragraph, citation.words) == ((), None), name


def test_only_otoole_and_the_background_cite_his_own_piece(debate: Debate) -> None:
    citing = {name.split(".")[0] for name, c in citations(debate) if c.source == "otoole-2018"}
    assert citing == {"otoole", "background"}


def test_every_scheme_is_a_known_one(debate: Debate) -> None:
    schemes = {claim.scheme for claim in debate.claims if claim.scheme}
    assert len(schemes) >= 6
    assert all(lookup(scheme) for scheme in schemes)


def test_each_claim_is_one_sentence(debate: Debate) -> None:
    initials = re.compile(r"\b[A-Z]\.(?:[A-Z]\.)?")
    for row, claim in enumerate(debate.claims):
        if not claim.ref:
            assert re.fullmatch(r"[A-Z][^.]*\.", initials.sub("", claim.text)), debate.name(row)


def test_each_anchor_first_occurs_in_its_paragraph(debate: Debate) -> None:
    text = shared("source", "sen-2018.txt").read_text(encoding="utf-8")
    results = check_citations(debate, "sen-2018", text)
    assert len(results) > 80
    assert [r for r in results if r.result != "found"] == []


def test_every_paragraph_that_argues_or_reports_is_on_the_map(debate: Debate) -> None:
    text = shared("source", "sen-2018.txt").read_text(encoding="utf-8")
    blocks = re.split(r"\n\s*\n", text.strip())
    headings = {i for i, block in enumerate(blocks) if block[-1].isalpha()} | {0}
    about_the_page = {44, 45, 46}
    cited = {paragraph for _, c in citations(debate) for paragraph in c.paragraph}
    assert debate.outcome is not None
    cited |= {paragraph for c in debate.outcome.cite for paragraph in c.paragraph}
    assert set(range(len(blocks))) - cited == headings | about_the_page


def test_no_run_of_nine_words_of_the_article_is_copied(debate: Debate) -> None:
    def runs(text: str, length: int = 9) -> set[tuple[str, ...]]:
        words = [word.lower().replace("’", "'") for word in WORD.findall(text)]
        return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}

    article = runs(shared("source", "sen-2018.txt").read_text(encoding="utf-8"))
    for path in bundled().glob("*.yaml"):
        assert runs(path.read_text(encoding="utf-8")) & article == set(), path.name
