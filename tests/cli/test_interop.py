"""Foreign maps at the command line: walked, imported, exported, judged; what is lost is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.command import run

BUNDLED = str(Path(__file__).parents[2] / "arguments" / "kerch-strait")


@pytest.mark.parametrize("extension", [".aif.json", ".carneades.yml", ".kialo.txt"])
def test_out_and_in_again(tmp_path: Path, extension: str) -> None:
    path = tmp_path / f"made{extension}"
    made = run("export", BUNDLED, "-o", str(path))
    assert made.returncode == 0
    assert "not in" in made.stderr
    shown = run("show", str(path), "--json")
    assert shown.returncode == 0
    data = json.loads(shown.stdout)
    assert data["debate"] == "Should the president meet Putin after the Kerch Strait attack?"
    assert len(data["claims"]) > 80
    imported = run("import", str(path), "-o", str(tmp_path / "folder"))
    assert imported.returncode == 0
    assert run("check", str(tmp_path / "folder")).returncode == 0


def test_a_written_map_is_judged_as_a_map(tmp_path: Path) -> None:
    path = tmp_path / "made.carneades.yml"
    run("export", BUNDLED, "-o", str(path))
    judged = run("judge", str(path), "--json")
    assert judged.returncode == 0
    claims = json.loads(judged.stdout)["claims"]
    ours = json.loads(run("judge", BUNDLED, "--json").stdout)["questions"]
    for question, found in ours.items():
        for option, verdict in found["options"].items():
            assert claims[f"{question}/{option}"]["verdict"] == verdict


def test_errors_are_said_and_the_rest_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "made.txt"
    path.write_text("Discussion Title: T\n\n1. A\n1.1. Pro: B\n1.3.1. Con: C\n", "utf-8")
    shown = run("show", str(path))
    assert shown.returncode == 1
    assert "made.txt:5:1: there is no 1.3 for 1.3.1" in shown.stderr
    assert "objection: C" in shown.stdout
