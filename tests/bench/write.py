"""How long each format takes to write, and how much memory beside the debate; printed.

    python -m tests.bench.write [FORMAT]... [--small 100000] [--large 1000000]

Each format is written to /dev/null in a process of its own, twice: a small debate and a large one
(``--large 0`` leaves it out). Without formats, all that are text. Memory is what the process holds
at most while it writes, against what it holds with the debate loaded; time is that of the CPU.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from debate.writers import get, names
from tests.bench.generate import generate

#: Run in a process of its own. Writing 5 there makes Linux forget the peak so far.
_CHILD = """
import json, os, sys, time
from pathlib import Path
from debate.files import load
from debate.writers import Options, get, save
from debate.writers.losses import Losses

def held(key):
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith(key)).split()[1]) / 1024

folder, name, judged = sys.argv[1:]
debate, writer, options = load(folder), get(name), Options(losses=Losses())
if judged == "judged":
    from debate.reasoning.evaluate import judge
    options = Options(losses=Losses(), judged=judge(debate))
    options.judged.strengths
Path("/proc/self/clear_refs").write_text("5")
loaded, start = held("VmRSS"), time.process_time()
size = 0
with open(os.devnull, "wb") as file:
    for chunk in writer.write(debate, options):
        size += file.write(chunk if writer.binary else chunk.encode("utf-8", "replace"))
spent = time.process_time() - start
print(json.dumps({"loaded": loaded, "peak": held("VmHWM"), "cpu": spent, "size": size}))
"""


def main() -> None:
    """Generate, measure, print."""
    parser = argparse.ArgumentParser(description="Measure writing.")
    parser.add_argument("formats", nargs="*", metavar="FORMAT")
    parser.add_argument("--small", type=int, default=100_000, help="claims of the small debate")
    parser.add_argument("--large", type=int, default=1_000_000, help="and of the large; 0: none")
    parser.add_argument("--judged", action="store_true", help="with verdicts and strengths")
    given = parser.parse_args()
    formats = given.formats or [name for name in names() if not get(name).binary]
    sizes = [size for size in (given.small, given.large) if size]
    print("format        claims   CPU s  us/claim     MB   loaded MB   peak MB  peak/loaded")
    with tempfile.TemporaryDirectory() as scratch:
        folders = {size: generate(Path(scratch) / str(size), claims=size) for size in sizes}
        for name in formats:
            each = []
            for size, folder in folders.items():
                found = _measured(folder, name, given.judged)
                each.append(found["cpu"] / size)
                print(
                    f"{name:<10}{size:>10,}{found['cpu']:>8.2f}{each[-1] * 1e6:>10.1f}"
                    f"{found['size'] / 1e6:>7.1f}{found['loaded']:>12.0f}{found['peak']:>10.0f}"
                    f"{found['peak'] / found['loaded']:>13.2f}",
                    flush=True,
                )
            if len(each) > 1:
                print(f"  a claim of the large one takes {each[1] / each[0]:.2f} times as long")


def _measured(folder: Path, name: str, judged: bool) -> dict[str, Any]:
    command = [sys.executable, "-c", _CHILD, str(folder), name, "judged" if judged else ""]
    found: dict[str, Any] = json.loads(subprocess.run(command, check=True, stdout=-1).stdout)
    return found


if __name__ == "__main__":
    main()
