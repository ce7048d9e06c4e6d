"""How far the reading has come, on stderr."""

from __future__ import annotations

import io
import sys

import pytest

from debate.cli import progress
from debate.cli.progress import Progress


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _terminal(monkeypatch: pytest.MonkeyPatch) -> _Terminal:
    """Stderr from here on; not a fixture, for pytest sets stderr anew when the test is called."""
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    return terminal


def test_a_short_wait_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _terminal(monkeypatch)
    monkeypatch.setattr(progress, "PATIENCE", 1e9)
    with Progress("big") as show:
        show(1, 2)
    assert terminal.getvalue() == ""


def test_a_long_wait_shows_percent_and_is_wiped_away(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _terminal(monkeypatch)
    monkeypatch.setattr(progress, "PATIENCE", 0)
    with Progress("big") as show:
        show(100, 100)
        show(1, 3)
        show(1, 3)
        show(0, 0)
    first, shorter, shortest, last, nothing = terminal.getvalue().split("\r")[1:]
    assert first == "reading big … 100 %"
    assert shorter == "reading big … 33 % "
    assert shortest.rstrip() == "reading big …"
    assert last.strip() == nothing == ""
    assert len(last) == len(shortest.rstrip())


@pytest.mark.parametrize("stderr", [None, io.StringIO()])
def test_without_a_terminal_it_says_nothing(
    stderr: io.StringIO | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", stderr)
    monkeypatch.setattr(progress, "PATIENCE", 0)
    with Progress("big") as show:
        show(1, 2)
    assert stderr is None or stderr.getvalue() == ""


def test_it_is_wiped_away_when_reading_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _terminal(monkeypatch)
    monkeypatch.setattr(progress, "PATIENCE", 0)
    with pytest.raises(MemoryError), Progress("big") as show:
        show(1, 2)
        raise MemoryError
    assert terminal.getvalue().endswith("\r")
