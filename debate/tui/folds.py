"""Which rows of one side are to be seen: folding, without a look at what is not folded.

Rows stand in pre-order, so what is visible is a sorted array of row numbers, a subtree is a slice
of it, and folding and unfolding are one deletion and one insertion, at any size.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import count, islice
from operator import attrgetter, ge
from typing import TYPE_CHECKING

from debate.model import Debate

if TYPE_CHECKING:
    from debate.model.alignment import Alignment

#: As many rows as one may meet at first; in a larger side, deeper levels begin folded.
_AT_FIRST = 120

_DEPTH, _END = attrgetter("depth"), attrgetter("end")


class Folds:
    """The visible rows of a side (-1: the background), in reading order, and which are folded."""

    def __init__(self, debate: Debate, side: int) -> None:
        self.rows = debate.side(side)
        self._claims = debate.claims
        self.visible = array("I", self.rows)
        self._folded = bytearray(len(self.rows))
        if len(self.rows) > _AT_FIRST:
            self.show_levels(self._first_levels())

    def _first_levels(self) -> int:
        """As many levels as one takes in at once, the replies to the roots at any rate."""
        counts = Counter(self._depths())
        level, seen = 1, counts[0] + counts[1]
        while counts[level + 1] and seen + counts[level + 1] <= _AT_FIRST:
            level += 1
            seen += counts[level]
        return level

    def _depths(self) -> Iterator[int]:
        return map(_DEPTH, islice(self._claims, self.rows.start, self.rows.stop))

    @cached_property
    def _with_replies(self) -> bytearray:
        """A 1 for each row that something hangs on."""
        ends = map(_END, islice(self._claims, self.rows.start, self.rows.stop))
        return bytearray(map(ge, ends, count(self.rows.start + 2)))

    def follow(self, before: Folds, alignment: Alignment) -> None:
        """Fold what was folded in an earlier version of the debate; new claims are to be seen."""
        start = self.rows.start
        self._folded = bytearray(len(self.rows))
        old = before._folded.find(1)
        while old >= 0:
            row = alignment.row(old + before.rows.start)
            if row is not None and row in self.rows and self.has_replies(row):
                self._folded[row - start] = 1
            old = before._folded.find(1, old + 1)
        self.visible = self._open_rows(start, self.rows.stop)

    # ------------------------------------------------------------------ asking

    def has_replies(self, row: int) -> bool:
        """Whether anything hangs on a row."""
        return self._claims[row].end > row + 1

    def is_folded(self, row: int) -> bool:
        """Whether what hangs on a row is hidden."""
        return bool(self._folded[row - self.rows.start])

    def place(self, row: int) -> int:
        """Where a visible row stands among the visible; for a hidden one, what hides it."""
        return max(0, bisect_right(self.visible, row) - 1)

    # ------------------------------------------------------------------ one row

    def fold(self, row: int) -> None:
        """Hide what hangs on a visible row."""
        if not self.has_replies(row) or self.is_folded(row):
            return
        self._folded[row - self.rows.start] = 1
        below = self.place(row) + 1
        del self.visible[below : bisect_left(self.visible, self._claims[row].end)]

    def unfold(self, row: int) -> None:
        """Show what hangs on a visible row, as far as it is not folded itself."""
        if not self.is_folded(row):
            return
        self._folded[row - self.rows.start] = 0
        below = self.place(row) + 1
        self.visible[below:below] = self._open_rows(row + 1, self._claims[row].end)

    def reveal(self, row: int) -> bool:
        """Unfold what hides a row; whether that was needed."""
        hiding = self.visible[self.place(row)] if self.visible else row
        needed = hiding != row
        while hiding != row:
            self.unfold(hiding)
            hiding = self.visible[self.place(row)]
        return needed

    def _open_rows(self, row: int, end: int) -> array[int]:
        """The rows from ``row`` to ``end`` that no fold between them hides; in slices."""
        start = self.rows.start
        found = array("I")
        while row < end:
            folded = self._folded.find(1, row - start, end - start) + start
            if folded < start:
                found.extend(range(row, end))
                break
            found.extend(range(row, folded + 1))
            row = self._claims[folded].end
        return found

    # ------------------------------------------------------------------ all rows

    def fold_all(self) -> None:
        """Show the roots alone."""
        self.show_levels(0)

    def unfold_all(self) -> None:
        """Show every row."""
        self._folded = bytearray(len(self.rows))
        self.visible = array("I", self.rows)

    def show_levels(self, level: int) -> None:
        """Show the rows down to a depth; what lies deeper is folded, level by level."""
        claims, start, end = self._claims, self.rows.start, self.rows.stop
        self._folded = self._with_replies.copy()
        self.visible = array("I")
        row = start
        while row < end:
            self.visible.append(row)
            if claims[row].depth < level:
                self._folded[row - start] = 0
                row += 1
            else:
                row = claims[row].end

    def fewer(self) -> None:
        """Show one level fewer than are to be seen now."""
        seen = map(self._claims.__getitem__, self.visible)
        self.show_levels(max(0, max(map(_DEPTH, seen), default=0) - 1))

    def more(self) -> None:
        """Show one level more than are to be seen everywhere now."""
        folded = (self._claims[row].depth for row in self._visible_folds())
        self.show_levels(min(folded, default=self._deepest) + 1)

    def _visible_folds(self) -> Iterator[int]:
        start = self.rows.start
        row = self._folded.find(1)
        while row >= 0:
            yield row + start
            row = self._folded.find(1, self._claims[row + start].end - start)

    @property
    def _deepest(self) -> int:
        return max(self._depths(), default=0)
