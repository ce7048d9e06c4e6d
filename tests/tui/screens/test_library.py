"""The library: many debates in a list, searched, opened one after another."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from debate.library import index as indexes
from debate.tui import home, opening
from debate.tui.app import DebateApp
from debate.tui.screens.finder import FinderScreen, Hits
from debate.tui.screens.help import HelpScreen
from debate.tui.screens.jump import JumpScreen
from debate.tui.screens.library import LibraryBar, LibraryScreen
from debate.tui.screens.listing import Listing
from debate.tui.screens.loading import LoadingScreen
from debate.tui.screens.overview import OverviewScreen
from debate.tui.screens.recent import RecentScreen
from debate.tui.screens.walk import WalkScreen
from debate.tui.widgets.card import Card
from debate.tui.widgets.lines import Lines
from tests.support.hostile import TEXTS
from tests.support.many import write_many
from tests.support.mouse import Mouse


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = write_many(tmp_path / "library", 5, claims=4)
    (folder / "aa.yaml").write_text(
        "debate: Aardvarks\nquestions: {q: {ask: Is it the first?, options: {a: A, b: B}}}\n"
        "positions:\n  ann:\n    speaker: Ann Other\n    short: Ann\n    claims:\n"
        "      - {claim: Åslund likes it., supports: [{claim: The zoo is open., id: zoo}]}\n",
        "utf-8",
    )
    (folder / "broken.yaml").write_text("debate: Broken\nclaim: no\n")
    return folder


class Library:
    def __init__(self, app: DebateApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot

    async def until(self, predicate: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 10
        while not predicate():
            assert time.monotonic() < deadline, "it has not come about"
            await self.pilot.pause(0.02)
        await self.pilot.pause()

    @property
    def screen(self) -> LibraryScreen:
        assert isinstance(self.app.screen, LibraryScreen), self.app.screen
        return self.app.screen

    @property
    def bar(self) -> LibraryBar:
        return self.screen.query_one(LibraryBar)

    @property
    def titles(self) -> list[str]:
        return [entry.name for entry in self.screen.catalogue.shown]

    @property
    def at(self) -> str | None:
        entry = self.screen.shelf.entry
        return entry.name if entry else None

    def lines(self, kind: type[Lines]) -> list[str]:
        widget = self.app.screen.query_one(kind)
        return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]

    @property
    def told(self) -> list[str]:
        return [notification.message for notification in self.app._notifications]

    async def found(self, text: str) -> list[str]:
        await self.pilot.press("/")
        await self.until(lambda: isinstance(self.app.screen, FinderScreen))
        self.app.screen.query_one(Input).value = text
        await self.pilot.pause()
        await self.until(lambda: not [w for w in self.app.workers if w.group == "search"])
        return [line for line in self.lines(Hits) if line]


@asynccontextmanager
async def opened(folder: Path, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Library]:
    app = DebateApp(None, folder, library=True)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        library = Library(app, pilot)
        await library.until(lambda: not library.bar.told)
        yield library


async def test_all_debates_are_listed_and_the_card_tells_of_one(library: Path) -> None:
    async with opened(library) as shelf:
        assert shelf.titles[:2] == ["Aardvarks", "Broken"]
        assert len(shelf.titles) == 7
        card = "\n".join(shelf.lines(Card))
        assert "Is it the first?" in card and "Ann Other" in card and "2 claims" in card
        await shelf.pilot.press("down")
        card = "\n".join(shelf.lines(Card))
        assert "broken.yaml:2:1: there is no field 'claim'" in card
        assert "7 debates" in str(shelf.bar.render())


async def test_a_debate_opens_and_l_leads_back_to_the_same_place(library: Path) -> None:
    async with opened(library) as shelf:
        await shelf.pilot.press("end", "up")
        at = shelf.at
        await shelf.pilot.press("enter")
        await shelf.until(lambda: isinstance(shelf.app.screen, OverviewScreen))
        assert shelf.app.session is not None
        assert shelf.app.session.debate.title == at
        await shelf.pilot.press("w", "down", "L")
        await shelf.until(lambda: isinstance(shelf.app.screen, LibraryScreen))
        assert shelf.at == at
        assert shelf.app.session is None
        (line,) = (line for line in shelf.lines(type(shelf.screen.shelf)) if line[:1] == "▌")
        assert line.endswith("today")
        await shelf.pilot.press("s")
        assert shelf.titles[0] == at


async def test_the_mouse_and_labels_go_over_the_list(library: Path) -> None:
    async with opened(library, size=(80, 24)) as shelf:
        mouse, at = Mouse(shelf.pilot), shelf.at
        await mouse.on(shelf.screen.shelf, 10, 1)
        assert shelf.at == shelf.titles[1] != at
        await shelf.pilot.press(";")
        await shelf.until(lambda: isinstance(shelf.app.screen, JumpScreen))
        await shelf.pilot.press("d")
        await shelf.until(lambda: isinstance(shelf.app.screen, LibraryScreen))
        assert shelf.at == shelf.titles[2]
        await mouse.on(shelf.screen.shelf, 10, 0, times=2)
        await shelf.until(lambda: isinstance(shelf.app.screen, OverviewScreen))
        assert shelf.app.session is not None
        assert shelf.app.session.debate.title == at


async def test_sorting_goes_round_and_is_remembered(library: Path) -> None:
    async with opened(library) as shelf:
        await shelf.pilot.press("down", "s", "s")
        assert shelf.at == "Broken"
        assert shelf.titles[-1] == "Broken"
        assert shelf.titles[-2] == "Aardvarks"
    async with opened(library) as shelf:
        assert shelf.screen.catalogue.order == "size"
        assert shelf.at == "Broken"
        await shelf.pilot.press("s")
        assert shelf.titles[0] == "Aardvarks"


async def test_the_filter_narrows_as_one_types_and_escape_widens(library: Path) -> None:
    async with opened(library) as shelf:
        await shelf.pilot.press("F", *"ann oth")
        assert shelf.titles == ["Aardvarks"]
        assert shelf.at == "Aardvarks"
        await shelf.pilot.press("x")
        assert shelf.titles == []
        assert "No debate has all these words" in shelf.lines(type(shelf.screen.shelf))[1]
        await shelf.pilot.press("backspace", "enter", "enter")
        await shelf.until(lambda: isinstance(shelf.app.screen, OverviewScreen))
        await shelf.pilot.press("L")
        await shelf.until(lambda: isinstance(shelf.app.screen, LibraryScreen))
        assert shelf.titles == ["Aardvarks"]
        await shelf.pilot.press("escape")
        assert len(shelf.titles) == 7
        assert shelf.at == "Aardvarks"


async def test_a_claim_is_found_and_opened(library: Path) -> None:
    async with opened(library) as shelf:
        lines = await shelf.found("zoo ope")
        assert lines == [" Aardvarks", "▌ + Ann 1.1 The zoo is open."]
        await shelf.pilot.press("enter")
        await shelf.until(lambda: isinstance(shelf.app.screen, WalkScreen))
        session = shelf.app.session
        assert session is not None
        assert session.debate.name(session.row) == "ann.zoo"
        assert set(session.query) == {"zoo", "ope"}
        await shelf.pilot.press("L")
        await shelf.until(lambda: isinstance(shelf.app.screen, LibraryScreen))
        await shelf.pilot.press("/")
        await shelf.until(lambda: isinstance(shelf.app.screen, FinderScreen))
        assert shelf.app.screen.query_one(Input).value == "zoo ope"


async def test_a_title_that_is_found_opens_the_overview(library: Path) -> None:
    async with opened(library) as shelf:
        assert (await shelf.found("aardv"))[1].endswith("Title Aardvarks")
        await shelf.pilot.click(Hits, offset=(5, 1))
        await shelf.until(lambda: isinstance(shelf.app.screen, OverviewScreen))


async def test_nothing_found_and_signs_alone(library: Path) -> None:
    async with opened(library) as shelf:
        for text in ("nowhere", '"', "NEAR(", "*"):
            (line,) = await shelf.found(text)
            assert "Nothing found" in line
            await shelf.pilot.press("escape")
            await shelf.pilot.pause()


async def test_what_cannot_be_opened_says_all_that_is_wrong(library: Path) -> None:
    async with opened(library) as shelf:
        await shelf.pilot.press("down", "enter")
        await shelf.until(lambda: isinstance(shelf.app.screen, Listing))
        await shelf.pilot.press("escape")
        await shelf.until(lambda: isinstance(shelf.app.screen, LibraryScreen))
        assert shelf.at == "Broken"


async def test_a_large_debate_shows_progress_and_can_be_left(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from debate import readers
    from tests.tui.test_app import BAD, Slow

    async with opened(library) as shelf:
        monkeypatch.setattr("debate.tui.shelving.SOON", 0)
        slow = Slow(BAD)
        monkeypatch.setattr(readers, "load", slow)
        await shelf.pilot.press("enter")
        await shelf.until(lambda: isinstance(shelf.app.screen, LoadingScreen))
        await shelf.pilot.press("L")
        await shelf.until(lambda: isinstance(shelf.app.screen, LibraryScreen))
        slow.go_on.set()
        await asyncio.sleep(0.1)
        assert slow.left
        assert isinstance(shelf.app.screen, LibraryScreen)


async def test_what_changes_is_seen_when_asked_for(library: Path) -> None:
    async with opened(library) as shelf:
        (library / "aa.yaml").unlink()
        (library / "new.yaml").write_text("debate: A new one\n")
        await shelf.pilot.press("r")
        await shelf.until(lambda: shelf.titles[0] == "A new one")
        assert "Aardvarks" not in shelf.titles


async def test_a_damaged_index_is_made_anew(library: Path) -> None:
    async with opened(library):
        pass
    (path,) = home.cache().glob("*.sqlite")
    path.write_bytes(b"damaged" * 2000)
    async with opened(library) as shelf:
        assert len(shelf.titles) == 7
        assert len(await shelf.found("zoo")) == 2


async def test_without_fts5_parts_of_words_are_found(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexes, "has_fts5", lambda: False)
    async with opened(library) as shelf:
        assert "lacks FTS5" in shelf.told[0]
        assert (await shelf.found("slund"))[1].endswith("Åslund likes it.")


async def test_where_nothing_can_be_kept_one_is_told_and_it_works(library: Path) -> None:
    home.cache().parent.mkdir(parents=True, exist_ok=True)
    home.cache().write_text("a file where the folder would be")
    async with opened(library) as shelf:
        assert "cannot be kept" in shelf.told[0]
        assert len(await shelf.found("zoo")) == 2


async def test_hostile_titles_are_text(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    for number, text in enumerate(TEXTS):
        (folder / f"{number}.yaml").write_text(f"debate: '{text}'\n", "utf-8")
    (folder / "[b]x[@click=quit].yaml").write_text("debate: x\nwrong: 1\n")
    for size in ((80, 24), (200, 60)):
        async with opened(folder, size) as shelf:
            for _ in shelf.titles:
                shelf.lines(Card)
                widget = shelf.screen.shelf
                widths = {widget.render_line(y).cell_length for y in range(12)}
                assert widths == {widget.scrollable_content_region.width}
                await shelf.pilot.press("down")
            for text in TEXTS:
                assert "Nothing found" not in (await shelf.found(text[:60]))[0], text
                await shelf.pilot.press("escape")
                await shelf.pilot.pause()


async def test_help_and_palette_know_the_library(library: Path) -> None:
    async with opened(library) as shelf:
        await shelf.pilot.press("?")
        await shelf.until(lambda: isinstance(shelf.app.screen, HelpScreen))
        await shelf.pilot.press("escape", "o", "w", "x", "1", "a", "b", "z", "i", "W")
        assert isinstance(shelf.app.screen, LibraryScreen)


async def test_a_folder_whose_debates_all_left_says_so(library: Path) -> None:
    async with opened(library) as shelf:
        for path in library.glob("*.yaml"):
            path.unlink()
        (library / "shelf-000").rename(library / ".hidden")
        await shelf.pilot.press("r")
        await shelf.until(lambda: not shelf.titles)
        await shelf.until(
            lambda: "no debate here" in "".join(shelf.lines(type(shelf.screen.shelf)))
        )


async def test_a_debate_opened_by_itself_has_no_library(tmp_path: Path) -> None:
    from tests.support.walking import everything, walking

    async with walking(everything(), tmp_path) as walk:
        await walk.pilot.press("L")
        assert isinstance(walk.app.screen, RecentScreen)


def test_a_folder_of_debates_is_opened_as_a_library(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[DebateApp] = []
    monkeypatch.setattr(DebateApp, "run", lambda app: seen.append(app))
    opening.open_app(str(library))
    assert seen[0].library == library


async def test_a_window_that_is_too_small_says_so(library: Path) -> None:
    async with opened(library, (59, 15)) as shelf:
        seen = [type(widget).__name__ for widget in shelf.screen.children if widget.display]
        assert seen == ["TooSmall"]
