"""How fast maps are written in other people's formats and read again, and the memory it takes.

    python -m tests.bench.generate 100000 -o /tmp/big
    python -m tests.bench.interop /tmp/big

The ratio is the peak while writing over the loaded debate, each above the bare interpreter.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from debate import load, readers
from debate.writers import Options, get

FORMATS = ("aif", "kialo", "carneades")


def resident() -> int:
    """The memory of this process now, in bytes."""
    pages = Path("/proc/self/statm").read_text("ascii").split()[1]
    return int(pages) * 4096


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path")
    parser.add_argument("--formats", nargs="*", default=FORMATS)
    arguments = parser.parse_args()
    bare = resident()
    debate = load(arguments.path)
    loaded = resident() - bare
    print(f"{len(debate.claims):,} claims, {loaded / 2**20:.0f} MB loaded")
    for name in arguments.formats:
        with tempfile.TemporaryFile() as file:
            start, peak = time.perf_counter(), 0
            for number, chunk in enumerate(get(name).write(debate, Options())):
                file.write(chunk.encode())
                if number % 5_000 == 0:
                    peak = max(peak, resident())
            wrote = time.perf_counter() - start
            peak = max(peak, resident()) - bare
            file.seek(0)
            data = file.read()
        start = time.perf_counter()
        reading = readers.get(name).read(data, name)
        took = time.perf_counter() - start
        size = len(reading.debate.claims) if reading.debate else 0
        print(
            f"{name:<10} {len(data) / 2**20:6.1f} MB  written in {wrote:6.1f} s, "
            f"peak {peak / loaded:.2f} of the debate; read in {took:6.1f} s ({size:,} claims)"
        )
        del data, reading


if __name__ == "__main__":
    main()
