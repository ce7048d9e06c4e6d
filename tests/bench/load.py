"""Loading and checking generated debates against the parser alone, and how both grow; printed.

Run from the checkout: ``python -m tests.bench.load`` (``--large 0`` leaves the million out). CPU
time stands beside the time on the clock, for on a busy machine only the first means anything.
"""

from __future__ import annotations

import argparse
import gc
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

from yaml.cyaml import CParser  # type: ignore[attr-defined]

from debate.files import load
from tests.bench.generate import generate

RUNS = 7

#: Run in a process of its own: one command, then its CPU time (s) and its peak memory (MB).
_CHILD = """
import resource, sys
from debate.cli import main
code = main(sys.argv[1:])
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
sys.exit(code)
"""


class Spent(NamedTuple):
    """Seconds of CPU and on the clock."""

    cpu: float
    wall: float


def main() -> None:
    """Generate, measure, print."""
    parser = argparse.ArgumentParser(description="Measure loading and checking.")
    parser.add_argument("--small", type=int, default=100_000, help="claims of the small debate")
    parser.add_argument("--large", type=int, default=1_000_000, help="and of the large; 0: none")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        small = generate(Path(folder) / "small", claims=given.small)
        _against_the_parser(small, given.small)
        base = _check(small, given.small)
        if given.large:
            large = generate(Path(folder) / "large", claims=given.large)
            _growth(base, _check(large, given.large), given.large / given.small)


def _against_the_parser(folder: Path, claims: int) -> None:
    """Both in this process, in turn."""
    files = [path.read_bytes() for path in sorted(folder.glob("*.yaml"))]
    print(f"{claims:,} claims, {sum(map(len, files)) / 1e6:.1f} MB of YAML")
    jobs: dict[str, Callable[[], object]] = {
        "bare parser": lambda: _events(files),
        "load and check": lambda: load(folder),
    }
    spent: dict[str, list[Spent]] = {name: [] for name in jobs}
    for _ in range(RUNS):
        for name, job in jobs.items():
            spent[name].append(_spent(job))
    for name, runs in spent.items():
        cpu, wall = (median(column) for column in zip(*runs, strict=True))
        print(f"  {name:<16}{cpu:7.3f} s CPU{wall:8.3f} s, medians of {RUNS}")
    floor, ours = (
        Spent(*(median(column) for column in zip(*spent[name], strict=True))) for name in jobs
    )
    print(f"  ratio           {ours.cpu / floor.cpu:7.2f}      {ours.wall / floor.wall:8.2f}")


def _events(files: list[bytes]) -> None:
    """All that the parser finds, thrown away: the floor. Like loading, it makes no cycles."""
    gc.disable()
    try:
        for data in files:
            get = CParser(data).get_event
            while get() is not None:
                pass
    finally:
        gc.enable()


def _spent(job: Callable[[], object]) -> Spent:
    """What ``job`` takes; what it made is thrown away outside of the measured time."""
    gc.collect()
    cpu, wall = time.process_time(), time.perf_counter()
    made = job()
    spent = Spent(time.process_time() - cpu, time.perf_counter() - wall)
    del made
    return spent


def _check(folder: Path, claims: int) -> tuple[float, float]:
    """``debate check`` in a fresh process: CPU seconds and peak MB."""
    command = [sys.executable, "-c", _CHILD, "check", str(folder)]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    cpu, peak = map(float, output.split())
    print(f"debate check, {claims:,} claims: {cpu:.2f} s CPU, {peak:.0f} MB at most")
    return cpu, peak


def _growth(small: tuple[float, float], large: tuple[float, float], times: float) -> None:
    cpu, peak = (after / before / times for before, after in zip(small, large, strict=True))
    print(f"  a claim, against the small one: time {cpu:.2f} times, memory {peak:.2f} times")


if __name__ == "__main__":
    main()
