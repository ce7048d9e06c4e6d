"""``debate cite``: every citation against a copy of its source."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from debate.cli import main
from tests.support.command import run

DEBATE = """\
debate: A small debate
sources: {talk: {title: A talk}, other: {title: Another}}
questions:
  q: {ask: What?, options: {a: A, b: B}}
positions:
  one:
    speaker: One
    recommendations:
      - question: q
        option: a
        claim: C
        cite: {source: talk, paragraph: 1, words: first words}
        supports:
          - {id: second, claim: D, cite: {source: talk, paragraph: 2, words: first words}}
          - {id: third, claim: E, cite: {source: talk, paragraph: 2, words: never said}}
"""

TALK = "The headline\n\nThe first words\nof the talk.\n\nThe last.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "debate.yaml").write_text(DEBATE)
    (tmp_path / "talk.txt").write_text(TALK)
    return tmp_path


def cite(folder: Path, *more: str) -> list[str]:
    copy = str(folder / "talk.txt")
    return ["cite", str(folder), "--source", "talk", "--against", copy, *more]


def test_each_citation_has_its_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(cite(folder)) == 1
    out, err = capsys.readouterr()
    assert [line.split(": ")[0] for line in out.splitlines()] == [
        "found     one:1, ¶ 1, “first words”",
        "elsewhere one.second, ¶ 2, “first words”",
        "missing   one.third, ¶ 2, “never said”",
    ]
    assert err == "talk: 1 found, 1 elsewhere, 1 missing\n"


def test_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(cite(folder, "--json")) == 1
    assert json.loads(capsys.readouterr().out)["citations"][1] == {
        "claim": "one.second",
        "paragraph": 2,
        "words": "first words",
        "result": "elsewhere",
    }


def test_all_found_is_status_0(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "talk.txt").write_text(TALK.replace("last.", "last, never said."))
    (folder / "debate.yaml").write_text(DEBATE.replace("2, words: first words", "2"))
    assert main(cite(folder)) == 0
    assert capsys.readouterr().err == "talk: 3 found\n"


def test_a_source_that_nothing_cites(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["cite", str(folder), "--source", "other", "--against", str(folder / "talk.txt")]
    assert main(words) == 0
    assert capsys.readouterr() == ("", "other: no citations\n")


def test_the_copy_from_standard_input(folder: Path) -> None:
    result = run("cite", folder, "--source", "talk", "--against", "-", stdin=TALK)
    assert result.stdout.startswith("found     one:1")


def test_a_copy_that_cannot_be_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "talk.txt").write_bytes("a\nb Åslund".encode("latin-1"))
    assert main(cite(folder)) == 1
    assert "line 2 is not UTF-8" in capsys.readouterr().err
    (folder / "talk.txt").unlink()
    assert main(cite(folder)) == 1
    assert "talk.txt: No such file" in capsys.readouterr().err
