"""A class in a real terminal: killed in the middle of a vote, and gone on with."""

from __future__ import annotations

import re
import signal
from pathlib import Path

from tests.support.terminal import Terminal, debate, home


def test_a_killed_class_goes_on_with_every_count(tmp_path: Path) -> None:
    def opened() -> Terminal:
        return Terminal(debate(), size=(100, 30), env=home(tmp_path), cwd=tmp_path)

    with opened() as terminal:
        terminal.wait_for("Quit")
        terminal.press("H")
        terminal.wait_for("The plan: 45 minutes")
        terminal.press("b")
        terminal.wait_for("which answer will stand")
        terminal.press("1", "pagedown", "2")
        terminal.wait_for("2 of 29")
        terminal.press("pageup", "pagedown", "pagedown")
        terminal.wait_for("3 of 29")
        terminal.press("1", "7", "enter", "9")
        terminal.wait_for("26 votes")
        terminal.process.send_signal(signal.SIGKILL)
        assert terminal.wait_exit() == -signal.SIGKILL

    with opened() as terminal:
        terminal.wait_for("Quit")
        terminal.press("H")
        terminal.wait_for("Go on with the class of")
        terminal.press("enter")
        terminal.wait_for("65 %")
        terminal.wait_for("26 votes")
        terminal.wait_for("left")  # the time went on meanwhile
        terminal.press("pagedown")
        terminal.wait_for("4 of 29")
        terminal.press("w")
        terminal.wait_for("Back to the class")
        terminal.press("H")
        terminal.wait_for("4 of 29")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert not terminal.alternate
        assert b"\x07" not in re.sub(rb"\x1b\][^\x07]*\x07", b"", terminal.output)  # no bell
