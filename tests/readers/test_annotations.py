"""Notes and marks: saved and read they are the same, and a claim that moved is found again."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debate.model import Debate
from debate.model.annotations import NO_ANNOTATIONS, Annotation, Annotations, Lost
from debate.model.problem import InvalidDebate
from debate.model.text import many_lines, one_line
from debate.readers.annotations import read
from tests.support.build import build
from tests.support.hostile import TEXTS, hostile
from tests.support.maps import debates
from tests.support.walking import everything

_NOTES = st.one_of(st.text(max_size=40), st.sampled_from([*TEXTS, "\x1b[31mred\x07", "a\n\n- b"]))


def again(annotations: Annotations, debate: Debate) -> Annotations:
    text = json.dumps(annotations.as_json(debate), ensure_ascii=False)
    return read(text, "notes.json", debate)


@st.composite
def annotated(draw: st.DrawFn, debate: Debate) -> Annotations:
    found = NO_ANNOTATIONS
    for row in draw(st.lists(st.integers(0, len(debate.claims) - 1), max_size=6)):
        row = debate.meant(row)
        found = found.write(row, draw(_NOTES)) if draw(st.booleans()) else found.mark(row)
    return found


@settings(max_examples=30)
@given(debates(), st.data())
def test_what_is_saved_is_what_is_read(debate: Debate, data: st.DataObject) -> None:
    annotations = data.draw(annotated(debate))
    assert again(annotations, debate) == annotations


@given(st.data())
def test_hostile_debates_and_notes_are_read_back(data: st.DataObject) -> None:
    debate = hostile()
    row = data.draw(st.integers(0, len(debate.claims) - 1))
    annotations = NO_ANNOTATIONS.write(debate.meant(row), data.draw(_NOTES))
    found = again(annotations, debate)
    assert [found.of(row) for row in found.rows] == [*annotations.rows.values()]
    assert not found.lost


@given(st.lists(st.tuples(st.text(min_size=1, max_size=9), _NOTES, st.booleans()), max_size=4))
def test_notes_on_claims_that_are_gone_are_kept_as_they_are(
    entries: list[tuple[str, str, bool]],
) -> None:
    debate = build({"ann": {"claims": ["Something else entirely."]}})
    lost = {
        name: Lost(f"gone.{name}", "It was there.", Annotation(many_lines(note), marked))
        for name, note, marked in entries
        if one_line(name) == name and (many_lines(note) or marked)
    }
    annotations = Annotations(lost=tuple(lost.values()))
    assert again(annotations, debate) == annotations
    assert again(again(annotations, debate), everything()) == annotations


def numbered(*claims: str) -> Debate:
    return build({"ann": {"claims": [*claims]}, "bo": {"claims": ["Ants dig."]}})


@pytest.mark.parametrize(
    ("now", "row"),
    [
        (("Bees fly.", "Cats purr.", "Dogs bark."), 1),  # as it was
        (("Bees fly.", "New.", "Cats purr."), 2),  # another was put before it
        (("Bees fly.", "Cats often purr."), 1),  # reworded where it stands
        (("Cats purr.", "Bees fly.", "Cats purr."), None),  # two say so, neither by that number
        (("Bees fly.", "Some tariffs would be raised."), None),  # another claim has its number
    ],
)
def test_a_claim_without_an_id_is_found_by_what_it_says(
    now: tuple[str, ...], row: int | None
) -> None:
    before = numbered("Bees fly.", "Cats purr.", "Dogs bark.")
    text = json.dumps(NO_ANNOTATIONS.write(1, "Mine.").as_json(before))
    found = read(text, "notes.json", numbered(*now))
    assert [*found.rows] == ([] if row is None else [row])
    assert [lost.claim for lost in found.lost] == (["Cats purr."] if row is None else [])


def test_an_id_is_trusted_whatever_the_claim_says_now_and_a_lost_one_comes_back() -> None:
    before, after = (
        build({"ann": {"claims": [{"claim": text, "id": "a"}]}}) for text in ("Old.", "New words.")
    )
    annotations = NO_ANNOTATIONS.write(0, "Mine.").mark(0)
    text = json.dumps(annotations.as_json(before))
    assert read(text, "f", after) == annotations
    gone = read(text, "f", build({"bo": {"claims": ["Else."]}}))
    assert [lost.name for lost in gone.lost] == ["ann.a"]
    assert again(gone, before) == annotations


def test_what_people_write_by_hand() -> None:
    debate = everything()
    text = "notes:\n  - name: ann.go\n    note: |\n      One.\n      Two.\n    mark: yes\n"
    assert read(text, "notes.yaml", debate).rows == {0: Annotation("One.\nTwo.", True)}
    assert read("", "notes.yaml", debate) == NO_ANNOTATIONS


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ("note: []", "f:1:1", "no field note; did you mean 'notes'?"),
        ("notes: [{name: ann.go, nota: x}]", "f:1:24", "did you mean 'note'?"),
        ("notes: [{note: x}]", "f:1:9", "needs the name of its claim; write name: fried.meet"),
        ("notes: [{name: ann.go, mark: maybe}]", "f:1:30", "maybe is neither true nor false"),
        ("notes: {ann.go: x}", "f:1:8", "here belongs a list"),
        ("notes: [{name: ann.go, note: [x]}]", "f:1:30", "here belongs text"),
        ("notes: [x]", "f:1:9", "here belong name, claim, note, mark"),
        ("notes: [", "f:2:1", ""),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, where: str, what: str) -> None:
    with pytest.raises(InvalidDebate) as refused:
        read(text, "f", everything())
    told = [str(problem) for problem in refused.value.problems]
    assert any(line.startswith(where) and what in line for line in told), told


def test_two_notes_on_one_claim_are_joined_and_nothing_is_said_twice() -> None:
    one, other = NO_ANNOTATIONS.write(0, "I know."), NO_ANNOTATIONS.write(0, "no").mark(0)
    both = one.joined(other)
    assert both.of(0) == Annotation("I know.\n\nno", True)
    assert both.joined(other) == both.joined(one) == both


def test_only_what_changed_since_is_new() -> None:
    before = NO_ANNOTATIONS.write(0, "a").mark(1)
    after = before.write(0, "b").mark(2)
    assert after.since(before) == NO_ANNOTATIONS.write(0, "b").mark(2)
