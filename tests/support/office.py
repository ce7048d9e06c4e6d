"""What the formats for paper are opened with: LibreOffice and poppler, where they are installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from debate.model import Debate
from debate.writers import Options, get
from debate.writers.losses import Losses

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="no pdftotext here: install poppler-utils"
)
needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="no soffice here: install libreoffice-writer-nogui"
)


def written(debate: Debate, name: str, options: Options | None = None) -> bytes:
    """A debate as the bytes of its file."""
    pieces = get(name).write(debate, options or Options())
    return b"".join(one.encode() if isinstance(one, str) else one for one in pieces)


def lost(debate: Debate, name: str, **options: object) -> list[str]:
    """What a format says that it does not hold."""
    losses = Losses()
    written(debate, name, Options(losses=losses, **options))  # type: ignore[arg-type]
    return list(losses.lines())


def pdf_text(data: bytes) -> str:
    """What a reader of PDF finds, in the order in which it is written."""
    command = ["pdftotext", "-raw", "-", "-"]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()


def squeezed(text: str) -> str:
    """A text without blanks, and without what only allows a line to break."""
    return "".join(text.replace("\u200b", "").split())


def to_pdf(folder: Path, *documents: Path) -> list[bytes]:
    """Documents as LibreOffice prints them, with a profile of its own."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *documents],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return [(folder / document.with_suffix(".pdf").name).read_bytes() for document in documents]
