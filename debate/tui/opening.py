"""From a path to a running app: small debates are read first, large ones while one looks on."""

from __future__ import annotations

import gc
import os
import time
from pathlib import Path

from debate import files, readers
from debate.library.finding import is_library
from debate.model import Problem

#: Bytes that are read in well under half a second: a debate up to this size needs no progress.
SOON = 4 << 20


def open_app(path: str | None) -> int:
    """Read the debate, show it, and return the exit status; raises what :func:`run` says."""
    gc.disable()  # on the way to the first frame hardly anything becomes garbage
    place = files.bundled() if path is None else Path(path)
    library = is_library(place)
    since = time.time_ns()
    told: list[Problem] = []
    soon = not library and size_of(place) <= SOON
    debate = readers.load(place, tell=told.extend) if soon else None

    # Textual paints at ticks of this clock; at its own 60 a second, waiting for one is most of
    # what a key takes.
    os.environ.setdefault("TEXTUAL_FPS", "120")

    # Imported only now: a debate that cannot be read should say so at once.
    from debate.tui.app import DebateApp

    app = DebateApp(debate, place, library=library)
    app.since, app.told = since, told
    app.wants_tour = app.settings.tour and _is_new()
    # What was made so far stays until the end: nothing is gained by counting it over and over.
    gc.freeze()
    gc.enable()
    app.run()
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0


def _is_new() -> bool:
    """Whether nobody has used the app here: no tour was shown, and no place is remembered."""
    from debate.tui import home
    from debate.tui.guiding import TOUR

    return not home.recall(TOUR) and not any(home.state().glob("place-*.json"))


def size_of(place: Path) -> int:
    """Bytes that are to be read; 0 where the reader will say what is wrong."""
    try:
        if place.is_dir():
            return sum(file.stat().st_size for file in place.glob("*.yaml"))
        return place.stat().st_size
    except OSError:
        return 0
