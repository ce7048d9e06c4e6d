from __future__ import annotations

from pathlib import Path

import pytest

from debate.tui.editor import command


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """A folder of programs that do nothing."""
    for name in ("vim.tiny", "nano", "code", "hx", "emacs", "kak", "micro", "own", "subl", "kate"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    return tmp_path


@pytest.mark.parametrize(
    ("editor", "words"),
    [
        ("vim.tiny", ["+call cursor(7,3)", "FILE"]),
        ("nano -w", ["-w", "+7,3", "FILE"]),
        ("emacs -nw", ["-nw", "+7:3", "FILE"]),
        ("micro", ["+7:3", "FILE"]),
        ("kak", ["+7:3", "FILE"]),
        ("hx", ["FILE:7:3"]),
        ("code", ["--wait", "-g", "FILE:7:3"]),
        ("subl -n", ["-n", "--wait", "FILE:7:3"]),
        ("kate", ["--block", "--line", "7", "--column", "3", "FILE"]),
        ("own --flag 'two words'", ["--flag", "two words", "FILE"]),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(
    there: Path, editor: str, words: list[str]
) -> None:
    file = str(there / "a $b; c.yaml")
    found = command(file, 7, 3, {"EDITOR": editor, "PATH": str(there)})
    assert found is not None
    assert [word.replace(file, "FILE") for word in found[1:]] == words


def test_visual_comes_before_editor_and_what_is_missing_is_passed_over(there: Path) -> None:
    path = {"PATH": str(there)}
    assert (command("f", 1, 1, {"VISUAL": "hx", "EDITOR": "nano", **path}) or [])[0] == "hx"
    assert (command("f", 1, 1, {"VISUAL": "gone", "EDITOR": "hx", **path}) or [])[0] == "hx"
    assert (command("f", 1, 1, {"EDITOR": "'unclosed", **path}) or [])[0] == "nano"
    assert (command("f", 1, 1, path) or [])[0] == "nano"
    assert command("f", 1, 1, {"PATH": "/nowhere"}) is None


def test_a_file_is_never_taken_for_an_option(there: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(there)
    found = command("-rf.yaml", 0, 0, {"EDITOR": "nano", "PATH": str(there)})
    assert found == ["nano", "+1,1", str(there / "-rf.yaml")]
