"""``debate walk``: the app at a terminal, text elsewhere."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from debate import tui
from debate.cli import main
from tests.support.command import KERCH


class _Stream(io.StringIO):
    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


def _walk(
    monkeypatch: pytest.MonkeyPatch,
    *words: str,
    stdin: bool = True,
    stdout: bool = True,
    term: str = "xterm",
) -> tuple[list[str | None], str]:
    """The paths that the app was opened on, and what was printed."""
    opened: list[str | None] = []

    def run(path: str | None) -> int:
        opened.append(path)
        return 0

    printed = _Stream(terminal=stdout)
    monkeypatch.setattr(tui, "run", run)
    monkeypatch.setattr(sys, "stdin", _Stream(terminal=stdin))
    monkeypatch.setattr(sys, "stdout", printed)
    monkeypatch.setenv("TERM", term)
    assert main(list(words)) == 0
    return opened, printed.getvalue()


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ([], None),
        (["walk"], None),
        (["some/where"], "some/where"),
        (["walk", "check"], "check"),
        (["kerch-strait"], str(KERCH)),
    ],
)
def test_a_terminal_opens_the_app(
    words: list[str], path: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert _walk(monkeypatch, *words) == ([path], "")


@pytest.mark.parametrize("lacking", [{"stdin": False}, {"stdout": False}, {"term": "dumb"}])
def test_elsewhere_it_prints(lacking: dict[str, bool], monkeypatch: pytest.MonkeyPatch) -> None:
    opened, printed = _walk(monkeypatch, **lacking)  # type: ignore[arg-type]
    assert opened == []
    assert printed.startswith("Should the president meet Putin")
    assert "\nClashes\n" in printed
