"""The way in: shown once, to whoever is new; and again to whoever asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from debate import bundled, load
from debate.tui import home, opening, settings
from debate.tui.app import DebateApp
from debate.tui.guiding import TOUR
from debate.tui.pages.tour import PAGES
from debate.tui.screens.guide import GuideScreen
from debate.tui.screens.overview import OverviewScreen
from debate.tui.screens.tour import TourScreen
from tests.support.walking import everything, walking


async def test_it_is_shown_to_whoever_is_new_and_then_remembered(tmp_path: Path) -> None:
    app = DebateApp(everything(), tmp_path / "debate")
    app.wants_tour = True
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, TourScreen)
        await pilot.press(*["space"] * (len(PAGES) - 1))
        assert isinstance(app.screen, TourScreen)
        await pilot.press("left", "right", "enter")
        assert isinstance(app.screen, OverviewScreen)
    assert home.recall(TOUR) == {"seen": True}
    assert not opening._is_new()


def test_whoever_has_been_here_is_not_new() -> None:
    assert opening._is_new()
    home.keep("place-x", {})
    assert not opening._is_new()


async def test_escape_skips_it_and_the_palettes_verb_shows_it_again(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.pilot.press("f1")
        assert isinstance(walk.app.screen, TourScreen)
        await walk.pilot.press("escape")
        assert walk.screen


async def test_a_guided_walk_begins_from_it(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.pilot.press("f1", "G")
        await walk.pilot.pause()
        assert isinstance(walk.app.screen, GuideScreen)


@pytest.mark.parametrize(("text", "notices"), [("tour = false", 0), ("tour = 3", 1)])
def test_it_can_be_switched_off(text: str, notices: int) -> None:
    home.config().mkdir(parents=True)
    (home.config() / settings.FILE).write_text(text)
    found = settings.read()
    assert found.tour is bool(notices)
    assert len(found.notices) == notices


@pytest.mark.parametrize("size", [(60, 16), (80, 24)])
async def test_every_page_can_be_read_to_its_end(tmp_path: Path, size: tuple[int, int]) -> None:
    async with walking(load(bundled()), tmp_path, size) as walk:
        await walk.pilot.press("f1")
        for _ in PAGES:
            await walk.pilot.pause()
            assert isinstance(walk.app.screen, TourScreen)
            page = walk.app.screen.query_one("StepPage")
            await walk.pilot.press(*["down"] * (page.max_scroll_y // 2 + 1))
            assert page.scroll_offset.y == page.max_scroll_y
            await walk.pilot.press("space")
