"""``debate record``: a class as a page, and which classes there are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from debate.cli import main
from debate.lessons.keeping import write
from debate.lessons.record import Vote
from debate.tui import classes
from tests.support.classes import record

MADE = record(Vote(1, "q", {"go": 3, "stay": 1}), group="10a", ended="2026-11-25T09:45:00+00:00")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DEBATE_HOME", str(tmp_path / "home"))
    path = tmp_path / "class.json"
    path.write_text(write(MADE), "utf-8")
    return path


def test_a_class_is_printed_as_markdown(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["record", str(file)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("# Shall we go?\n")
    assert "3 (75 %)" in out
    assert err == ""


@pytest.mark.parametrize(
    "words", [["-o", "10a.html"], ["--to", "html", "-o", "page"], ["--to", ".html", "-o", "page"]]
)
def test_a_class_is_written_as_html(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["record", str(file), *words]) == 0
    assert (tmp_path / words[-1]).read_text("utf-8").startswith("<!doctype html>")


def test_a_file_that_is_no_class_is_told_by_line(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(write(MADE).replace('"minutes": 5', '"minutes": "five"'), "utf-8")
    assert main(["record", str(file)]) == 1
    err = capsys.readouterr().err
    line = next(n for n, text in enumerate(file.read_text().split("\n"), 1) if '"five"' in text)
    assert err == f"{file}:{line}:15: minutes is of the wrong kind; write integer\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [(["--to", "pdf"], "unknown format pdf"), (["-o", "page.pdf"], "which format?")],
)
def test_a_format_that_there_is_not_is_wrong_use(
    file: Path, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["record", str(file), *words]) == 2
    assert said in capsys.readouterr().err


def test_a_file_that_there_is_not(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["record", f"{file}.not"]) == 1
    assert "No such file" in capsys.readouterr().err


def test_all_classes_are_listed(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["record"]) == 0
    assert "no class is kept yet" in capsys.readouterr().err
    path = classes.new("key", MADE.begun)
    classes.keep(path, MADE)
    other = classes.new("key", MADE.begun)
    assert other != path
    assert main(["record"]) == 0
    out = capsys.readouterr().out
    assert out == (f"25 November 2026, 09:00 to 09:45; 10a; Shall we go?\n    {path}\n")
    other.write_text("{")
    assert main(["record"]) == 1
    assert f"{other}:1:2: this is not JSON" in capsys.readouterr().err
    assert other.exists()


def test_no_screen_is_loaded(file: Path) -> None:
    probe = (
        "import sys; from debate.cli import main; main(sys.argv[1:]);"
        "sys.exit(bool({'textual', 'rich'} & set(sys.modules)))"
    )
    words = [sys.executable, "-c", probe, "record", str(file), "--to", "html"]
    assert subprocess.run(words, capture_output=True, timeout=60).returncode == 0
