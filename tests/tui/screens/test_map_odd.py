"""The map of what is large, odd or empty."""

from __future__ import annotations

from pathlib import Path

import pytest

from debate.tui.app import DebateApp
from debate.tui.screens.map import MapScreen
from tests.support.build import build
from tests.support.hostile import EMPTY, hostile
from tests.support.mapping import Mapped, mapped
from tests.support.walking import everything


async def test_a_large_map_is_drawn_beside_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("debate.tui.screens.map._SOON", 3)
    async with mapped(everything(), tmp_path) as at:
        await at.until(lambda: "ann:1.3" in at.boxes)
        await at.press("comma", "down", "R", "right")
        await at.app.workers.wait_for_complete()
        await at.pilot.pause()
        assert at.is_in_sight()


async def test_a_large_side_opens_folded(tmp_path: Path) -> None:
    tree = {"claim": "Because.", "supports": [{"claim": "As.", "supports": ["So."] * 9}] * 9}
    debate = build({"a": {"speaker": "Ann", "claims": [{"claim": "It is.", "supports": [tree]}]}})
    async with mapped(debate, tmp_path) as at:
        assert len(at.boxes) == 11
        assert "▸ 9 more" in at.seen


async def test_nothing_to_draw(tmp_path: Path) -> None:
    async with mapped(EMPTY, tmp_path) as at:
        assert "there is nothing to draw" in at.seen
        keys = "down space comma A O R M a shift+left enter n { > g W v"
        for key in keys.split():
            await at.pilot.press(key)
            await at.pilot.pause()
        assert at.app.is_running


async def test_a_side_that_says_nothing(tmp_path: Path) -> None:
    debate = build({"a": {"claims": ["One."]}, "b": {}})
    async with mapped(debate, tmp_path) as at:
        await at.press("2")
        assert at.name == "a:1"
        assert "This side says nothing." in at.told


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (200, 60)])
async def test_any_debate_at_any_size(tmp_path: Path, size: tuple[int, int]) -> None:
    async with mapped(hostile(), tmp_path, size) as at:
        keys = "down } n R comma A comma a full_stop n - O O full_stop R 2 end M 3 0 A { > T"
        for key in keys.split():
            await at.pilot.press(key)
            await at.pilot.pause()
            for y in range(at.map_screen.map.size.height):
                assert at.map_screen.map.render_line(y).cell_length == size[0]
        assert at.app.is_running


async def test_the_view_is_remembered(tmp_path: Path) -> None:
    async with mapped(everything(), tmp_path) as at:
        await at.press("+", "right")
    app = DebateApp(everything(), tmp_path / "debate")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, MapScreen)
        assert Mapped(app, pilot).name == "ann:1.2.1"


async def test_too_small_says_so(tmp_path: Path) -> None:
    async with mapped(everything(), tmp_path, (59, 30)) as at:
        assert at.app.screen.has_class("-tiny")
        assert not at.map_screen.map.display or not at.map_screen.map.size.width
