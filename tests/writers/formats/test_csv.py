"""CSV: a row a claim, whole, and no cell that a spreadsheet runs."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given, settings

from debate.files import load
from debate.model import Debate
from debate.model.text import one_line
from debate.writers import Options, export, get
from debate.writers.cells import Guard
from debate.writers.losses import Losses
from tests.support import graphs
from tests.support.build import build
from tests.support.command import KERCH
from tests.support.hostile import EMPTY, hostile
from tests.support.markup import MARKUP, filled
from tests.support.strategies import debates
from tests.support.walking import everything

#: As the guard takes them for the beginning of a formula.
SIGNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def rows(debate: Debate, **parts: object) -> list[dict[str, str]]:
    text = export(debate, "csv", **parts)  # type: ignore[arg-type]
    assert text.startswith("\ufeffname,number,position")
    assert text.endswith("\r\n")
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def test_a_row_a_claim() -> None:
    debate = everything()
    found = rows(debate)
    assert [row["claim"] for row in found] == [debate.text(r) for r in range(len(debate.claims))]
    good = next(row for row in found if row["name"] == "ann.good")
    assert {key: cell for key, cell in good.items() if cell} == {
        "name": "ann.good", "number": "Ann 1.2", "position": "ann", "speaker": "Ann Other",
        "role": "support", "depth": "1", "parent": "ann.go", "claim": "The walk is good for us.",
        "citations": "Young 2001, ¶ 3 (“good for us”)",
        "addresses": "https://x.org/a#:~:text=good%20for%20us",
        "scheme": "argument from expert opinion", "weight": "0.5", "credence": "0.25",
        "tags": "health", "to discuss": "For whom else?", "note": "Seen twice.\nAt least.",
        "agrees with": "Bo 1.1",
    }  # fmt: skip
    go = found[0]
    assert (go["question"], go["option"], go["parent"]) == ("Go or stay?", "Go", "")
    assert [row["same as"] for row in found if row["same as"]] == ["Ann 1.2"]


def test_parents_are_names_of_rows_above() -> None:
    for debate in (load(KERCH), graphs.steps(), hostile()):
        found = rows(debate)
        for at, claim in enumerate(debate.claims):
            assert found[at]["name"] == Guard()(debate.name(at))
            if claim.parent >= 0:
                assert found[at]["parent"] == found[claim.parent]["name"]


@pytest.mark.parametrize("text", [*MARKUP, "=1+1", "@SUM(A1)", "-2+3", "+x", "＝1", 'a;=cmd|"/c"'])
def test_no_cell_is_a_formula(text: str) -> None:
    for row in rows(filled(text)):
        for cell in row.values():
            assert not cell.startswith(SIGNS)
            assert not any(f"{between}{sign}" in cell for between in ";\n" for sign in SIGNS)
            assert "\x1b" not in cell
            assert "\x00" not in cell
        if not text.startswith(SIGNS) and ";" not in text and row["claim"]:
            assert row["claim"] == one_line(text)


def test_an_apostrophe_is_told() -> None:
    losses = Losses()
    debate = build({"one": {"claims": ["=1", {"claim": "x", "note": "- a\n- b"}, "fine - so"]}})
    for _ in get("csv").write(debate, Options(losses=losses)):
        pass
    assert list(losses.lines())[-1] == (
        "2 guarded cells: an apostrophe before what a spreadsheet would take for a formula "
        "keeps it text"
    )


def test_the_empty_debate_is_its_header() -> None:
    assert rows(EMPTY) == []


@settings(max_examples=20)
@given(debates())
def test_any_debate_is_read_back(debate: Debate) -> None:
    guard = Guard()
    assert [row["claim"] for row in rows(debate)] == [
        guard(debate.text(row)) for row in range(len(debate.claims))
    ]
