"""How soon the screen follows a change of the files, and what keys take meanwhile; printed.

Run from the checkout: ``python -m tests.bench.follow --claims 100000``.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

from tests.bench.generate import generate
from tests.support.terminal import Terminal, debate, home

#: The title that tells the changed debate from the one before.
_TITLE = "A changed title"


def main() -> None:
    """Generate, open, change a file, press keys, print."""
    parser = argparse.ArgumentParser(description="Measure following a change.")
    parser.add_argument("--claims", type=int, default=100_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = generate(Path(place) / "debate", claims=given.claims)
        env = home(Path(place))
        with Terminal(debate(str(folder)), env=env, cwd=Path(place)) as terminal:
            opened = terminal.wait_for("Quit", timeout=120)
            terminal.press("1", "end")
            terminal.quiet(1)
            alone, _ = _keys(terminal, 50)
            head = folder / "debate.yaml"
            text = head.read_text("utf-8").splitlines()
            number = next(n for n, line in enumerate(text) if line.startswith("debate:"))
            text[number] = f"debate: {_TITLE}"
            head.write_text("\n".join(text) + "\n", "utf-8")
            start = terminal.now()
            during, seen = _keys(terminal, 100_000)
            after, _ = _keys(terminal, 50)
    print(f"{given.claims:,} claims: opened after {opened:.2f} s")
    print(f"  the change was seen after {seen - start:.2f} s")
    for name, times in (("before", alone), ("while it is read", during), ("after", after)):
        print(f"  a key {name}: {_said(times)}")


def _keys(terminal: Terminal, most: int) -> tuple[list[float], float]:
    """Milliseconds from each key to its frame, until ``most`` or until the change is seen."""
    times = []
    for number in range(most):
        pressed = terminal.press("down" if number % 2 else "up")
        chunks = terminal.quiet(0.03)
        while not chunks and terminal.now() < pressed + 10:
            chunks = terminal.quiet(0.03)
        if chunks:
            times.append(1000 * (chunks[0].at - pressed))
        if most > 50 and any(_TITLE.encode() in chunk.data for chunk in chunks):
            break  # seen in the window's title: the emulator, which is slow, is not asked
        time.sleep(0.1)
    return times, terminal.now()


def _said(times: list[float]) -> str:
    if len(times) < 2:
        return "none measured"
    share = quantiles(times, n=20)[-1]
    return f"median {median(times):.0f} ms, p95 {share:.0f} ms, worst {max(times):.0f} ms"


if __name__ == "__main__":
    main()
