"""Opening and leaving: small debates at once, large ones with progress, bad ones not at all."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Static

from debate import readers
from debate.model import Debate, Problem
from debate.model.problem import InvalidDebate
from debate.tui import colours, home, opening, run, settings
from debate.tui.app import DebateApp
from debate.tui.screens.loading import LoadingScreen
from debate.tui.screens.overview import OverviewScreen
from tests.support.walking import everything, walking

BAD = InvalidDebate([Problem("x.yaml", 1, 2, "error", "wrong", "no debate here")])


def test_a_small_debate_that_is_wrong_opens_no_app(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "debate.yaml").write_text("debate: x\npositions: [gone]\n")
    monkeypatch.setattr(DebateApp, "run", lambda *_: pytest.fail("it was opened"))
    with pytest.raises(InvalidDebate):
        run(str(tmp_path))


def test_a_missing_one_says_so(tmp_path: Path) -> None:
    with pytest.raises(InvalidDebate, match="nowhere"):
        run(str(tmp_path / "nowhere"))


def test_what_ends_the_app_reaches_who_opened_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(app: DebateApp) -> None:
        app._exception = ZeroDivisionError("x")

    monkeypatch.setattr(DebateApp, "run", fail)
    with pytest.raises(ZeroDivisionError):
        run(None)


def test_the_size_of_a_debate_is_that_of_its_files(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("x" * 10)
    (tmp_path / "b.yaml").write_text("x" * 5)
    (tmp_path / "c.txt").write_text("x" * 100)
    assert opening.size_of(tmp_path) == 15
    assert opening.size_of(tmp_path / "c.txt") == 100
    assert opening.size_of(tmp_path / "gone") == 0


class Slow:
    """A reader that waits for the test between two words about its progress."""

    def __init__(self, result: Debate | InvalidDebate) -> None:
        self.result = result
        self.go_on = threading.Event()
        self.left = False

    def __call__(
        self, path: Path, *, progress: Callable[[int, int], None], tell: Callable[..., object]
    ) -> Debate:
        progress(30, 100)
        self.go_on.wait(10)
        try:
            progress(60, 100)
        except Exception:
            self.left = True
            raise
        if isinstance(self.result, InvalidDebate):
            raise self.result
        return self.result


async def test_a_large_debate_shows_progress_and_then_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Slow(everything())
    monkeypatch.setattr(readers, "load", slow)
    app = DebateApp(None, tmp_path / "big")
    async with app.run_test() as pilot:
        assert isinstance(app.screen, LoadingScreen)
        told = app.screen.query_one(Static)
        for _ in range(100):
            if "30%" in str(told.render()):
                break
            await pilot.pause(0.02)
        assert "Reading big" in str(told.render())
        await pilot.press("w", "slash", "question_mark", "x", "b", "1")
        assert isinstance(app.screen, LoadingScreen)
        slow.go_on.set()
        await app.workers.wait_for_complete()
        for _ in range(100):
            if isinstance(app.screen, OverviewScreen):
                break
            await pilot.pause(0.02)
        assert isinstance(app.screen, OverviewScreen)


async def test_a_large_debate_that_is_wrong_ends_the_app(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Slow(BAD)
    slow.go_on.set()
    monkeypatch.setattr(readers, "load", slow)
    app = DebateApp(None, tmp_path / "big")
    with pytest.raises(InvalidDebate):
        async with app.run_test() as pilot:
            await app.workers.wait_for_complete()
            await pilot.pause()
    assert app.failure is BAD
    assert app.return_code == 1


async def test_leaving_while_it_is_read_stops_the_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Slow(everything())
    monkeypatch.setattr(readers, "load", slow)
    app = DebateApp(None, tmp_path / "big")
    async with app.run_test() as pilot:
        await pilot.press("q")
        app.workers.cancel_all()
        slow.go_on.set()
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and "asyncio" in thread.name:
            thread.join(5)
    assert slow.left


async def test_themes_go_round(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        seen = []
        for _ in colours.ROUND:
            seen.append(walk.app.theme)
            await walk.pilot.press("t")
            await walk.pilot.pause()
        assert tuple(seen) == colours.ROUND
        assert {"debate-dark", "debate-light", "debate-contrast-dark", "ansi-light"} < set(seen)
        assert walk.app.theme == "debate-dark"


@pytest.mark.parametrize("theme", ["nord", "gruvbox", "solarized-light"])
async def test_any_theme_that_textual_knows_can_be_set(tmp_path: Path, theme: str) -> None:
    home.config().mkdir(parents=True)
    (home.config() / settings.FILE).write_text(f'theme = "{theme}"')
    async with walking(everything(), tmp_path) as walk:
        assert walk.app.theme == theme
        await walk.press("n", "n", "t")
        assert walk.app.theme == "debate-dark"


async def test_a_theme_that_nobody_knows_is_told(tmp_path: Path) -> None:
    home.config().mkdir(parents=True)
    (home.config() / settings.FILE).write_text('theme = "debate-dork"')
    async with walking(everything(), tmp_path) as walk:
        assert walk.app.theme == "debate-dark"
        assert walk.told == ["there is no theme called debate-dork"]


async def test_without_colour_the_place_is_still_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with walking(everything(), tmp_path) as walk:
        await walk.press("down")
        line = walk.screen.outline.render_line(1)
        assert line.text.startswith("▌")
        assert all(segment.style and segment.style.reverse for segment in line if segment.text)


async def test_a_state_folder_that_cannot_be_written_is_no_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "home").write_text("a file where the folder would be")
    async with walking(everything(), tmp_path) as walk:
        await walk.press("t", "n")
    assert walk.app.failure is None


async def test_a_key_that_does_nothing_says_so_once(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.pilot.press("u", "u", "u", "[")
        assert walk.told == ["No earlier claim on this level."]


async def test_complaints_about_the_settings_stand_in_one_box(tmp_path: Path) -> None:
    folder = home.config()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / settings.FILE).write_text("".join(f"x{n} = 1\n" for n in range(9)))
    async with walking(everything(), tmp_path) as walk:
        (told,) = walk.told
        assert told.count("unknown setting") == 4
        assert told.endswith("and 5 more")


async def test_ctrl_c_says_how_one_leaves(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.pilot.press("ctrl+c")
        assert walk.told == ["q quits."]


async def test_no_bar_stays_in_a_window_that_is_too_small(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path, size=(59, 15)) as walk:
        await walk.pilot.pause()
        seen = [type(widget).__name__ for widget in walk.screen.children if widget.display]
        assert seen == ["TooSmall"]
