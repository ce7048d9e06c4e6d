"""How long formats for graphs, tables and cards take, and how much memory they add to a debate.

    python -m tests.bench.graphs 100000 [FORMAT...]

Memory is the peak of what Python allocates while the file is written, as a share of what the loaded
debate takes; the lines that are written go nowhere.
"""

from __future__ import annotations

import sys
import tempfile
import time
import tracemalloc
from pathlib import Path

from debate.files import load
from debate.writers import Options, get
from tests.bench.generate import generate

FORMATS = ("csv", "anki", "dot", "mermaid", "graphml", "canvas", "bibtex", "csl")


def main() -> None:
    """Print a line for each format."""
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        path = generate(Path(folder), claims=claims)
        plain = load(path)
        seconds = {}
        for name in sys.argv[2:] or FORMATS:
            start = time.process_time()
            size = sum(len(chunk) for chunk in get(name).write(plain, Options()))
            seconds[name] = time.process_time() - start, size
        del plain
        tracemalloc.start()
        debate = load(path)
        held, _ = tracemalloc.get_traced_memory()
        for name, (taken, size) in seconds.items():
            tracemalloc.reset_peak()
            for _ in get(name).write(debate, Options()):
                pass
            _, peak = tracemalloc.get_traced_memory()
            print(f"{name:<8} {claims:,} claims: {taken:6.2f} s, {size / 1e6:7.1f} M characters, "
                  f"peak {peak / held:.2f} of the debate")  # fmt: skip


if __name__ == "__main__":
    main()
