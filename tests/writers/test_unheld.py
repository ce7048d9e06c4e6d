"""Whatever a format does not say that it holds is told as lost."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from debate.model import Claim, Debate, Outcome, Position, Question, Source
from debate.model.annotations import NO_ANNOTATIONS
from debate.reasoning.evaluate import judge
from debate.reasoning.judgements import Judgements
from debate.writers import Options, get
from debate.writers.losses import Losses
from debate.writers.part import part
from debate.writers.unheld import tell
from tests.support.build import build


def full() -> Debate:
    """Everything that a debate can have, each once at least."""
    claim = {
        "claim": "c", "id": "i", "question": "q", "option": "a", "scheme": "s", "weight": 0.5,
        "credence": 0.5, "tags": ["t", "u"], "ask": "a", "note": "n", "extra": {"k": "v"},
        "cite": {"source": "s", "words": "w"}, "supports": [{"ref": "two.i", "note": "again"}, "x"],
    }  # fmt: skip
    return build(
        {
            "one": {"role": "r", "recommendations": [claim], "extra": {"k": "v"}},
            "two": {"note": "n", "claims": [{"claim": "d", "id": "i", "clashes_with": ["one.i"]}]},
        },
        questions={"q": {"ask": "?", "options": {"a": "A"}, "standard": "scintilla"}},
        sources={"s": {"title": "S"}},
        outcome={"claim": "o", "cite": {"source": "s"}},
        date="2024",
        summary="s",
    )


def told(name: str | None, debate: Debate) -> list[str]:
    losses = Losses()
    notes = NO_ANNOTATIONS.write(0, "own")
    judged = judge(debate, Judgements())
    options = Options(notes=notes, judged=judged, depth=0, losses=losses)
    if name is None:
        tell(part(debate, options), options, ())
    else:
        for _ in get(name).write(debate, options):
            pass
    return list(losses.lines())


def test_all_of_it_is_counted() -> None:
    assert told(None, full()) == [
        "1 title: left out", "1 date: left out", "1 summary: left out", "1 outcome: left out",
        "1 question: left out", "1 proof standard: left out", "2 side's descriptions: left out",
        "1 full reference: left out", "2 citations: left out", "1 cited passage: left out",
        "1 scheme: left out", "1 weight: left out", "1 credence: left out", "2 tags: left out",
        "1 discussion prompt: left out", "1 note: left out", "1 cross-link: left out",
        "2 own ids: left out", "2 extra fields: left out", "1 reader's note: left out",
        "2 verdicts: left out", "2 cut-off claims: left out",
    ]  # fmt: skip


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
    for kind, names in known.items():
        assert [field.name for field in fields(kind)] == names.split()


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("dot", ["2 extra fields"]),
        ("graphml", ["2 extra fields"]),
        ("canvas", ["2 own ids", "2 extra fields"]),
        ("bibtex", ["2 claims"]),
        ("csl", ["2 claims"]),
    ],
)
def test_what_each_format_loses(name: str, kinds: list[str]) -> None:
    assert [line.partition(":")[0] for line in told(name, full())] == kinds


@pytest.mark.parametrize("name", ["dot", "graphml", "canvas", "csv", "anki", "mermaid"])
def test_what_is_not_told_is_there(name: str) -> None:
    words = {
        "title": "Title", "date": "1999", "summary": "Sum", "scheme": "Sch", "tag": "Tag",
        "discussion": "Ask", "note": "Nota", "outcome": "Out", "question": "Quest",
        "cited": "Wrd", "side": "Rol", "full": "Refr",
    }  # fmt: skip
    debate = build(
        {"one": {"role": "Rol", "recommendations": [{
            "claim": "c", "question": "q", "option": "a", "scheme": "Sch", "tags": ["Tag"],
            "ask": "Ask", "note": "Nota", "cite": {"source": "s", "words": "Wrd"}}]}},
        title="Title", date="1999", summary="Sum", outcome={"claim": "Out"},
        questions={"q": {"ask": "Quest", "options": {"a": "A"}}},
        sources={"s": {"title": "x", "publisher": "Refr", "author": "Ann Lee"}},
    )  # fmt: skip
    lost = {re.split(r"[ :']", line)[1] for line in told(name, debate)}
    whole = "".join(get(name).write(debate, Options()))
    for kind, word in words.items():
        assert kind in lost or word in whole, kind
