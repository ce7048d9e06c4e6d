"""The filter on the open debate: what is looked for, and which rows have it, side by side."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Collection

from debate.model import Debate
from debate.reasoning.filtering import EVERYTHING, Facet, Filter, Sieve, Sifted
from debate.tui.judging import Judging
from debate.tui.noting import Noting

#: Claims that are sifted in a moment; with more, one is not kept waiting.
_SOON = 30_000


class Filtering:
    """What is looked for, ``wanted``, and what it leaves, ``sifted`` (None: everything).

    ``count`` says how often that has changed.
    """

    def __init__(self, debate: Debate, judging: Judging, noting: Noting) -> None:
        self.debate = debate
        self.wanted: Filter = EVERYTHING
        self.sifted: Sifted | None = None
        self.count = 0
        self._judging = judging
        self._noting = noting

    @property
    def large(self) -> bool:
        """Whether a :attr:`sieve` is to be used beside the screen."""
        return len(self.debate.claims) > _SOON

    @property
    def sieve(self) -> Sieve:
        """The debate with what is judged, written and marked now."""
        judging = self._judging
        verdict = judging.evaluation.verdict if judging.shown else None
        return Sieve(self.debate, judging.judgements, self._noting.annotations, verdict)

    def have(self, wanted: Filter, sifted: Sifted | None) -> None:
        """Take what was sifted; None is everything."""
        self.wanted, self.sifted = wanted, sifted
        self.count += 1

    def asks(self, facets: Collection[Facet]) -> bool:
        """Whether what is looked for has to do with one of some facets."""
        return any(choice.facet in facets for choice in self.wanted)

    def on(self, side: int) -> Sifted | None:
        """What is left of one side (-1: the background)."""
        if self.sifted is None:
            return None
        rows = self.debate.side(side)
        return Sifted(*(_between(found, rows) for found in (self.sifted.matches, self.sifted.kept)))

    def near(self, row: int) -> int:
        """The next match from a row on its side, else the last before it, else the row itself."""
        sifted = self.on(self.debate.claims[row].position) if row >= 0 else None
        if sifted is None or not sifted.matches:
            return row
        place = bisect_left(sifted.matches, row)
        return sifted.matches[min(place, len(sifted.matches) - 1)]


def _between(found: array[int], rows: range) -> array[int]:
    return found[bisect_left(found, rows.start) : bisect_left(found, rows.stop)]
