"""How long filtering takes: counting all choices, sifting, folding what is left.

    python -m tests.bench.filter [CLAIMS]...

Prints, for each size (100000 and 1000000 unless given), the best of three in seconds: counting all
choices of the dialog and sifting by some filters, which the app does beside the screen where there
are many claims; and narrowing one side's folds to what is left, which the screen waits for. Then
the longest that the screen's thread was kept from its turn while another counted and sifted.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter

from debate.model import Debate
from debate.reasoning.filtering import Choice, Filter, Sieve, Sifted
from debate.tui.filtering import Filtering
from debate.tui.folds import Folds
from debate.tui.session import Session
from tests.bench.judge import made, seconds

_FILTERS: dict[str, Filter] = {
    "objections": frozenset({Choice("role", "objection")}),
    "contested": frozenset({Choice("contested")}),
    "unjudged": frozenset({Choice("unjudged")}),
    "supports, cited, #cost": frozenset(
        {Choice("role", "support"), Choice("cited", "yes"), Choice("tag", "cost")}
    ),
}


def best(work: Callable[[], object]) -> float:
    """The shortest of three times that some work takes."""
    return min(seconds(work) for _ in range(3))


def count(debate: Debate) -> object:
    """What the dialog shows beside its choices."""
    return Sieve(debate).count()


def sift(debate: Debate, wanted: Filter) -> Sifted:
    """What a filter leaves, nothing known from before."""
    return Sieve(debate).sift(wanted)


def narrow(filtering: Filtering, sifted: Sifted) -> float:
    """How long one side takes to show what is left, its folds made before."""
    times = []
    for _ in range(3):
        folds = Folds(filtering.debate, 0)
        start = perf_counter()
        filtering.have(frozenset(), sifted)
        side = filtering.on(0)
        assert side is not None
        folds.filter(side.matches, side.kept)
        times.append(perf_counter() - start)
    return min(times)


async def longest_wait(debate: Debate) -> float:
    """The longest pause between turns of an event loop while a thread counts and sifts."""

    def work() -> None:
        sieve = Sieve(debate)
        sieve.count()
        sieve.sift(_FILTERS["contested"])

    longest, last = 0.0, perf_counter()
    task = asyncio.create_task(asyncio.to_thread(work))
    while not task.done():
        await asyncio.sleep(0.001)
        now = perf_counter()
        longest, last = max(longest, now - last), now
    await task
    return longest


def main(sizes: list[int]) -> None:
    """Measure each size."""
    for size in sizes or [100_000, 1_000_000]:
        debate = made(size)
        filtering = Session(debate, Path("bench")).filtering
        print(f"{size:>9,} claims: counting {best(partial(count, debate)):.3f}")
        for name, wanted in _FILTERS.items():
            spent = best(partial(sift, debate, wanted))
            sifted = sift(debate, wanted)
            left = len(sifted.matches)
            print(f"    {name} ({left:,}): sifting {spent:.3f}, ", end="")
            print(f"folding {narrow(filtering, sifted):.3f}")
        print(f"    longest wait of the screen meanwhile {asyncio.run(longest_wait(debate)):.3f}")


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]])
