"""A note typed in a real terminal is there the next day; a filter is typed, walked and left."""

from __future__ import annotations

from pathlib import Path

from tests.support.command import run
from tests.support.terminal import Terminal, debate, home


def opened(folder: Path) -> Terminal:
    return Terminal(debate(), size=(80, 24), env=home(folder), cwd=folder)


def leave(terminal: Terminal) -> None:
    terminal.press("q")
    assert terminal.wait_exit() == 0
    assert not terminal.alternate


def test_a_note_is_typed_and_there_the_next_time(tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        terminal.wait_for("Who recommends what")
        terminal.press("1")
        terminal.wait_for("Fried 1")
        terminal.press("N")
        terminal.wait_for("Note on Fried 1")
        terminal.press(*"Is that a yes?", "enter")
        terminal.press("\x1b[200~pasted \x1b]0;owned\x07\x1b[31mred\x1b[201~")
        terminal.wait_for("pasted")
        terminal.press("\x13")
        terminal.wait_for("Your note")
        terminal.press("down", "*")
        terminal.wait_for("★ marked")
        leave(terminal)
        assert b"\x1b]0;owned" not in terminal.output
    with opened(tmp_path) as terminal:
        terminal.wait_for("★ marked")
        terminal.press("up")
        terminal.wait_for("Is that a yes?")
        terminal.press("F")
        terminal.wait_for("Filter the outline")
        terminal.press(*"my notes", "\r")
        terminal.wait_for("My notes: 1 of 45")
        terminal.press("escape")
        terminal.wait_for(lambda t: "My notes" not in t.text())
        leave(terminal)
    printed = run("show", "kerch-strait", "--notes", "mine", env=home(tmp_path), cwd=tmp_path)
    assert "Is that a yes?" in printed.stdout
    assert "1.1 ★ condition" in printed.stdout
