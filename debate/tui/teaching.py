"""What the app does with a class: begins it, goes on with it, keeps it, and comes back to it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content
from textual.screen import Screen

from debate.tui.classkeeping import ClassKeeping
from debate.tui.screens.base import View
from debate.tui.widgets.tabs import TopBar

if TYPE_CHECKING:
    from debate.lessons.record import Finding, Record
    from debate.model import Debate
    from debate.reasoning.evaluate import Evaluation

#: The mode in which the app shows a class.
_MODE = "class"

#: Claims up to which one waits for what follows from the votes; more are done beside the screen.
_SOON = 50_000


class Teaching(ClassKeeping):
    """An app with a session on which a class can be on."""

    _class_evaluation: Evaluation | None = None

    def notify_briefly(self, told: str, seconds: float = 2) -> None:
        """Say something once."""
        raise NotImplementedError

    async def close(self, mode: str) -> None:
        """Another debate, another class: this one is kept, its timer stopped."""
        on = self.classroom is not None
        if self.session is not None and self.classroom is not None:
            self.work_out_class()
            self.halt_class()
            self.classroom = None
            self.session.judging.veil(False)
            self.screen_change_signal.unsubscribe(self)
        await super().close(mode)
        if on:
            await self.remove_mode(_MODE)

    @property
    def busy(self) -> bool:
        """A class votes on one version of a debate from its beginning to its end."""
        return self.classroom is not None or super().busy

    @property
    def waits_for(self) -> str:
        """Said to the teacher when the files change."""
        return "you leave the class" if self.classroom is not None else super().waits_for

    # ------------------------------------------------------------------ coming and going

    def action_lesson(self) -> None:
        """To the class, or from it to where one was; where there is none, ask which."""
        if self.session is None:
            return
        if self.classroom is None:
            self._which_class()
        elif self.current_mode == _MODE:
            self.switch_mode(self.session.view)
        else:
            self.switch_mode(_MODE)

    def _which_class(self) -> None:
        from debate.tui import classes
        from debate.tui.screens.chooser import Chooser
        from debate.tui.screens.classplan import PlanScreen

        if self.session is None:
            return
        session = self.session

        def begin(record: Record | None) -> None:
            if record is not None:
                self._open_class(classes.new(session.key, record.begun), record, begins=True)

        def plan() -> None:
            self.push_screen(PlanScreen(session), begin)

        there = classes.listed(session.key)
        if not there:
            plan()
            return
        choices: list[tuple[str, Callable[[], object]]] = [("Start a new class", plan)]
        ongoing = 0
        for path, found in there:
            told, does, open_ = self._offer(path, found)
            if open_:
                choices.insert(ongoing, (told, does))
                ongoing += 1
            else:
                choices.append((told, does))

        def chosen(number: int | None) -> None:
            if number is not None:
                choices[number][1]()

        contents = [Content(told) for told, _ in choices]
        self.push_screen(Chooser("A class by show of hands", contents), chosen)

    def _offer(
        self, path: Path, found: Record | Exception
    ) -> tuple[str, Callable[[], object], bool]:
        """How a class that is kept is offered, what that does, and whether it is still on."""
        from debate.lessons import summary
        from debate.lessons.classroom import Classroom
        from debate.lessons.record import PHASE_TITLES, Record

        if not isinstance(found, Record):
            why = str(found).splitlines()[0]
            told = partial(self.notify, why, severity="error", markup=False)
            return f"Cannot be read: {path.name}", told, False
        group = f" · {found.group}" if found.group else ""
        when = f"{summary.day(found.begun)}, {summary.hour(found.begun)}{group}"
        if found.ended is not None:
            return f"Look at the class of {when}", partial(self._look_at, path, found), False
        where = PHASE_TITLES[Classroom(found, lambda _: None).phase]
        told_ = f"Go on with the class of {when} · {where}"
        return told_, partial(self._open_class, path, found), True

    def _look_at(self, path: Path, record: Record) -> None:
        from dataclasses import replace

        from debate.tui.screens.classrecord import RecordScreen

        def closed(wish: str | None) -> None:
            if wish == "resume":
                self._open_class(path, replace(record, ended=None))

        self.push_screen(RecordScreen(record, earlier=True), closed)

    def _open_class(self, path: Path, record: Record, *, begins: bool = False) -> None:
        from debate.lessons import timing
        from debate.lessons.classroom import Classroom, clock

        record = self.hold_class(path, record, begins=begins)
        self._class_evaluation = None
        self.classroom = Classroom(timing.resumed(record, clock()), self._class_changed, clock)
        self.add_mode(_MODE, self._class_screen)
        self.screen_change_signal.subscribe(self, self._strip)
        if begins:
            self.classroom.begin()
        self._class_changed(self.classroom.record)
        self.switch_mode(_MODE)

    def _class_screen(self) -> Screen[None]:
        from debate.tui.screens.classroom import ClassScreen

        if self.session is None or self.classroom is None:
            raise RuntimeError("there is no class to show")
        return ClassScreen(self.session, self.classroom)

    def leave_class(self) -> None:
        """Leave the class: its timer stops, verdicts are as before, the file stays."""
        if self.session is None or self.classroom is None:
            return
        self.work_out_class()
        self.halt_class()
        self.classroom = None
        self.session.judging.veil(False)
        self.screen_change_signal.unsubscribe(self)
        self._unstrip()
        self.switch_mode(self.session.view)
        self.remove_mode(_MODE)
        self.notify_briefly("The class is kept: H goes on with it.", 4)

    def _unstrip(self) -> None:
        """Take that line away from all views."""
        for stack in self._screen_stacks.values():
            for screen in stack:
                for strip in screen.query("ClassStrip"):
                    strip.remove()

    def _strip(self, screen: object) -> None:
        """Put a line above a view that says that a class is on, and lets one go back to it."""
        from debate.tui.widgets.timer import ClassStrip

        if not isinstance(screen, View) or self.session is None or self.classroom is None:
            return
        if not screen.query(ClassStrip):
            strip = ClassStrip(self.session, self.classroom)
            screen.mount(strip, after=screen.query_one(TopBar))

    # ------------------------------------------------------------------ keeping

    def _class_changed(self, record: Record) -> None:
        """Write the class down at once; hide verdicts as long as it is to predict."""
        if self.session is not None:
            self.session.judging.veil(record.hidden and record.ended is None)
        self.keep_class(record)

    async def show_class(self, path: Path, record: Record) -> None:
        """Go on with another record in place of the class that is on."""
        if self.session is None:
            return
        self.classroom = self._class_file = None
        self.screen_change_signal.unsubscribe(self)
        self._unstrip()
        await self.switch_mode(self.session.view)
        await self.remove_mode(_MODE)
        self._open_class(path, record)

    def keep_unkept(self) -> None:
        """When the app ends, stop the class's timer: one comes back to the same time."""
        super().keep_unkept()
        self.halt_class()

    # ------------------------------------------------------------------ what follows

    def work_out_class(self) -> None:
        """Work out what stands if the class is right; of a large debate beside the screen."""
        if self.session is None or self.classroom is None:
            return
        if self.classroom.record.findings or self.classroom.record.hidden:
            return
        record, debate = self.classroom.record, self.session.debate
        if len(debate.claims) > _SOON:
            self.run_worker(partial(self._find_beside, record, debate), thread=True)
            return
        from debate.lessons.credences import findings
        from debate.reasoning.evaluate import Evaluation

        if self._class_evaluation is None:
            self._class_evaluation = Evaluation(debate)
        self._have_findings(findings(record, self._class_evaluation))

    def _find_beside(self, record: Record, debate: Debate) -> None:
        """Off the screen's thread, on an evaluation that nobody else touches."""
        from debate.lessons.credences import findings
        from debate.reasoning.evaluate import Evaluation

        self.call_later(self._have_findings, findings(record, Evaluation(debate)), record)

    def _have_findings(self, found: tuple[Finding, ...], of: Record | None = None) -> None:
        """Take what was worked out, unless there were other votes meanwhile."""
        from debate.tui.screens.classroom import ClassScreen

        if self.classroom is None or (of and of.votes != self.classroom.record.votes):
            return
        self.classroom.found(found)
        if isinstance(self.screen, ClassScreen):
            self.screen.page.rebuild()

    def take_class(self) -> None:
        """Judge in the walk as the class did; one's own judgements can be undone back to."""
        from debate.lessons.credences import judgements

        if self.session is None or self.classroom is None:
            return
        if self.classroom.record.hidden:
            self.notify_briefly("Verdicts are hidden until the class has predicted.", 3)
            return
        judged = judgements(self.classroom.record, self.session.debate, 2)
        if not judged:
            self.notify_briefly("No vote on a claim took sides yet.", 3)
            return
        self.session.judging.take(judged)
        self.notify_briefly("The walk now judges as the class did; z there undoes it.", 4)

    def _veiled(self) -> bool:
        """Whether verdicts are hidden; then say so."""
        hidden = self.session is not None and self.session.judging.veiled
        if hidden:
            self.notify_briefly("Verdicts are hidden until the class has predicted.", 3)
        return hidden

    def action_why(self) -> None:
        """Explain a verdict, unless verdicts are hidden."""
        if not self._veiled():
            super().action_why()

    def action_cruxes(self) -> None:
        """List what would change it, unless verdicts are hidden."""
        if not self._veiled():
            super().action_cruxes()

    def action_word(self) -> None:
        """Take every side at its word, unless verdicts are hidden."""
        if not self._veiled():
            super().action_word()

    def action_strength(self) -> None:
        """Show strengths, unless verdicts are hidden."""
        if not self._veiled():
            super().action_strength()

    # ------------------------------------------------------------------ notes and the record

    def action_jot(self) -> None:
        """Write a note on the class, from wherever one is."""
        from debate.tui.screens.asking import Asking
        from debate.tui.screens.classroom import ClassScreen

        def given(text: str | None) -> None:
            if text and self.classroom is not None:
                self.classroom.note(text)
                self.notify_briefly("Noted.")
            if isinstance(self.screen, ClassScreen):
                self.screen.show()

        if self.classroom is None:
            self.notify_briefly("There is no class: H begins one.")
        else:
            self.push_screen(Asking("A note on the class"), given)

    def show_record(self) -> None:
        """Show the record of the class as it is now."""
        from debate.tui.screens.classrecord import RecordScreen

        if self.classroom is not None:
            self.work_out_class()
            self.push_screen(RecordScreen(self.classroom.record))

    def write_record(self, record: Record) -> None:
        """Ask for a file, and write the record there, in the format that its name says."""
        from datetime import datetime

        from debate.tui.screens.naming import Naming

        def given(path: Path | None) -> None:
            if path is not None:
                self._write_record(record, path)

        name = f"class-{datetime.fromisoformat(record.begun):%Y-%m-%d}.html"
        self.push_screen(Naming("Write the record (.html or .md)", "writes", name), given)

    def _write_record(self, record: Record, path: Path) -> None:
        from debate.lessons.report import FORMATS
        from debate.writers.replace import replace

        made = next((made for end, made in FORMATS.values() if end == path.suffix.lower()), None)
        if made is None:
            told = f"{path.name}: name it .html or .md"
            self.notify(told, severity="error", markup=False)
            return
        try:
            replace(path, made(record))
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or str(error)
            self.notify(f"{path.name}: {why}", severity="error", markup=False)
        else:
            self.notify(f"Wrote {path}.", timeout=4, markup=False)
