"""What the terminal costs, seen from outside: bytes on a real pseudo-terminal, and when they came.

    python -m tests.bench.terminal [first-frame] [keys] [fold] [judging] [--large CLAIMS]

Times are milliseconds, medians of 7 runs; what is compared runs interleaved, so that a busy machine
slows both. A chunk of bytes counts from when it arrived, and is looked at only afterwards.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median, quantiles

from tests.bench.generate import generate
from tests.support.terminal import Terminal, debate, home

_Cells = list[tuple[object, ...]]

RUNS = 7

#: Keys pressed on each debate in one run.
PRESSES = 20

#: Seconds of silence after which a command is taken to have said all it has to say.
_QUIET = 0.15

#: The least a Textual app can be that also has what a reader of debates needs.
ONE_LABEL = """
import pydantic, yaml
from textual.app import App
from textual.widgets import Label
class OneLabel(App):
    def compose(self):
        yield Label("one label")
OneLabel().run()
"""

SMALL, LARGE, FOLDED = 1_000, 1_000_000, 100_000


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description="Measure the terminal.")
    parser.add_argument("what", nargs="*", help="first-frame, keys, fold, judging; all by default")
    parser.add_argument("--large", type=int, default=LARGE, help="claims of the large debate")
    given = parser.parse_args()
    what = given.what or ["first-frame", "keys", "fold", "judging"]
    if "first-frame" in what:
        first_frame()
    if "keys" in what:
        keys(given.large)
    if "fold" in what:
        fold()
    if "judging" in what:
        judging()


def first_frame() -> None:
    """The first complete frame of the bundled debate against that of an app with one label."""
    bare: list[float] = []
    ours: list[float] = []
    for _ in range(RUNS):
        bare.append(_painted([sys.executable, "-c", ONE_LABEL], ["one label"]))
        ours.append(_painted(debate(), ["Putin at the G20", "Fried", "Help"]))
    print(
        f"first frame: one label {_ms(bare)}, debate {_ms(ours)}, "
        f"ratio {median(ours) / median(bare):.2f} (at most 1.4)"
    )


def keys(large: int) -> None:
    """The down key in an expanded outline of a small and of a large debate."""
    rows: dict[int, list[float]] = {SMALL: [], large: []}
    panes: dict[int, list[float]] = {SMALL: [], large: []}
    with ExitStack() as stack:
        terminals = {size: stack.enter_context(_walking(size)) for size in rows}
        for _ in range(RUNS):
            for size, terminal in terminals.items():
                for _ in range(PRESSES):
                    row, pane = _press(terminal, "down")
                    rows[size].append(row)
                    panes[size].append(pane)
    for name, times, most in (("row", rows, 33), ("claim pane", panes, 100)):
        ratio = median(times[large]) / median(times[SMALL])
        print(f"down key, {name} repainted: ratio {ratio:.2f} (at most 1.5)")
        for size in times:
            print(
                f"  {size:>9,} claims: median {_ms(times[size])}, "
                f"p95 {quantiles(times[size], n=20)[-1] * 1000:.1f} (at most {most})"
            )


def fold() -> None:
    """Folding all of an expanded outline, and unfolding it again."""
    folds: list[float] = []
    unfolds: list[float] = []
    # Four sides and a background share the claims: so many that one side has as many as asked for.
    with _walking(FOLDED * 5) as terminal:
        for _ in range(RUNS):
            folds.append(_press(terminal, "{")[0])
            unfolds.append(_press(terminal, "}")[0])
    print(f"fold of {FOLDED:,} rows {_ms(folds)} (at most 100), unfold {_ms(unfolds)}")


def judging() -> None:
    """One judgement on a large debate; and keys on the bundled one, judging and not."""
    judged: list[float] = []
    with _walking(FOLDED) as terminal:
        first = _press(terminal, "a")[0]
        for _ in range(RUNS):
            for key in ("r", "down", "a", "up"):
                seconds = _press(terminal, key)[0]
                judged += [seconds] if key in "ra" else []
    print(
        f"judgement on {FOLDED:,} claims repainted: median {_ms(judged)}, "
        f"worst {max(judged) * 1000:.1f} (at most 50); the first {first * 1000:.1f}"
    )
    times: dict[str, list[float]] = {"not judging": [], "judging": []}
    with ExitStack() as stack:
        terminals = {name: stack.enter_context(_bundled()) for name in times}
        _press(terminals["judging"], "a")
        for _ in range(RUNS):
            for name, terminal in terminals.items():
                for key in ["down"] * PRESSES + ["up"] * PRESSES:
                    times[name].append(_press(terminal, key)[1])
    for name in times:
        p95 = quantiles(times[name], n=20)[-1] * 1000
        print(f"key on the bundled debate, {name}: median {_ms(times[name])}, p95 {p95:.1f}")


# ---------------------------------------------------------------------- how it is seen


def _painted(command: Sequence[str], texts: Sequence[str]) -> float:
    """Seconds from starting a command until its screen shows all the texts."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Terminal(command, env=home(Path(folder))) as terminal,
    ):
        return _seen(terminal, lambda t: all(text in t.drawn for text in texts))


def _seen(terminal: Terminal, until: Callable[[Terminal], bool]) -> float:
    """Seconds from starting the command until what had been drawn by then made ``until`` true."""
    deadline = terminal.now() + 30
    while terminal.now() < deadline and terminal.process.poll() is None:
        terminal.quiet(_QUIET)
        if (at := terminal.replay(until)) is not None:
            return at
    raise SystemExit(f"never seen on:\n{terminal.drawn}")


@contextmanager
def _bundled() -> Iterator[Terminal]:
    """The bundled debate, walked."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Terminal(debate(), env=home(Path(folder))) as terminal,
    ):
        terminal.wait_for("Who ", timeout=60)
        terminal.press("1")
        terminal.quiet(1)
        terminal.text()
        yield terminal


@contextmanager
def _walking(claims: int) -> Iterator[Terminal]:
    """A generated debate, walked with everything unfolded."""
    with tempfile.TemporaryDirectory() as folder:
        path = generate(Path(folder) / "generated", claims=claims)
        with Terminal(debate(str(path)), env=home(Path(folder))) as terminal:
            terminal.wait_for("Who ", timeout=600)
            terminal.press("2")
            terminal.quiet(0.5)
            terminal.press("}")
            terminal.quiet(1)
            terminal.text()
            yield terminal


def _press(terminal: Terminal, key: str) -> tuple[float, float]:
    """Seconds until the outline, and until the last of the claim beside it, was repainted."""
    outline, pane = _halves(terminal)
    at = terminal.press(key)
    row = _seen(terminal, lambda t: _halves(t)[0] != outline)
    beside = _halves(terminal)[1]
    last = row if beside != pane else at
    while (now := terminal.replay(_pane_other_than(beside))) is not None:
        last, beside = now, _halves(terminal)[1]
    return row - at, last - at


def _pane_other_than(cells: _Cells) -> Callable[[Terminal], bool]:
    return lambda terminal: _halves(terminal)[1] != cells


def _halves(terminal: Terminal) -> tuple[_Cells, _Cells]:
    """All cells of the left and of the right half of the screen, with their colours."""
    screen = terminal.screen
    middle = screen.columns // 2

    def cells(columns: range) -> _Cells:
        lines = (screen.buffer[row] for row in range(screen.lines))
        return [tuple(line[column] for column in columns) for line in lines]

    return cells(range(middle - 2)), cells(range(middle + 2, screen.columns))


def _ms(seconds: Sequence[float]) -> str:
    return f"{median(seconds) * 1000:.1f} ms"


if __name__ == "__main__":
    main()
