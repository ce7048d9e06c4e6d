"""What the app does with judgements: undo and redo, keeping them, files, why and what if."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from textual.app import App
from textual.timer import Timer

from debate.model.problem import InvalidDebate
from debate.reasoning.judgements import NO_JUDGEMENTS
from debate.tui import saved
from debate.tui.judging import Judging
from debate.tui.screens.base import View
from debate.tui.session import Session

#: Seconds without a judgement after which they are written down.
_PAUSE = 0.4


class Deciding(App[None]):
    """An app with a session whose claims are judged."""

    session: Session | None = None
    _unkept: Timer | None = None
    _working = False
    _told = ""
    _sheet: saved.Sheet | None = None

    def walk_to(self, row: int) -> None:
        """Walk to a claim."""
        raise NotImplementedError

    def _judged(self) -> None:
        """Show what follows, of a large debate a little later; write it down at a pause."""
        self._work()
        if isinstance(view := self.screen_stack[0], View) and view.is_mounted:
            view.judged()
        self._keep_soon()

    def _keep_soon(self) -> None:
        """Write the judgements down at the next pause."""
        if self._unkept is not None:
            self._unkept.stop()
        self._unkept = self.set_timer(_PAUSE, self._keep_judgements)

    def recall_judgements(self, session: Session) -> None:
        """Give a new session what was judged the last time."""
        self._sheet = saved.Sheet(session.key, session.debate)
        session.judging.judgements, self._told = self._sheet.recall()
        session.judging.changed = self._judged
        self._working = False

    def begin_judging(self) -> None:
        """Go on with what was judged the last time, and say where that was not possible."""
        if self._told:
            self.notify(self._told, severity="warning", markup=False)
        self._work()

    def _work(self) -> None:
        """The first judgement on a large debate is worked out off the screen's thread."""
        if self.session and self.session.judging.waits and not self._working:
            self._working = True
            self.notify("Working out what stands…", timeout=3)
            self.run_worker(partial(self._work_out, self.session.judging), thread=True)

    def _work_out(self, judging: Judging) -> None:
        self.call_later(judging.have, judging.work_out())

    def _keep_judgements(self) -> None:
        self._unkept = None
        if self.session is None or self._sheet is None:
            return
        judging = self.session.judging
        try:
            kept = self._sheet.keep(judging.judgements)
        except OSError as error:
            why = f"Your judgements cannot be saved: {error.strerror}."
            self.notify(why, severity="warning", markup=False)
            return
        if kept != judging.judgements:
            judging.take(kept)
            self.notify("What was judged in another window holds here, too.", timeout=3)

    def keep_unkept(self) -> None:
        """Write down at once what waits for a pause."""
        if self._unkept is not None:
            self._unkept.stop()
            self._keep_judgements()

    def action_undo(self) -> None:
        """Take back the last judgement, mark or note."""
        if self.session:
            self._tell_done(self.session.undoing.undo(), "Undone", "There is nothing to undo.")

    def action_redo(self) -> None:
        """Do again what was undone."""
        if self.session:
            self._tell_done(self.session.undoing.redo(), "Redone", "There is nothing to redo.")

    def _tell_done(self, what: str | None, done: str, nothing: str) -> None:
        """Say that there was nothing to do, or what was done where one may not see it."""
        if what is None:
            self.notify(nothing, timeout=2)
        elif what:
            self.notify(f"{done}: {what}.", timeout=3, markup=False)

    def action_clear_all(self) -> None:
        """Take back every judgement, and hide the verdicts."""
        if self.session:
            self.session.judging.take(NO_JUDGEMENTS)
            self.session.judging.show(asked=False, bars=False)

    def action_word(self) -> None:
        """Take back every judgement, and show what stands when each side is believed."""
        if self.session:
            self.session.judging.take(NO_JUDGEMENTS)
            self.session.judging.show(asked=True)

    def action_strength(self) -> None:
        """Show strengths, or no longer."""
        if self.session:
            self.session.judging.show(bars=not self.session.judging.bars)

    def action_semantics(self) -> None:
        """Work strengths out in the next way that is known."""
        if self.session:
            self.session.judging.next_semantics()
            title = self.session.judging.semantics.title
            self.clear_notifications()
            self.notify(f"Strengths by: {title}", timeout=3, markup=False)

    def action_why(self) -> None:
        """Explain a verdict, step by step."""
        from debate.tui.pages.why import why_page
        from debate.tui.screens.listing import Listing

        if self.session and isinstance(self.screen, View) and (row := self.screen.about) >= 0:
            evaluation = self.session.judging.evaluation
            title = f"Why {self.session.debate.label(row)}?"
            listing = Listing(title, lambda width: why_page(evaluation, row, width))
            self.push_screen(listing, self._listed)

    def action_cruxes(self) -> None:
        """List what would change the recommendation that one is looking at."""
        from debate.tui.screens.cruxes import CruxScreen

        if self.session and isinstance(self.screen, View):
            self.push_screen(CruxScreen(self.session.judging, self.screen.about), self._listed)

    def action_save_judgements(self) -> None:
        """Ask for a file, and write the judgements there."""
        self._ask_for_file("Save your judgements", "saves", self._save_judgements)

    def action_load_judgements(self) -> None:
        """Ask for a file, and judge as it says."""
        self._ask_for_file("Load judgements", "loads", self._load_judgements)

    def _ask_for_file(self, title: str, does: str, then: Callable[[Path], object]) -> None:
        from debate.tui.screens.naming import ask_for_file

        if self.session:
            ask_for_file(self, title, does, "judgements.json", then)

    def _save_judgements(self, path: Path) -> None:
        if self.session is None:
            return
        try:
            saved.save(path, self.session.judging.judgements, self.session.debate)
        except (OSError, ValueError) as error:
            told = getattr(error, "strerror", None) or str(error)
            self.notify(f"{path.name}: {told}", severity="error", markup=False)
        else:
            self.notify(f"Saved to {path}.", timeout=3, markup=False)

    def _load_judgements(self, path: Path) -> None:
        if self.session is None:
            return
        try:
            judgements, title = saved.load_titled(path, self.session.debate)
        except InvalidDebate as problem:
            self.notify(str(problem.problems[0]), severity="error", markup=False)
        except (OSError, ValueError) as error:
            told = getattr(error, "strerror", None) or str(error)
            self.notify(f"{path.name}: {told}", severity="error", markup=False)
        else:
            judging = self.session.judging
            told = saved.told(judging.judgements, judgements)
            judging.take(judgements)
            other = bool(title) and title != self.session.debate.title
            told += f" They are said to be on another debate: “{title}”." if other else ""
            self.notify(
                f"{path.name}: {told}", severity="warning" if other else "information", markup=False
            )

    def _listed(self, row: int | None) -> None:
        if row is not None:
            self.walk_to(row)
