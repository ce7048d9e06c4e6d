"""A folder of debates as PATH: listed, checked, and where one is wanted, a choice offered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.command import run
from tests.support.many import write_many
from tests.support.terminal import home


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = write_many(tmp_path / "library", 2, claims=4)
    (folder / "broken.yaml").write_text("debate: Broken [/b]\nclaim: no\n")
    return folder


def test_a_pipe_gets_the_list(library: Path, tmp_path: Path) -> None:
    for words in ((), ("walk",), ("show",)):
        result = run(*words, library, env=home(tmp_path))
        assert result.returncode == 0
        assert result.stdout.startswith("library: 3 debates\n=====")
        assert "cannot be opened:" in result.stdout
        assert "Ann of debate 1, Bo of debate 1" in result.stdout
        assert "  shelf-000/debate-00001/\n" in result.stdout


def test_json(library: Path, tmp_path: Path) -> None:
    result = run("show", library, "--json", env=home(tmp_path))
    debates = json.loads(result.stdout)["debates"]
    assert debates[0]["path"] == "broken.yaml"
    assert "broken.yaml:2:1:" in debates[0]["problem"]
    assert debates[1]["claims"] == 4
    assert debates[1]["problem"] is debates[1]["visited"] is None


def test_one_debate_s_options_are_wrong_use(library: Path, tmp_path: Path) -> None:
    assert run("show", library, "--depth", "1", env=home(tmp_path)).returncode == 2


def test_check_checks_all_of_them(library: Path, tmp_path: Path) -> None:
    result = run("check", library)
    assert result.returncode == 1
    assert "broken.yaml:2:1: there is no field 'claim'" in result.stdout
    assert "3 debates, 1 with errors" in result.stderr
    (library / "broken.yaml").unlink()
    result = run("check", library)
    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr.count("\n") == 1


def test_where_one_debate_is_wanted_they_are_named(library: Path, tmp_path: Path) -> None:
    result = run("compare", library)
    assert result.returncode == 1
    assert "name one: broken.yaml, shelf-000/debate-00000, shelf-000/debate-00001" in result.stderr


def test_an_empty_folder_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for words in ((), ("show",), ("check",)):
        result = run(*words, tmp_path / "empty")
        assert result.returncode == 1
        assert "there is no debate.yaml in this folder" in result.stdout + result.stderr
