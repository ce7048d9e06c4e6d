"""Reading and writing Argdown against its own command line, whole commands, in turn; printed.

Run from the checkout: ``ARGDOWN=FOLDER python -m tests.bench.argdown``; in FOLDER
``npm install @argdown/cli@1.7.5`` was run. CPU time stands beside the time on the clock, for on a
busy machine only their ratios mean anything.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple


class Spent(NamedTuple):
    """Seconds on the clock and of CPU, and the peak memory in MB."""

    wall: float
    cpu: float
    memory: float


def main() -> None:
    """Generate, measure, print."""
    parser = argparse.ArgumentParser(description="Measure Argdown.")
    parser.add_argument("--small", type=int, default=10_000, help="statements of the small file")
    parser.add_argument("--large", type=int, default=100_000, help="and of the large; 0: none")
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    program = Path(os.environ["ARGDOWN"]) / "node_modules/.bin/argdown"
    with tempfile.TemporaryDirectory() as folder:
        for size in filter(None, (given.small, given.large)):
            path = Path(folder) / f"{size}.argdown"
            path.write_text(generate(size), "utf-8")
            out = str(path.with_suffix(".out.json"))
            ours = [sys.executable, "-m", "debate", "export", str(path), "--to", "json", "-o", out]
            _compare(f"json, {size:,}", [str(program), "json", str(path), folder], ours, given.runs)
        path = Path(folder) / f"{given.small}.argdown"
        out = str(path.with_suffix(".out.html"))
        ours = [sys.executable, "-m", "debate", "export", str(path), "--to", "html", "-o", out]
        theirs = [str(program), "html", str(path), folder]
        _compare(f"html, {given.small:,}", theirs, ours, given.runs)


def generate(size: int) -> str:
    """A document of so many statements and arguments in trees up to seven levels deep."""
    chance, lines, number = random.Random(1), ["===", "title: Many", "===", ""], 0
    while number < size:
        lines.append(f"[S{number}]: Statement number {number} says that something is the case.")
        number += 1
        depth = 0
        for _ in range(min(size - number, chance.randint(3, 12))):
            depth = chance.randint(1, min(depth + 1, 6))
            title = chance.choice([f"[S{number}]: ", f"[S{number}]: ", f"<A{number}>: ", ""])
            sign = chance.choice(["+", "-", "<+", "<-"])
            words = f"Reason number {number}, with a little more text. It matters."
            lines.append(f"{'    ' * depth}{sign} {title}{words}")
            number += 1
        lines.append("")
    return "\n".join(lines) + "\n"


def _compare(what: str, theirs: list[str], ours: list[str], runs: int) -> None:
    best: dict[str, Spent] = {}
    for _ in range(runs):
        for name, command in (("argdown", theirs), ("debate", ours)):
            spent = _spent(command)
            best[name] = min(best.get(name, spent), spent, key=lambda one: one.cpu)
    print(what)
    for name, spent in best.items():
        print(f"  {name:<8}{spent.wall:8.2f} s {spent.cpu:8.2f} s CPU {spent.memory:8.0f} MB")
    pairs = zip(best["argdown"], best["debate"], strict=True)
    wall, cpu, memory = (one / other for one, other in pairs)
    print(f"  ratio   {wall:8.1f}   {cpu:8.1f}       {memory:8.1f}", flush=True)


def _spent(command: list[str]) -> Spent:
    """The best measure of a child: a process of its own tells what its child used."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    return Spent(wall, used.ru_utime + used.ru_stime, _megabytes(used))


def _megabytes(used: resource.struct_rusage) -> float:
    return used.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)


if __name__ == "__main__":
    main()
