"""Laying out text: nothing is wider than the sheet, every spot is on it, steps lead somewhere."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content
from textual.geometry import Region

from debate.tui.pages.sheet import Direction, Sheet, Spot, columns, nearest
from debate.tui.pages.words import heading

#: What a reader leaves in a text: no control characters, but every script, and markup's brackets.
texts = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")) | st.sampled_from("[]/@=👩‍💻ש漢"),
    max_size=300,
)
widths = st.integers(4, 120)


@given(texts, widths, st.none() | st.integers(1, 4))
def test_no_line_is_wider_than_the_sheet_nor_are_there_more_than_asked(
    text: str, width: int, most: int | None
) -> None:
    sheet = Sheet(width + 2)
    sheet.write(Content(text), lead="● ", most=most, target="claim")
    sheet.line(Content(text))
    assert all(line.cell_length <= sheet.width for line in sheet.lines)
    assert most is None or len(sheet.lines) <= most + 1
    assert sheet.spots[0].region == Region(0, 0, sheet.width, len(sheet.lines) - 1)


@given(st.lists(texts, min_size=1, max_size=4), st.integers(10, 40))
def test_sheets_side_by_side_keep_their_columns(cells: list[str], width: int) -> None:
    sheet = Sheet(200)
    beside = []
    for number, text in enumerate(cells):
        cell = Sheet(width)
        cell.write(Content(text), target=number)
        beside.append(cell)
    sheet.line(Content("above"))
    sheet.beside(beside, gap=3)
    assert len(sheet.lines) == 1 + max(len(cell.lines) for cell in beside)
    assert [spot.region.x for spot in sheet.spots] == [n * (width + 3) for n in range(len(cells))]
    for one, other in combinations(sheet.spots, 2):
        assert not one.region.overlaps(other.region)


def test_a_text_that_is_cut_says_so() -> None:
    sheet = Sheet(20)
    sheet.write(Content("word " * 40), most=2)
    assert len(sheet.lines) == 2
    assert sheet.lines[1].plain.endswith("…")


def test_a_text_whose_lines_are_full_says_that_it_is_cut() -> None:
    sheet = Sheet(14)
    sheet.write(Content("Long " * 60), most=2)  # spaces at the breaks take no cells
    assert [line.plain for line in sheet.lines] == ["Long Long Long", "Long Long Lon…"]
    sheet.write(Content("Long Long Long " * 2), most=2)
    assert [line.plain.rstrip() for line in sheet.lines[2:]] == ["Long Long Long"] * 2


def test_markup_stays_text() -> None:
    sheet = Sheet(60)
    sheet.write(Content("[bold]no[/b] [@click=app.quit]x"))
    assert sheet.lines[0].plain == "[bold]no[/b] [@click=app.quit]x"


def test_a_sheet_below_another_is_moved_with_its_spots() -> None:
    inner = Sheet(10)
    inner.line(Content("inner"), target="it")
    sheet = Sheet(20)
    sheet.blank(3)
    sheet.below(inner, indent=2)
    assert sheet.lines[3].plain == "  inner"
    assert sheet.spots == [Spot(Region(2, 3, 10, 1), "it")]


@given(st.integers(1, 300), st.integers(0, 60), st.integers(8, 40), st.integers(1, 4))
def test_columns_fit(width: int, count: int, least: int, gap: int) -> None:
    fitting, each = columns(width, count, least=least, gap=gap)
    assert 1 <= fitting <= max(count, 1)
    assert fitting * each + (fitting - 1) * gap <= width
    assert each >= min(least, width)


@pytest.mark.parametrize(
    ("start", "direction", "expected"),
    [
        ("a", "right", "b"),
        ("b", "left", "a"),
        ("a", "down", "c"),
        ("b", "down", "d"),
        ("d", "up", "b"),
        ("c", "down", "wide"),
        ("wide", "up", "c"),
        ("a", "up", None),
        ("wide", "right", None),
        ("b", "right", None),
    ],
)
def test_a_step_goes_to_what_one_sees_there(
    start: str, direction: Direction, expected: str | None
) -> None:
    grid = {
        "a": Region(0, 0, 10, 2),
        "b": Region(12, 0, 10, 2),
        "c": Region(0, 3, 10, 1),
        "d": Region(12, 3, 10, 1),
        "wide": Region(0, 6, 22, 1),
    }
    spots = [Spot(region, name) for name, region in grid.items()]
    found = nearest(spots, grid[start], direction)
    assert (None if found is None else spots[found].target) == expected


def test_a_long_heading_is_wrapped_and_not_cut() -> None:
    sheet = Sheet(30)
    heading(sheet, "What would make The city council of Oldtown “Build” fall")
    heading(sheet, "Short")
    said = [line.plain for line in sheet.lines]
    assert said[:3] == ["", "What would make The city", "council of Oldtown “Build”"]
    assert said[3].startswith("fall ──") and said[-1].startswith("Short ──")
    assert {line.cell_length for line in (sheet.lines[3], sheet.lines[-1])} == {30}
