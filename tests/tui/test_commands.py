"""The palette: every verb that makes sense here, and texts that stay texts."""

from __future__ import annotations

from pathlib import Path

from textual.command import CommandPalette
from textual.widgets import Input, OptionList

from debate.tui.actions import ACTIONS
from tests.support.hostile import TEXTS, hostile
from tests.support.walking import Walk, everything, walking


async def offered(walk: Walk, text: str = "") -> list[str]:
    """The titles the palette offers."""
    await walk.pilot.press("ctrl+p")
    await walk.pilot.pause()
    assert isinstance(walk.app.screen, CommandPalette)
    if text:
        walk.app.screen.query_one(Input).value = text
    options = walk.app.screen.query_one(OptionList)
    await walk.until(lambda: options.option_count > 0)
    await walk.pilot.pause(0.5)
    return [str(option.prompt).partition("\n")[0] for option in options.options]


async def test_every_verb_of_the_walk_and_every_side_is_offered(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        titles = await offered(walk)
        for action in ACTIONS:
            if action.where in ("app", "walk") and not action.id.startswith("side."):
                assert action.title in titles
        assert {"Walk Ann", "Walk Bo", "Walk the background"} <= set(titles)


async def test_a_command_is_found_by_its_words_and_run(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        assert await offered(walk, "objection next") == ["Next objection"]
        await walk.pilot.press("down", "enter")
        await walk.until(lambda: walk.name == "ann:1.2.2")


async def test_a_side_is_walked_from_the_palette(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        assert await offered(walk, "bo") == ["Walk Bo"]
        await walk.pilot.press("down", "enter")
        await walk.until(lambda: walk.name == "bo.stay")


async def test_names_of_sides_are_no_markup(tmp_path: Path) -> None:
    async with walking(hostile(), tmp_path) as walk:
        titles = await offered(walk)
        assert f"Walk {TEXTS[0]}" in titles
        assert walk.app.is_running
