"""``debate check``: problems on stdout, the sum on stderr."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from debate.cli import main
from tests.support.command import KERCH, run

#: Two errors on known lines, and a note.
BROKEN = """\
debate: A small debate
questions:
  q: {ask: What?, options: {a: A, b: B}}
positions:
  one:
    speaker: One
    recommendations:
      - {question: q, option: c, claim: C}
      - {question: r, option: a, claim: D, scheme: argument from nowhere}
"""


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "debate.yaml"
    path.write_text(BROKEN)
    return path


def test_a_sound_debate(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(KERCH)]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith(" claims, no problems\n")


def test_each_problem_has_its_place(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(broken)]) == 1
    out, err = capsys.readouterr()
    lines = [line for line in out.splitlines() if "note:" not in line]
    assert [line.split(": ")[0].removeprefix(str(broken)) for line in lines] == [":8:31", ":9:20"]
    assert "2 errors" in err


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf \r\n"])
def test_an_empty_file_is_told_alike_whatever_its_name(
    data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ("e", "e.txt", "e.md", "e.argdown", "e.json", "e.mm", "e.opml", "e.yaml", "e.png")
    paths = [tmp_path / name for name in names]
    for path in paths:
        path.write_bytes(data)
        assert main(["check", str(path)]) == 1
    said = "the file is empty; `debate new DIR` writes one to start from"
    assert capsys.readouterr().out.splitlines() == [f"{path}: {said}" for path in paths]


def test_several_paths_are_all_checked(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(broken), str(KERCH), "nowhere"]) == 1
    out, err = capsys.readouterr()
    assert len(err.splitlines()) == 3
    assert "nowhere" in out


def test_json_is_one_list_of_problems(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--json", str(broken), str(KERCH)]) == 1
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert {(problem["line"], problem["column"]) for problem in problems} >= {(8, 31), (9, 20)}
    keys = {"file", "line", "column", "severity", "code", "message", "hint"}
    assert all(set(problem) == keys for problem in problems)


def test_notes_are_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "debate.yaml"
    path.write_text(
        BROKEN.replace("option: c", "option: b").replace("question: r, ", "question: q, ")
    )
    path.write_text(path.read_text().replace("      - {question: q, option: b, claim: C}\n", ""))
    assert main(["check", str(path)]) == 0
    out, err = capsys.readouterr()
    assert "note: " in out
    assert "1 note" in err


def test_standard_input() -> None:
    result = run("check", "-", stdin=BROKEN)
    assert result.returncode == 1
    assert ":8:31: " in result.stdout
