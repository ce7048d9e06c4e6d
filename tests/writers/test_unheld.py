"""Whatever a format does not say that it holds is told as lost."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import Any

import pytest

from debate.model import Claim, Debate, Outcome, Position, Question, Source
from debate.model.annotations import NO_ANNOTATIONS, Annotation, Lost
from debate.reasoning.evaluate import judge
from debate.reasoning.judgements import Judgements
from debate.writers import Options, get, names
from debate.writers.losses import Losses
from debate.writers.part import part
from debate.writers.unheld import _WITHIN, tell
from tests.support.build import build
from tests.support.formats import texts


def full(**more: Any) -> Debate:
    """Everything that a debate can have, each once at least, in words of its own."""
    claim = {
        "claim": "c", "id": "i", "question": "q", "option": "a", "scheme": "Schema",
        "weight": 0.3125, "credence": 0.4375, "tags": ["Tagged"], "ask": "Asking",
        "note": "Noted", "extra": {"k": "Strange", "l": "v"},
        "cite": {"source": "s", "page": "Paged", "words": "Worded"},
        "supports": [{"ref": "two.i", "note": "Again"}, "x", {"claim": "y", "weight": 0.3125}],
    }  # fmt: skip
    return build(
        {
            "one": {"speaker": "Speaking", "short": "Shorty", "role": "Roled", "note": "Sided",
                    "recommendations": [claim], "extra": {"k": "v"}},
            "two": {"claims": [
                {"claim": "d", "id": "i", "agrees_with": ["one.i"]},
                {"claim": "e", "clashes_with": ["one.i"]},
            ]},
        },
        title="Titled",
        questions={"q": {"ask": "Questioned", "options": {"a": "A"}, "standard": "scintilla"}},
        sources={
            "s": {"title": "S", "author": "Bo Ott", "publisher": "Published", "url": "http://a.b"},
            "t": {"title": "T", "url": "javascript:Hostile"},
        },
        outcome={"claim": "Ended", "cite": {"source": "t"}},
        date="2024",
        summary="Summed",
        **more,
    )  # fmt: skip


def told(name: str | None, debate: Debate, depth: int | None = None) -> list[str]:
    losses = Losses()
    mine = NO_ANNOTATIONS.write(0, "Mine").mark(0)
    notes = replace(mine, lost=(Lost("one.x", "Gone", Annotation("Orphaned")),))
    judged = judge(debate, Judgements().accept(0).believe(2, 0.75))
    options = Options(notes=notes, judged=judged, depth=depth, losses=losses)
    if name is None:
        tell(part(debate, options), options, frozenset())
    else:
        for _ in get(name).write(debate, options):
            pass
    return list(losses.lines())


def test_all_of_it_is_counted() -> None:
    assert [line.partition(":")[0] for line in told(None, full())] == [
        "1 title", "1 date", "1 summary", "1 outcome", "1 question", "2 sources", "2 citations",
        "1 speaker", "1 short name", "1 speaker's role", "1 side's note", "1 scheme", "2 weights",
        "1 credence", "1 tag", "1 discussion question", "1 note", "1 repeated claim's note",
        "1 agreeing pair", "1 clashing pair", "3 extra fields", "1 reader's note",
        "1 reader's mark", "1 orphaned note", "6 verdicts",
    ]  # fmt: skip
    assert told(None, full(), depth=0)[-1].startswith("3 cut-off claims: ")


def test_what_belongs_to_something_is_told_where_only_that_is_held() -> None:
    losses = Losses()
    debate = full()
    judged = judge(debate, Judgements().accept(0).believe(2, 0.75))
    options = Options(judged=judged, losses=losses)
    tell(part(debate, options), options, {"question", "source", "citation", "verdict"})
    said = {line.partition(":")[0] for line in losses.lines()}
    assert {"1 proof standard", "1 unfit link", "1 cited passage", "2 judgements"} <= said


def test_what_is_put_alike_is_said_together() -> None:
    losses = Losses()
    for what, how in (("tag", "left out"), ("undercut", "as a con"), ("note", "left out")):
        losses.add(what, how, 2)
    assert list(losses.grouped()) == ["2 tags, 2 notes: left out", "2 undercuts: as a con"]


def test_no_field_of_the_model_is_forgotten() -> None:
    """A new field makes this fail: then it is to be counted here, or written by every format."""
    known = {
        Claim: "text role id question option ref cite scheme weight credence tags ask note extra"
        " agrees_with clashes_with position parent depth ordinal end target",
        Debate: "title date summary outcome sources questions positions claims agreements clashes"
        " extra _ids _links",
        Position: "name speaker short role note start end extra",
        Question: "ask options standard",
        Source: "title author publisher date url",
        Outcome: "text cite",
    }
    for kind, listed in known.items():
        assert [field.name for field in fields(kind)] == listed.split()


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("dot", "unfit link, extra field, judgement"),
        ("graphml", "extra field, judgement"),
        ("canvas", "unfit link, extra field"),
        ("bibtex", "claim, unfit link"),
        ("csl", "claim, unfit link"),
        ("markdown", "unfit link, extra field"),
        ("text", "unfit link, extra field"),
        ("html", "unfit link, extra field"),
        ("json", ""),
        ("yaml", "reader's note, reader's mark, orphaned note, verdict"),
        ("docx", "extra field"),
        ("xmind", "extra field"),
        ("pdf", "extra field"),
        ("opml", "reader's mark, orphaned note, judgement"),
        ("freemind", "reader's mark, orphaned note, judgement"),
        ("csv", "title, date, summary, outcome, proof standard, source, speaker's role,"
         " side's note, extra field, orphaned note, judgement"),
        ("anki", "date, summary, proof standard, source, side's note, extra field, orphaned note,"
         " judgement"),
        ("mermaid", "proof standard, source, cited passage, speaker's role, side's note, tag,"
         " discussion question, note, repeated claim's note, extra field, judgement"),
        ("svg", "summary, outcome, proof standard, source, citation, speaker, speaker's role,"
         " side's note, scheme, weight, credence, tag, discussion question, note,"
         " repeated claim's note, extra field, reader's note, reader's mark, orphaned note,"
         " judgement"),
    ],
)  # fmt: skip
def test_what_each_format_loses(name: str, kinds: str) -> None:
    lost = [re.split(r"\d+ |:", line)[1] for line in told(name, full())]
    assert [noun.removesuffix("s") for noun in lost] == list(filter(None, kinds.split(", ")))


@pytest.mark.parametrize("name", sorted({*names()} - {"pdf", "png", "bibtex", "csl"}))
def test_what_is_not_told_is_there(name: str) -> None:
    words = {
        "title": "Titled", "date": "2024", "summary": "Summed", "outcome": "Ended",
        "question": "Questioned", "proof standard": "scintilla", "source": "Published",
        "citation": "Paged", "cited passage": "Worded", "unfit link": "javascript:Hostile",
        "speaker": "Speaking", "short name": "Shorty", "speaker's role": "Roled",
        "side's note": "Sided", "scheme": "Schema", "weight": "0.3125", "credence": "0.4375",
        "tag": "Tagged", "discussion question": "Asking", "note": "Noted",
        "repeated claim's note": "Again", "extra field": "Strange", "reader's note": "Mine",
        "orphaned note": "Orphaned",
    }  # fmt: skip
    debate = full()
    lost = {re.split(r"\d+ |:", line)[1].removesuffix("s") for line in told(name, debate)}
    if "cited place" in lost:  # Kialo's: of a citation it has the source
        lost |= {"citation", "cited passage"}
    mine = NO_ANNOTATIONS.write(0, "Mine")
    notes = replace(mine, lost=(Lost("one.x", "Gone", Annotation("Orphaned")),))
    whole = " ".join(texts(name, debate, Options(notes=notes)).values())
    missing = {noun for noun, word in words.items() if word not in whole}
    assert {noun for noun in missing if not {noun, _WITHIN.get(noun)} & lost} == set()
