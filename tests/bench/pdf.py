"""What the formats for paper cost: PDF in its styles, Word, XMind, and the map as a picture.

    python -m tests.bench.pdf [--claims 200]

Each is written several times within one process, the first time as whoever exports once sees it,
with typst and its fonts to be loaded; then as one command from start to end, beside the same
command for Markdown, which loads the same debate and needs nothing else.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from debate.files import load
from debate.model import Debate
from debate.writers import Options, get
from tests.bench.generate import generate

KINDS = (
    ("pdf", "outline"), ("pdf", "handout"), ("pdf", "slides"), ("docx", ""), ("xmind", ""),
    ("png", ""),
)  # fmt: skip

_ROUNDS = 5


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description="Measure the formats for paper.")
    parser.add_argument("--claims", type=int, default=200, help="claims of the debate")
    claims = parser.parse_args().claims
    with tempfile.TemporaryDirectory() as folder:
        path = generate(Path(folder) / "generated", claims=claims)
        debate = load(path)
        for name, style in KINDS:
            inside(debate, name, style)
        base = command(path, "markdown", "", Path(folder))
        print(f"whole command, markdown: {base:.2f} s")
        for name, style in KINDS:
            took = command(path, name, style, Path(folder))
            print(f"whole command, {name} {style}: {took:.2f} s, {took / base:.1f} times that")


def inside(debate: Debate, name: str, style: str) -> None:
    """The first time, and how long it takes from then on."""
    times = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        size = sum(map(len, get(name).write(debate, Options(style=style))))
        times.append(time.perf_counter() - start)
    first, rest = times[0], median(times[1:])
    print(
        f"{name} {style} of {len(debate.claims):,} claims, {size:,} bytes: "
        f"{first:.3f} s at first, then {rest:.3f} s"
    )


def command(path: Path, name: str, style: str, folder: Path) -> float:
    """Seconds of ``debate export``, best of three."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "debate", "export", str(path), "--to", name]
            + (["--style", style] if style else [])
            + ["-o", str(folder / "out")],
            check=True,
            stderr=subprocess.DEVNULL,
        )
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    main()
