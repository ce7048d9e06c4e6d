"""A reader's notes in every format: told apart, escaped, with their claims, or not at all."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest

from debate import export
from debate.model import Debate
from debate.model.annotations import NO_ANNOTATIONS, Annotation, Annotations, Lost
from debate.readers.annotations import read
from debate.writers import Options, accessible
from debate.writers.part import part
from tests.support.build import build
from tests.support.formats import TEXTUAL, whole
from tests.support.hostile import TEXTS, hostile
from tests.support.walking import everything


@pytest.fixture
def debate() -> Debate:
    return everything()


@pytest.fixture
def notes(debate: Debate) -> Annotations:
    found = NO_ANNOTATIONS.write(debate.find("ann.good"), "Is *it*?\n- <b>Really</b>").mark(0)
    lost = Lost("ann.old", "It was said.", Annotation("Kept."))
    return found.joined(Annotations(lost=(lost,)))


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("markdown", ["**1** ★ *rec", "**Reader's note**: Is \\*it\\*?\\\n", "\\- \\<b\\>Really"]),
        ("text", ["● 1 ★ rec", "| Reader's note:\n      | Is *it*?\n      | - <b>Really</b>"]),
        ("html", [">★</span>", "<b>Reader's note</b> <p dir=auto>Is *it*?</p>", "&lt;b&gt;Rea"]),
    ],
)
def test_notes_are_told_apart_and_escaped(
    debate: Debate, notes: Annotations, name: str, parts: list[str]
) -> None:
    text = export(debate, name, notes=notes)
    for part_of_it in [*parts, "Notes on claims that are no longer there", "ann.old: It was said."]:
        assert part_of_it in text
    assert "Seen twice." in text  # the debate's own note is there besides
    assert "<b>Really" not in text.replace("| - <b>Really", "")


def test_the_json_has_them_as_a_file_of_notes_does(debate: Debate, notes: Annotations) -> None:
    data = json.loads(export(debate, "json", notes=notes))
    assert read(json.dumps({"notes": data["notes"]}), "f", debate) == notes


def test_the_linear_reading_says_them(debate: Debate, notes: Annotations) -> None:
    text = "".join(accessible.write(debate, Options(notes=notes)))
    assert "Reader's note: Is *it*? - <b>Really</b>." in text
    assert "Marked. 1 condition" in text
    assert "ann.old: It was said. Reader's note: Kept." in text


@pytest.mark.parametrize("name", TEXTUAL)
def test_without_notes_a_file_is_as_it_was(debate: Debate, name: str) -> None:
    plain = whole(name, debate)
    if name != "json":  # an empty list says that there are none
        assert whole(name, debate, Options(notes=NO_ANNOTATIONS)) == plain
    if name == "yaml":
        assert export(debate, name, notes=NO_ANNOTATIONS.write(0, "Mine.")) == plain


def test_notes_go_with_their_claims_into_a_part(debate: Debate, notes: Annotations) -> None:
    bo = part(debate, Options(sides=("bo",), notes=notes))
    assert not bo.notes
    ann = part(debate, Options(sides=("background", "ann"), depth=1, notes=notes))
    found = {ann.debate.name(row): note for row, note in ann.notes.rows.items()}
    assert [*found] == ["ann.good", "ann.go"]


def test_a_note_follows_the_claim_into_the_row_that_becomes_it() -> None:
    far = {"claim": "Far down.", "id": "far"}
    deep = {"claim": "a", "supports": [{"claim": "b", "supports": [far]}]}
    debate = build({"ann": {"claims": [deep, {"ref": "far"}]}})
    notes = NO_ANNOTATIONS.write(debate.find("ann.far"), "Mine.")
    chosen = part(debate, Options(depth=0, notes=notes))
    assert [chosen.debate.text(row) for row in chosen.notes.rows] == ["Far down."]


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.seen.add(tag)


def test_hostile_notes_stay_text() -> None:
    debate = hostile()
    rows = [row for row, claim in enumerate(debate.claims) if claim.target < 0]
    notes = NO_ANNOTATIONS
    texts = [*TEXTS, "<script>alert(1)</script>", "\x1b[31m# a\n> b"]
    for row, text in zip(rows, texts, strict=False):
        notes = notes.write(row, text)
    plain, noted = _Tags(), _Tags()
    plain.feed(export(debate, "html"))
    noted.feed(export(debate, "html", notes=notes))
    assert noted.seen == plain.seen
    for name in TEXTUAL:
        assert "\x1b" not in str(whole(name, debate, Options(notes=notes)))
