"""A map in another format, opened in the app: what is wrong with it is said, the rest is shown."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from debate import readers
from debate.model.problem import Problem
from debate.tui.app import DebateApp
from debate.tui.screens.base import View
from debate.tui.widgets.files import FilesPane
from tests.support.walking import walking

OLD = '<opml version="1.0"><head/><body><outline text="One"/></body></opml>'
OUTLINE = "- One\n  - two\n"


@asynccontextmanager
async def opened(path: Path, text: str) -> AsyncIterator[tuple[DebateApp, Pilot[None]]]:
    """The app on a file with this text."""
    path.write_text(text)
    told: list[Problem] = []
    app = DebateApp(readers.load(path, tell=told.extend), path)
    app.told = told
    async with app.run_test(notifications=True, tooltips=True) as pilot:
        await pilot.pause()
        yield app, pilot


async def test_errors_stand_in_the_pane_and_the_rest_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "old.opml"
    async with opened(path, OLD) as (app, pilot):
        assert app.session is not None
        assert app.session.debate.text(0) == "One"
        assert [problem.code for problem in app.news.problems] == ["old-version"]
        assert app.screen.query_one(FilesPane).display
        path.write_text(OLD.replace("1.0", "2.0"))
        app.look_at_files()
        while app.news.problems:
            await pilot.pause(0.05)
        assert not app.screen.query_one(FilesPane).display


async def test_what_was_put_in_another_way_is_said_once(tmp_path: Path) -> None:
    path = tmp_path / "list.md"
    async with opened(path, OUTLINE) as (app, _):
        told = [notification.message for notification in app._notifications]
        assert any("put in another way" in message for message in told)
        assert not app.news.problems


async def test_the_screen_follows_the_file(tmp_path: Path) -> None:
    path = tmp_path / "list.md"
    async with opened(path, OUTLINE) as (app, pilot):
        path.write_text(OUTLINE + "  - three\n")
        app.look_at_files()
        while app.session is None or len(app.session.debate.claims) < 3:
            await pilot.pause(0.05)
        assert app.session.debate.text(2) == "three"
        while not (isinstance(app.screen, View) and app.screen.session is app.session):
            await pilot.pause(0.05)
        await pilot.pause()


async def test_the_editor_is_sent_to_the_line(tmp_path: Path) -> None:
    path = tmp_path / "list.md"
    path.write_text(OUTLINE)
    debate = readers.load(path, tell=lambda told: None)
    async with walking(debate, tmp_path):
        assert readers.locate(path, debate, 1) == (str(path), 2, 1)
