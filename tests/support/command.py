"""The command run as a user runs it: in a process of its own."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import IO

from tests.support.terminal import debate

ROOT = Path(__file__).resolve().parents[2]
KERCH = ROOT / "arguments" / "kerch-strait"


def run(
    *arguments: str | Path,
    stdin: str = "",
    env: Mapping[str, str] | None = None,
    stdout: int | IO[str] = subprocess.PIPE,
    cwd: Path | None = None,
) -> subprocess.CompletedProcess[str]:
    """``debate`` with these arguments, its output as text (UTF-8), no terminal anywhere."""
    result = subprocess.run(
        debate(*map(str, arguments)),
        input=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        timeout=60,
        env=env,
        cwd=cwd,
    )
    assert "Traceback" not in result.stderr
    return result
