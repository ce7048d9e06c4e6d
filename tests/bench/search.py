"""How soon a search in one debate shows what it finds, and what a key takes meanwhile; printed.

Run from the checkout: ``python -m tests.bench.search --claims 1000000``.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from statistics import median

from tests.bench.generate import generate
from tests.support.terminal import Terminal, debate, home


def main() -> None:
    """Generate, open, type, print."""
    parser = argparse.ArgumentParser(description="Measure searching one debate.")
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("words", nargs="*", default=["e", "the", "cost of", "zzz"])
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = generate(Path(place) / "debate", claims=given.claims)
        with Terminal(debate(str(folder)), env=home(Path(place)), cwd=Path(place)) as terminal:
            terminal.wait_for("Quit", timeout=300)
            terminal.press("1")
            terminal.quiet(1)
            print(f"{given.claims:,} claims, {sum(f.stat().st_size for f in folder.iterdir()):,} B")
            for round_ in ("first", "again"):
                for words in given.words:
                    _measure(terminal, words, round_)


def _measure(terminal: Terminal, words: str, round_: str) -> None:
    terminal.press("/")
    terminal.quiet(0.5)
    terminal.press("\x15")  # what was looked for last is still there
    terminal.quiet(0.5)
    keys = []
    for key in words:
        pressed = terminal.press(key)
        chunks = terminal.quiet(0.02)
        while not chunks and terminal.now() < pressed + 10:
            chunks = terminal.quiet(0.02)
        keys.append(1000 * (chunks[0].at - pressed))
    chunks += terminal.quiet(1)
    told = [chunk.at for chunk in chunks if b"found" in chunk.data]
    seen = told or [chunks[-1].at]
    print(
        f"  {round_} {words!r}: a key {median(keys):.0f} ms (worst {max(keys):.0f}); after the "
        f"last one the first shown in {seen[0] - pressed:.2f} s, all in {seen[-1] - pressed:.2f} s"
    )
    terminal.press("\x1b")
    terminal.quiet(0.5)


if __name__ == "__main__":
    main()
