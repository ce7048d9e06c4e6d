"""What a library costs, seen from outside, on a real pseudo-terminal.

    python -m tests.bench.library [--debates 10000] [--claims 15] [--runs 5]

It prints the time to the first frame with the list, without an index (cold) and with one (warm);
how long until all debates are read; a keystroke in the search of all claims, until its findings
are painted; a step in the list; and how large the index is. Times are medians, and 95th
percentiles where there are many.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

from tests.support.many import write_many
from tests.support.terminal import Terminal, debate, home

#: What is typed, letter by letter: common words, then rare ones.
QUERIES = ("the bridge", "traffic harbour", "ferry12", "winter noise te", "council1999")

_QUIET = 0.3


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description="Measure a library of many debates.")
    parser.add_argument("--debates", type=int, default=10_000)
    parser.add_argument("--claims", type=int, default=15, help="claims of each debate")
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        library = write_many(Path(folder) / "library", given.debates, given.claims)
        total = f"{given.debates:,} debates"
        cold(library, Path(folder), total, given.runs)
        warm(library, Path(folder), total, given.runs)


def cold(library: Path, folder: Path, total: str, runs: int) -> None:
    """The first time: the list, and how long until everything is read."""
    first, whole = [], []
    for run in range(runs):
        shutil.rmtree(folder / "debate", ignore_errors=True)
        with Terminal(debate(str(library)), env=home(folder)) as terminal:
            first.append(_until(terminal, lambda t: "Should we" in t.text()))
            whole.append(_until(terminal, lambda t: total in t.text()))
            if run == runs - 1:  # the last one reads to the end, for the warm runs
                read = _until(terminal, lambda t: "reading" not in t.text(), 600, wait=1.0)
            terminal.press("q")
            terminal.wait_exit(60)
    print(f"cold: first titles {_ms(first)}, all of them {_ms(whole)}, all read {read:.1f} s")
    size = sum(file.stat().st_size for file in (folder / "debate" / "cache").iterdir())
    print(f"index: {size / 1e6:.1f} MB")


def warm(library: Path, folder: Path, total: str, runs: int) -> None:
    """The index is there: the list, a step in it, and the search."""
    times = []
    for _ in range(runs):
        with Terminal(debate(str(library)), env=home(folder)) as terminal:
            times.append(_until(terminal, lambda t: total in t.text() and "Should we" in t.text()))
    print(f"warm: first frame with the list {_ms(times)} (at most 2000)")
    with Terminal(debate(str(library)), env=home(folder)) as terminal:
        terminal.wait_for(lambda t: total in t.text() and "looking" not in t.text(), 60)
        terminal.quiet(1)
        steps = [_key(terminal, "down") for _ in range(40)]
        print(f"down key in the list: median {_ms(steps)}, p95 {_p95(steps)}")
        terminal.press("/")
        terminal.wait_for("Finds claims")
        keys = []
        for query in QUERIES:
            keys += [time for letter in query if (time := _key(terminal, letter)) > 0]
            for _ in query:
                terminal.press("backspace")
                terminal.quiet(_QUIET)
        print(f"search keystroke until painted: median {_ms(keys)}, p95 {_p95(keys)}")


def _until(
    terminal: Terminal, true: Callable[[Terminal], bool], timeout: float = 60, wait: float = 0.0
) -> float:
    if wait:
        terminal.wait_for("reading", timeout)
    return terminal.wait_for(true, timeout)


def _key(terminal: Terminal, key: str) -> float:
    """Seconds from a key until the list was last painted; the blinking cursor is no part of it."""
    terminal.text()
    seen = _list(terminal)
    at = last = terminal.press(key)
    terminal.quiet(_QUIET, timeout=3)
    while (now := terminal.replay(_list_other_than(seen))) is not None:
        last, seen = now, _list(terminal)
    return last - at


def _list(terminal: Terminal) -> list[object]:
    """All cells under the line in which one writes, with their colours."""
    screen = terminal.screen
    return [dict(screen.buffer[row]) for row in range(6, screen.lines)]


def _list_other_than(seen: list[object]) -> Callable[[Terminal], bool]:
    return lambda terminal: _list(terminal) != seen


def _ms(seconds: list[float]) -> str:
    return f"{median(seconds) * 1000:.0f} ms"


def _p95(seconds: list[float]) -> str:
    return f"{quantiles(seconds, n=20)[-1] * 1000:.0f} ms"


if __name__ == "__main__":
    main()
