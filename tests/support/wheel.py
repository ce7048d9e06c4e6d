"""The project built as a wheel and installed far from the checkout."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

from tests.support.command import ROOT


def build(kind: str, folder: Path, source: Path = ROOT) -> Path:
    """Build ``kind``, "wheel" or "sdist", of ``source`` into ``folder``, without the network.

    Hatchling is called as a build backend is (PEP 517), in the environment that runs the tests.
    """
    hook = f"import hatchling.build as b, sys; print(b.build_{kind}(sys.argv[1]))"
    result = subprocess.run(
        [sys.executable, "-c", hook, str(folder)],
        cwd=source,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert result.returncode == 0, result.stderr
    return folder / result.stdout.split()[-1]


def install(wheel: Path, folder: Path) -> Path:
    """A fresh environment in ``folder`` with the wheel in it; the folder of its commands.

    What the wheel depends on is borrowed from the environment that runs the tests, by a path file:
    so that nothing is downloaded, and no editable install of the checkout is seen.
    """
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet"]
    subprocess.run([*pip, "--no-deps", "--no-index", str(wheel)], check=True, timeout=120)
    place = subprocess.check_output(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], text=True
    ).strip()
    # A plain path is added without reading the path files in it: the editable install stays out.
    (Path(place) / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder / "bin"
