"""Seeing that files change on the disk: looked at twice a second, from a thread of their own.

Looking works everywhere, over network folders too, where no system tells of changes that another
machine makes; and a folder that does not answer keeps nobody waiting but this thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event, Thread

#: Seconds between two looks.
INTERVAL = 0.5

#: Seconds without a further change after which a change is told: editors write in steps.
QUIET = 0.15

#: What a file looks like from outside; None where there is none that can be looked at.
Looks = tuple[int, int, int] | None


def looks(file: str) -> Looks:
    """When a file was changed, its size, and which file it is: a rename gives another one."""
    try:
        status = Path(file).stat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


class Watcher:
    """Calls ``changed``, in its own thread, each time one of the files has become another.

    A file may come into being, and may be gone for a while. ``since`` is the time (ns since 1970)
    at which the files were read: what was changed after it is told at the first look.
    """

    def __init__(
        self, files: Iterable[str], changed: Callable[[], object], since: int | None = None
    ) -> None:
        self._changed = changed
        self._seen = {file: looks(file) for file in files}
        self._late = since is not None and any(
            seen is not None and seen[0] >= since for seen in self._seen.values()
        )
        self._awake, self._ended = Event(), False
        # A daemon: the program ends although a network folder does not answer.
        self._thread = Thread(target=self._watch, name="watcher", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def stop(self) -> None:
        """Tell of nothing more; does not wait."""
        self._ended = True
        self._awake.set()

    def look(self) -> None:
        """Look now, not only at the next turn."""
        self._awake.set()

    def watch(self, files: Iterable[str]) -> None:
        """Watch other files from now on; those that were watched before keep their looks."""
        seen = self._seen
        self._seen = {file: seen[file] if file in seen else looks(file) for file in files}

    def _watch(self) -> None:
        while not self._ended:
            if self._late or self._has_changed():
                self._late = False
                while self._wait(QUIET) or self._has_changed():
                    if self._ended:
                        return
                self._changed()
            self._wait(INTERVAL)

    def _wait(self, seconds: float) -> bool:
        """Wait; True if one was called before the time was over."""
        called = self._awake.wait(seconds)
        self._awake.clear()
        return called

    def _has_changed(self) -> bool:
        """Look at every file, and remember how it looks now."""
        seen = self._seen
        changed = [file for file, before in seen.items() if looks(file) != before]
        for file in changed:
            seen[file] = looks(file)
        return bool(changed)
