"""Tidy drawings of trees whose boxes differ in size, in linear time.

The drawing that Reingold and Tilford asked for ("Tidier drawings of trees", IEEE TSE 7, 1981) in
the linear time of Buchheim, Jünger and Leipert ("Improving Walker's algorithm to run in linear
time", Graph Drawing 2002), as van der Ploeg has generalised both to boxes of any size that stand
on no common layers ("Drawing non-layered tidy trees in linear time", Software: Practice and
Experience 44, 2014). His contours, threads and spacing of smaller subtrees are kept; three things
are ours. Nothing recurses. A parent stands over those children that its lines come from, not
always the first and the last. And the tree is laid out twice, once as its mirror image, and the
mean of both is taken: all that is asked for (no two boxes overlap, siblings keep their order, a
parent stands over its children) are linear inequalities in the places, so the mean fulfils them
too, and mirror images of a tree then have mirror images as drawings, which one pass does not give.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Tree:
    """Boxes by number, 0 the root, each parent before its children; siblings in order.

    ``breadth`` is a box's size across the tree with the room it wants at both sides, ``middle`` how
    far from the beginning of that its middle is, ``end`` where it ends along the tree: all children
    of a box begin behind its end. ``over`` are the children over the mean of whose middles a box
    stands, some of ``children``; empty means the first and the last.
    """

    breadth: list[float] = field(default_factory=list)
    middle: list[float] = field(default_factory=list)
    end: list[float] = field(default_factory=list)
    children: list[list[int]] = field(default_factory=list)
    over: list[tuple[int, ...]] = field(default_factory=list)

    def add(self, parent: int, breadth: float, end: float, middle: float | None = None) -> int:
        """A further box under ``parent`` (-1 for the root), after its children so far."""
        number = len(self.breadth)
        self.breadth.append(breadth)
        self.middle.append(breadth / 2 if middle is None else middle)
        self.end.append(end)
        self.children.append([])
        self.over.append(())
        if parent >= 0:
            self.children[parent].append(number)
        return number


def tidy(tree: Tree) -> list[float]:
    """Where each box begins across the tree, its room included; the least is 0. Linear in boxes."""
    if not tree.breadth:
        return []
    there = _Pass(tree, mirrored=False).places()
    back = _Pass(tree, mirrored=True).places()
    found = [(a - b - wide) / 2 for a, b, wide in zip(there, back, tree.breadth, strict=True)]
    least = min(found)
    return [place - least for place in found]


class _Low:
    """One of the siblings so far that nothing later reaches below: van der Ploeg's list of them."""

    __slots__ = ("below", "index", "next")

    def __init__(self, below: float, index: int, after: _Low | None) -> None:
        while after is not None and below >= after.below:
            after = after.next
        self.below: float = below
        self.index: int = index
        self.next: _Low | None = after


class _Pass:
    """One pass from left to right over a tree, or over its mirror image.

    ``mod`` moves a whole subtree, ``prelim`` is a box's place in it. A contour goes on from a box
    without children along its thread; ``far`` are the two ends of a subtree's contours, ``gone``
    the sums of ``mod`` down to those.
    """

    def __init__(self, tree: Tree, mirrored: bool) -> None:
        self.breadth, self.end = tree.breadth, tree.end
        self.middle, self.children = tree.middle, tree.children
        self.over = tree.over
        if mirrored:
            pairs = zip(tree.breadth, tree.middle, strict=True)
            self.middle = [breadth - middle for breadth, middle in pairs]
            self.children = [children[::-1] for children in tree.children]
        count = len(tree.breadth)
        self.prelim, self.mod = [0.0] * count, [0.0] * count
        self.shift, self.change = [0.0] * count, [0.0] * count
        self.left_thread, self.right_thread = [-1] * count, [-1] * count
        self.far_left, self.far_right = list(range(count)), list(range(count))
        self.gone_left, self.gone_right = [0.0] * count, [0.0] * count

    def places(self) -> list[float]:
        """Where each box begins, the middle of the root being 0."""
        for box in range(len(self.breadth) - 1, -1, -1):
            if self.children[box]:
                self._lay_out(box)
        found = self.prelim
        moved = self.mod[:]
        found[0] = -self.middle[0]
        moved[0] = found[0] - self.prelim_of_root
        for box, children in enumerate(self.children):
            for child in children:
                moved[child] += moved[box]
                found[child] += moved[child]
        return found

    prelim_of_root = 0.0

    def _lay_out(self, box: int) -> None:
        """Put the subtrees of a box beside each other, and the box over them."""
        children = self.children[box]
        low = _Low(self.end[self.far_left[children[0]]], 0, None)
        for i in range(1, len(children)):
            below = self.end[self.far_right[children[i]]]
            self._separate(children, i, low)
            low = _Low(below, i, low)
        moved = total = 0.0
        for child in children:  # the smaller subtrees between two that were moved apart
            moved += self.shift[child]
            total += moved + self.change[child]
            self.mod[child] += total
        over = self.over[box] or (children[0], children[-1])
        middles = sum(self.prelim[child] + self.mod[child] + self.middle[child] for child in over)
        self.prelim[box] = middles / len(over) - self.middle[box]
        first, last = children[0], children[-1]
        self.far_left[box], self.gone_left[box] = self.far_left[first], self.gone_left[first]
        self.far_right[box], self.gone_right[box] = self.far_right[last], self.gone_right[last]
        if box == 0:
            self.prelim_of_root = self.prelim[0]

    def _separate(self, children: list[int], i: int, low: _Low | None) -> None:
        """Move subtree ``i`` right until its left contour is clear of all before it."""
        prelim, mod, end, breadth = self.prelim, self.mod, self.end, self.breadth
        right, left = children[i - 1], children[i]
        right_sum, left_sum = mod[right], mod[left]
        while right >= 0 and left >= 0:
            while low is not None and end[right] > low.below:
                low = low.next
            apart = right_sum + prelim[right] + breadth[right] - left_sum - prelim[left]
            if apart > 0:
                left_sum += apart
                self._move(children, i, low.index if low is not None else 0, apart)
            right_end, left_end = end[right], end[left]
            if right_end <= left_end:
                right = (
                    self.children[right][-1] if self.children[right] else self.right_thread[right]
                )
                right_sum += mod[right] if right >= 0 else 0
            if right_end >= left_end:
                left = self.children[left][0] if self.children[left] else self.left_thread[left]
                left_sum += mod[left] if left >= 0 else 0
        if left >= 0:
            self._thread_left(children, i, left, left_sum)
        elif right >= 0:
            self._thread_right(children, i, right, right_sum)

    def _move(self, children: list[int], i: int, from_: int, by: float) -> None:
        child = children[i]
        self.mod[child] += by
        self.gone_left[child] += by
        self.gone_right[child] += by
        if from_ < i - 1:
            share = by / (i - from_)
            self.shift[children[from_ + 1]] += share
            self.shift[child] -= share
            self.change[child] -= by - share

    def _thread_left(self, children: list[int], i: int, to: int, reached: float) -> None:
        """The left contour goes on in subtree ``i``, which is deeper than all before it."""
        first, child = children[0], children[i]
        at = self.far_left[first]
        self.left_thread[at] = to
        by = reached - self.mod[to] - self.gone_left[first]
        self.mod[at] += by
        self.prelim[at] -= by
        self.far_left[first], self.gone_left[first] = self.far_left[child], self.gone_left[child]

    def _thread_right(self, children: list[int], i: int, to: int, reached: float) -> None:
        """The right contour goes on in what stands before subtree ``i``, which is not so deep."""
        child, before = children[i], children[i - 1]
        at = self.far_right[child]
        self.right_thread[at] = to
        by = reached - self.mod[to] - self.gone_right[child]
        self.mod[at] += by
        self.prelim[at] -= by
        self.far_right[child] = self.far_right[before]
        self.gone_right[child] = self.gone_right[before]
