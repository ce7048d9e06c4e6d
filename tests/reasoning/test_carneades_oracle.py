"""Maps of Carneades 4, judged by their own authors: every label they expect must come out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from debate.model.problem import InvalidDebate
from debate.readers.carneades import read
from debate.reasoning.graph import LABELS
from debate.reasoning.labelling import label
from tests.support.shared import shared

ENGINE = ("language:", "argument_schemes:", "issue_schemes:")


def maps() -> Iterator[Path]:
    folder = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "carneades"
    yield from sorted(folder.glob("*.yml")) or [folder / "missing.yml"]


@pytest.mark.parametrize("path", list(maps()), ids=lambda path: path.stem)
def test_every_label_comes_out(path: Path) -> None:
    text = shared("corpora", "carneades", path.name).read_text(encoding="utf-8")
    if any(line.startswith(ENGINE) for line in text.splitlines()):
        with pytest.raises(InvalidDebate, match="rule engine"):
            read(text, path.name)
        return
    found = read(text, path.name)
    labels = label(found.graph)
    got = {name: LABELS[labels[found.find(name)]] for name in found.expected}
    assert got == found.expected
