"""The laws of tidy trees, on trees of any shape whose boxes have any size."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debate.layout.tidy import Tree, tidy

_sizes = st.integers(1, 9)


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """Any tree: each further box hangs on an earlier one, often on the latest."""
    tree = Tree()
    tree.add(-1, draw(_sizes), draw(_sizes))
    for number in range(1, draw(st.integers(1, 40))):
        parent = number - 1 - draw(st.integers(0, number - 1) | st.integers(0, min(3, number - 1)))
        length = draw(st.integers(1, 5))
        tree.add(parent, draw(_sizes), tree.end[parent] + 1 + length)
    return tree


def parents(tree: Tree) -> list[int]:
    found = [-1] * len(tree.breadth)
    for parent, children in enumerate(tree.children):
        for child in children:
            found[child] = parent
    return found


def overlap(tree: Tree, places: list[float]) -> bool:
    above = parents(tree)
    starts = [0 if parent < 0 else tree.end[parent] for parent in above]
    return any(
        places[a] + 1e-6 < places[b] + tree.breadth[b]
        and places[b] + 1e-6 < places[a] + tree.breadth[a]
        and starts[a] < tree.end[b]
        and starts[b] < tree.end[a]
        for a, b in combinations(range(len(places)), 2)
    )


def middles(tree: Tree, places: list[float]) -> list[float]:
    return [place + middle for place, middle in zip(places, tree.middle, strict=True)]


def mirrored(tree: Tree) -> Tree:
    pairs = zip(tree.breadth, tree.middle, strict=True)
    middle = [breadth - middle for breadth, middle in pairs]
    children = [children[::-1] for children in tree.children]
    return Tree(tree.breadth, middle, tree.end, children, tree.over)


@settings(max_examples=50)
@given(trees())
def test_no_two_boxes_overlap_and_siblings_keep_their_order(tree: Tree) -> None:
    places = tidy(tree)
    assert not overlap(tree, places)
    for children in tree.children:
        for one, other in pairwise(children):
            assert places[one] + tree.breadth[one] <= places[other] + 1e-6
    assert min(places) == 0


@settings(max_examples=50)
@given(trees())
def test_a_parent_stands_over_the_middle_of_its_children(tree: Tree) -> None:
    at = middles(tree, tidy(tree))
    for parent, children in enumerate(tree.children):
        if children:
            assert at[parent] == pytest.approx((at[children[0]] + at[children[-1]]) / 2)


@settings(max_examples=50)
@given(trees(), st.data())
def test_a_parent_stands_over_the_children_that_it_should(tree: Tree, data: st.DataObject) -> None:
    for parent, children in enumerate(tree.children):
        if children:
            some = data.draw(st.lists(st.sampled_from(children), min_size=1, max_size=4))
            tree.over[parent] = tuple(some)
    places = tidy(tree)
    at = middles(tree, places)
    assert not overlap(tree, places)
    for parent, over in enumerate(tree.over):
        if over:
            assert at[parent] == pytest.approx(sum(at[child] for child in over) / len(over))


@settings(max_examples=50)
@given(trees())
def test_the_mirror_image_of_a_tree_is_drawn_as_the_mirror_image(tree: Tree) -> None:
    places, others = tidy(tree), tidy(mirrored(tree))
    whole = max(place + wide for place, wide in zip(places, tree.breadth, strict=True))
    for place, other, wide in zip(places, others, tree.breadth, strict=True):
        assert whole - place - wide == pytest.approx(other)


@settings(max_examples=50)
@given(trees())
def test_the_same_subtree_is_drawn_the_same_wherever_it_is_alone(tree: Tree) -> None:
    """Under a single parent nothing but the parent is added."""
    longer = Tree()
    longer.add(-1, 1, 1)
    above = [0, *(parent + 1 for parent in parents(tree)[1:])]
    for number, parent in enumerate(above):
        longer.add(parent, tree.breadth[number], tree.end[number] + 2)
    alone, under = tidy(tree), tidy(longer)
    assert [place - under[1] for place in under[1:]] == pytest.approx(
        [place - alone[0] for place in alone]
    )


def test_small_siblings_between_large_ones_are_spread() -> None:
    tree = Tree()
    root = tree.add(-1, 2, 1)
    wide, *small, other = (tree.add(root, 2, 3) for _ in range(5))
    for large in (wide, other):
        for _ in range(6):
            tree.add(large, 2, 5)
    at = middles(tree, tidy(tree))
    gaps = [b - a for a, b in pairwise([at[wide], *(at[box] for box in small), at[other]])]
    assert gaps == pytest.approx([gaps[0]] * 4)
    assert gaps[0] > 2


def test_nothing_and_one_box() -> None:
    assert tidy(Tree()) == []
    tree = Tree()
    tree.add(-1, 5, 1)
    assert tidy(tree) == [0]


@pytest.mark.parametrize("shape", ["chain", "comb"])
def test_a_thousand_levels(shape: str) -> None:
    tree = Tree()
    at = tree.add(-1, 3, 1)
    for _ in range(1_000):
        if shape == "comb":
            tree.add(at, 3, tree.end[at] + 2)
        at = tree.add(at, 3, tree.end[at] + 2)
    places = tidy(tree)
    assert places[at] == (0 if shape == "chain" else pytest.approx(max(places)))
