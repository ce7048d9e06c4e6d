"""Reduced motion: asked for in the settings or the environment, and then nothing moves."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from debate.tui import home, settings
from debate.tui.app import DebateApp
from tests.support.terminal import Terminal, debate
from tests.support.terminal import home as home_of
from tests.support.walking import everything, walking


def ask(text: str) -> None:
    home.config().mkdir(parents=True)
    (home.config() / settings.FILE).write_text(text)


@pytest.mark.parametrize(
    ("setting", "variable", "level"),
    [
        ("", None, "full"),
        ('motion = "none"', None, "none"),
        ("", "none", "none"),
        ('motion = "none"', "full", "full"),
    ],
)
def test_how_much_moves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str, variable: str | None, level: str
) -> None:
    ask(setting)
    if variable:
        monkeypatch.setenv("DEBATE_MOTION", variable)
    assert DebateApp(everything(), tmp_path).animation_level == level


@pytest.mark.parametrize("text", ['motion = "some"', "motion = 1", "motion = [1]"])
def test_a_motion_that_nobody_knows_is_told(text: str) -> None:
    ask(text)
    assert settings.read().notices == ['settings.toml: motion must be "full" or "none"']


async def test_a_variable_that_nobody_knows_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEBATE_MOTION", "little")
    async with walking(everything(), tmp_path) as walk:
        assert walk.told == ["DEBATE_MOTION must be one of full, none"]


@pytest.mark.parametrize("motion", settings.MOTIONS)
async def test_no_cursor_blinks(tmp_path: Path, motion: str) -> None:
    ask(f'motion = "{motion}"')
    async with walking(everything(), tmp_path) as walk:
        await walk.pilot.press("slash")
        await walk.pilot.pause()
        assert walk.app.screen.query_one(Input).cursor_blink == (motion == "full")


def test_a_screen_that_is_left_alone_stays_as_it_is(tmp_path: Path) -> None:
    env = home_of(tmp_path) | {"DEBATE_MOTION": "none"}
    with Terminal(debate(), env=env, cwd=tmp_path) as terminal:
        terminal.wait_for("Quit")
        terminal.press("/")
        terminal.wait_for("one word, or several")
        terminal.quiet(0.3)
        assert not terminal.quiet(1.2)  # a cursor blinks every half second
