"""What the map costs: drawing it, and each move on it as seen on a real pseudo-terminal.

    python -m tests.bench.map [--claims 10000]

A move counts from the key until its last byte has arrived: all of the window is painted by then.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles

from debate.files import load
from debate.layout.reasons import side_map
from debate.tui.judging import Judging
from debate.tui.map.plan import ALL, Plan
from debate.writers import Options, get
from tests.bench.generate import generate
from tests.support.terminal import Terminal, debate, home

#: How often each key is pressed.
PRESSES = 40

#: Seconds of silence after which a move is taken to be painted.
_QUIET = 0.12

KEYS = ("down", "right", "right", "down", "left", "up", "\x1b[1;2C", "\x1b[1;2B")


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description="Measure the map.")
    parser.add_argument("--claims", type=int, default=10_000, help="claims of the debate")
    claims = parser.parse_args().claims
    with tempfile.TemporaryDirectory() as folder:
        path = generate(Path(folder) / "generated", claims=claims)
        layout(path)
        moves(path, Path(folder))


def layout(path: Path) -> None:
    """Drawing everything unfolded, and exporting the picture; CPU time of the best of three."""
    whole = load(path)
    plan = Plan(whole, Judging(whole))
    plan.which = ALL
    plan.fold("none", 0)
    boxes = len(plan.pencil()().drawing.boxes)
    print(f"layout of {boxes:,} boxes, all sides: {_best(lambda: plan.pencil()()):.0f} ms")
    plan.which = 0
    print(
        f"a side as it opens, {plan.count} boxes of {len(side_map(whole, 0).levels()):,}: "
        f"{_best(lambda: plan.pencil()()):.0f} ms"
    )
    picture = get("svg")
    print(f"export to svg: {_best(lambda: list(picture.write(whole, Options()))):.0f} ms")


def _best(do: object) -> float:
    times = []
    for _ in range(3):
        start = time.process_time()
        do()  # type: ignore[operator]
        times.append((time.process_time() - start) * 1000)
    return min(times)


def moves(path: Path, folder: Path) -> None:
    """Moves on a map of all sides with everything unfolded."""
    with Terminal(debate(str(path)), env=home(folder)) as terminal:
        terminal.wait_for("Who ", timeout=120)
        terminal.press("1")
        terminal.quiet(0.5)
        terminal.press("m")
        terminal.wait_for("full text")
        terminal.press("A")
        terminal.quiet(1)
        terminal.press("}")
        terminal.wait_for(lambda t: "▸" not in t.text(), timeout=60)
        terminal.quiet(4)  # the note that a large map is drawn goes away
        for zoom in ("full text", "one line", "signs only"):
            times = [_press(terminal, key) for _ in range(PRESSES // 4) for key in KEYS]
            _say(f"move, {zoom}", [seconds for seconds in times if seconds])
            terminal.press(",")
            terminal.quiet(4)
    print("  (a move: p95 at most 33 ms)")


def _press(terminal: Terminal, key: str) -> float:
    at = terminal.press(key)
    chunks = terminal.quiet(_QUIET)
    return chunks[-1].at - at if chunks else 0.0


def _say(what: str, seconds: Sequence[float]) -> None:
    p95 = quantiles(seconds, n=20)[-1] * 1000
    print(f"{what}: median {median(seconds) * 1000:.1f} ms, p95 {p95:.1f} ms of {len(seconds)}")


if __name__ == "__main__":
    main()
