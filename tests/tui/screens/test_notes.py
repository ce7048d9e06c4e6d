"""Marking and noting in the walk: seen at once, in the list, in the search, in what is exported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Checkbox, Input, Static

from debate.model import Debate
from debate.model.annotations import Annotation, Annotations, Lost
from debate.tui import home
from debate.tui.screens.export import ExportScreen
from debate.tui.screens.notes import NotesScreen
from debate.tui.screens.search import SearchScreen
from debate.tui.screens.writing import WritingScreen
from debate.tui.widgets.page import Page
from tests.support.hostile import EMPTY, TEXTS, hostile
from tests.support.walking import Walk, everything, walking


async def write(walk: Walk, text: str) -> None:
    await walk.pilot.press("N")
    await walk.pilot.pause()
    assert isinstance(walk.app.screen, WritingScreen)
    walk.app.screen.paper.insert(text)
    await walk.pilot.press("ctrl+s")
    await walk.pilot.pause()


def listed(walk: Walk) -> str:
    assert isinstance(walk.app.screen, NotesScreen)
    sheet = walk.app.screen.query_one(Page)._sheet
    return "\n".join(line.plain for line in sheet.lines)


async def test_a_mark_is_seen_and_undone(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.press("down", "*")
        assert walk.lines[1].endswith("★")
        assert "★ marked" in walk.page
        await walk.press("ctrl+z")
        assert not walk.lines[1].endswith("★")
        assert "marked" not in walk.page
        assert walk.told[-1] == "Undone: mark on Ann 1.1."


async def test_the_next_mark_is_found_on_any_side(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        assert await walk.press("'") == "ann.go"
        assert walk.told[-1] == "Nothing is marked yet: * marks a claim."
        await walk.press("down", "*", "2", "down", "*")
        assert await walk.press("'") == "ann.dry"
        assert await walk.press("'") == "bo.healthy"
        assert await walk.press("b") == "ann.dry"


async def test_a_note_is_kept_shown_and_can_be_taken_back(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await write(walk, "First.\nSecond.")
        assert "✎" in walk.lines[0]
        assert "✎ Your note" in walk.page
        assert "Second." in walk.page
        assert walk.app.session is not None
        path = home.notes(walk.app.session.key)
        assert json.loads(path.read_text("utf-8"))["notes"][0]["note"] == "First.\nSecond."
        await walk.pilot.press("N")
        assert isinstance(walk.app.screen, WritingScreen)
        walk.app.screen.paper.text = ""
        await walk.pilot.press("ctrl+s")
        await walk.pilot.pause()
        assert "Your note" not in walk.page
        await walk.press("z")
        assert "Second." in walk.page
    async with walking(everything(), tmp_path) as walk:
        assert "Second." in walk.page


async def test_leaving_asks_only_when_something_would_be_lost(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.pilot.press("N", "escape")
        assert walk.screen
        await walk.pilot.press("N", "a", "escape")
        assert isinstance(walk.app.screen, WritingScreen)
        answer = walk.app.screen.query_one("#answer", Static)
        assert answer.display
        await walk.pilot.press("b")
        await walk.pilot.pause()
        assert not answer.display
        await walk.pilot.press("escape", "escape")
        await walk.pilot.pause()
        assert walk.screen
        assert "Your note" not in walk.page


async def test_what_is_pasted_commands_nothing(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.pilot.press("N")
        assert isinstance(walk.app.screen, WritingScreen)
        paper = walk.app.screen.paper
        walk.app.post_message(events.Paste(" \x1b[31mred\x07\u202e\n\tindented [/b] "))
        await walk.pilot.pause()
        assert paper.text == " [31mred\n\tindented [/b] "


async def test_the_list_leads_to_claims_and_keeps_what_is_gone(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.pilot.press("ctrl+l")
        assert "marked nothing and noted nothing" in listed(walk)
        await walk.press("escape", "down", "*", "2")
        await write(walk, "On Bo.")
        session = walk.app.session
        assert session is not None
        lost = Lost("ann.old", "It was said.", Annotation("Still mine."))
        session.noting.join(Annotations(lost=(lost,)), "all")
        await walk.pilot.press("ctrl+l")
        await walk.pilot.pause()
        text = listed(walk)
        assert text.index("Ann Other") < text.index("On Bo.") < text.index("no longer there")
        assert "Still mine." in text
        await walk.pilot.press("delete")
        assert "Ann Other" not in listed(walk)
        await walk.pilot.press("z")
        assert "Ann Other" in listed(walk)
        await walk.pilot.press("end", "enter")
        await walk.pilot.pause()
        assert isinstance(walk.app.screen, WritingScreen)
        assert walk.app.screen.paper.text == "Still mine."
        await walk.pilot.press("!", "ctrl+s")
        await walk.pilot.pause()
        assert "Still mine.!" in listed(walk)
        await walk.pilot.press("home", "enter")
        await walk.pilot.pause()
        assert walk.name == "ann.dry"


async def test_notes_go_to_a_file_and_come_from_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with walking(everything(), tmp_path) as walk:
        await write(walk, "Mine.")
        await walk.app.run_action("app.save_notes")
        await walk.pilot.press("enter")
        await walk.pilot.pause()
        other = json.loads(Path("notes.json").read_text("utf-8"))
        other["notes"][0] |= {"note": "Theirs.", "mark": True}
        Path("notes.json").write_text(json.dumps(other))
        await walk.app.run_action("app.load_notes")
        await walk.pilot.press("enter")
        await walk.pilot.pause()
        assert walk.app.session is not None
        assert walk.app.session.noting.of(0) == Annotation("Mine.\n\nTheirs.", True)
        Path("notes.json").write_text("notes: 3")
        await walk.app.run_action("app.load_notes")
        await walk.pilot.press("enter")
        await walk.pilot.pause()
        assert walk.told[-1].startswith("notes.json:1:8: here belongs a list")


async def test_ones_own_notes_are_searched(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await write(walk, "Quixotic, if you ask me.")
        await walk.pilot.press("slash", *"quixotic go")
        await walk.pilot.pause(0.1)
        assert isinstance(walk.app.screen, SearchScreen)
        results = walk.app.screen.results
        lines = [results.render_line(y).text for y in range(3)]
        assert "✎ Quixotic, if" in lines[1]
        await walk.pilot.press("enter")
        assert walk.name == "ann.go"


async def test_the_export_has_notes_unless_they_are_not_wanted(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path, (80, 24)) as walk:
        await walk.pilot.press("x")
        await walk.pilot.pause()
        assert not walk.app.screen.query("#notes")
        await walk.pilot.press("escape")
        await write(walk, "To be exported.")
        await walk.pilot.press("x")
        await walk.pilot.pause()
        screen = walk.app.screen
        assert isinstance(screen, ExportScreen)
        screen.query_one("#file", Input).value = str(tmp_path / "out.md")
        switch = screen.query_one("#notes", Checkbox)
        assert screen.region.contains_region(switch.region)
        assert screen.options.notes
        switch.value = False
        assert screen.options.notes is None
        switch.value = True
        await walk.pilot.press("ctrl+s")
        await walk.until(lambda: (tmp_path / "out.md").exists())
        assert "**Reader's note**: To be exported." in (tmp_path / "out.md").read_text("utf-8")


async def test_a_broken_file_is_told_and_notes_go_on(tmp_path: Path) -> None:
    home.data().mkdir(parents=True)
    home.notes(home.key(tmp_path / "debate")).write_text("notes: [")
    async with walking(everything(), tmp_path) as walk:
        assert any("Your notes are set aside" in told for told in walk.told)
        await write(walk, "New.")
        assert "New." in walk.page


async def test_notes_that_cannot_be_saved_are_told_and_stay_in_sight(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "data").write_text("in the way")
    async with walking(everything(), tmp_path) as walk:
        await write(walk, "Unsaved.")
        assert any("Your notes cannot be saved" in told for told in walk.told)
        assert "Unsaved." in walk.page


@pytest.mark.parametrize(("debate", "theme"), [(hostile(), "ansi-dark"), (EMPTY, "debate-light")])
async def test_nothing_breaks_it(tmp_path: Path, debate: Debate, theme: str) -> None:
    async with walking(debate, tmp_path, (80, 24), theme) as walk:
        session = walk.app.session
        assert session is not None
        for row, text in zip(range(len(debate.claims)), TEXTS, strict=False):
            session.noting.write(row, f"{text}\n{text}")
            session.noting.toggle(row)
        keys = ["*", "'", "N", "escape", "ctrl+l", "down", "pagedown", "end", "escape", "tab"]
        for key in keys:
            await walk.pilot.press(key)
            await walk.pilot.pause()
        assert walk.screen
