"""Two windows with one class: nothing that either wrote is lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from debate.lessons.record import Record
from debate.tui import classes
from debate.tui.screens.chooser import Chooser
from debate.tui.screens.classroom import ClassScreen
from tests.support.classes import record
from tests.support.walking import Walk, everything, walking


def kept(walk: Walk) -> dict[str, Record]:
    """All classes by the name of the group that was written into them last."""
    assert walk.app.session is not None
    found = [each for _, each in classes.listed(walk.app.session.key)]
    assert all(isinstance(each, Record) for each in found)
    return {each.group: each for each in found if isinstance(each, Record)}


async def collide(walk: Walk) -> Path:
    """A class is on, and another window writes to it; then it is changed here."""
    assert walk.app.session is not None
    path = classes.new(walk.app.session.key, record().begun)
    classes.keep(path, record(group="both"))
    await walk.pilot.press("H", "enter")
    await walk.until(lambda: isinstance(walk.app.screen, ClassScreen))
    assert walk.app.classroom is not None
    walk.app.classroom.people(11)
    assert kept(walk)["both"].people == 11
    classes.keep(path, replace(record(group="theirs"), people=99))
    walk.app.classroom.note("Ours alone.")
    await walk.until(lambda: isinstance(walk.app.screen, Chooser))
    assert kept(walk)["theirs"].people == 99, "nothing is written over"
    return path


@pytest.mark.parametrize("keys", [["enter"], ["down", "enter"]], ids=["theirs", "ours"])
async def test_one_goes_on_and_the_other_stays(tmp_path: Path, keys: list[str]) -> None:
    async with walking(everything(), tmp_path) as walk:
        path = await collide(walk)
        await walk.pilot.press(*keys)
        await walk.until(lambda: len(kept(walk)) == 2)
        await walk.until(lambda: isinstance(walk.app.screen, ClassScreen))
        ours = kept(walk)["both"]
        assert [note.text for note in ours.notes] == ["Ours alone."]
        assert kept(walk)["theirs"].people == 99
        group = "theirs" if len(keys) == 1 else "both"
        assert walk.app.classroom is not None
        assert walk.app.classroom.record.group == group
        walk.app.classroom.note("And on.")
        on = classes.load(path)
        assert (on.group, on.notes[-1].text) == (group, "And on.")


async def test_who_does_not_choose_loses_nothing(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await collide(walk)
        await walk.pilot.press("escape")
        await walk.until(lambda: isinstance(walk.app.screen, ClassScreen))
        assert walk.app.classroom is not None
        walk.app.classroom.note("Asked again.")
        await walk.until(lambda: isinstance(walk.app.screen, Chooser))
        walk.app.keep_unkept()  # as when the app ends
        notes = [note.text for note in kept(walk)["both"].notes]
        assert notes == ["Ours alone.", "Asked again."]
        assert kept(walk)["theirs"].people == 99


async def test_a_class_that_went_on_elsewhere_is_opened_as_it_is_now(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        assert walk.app.session is not None
        path = classes.new(walk.app.session.key, record().begun)
        classes.keep(path, record(group="then"))
        await walk.pilot.press("H")
        await walk.until(lambda: isinstance(walk.app.screen, Chooser))
        classes.keep(path, record(group="now"))
        await walk.pilot.press("enter")
        await walk.until(lambda: isinstance(walk.app.screen, ClassScreen))
        assert walk.app.classroom is not None
        assert walk.app.classroom.record.group == "now"
