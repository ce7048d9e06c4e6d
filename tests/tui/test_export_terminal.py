"""A format is found by typing, a judged debate saved, in a real terminal."""

from __future__ import annotations

from pathlib import Path

from tests.support.terminal import Terminal, debate, home


def test_a_judged_outline_is_saved(tmp_path: Path) -> None:
    with Terminal(debate(), size=(80, 24), env=home(tmp_path), cwd=tmp_path) as terminal:
        terminal.wait_for("Who recommends what")
        terminal.press("1")
        terminal.wait_for("Fried 1")
        terminal.press("r")
        terminal.wait_for("rejected")
        terminal.press("x")
        terminal.wait_for("Format (type to find)")
        terminal.press(*"plain")
        terminal.wait_for("kerch-strait.txt")
        terminal.wait_for("my judgements")
        terminal.press("\x13")
        terminal.wait_for("Saved")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    written = (tmp_path / "kerch-strait.txt").read_text("utf-8")
    assert "- rejected: Fried 1: President Trump should meet" in written
    assert "Verdict: ✗ falls: rejected, strength 0.00" in written
