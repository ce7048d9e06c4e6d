"""The help: every verb, with the keys one really has."""

from __future__ import annotations

from pathlib import Path

import pytest

from debate.model import Role
from debate.tui import home, settings
from debate.tui.actions import ACTIONS
from debate.tui.screens.help import HelpScreen
from debate.tui.widgets.page import Page
from tests.support.walking import everything, walking


@pytest.mark.parametrize("size", [(60, 16), (120, 40), (200, 60)])
async def test_every_verb_and_every_term_is_there(tmp_path: Path, size: tuple[int, int]) -> None:
    async with walking(everything(), tmp_path, size) as walk:
        await walk.pilot.press("?")
        await walk.pilot.pause()
        assert isinstance(walk.app.screen, HelpScreen)
        sheet = walk.app.screen.query_one(Page)._sheet
        text = " ".join(" ".join(line.plain for line in sheet.lines).split())
        assert all(role.value in text for role in Role)
        one_column = size[0] < 100  # in two, a title may be wrapped beside a term
        for action in ACTIONS if one_column else ():
            assert action.title in text or action.id.startswith("side.")
        await walk.pilot.press("escape")
        assert walk.screen


async def test_the_users_own_keys_are_shown(tmp_path: Path) -> None:
    home.config().mkdir(parents=True)
    (home.config() / settings.FILE).write_text('[keys]\n"fold.toggle" = "z"')
    async with walking(everything(), tmp_path, (90, 40)) as walk:
        await walk.pilot.press("?")
        await walk.pilot.pause()
        lines = [line.plain for line in walk.app.screen.query_one(Page)._sheet.lines]
        assert any(line.split() == ["z", "Fold", "or", "unfold"] for line in lines)


async def test_the_same_key_closes_it_and_others_scroll(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path, (80, 24)) as walk:
        await walk.pilot.press("?")
        await walk.pilot.pause()
        page = walk.app.screen.query_one(Page)
        await walk.pilot.press("down", "pagedown")
        assert page.scroll_offset.y > 2
        await walk.pilot.press("?")
        assert walk.screen
