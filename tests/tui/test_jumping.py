"""The jump overlay: everything one can go to has a label, and typing it goes there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.geometry import Offset

from debate.model import Debate
from debate.tui.landings import LETTERS, Landing, labelled
from debate.tui.screens.compare import CompareScreen
from debate.tui.screens.help import HelpScreen
from debate.tui.screens.jump import JumpScreen, Veil
from debate.tui.screens.listing import Listing
from debate.tui.screens.overview import OverviewScreen
from tests.support import grid
from tests.support.build import build
from tests.support.hostile import EMPTY, hostile
from tests.support.terminal import Terminal, debate, home
from tests.support.walking import Walk, everything, walking


def overlay(walk: Walk) -> JumpScreen:
    assert isinstance(walk.app.screen, JumpScreen), walk.app.screen
    return walk.app.screen


def label_of(walk: Walk, text: str, before: int = 0) -> str:
    """The label that stands at, or so many cells before, a text on the screen as it was."""
    lines = [strip.text for strip in overlay(walk)._painted]
    y = next(number for number, line in enumerate(lines) if text in line)
    at = Offset(lines[y].index(text) - before, y)
    return next(label for label, landing in overlay(walk).labels.items() if landing.at == at)


async def jump(walk: Walk, text: str, before: int = 0) -> None:
    """Open the overlay and type the label of a text."""
    await walk.pilot.press(";")
    await walk.pilot.pause()
    await walk.pilot.press(*label_of(walk, text, before))
    await walk.pilot.pause()


@pytest.mark.parametrize("count", [0, 1, 26, 27, 51, 52, 300, 676])
def test_no_label_begins_another(count: int) -> None:
    places = [Landing(Offset(0, y), lambda: None, plain=y < 5) for y in range(count)]
    labels = labelled(places)
    assert sorted(landing.at.y for landing in labels.values()) == list(range(count))
    assert not [one for one in labels for two in labels if one != two and two.startswith(one)]
    assert max(map(len, labels), default=1) == (1 if count <= len(LETTERS) else 2)


async def test_a_row_a_tab_and_a_verb(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.press("}")
        await walk.pilot.press("tab")  # to the claim's page: a row takes the keys back
        await jump(walk, "│   - 1.4 It is late", before=1)
        assert (walk.name, walk.focused) == ("ann.late", "Outline")
        await jump(walk, "2 Bo")
        assert walk.name == "bo.stay"
        await jump(walk, "? Help")
        assert isinstance(walk.app.screen, HelpScreen)


async def test_the_prompt_leaves_no_half_of_a_title(tmp_path: Path) -> None:
    debate = everything()
    debate.title = "Shall we go where everybody has gone before us?"
    async with walking(debate, tmp_path) as walk:
        await walk.pilot.press(";")
        await walk.pilot.pause()
        line = walk.app.screen.query_one(Veil).render_line(0).text
        assert "Esc stays  " in line
        assert "before us" not in line


async def test_a_spot_of_the_claim(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await jump(walk, "- but it is late", before=2)
        assert walk.name == "ann.late"


async def test_overview_and_comparison(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await jump(walk, "o Overview")
        assert isinstance(walk.app.screen, OverviewScreen)
        await jump(walk, "c Compare")
        assert isinstance(walk.app.screen, CompareScreen)
        await jump(walk, "● Stay", before=2)
        assert isinstance(walk.app.screen, CompareScreen)  # a cell is looked at, as by a click
        assert walk.app.screen.about == walk.app.screen.session.debate.find("bo.stay")


async def test_dialogs_have_labels_too(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.pilot.press("W")
        await walk.pilot.pause()
        assert isinstance(walk.app.screen, Listing)
        await jump(walk, "- but It is late", before=2)
        assert walk.name == "ann.late"


@pytest.mark.parametrize("keys", [["escape"], [";"], ["enter"], ["down"]])
async def test_any_other_key_stays(tmp_path: Path, keys: list[str]) -> None:
    async with walking(everything(), tmp_path) as walk:
        before = walk.name
        await walk.pilot.press(";", *keys)
        await walk.pilot.pause()
        assert (walk.screen, walk.name) == (walk.app.screen, before)


async def test_many_places_have_two_letters(tmp_path: Path) -> None:
    many = build({"a": {"claims": [f"Claim number {n}." for n in range(90)]}})
    async with walking(many, tmp_path, size=(120, 60)) as walk:
        await walk.pilot.press(";")
        await walk.pilot.pause()
        label = label_of(walk, "   ○ 50 Claim")
        assert len(label) == 2
        await walk.pilot.press(label[0])
        await walk.pilot.pause()
        assert f"{label} ○ 50 Claim" in grid.text(walk.app)
        await walk.pilot.press("backspace", *label)
        await walk.pilot.pause()
        assert walk.name == "a:50"


async def test_a_click_does_what_typing_does(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.pilot.press(";")
        await walk.pilot.pause()
        at = overlay(walk).labels[label_of(walk, "2 Bo")].at
        await walk.pilot.click(offset=at)
        await walk.pilot.pause()
        assert walk.name == "bo.stay"


async def test_another_size_closes_it(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.pilot.press(";")
        await walk.pilot.resize_terminal(90, 30)
        await walk.until(lambda: walk.app.screen is walk.app.screen_stack[0])


@pytest.mark.parametrize("theme", ["debate-dark", "debate-contrast-light", "ansi-light"])
@pytest.mark.parametrize("made", [hostile, lambda: EMPTY], ids=["hostile", "empty"])
async def test_any_text_any_theme(tmp_path: Path, theme: str, made: Callable[[], Debate]) -> None:
    async with walking(made(), tmp_path, size=(80, 24), theme=theme) as walk:
        for view in "wco":
            await walk.pilot.press(view, ";")
            await walk.pilot.pause()
            assert "Where to?" in grid.text(walk.app)
            await walk.pilot.press("escape")
            await walk.pilot.pause()
    assert walk.app.failure is None


def test_in_a_terminal(tmp_path: Path) -> None:
    with Terminal(debate(), size=(100, 30), env=home(tmp_path), cwd=tmp_path) as terminal:
        terminal.wait_for("Quit")
        terminal.press(";")
        terminal.wait_for("Where to?")
        terminal.quiet()
        row = next(line for line in terminal.text().splitlines() if "Anders Åslund" in line)
        terminal.press(row[row.index("Anders Åslund") - 4])
        terminal.wait_for("Åslund 1")
        terminal.press("q")
        assert terminal.wait_exit() == 0
