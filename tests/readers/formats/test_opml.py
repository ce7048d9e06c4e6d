"""OPML: other people's outlines, and what is no OPML."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from debate import bundled, load
from debate.model import Role
from debate.model.text import one_line
from debate.readers.making import NO_TEXT
from debate.readers.outlines import signed
from tests.support.reading import reading, said, sound, written
from tests.support.shared import shared

OUTLINE = """<?xml version="1.0"?>
<opml version="2.0"><head><title>Cats</title><ownerName>Ann</ownerName></head>
<body>
 <outline text="Cats are better" created="today">
  <outline text="+ They are clean" _note="All day"/>
  <outline text="Con: They scratch"><outline text="only if: you tease them"/></outline>
  <outline text="They purr" type="link" url="https://example.org/purr"/>
 </outline>
 <outline text="Dogs are better"/>
</body></opml>
"""


def test_signs_and_words_say_roles_and_the_rest_supports() -> None:
    debate = sound("opml", OUTLINE)
    assert debate.title == "Cats"
    assert [side.name for side in debate.positions] == ["cats-are-better", "dogs-are-better"]
    assert [(claim.role, claim.text) for claim in debate.claims] == [
        (Role.THESIS, "Cats are better"),
        (Role.SUPPORT, "They are clean"),
        (Role.SUPPORT, "They purr"),
        (Role.OBJECTION, "They scratch"),
        (Role.CONDITION, "you tease them"),
        (Role.THESIS, "Dogs are better"),
    ]
    assert debate.claims[1].note == "All day"
    assert debate.claims[0].extra == {"opml": {"created": "today"}}
    assert debate.extra == {"opml": {"head": {"ownerName": "Ann"}}}
    assert debate.sources[debate.claims[2].cite[0].source].url == "https://example.org/purr"
    assert said("opml", OUTLINE) == ["7:1 unsigned"]


def outlined(items: str, title: str = "") -> str:
    head = f"<head><title>{title}</title></head>"
    return f'<opml version="2.0">{head}<body>{items}</body></opml>'


def test_what_stands_below_pro_and_con_is_for_and_against() -> None:
    groups = """<outline text="Pro:"><outline text="They pollute"/></outline>
    <outline text="Con" _note="so far"><outline text="Freedom"/><outline text="+ Space"/></outline>
    <outline text="Cons"/>"""
    debate = sound("opml", outlined(f'<outline text="Cars should go">{groups}</outline>'))
    expected = [
        (Role.THESIS, "Cars should go"),
        (Role.SUPPORT, "They pollute"),
        (Role.SUPPORT, "Space"),
        (Role.SUPPORT, "Cons"),  # nothing is below it
        (Role.OBJECTION, "Freedom"),
    ]
    assert [(claim.role, claim.text) for claim in debate.claims] == expected
    kept = {"groups": [{"text": "Con", "note": "so far"}]}
    assert debate.claims[0].extra == {"opml": kept}
    titled = sound("opml", outlined(groups, "Cars should go"))
    assert sorted((claim.role, claim.text) for claim in titled.claims) == sorted(expected)
    bare = sound("opml", outlined(groups))
    assert [
        (side.title, claim.text)
        for side in bare.positions
        for claim in bare.claims[side.start : side.end]
    ] == [("Pro:", "They pollute"), ("Con", "Freedom"), ("Con", "+ Space"), ("Cons", "Cons")]


def test_the_sign_of_a_single_root_is_kept() -> None:
    text = outlined('<outline text="Con: Cars should go"/>', "Traffic")
    assert [claim.text for claim in sound("opml", text).claims] == ["Con: Cars should go"]
    assert said("opml", text) == ["1:1 idle-sign"]


@pytest.mark.parametrize("text", ["+5% growth is unrealistic", "+49 30 1234", "+1 from me", "-1"])
def test_a_number_is_no_sign(text: str) -> None:
    assert signed(text) == (None, text)


def test_what_somebody_adds_in_an_outliner_is_a_claim() -> None:
    text = written("opml", load(bundled()))
    added = text.replace("</outline>\n", '<outline text="- But no"/></outline>\n', 1)
    before, debate = load(bundled()), sound("opml", added)
    assert len(debate.claims) == len(before.claims) + 1
    assert "But no" in [claim.text for claim in debate.claims]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("<opml", "1:1 xml"),
        ("<a></b>", "1:6 xml"),
        ("<a/>", "1:1 opml"),
        ("<opml/>", "1:1 opml"),
        ('<opml version="9"/>', "1:1 opml"),
        ('<opml version="2.0"><head/></opml>', "1:1 opml"),
        ('<opml version="2.0"><head/><body/></opml>', "1:28 opml"),
        ('<opml version="2.0"><head/><body>\n<outline/></body></opml>', "2:1 opml"),
        ('<!DOCTYPE a [<!ENTITY b "c">]>\n<a>&b;</a>', "1:13 doctype"),
        pytest.param("<a>" * 5000, "1:9001 too-deep", id="deep"),
        ('<?xml version="1.0" encoding="klingon"?><a/>', "1:1 encoding"),
        (b"\xff\xfe<", "1:2 xml"),
    ],
)
def test_what_is_no_opml_is_refused_with_the_reason(text: str | bytes, place: str) -> None:
    found = reading("opml", text)
    assert found.debate is None
    first = found.problems[0]
    assert f"{first.line}:{first.column} {first.code}" == place, first


def test_the_corpus_is_read_whole_or_refused() -> None:
    valid = {"valid.opml", "states.opml", "source.opml"}
    for path in sorted(shared("corpora", "opml").iterdir()):
        found = reading("opml", path.read_bytes(), path.name)
        wrong = [problem for problem in found.problems if problem.severity == "error"]
        assert bool(wrong) == (path.name not in valid), path.name
        assert all(problem.line for problem in wrong), path.name
        if path.name in valid:
            assert found.debate
            outlines = [*ElementTree.parse(path).iter("outline")]
            assert len(found.debate.claims) == len(outlines)
            wanted = {one_line(signed(one.get("text", ""))[1]) or NO_TEXT for one in outlines}
            assert {claim.text for claim in found.debate.claims} == wanted
