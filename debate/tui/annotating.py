"""What the app does with marks and notes: making them, keeping them, files, the list of all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.timer import Timer

from debate.model import Debate
from debate.model.annotations import Lost
from debate.model.problem import InvalidDebate
from debate.model.text import one_line
from debate.tui.holding import Holding
from debate.tui.notebook import Notebook, carried, load, save
from debate.tui.session import Session

if TYPE_CHECKING:
    from debate.model.alignment import Alignment

#: Seconds without a mark after which they are written down; a note is written down at once.
_PAUSE = 0.4

_ELSEWHERE = "what was written in another window"


class Annotating(Holding):
    """An app with a session whose claims one marks and writes notes on."""

    _notebook: Notebook | None = None
    _unwritten: Timer | None = None
    _notes_told = ""

    def walk_to(self, row: int) -> None:
        """Walk to a claim."""
        raise NotImplementedError

    # ------------------------------------------------------------------ one debate after another

    def begin(self, debate: Debate) -> Session:
        """A new session, with what was marked and written the last time."""
        session = super().begin(debate)
        self.recall_notes(session)
        return session

    def renew(self, after: Session, alignment: Alignment) -> None:
        """Notes stay on their claims; those on claims that are gone are kept as lost.

        What cannot be written down now is in no file: it is carried over all the same.
        """
        if self.session is not None and self._notebook is not None:
            before = self.session.noting
            self.keep_unwritten()
            try:
                if self._notebook.behind:
                    before.take(self._notebook.keep(before.annotations), _ELSEWHERE)
            except OSError as error:
                self.log.warning(f"the notes of other windows cannot be read: {error}")
            self._put_down()
        super().renew(after, alignment)
        self.recall_notes(after)
        if self.session is not None:
            notes = carried(self.session.noting.annotations, alignment)
            self.session.noting.changed = _nobody
            if notes != after.noting.annotations or notes.rows:  # under the names of now
                after.noting.annotations = notes
                self._unwritten = self.set_timer(_PAUSE, self._keep_notes)

    def begin_judging(self) -> None:
        """A debate is open now: say what of the last time could not be read."""
        super().begin_judging()
        self.begin_noting()

    def put_away(self) -> None:
        """Write down what waits for a pause."""
        self.keep_unwritten()
        super().put_away()

    # ------------------------------------------------------------------ keeping them

    def recall_notes(self, session: Session) -> None:
        """Give a new session what was marked and written the last time."""
        self._notebook = Notebook(session.key, session.debate)
        session.noting.annotations, self._notes_told = self._notebook.recall()
        session.noting.changed = self._noted

    def begin_noting(self) -> None:
        """Say what of the last time could not be read."""
        if self._notes_told:
            self.notify(self._notes_told, severity="warning", markup=False)
        self._notes_told = ""

    def _noted(self) -> None:
        """Show it wherever it is to be seen; write it down at a pause."""
        from debate.tui.screens.base import View
        from debate.tui.screens.notes import NotesScreen

        for screen in self.screen_stack:
            if isinstance(screen, View | NotesScreen):
                screen.noted()
        self._put_down()
        self._unwritten = self.set_timer(_PAUSE, self._keep_notes)

    def _put_down(self) -> None:
        if self._unwritten is not None:
            self._unwritten.stop()
            self._unwritten = None

    def _keep_notes(self) -> None:
        self._put_down()
        if self.session is None or self._notebook is None:
            return
        noting = self.session.noting
        try:
            kept = self._notebook.keep(noting.annotations)
        except OSError as error:
            why = f"Your notes cannot be saved: {error.strerror}."
            self.notify(why, severity="warning", markup=False)
            return
        if kept != noting.annotations:
            noting.take(kept, _ELSEWHERE)
            self.notify("Notes from another window were added.", timeout=3)

    def keep_unwritten(self) -> None:
        """Write down at once what waits for a pause."""
        if self._unwritten is not None:
            self._keep_notes()

    # ------------------------------------------------------------------ making them

    @property
    def _claim(self) -> int:
        """The row one is looking at; -1 for none."""
        from debate.tui.screens.base import View

        return self.screen.about if isinstance(self.screen, View) else -1

    def action_mark(self) -> None:
        """Mark the claim, or take its mark away."""
        if self.session and (row := self._claim) >= 0:
            self.session.noting.toggle(row)
            if self.session.view != "walk":  # where one may not see it
                marked = self.session.noting.of(row).marked
                told = f"{'Marked' if marked else 'Unmarked'} {self.session.debate.label(row)}."
                self.notify(told, timeout=2, markup=False)

    def action_next_mark(self) -> None:
        """Go to the next marked claim, on whatever side."""
        if self.session is None:
            return
        row = self.session.noting.next_mark(self.session.row)
        if row is None:
            self.notify("Nothing is marked yet: * marks a claim.", timeout=3)
        elif row == self.session.row and self.session.view == "walk":
            self.notify("This is the only mark.", timeout=2)
        else:
            self.walk_to(row)

    def action_note(self) -> None:
        """Write a note on the claim."""
        if (row := self._claim) >= 0:
            self._write_note(row)

    def _write_note(self, where: int | Lost) -> None:
        """Open the editor on the note on a row, or on a claim that is gone."""
        from debate.tui.screens.writing import WritingScreen

        if self.session is None:
            return
        noting, debate = self.session.noting, self.session.debate
        if isinstance(where, Lost):
            title, claim = "Note on a claim that is no longer there", where.claim or where.name
            note = where.annotation.note
        else:
            title, claim = f"Note on {debate.label(where)}", debate.text(where)
            note = noting.of(where).note

        def written(note: str | None) -> None:
            if note is None:
                return
            if isinstance(where, Lost):
                noting.rewrite(where, note)
            else:
                noting.write(where, note)
            self._keep_notes()

        self.push_screen(WritingScreen(one_line(title), one_line(claim), note), written)

    def action_notes(self) -> None:
        """List all marks and notes."""
        from debate.tui.screens.notes import NotesScreen

        if self.session:
            self.push_screen(NotesScreen(self.session.noting, self._write_note), self._chosen)

    def _chosen(self, row: int | None) -> None:
        if row is not None:
            self.walk_to(row)

    # ------------------------------------------------------------------ files

    def action_save_notes(self) -> None:
        """Ask for a file, and write the notes there."""
        from debate.tui.screens.naming import ask_for_file

        if self.session:
            ask_for_file(self, "Save your notes", "saves", "notes.json", self._save_notes)

    def action_load_notes(self) -> None:
        """Ask for a file, and have its notes besides one's own."""
        from debate.tui.screens.naming import ask_for_file

        if self.session:
            ask_for_file(self, "Load notes", "adds them to yours", "notes.json", self._load_notes)

    def _save_notes(self, path: Path) -> None:
        if self.session is None:
            return
        try:
            save(path, self.session.noting.annotations, self.session.debate)
        except (OSError, ValueError) as error:
            self._notes_problem(path, error)
        else:
            self.notify(f"Saved to {path}.", timeout=3, markup=False)

    def _load_notes(self, path: Path) -> None:
        if self.session is None:
            return
        try:
            found = load(path, self.session.debate)
        except InvalidDebate as problem:
            self.notify(str(problem.problems[0]), severity="error", markup=False)
        except (OSError, ValueError) as error:
            self._notes_problem(path, error)
        else:
            self.session.noting.join(found, f"notes from {path.name}")
            self._keep_notes()
            gone = f"; {len(found.lost)} on claims that are not here" if found.lost else ""
            told = f"{len(found.rows)} added from {path.name}{gone}."
            self.notify(told, timeout=4, markup=False)

    def _notes_problem(self, path: Path, error: Exception) -> None:
        told = getattr(error, "strerror", None) or str(error)
        self.notify(f"{path.name}: {told}", severity="error", markup=False)


def _nobody() -> None:
    """Who is told of notes on a version of the debate that is gone."""
