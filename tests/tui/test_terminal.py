"""The app in a real terminal: bytes in, bytes out, and the terminal as it was before."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.hostile import TEXTS
from tests.support.terminal import Terminal, debate, home

Opened = Callable[..., Terminal]

#: What a text below asks of a terminal and the app never does: a title, the clipboard, plain red.
_COMMANDS_OF_TEXT = re.compile(rb"\x1b\](?:0|52);|\x1b\[31m")

#: The one title that the app sets itself: the debate's, without a character that a terminal obeys.
_OUR_TITLE = re.compile(rb"\x1b\]0;[^\x00-\x1f\x7f]* \xe2\x80\x93 debate\x1b\\")


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    """The app on the bundled debate, or on a path; each time the same user comes back."""

    def open_it(*arguments: str, size: tuple[int, int] = (120, 40)) -> Terminal:
        return Terminal(debate(*arguments), size=size, env=home(tmp_path), cwd=tmp_path)

    return open_it


def leave(terminal: Terminal) -> None:
    """Quit, and look at what is left behind."""
    terminal.press("q")
    assert terminal.wait_exit() == 0
    assert not terminal.alternate
    assert terminal.cursor_shown
    assert b"\x1b[?1003l" in terminal.output  # the mouse is the shell's again


def test_a_walk_through_the_debate(opened: Opened) -> None:
    with opened() as terminal:
        terminal.wait_for("Quit")
        assert terminal.alternate
        assert not terminal.cursor_shown
        terminal.wait_for("only if Trump is willing to give")
        terminal.wait_for("silent — says nothing on this")

        terminal.press("2")
        terminal.wait_for("1.1 The earlier meetings")
        terminal.press("down")
        terminal.wait_for("Åslund 1.1")
        terminal.press("{")
        terminal.wait_for(lambda t: "1.1 The earlier meetings" not in t.text())
        terminal.press("}")
        terminal.wait_for("1.1 The earlier meetings")

        terminal.press("/")
        terminal.wait_for("one word, or several")
        terminal.press(*"border")
        terminal.wait_for("1 found")
        terminal.press("enter")
        terminal.wait_for("O'Toole 1.1.1.1.1")

        terminal.press("c")
        terminal.wait_for("Side by side")
        terminal.press("right")
        terminal.wait_for("Strongest supports")
        terminal.press("enter")
        terminal.wait_for("President Trump should not meet")
        leave(terminal)


def test_the_mouse_opens_what_is_clicked(opened: Opened) -> None:
    with opened() as terminal:
        terminal.wait_for("Compare")
        column = terminal.text().splitlines()[0].index("Compare") + 2
        terminal.press(f"\x1b[<0;{column};1M", f"\x1b[<0;{column};1m")
        terminal.wait_for("Side by side")
        leave(terminal)


def test_a_window_too_small_says_so_and_recovers(opened: Opened) -> None:
    with opened() as terminal:
        terminal.wait_for("Who recommends what")
        terminal.resize(40, 10)
        terminal.wait_for("40x10 is too small")
        terminal.resize(80, 24)
        terminal.wait_for(lambda t: "What is asked" in t.text() and "too small" not in t.text())
        leave(terminal)


def test_one_comes_back_to_where_one_stopped(opened: Opened) -> None:
    with opened() as terminal:
        terminal.wait_for("Who recommends what")
        terminal.press("3")
        terminal.wait_for("O'Toole 1")
        terminal.press("down", "down")
        terminal.wait_for("O'Toole 1.1.1")
        leave(terminal)
    with opened() as terminal:
        terminal.wait_for("O'Toole 1.1.1")
        leave(terminal)


def test_a_debate_that_cannot_be_read_leaves_the_terminal_alone(
    opened: Opened, tmp_path: Path
) -> None:
    (tmp_path / "broken.yaml").write_text("debate: [\n")
    with opened("broken.yaml") as terminal:
        assert terminal.wait_exit() == 1
        assert b"\x1b[?1049h" not in terminal.output
        terminal.wait_for("broken.yaml:")
        assert "Traceback" not in terminal.text()


def test_texts_command_no_terminal(opened: Opened, tmp_path: Path) -> None:
    claims = [*TEXTS, r"\e]0;owned\a", r"\e]52;c;b3duZWQ\a", r"\e[?1049l\e[31mred"]
    quoted = [f'"{text}"' if "\\e" in text else f"'{text}'" for text in claims]
    listed = "".join(f"  - {text}\n" for text in quoted)
    (tmp_path / "hostile.yaml").write_text(
        f"debate: {quoted[-1]}\npositions:\n  ann:\n    speaker: {quoted[-2]}\n    claims:\n"
        + listed.replace("  - ", "      - ")
        + f"background:\n{listed}",
        "utf-8",
    )
    with opened("hostile.yaml", size=(80, 24)) as terminal:
        terminal.wait_for("Who argues what")
        for key in ("pagedown", "pagedown", "1", "down", "down", "end", "c", "end", "x"):
            terminal.press(key)
            terminal.quiet(0.1)
        terminal.wait_for("type to find")
        assert terminal.alternate
        without_title, titles = _OUR_TITLE.subn(b"", terminal.output)
        assert titles == 1
        assert not _COMMANDS_OF_TEXT.search(without_title)
        terminal.press("escape")
        terminal.wait_for(lambda t: "type to find" not in t.text())
        leave(terminal)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_ended_from_outside_the_terminal_is_as_before(opened: Opened, number: int) -> None:
    with opened() as terminal:
        terminal.wait_for("Quit")
        terminal.process.send_signal(number)
        assert terminal.wait_exit() == 128 + number
        assert not terminal.alternate
        assert terminal.cursor_shown
        assert b"\x1b[?1003l" in terminal.output


def test_the_map_in_a_terminal(opened: Opened) -> None:
    with opened() as terminal:
        terminal.wait_for("Who recommends what")
        terminal.press("m")
        terminal.wait_for(lambda t: "recommends ┐" in t.text() and "◆" in t.text())
        terminal.press("-")  # to the objections to that condition
        terminal.wait_for(lambda t: "┏ - 1.1.1" in t.text() and "condition ╗" in t.text())
        terminal.press("r")
        terminal.wait_for("✗ falls")
        terminal.press(",")
        terminal.wait_for("one line")
        terminal.press(",")
        terminal.wait_for("[-✗ ]")
        terminal.press("A")
        terminal.wait_for(lambda t: "(+✓" in t.text())
        terminal.press(".", ".", "3")
        terminal.wait_for(lambda t: "└ O'Toole ─" in t.text() and "┄≠┄" in t.text())
        terminal.press("\x1b[1;2D", "\x1b[<64;60;20M", "\x1b[<65;60;20M")  # Shift+Left, the wheel
        terminal.resize(80, 24)
        terminal.wait_for("Quit")
        terminal.press("w")
        terminal.wait_for("Recommendation  O'Toole 1")
        leave(terminal)


def test_the_app_ends_when_its_terminal_goes_away(tmp_path: Path) -> None:
    """While it has much to draw: a dropped connection asks nobody whether it is a good moment."""
    with Terminal(debate(), env=home(tmp_path), cwd=tmp_path) as terminal:
        terminal.wait_for("Overview")
        terminal.press("w", *["j", "k", "m", "w"] * 60, "c")
        os.close(terminal._master)
        try:
            assert terminal.process.wait(20)  # else TimeoutExpired
        finally:
            terminal._master = os.open(os.devnull, os.O_RDWR)
