from __future__ import annotations

from pathlib import Path

import pytest

from debate.files import load
from debate.files.locating import Place, locate
from debate.model import Debate
from tests.support.command import KERCH

MAIN = "debate: D\npositions: [ann]\nbackground:\n  - Known.\n"
SIDE = """speaker: Ann
claims:
  - objections: [But no.]
    id: top
    claim: The top.
    supports:
      - A reason.
      - {claim: Another reason., id: other}
      - ref: other
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "debate.yaml").write_text(MAIN)
    (tmp_path / "ann.yaml").write_text(SIDE)
    return tmp_path


def place(folder: Path, debate: Debate, name: str) -> tuple[str, int, int]:
    found = locate(folder, debate, debate.find(name))
    return Path(found.file).name, found.line, found.column


def test_each_claim_stands_where_it_is_written(folder: Path) -> None:
    debate = load(folder)
    assert place(folder, debate, "ann.top") == ("ann.yaml", 3, 5)
    assert place(folder, debate, "ann:1.1") == ("ann.yaml", 7, 9)
    assert place(folder, debate, "ann.other") == ("ann.yaml", 8, 9)
    assert place(folder, debate, "ann:1.4") == ("ann.yaml", 3, 18)  # objections come last
    assert place(folder, debate, "background:1") == ("debate.yaml", 4, 5)


def test_a_ref_stands_where_the_ref_is(folder: Path) -> None:
    debate = load(folder)
    assert place(folder, debate, "ann:1.3") == ("ann.yaml", 9, 9)


def test_all_of_the_bundled_debate_is_found() -> None:
    debate = load(KERCH)
    for row, claim in enumerate(debate.claims):
        found = locate(KERCH, debate, row)
        lines = Path(found.file).read_text("utf-8").splitlines()[found.line - 1 :]
        assert claim.text[:20] in "\n".join(lines[:8]), (row, found)


def test_what_was_changed_meanwhile_is_found_too(folder: Path) -> None:
    debate = load(folder)
    (folder / "ann.yaml").write_text("# a new\n# beginning\n" + SIDE)
    assert place(folder, debate, "ann.other") == ("ann.yaml", 10, 9)


def test_a_broken_file_is_searched(folder: Path) -> None:
    debate = load(folder)
    (folder / "ann.yaml").write_text(SIDE + "  oh: [\n")
    assert place(folder, debate, "ann.other")[:2] == ("ann.yaml", 8)
    assert place(folder, debate, "ann:1.1")[:2] == ("ann.yaml", 7)


def test_what_is_nowhere_is_the_beginning(folder: Path) -> None:
    debate = load(folder)
    assert locate(folder, debate, -1) == Place(str(folder / "debate.yaml"))
    (folder / "ann.yaml").unlink()
    assert locate(folder, debate, 0) == Place(str(folder / "debate.yaml"))
    (folder / "debate.yaml").unlink()
    assert locate(folder, debate, 0) == Place(str(folder / "debate.yaml"))


def test_one_file_holds_all(tmp_path: Path) -> None:
    path = tmp_path / "one.yaml"
    path.write_text("debate: D\npositions:\n  ann:\n    claims:\n      - One.\n      - Two.\n")
    assert locate(path, load(path), 1) == Place(str(path), 6, 9)
