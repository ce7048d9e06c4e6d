"""From a path to a running app: small debates are read first, large ones while one looks on."""

from __future__ import annotations

import gc
import os
import time
from pathlib import Path

from debate import files

#: Bytes that are read in well under half a second: a debate up to this size needs no progress.
_SOON = 4 << 20


def open_app(path: str | None) -> int:
    """Read the debate, show it, and return the exit status; raises what :func:`run` says."""
    gc.disable()  # on the way to the first frame hardly anything becomes garbage
    place = files.bundled() if path is None else Path(path)
    since = time.time_ns()
    debate = files.load(place) if _size(place) <= _SOON else None

    # Textual paints at ticks of this clock; at its own 60 a second, waiting for one is most of
    # what a key takes.
    os.environ.setdefault("TEXTUAL_FPS", "120")

    # Imported only now: a debate that cannot be read should say so at once.
    from debate.tui.app import DebateApp

    app = DebateApp(debate, place)
    app.since = since
    # What was made so far stays until the end: nothing is gained by counting it over and over.
    gc.freeze()
    gc.enable()
    app.run()
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0


def _size(place: Path) -> int:
    """Bytes that are to be read; 0 where the reader will say what is wrong."""
    try:
        if place.is_dir():
            return sum(file.stat().st_size for file in place.glob("*.yaml"))
        return place.stat().st_size
    except OSError:
        return 0
