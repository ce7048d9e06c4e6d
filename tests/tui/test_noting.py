"""Marks and notes of a session: made, taken back in turn with judgements, kept, and never lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from debate.model.annotations import NO_ANNOTATIONS, Annotation, Annotations, Lost
from debate.tui import home
from debate.tui.notebook import Notebook, load, save
from debate.tui.session import Session
from tests.support.walking import everything


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session(everything(), tmp_path / "debate")


def test_marks_notes_and_judgements_are_undone_in_the_order_they_were_made(
    session: Session,
) -> None:
    noting, judging, undoing = session.noting, session.judging, session.undoing
    noting.write(0, "Mine.")
    judging.toggle(1, "accept")
    noting.toggle(0)
    assert undoing.undo() == "mark on Ann 1"
    assert noting.of(0) == Annotation("Mine.")
    assert undoing.undo() == ""
    assert not judging.judgements
    assert noting.of(0).note
    assert undoing.undo() == "note on Ann 1"
    assert undoing.undo() is None
    assert [undoing.redo() for _ in range(4)] == ["note on Ann 1", "", "mark on Ann 1", None]
    assert noting.of(0) == Annotation("Mine.", True)
    noting.clear(0)
    undoing.undo()
    assert noting.of(0) == Annotation("Mine.", True)


def test_what_changes_nothing_is_not_undone(session: Session) -> None:
    session.noting.write(0, "  ")
    assert session.noting.count == 0
    assert session.undoing.undo() is None


def test_a_row_that_repeats_a_claim_has_what_is_written_on_the_claim(session: Session) -> None:
    debate = session.debate
    again = next(row for row, claim in enumerate(debate.claims) if claim.target >= 0)
    session.noting.write(again, "Said twice.")
    session.noting.toggle(again)
    assert session.noting.annotations.rows == {
        debate.claims[again].target: Annotation("Said twice.", True)
    }
    assert session.noting.of(again).marked


def test_the_next_mark_is_sought_round_the_end(session: Session) -> None:
    noting = session.noting
    assert noting.next_mark(0) is None
    noting.toggle(2)
    noting.toggle(8)
    assert [noting.next_mark(row) for row in (0, 2, 5, 8, 11)] == [2, 8, 8, 2, 2]


def test_a_note_on_a_claim_that_is_gone_is_rewritten_and_removed(session: Session) -> None:
    lost = Lost("gone.x", "It was.", Annotation("Old."))
    noting = session.noting
    noting.take(Annotations(lost=(lost,)), "all")
    noting.rewrite(lost, "New.")
    assert noting.annotations.lost == (Lost("gone.x", "It was.", Annotation("New.")),)
    noting.rewrite(noting.annotations.lost[0], "")
    assert not noting.annotations
    session.undoing.undo()
    noting.forget(noting.annotations.lost[0])
    assert not noting.annotations


# ---------------------------------------------------------------------- the file


def kept(session: Session) -> Notebook:
    book = Notebook(session.key, session.debate)
    assert book.recall() == (NO_ANNOTATIONS, "")
    return book


def test_what_is_kept_is_there_the_next_time(session: Session) -> None:
    mine = NO_ANNOTATIONS.write(0, "Two\nlines.").mark(3)
    kept(session).keep(mine)
    assert Notebook(session.key, session.debate).recall() == (mine, "")


def test_nothing_is_written_where_nothing_is_made(session: Session) -> None:
    kept(session).keep(NO_ANNOTATIONS)
    assert not home.data().exists()


def test_another_window_loses_nothing_and_what_was_removed_stays_removed(
    session: Session,
) -> None:
    common = NO_ANNOTATIONS.write(0, "Both.").write(1, "To go.")
    kept(session).keep(common)
    one, other = (Notebook(session.key, session.debate) for _ in range(2))
    one.recall()
    other.recall()
    one.keep(common.mark(5))
    together = other.keep(common.write(1, "").write(2, "Other."))
    assert together == NO_ANNOTATIONS.write(0, "Both.").write(2, "Other.").mark(5)
    assert load(other.path, session.debate) == together


@pytest.mark.parametrize(
    "content", [b"{", b"\xff\xfe", b"[]", b'{"notes": [{"name": "ann.go", "colour": "red"}]}']
)
def test_a_broken_file_is_set_aside_and_told(session: Session, content: bytes) -> None:
    home.data().mkdir(parents=True)
    path = home.notes(session.key)
    for name in ("broken", "broken-2"):
        path.write_bytes(content)
        found, told = Notebook(session.key, session.debate).recall()
        if content == b"[]":  # an empty list says nothing, and breaks nothing
            assert (found, told) == (NO_ANNOTATIONS, "")
            return
        aside = path.with_name(f"{path.name}.{name}")
        assert aside.read_bytes() == content
        assert f"set aside, in {aside.name}:" in told
        assert not path.exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read and write everything")
def test_a_file_that_cannot_be_read_is_not_replaced(session: Session) -> None:
    home.data().mkdir(parents=True)
    path = home.notes(session.key)
    path.write_text("precious")
    path.chmod(0)
    book = Notebook(session.key, session.debate)
    assert book.recall() == (NO_ANNOTATIONS, "Your notes cannot be read: Permission denied.")
    with pytest.raises(OSError):
        book.keep(NO_ANNOTATIONS.mark(0))
    path.chmod(0o600)
    assert path.read_text() == "precious"


def test_a_file_to_hand_in_is_read_by_the_reader(session: Session, tmp_path: Path) -> None:
    mine = NO_ANNOTATIONS.write(0, "\x1b]0;owned\x07Mine \u202eenim.")
    save(tmp_path / "notes.json", mine, session.debate)
    assert load(tmp_path / "notes.json", session.debate).of(0).note == "]0;ownedMine enim."
