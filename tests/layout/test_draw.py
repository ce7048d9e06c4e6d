"""From a debate to boxes and lines: what stands where, and that nothing is in the way."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debate.layout.draw import draw
from debate.layout.drawing import Box, Drawing, Flow, Metrics, Size
from debate.layout.index import Index
from debate.layout.reasons import Folding, Forest, all_sides_map, side_map
from debate.model import Debate
from tests.support.build import build
from tests.support.strategies import debates
from tests.support.walking import everything

CELLS = Metrics(2, 1, 2, 0, 1, 2, -1, 0, whole=True)
PIXELS = Metrics(20, 18, 48, 14, 16, 22)
FLOWS: tuple[Flow, ...] = ("down", "right")


def size(row: int) -> Size:
    return Size(9 + 2 * (row % 3), 3 + row % 4)


def drawn(
    debate: Debate, flow: Flow = "down", metrics: Metrics = CELLS, forest: Forest | None = None
) -> Drawing:
    return draw(forest or side_map(debate, 0), (), size, metrics, flow)


def box(drawing: Drawing, debate: Debate, name: str) -> Box:
    return drawing.boxes[drawing.index[debate.find(name)]]


def apart(one: Any, other: Any) -> bool:
    return bool(
        one.x + one.width <= other.x
        or other.x + other.width <= one.x
        or one.y + one.height <= other.y
        or other.y + other.height <= one.y
    )


@settings(max_examples=60)
@given(debates(), st.sampled_from(FLOWS), st.sampled_from([CELLS, PIXELS]), st.booleans())
def test_nothing_is_in_the_way_of_anything(
    debate: Debate, flow: Flow, metrics: Metrics, everyone: bool
) -> None:
    forest = all_sides_map(debate) if everyone else side_map(debate, 1)
    drawing = drawn(debate, flow, metrics, forest)
    assert {box.row for box in drawing.boxes if box.row >= 0} == set(forest.levels())
    assert all(apart(one, other) for one, other in combinations(drawing.boxes, 2))
    for frame in drawing.frames:
        held = set(frame.boxes)
        others = [box for number, box in enumerate(drawing.boxes) if number not in held]
        assert all(apart(frame, other) for other in others)
    for line in drawing.lines:  # a line may touch the border that it leads to, and no inside
        for other in drawing.boxes:
            assert not (
                line.x < other.right - 1
                and line.to_x > other.x
                and line.y < other.bottom - 1
                and line.to_y > other.y
            )
    if metrics.whole:
        assert all(float(value).is_integer() for box in drawing.boxes for value in (box.x, box.y))


@settings(max_examples=40)
@given(debates(), st.sampled_from(FLOWS))
def test_the_index_finds_all_that_is_in_a_window(debate: Debate, flow: Flow) -> None:
    drawing = drawn(debate, flow, PIXELS, all_sides_map(debate))
    index = Index(drawing, 50, 30)
    x, y, to_x, to_y = 40, 10, 130, 90
    found = index.within(x, y, to_x, to_y)
    for number, other in enumerate(drawing.boxes):
        if other.x <= to_x and other.right >= x and other.y <= to_y and other.bottom >= y:
            assert number in found.boxes
    for number, line in enumerate(drawing.lines):
        if line.x <= to_x and line.to_x >= x and line.y <= to_y and line.to_y >= y:
            assert number in found.lines


def test_the_roles_of_everything() -> None:
    debate = everything()
    drawing = drawn(debate)
    root = box(drawing, debate, "ann.go")
    good, late = box(drawing, debate, "ann.good"), box(drawing, debate, "ann.late")
    together, undercut = box(drawing, debate, "ann:1.2.1"), box(drawing, debate, "ann:1.2.2")
    dry = box(drawing, debate, "ann.dry")
    # what hangs on a reason stands beside it, in one row, and the parent above all of it
    beside = [dry, good, together, undercut, late]
    assert len({other.y for other in beside}) == 1
    assert [other.x for other in beside] == sorted(other.x for other in beside)
    assert all(other.above == drawing.index[debate.find("ann.go")] for other in beside)
    assert root.bottom < good.y
    # a reason with its co-premise is one: one frame, one line
    [frame] = drawing.frames
    assert frame.boxes == (
        drawing.index[debate.find("ann.good")],
        drawing.index[debate.find("ann:1.2.1")],
    )
    steps = {line.row for line in drawing.lines if line.kind == "step"}
    assert debate.find("ann.good") in steps
    assert debate.find("ann:1.2.1") not in steps


def test_an_undercut_is_drawn_onto_the_line_that_it_attacks() -> None:
    debate = everything()
    drawing = drawn(debate)
    [mark] = [mark for mark in drawing.marks if mark.kind == "undercut"]
    attacked = next(
        line
        for line in drawing.lines
        if line.kind == "step" and line.row == debate.find("ann.good")
    )
    assert mark.x == attacked.x
    assert attacked.y <= mark.y < attacked.to_y
    [level] = [line for line in drawing.lines if line.kind == "undercut" and line.y == line.to_y]
    assert (level.x, level.y) == (mark.x, mark.y)
    assert level.to_x == next(
        line.x for line in drawing.lines if line.kind == "undercut" and line.x == line.to_x
    )


def test_all_reasons_pass_the_gate_of_a_condition() -> None:
    debate = everything()
    drawing = drawn(debate)
    [gate] = [mark for mark in drawing.marks if mark.kind == "gate"]
    root = box(drawing, debate, "ann.go")
    trunk = next(line for line in drawing.lines if line.kind == "bus" and line.x == line.to_x)
    assert trunk.x == gate.x
    assert root.bottom <= gate.y < trunk.to_y
    bus = next(line for line in drawing.lines if line.kind == "bus" and line.y == line.to_y)
    assert gate.y < bus.y


def test_undercuts_of_undercuts_are_nested() -> None:
    inner: Any = {"claim": "It does.", "undercuts": [{"claim": "No.", "undercuts": ["Yes."]}]}
    debate = build({"a": {"claims": [{"claim": "So.", "supports": [inner, "Also."]}]}})
    drawing = drawn(debate)
    lanes = [mark.y for mark in drawing.marks]
    assert len(lanes) == 2
    assert lanes[0] < lanes[1]
    assert [drawing.boxes[number].row for number in drawing.levels[1]] == [1, 2, 3, 4]


def test_a_lone_reason_hangs_straight_down() -> None:
    debate = build({"a": {"claims": [{"claim": "So.", "supports": ["One."]}]}})
    drawing = draw(side_map(debate, 0), (), lambda row: Size(9 + row, 3), CELLS)
    assert len({line.x for line in drawing.lines} | {line.to_x for line in drawing.lines}) == 1


def test_questions_stand_over_their_answers() -> None:
    debate = everything()
    drawing = drawn(debate, forest=all_sides_map(debate))
    question = drawing.boxes[0]
    assert question.row == -1
    assert [drawing.boxes[number].row for number in question.below] == [
        debate.find("ann.go"),
        debate.find("bo.stay"),
    ]


def test_broad_forests_go_on_below() -> None:
    debate = build({"a": {"claims": [f"Claim {number}." for number in range(20)]}})
    shelves = Metrics(2, 1, 2, 0, 1, 2, whole=True, most=60)
    drawing = draw(side_map(debate, 0), (), size, shelves)
    assert drawing.width <= 60
    assert len({other.y for other in drawing.boxes}) > 3


@pytest.mark.parametrize("key", ["supports", "undercuts", "together_with"])
@pytest.mark.parametrize("flow", FLOWS)
def test_a_thousand_levels(flow: Flow, key: str) -> None:
    deep: Any = "The bottom."
    for level in range(1_000):
        deep = {"claim": f"Level {level}.", key: [deep]}
    debate = build({"a": {"claims": [{"claim": "So.", "supports": [deep]}]}})
    drawing = drawn(debate, flow)
    assert len(drawing.boxes) == len(debate.claims)


# ---------------------------------------------------------------------- folding


def test_a_fold_hides_what_is_drawn_under_a_box_and_nothing_beside_it() -> None:
    debate = everything()
    folding = Folding(side_map(debate, 0))
    good = debate.find("ann.good")
    assert not folding.toggle(good)
    assert folding.toggle(debate.find("ann:1.3"))
    shown = set(folding.visible())
    assert debate.find("ann:1.3.1") not in shown
    assert {debate.find("ann:1.2.1"), debate.find("ann:1.2.2")} <= shown
    assert folding.reveal(debate.find("ann:1.3.1"))
    assert not folding.folded


@settings(max_examples=40)
@given(debates(), st.integers(0, 4))
def test_folds_draw_what_they_say(debate: Debate, level: int) -> None:
    forest = all_sides_map(debate)
    folding = Folding(forest)
    folding.show_levels(level)
    drawing = draw(forest, folding.folded, size, CELLS)
    shown = set(folding.visible())
    assert {other.row for other in drawing.boxes if other.row >= 0} == shown
    hidden = sum(forest.hidden(row) for row in folding.folded & shown)
    assert len(shown) + hidden == len(forest.levels())
    for row, depth in forest.levels().items():
        folding.show_levels(level)
        folding.reveal(row)
        assert row in set(folding.visible())
        assert (row in shown) == (depth <= level)
        above = forest.above(row)
        assert depth == (0 if above < 0 else forest.levels()[above] + 1)


def test_large_sides_open_folded() -> None:
    claims = [{"claim": "So.", "supports": [{"claim": "A.", "supports": ["B."] * 30}] * 4}]
    debate = build({"a": {"claims": claims}})
    folding = Folding(side_map(debate, 0))
    assert sum(1 for _ in folding.visible()) == 5
    folding.more()
    assert sum(1 for _ in folding.visible()) == len(debate.claims)
    folding.fewer()
    assert sum(1 for _ in folding.visible()) == 5
