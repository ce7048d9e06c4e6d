"""What the app does to open an editor: find the line, lend it the terminal, and follow after."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePath

from debate.files.locating import Place
from debate.model.text import one_line
from debate.readers import locate
from debate.tui import editor
from debate.tui.following import Following
from debate.tui.pages.target import Walk, WalkSide
from debate.tui.screens.base import View
from debate.tui.session import Session
from debate.tui.widgets.files import FilesPane
from debate.tui.widgets.page import Page

#: Claims among which a line is found while one blinks.
_SOON = 50_000


class Editing(Following):
    """An app that opens ``$EDITOR`` where the current claim is written."""

    def action_edit(self) -> None:
        """Edit the problem that one is on, else the claim that one is looking at."""
        if self.session is None or not isinstance(view := self.screen, View):
            return
        pane = next(iter(view.query(FilesPane)), None)
        if pane is not None and pane.fault is not None and pane.has_focus_within:
            self.edit_at(Place(pane.fault.file, pane.fault.line, pane.fault.column))
            return
        if len(self.session.debate.claims) > _SOON:
            self.notify_briefly("Looking for the line…")
        session, row = self.session, _row(view, self.session)

        def work() -> None:  # no partial: a worker writes down what it runs, a whole debate too
            self._look_for(session, row)

        self.run_worker(work, thread=True, group="editor", exclusive=True)

    def _look_for(self, session: Session, row: int) -> None:
        """Find the line, off the screen's thread: the files are read again."""
        self.call_later(self.edit_at, locate(session.path, session.debate, row))

    def edit_at(self, place: Place) -> None:
        """Open the editor at a place, wait until it is left, and read anew what it changed."""
        where = f"{one_line(place.file)}:{max(place.line, 1)}"
        command = editor.command(*place)
        if self._driver is None or not self._driver.can_suspend:
            told = "In a browser no editor can be opened." if self.is_web else "No terminal here."
            self.notify(f"{told} It stands in {where}", timeout=8, markup=False)
        elif command is None:
            told = f"There is no editor: set EDITOR to the one you like. It stands in {where}"
            self.notify(told, severity="warning", timeout=8, markup=False)
        else:
            self._edit(command, place)

    def _edit(self, command: Sequence[str], place: Place) -> None:
        told = ""
        with self.terminal_lent(), _interrupts_are_the_editors():
            try:
                code = subprocess.run(command).returncode
            except OSError as error:
                told = f"{PurePath(command[0]).name}: {error.strerror}"
            else:
                told = f"{PurePath(command[0]).name} ended with status {code}." if code else ""
        self.look_at_files()
        if not os.access(place.file, os.W_OK) and Path(place.file).exists():
            told = f"{PurePath(place.file).name} can only be read: edit a copy of its folder."
        if told:
            self.notify(told, severity="warning", markup=False)


@contextmanager
def _interrupts_are_the_editors() -> Iterator[None]:
    """Ctrl+C reaches everybody at a terminal; while an editor runs, it is not meant for us."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _row(view: View, session: Session) -> int:
    """The row that one is looking at: where the cursor of a page leads, or the current claim."""
    if view.VIEW == "walk":
        return session.row
    page = next(iter(view.query(Page)), None)
    spot = page.spot if page else None
    match spot.target if spot else None:
        case Walk(row):
            return row
        case WalkSide(position):
            rows = session.debate.side(position)
            return rows.start if rows else -1
        case None:
            return -1
    return view.about
