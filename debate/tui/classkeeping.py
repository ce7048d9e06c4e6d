"""Writing a class down as it goes on, also where another window has gone on with the same one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from debate.model.problem import InvalidDebate
from debate.tui.holding import Holding

if TYPE_CHECKING:
    from debate.lessons.classroom import Classroom
    from debate.lessons.record import Record
    from debate.tui.classes import Kept


class ClassKeeping(Holding):
    """An app that keeps the class that is on; nothing that a window wrote is written over."""

    classroom: Classroom | None = None
    _class_file: Kept | None = None
    _class_unkept = False
    _class_asks = _class_ends = False

    async def show_class(self, path: Path, record: Record) -> None:
        """Go on with another record in place of the class that is on."""
        raise NotImplementedError

    def hold_class(self, path: Path, record: Record, *, begins: bool) -> Record:
        """Keep a class at a path from now on; says how it stands there, which may be further."""
        from debate.tui import classes

        self._class_file = classes.Kept(path)
        self._class_asks = False
        if begins:
            return record
        try:
            return replace(classes.load(path), ended=None)
        except (OSError, InvalidDebate):
            return record  # as it was when it was offered; writing it will say what is wrong

    def keep_class(self, record: Record) -> None:
        """Write the class down at once; where another window wrote to it, ask which one goes on."""
        from debate.tui.classes import ElsewhereError

        file = self._class_file
        if file is None or (self._class_asks and not self._class_ends):
            return  # it is written when it is known which class goes on
        try:
            file.keep(record)
        except ElsewhereError:
            if not self._class_ends:
                self._ask_which_class()
            elif not file.has(record):
                self._keep_aside(file, record)
        except OSError as error:
            if not self._class_unkept:  # once, not at each key
                why = f"The class cannot be saved: {error.strerror}."
                self.notify(why, severity="error", timeout=10, markup=False)
            self._class_unkept = True
        else:
            self._class_unkept = False

    def halt_class(self) -> None:
        """The class is left: stop its timer, and write down what is not written yet."""
        if self.classroom is None:
            return
        self._class_ends = True
        try:
            self.classroom.halt()
            self.keep_class(self.classroom.record)
        finally:
            self._class_ends = False

    # ------------------------------------------------------------------ two windows

    def _ask_which_class(self) -> None:
        """Another window went on with the same class: ask which of the two goes on here."""
        from debate.tui.screens.chooser import Chooser

        self._class_asks = True
        choices = [
            "Go on with what the other window wrote; this one stays as another class",
            "Go on with this one; what the other window wrote stays as another class",
        ]
        title = "This class was changed in another window"
        self.push_screen(Chooser(title, list(map(Content, choices))), self._class_chosen)

    async def _class_chosen(self, choice: int | None) -> None:
        """Go on with one of the two; who does not choose is asked at the next change."""
        self._class_asks = False
        file, classroom = self._class_file, self.classroom
        if classroom is None or file is None:
            return
        if choice is None:
            told = "Nothing is written before you choose: the next change asks again."
            self.notify(told, severity="warning", timeout=6)
        elif choice == 1:
            try:
                file.insist(classroom.record)
            except OSError as error:
                self._class_problem(error)
        elif self._keep_aside(file, classroom.record):
            from debate.tui import classes

            try:
                theirs = classes.load(file.path)
            except (OSError, InvalidDebate) as error:
                self._class_problem(error)
            else:
                await self.show_class(file.path, theirs)

    def _keep_aside(self, file: Kept, record: Record) -> bool:
        """Keep the class of this window as another one; whether that was possible."""
        try:
            file.aside(record)
        except OSError as error:
            self._class_problem(error)
            return False
        told = "The class of this window is kept as another one: H offers both."
        self.notify(told, timeout=6)
        return True

    def _class_problem(self, error: OSError | InvalidDebate) -> None:
        why = getattr(error, "strerror", None) or str(error).splitlines()[0]
        self.notify(f"The class: {why}", severity="error", timeout=10, markup=False)
