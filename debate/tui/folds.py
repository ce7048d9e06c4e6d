"""Which rows of one side are to be seen: a filter keeps some, and folds hide some of those.

Rows stand in pre-order, so what is kept and what is visible are sorted sequences of row numbers, a
subtree is a slice of them, and folding and unfolding are one deletion and one insertion, at any
size. Without a filter all rows of the side are kept. A filter keeps what matches and what that
hangs on, begins unfolded, and leaves the folds of the whole side as they were for when it is gone.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import count, islice
from operator import and_, attrgetter, ge
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
        self._kept: Sequence[int] = self.rows
        self._matches: Sequence[int] = self.rows
        self._folded = bytearray(len(self.rows))
        self._unfiltered: bytearray | None = None
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

    @property
    def _with_replies(self) -> bytearray:
        """A 1 for each row that something hangs on which is kept."""
        if not self.filtered:
            return self._with_any
        flags = bytearray(len(self.rows))
        for row in self._kept:
            if (parent := self._claims[row].parent) >= 0:
                flags[parent - self.rows.start] = 1
        return flags

    @cached_property
    def _with_any(self) -> bytearray:
        ends = map(_END, islice(self._claims, self.rows.start, self.rows.stop))
        return bytearray(map(ge, ends, count(self.rows.start + 2)))

    def follow(self, before: Folds, alignment: Alignment) -> None:
        """Fold what was folded in an earlier version of the debate; new claims are to be seen."""
        start, claims, rows = self.rows.start, self._claims, self.rows
        self._folded = bytearray(len(rows))
        old = before._folded.find(1)
        while old >= 0:
            row = alignment.row(old + before.rows.start)
            if row is not None and row in rows and claims[row].end > row + 1:
                self._folded[row - start] = 1
            old = before._folded.find(1, old + 1)
        self.visible = self._open_rows(start, self.rows.stop)

    # ------------------------------------------------------------------ asking

    def has_replies(self, row: int) -> bool:
        """Whether anything hangs on a row that a fold could hide."""
        end = self._claims[row].end
        return end > row + 1 and (not self.filtered or self.beneath(row) > 0)

    def beneath(self, row: int) -> int:
        """How many rows hang on a row, directly or not, that are kept."""
        return self._at(self._claims[row].end) - self._at(row + 1)

    def is_folded(self, row: int) -> bool:
        """Whether what hangs on a row is hidden."""
        return bool(self._folded[row - self.rows.start])

    def place(self, row: int) -> int:
        """Where a visible row stands among the visible; for a hidden one, what hides it."""
        return max(0, bisect_right(self.visible, row) - 1)

    def _at(self, row: int) -> int:
        """Where a row stands among those kept, or would."""
        return bisect_left(self._kept, row) if self.filtered else row - self.rows.start

    # ------------------------------------------------------------------ a filter

    @property
    def filtered(self) -> bool:
        """Whether a filter keeps some rows only."""
        return self._unfiltered is not None

    @property
    def matches(self) -> Sequence[int]:
        """The rows that one goes through, sorted: those that match, without a filter all."""
        return self._matches

    def is_match(self, row: int) -> bool:
        """Whether a row is there for its own sake, and not for what hangs on it."""
        if not self.filtered:
            return True
        place = bisect_left(self._matches, row)
        return place < len(self._matches) and self._matches[place] == row

    def filter(self, matches: array[int], kept: array[int]) -> None:
        """Keep the rows that match, and ``kept``, which has them and all that they hang on."""
        if self._unfiltered is None:
            self._unfiltered = self._folded
            self._folded = bytearray(len(self.rows))
        self._matches, self._kept = matches, array("I", kept)
        if self._folded.find(1) >= 0:  # folds of a filter before, where still something hangs
            self._folded = bytearray(map(and_, self._folded, self._with_replies))
        self.visible = self._open_rows(self.rows.start, self.rows.stop)

    def unfilter(self) -> None:
        """Keep every row again, folded as before the filter."""
        if self._unfiltered is not None:
            self._folded, self._unfiltered = self._unfiltered, None
            self._matches = self._kept = self.rows
            self.visible = self._open_rows(self.rows.start, self.rows.stop)

    def _keep(self, row: int) -> None:
        """Keep a row that does not match too, because one is on it, with what it hangs on."""
        kept = array("I", self._kept)
        while row >= 0:
            place = bisect_left(kept, row)
            if place < len(kept) and kept[place] == row:
                break
            kept.insert(place, row)
            row = self._claims[row].parent
        self._kept = kept
        self.visible = self._open_rows(self.rows.start, self.rows.stop)

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
        """Keep a row and unfold what hides it; whether that was needed.

        Raises ValueError for a row of another side, which no unfolding would ever show.
        """
        if row not in self.rows:
            raise ValueError(f"row {row} is not on this side")
        if self._at(row + 1) == self._at(row):
            self._keep(row)
            self.reveal(row)
            return True
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
                found.extend(self._kept[self._at(row) : self._at(end)])
                break
            found.extend(self._kept[self._at(row) : self._at(folded + 1)])
            row = self._claims[folded].end
        return found

    # ------------------------------------------------------------------ all rows

    def fold_all(self) -> None:
        """Show the roots alone."""
        self.show_levels(0)

    def unfold_all(self) -> None:
        """Show every row that is kept."""
        self._folded = bytearray(len(self.rows))
        self.visible = array("I", self._kept)

    def show_levels(self, level: int) -> None:
        """Show the rows down to a depth; what lies deeper is folded, level by level."""
        claims, kept, start = self._claims, self._kept, self.rows.start
        self._folded = self._with_replies.copy()
        self.visible = array("I")
        place = 0
        while place < len(kept):
            row = kept[place]
            self.visible.append(row)
            if claims[row].depth < level:
                self._folded[row - start] = 0
                place += 1
            else:
                place = self._at(claims[row].end)

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
        return max(map(_DEPTH, map(self._claims.__getitem__, self._kept)), default=0)
