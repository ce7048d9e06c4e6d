"""The mouse on every screen: wheel, clicks and double clicks, hints, what is beside a dialog."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast

import pytest
from textual.widget import Widget
from textual.widgets import Input, Tooltip

from debate.tui import classes
from debate.tui.app import DebateApp
from debate.tui.screens.compare import CompareScreen
from debate.tui.screens.dialog import Dialog
from debate.tui.screens.filter import FilterScreen
from debate.tui.screens.guide import GuideScreen
from debate.tui.screens.jump import JumpScreen
from debate.tui.screens.search import SearchScreen
from debate.tui.screens.slider import Slider
from debate.tui.screens.writing import WritingScreen
from debate.tui.widgets.findings import Findings
from debate.tui.widgets.formats import FormatList
from debate.tui.widgets.gauge import Gauge
from debate.tui.widgets.lines import Lines
from debate.tui.widgets.outline import Outline
from debate.tui.widgets.page import Page
from tests.support import grid
from tests.support.classes import record
from tests.support.mouse import Mouse
from tests.support.scenes import SCENES, Scene, opened, play
from tests.support.terminal import Terminal, debate, home
from tests.support.walking import Walk, everything, walking

MORE = (
    Scene("tour", ("f1",), "Welcome"),
    Scene("guided", ("1", "G", "space"), "step 2"),
    Scene("notes", ("1", "*", "n", "*", "ctrl+l"), "Marks and notes"),
    Scene("plan", ("1", "H"), "The plan"),
)


#: The overlay itself, and a line that takes all keys until one is done with it.
ONES_OWN = ("jump", "library-filter")


@asynccontextmanager
async def at(
    scene: Scene, folder: Path, size: tuple[int, int]
) -> AsyncIterator[tuple[Walk, Mouse]]:
    """The app on a screen."""
    async with opened(scene, folder, size) as pilot:
        app = cast("DebateApp", pilot.app)
        await play(pilot, scene)
        walk = Walk(app, pilot)
        await walk.until(lambda: scene.shows in grid.text(app))
        await pilot.pause()
        yield walk, Mouse(pilot)


def scrollable(walk: Walk) -> list[Widget]:
    """All that is longer than what is seen of it."""
    widgets = (widget for widget in walk.app.screen.walk_children(Widget) if widget.is_on_screen)
    return [each for each in widgets if each.max_scroll_y > 0 and each.allow_vertical_scroll]


@pytest.mark.parametrize(
    "scene",
    [*(scene for scene in SCENES if scene.name not in ONES_OWN), *MORE],
    ids=lambda scene: scene.name,
)
async def test_every_screen(tmp_path: Path, scene: Scene) -> None:
    async with at(scene, tmp_path, (80, 24)) as (walk, mouse):
        app, screen = walk.app, walk.app.screen
        for widget in scrollable(walk):
            widget.scroll_to(y=0, animate=False, force=True)
            await walk.pilot.pause()
            region = widget.content_region
            await mouse.wheel(region.x + 1, region.y + min(1, region.height - 1))
            await walk.until(lambda one=widget: one.scroll_y > 0)  # type: ignore[misc]
            await mouse.wheel(region.x + 1, region.y, down=False)
            await walk.until(lambda one=widget: one.scroll_y == 0)  # type: ignore[misc]
        assert app.screen is screen
        writes = isinstance(app.focused, Input | FormatList) or bool(screen.query("TextArea"))
        await walk.pilot.press("ctrl+g" if writes else ";")
        await walk.until(lambda: isinstance(app.screen, JumpScreen))
        assert isinstance(app.screen, JumpScreen)
        assert app.screen.labels
        await walk.pilot.press("escape")
        await walk.until(lambda: app.screen is screen)
        if isinstance(screen, Dialog) and screen.region.width > screen.children[-1].region.width:
            await mouse.click(0, 12)
            await walk.until(lambda: app.screen is not screen)
    assert app.failure is None


@pytest.mark.parametrize(
    "scene", [s for s in SCENES if s.name in ("help", "export", "why", "slider", "naming", "note")],
    ids=lambda scene: scene.name,
)  # fmt: skip
async def test_a_hint_is_its_key(tmp_path: Path, scene: Scene) -> None:
    async with at(scene, tmp_path, (100, 30)) as (walk, mouse):
        screen = walk.app.screen
        lines = grid.text(walk.app).split("\n")
        y = max(number for number, line in enumerate(lines) if "Esc " in line)
        await mouse.click(lines[y].index("Esc ") + 5, y)
        await walk.until(lambda: walk.app.screen is not screen)


async def test_a_dialog_stays_where_something_would_be_lost(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        mouse = Mouse(walk.pilot)
        await walk.pilot.press("N", *"mine")
        for _ in range(3):
            await mouse.click(0, 20)
        assert isinstance(walk.app.screen, WritingScreen)
        assert "This is not saved." in grid.text(walk.app)


async def test_a_double_click_that_opens_a_screen_does_nothing_on_it(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        mouse = Mouse(walk.pilot)
        await walk.pilot.press("}", "/", *"stay")
        await walk.until(lambda: "found" in grid.text(walk.app))
        findings = walk.app.screen.query_one(Findings)
        await mouse.on(findings, 8, 1, times=2)
        await walk.until(lambda: not isinstance(walk.app.screen, SearchScreen))
        assert walk.name == "bo.stay"
        y = next(n for n, line in enumerate(walk.lines) if "Walks are healthy" in line)
        assert not walk.screen.folds.is_folded(walk.screen.outline.row)
        await mouse.on(walk.screen.outline, 20, y)
        assert walk.name == "bo.healthy"


async def test_a_second_click_on_another_claims_link_is_none(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.press("1", "home")
        y = next(n for n, line in enumerate(walk.page.split("\n")) if "but it is late" in line)
        await Mouse(walk.pilot).on(walk.screen.claim, 6, y, times=2)
        assert walk.name == "ann.late"


async def test_two_clicks_open_a_row_a_cell_and_what_is_repeated(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        mouse = Mouse(walk.pilot)
        await walk.press("}")
        y = next(n for n, line in enumerate(walk.lines) if "↪" in line)
        await mouse.on(walk.screen.outline, 20, y, times=2)
        assert walk.name == "ann.good"
        await walk.pilot.press("c")
        await walk.until(lambda: isinstance(walk.app.screen, CompareScreen))
        await walk.pilot.pause()
        page = walk.app.screen.query_one(Page)
        cell = page.spots[1].region
        await mouse.on(page, cell.x + 3, cell.y, times=2)
        await walk.until(lambda: not isinstance(walk.app.screen, CompareScreen))
        assert walk.name == "bo.stay"


async def test_the_slider_is_dragged(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.pilot.press("n", "v")
        await walk.until(lambda: isinstance(walk.app.screen, Slider))
        await walk.pilot.pause()
        gauge = walk.app.screen.query_one(Gauge)
        x, y = gauge.content_region.offset
        await Mouse(walk.pilot).drag((x + 2, y), (x + 20, y), (x + 39, y + 3))
        assert gauge.hundredths == 100
        await walk.pilot.press("enter")
        await walk.until(lambda: "credence 1" in grid.text(walk.app))


async def test_a_scrollbar_is_dragged(tmp_path: Path) -> None:
    async with at(next(s for s in SCENES if s.name == "help"), tmp_path, (80, 24)) as (walk, mouse):
        page = walk.app.screen.query_one(Page)
        bar = page.vertical_scrollbar.region
        await mouse.drag((bar.x, bar.y), (bar.x, bar.y + 4), (bar.x, bar.y + 8))
        await walk.until(lambda: page.scroll_y > 20)


@pytest.mark.parametrize("pane", [Outline, Page])
async def test_a_selection_stays_in_its_pane(tmp_path: Path, pane: type[Lines]) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.press("}")
        panes = walk.screen.outline, walk.screen.claim
        one, other = panes if pane is Outline else panes[::-1]
        here, there = one.content_region, other.content_region
        await Mouse(walk.pilot).drag((here.x + 8, here.y + 4), (there.x + 9, there.y + 7))
        assert one.text_selection is not None
        assert other.text_selection is None
        assert walk.screen.get_selected_text()


async def test_a_selection_stays_in_its_column_of_a_page(tmp_path: Path) -> None:
    async with at(next(s for s in SCENES if s.name == "help"), tmp_path, (140, 40)) as (
        walk,
        mouse,
    ):
        page = walk.app.screen.query_one(Page)
        x, y = page.content_region.offset
        right = page._sheet.columns[1].region.x
        await mouse.drag((x + right + 1, y + 2), (x + 2, y + 6))
        text = walk.app.screen.get_selected_text()
        assert text and "recommendation" in text and "thesis" in text
        assert "Overview" not in text and "Walk" not in text
        walk.app.screen.clear_selection()
        await mouse.drag((x + 2, y + 1), (x + right + 9, y + 4))
        text = walk.app.screen.get_selected_text()
        assert text and "Overview" in text and "recommendation" not in text


async def test_tips_say_what_short_things_stand_for_to_whoever_points(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        mouse = Mouse(walk.pilot)
        await walk.press("}")
        outline = walk.screen.outline.content_region
        y = next(n for n, line in enumerate(walk.lines) if "- 1.4 It is late" in line)
        glyph = walk.lines[y].index("- 1.4")
        tip = walk.screen.query_one(Tooltip)

        async def rest(x: int, y: int) -> str:
            await mouse.move(outline.x + x, outline.y + y)
            await walk.until(lambda: tip.display)
            return str(tip.render())

        assert "a reason against the claim above it" in await rest(glyph, y)
        await walk.press("n")
        assert not tip.display  # whoever types reads something else
        foot = walk.app.size.height - 1 - outline.y
        assert "Next claim" in await rest(2, foot)
        await mouse.move(outline.x + 30, outline.y + 30)
        await walk.pilot.pause(0.5)
        assert not tip.display


async def test_the_presenter_goes_on_at_a_click(tmp_path: Path) -> None:
    async with at(Scene("", ("1", "G", "P"), ""), tmp_path, (100, 30)) as (walk, mouse):
        await walk.until(lambda: isinstance(walk.app.screen, GuideScreen))
        guide = walk.app.screen
        assert isinstance(guide, GuideScreen)
        await mouse.click(50, 10)
        assert guide.progress.at == 1
        assert guide.progress.waits  # a prediction is asked for; going on shows the answer
        await mouse.wheel(50, 10)
        assert not guide.progress.waits
        await mouse.wheel(50, 10)
        assert guide.progress.at == 2
        await mouse.click(50, 12, button=3)
        assert guide.progress.at == 1


async def test_a_class_by_mouse(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        assert walk.app.session is not None
        mouse = Mouse(walk.pilot)
        classes.keep(classes.new(walk.app.session.key, record().begun), record())
        await walk.pilot.press("H", "enter")
        await walk.until(
            lambda: walk.app.classroom is not None and "Predict" in grid.text(walk.app)
        )
        assert walk.app.classroom is not None
        line = grid.text(walk.app).split("\n")[0]
        await mouse.click(line.index("Judge"), 0)
        assert walk.app.classroom.phase == "judge"
        await walk.pilot.press(";")
        await walk.until(lambda: isinstance(walk.app.screen, JumpScreen))


@pytest.mark.parametrize(("key", "screen"), [("/", SearchScreen), ("F", FilterScreen)])
async def test_keys_typed_at_once_reach_the_screen_that_comes(
    tmp_path: Path, key: str, screen: type[Dialog[object]]
) -> None:
    async with walking(everything(), tmp_path) as walk:
        for letter in (key, *"late"):
            walk.app.simulate_key({"/": "slash"}.get(letter, letter))
        await walk.until(lambda: isinstance(walk.app.screen, screen))
        await walk.until(lambda: walk.app.screen.query_one(Input).value == "late")


# ---------------------------------------------------------------------- in a terminal


def press(x: int, y: int) -> str:
    """A click as a terminal tells of it."""
    return f"\x1b[<0;{x + 1};{y + 1}M\x1b[<0;{x + 1};{y + 1}m"


def find(terminal: Terminal, text: str) -> tuple[int, int]:
    """Where a text is on the screen."""
    terminal.wait_for(text)
    lines = terminal.text().split("\n")
    y = next(number for number, line in enumerate(lines) if text in line)
    return lines[y].index(text), y


def test_in_a_terminal(tmp_path: Path) -> None:
    with Terminal(debate(), size=(110, 36), env=home(tmp_path), cwd=tmp_path) as terminal:
        terminal.wait_for("Quit")
        x, y = find(terminal, "Walk")
        terminal.press(press(x, y))
        terminal.wait_for("Fold")
        terminal.press("/sanctions")  # in one go: no letter is lost
        terminal.wait_for("found")
        terminal.wait_for("sanctions")
        terminal.press(press(1, 20))
        terminal.wait_for(lambda it: "found" not in it.text())
        x, y = find(terminal, "? Help")
        terminal.press(press(x + 3, y))
        terminal.wait_for("What a claim can be")
        terminal.press("\x1b[<65;20;10M" * 12)  # the wheel
        terminal.wait_for(lambda it: "View" not in it.text().split("\n")[3])
        x, y = find(terminal, "Esc closes")
        terminal.press(press(x + 1, y))
        terminal.wait_for("Fold")
