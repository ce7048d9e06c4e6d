"""What the options ask for is what every outline shows: numbers, citations, judgements, losses."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape

import pytest

from debate.model import Debate
from debate.model.annotations import NO_ANNOTATIONS
from debate.reasoning.evaluate import Evaluation, judge
from debate.reasoning.judgements import Judgements
from debate.writers import Options
from debate.writers.losses import Losses
from tests.support.build import build
from tests.support.formats import whole
from tests.support.walking import everything

OUTLINES = ("accessible", "html", "markdown", "text")


@pytest.fixture
def debate() -> Debate:
    return everything()


@pytest.fixture
def judged(debate: Debate) -> Evaluation:
    """Staying is rejected, health accepted, and the reason for going believed and weighed."""
    good = debate.find("ann.good")
    judgements = Judgements().reject(debate.find("bo.stay")).accept(debate.find("bo.healthy"))
    return judge(debate, judgements.believe(good, 0.9).weigh(good, 0))


def shown(name: str, debate: Debate, options: Options) -> str:
    """What a reader sees, blanks in a row as one; nothing of what only marks it up."""
    out = str(whole(name, debate, options))
    out = unescape(re.sub(r"<style>.*?</style>|<[^>]*>", " ", out, flags=re.DOTALL))
    return " ".join(re.sub(r"\\\n|\*\*?(?=\w|[:( ])|[*]", " ", out).split())


# ---------------------------------------------------------------------- numbers


@pytest.mark.parametrize("name", OUTLINES)
def test_numbers_of_outlines_on_paper_stand_everywhere(name: str, debate: Debate) -> None:
    text = shown(name, debate, Options(numbers="outline"))
    for number in ("I.B.1", "I.B.2", "I.C.1", "Ann I.B", "Bo I.A"):
        assert number in text
    assert not re.search(r"\b1\.\d", text)


@pytest.mark.parametrize("name", OUTLINES)
def test_without_numbers_claims_are_called_by_their_words(name: str, debate: Debate) -> None:
    text = shown(name, debate, Options(numbers="none"))
    assert not re.search(r"\b1\.\d|Ann 1|Bo 1|Background 1", text)
    for called in ("Bo: “Walks are healthy.”", "Ann: “The walk is good for us.”"):
        assert called in text


def test_in_json_names_stay_and_numbers_follow(debate: Debate) -> None:
    claims = {
        style: json.loads(str(whole("json", debate, Options(numbers=style))))["claims"]
        for style in ("decimal", "outline", "none")
    }
    assert [claim["number"] for claim in claims["outline"][:4]] == ["I", "I.A", "I.B", "I.B.1"]
    assert {claim["number"] for claim in claims["none"]} == {None}
    for others in zip(*claims.values(), strict=True):
        assert len({claim["name"] for claim in others}) == 1


# ---------------------------------------------------------------------- citations


@pytest.mark.parametrize("name", [*OUTLINES, "json", "yaml"])
def test_citations_go_when_they_are_not_wanted(name: str, debate: Debate) -> None:
    for words, cites in ((True, True), (False, False)):
        out = str(whole(name, debate, Options(cites=cites)))
        assert ("Young" in out) is words
        assert ("x.org" in out) is words
    assert "good for us" in out


@pytest.mark.parametrize("name", ["html", "text"])
def test_the_cited_words_are_there(name: str, debate: Debate) -> None:
    assert "“good for us”" in str(whole(name, debate)).replace("<q dir=auto>", "“").replace(
        "</q>", "”"
    )


def test_where_no_link_leads_to_them_markdown_has_the_words_too() -> None:
    cite = {"source": "s", "words": "the *very* words"}
    debate = build({"a": {"claims": [{"claim": "A", "cite": cite}]}}, sources={"s": {"title": "S"}})
    assert "(S: “the \\*very\\* words”)" in str(whole("markdown", debate))


# ---------------------------------------------------------------------- judgements


@pytest.mark.parametrize("name", OUTLINES)
def test_a_page_says_what_was_judged_and_what_follows(
    name: str, debate: Debate, judged: Evaluation
) -> None:
    text = shown(name, debate, Options(judged=judged)).replace("Bo: Stay", "Bo Stay")
    low = text.casefold()
    assert "follow from the judgements of a reader; they are no side's own view" in text
    for said in (
        "rejected",
        "accepted",
        "credence 0.9, beside the point",
        "falls: rejected, strength 0.00",
        "stands: accepted, strength 1.00",
        "all sides together",
    ):
        assert said in low, said
    signs = {"✓", "✗"} if name != "accessible" else set()
    assert signs <= set(text)
    if name != "accessible":
        assert f"Stay ({'✗ falls: rejected'})" in text or "Stay ✗ falls: rejected" in text
    assert "Verdict" not in shown(name, debate, Options())
    assert "no side's own view" not in shown(name, debate, Options())


@pytest.mark.parametrize("name", OUTLINES)
def test_a_part_has_the_verdicts_of_the_whole(
    name: str, debate: Debate, judged: Evaluation
) -> None:
    text = shown(name, debate, Options(sides=("bo",), judged=judged))
    assert "stands: accepted, strength 1.00" in text
    assert "Ann 1.2: The walk is good for us." in text  # what was judged, though it is left out


def test_json_has_judgements_and_verdicts_in_the_shapes_of_the_commands(
    debate: Debate, judged: Evaluation
) -> None:
    data = json.loads(str(whole("json", debate, Options(judged=judged))))
    expected = judged.as_json()
    assert data["outcomes"] == expected["questions"]
    assert data["judgements"] == {
        "accept": ["bo.healthy"],
        "reject": ["bo.stay"],
        "credence": {"ann.good": 0.9},
        "weight": {"ann.good": 0},
    }
    for claim in data["claims"]:
        found = expected["claims"][claim["name"]]
        assert {key: claim[key] for key in found} == found
    plain = json.loads(str(whole("json", debate)))
    assert not {"verdict", "strength", "label"} & set(plain["claims"][0])
    assert not {"judgements", "outcomes"} & set(plain)


def test_nothing_judged_is_said_too(debate: Debate) -> None:
    text = shown("text", debate, Options(judged=judge(debate)))
    assert "follow from the arguments alone" in text
    text = shown("text", debate, Options(judged=judge(debate, standard="scintilla")))
    assert "Standard of proof: scintilla." in text


# ---------------------------------------------------------------------- nothing vanishes


@pytest.mark.parametrize("name", OUTLINES)
def test_what_had_no_place_has_one(name: str) -> None:
    """Options that nobody takes, standards, tags, short names that the full one does not tell."""
    ask = {"ask": "Q?", "options": {"a": "A", "b": "Bee"}, "standard": "scintilla"}
    side = {"speaker": "Ann Other", "short": "AO", "note": "Speaks often."}
    claim = {"claim": "x", "tags": ["one", "two"], "weight": 0.5, "credence": 0.25}
    debate = build({"ann": {**side, "claims": [{**claim}]}}, questions={"q": ask})
    text = shown(name, debate, Options())
    for said in ("A; Bee", "scintilla", "Ann Other (AO)", "Speaks often.", "one, two", "0.25"):
        assert said in text, said


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("text", ["1 unfit link", "2 extra fields"]),
        ("markdown", ["1 unfit link", "2 extra fields"]),
        ("html", ["1 unfit link", "2 extra fields"]),
        ("json", []),
        ("yaml", ["1 reader's note", "1 reader's mark", "12 verdicts"]),
    ],
)
def test_what_is_lost_is_told(
    name: str, told: list[str], debate: Debate, judged: Evaluation
) -> None:
    debate.claims[1].extra = {"only": "there"}
    debate.extra = {"x": 1}
    debate.sources["t"] = replace(debate.sources["t"], url="javascript:alert(1)")
    losses = Losses()
    notes = NO_ANNOTATIONS.write(0, "Mine.").mark(1)
    whole(name, debate, Options(notes=notes, judged=judged, losses=losses))
    assert [line.partition(":")[0] for line in losses.lines()] == told
