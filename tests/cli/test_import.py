"""``debate import``, and foreign files for every command that takes a PATH."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from debate.cli import main
from tests.support.command import KERCH, run

OUTLINE = (
    "# Cats or dogs\n\n## Cats\n\n- Cats are better\n  - + They are clean\n  - Con: They scratch\n"
)


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    path = tmp_path / "cats.md"
    path.write_text(OUTLINE)
    return path


def test_a_folder_to_walk_and_to_edit(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = outline.parent / "cats"
    assert main(["import", str(outline), "-o", str(target)]) == 0
    assert capsys.readouterr() == (
        "",
        f"made {target} (3 claims): walk through it with  debate {target}\n",
    )
    names = {path.name for path in target.iterdir()}
    assert names == {"debate.yaml", "Cats.yaml", ".debate.schema.json"}
    assert main(["check", str(target)]) == 0
    assert json.loads(run("show", target, "--json").stdout)["debate"] == "Cats or dogs"


def test_what_is_there_already_is_left_alone(
    outline: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = outline.parent / "cats"
    target.mkdir()
    (target / "mine").write_text("mine")
    assert main(["import", str(outline), "-o", str(target)]) == 1
    assert "is there already" in capsys.readouterr().err
    assert [path.name for path in target.iterdir()] == ["mine"]


def test_many_positions_are_one_file(tmp_path: Path) -> None:
    outline = tmp_path / "many.md"
    outline.write_text("".join(f"- Root {number}\n" for number in range(40)))
    assert main(["import", str(outline), "-o", str(tmp_path / "many")]) == 0
    assert {path.name for path in (tmp_path / "many").iterdir()} == {
        *("debate.yaml", ".debate.schema.json"),
    }


def test_names_that_are_one_file_to_some_systems(tmp_path: Path) -> None:
    outline = tmp_path / "case.md"
    outline.write_text("- Cats\n- cats\n- debate\n")
    assert main(["import", str(outline), "-o", str(tmp_path / "case")]) == 0
    shown = json.loads(run("show", tmp_path / "case", "--json").stdout)
    assert [side["name"] for side in shown["positions"]] == ["Cats", "cats", "debate"]
    assert not (tmp_path / "case" / "Cats.yaml").exists()


def test_standard_input_and_a_named_format(tmp_path: Path) -> None:
    done = run("import", "--from", "markdown", "-", "-o", tmp_path / "x", stdin="- One\n")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "x" / "One.yaml").exists()


def test_an_unknown_format_is_wrong_use(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(outline), "--from", "markdwn", "-o", "x"]) == 2
    assert "did you mean markdown?" in capsys.readouterr().err


def test_formats_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    from debate import readers

    assert main(["import", "--formats"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == readers.names()


@pytest.mark.parametrize("suffix", [".md", ".opml", ".mm", ".json"])
def test_every_command_takes_a_foreign_file(
    suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"map{suffix}"
    assert main(["export", str(KERCH), "-o", str(path)]) == 0
    capsys.readouterr()
    for words in (
        ["check"],
        ["show"],
        ["compare"],
        ["judge"],
        ["export", "--to", "text"],
        ["walk"],
    ):
        assert main([words[0], str(path), *words[1:]]) == 0, words
        assert "Putin" in capsys.readouterr().out or words == ["check"]


def test_what_is_in_no_known_format_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html><body>Hello</body></html>")
    assert main(["show", str(path)]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"{path}: this is in none of the formats that can be read")


def test_the_rest_of_a_broken_file_is_used_and_the_exit_status_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "old.opml"
    path.write_text('<opml version="1.0"><head/><body><outline text="One"/></body></opml>')
    assert main(["show", str(path)]) == 1
    said = capsys.readouterr()
    assert "One" in said.out
    assert said.err.startswith(f"{path}:1:1: OPML 1.0 is an old version")
    assert main(["show", str(KERCH)]) == 0  # the next run begins anew
