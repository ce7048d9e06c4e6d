"""``debate new``: a debate to start from, all of it or nothing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from debate.cli import folders, main
from debate.files import read
from debate.files.schema import schema

#: Every key of the format, by where it may stand (the tables of the README).
KEYS = {
    *("format", "debate", "date", "summary", "outcome", "sources", "questions", "positions"),
    *("background", "title", "author", "publisher", "url", "ask", "options", "standard"),
    *("speaker", "short", "role", "note", "recommendations", "claims", "question", "option"),
    *("only_if", "supports", "objections", "together_with", "undercuts", "claim", "id", "cite"),
    *("source", "paragraph", "page", "at", "words", "scheme", "weight", "credence", "tags"),
    *("extra", "agrees_with", "clashes_with", "ref"),
}


def test_it_is_a_sound_debate(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "mine"
    assert main(["new", str(folder)]) == 0
    assert str(folder) in capsys.readouterr().err
    reading = read(folder)
    assert reading.problems == []
    assert reading.debate is not None
    assert len(reading.debate.positions) == 2
    assert {path.name for path in tmp_path.iterdir()} == {"mine"}


def test_it_uses_every_key_and_points_to_its_schema(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "mine")]) == 0
    written = ""
    for file in (tmp_path / "mine").glob("*.yaml"):
        text = file.read_text("utf-8")
        header = "# yaml-language-server: $schema="
        pointed = text.splitlines()[0].removeprefix(header)
        assert json.loads((file.parent / pointed).read_text("utf-8")) == schema()
        written += re.sub(r"^\s*#.*", "", text, flags=re.M)
    used = set(re.findall(r"(?:^|[\s{,-])([a-z_]+):(?=\s)", written))
    assert used >= KEYS


def test_nothing_is_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "debate.yaml").write_text("mine")
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "nowhere")
    for taken in (mine, mine / "debate.yaml", link):
        assert main(["new", str(taken)]) == 1
        assert (
            capsys.readouterr().err == f"debate: {taken}: is there already; choose another name\n"
        )
    assert (mine / "debate.yaml").read_text() == "mine"
    assert {path.name for path in tmp_path.iterdir()} == {"mine", "link"}


def test_an_empty_folder_is_filled_under_our_feet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "."]) == 0
    assert Path("debate.yaml").samefile(tmp_path / "debate.yaml")
    assert {path.name for path in tmp_path.iterdir()} == {
        ".debate.schema.json",
        "council.yaml",
        "debate.yaml",
        "sports.yaml",
    }
    assert read(tmp_path).problems == []


def test_no_folder_to_make_it_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(tmp_path / "no" / "mine")]) == 1
    assert "there is no such folder" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_never_half_a_debate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(folders, "schema_text", fail)
    assert main(["new", str(tmp_path / "mine")]) == 1
    assert list(tmp_path.iterdir()) == []
