"""The comparison: a matrix, the reasons of its chosen cell, and linked pairs, however many."""

from __future__ import annotations

from typing import Any

import pytest

from debate.model import Debate
from debate.reasoning.compare import compare
from debate.tui.pages.compare import MORE_PAIRS, PAIRS, ComparisonPage
from debate.tui.pages.sheet import Sheet
from debate.tui.pages.target import Cell, More, Walk
from tests.support.build import build
from tests.support.hostile import EMPTY, hostile

QUESTIONS = {
    "q": {"ask": "Bridge or tunnel?", "options": {"bridge": "A bridge", "tunnel": "A tunnel"}},
    "r": {"ask": "Now or later?", "options": {"now": "Now", "later": "Later"}},
}


@pytest.fixture
def debate() -> Debate:
    ann = {
        "question": "q",
        "option": "bridge",
        "claim": "Build a bridge.",
        "id": "bridge",
        "only_if": ["The river is shallow."],
        "supports": [
            {"claim": "A weak reason.", "weight": 0.2},
            {"claim": "A strong reason.", "weight": 0.9, "id": "strong"},
        ],
        "objections": [{"claim": "It rusts.", "clashes_with": ["bo.lasts"]}],
    }
    bo = {"question": "q", "option": "bridge", "claim": "A bridge it is.", "id": "it-is"}
    return build(
        {
            "ann": {"short": "Ann", "recommendations": [ann]},
            "bo": {
                "short": "Bo",
                "recommendations": [bo | {"agrees_with": ["ann.bridge"]}],
                "claims": [{"claim": "It lasts.", "id": "lasts"}],
            },
        },
        questions=QUESTIONS,
    )


def page(debate: Debate) -> ComparisonPage:
    return ComparisonPage(debate, compare(debate))


def text(sheet: Sheet) -> str:
    return "\n".join(line.plain for line in sheet.lines)


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_every_cell_says_its_option_and_how_it_is_meant(debate: Debate, width: int) -> None:
    sheet = page(debate).build(width)
    shown = text(sheet)
    assert "◐ A bridge" in shown
    assert "conditional" in shown
    assert "● A bridge" in shown
    assert "unconditional" in shown
    assert shown.count("○ silent") == 2
    cells = [spot.target for spot in sheet.spots if isinstance(spot.target, Cell)]
    assert cells == [Cell(0, 0), Cell(0, 1), Cell(1, 0), Cell(1, 1)]


def test_the_chosen_cell_shows_its_reasons_strongest_first(debate: Debate) -> None:
    shown = text(page(debate).build(80))
    assert "? The river is shallow." in shown
    assert shown.index("+ A strong reason.") < shown.index("+ A weak reason.")
    assert "- It rusts." in shown


def test_another_cell_shows_other_reasons(debate: Debate) -> None:
    comparison = page(debate)
    comparison.chosen = Cell(0, 1)
    shown = text(comparison.build(80))
    assert "A strong reason." not in shown
    assert "● A bridge it is." in shown
    comparison.chosen = Cell(1, 1)
    assert "Bo is silent" in text(comparison.build(80))


def test_pairs_stand_side_by_side_and_lead_to_their_claims(debate: Debate) -> None:
    sheet = page(debate).build(120)
    (agreed,) = (line.plain for line in sheet.lines if "= Ann 1" in line.plain)
    assert "= Bo 1" in agreed
    (clash,) = (line.plain for line in sheet.lines if "≠" in line.plain)
    assert clash.split() == ["≠", "Ann", "1.4", "≠", "Bo", "2"]
    walks = [spot.target for spot in sheet.spots][-4:]
    names = ["ann.bridge", "bo.it-is", "ann:1.4", "bo.lasts"]
    assert walks == [Walk(debate.find(name)) for name in names]


def test_thousands_of_pairs_are_shown_as_far_as_asked_for() -> None:
    ann = [{"claim": f"Claim {n}.", "id": f"c{n}"} for n in range(1000)]
    bo = [{"claim": "So it is.", "agrees_with": [f"ann.c{n}"]} for n in range(1000)]
    comparison = page(build({"ann": {"claims": ann}, "bo": {"claims": bo}}))

    def pairs(sheet: Sheet) -> int:
        return text(sheet).count("= ann")

    sheet = comparison.build(100)
    assert pairs(sheet) == PAIRS
    assert f"and {1000 - PAIRS} pairs more" in text(sheet)
    assert More("common ground") in [spot.target for spot in sheet.spots]
    comparison.show_more("common ground")
    assert pairs(comparison.build(100)) == PAIRS + MORE_PAIRS
    for _ in range(5):
        comparison.show_more("common ground")
    everything = comparison.build(100)
    assert pairs(everything) == 1000
    assert not [spot for spot in everything.spots if isinstance(spot.target, More)]


def test_more_reasons_than_are_shown_are_counted() -> None:
    many: dict[str, Any] = {"question": "q", "option": "bridge", "claim": "Do it."}
    debate = build(
        {"ann": {"recommendations": [many | {"supports": ["Because."] * 12}]}}, questions=QUESTIONS
    )
    assert "and 7 claims more" in text(page(debate).build(80))


def test_nothing_to_compare_is_said() -> None:
    shown = text(page(EMPTY).build(80))
    assert "nothing to set side by side" in shown
    assert shown.count("No claims of two sides are linked here.") == 2


@pytest.mark.parametrize("width", [10, 60, 80, 120, 200])
def test_hostile_texts_stay_texts_and_within_the_width(width: int) -> None:
    comparison = page(hostile())
    for position in range(3):
        comparison.chosen = Cell(0, position)
        sheet = comparison.build(width)
        assert all(line.cell_length <= max(width, 14) for line in sheet.lines)
        if width >= 60:
            assert "[@click=app.quit]" in text(sheet)


@pytest.mark.parametrize("width", [60, 80, 200])
def test_thirty_sides_wrap(width: int) -> None:
    sides = {f"side-{n}": {"claims": ["A thesis."]} for n in range(30)}
    sheet = page(build(sides, questions=QUESTIONS)).build(width)
    cells = {spot.target for spot in sheet.spots if isinstance(spot.target, Cell)}
    assert cells == {Cell(question, side) for question in range(2) for side in range(30)}
    assert all(line.cell_length <= width for line in sheet.lines)
