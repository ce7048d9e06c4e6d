"""What ``debate --help`` costs against an interpreter that does nothing; printed, not asserted.

Run from the checkout: ``python -m tests.bench.help``. The program is built, installed from its
wheel into an environment of its own, and started seven times in turn with ``python -c pass``.
"""

from __future__ import annotations

import subprocess
import tempfile
import time
from pathlib import Path
from statistics import median

from tests.support.wheel import build, install

RUNS = 7


def main() -> None:
    """Print both medians and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        bin = install(build("wheel", Path(folder)), Path(folder) / "venv")
        commands = {
            "python -c pass": [str(bin / "python"), "-c", "pass"],
            "debate --help": [str(bin / "debate"), "--help"],
        }
        for command in commands.values():  # compiled and in the page cache from here on
            _seconds(command)
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(RUNS):
            for name, command in commands.items():
                times[name].append(_seconds(command))
    for name, seconds in times.items():
        print(f"{name:<16}{median(seconds) * 1000:8.1f} ms, median of {RUNS}")
    nothing, helped = (median(times[name]) for name in commands)
    print(f"ratio           {helped / nothing:8.2f}")


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
