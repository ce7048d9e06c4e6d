"""A class by show of hands, from the choice of what to vote on to its record."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.widgets import OptionList

from debate.lessons.keeping import write
from debate.lessons.record import Record, Vote
from debate.tui import classes
from debate.tui.pages.lesson import titles
from debate.tui.screens.asking import Asking
from debate.tui.screens.chooser import Chooser
from debate.tui.screens.classplan import PlanScreen
from debate.tui.screens.classrecord import RecordScreen
from debate.tui.screens.classroom import ClassScreen
from debate.tui.widgets.page import Page
from debate.tui.widgets.standing import Standing
from debate.tui.widgets.timer import ClassStrip, Timer, drawn
from tests.support.build import build
from tests.support.classes import record
from tests.support.hostile import EMPTY, hostile
from tests.support.walking import Walk, everything, walking

#: Two questions fewer than usual: one, with one claim, so that a class is soon over.
SMALL = build(
    {
        "ann": {
            "speaker": "Ann",
            "recommendations": [
                {"question": "q", "option": "go", "claim": "Go.", "id": "go",
                 "only_if": [{"claim": "It is dry.", "id": "dry"}]}
            ],
        },
        "bo": {
            "speaker": "Bo",
            "recommendations": [{"question": "q", "option": "stay", "claim": "Stay."}],
        },
    },
    title="Shall we go?",
    questions={"q": {"ask": "Go or stay?", "options": {"go": "Go", "stay": "Stay"}}},
)  # fmt: skip


async def press(walk: Walk, keys: str) -> None:
    """Press keys, named between blanks."""
    for key in keys.split():
        await walk.pilot.press(key)
    await walk.pilot.pause()


def seen(walk: Walk) -> str:
    """The page of the screen that is shown, whole."""
    return "\n".join(line.plain for line in walk.app.screen.query_one(Page)._sheet.lines)


def headline(walk: Walk) -> str:
    """What stands above it: the line as it is drawn, and the text that is drawn large."""
    assert isinstance(walk.app.screen, ClassScreen)
    room = walk.app.screen.classroom
    above = str(walk.app.screen.query_one("#headline").render()).partition("\n")[0]
    return f"{above}\n{titles(room.record, room.slide)[1]}"


def kept(walk: Walk) -> Record:
    """The class as it lies on the disk."""
    assert walk.app.session is not None
    return classes.load(classes.paths(walk.app.session.key)[0])


async def test_a_whole_class(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with walking(SMALL, tmp_path) as walk:
        await press(walk, "H")
        assert isinstance(walk.app.screen, PlanScreen)
        assert "The plan: 45 minutes" in seen(walk)
        assert seen(walk).count("[x]") == 2
        await press(walk, "b")
        assert "which answer will stand" in headline(walk)
        assert "Go or stay?" in headline(walk)
        await press(walk, "number_sign 1 0 enter")
        assert kept(walk).people == 10

        await press(walk, "1 pagedown")  # predicted: go
        assert "the first vote" in headline(walk)
        await press(walk, "8 enter 2 enter")
        assert "Ann 1.1" in headline(walk)
        assert kept(walk).votes == (Vote(1, "q", {"go": 8, "stay": 2}),)
        await press(walk, "2 enter 1 enter 7 enter")
        assert re.search(r"Go +█+╌+ +8 +80 %", seen(walk))
        assert re.search(r"Disagree +█+╌+ +7 +70 %", seen(walk))

        await press(walk, "pagedown")
        assert "Walk through the argument" in headline(walk)
        await press(walk, "w")
        assert walk.app.screen.query(ClassStrip)
        assert "12:00" in str(walk.app.screen.query_one(ClassStrip).render())
        await press(walk, "ctrl+t B r i n g space c o a t s enter H")
        assert kept(walk).notes[0].text == "Bring coats"
        assert kept(walk).notes[0].phase == "walk"

        await press(walk, "pagedown")
        assert "It is dry." in headline(walk)
        assert "Disagree 7" in seen(walk)
        await press(walk, "pagedown")
        assert "✓  Stay stands" in seen(walk)
        assert "You predicted: Go (not as predicted). You voted for: Go (80 %)." in seen(walk)
        assert "✗ falls" in seen(walk)

        await press(walk, "pagedown")
        assert "leaning one way  0.35" in seen(walk)  # 2 agree, 1 is unsure, 7 disagree
        await press(walk, "pagedown")
        await walk.app.workers.wait_for_complete()
        await walk.pilot.pause()
        assert "Ann “Go” would stand if you" in seen(walk)

        await press(walk, "pagedown 3 enter 7 enter 9 enter 0 enter 1 enter")
        assert "How did you move?" in headline(walk)
        assert re.search(r"before ▒+╌+ +8 +80 %", seen(walk))
        assert re.search(r"after +█+╌+ +3 +30 % +−50", seen(walk))
        assert "agree +70 · unsure −10 · disagree −60" in seen(walk)
        await press(walk, "pagedown")
        assert "After the first vote: Stay stands." in seen(walk)
        await press(walk, "pagedown enter")
        assert isinstance(walk.app.screen, RecordScreen)
        assert "Bring coats" in seen(walk)
        assert "10 people" in seen(walk)
        await press(walk, "x")
        await press(walk, "end backspace backspace backspace backspace m d enter escape escape")
        [page] = tmp_path.glob("class-*.md")
        assert "| Go | 8 (80 %) | 3 (30 %) | −50 |" in page.read_text("utf-8")
        assert kept(walk).ended is not None
        assert walk.app.classroom is None

        await press(walk, "H")
        assert isinstance(walk.app.screen, Chooser)
        choices = walk.app.screen.query_one(OptionList)
        told = [str(choices.get_option_at_index(n).prompt) for n in range(choices.option_count)]
        assert told[0] == "Start a new class"
        assert told[1].startswith("Look at the class of ")
        await press(walk, "down enter")
        assert isinstance(walk.app.screen, RecordScreen)
        await press(walk, "g")
        assert "That was the class" in headline(walk)
        assert kept(walk).ended is None


async def test_a_class_is_gone_on_with_where_it_was(tmp_path: Path) -> None:
    async with walking(SMALL, tmp_path) as walk:
        await press(walk, "H b 1 pagedown 8 enter 2 escape")
        assert walk.app.classroom is None
        assert not classes.load(classes.paths()[0]).timers[0].ends
    async with walking(SMALL, tmp_path) as walk:
        await press(walk, "H")
        choices = walk.app.screen.query_one(OptionList)
        assert str(choices.get_option_at_index(0).prompt).startswith("Go on with the class of ")
        assert "Predict" in str(choices.get_option_at_index(0).prompt)
        await press(walk, "enter")
        assert "the first vote" in headline(walk)
        assert kept(walk).votes == (Vote(1, "q", {"go": 8, "stay": 2}),)
        timer = walk.app.screen.query_one(Timer)
        assert timer.classroom.left > 200
        assert not timer.classroom.runs


async def test_counts_are_typed_corrected_and_undone(tmp_path: Path) -> None:
    async with walking(SMALL, tmp_path) as walk:
        await press(walk, "H b 3 pagedown 1 7")
        assert kept(walk).predictions[0].option is None
        assert kept(walk).votes[0].counts == {"go": 17}
        await press(walk, "backspace")
        assert kept(walk).votes[0].counts == {"go": 1}
        await press(walk, "down 9")
        assert kept(walk).votes[0].counts == {"go": 1, "stay": 9}
        await press(walk, "up 4")  # coming back, a digit begins a new count
        assert kept(walk).votes[0].counts == {"go": 4, "stay": 9}
        await press(walk, "z")
        assert kept(walk).votes[0].counts == {"go": 1, "stay": 9}
        await press(walk, "z z z")
        assert kept(walk).votes == ()
        assert kept(walk).predictions == ()
        await press(walk, "Z Z Z Z")
        assert kept(walk).votes[0].counts == {"go": 4, "stay": 9}
        assert walk.told[-1].startswith("Redone")
        await press(walk, "9 9 9 9 9 9")
        assert max(kept(walk).votes[0].counts.values()) <= 9999


@pytest.mark.parametrize("width", [60, 64])
async def test_what_stands_above_a_headline_is_broken_between_words(
    tmp_path: Path, width: int
) -> None:
    async with walking(SMALL, tmp_path, size=(width, 24)) as walk:
        await press(walk, "H b")
        drawn = walk.app.screen.query_one("#headline")
        lines = [drawn.render_line(y).text.strip() for y in range(2)]
        assert " ".join(lines) == "Predict: which answer will stand in the end?"


async def test_enter_after_a_number_keeps_what_was_predicted(tmp_path: Path) -> None:
    async with walking(SMALL, tmp_path) as walk:
        await press(walk, "H b 3 enter")
        assert kept(walk).predictions[0].option is None
        await press(walk, "2 enter")
        assert kept(walk).predictions[0].option == "stay"
        await press(walk, "pagedown pageup enter")  # coming back, the cursor is on it
        assert kept(walk).predictions[0].option == "stay"


@pytest.mark.parametrize(
    ("answer", "people", "goes"),
    [("enter", 5, False), ("down enter", 9, True), ("down down enter", 5, True),
     ("escape", 5, False)],
)  # fmt: skip
async def test_more_votes_than_people_are_asked_about(
    tmp_path: Path, answer: str, people: int, goes: bool
) -> None:
    async with walking(SMALL, tmp_path) as walk:
        await press(walk, "H b number_sign 5 enter 1 pagedown 9")
        assert "! 9 votes, but only 5 in the room" in seen(walk)
        await press(walk, "pagedown")
        assert isinstance(walk.app.screen, Chooser)
        await press(walk, answer)
        assert kept(walk).people == people
        assert ("Ann 1.1" in headline(walk)) == goes
        if goes:
            await press(walk, "pageup pagedown")  # not asked twice
            assert "Ann 1.1" in headline(walk)


async def test_verdicts_stay_hidden_until_the_prediction_is_made(tmp_path: Path) -> None:
    async with walking(SMALL, tmp_path) as walk:
        await press(walk, "n r")
        assert walk.app.screen.query_one(Standing).display
        await press(walk, "H b")
        await press(walk, "w")
        assert not walk.app.screen.query_one(Standing).display
        assert not any(sign in line for line in walk.lines for sign in "✓✗◌")
        for key in "W", "i", "T", "S":
            await press(walk, key)
            assert walk.told[-1] == "Verdicts are hidden until the class has predicted."
        await press(walk, "H pagedown pagedown 9 enter 0 enter 0 enter R")
        assert "Hidden until the class has predicted." in seen(walk)
        await press(walk, "escape } }")
        await press(walk, "pagedown")
        assert "Hidden until you have predicted." in seen(walk)
        await press(walk, "T")
        assert walk.told[-1] == "Verdicts are hidden until the class has predicted."
        await press(walk, "enter")
        assert "which answer will stand" in headline(walk)
        await press(walk, "2 w")
        assert walk.app.screen.query_one(Standing).display
        await press(walk, "H T w")
        assert walk.app.session is not None
        dry = walk.app.session.debate.find("ann.dry")
        assert walk.app.session.judging.judgements.credence == {dry: 1.0}


async def test_leaving_a_class_lifts_the_veil_and_takes_the_strips_away(tmp_path: Path) -> None:
    async with walking(SMALL, tmp_path) as walk:
        await press(walk, "n r H b o w")
        assert walk.app.screen.query(ClassStrip)
        await press(walk, "H escape")
        await walk.pilot.pause()
        assert not walk.app.screen.query(ClassStrip)
        assert walk.app.screen.query_one(Standing).display
        await press(walk, "ctrl+t")
        assert walk.told[-1] == "There is no class: H begins one."


async def test_the_plan_can_be_changed(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path, size=(80, 24)) as walk:
        await press(walk, "H + + down down enter")
        assert "The plan: 57 minutes" in seen(walk)  # 7 to predict, 10 to discuss
        await press(walk, "up enter")
        assert "The plan: 45 minutes" in seen(walk)
        await press(walk, "minus")  # nothing is less than nothing
        await press(walk, "down down down down down enter 1 0 a enter down enter")
        assert isinstance(walk.app.screen, Asking)
        await press(walk, "2 x 8 enter")
        await press(walk, "b")
        made = kept(walk)
        assert (made.group, made.people) == ("10a", 28)
        assert made.phases == ["predict", "discuss", "judge", "crux", "again"]
        assert made.minutes("predict") == 7


async def test_any_claim_can_be_found_and_voted_on(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await press(walk, "H slash u n d e r r a t e d enter")
        assert "[x] Ann 2  Walks are underrated." in seen(walk)
        await press(walk, "b")
        assert kept(walk).claims[0].text == "Walks are underrated."


async def test_a_class_about_nothing_does_not_begin(tmp_path: Path) -> None:
    async with walking(EMPTY, tmp_path) as walk:
        await press(walk, "H")
        assert "This debate asks no question." in seen(walk)
        assert "/ finds one" in seen(walk)
        await press(walk, "b")
        assert isinstance(walk.app.screen, PlanScreen)
        assert walk.told[-1] == "Choose at least one question or claim."
        await press(walk, "escape")
        assert classes.paths() == []


async def test_a_debate_without_questions_votes_on_claims(tmp_path: Path) -> None:
    debate = build({"ann": {"claims": [{"claim": "A.", "objections": ["B."]}]}})
    async with walking(debate, tmp_path) as walk:
        await press(walk, "H b")
        assert "the first vote" in headline(walk)
        await press(walk, "pagedown")
        assert "–" in seen(walk)
        while walk.app.classroom and walk.app.classroom.slide.kind != "end":
            await press(walk, "pagedown")
        assert "no second vote" in seen(walk)
        await press(walk, "enter")
        assert "–" in seen(walk)


@pytest.mark.parametrize(("size", "large"), [((80, 24), True), ((60, 16), False)])
async def test_a_headline_is_as_large_as_the_window_lets_it_be(
    tmp_path: Path, size: tuple[int, int], large: bool
) -> None:
    async with walking(SMALL, tmp_path, size=size) as walk:
        await press(walk, "H b pagedown pagedown")
        drawn_ = str(walk.app.screen.query_one("#headline").render())
        assert ("█" in drawn_) == large
        assert ("It is dry." in drawn_) != large


@pytest.mark.parametrize("size", [(60, 16), (200, 60)])
async def test_every_slide_shows_any_text(tmp_path: Path, size: tuple[int, int]) -> None:
    async with walking(hostile(), tmp_path, size=size, theme="ansi-dark") as walk:
        await press(walk, "H end b")
        room = walk.app.classroom
        assert room is not None
        for _ in room.slides:
            digit = "" if room.slide.kind == "walk" else "3"  # there it is a side's number
            await press(walk, f"{digit} down pagedown")
            if isinstance(walk.app.screen, Chooser):
                await press(walk, "escape")
        await walk.app.workers.wait_for_complete()
        await press(walk, "R end escape")
        assert isinstance(walk.app.screen, ClassScreen)


async def test_a_class_that_cannot_be_read_is_left_where_it_is(tmp_path: Path) -> None:
    async with walking(SMALL, tmp_path) as walk:
        assert walk.app.session is not None
        path = classes.new(walk.app.session.key, record().begun)
        classes.keep(path, record())
        path.write_text(write(record()).replace('"round"', '"rond"') + "]", "utf-8")
        await press(walk, "H")
        choices = walk.app.screen.query_one(OptionList)
        assert str(choices.get_option_at_index(1).prompt).startswith("Cannot be read: ")
        await press(walk, "down enter")
        assert "this is not JSON" in walk.told[-1]
        assert path.exists()


async def test_what_cannot_be_saved_is_told_once_and_the_class_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, record: Record) -> None:
        raise OSError(28, "No space left on device")

    async with walking(SMALL, tmp_path) as walk:
        monkeypatch.setattr(classes, "keep", full)
        await press(walk, "H b 1 pagedown 5 enter 3")
        assert walk.told == ["The class cannot be saved: No space left on device."]
        assert walk.app.classroom is not None
        assert walk.app.classroom.record.votes[0].counts == {"go": 5, "stay": 3}


async def test_the_timer_is_stopped_and_made_longer(tmp_path: Path) -> None:
    async with walking(SMALL, tmp_path) as walk:
        await press(walk, "H b")
        timer = walk.app.screen.query_one(Timer)
        await press(walk, "p")
        assert "paused" in str(timer.render())
        await press(walk, "+")
        assert 355 < timer.classroom.left <= 360
        await press(walk, "p")
        assert timer.classroom.runs


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(720, "12:00"), (59.2, "1:00"), (0.2, "0:01"), (0, "0:00"), (-0.5, "+0:00"), (-65, "+1:05")],
)
def test_time_is_said_as_on_a_clock(seconds: float, said: str) -> None:
    assert drawn(seconds) == said
