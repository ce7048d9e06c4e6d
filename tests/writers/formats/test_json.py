"""JSON: the shape that programs rely on."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings

from debate.files import load
from debate.model import Debate
from debate.writers import export
from debate.writers.dumping import _deep
from tests.support.build import build
from tests.support.command import KERCH
from tests.support.strategies import debates


def exported(debate: Debate, **options: Any) -> Any:
    return json.loads(export(debate, "json", **options))


def test_the_whole_shape() -> None:
    debate = build(
        {
            "one": {
                "speaker": "Ann One", "short": "One", "role": "Expert",
                "recommendations": [{
                    "question": "q", "option": "a", "id": "do", "claim": "Do A.",
                    "cite": [{"source": "s", "paragraph": 2, "words": "a few words"},
                             {"source": "s", "paragraph": [3, 4], "page": "5", "at": "end"}],
                    "scheme": "practical reasoning", "weight": 0.5, "credence": 0.0,
                    "tags": ["x"], "ask": "Why?", "note": "n\nm", "extra": {"k": ["v"]},
                    "clashes_with": ["two.dont"],
                    "only_if": ["It is legal."],
                }],
            },
            "two": {"note": "a remark", "claims": [
                {"claim": "Don't.", "id": "dont", "supports": [{"ref": "one.do", "weight": 1.0}]},
            ]},
        },
        title="T", date="2018", summary="S",
        background=["B"],
        questions={"q": {"ask": "Which?", "options": {"a": "A", "b": "B"}}},
        sources={"s": {"title": "Source", "url": "https://a.b"}},
        outcome={"claim": "O", "cite": {"source": "s"}},
    )  # fmt: skip
    plain: dict[str, Any] = {"question": None, "option": None, "cite": [], "ref": None}
    assert exported(debate) == {
        "debate": "T", "date": "2018", "summary": "S",
        "outcome": {"claim": "O", "cite": [{"source": "s"}]},
        "sources": {"s": {"title": "Source", "author": None, "publisher": None, "date": None,
                          "url": "https://a.b"}},
        "questions": {"q": {"ask": "Which?", "options": {"a": "A", "b": "B"},
                            "standard": "preponderance"}},
        "positions": [
            {"name": "one", "speaker": "Ann One", "short": "One", "role": "Expert"},
            {"name": "two", "speaker": None, "short": None, "role": None, "note": "a remark"},
        ],
        "claims": [
            {"name": "one.do", "number": "1", "id": "do", "position": "one",
             "role": "recommendation", "parent": None, "depth": 0, "claim": "Do A.",
             "question": "q", "option": "a",
             "cite": [{"source": "s", "paragraph": 2, "words": "a few words"},
                      {"source": "s", "paragraph": [3, 4], "page": "5", "at": "end"}],
             "ref": None, "scheme": "practical reasoning", "weight": 0.5, "credence": 0.0,
             "tags": ["x"], "ask": "Why?", "note": "n\nm", "extra": {"k": ["v"]},
             "clashes_with": ["two.dont"]},
            {"name": "one:1.1", "number": "1.1", "id": None, "position": "one",
             "role": "condition", "parent": 0, "depth": 1, "claim": "It is legal.", **plain},
            {"name": "two.dont", "number": "1", "id": "dont", "position": "two",
             "role": "thesis", "parent": None, "depth": 0, "claim": "Don't.", **plain},
            {"name": "two:1.1", "number": "1.1", "id": None, "position": "two",
             "role": "support", "parent": 2, "depth": 1, "claim": "Do A.",
             **plain, "ref": "one.do", "weight": 1.0},
            {"name": "background:1", "number": "1", "id": None, "position": None,
             "role": "background", "parent": None, "depth": 0, "claim": "B", **plain},
        ],
    }  # fmt: skip


def test_parents_point_into_the_list_that_is_written() -> None:
    claims = exported(load(KERCH), sides=["otoole"], depth=1)["claims"]
    assert {claim["position"] for claim in claims} == {"otoole"}
    for claim in claims:
        if claim["parent"] is not None:
            assert claim["number"].startswith(claims[claim["parent"]]["number"] + ".")


@settings(max_examples=30)
@given(debates())
def test_every_name_finds_its_row(debate: Debate) -> None:
    for row, claim in enumerate(exported(debate)["claims"]):
        assert claim["name"] == debate.name(row)
        assert debate.find(claim["name"]) == row
        assert claim["number"] == debate.number(row)


def test_what_terminals_obey_is_escaped() -> None:
    text = export(build(title='"\\\x1b[2J\x7f\x9b\u2028\u202e\ud800é\N{ROCKET}'), "json")
    assert json.loads(text)["debate"] == '"\\\x1b[2J\x7f\x9b\u2028\u202e\ud800é\N{ROCKET}'
    assert "é\N{ROCKET}" in text
    assert text.replace("\n", "").isprintable()


def test_data_nested_to_any_depth() -> None:
    deep: Any = ["end", None, True, 1.5]
    for level in range(1_000):
        deep = {"k": deep, "l": "m"} if level % 2 else ["first", deep, []]
    text = export(build({"one": {"claims": [{"claim": "A", "extra": {"deep": deep}}]}}), "json")
    assert text.count('{"k": ["first", ') == 500
    assert '["end", null, true, 1.5]' in text
    shallow: Any = {"a": [{}, [], {"b": {"c": 1}}], "d": "e"}
    assert _deep(shallow) == json.dumps(shallow)
