"""The debates visited last, offered where no library is open."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from debate.tui import home, visits
from debate.tui.screens.listing import Listing
from debate.tui.screens.recent import NONE, RecentScreen
from tests.support.hostile import TEXTS
from tests.support.terminal import Terminal, debate
from tests.support.terminal import home as home_of
from tests.support.visiting import visit
from tests.support.walking import Walk, everything, walking


def shelf(walk: Walk) -> list[str]:
    screen = walk.app.screen
    assert isinstance(screen, RecentScreen)
    return [screen.shelf.render_line(y).text.rstrip() for y in range(screen.shelf.size.height)]


async def test_they_are_listed_newest_first_and_opened(tmp_path: Path) -> None:
    visit(tmp_path / "one.yaml", "The first", 1_000_000_000)
    visit(tmp_path / "two.yaml", "The second", 1_100_000_000)
    visit(tmp_path / "gone.yaml", "Gone", 1_050_000_000)
    (tmp_path / "gone.yaml").unlink()
    async with walking(everything(), tmp_path) as walk:
        await walk.press("L")
        lines = shelf(walk)
        assert "The second" in lines[0]
        assert "✗ Gone" in lines[1]
        assert "The first" in lines[2]
        assert not "".join(lines[3:]).strip()  # not the one that is open
        await walk.press("down", "enter")
        await walk.until(lambda: isinstance(walk.app.screen, Listing))
        await walk.press("escape")
        assert walk.app.session is not None
        assert walk.app.session.debate.title == "Shall we go?"
        await walk.press("L", *"first")
        assert "The first" in shelf(walk)[0]
        await walk.pilot.press("enter")
        await walk.until(lambda: walk.app.session.debate.title == "The first")  # type: ignore[union-attr]
        await walk.until(lambda: walk.app.path.name == "one.yaml")
    assert next(iter(visits.recent())).title in ("The first", "Shall we go?")
    assert {visit.title for visit in visits.recent()} >= {"Shall we go?", "The first"}


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 16)])
async def test_without_any_it_says_how_a_library_is_opened(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with walking(everything(), tmp_path, size) as walk:
        await walk.press("L")
        assert NONE in shelf(walk)[1]
        await walk.press("enter", "down", "x")
        assert isinstance(walk.app.screen, RecentScreen)
        await walk.press("escape")
        assert walk.screen.is_current


async def test_hostile_titles_and_odd_files_break_nothing(tmp_path: Path) -> None:
    for number, text in enumerate(TEXTS):
        visit(tmp_path / f"{number}.yaml", text, 1_000_000_000 + number)
    home.keep("place-odd", {"paths": [1], "visited": 3, "sides": 5, "claims": "x"})
    home.keep("place-odder", {"paths": ["/x/-"], "visited": 3})
    (home.state() / "place-broken.json").write_text("{")
    async with walking(everything(), tmp_path, (80, 24)) as walk:
        await walk.press("L", "pagedown", "pageup", "down")
        assert "\x1b" not in "".join(shelf(walk))
        screen = walk.app.screen
        assert isinstance(screen, RecentScreen)
        assert len(screen.catalogue) == len(TEXTS)


def test_a_debate_is_offered_after_it_was_visited(tmp_path: Path) -> None:
    env = {**os.environ, **home_of(tmp_path)}
    for name in ("first", "other"):
        (tmp_path / f"{name}.yaml").write_text(
            f"debate: The {name} one\npositions: {{ann: {{speaker: Ann, claims: [We {name}.]}}}}\n"
        )
        with Terminal(debate(str(tmp_path / f"{name}.yaml")), env=env, cwd=tmp_path) as terminal:
            terminal.wait_for("Quit")
            terminal.press("L")
            terminal.wait_for("Recent debates")
            if name == "first":
                terminal.wait_for("No other debate was visited yet.")
                terminal.press("escape")
                terminal.wait_for(lambda t: "Recent debates" not in t.text())
            else:
                terminal.wait_for("The first one")
                terminal.press("enter")
                terminal.wait_for(lambda t: "Recent debates" not in t.text())
                terminal.press("1")
                terminal.wait_for("We first.")
            terminal.press("q")
            assert terminal.wait_exit() == 0
