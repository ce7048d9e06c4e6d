"""Guided walks and the way in, in a real terminal: keys typed, the screen read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.terminal import Terminal, debate, home

Opened = Callable[..., Terminal]


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    """The app on the bundled debate; each time the same user comes back."""

    def open_it(*, new: bool = False) -> Terminal:
        env = home(tmp_path)
        if new:
            (tmp_path / "debate" / "state" / "tour.json").unlink()
        return Terminal(debate(), size=(120, 40), env=env, cwd=tmp_path)

    return open_it


def leave(terminal: Terminal) -> None:
    terminal.press("q")
    assert terminal.wait_exit() == 0
    assert not terminal.alternate


def test_the_way_in_is_shown_once(opened: Opened, tmp_path: Path) -> None:
    with opened(new=True) as terminal:
        terminal.wait_for("What an argument map is")
        for title in ("How to read the signs", "How to move", "How to judge", "where help is"):
            terminal.press(" ")
            terminal.wait_for(title)
        terminal.press(" ")
        terminal.wait_for(lambda t: "where help is" not in t.text())
        leave(terminal)
    with opened() as terminal:
        terminal.wait_for("Who recommends what")
        terminal.quiet(0.3)
        assert "argument map" not in terminal.text()
        leave(terminal)


def test_a_side_is_walked_predicted_projected_and_resumed(opened: Opened) -> None:
    with opened() as terminal:
        terminal.wait_for("Who recommends what")
        terminal.press("G")
        terminal.wait_for("Whose case?")
        terminal.press("enter")
        terminal.wait_for("The case of Fried")
        terminal.press("pagedown")
        terminal.wait_for("What does Fried recommend?")
        terminal.press("1")
        terminal.wait_for("1 of 1 foreseen")
        terminal.press(" ")
        terminal.wait_for("President Trump should meet")
        terminal.press("P")
        terminal.wait_for("▀▄")  # large letters
        assert "Overview" not in terminal.text()
        terminal.press("pagedown")
        terminal.wait_for("only if")
        terminal.press(".")
        terminal.wait_for(lambda t: not t.text().strip())
        terminal.press(".")
        terminal.wait_for("only if")
        terminal.press("P")
        terminal.wait_for("Trump is willing to give")
        leave(terminal)
    with opened() as terminal:
        terminal.wait_for("Who recommends what")
        terminal.press("G")
        terminal.wait_for("at step 4 of")
        terminal.press("enter")
        terminal.wait_for("The case of Fried")
        terminal.wait_for("Trump is willing to give")
        leave(terminal)


def test_a_clash_ends_with_what_would_decide_it(opened: Opened) -> None:
    with opened() as terminal:
        terminal.wait_for("Who recommends what")
        terminal.press("C")
        terminal.wait_for("Fried ≠ Åslund")
        terminal.press("enter")
        terminal.wait_for("Fried against Åslund")
        terminal.press("end", "left")
        terminal.wait_for("“Don't meet” would be the outcome")
        terminal.press("left", "3")
        terminal.wait_for("As you expected")
        leave(terminal)
