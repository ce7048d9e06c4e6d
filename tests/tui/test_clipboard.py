"""What is selected with the mouse is copied as one would type it, and arrives somewhere."""

from __future__ import annotations

import base64
import shutil
from pathlib import Path

import pytest
from textual.geometry import Offset
from textual.widget import Widget

from debate.tui import clipboard, home
from tests.support import grid
from tests.support.build import build
from tests.support.hostile import hostile
from tests.support.terminal import Terminal, debate
from tests.support.terminal import home as home_of
from tests.support.walking import Walk, everything, walking

LONG = "A claim so long that no window of eighty columns shows it on one line, or on two of them."


async def drag(walk: Walk, widget: Widget, start: tuple[int, int], end: tuple[int, int]) -> None:
    await walk.pilot.mouse_down(widget, offset=start)
    await walk.pilot.hover(widget, offset=end)
    await walk.pilot.mouse_up(widget, offset=end)
    await walk.pilot.pause()


def place(widget: Widget, text: str, before: int = 0) -> tuple[int, int]:
    """Where a text stands in a widget."""
    lines = [widget.render_line(y).text for y in range(widget.size.height)]
    y = next(number for number, line in enumerate(lines) if text in line)
    return lines[y].index(text) - before, y


async def test_words_of_a_claim_s_page(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        x, y = place(walk.screen.claim, "should go")
        await drag(walk, walk.screen.claim, (x, y), (x + 6, y))
        await walk.pilot.press("ctrl+c")
        assert walk.app.clipboard == "should"
        assert walk.told == ["Copied what is selected."]
        assert not walk.screen.selections
        await walk.pilot.press("ctrl+c")
        assert walk.told == ["q quits."]  # nothing is selected any more


async def test_what_was_wrapped_is_one_line_again(tmp_path: Path) -> None:
    made = build({"a": {"claims": [{"claim": LONG, "supports": ["It helps."]}]}})
    async with walking(made, tmp_path, size=(100, 40)) as walk:
        page = walk.screen.claim
        x, y = place(page, "A claim so")
        end = place(page, "because it helps")
        await drag(walk, page, (x, y), (end[0] + 15, end[1]))
        await walk.pilot.press("y")
        lines = walk.app.clipboard.splitlines()
        assert lines[0] == LONG
        assert lines[-1] == "+ because it helps"
        assert not [line for line in lines if line != line.rstrip()]


async def test_rows_of_the_outline_are_copied_whole(tmp_path: Path) -> None:
    made = build({"a": {"claims": [{"claim": "One.", "supports": [LONG, "Three."]}]}})
    async with walking(made, tmp_path, size=(100, 30)) as walk:
        outline = walk.screen.outline
        await drag(walk, outline, (8, 0), (12, 2))
        before = walk.name
        await walk.pilot.press("y")
        assert walk.app.clipboard == f"○ 1 One.\n  + 1.1 {LONG}\n  + 1.2 Three."
        assert walk.name == before  # a drag is no click


async def test_a_drag_on_a_spot_does_not_open_it_and_a_click_still_does(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        x, y = place(walk.screen.claim, "it is late")
        await drag(walk, walk.screen.claim, (x, y), (x + 5, y))
        assert walk.name == "ann.go"
        await walk.pilot.click(walk.screen.claim, offset=(x, y))
        await walk.pilot.pause()
        assert walk.name == "ann.late"


@pytest.mark.parametrize("theme", ["debate-dark", "ansi-dark"])
async def test_what_is_selected_is_seen(tmp_path: Path, theme: str) -> None:
    async with walking(everything(), tmp_path, theme=theme) as walk:
        walk.screen.claim.focus()
        await walk.pilot.pause()
        before = grid.text(walk.app), grid.styles(walk.app)
        x, y = place(walk.screen.claim, "should go")
        await drag(walk, walk.screen.claim, (x, y), (x + 6, y))
        assert grid.text(walk.app) == before[0]
        assert grid.styles(walk.app) != before[1]


async def test_hostile_texts_are_selected_too(tmp_path: Path) -> None:
    async with walking(hostile(), tmp_path, size=(80, 24)) as walk:
        for view in "woc":
            await walk.pilot.press(view)
            await walk.pilot.pause()
            for end in ((70, 20), (3, 4), (79, 23)):
                await walk.pilot.mouse_down(offset=Offset(5, 5))
                await walk.pilot.hover(offset=Offset(*end))
                await walk.pilot.mouse_up(offset=Offset(*end))
                await walk.pilot.press("ctrl+c")
        assert walk.app.failure is None
        assert walk.app.clipboard


def test_a_program_of_the_desktop_is_asked_where_there_is_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: name if name in ("xsel", "tmux") else None)
    assert clipboard.program({}) is None
    assert clipboard.program({"DISPLAY": ":0"}) == ["xsel", "-ib"]
    assert clipboard.program({"DISPLAY": ":0", "SSH_CONNECTION": "x"}) is None
    assert clipboard.program({"TMUX": "x", "SSH_CONNECTION": "x"}) == [
        "tmux", "load-buffer", "-w", "-",
    ]  # fmt: skip


async def test_a_terminal_without_a_clipboard_leaves_a_file(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        walk.app._keep("kept")
        await walk.pilot.pause()
        assert (home.data() / clipboard.FILE).read_text() == "kept"
        assert walk.told[-1].startswith("This terminal has no clipboard: it is in ")


def test_in_a_terminal(tmp_path: Path) -> None:
    with Terminal(debate(), size=(120, 30), env=home_of(tmp_path), cwd=tmp_path) as terminal:
        terminal.wait_for("Quit")
        terminal.press("1")
        terminal.wait_for("Recommendation")
        terminal.quiet()
        lines = terminal.text().splitlines()
        y = next(y for y, line in enumerate(lines) if "Recommendation" in line) + 1
        x = lines[y - 1].index("Recommendation") + 1
        terminal.press(f"\x1b[<0;{x};{y}M", f"\x1b[<32;{x + 9};{y}M", f"\x1b[<32;{x + 14};{y}M")
        terminal.press(f"\x1b[<0;{x + 14};{y}m")
        terminal.quiet()
        terminal.press("\x03")
        terminal.wait_for("Copied what is selected.")
        copied = base64.b64encode(b"Recommendation")
        assert b"\x1b]52;c;" + copied in terminal.output
        terminal.press("q")
        assert terminal.wait_exit() == 0
