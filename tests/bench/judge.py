"""How long judging takes: verdicts and strengths of large debates, one judgement, cruxes.

    python -m tests.bench.judge [CLAIMS]...

Prints, for each size (100000 and 1000000 unless given), the best of three in seconds: the full
evaluation of a debate that is loaded (compiling, verdicts, strengths), the outcomes of all
questions with all sides together, and the median and the worst of a hundred judgements, each worked
out in full. Then the cruxes of every recommendation, and between every two sides, of debates of
1,000 claims.
"""

from __future__ import annotations

import gc
import sys
import tempfile
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from debate.files import load
from debate.model import Debate
from debate.reasoning.cruxes import between, cruxes
from debate.reasoning.evaluate import Evaluation
from tests.bench.generate import generate


def seconds(work: Callable[[], object]) -> float:
    """How long some work takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def made(claims: int, seed: int = 0) -> Debate:
    """A generated debate, loaded."""
    with tempfile.TemporaryDirectory() as folder:
        debate = load(generate(Path(folder) / "debate", claims=claims, seed=seed))
    gc.freeze()  # as the app does, lest a pause to look at all of it fall into a figure
    return debate


def evaluation(claims: int) -> None:
    debate = made(claims)
    best = [float("inf")] * 3
    for _ in range(3):
        start = perf_counter()
        found = Evaluation(debate)
        verdicts = perf_counter()
        assert found.strengths.converged
        strengths = perf_counter()
        for question in debate.questions:
            found.outcome(question)
        spent = verdicts - start, strengths - verdicts, perf_counter() - strengths
        best = [min(pair) for pair in zip(best, spent, strict=True)]
    print(f"{claims:>9,} claims: verdicts {best[0]:.3f}, strengths {best[1]:.3f}, ", end="")
    print(f"together {best[0] + best[1]:.3f}; outcomes of all sides {best[2]:.3f}")
    random = Random(0)
    times = []
    for _ in range(100):
        row = debate.meant(random.randrange(claims))
        now = found.judgements
        then = now.accept(row) if random.random() < 0.5 else now.reject(row)
        start = perf_counter()
        found.judge(then)
        times.append(perf_counter() - start)
    print(f"{'':>17} one judgement: median {median(times):.4f}, worst {max(times):.4f}")


def crux(seed: int) -> None:
    debate = made(1000, seed)
    found = Evaluation(debate)
    sides = range(len(debate.positions))
    alone = seconds(lambda: cruxes(found))
    pairs = seconds(lambda: [between(found, one, other) for one, other in combinations(sides, 2)])
    print(f"cruxes, 1,000 claims, seed {seed}: every recommendation {alone:.3f}, ", end="")
    print(f"between every two of {len(sides)} sides {pairs:.3f}")


if __name__ == "__main__":
    for size in [int(word) for word in sys.argv[1:]] or [100_000, 1_000_000]:
        evaluation(size)
    for seed in range(3):
        crux(seed)
