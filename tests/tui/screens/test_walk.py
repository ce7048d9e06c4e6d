"""The walk: each key leads where it should, and the claim follows."""

from __future__ import annotations

from pathlib import Path
from unicodedata import category

import pytest

from debate.model import Debate
from debate.tui import home, settings
from debate.tui.actions import ACTIONS
from debate.tui.screens.base import TooSmall
from debate.tui.widgets.claim import ClaimPane
from debate.tui.widgets.outline import Outline
from debate.tui.widgets.tabs import SideBar, TopBar
from tests.support.build import build
from tests.support.hostile import EMPTY, hostile
from tests.support.walking import everything, walking


@pytest.mark.parametrize(
    ("keys", "comes_to"),
    [
        ("down", "ann.dry"),
        ("j j", "ann.good"),
        ("down down up", "ann.dry"),
        ("j j k", "ann.dry"),
        ("end", "ann:2"),
        ("end home", "ann.go"),
        ("pagedown", "ann:2"),
        ("end pageup", "ann.go"),
        ("right", "ann.dry"),
        ("l right", "ann.dry"),
        ("down left", "ann.go"),
        ("down h left", "ann.go"),
        ("n n n", "ann:1.2.1"),
        ("n n p", "ann.dry"),
        ("-", "ann:1.2.2"),
        ("- -", "ann.late"),
        ("- - -", "ann.late"),
        ("+", "ann.good"),
        ("+ + +", "ann:1.3.1"),
        ("n ]", "ann.good"),
        ("n ] ] ] ]", "ann.late"),
        ("n ] ] [ [ [", "ann.dry"),
        ("n n n u", "ann.good"),
        ("n n n u u u", "ann.go"),
        ("2", "bo.stay"),
        ("0", "background:1"),
        ("2 1", "ann.go"),
        ("n 2 1", "ann.dry"),
        ("n n 2 b", "ann.good"),
        ("n n 2 n b f", "bo.healthy"),
        ("5", "ann.go"),
        ("b f", "ann.go"),
        ("+ + n enter", "ann.good"),
        ("+ + n enter b", "ann:1.3.1"),
        ("+ g", "bo.healthy"),
        ("+ g b", "ann.good"),
        ("2 + g", "ann.go"),
    ],
)
async def test_keys_lead_to_claims(tmp_path: Path, keys: str, comes_to: str) -> None:
    async with walking(everything(), tmp_path) as walk:
        assert await walk.press(*keys.split()) == comes_to
        assert walk.screen.outline.row == walk.app.session.row  # type: ignore[union-attr]
        assert walk.screen.claim.row == walk.screen.outline.row


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("2 end n", "last claim"),
        ("p", "first claim"),
        ("- - -", "No further objection"),
        ("u", "stands at the top"),
        ("5", "no side 5"),
        ("n s", "No source"),
        ("n g", "Nothing on another side"),
        ("+ y", "Copied"),
    ],
)
async def test_what_leads_nowhere_is_told(tmp_path: Path, keys: str, told: str) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.press(*keys.split())
        assert told in walk.told[-1]


async def test_folding_by_row_by_level_and_all(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        full = [line for line in walk.lines if line]
        assert len(full) == 9
        await walk.press("n", "n", "space")
        assert any("The walk is good" in line and "2 more" in line for line in walk.lines)
        await walk.press("space")
        assert [line.strip("▌") for line in walk.lines if line] != []
        await walk.press("{")
        assert walk.name == "ann.go"
        assert [line[:5] for line in walk.lines if line] == ["▌▸ ● ", "   ○ "]
        await walk.press(">")
        assert len([line for line in walk.lines if line]) == 6
        await walk.press("<")
        assert len([line for line in walk.lines if line]) == 2
        await walk.press("}")
        assert len([line for line in walk.lines if line]) == 9


async def test_folding_what_one_is_in_brings_one_to_what_is_left(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        assert await walk.press("n", "n", "n", "{") == "ann.go"
        assert walk.screen.claim.row == walk.screen.outline.row
        assert await walk.press("}", "down") == "ann.dry"


async def test_a_step_unfolds_what_is_in_the_way(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        assert await walk.press("{", "-") == "ann:1.2.2"
        assert any(line.startswith("▌") and "Nobody asked" in line for line in walk.lines)


async def test_keys_pressed_at_once_are_not_lost(tmp_path: Path) -> None:
    """Each key builds on where the one before it led, not on what was drawn since."""
    async with walking(everything(), tmp_path) as walk:
        walk.screen.action_go("next")
        walk.screen.action_go("next")
        walk.screen.action_move("down")
        assert walk.name == "ann:1.2.1"


# ---------------------------------------------------------------------- the mouse


async def test_a_click_selects_and_a_click_on_the_marker_folds(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.pilot.click(Outline, offset=(20, 2))
        assert walk.name == "ann.good"
        await walk.pilot.click(Outline, offset=(3, 2))
        assert any("The walk is good" in line and "2 more" in line for line in walk.lines)
        await walk.pilot.click(Outline, offset=(20, 30))
        assert walk.name == "ann.good"


async def test_a_click_on_a_second_click_folds_too(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.pilot.click(Outline, offset=(20, 2), times=2)
        assert any("The walk is good" in line and "2 more" in line for line in walk.lines)


async def test_tabs_and_keys_can_be_clicked(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.pilot.click(SideBar, offset=(10, 0))
        assert walk.name == "bo.stay"
        await walk.pilot.click("KeyBar", offset=(2, 0))
        assert walk.name == "bo.healthy"
        await walk.pilot.click(TopBar, offset=(112, 0))
        assert walk.app.current_mode == "compare"


async def test_a_link_on_the_page_can_be_clicked(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.press("+")
        line = next(n for n, text in enumerate(walk.page.split("\n")) if "agrees with Bo" in text)
        await walk.pilot.click(ClaimPane, offset=(6, line))
        assert walk.name == "bo.healthy"


async def test_the_wheel_scrolls_without_moving_the_cursor(tmp_path: Path) -> None:
    debate = build({"ann": {"claims": [f"Claim {n}." for n in range(100)]}})
    async with walking(debate, tmp_path) as walk:
        outline = walk.screen.outline
        outline.scroll_relative(y=6, animate=False)
        await walk.pilot.pause()
        assert "Claim 6." in walk.lines[0]
        assert walk.name == "ann:1"


# ---------------------------------------------------------------------- the pane


async def test_the_page_scrolls_by_key_and_can_be_walked_with_tab(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path, size=(80, 24)) as walk:
        await walk.press("+", "J")
        assert walk.screen.claim.scroll_offset.y == 2
        await walk.press("K", "shift+down", "shift+up")
        assert walk.screen.claim.scroll_offset.y == 0
        await walk.press("tab")
        assert walk.focused == "ClaimPane"
        assert "▌" in walk.page
        await walk.press("enter")
        assert walk.name == "ann.go"
        await walk.press("escape")
        assert walk.focused == "Outline"
        assert "▌" not in walk.page


async def test_narrow_windows_stack_the_panes(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path, size=(99, 30)) as walk:
        outline, claim = walk.screen.outline, walk.screen.claim
        await walk.until(lambda: outline.region.bottom == claim.region.y)
        assert outline.region.right == claim.region.right == 99
        await walk.pilot.resize_terminal(100, 30)
        await walk.until(lambda: outline.region.right == claim.region.x)
        assert outline.region.y == claim.region.y


@pytest.mark.parametrize("size", [(59, 30), (80, 15)])
async def test_a_window_that_is_too_small_says_so(tmp_path: Path, size: tuple[int, int]) -> None:
    async with walking(everything(), tmp_path, size=size) as walk:
        told, panes = walk.screen.query_one(TooSmall), walk.screen.query_one("#panes")
        await walk.until(lambda: told.display and not panes.display)
        assert "60x16" in str(told.render())
        await walk.pilot.resize_terminal(60, 16)
        await walk.until(lambda: panes.display and not told.display)


# ---------------------------------------------------------------------- the app around it


async def test_the_place_and_the_theme_are_remembered(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.press("2", "n", "t")
        assert walk.app.theme == "debate-light"
    again = walking(everything(), tmp_path)
    async with again as walk:
        assert walk.name == "bo.healthy"
        assert walk.app.theme == "debate-light"


async def test_the_users_own_keys_take_the_place_of_ours(tmp_path: Path) -> None:
    home.config().mkdir(parents=True)
    (home.config() / settings.FILE).write_text('[keys]\n"go.next" = "m,ctrl+n"\nnonsense = "x"')
    async with walking(everything(), tmp_path) as walk:
        assert await walk.press("n") == "ann.go"
        assert await walk.press("m") == "ann.dry"
        assert await walk.press("ctrl+n") == "ann.good"
        assert " m Next" in str(walk.screen.query_one("KeyBar").render())
        assert any("unknown verb nonsense" in told for told in walk.told)


async def test_q_leaves(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.pilot.press("q")
        await walk.pilot.pause()
        assert not walk.app.is_running


@pytest.mark.parametrize("theme", ["debate-dark", "debate-light", "ansi-dark", "ansi-light"])
@pytest.mark.parametrize("size", [(60, 16), (80, 24), (200, 60)])
async def test_hostile_texts_do_nothing(tmp_path: Path, size: tuple[int, int], theme: str) -> None:
    async with walking(hostile(), tmp_path, size, theme) as walk:
        outline = walk.screen.outline
        for key in ("}", "end", "pageup", "0", "2", "end", "p", "3", "1", "n", "n", "end"):
            await walk.pilot.press(key)
            await walk.pilot.pause()
            lines = [outline.render_line(y) for y in range(outline.size.height)]
            assert {line.cell_length for line in lines} == {outline.scrollable_content_region.width}
            assert not any(category(c) == "Cc" for line in lines for c in line.text)
        assert walk.app.is_running


@pytest.mark.parametrize("debate", [EMPTY, Debate("Only a title"), build(background=["A fact."])])
async def test_debates_with_nothing_to_walk(tmp_path: Path, debate: Debate) -> None:
    async with walking(debate, tmp_path) as walk:
        for action in ACTIONS:
            if action.where == "walk":
                await walk.app.run_action(action.command)
        await walk.pilot.press("down", "0", "1", "b", "/", "escape", "?", "escape")
        assert walk.app.is_running
        if not debate.claims:
            assert "Nobody has said anything here yet." in "".join(walk.lines)


async def test_a_thousand_levels_deep(tmp_path: Path) -> None:
    deep: dict[str, object] = {"claim": "The bottom.", "id": "bottom"}
    for _ in range(999):
        deep = {"claim": "Another step.", "objections": [deep]}
    async with walking(build({"ann": {"claims": [deep]}}), tmp_path) as walk:
        assert await walk.press("}", "end") == "ann.bottom"
        (line,) = (line for line in walk.lines if "The bottom." in line)
        assert "⋮" in line
        assert "⋮ but another step" in walk.page
