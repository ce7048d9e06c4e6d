"""Keys that come faster than they are taken: each meets what the one before has brought about."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.content import Content
from textual.css.query import NoMatches

from debate.tui.screens.asking import Asking
from debate.tui.screens.chooser import Chooser
from debate.tui.screens.export import ExportScreen
from debate.tui.screens.overview import OverviewScreen
from debate.tui.widgets.formats import FormatList
from tests.support.terminal import Terminal, debate, home
from tests.support.walking import Walk, everything, walking


def _which() -> Chooser:
    return Chooser("Which?", [Content("this"), Content("that")])


async def _at_once(walk: Walk, *keys: str) -> None:
    """Keys that one read of the terminal brings."""
    for key in keys:
        walk.app.post_message(events.Key(key, key if len(key) == 1 else None))
    await walk.pilot.pause()
    await walk.pilot.pause(0.1)


async def test_enter_chooses_whatever_is_typed_after_it(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        for after in ("escape", "j", "q"):  # the last is for the walk, and ends the app
            chosen: list[int | None] = []
            walk.app.push_screen(_which(), chosen.append)
            await walk.pilot.pause()
            await _at_once(walk, "down", "enter", after)
            assert chosen == [1], after


async def test_what_is_typed_after_enter_is_no_part_of_what_was_written(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        written: list[str | None] = []
        walk.app.push_screen(Asking("How many?"), written.append)
        await walk.pilot.pause()
        await _at_once(walk, "1", "2", "enter", "3", "o")
        assert written == ["12"]
        assert isinstance(walk.app.screen, OverviewScreen)  # where o goes


async def test_two_lists_in_a_row_take_an_enter_each(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        chosen: list[int | None] = []

        def again(number: int | None) -> None:
            chosen.append(number)
            walk.app.push_screen(_which(), chosen.append)

        walk.app.push_screen(_which(), again)
        await walk.pilot.pause()
        await _at_once(walk, "down", "enter", "enter", "escape")
        assert chosen == [1, 0]


async def test_what_a_list_tells_after_its_dialog_ended_is_nobodys(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.pilot.press("x")
        screen = walk.app.screen
        assert isinstance(screen, ExportScreen)
        await screen.query("#typed").remove()
        with pytest.raises(NoMatches):
            await screen._on_message(FormatList.Narrowed("x"))
        screen.dismiss(None)
        await screen._on_message(FormatList.Narrowed("x"))
        assert walk.app.is_running


def test_a_walk_is_chosen_and_left_in_one_go(tmp_path: Path) -> None:
    with Terminal(debate(), env=home(tmp_path), cwd=tmp_path) as terminal:
        terminal.wait_for("Who recommends what")
        terminal.press("G\rP")  # a side, and its walk in large letters
        terminal.wait_for("██")
        terminal.press("Pq")
        assert terminal.wait_exit() == 0
