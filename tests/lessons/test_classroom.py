"""A class under way: its slides, its time, its counts, and taking them back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from debate.lessons import timing
from debate.lessons.classroom import Classroom
from debate.lessons.record import PRESET, Record, Stage, Vote
from debate.lessons.slides import Slide, slides
from debate.lessons.votes import tally
from tests.support.classes import DRY, MEETING, Watch, record


def classroom(made: Record | None = None) -> tuple[Classroom, Watch, list[Record]]:
    kept: list[Record] = []
    watch = Watch()
    return Classroom(made or record(), kept.append, watch), watch, kept


def test_the_preset_takes_a_lesson() -> None:
    assert [(stage.phase, stage.minutes) for stage in PRESET if stage.minutes] == [
        ("predict", 5), ("walk", 12), ("judge", 13), ("crux", 8), ("again", 7),
    ]  # fmt: skip
    assert sum(stage.minutes for stage in PRESET) == 45


def test_the_slides_follow_the_plan() -> None:
    made = [(slide.phase, slide.kind, slide.on, slide.round) for slide in slides(record())]
    assert made == [
        ("predict", "predict", "q", 1),
        ("predict", "vote", "q", 1),
        ("predict", "vote", "ann.dry", 1),
        ("predict", "vote", "ann.late", 1),
        ("predict", "first", "", 1),
        ("walk", "walk", "", 1),
        ("judge", "judge", "ann.dry", 1),
        ("judge", "judge", "ann.late", 1),
        ("judge", "stands", "", 1),
        ("crux", "divided", "", 1),
        ("crux", "crux", "", 1),
        ("again", "vote", "q", 2),
        ("again", "vote", "ann.dry", 2),
        ("again", "vote", "ann.late", 2),
        ("again", "shift", "", 2),
        ("again", "stands", "", 2),
        ("again", "end", "", 1),
    ]


def test_a_plan_without_a_prediction_still_votes_twice_and_hides_nothing() -> None:
    made = record(plan=(Stage("predict", 0), Stage("discuss", 9), Stage("again", 5)))
    kinds = [(slide.kind, slide.round) for slide in slides(made) if slide.on == "q"]
    assert kinds == [("vote", 1), ("vote", 2)]
    assert not made.hidden


@pytest.mark.parametrize("items", [(), (MEETING,), (DRY,)])
@pytest.mark.parametrize("plan", [(), (Stage("again", 1),), PRESET])
def test_every_class_has_an_end(items: tuple[object, ...], plan: tuple[Stage, ...]) -> None:
    assert slides(record(items=items, plan=plan))[-1].kind == "end"


def test_a_phase_s_timer_starts_with_it_and_waits_while_one_is_elsewhere() -> None:
    room, watch, _ = classroom()
    room.begin()
    watch.later(60)
    assert room.left == 240
    room.leap(1)
    assert (room.phase, room.left, room.runs) == ("walk", 720, True)
    watch.later(100)
    room.step(-1)
    assert (room.phase, room.left) == ("predict", 240)
    watch.later(1000)
    room.step(1)
    assert room.left == 620


def test_the_timer_stops_runs_on_and_gets_longer() -> None:
    room, watch, _ = classroom()
    room.begin()
    watch.later(30)
    room.pause()
    watch.later(1000)
    assert (room.left, room.runs) == (270, False)
    room.longer(1)
    assert (room.left, room.runs) == (330, False)
    room.pause()
    watch.later(400)
    assert room.left == -70
    room.longer(1)
    assert room.left == 60
    room.halt()
    watch.later(500)
    assert room.left == 60


def test_after_a_crash_the_time_has_gone_on_but_not_for_days() -> None:
    room, watch, kept = classroom()
    room.begin()
    watch.later(60)
    assert timing.left(timing.resumed(kept[-1], watch()), "predict", watch()) == 240
    watch.later(86_400)
    again = timing.resumed(kept[-1], watch())
    assert timing.left(again, "predict", watch()) == 0
    assert not timing.runs(again, "predict")


def test_every_change_is_told() -> None:
    room, _, kept = classroom()
    room.count(1, "q", "go", 1)
    room.count(1, "q", "go", 17)
    room.predict("q", "go")
    room.note(" a note\n")
    room.people(28)
    room.step(1)
    assert len(kept) == 6
    assert kept[-1] == room.record
    assert room.record.notes[0].text == "a note"
    room.note("  ")
    room.predict("q", "go")
    assert len(kept) == 6


def test_a_count_typed_digit_by_digit_is_undone_at_once() -> None:
    room, _, _ = classroom()
    for number in (1, 17):
        room.count(1, "q", "go", number)
    room.settle()
    room.count(1, "q", "stay", 9)
    assert room.undo() == "the first vote on Go or stay?"
    assert tally(room.record, 1, "q") == {"go": 17, "stay": 0}
    room.undo()
    assert tally(room.record, 1, "q") is None
    assert room.undo() is None
    room.redo()
    room.redo()
    assert tally(room.record, 1, "q") == {"go": 17, "stay": 9}
    assert room.redo() is None


def test_undo_leaves_one_where_one_is() -> None:
    room, watch, _ = classroom()
    room.begin()
    room.count(1, "ann.dry", "agree", 3)
    room.step(3)
    watch.later(5)
    room.undo()
    assert room.record.at == 3
    assert room.left == 295
    assert room.record.votes == ()


@pytest.mark.parametrize("number", [-1, 10_000])
def test_a_count_that_no_room_holds_is_refused(number: int) -> None:
    room, _, kept = classroom()
    with pytest.raises(ValueError, match="is not from 0"):
        room.count(1, "q", "go", number)
    assert kept == []


def test_other_votes_make_what_followed_void() -> None:
    room, _, _ = classroom(record(Vote(1, "ann.dry", {"agree": 1})))
    from debate.lessons.record import Finding

    room.found((Finding(1, "q", "go"),))
    room.note("kept")
    assert room.record.findings
    room.count(1, "ann.dry", "agree", 2)
    assert not room.record.findings


def test_verdicts_are_hidden_until_every_question_is_predicted_or_the_class_is_over() -> None:
    room, _, _ = classroom()
    assert room.record.hidden
    room.predict("q", None)
    assert not room.record.hidden
    room.undo()
    assert room.record.hidden
    room.end()
    assert not room.record.hidden


def test_one_leaps_to_phases_and_stays_at_the_ends() -> None:
    room, _, _ = classroom()
    assert not room.step(-1)
    seen = []
    while room.leap(1):
        seen.append(room.slide)
    assert [slide.phase for slide in seen[:4]] == ["walk", "judge", "crux", "again"]
    assert room.slide.kind == "end"
    room.leap(-1)
    assert room.slide == Slide("again", "vote", "q", 2)
    room.leap(-1)
    assert room.slide == Slide("crux", "divided")


def test_a_place_beyond_the_end_is_the_end() -> None:
    assert classroom(replace(record(), at=999))[0].slide.kind == "end"
