"""From reasons and sizes to a drawing: places from the tidy tree, then the lines between them.

Everything is laid out along the tree ("along") and across it ("across"); which of both is x and
which is y is decided when a box or a line is made, so that a map may flow down or to the right.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from math import floor

from debate.layout.drawing import (
    Box,
    Drawing,
    Flow,
    Frame,
    Line,
    LineKind,
    Mark,
    MarkKind,
    Measure,
    Metrics,
)
from debate.layout.reasons import Forest, Reason
from debate.layout.tidy import Tree, tidy
from debate.model import Role

#: Sums of fractions may miss a whole number by this much.
_NEAR = 1e-6


@dataclass(slots=True)
class _Group:
    """The boxes of one reason, how its line runs, and what attacks that: groups by number."""

    boxes: list[int]
    depth: int = 0
    gate: bool = False
    attacks: int = -1
    across: float = 0


@dataclass(slots=True)
class _Node:
    """A box to be: along the tree it is known from the start, across it from the tidy tree."""

    row: int
    above: int
    level: int
    breadth: float
    start: float
    end: float
    across: float = 0
    groups: list[_Group] = field(default_factory=list)
    tracks: tuple[bool, bool, int] = (False, False, 0)

    @property
    def has_bus(self) -> bool:
        return self.tracks[1]


def draw(
    forest: Forest,
    folded: Container[int],
    measure: Measure,
    metrics: Metrics,
    flow: Flow = "down",
) -> Drawing:
    """Draw the trees of a forest as far as they are not folded; linear in the boxes."""
    planner = _Planner(forest, folded, measure, metrics, flow)
    drawing = Drawing(flow)
    shelf_start = 0.0
    for shelf in planner.shelves():
        shelf_start = shelf.put(drawing, shelf_start) + metrics.trees
    for box in drawing.boxes:
        drawing.width = max(drawing.width, box.right)
        drawing.height = max(drawing.height, box.bottom)
    return drawing


class _Planner:
    """Turns rows into nodes, tree by tree, and puts trees on shelves."""

    def __init__(
        self,
        forest: Forest,
        folded: Container[int],
        measure: Measure,
        metrics: Metrics,
        flow: Flow,
    ) -> None:
        self.forest, self.folded, self.measure = forest, folded, measure
        self.metrics, self.flow = metrics, flow

    def shelves(self) -> Iterator[_Shelf]:
        """Rows of trees, none broader than it may be unless a single tree is."""
        shelf = _Shelf(self.metrics, self.flow)
        for tree in self._trees():
            if shelf.breadth and shelf.breadth + tree.breadth > self.metrics.most:
                yield shelf
                shelf = _Shelf(self.metrics, self.flow)
            shelf.add(tree)
        if shelf.trees:
            yield shelf

    def _trees(self) -> Iterator[_Tree]:
        answered = {row for _, rows in self.forest.questions for row in rows}
        for number, (_, rows) in enumerate(self.forest.questions):
            yield self._tree(-1 - number, [Reason([row]) for row in rows])
        for row in self.forest.roots:
            if row not in answered:
                yield self._tree(row, None)

    def _tree(self, root: int, answers: list[Reason] | None) -> _Tree:
        tree = _Tree(self.metrics, self.flow)
        tree.node(root, -1, 0, 0, self.measure(root))
        at = 0
        while at < len(tree.nodes):
            row = tree.nodes[at].row
            if row < 0:
                reasons = answers or []
            elif row in self.folded:
                reasons = []
            else:
                reasons = list(self.forest.reasons(row))
            self._under(tree, at, reasons)
            at += 1
        tree.place()
        return tree

    def _under(self, tree: _Tree, at: int, reasons: list[Reason]) -> None:
        """Add the nodes under a node, all beginning at one height."""
        node, claims = tree.nodes[at], self.forest.debate.claims
        flat = [(reason, depth) for whole in reasons for reason, depth in whole.flat()]
        is_gate = [claims[whole.rows[0]].role is Role.CONDITION for whole in reasons]
        node.tracks = (
            any(is_gate),
            not all(is_gate),
            max((depth for _, depth in flat), default=0),
        )
        start = tree.child_start(node)
        numbers: dict[int, int] = {}
        for reason, depth in flat:
            sizes = [self.measure(row) for row in reason.rows]
            length = max(size.height if self.flow == "down" else size.width for size in sizes)
            group = _Group([], depth)
            group.gate = depth == 0 and claims[reason.rows[0]].role is Role.CONDITION
            group.attacks = numbers.get(id(reason), -1)
            for row, size in zip(reason.rows, sizes, strict=True):
                group.boxes.append(tree.node(row, at, node.level + 1, start, size, length))
            for undercut in reason.undercuts:
                numbers[id(undercut)] = len(node.groups)
            node.groups.append(group)


class _Tree:
    """One tree: its nodes, each before those under it."""

    def __init__(self, metrics: Metrics, flow: Flow) -> None:
        self.metrics, self.flow = metrics, flow
        self.nodes: list[_Node] = []
        self.breadth = 0.0

    def node(
        self,
        row: int,
        above: int,
        level: int,
        start: float,
        size: tuple[float, float],
        length: float | None = None,
    ) -> int:
        """A further node; its number."""
        breadth, own = size if self.flow == "down" else size[::-1]
        end = start + (own if length is None else length)
        self.nodes.append(_Node(row, above, level, breadth, start, end))
        return len(self.nodes) - 1

    # ------------------------------------------------------------------ along the tree

    def gate_at(self, node: _Node) -> float:
        """Where the line to conditions runs."""
        return node.end + self.metrics.stub

    def bus_at(self, node: _Node) -> float:
        """Where the lines of reasons meet."""
        both = node.tracks[0] and node.tracks[1]
        return self.gate_at(node) + self.metrics.track * both

    def lane_at(self, node: _Node, depth: int) -> float:
        """Where the line to undercuts of that depth runs."""
        return self.bus_at(node) + self.metrics.track * depth

    def child_start(self, node: _Node) -> float:
        """Where what is under a node begins."""
        return self.lane_at(node, node.tracks[2]) + self.metrics.stem

    # ------------------------------------------------------------------ across the tree

    def place(self) -> None:
        """Find where each node stands across the tree."""
        metrics = self.metrics
        before = [metrics.gap / 2] * len(self.nodes)
        after = before[:]
        for node in self.nodes:
            for group in node.groups:
                for box in group.boxes[:-1]:
                    after[box] = metrics.inner / 2
                for box in group.boxes[1:]:
                    before[box] = metrics.inner / 2
        tree = Tree()
        for number, node in enumerate(self.nodes):
            room = before[number] + node.breadth + after[number]
            middle = before[number] + node.breadth / 2
            tree.add(node.above, room, node.end, middle)
        for number, node in enumerate(self.nodes):
            over = [group for group in node.groups if not group.depth and not group.gate]
            over = over or [group for group in node.groups if not group.depth]
            if over:
                first, last = over[0].boxes, over[-1].boxes
                tree.over[number] = (first[0], first[-1], last[0], last[-1])
        for number, place in enumerate(tidy(tree)):
            across = place + before[number] - metrics.gap / 2
            self.nodes[number].across = floor(across + _NEAR) if metrics.whole else across
        self.breadth = max(node.across + node.breadth for node in self.nodes)
        for node in self.nodes:
            for group in node.groups:
                group.across = self._attached(node, group)

    def middle(self, number: int) -> float:
        """Where the line at a node is, across the tree."""
        node = self.nodes[number]
        return node.across + self.metrics.middle(node.breadth)

    def _attached(self, node: _Node, group: _Group) -> float:
        """Where the line of a reason is; straight up, where rounding alone would bend it."""
        across = (self.middle(group.boxes[0]) + self.middle(group.boxes[-1])) / 2
        if not self.metrics.whole:
            return across
        across = floor(across)
        above = node.across + self.metrics.middle(node.breadth)
        return above if abs(above - across) <= 1 and not group.depth else across


class _Shelf:
    """Trees beside each other, and how they come into a drawing."""

    def __init__(self, metrics: Metrics, flow: Flow) -> None:
        self.metrics, self.flow = metrics, flow
        self.trees: list[tuple[_Tree, float]] = []
        self.breadth = 0.0

    def add(self, tree: _Tree) -> None:
        """One more tree, beside the others."""
        start = self.breadth + 2 * self.metrics.gap if self.trees else 0.0
        self.trees.append((tree, start))
        self.breadth = start + tree.breadth

    def put(self, drawing: Drawing, along: float) -> float:
        """Put all into a drawing from ``along`` on; where it ends along the trees."""
        end = along
        for tree, across in self.trees:
            end = max(end, _Pen(drawing, tree, across, along, self.metrics).all())
        return end


class _Pen:
    """Draws one tree at its place."""

    def __init__(
        self, drawing: Drawing, tree: _Tree, across: float, along: float, metrics: Metrics
    ) -> None:
        self.drawing, self.tree = drawing, tree
        self.across, self.along, self.metrics = across, along, metrics
        self.first = len(drawing.boxes)

    def all(self) -> float:
        """Boxes, frames and lines; where the tree ends."""
        drawing, end = self.drawing, 0.0
        for node in self.tree.nodes:
            number = len(drawing.boxes)
            above = node.above + self.first if node.above >= 0 else -1
            box = Box(node.row, *self._rectangle(node), above, node.level)
            drawing.boxes.append(box)
            drawing.index[node.row] = number
            if above >= 0:
                drawing.boxes[above].below.append(number)
            while len(drawing.levels) <= node.level:
                drawing.levels.append([])
            box.place = len(drawing.levels[node.level])
            drawing.levels[node.level].append(number)
            end = max(end, node.end)
        for number, node in enumerate(self.tree.nodes):
            if node.groups:
                self._lines(node, self.tree.middle(number))
        return self.along + end

    def _rectangle(self, node: _Node) -> tuple[float, float, float, float]:
        across, along = self.across + node.across, self.along + node.start
        length = node.end - node.start
        if self.drawing.flow == "down":
            return across, along, node.breadth, length
        return along, across, length, node.breadth

    # ------------------------------------------------------------------ lines under one node

    def _lines(self, node: _Node, middle: float) -> None:
        tree = self.tree
        gates = [group for group in node.groups if group.gate]
        steps = [group for group in node.groups if not group.gate and not group.depth]
        last = tree.bus_at(node) if steps else tree.gate_at(node)
        self._along("bus", middle, node.end + self.metrics.out, last, -1)
        if gates:
            at = tree.gate_at(node)
            row = tree.nodes[gates[0].boxes[0]].row
            self._across("gate", at, [middle, *(group.across for group in gates)], row)
            self._mark("gate", middle, at, row)
        if steps:
            self._across("bus", last, [middle, *(group.across for group in steps)], -1)
        for group in node.groups:
            self._step(node, group)
            self._frame(group)

    def _step(self, node: _Node, group: _Group) -> None:
        """The line of one reason, and where undercuts are joined to it."""
        tree = self.tree
        row = tree.nodes[group.boxes[0]].row
        start = tree.nodes[group.boxes[0]].start + self.metrics.into
        if group.depth:
            at = tree.lane_at(node, group.depth)
            attacked = node.groups[group.attacks]
            self._across("undercut", at, [attacked.across, group.across], row)
            self._mark("undercut", attacked.across, at, row)
            self._along("undercut", group.across, at, start, row)
        elif group.gate:
            self._along("gate", group.across, tree.gate_at(node), start, row)
        else:
            self._along("step", group.across, tree.bus_at(node), start, row)

    def _frame(self, group: _Group) -> None:
        if len(group.boxes) < 2:
            return
        boxes = [self.drawing.boxes[self.first + number] for number in group.boxes]
        x, y = min(box.x for box in boxes), min(box.y for box in boxes)
        width = max(box.right for box in boxes) - x
        height = max(box.bottom for box in boxes) - y
        numbers = tuple(self.first + number for number in group.boxes)
        self.drawing.frames.append(Frame(numbers, x, y, width, height))

    def _along(self, kind: LineKind, across: float, start: float, end: float, row: int) -> None:
        across, start, end = self.across + across, self.along + start, self.along + end
        if self.drawing.flow == "down":
            self.drawing.lines.append(Line(kind, across, start, across, end, row))
        else:
            self.drawing.lines.append(Line(kind, start, across, end, across, row))

    def _across(self, kind: LineKind, along: float, places: list[float], row: int) -> None:
        start, end = self.across + min(places), self.across + max(places)
        along += self.along
        if start == end:
            return
        if self.drawing.flow == "down":
            self.drawing.lines.append(Line(kind, start, along, end, along, row))
        else:
            self.drawing.lines.append(Line(kind, along, start, along, end, row))

    def _mark(self, kind: MarkKind, across: float, along: float, row: int) -> None:
        across, along = self.across + across, self.along + along
        if self.drawing.flow == "down":
            self.drawing.marks.append(Mark(kind, across, along, row))
        else:
            self.drawing.marks.append(Mark(kind, along, across, row))
