"""What the app does when the debate's files change on the disk: it reads them, and follows."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from textual.screen import Screen

from debate import readers
from debate.files import Reading
from debate.model import Debate, Problem
from debate.model.alignment import Alignment
from debate.model.problem import InvalidDebate
from debate.tui import aside
from debate.tui.holding import Holding
from debate.tui.screens.base import View
from debate.tui.session import MODES, Session
from debate.tui.titling import Titling
from debate.tui.watching import Watcher
from debate.tui.widgets.files import FilesPane, News

#: Seconds between two looks whether a dialog, for which a new version waits, is closed.
_PATIENCE = 0.1

#: Claims that are read in a blink: no progress is shown.
_SOON = 20_000

#: From so many claims on the garbage of the version before is worth a search.
_LARGE = 50_000


_CHANGED = "The files changed; this is how they are now."
_MENDED = "The files are in order again."


#: The mode in which the views are changed: a screen of Textual's own, whose styles are there.
_BETWEEN = "between"

#: Seconds that the keys have between two pieces of work that take a while each.
_BREATH = 0.02

#: Claims that are given back to the system in a few milliseconds.
_SLICE = 5000


class _Next(NamedTuple):
    """A version that is to be shown, and what is told when it is."""

    debate: Debate
    alignment: Alignment
    told: str = _CHANGED


class _AgainError(Exception):
    """The files changed while they were read."""


class Following(Holding, Titling):
    """An app whose session follows the files it was read from."""

    #: When the files were read (ns since 1970), for changes that come before the first look.
    since: int | None = None

    #: What is known of the files.
    news = News()

    _watcher: Watcher | None = None
    _version = 0  # counts the changes; a reading that belongs to an earlier one is given up
    _next: _Next | None = None
    _built: dict[str, View] = {}  # views of this version that have not been shown yet
    _unplaced: dict[str, object] = {}  # where one was on those that are not even built
    _alignment: Alignment | None = None

    def notify_briefly(self, told: str, seconds: float = 2) -> None:
        """Say something in passing."""
        raise NotImplementedError

    # ------------------------------------------------------------------ one debate after another

    def opened(self) -> None:
        """Say in the window's title what is open, and watch its files."""
        super().opened()
        self.show_title()
        self.follow()
        self._tell(_news(self.told))
        notes = sum(problem.severity == "note" for problem in self.told)
        if notes == len(self.told) > 0 and self.path.suffix not in (".yaml", ".yml", ""):
            things = "One thing was" if notes == 1 else f"{notes} things were"
            told = f"{things} put in another way; debate check {self.path.name} says how."
            self.notify(told, timeout=6, markup=False)
        self.told = ()

    def fetch(
        self,
        path: Path,
        failed: Callable[[InvalidDebate], object],
        arrive: Callable[[Session], object] | None = None,
    ) -> None:
        """Read a debate; what changes from now on is seen."""
        self.since = time.time_ns()
        super().fetch(path, failed, arrive)

    def put_away(self) -> None:
        """Watch nothing any more."""
        self.unfollow()
        super().put_away()

    def on_unmount(self) -> None:
        """Give the window its title back."""
        self.restore_title()

    # ------------------------------------------------------------------ watching

    def follow(self) -> None:
        """Watch the files of the session from now on, and no others."""
        self.unfollow()
        if self.session is None or str(self.path) == "-":
            return
        names = _files(self.path, self.session.debate)
        self._watcher = Watcher(names, lambda: self.call_later(self._changed), self.since)
        self._watcher.start()

    def unfollow(self) -> None:
        """Watch nothing; a reading that is under way is given up."""
        self._version += 1
        self._next = self._alignment = None
        self._unplaced = {}
        self._built = {}
        self._tell(News())
        if self._watcher is not None:
            self._watcher.stop()
            self._watcher = None

    def look_at_files(self) -> None:
        """Look at once whether they have changed."""
        if self._watcher is not None:
            self._watcher.look()

    def _changed(self) -> None:
        """Read the files anew, off the screen's thread."""
        if self.session is None:
            return
        self._version += 1
        if len(self.session.debate.claims) > _SOON:
            self._tell(self.news._replace(read=0.0))
        version, path, before = self._version, self.path, self.session.debate

        def work() -> None:  # no partial: a worker writes down what it runs, a whole debate too
            self._read_anew(version, path, before)

        self.run_worker(work, thread=True, group="following")

    def _read_anew(self, version: int, path: Path, before: Debate) -> None:
        def progress(done: int, total: int) -> None:
            if version != self._version:
                raise _AgainError
            self.call_later(self._advanced, version, done / total if total else 0.0)

        large = len(before.claims) > _LARGE
        if large:
            gc.disable()  # a search for garbage would stop the keys
        alignment = None
        try:
            reading = readers.read(path, progress=progress, places=False)
            if reading.debate is not None and reading.debate != before:
                alignment = Alignment(before, reading.debate)
        except _AgainError:
            return
        finally:
            if large:
                gc.freeze()  # nothing of this is ever garbage that the collector would find
                gc.enable()
        self.call_later(self._arrived, version, reading, alignment)

    def _advanced(self, version: int, share: float) -> None:
        if version == self._version and self.news.read is not None:
            self._tell(self.news._replace(read=min(1.0, share)))

    def _arrived(self, version: int, reading: Reading, alignment: Alignment | None) -> None:
        """What was read is there, if it was not overtaken: show it, or what is wrong with it."""
        if version != self._version or self._watcher is None or self.session is None:
            return
        if alignment is not None and alignment.old is not self.session.debate:
            self._changed()  # another version was shown meanwhile
            return
        self._watcher.watch(reading.files)
        if reading.debate is None:
            self._tell(News(reading.problems, self.news.open if self.news.problems else True))
            return
        mended = bool(self.news.problems)
        self._tell(_news(reading.problems))
        waits = self._next is not None
        if alignment is None:
            self._next = None  # they are again what is shown
            if mended:
                self.notify_briefly(_MENDED)
            return
        self._next = _Next(reading.debate, alignment, _MENDED if mended else _CHANGED)
        if waits:
            return
        if self.waits_for:
            told = f"The files changed: seen once {self.waits_for}."
            self.notify(told, timeout=4, markup=False)
        self._follow_on()

    # ------------------------------------------------------------------ another version

    def _follow_on(self) -> None:
        """Show the version that waits, as soon as no dialog is open that speaks of this one."""
        if self._next is None or self.session is None:
            return
        debate, alignment, told = self._next
        if self.busy:
            self.set_timer(_PATIENCE, self._follow_on)
            return
        self._next = None
        if alignment.old is self.session.debate:
            self.adopt(debate, alignment)
            self.notify(told, timeout=2)

    def adopt(self, debate: Debate, alignment: Alignment | None = None) -> None:
        """Show another version of the debate that is open; place, folds and judgements are kept."""
        if (before := self.session) is None:
            return
        while self._unplaced:  # two changes one after the other
            self._place(next(iter(self._unplaced)))
        alignment = alignment or Alignment(before.debate, debate)
        after = Session(debate, self.path, self.settings)
        after.follow(before, alignment)
        self._carry_judgements(before, after, alignment)
        self.renew(after, alignment)
        self.session = after
        self.show_title()
        # Before the next key: none is to meet views that are half built.
        self.call_next(self._build_anew, alignment)

    async def _build_anew(self, alignment: Alignment) -> None:
        """Build the view in sight anew, where one was on it; those out of sight a little later."""
        shown = self.current_mode
        been = self._unplaced | {
            view: screen.place()
            for view, stack in self._screen_stacks.items()
            if stack and isinstance(screen := stack[0], View)
        }
        self._unplaced = {view: place for view, place in been.items() if view in MODES}
        self._alignment = alignment
        self._place(shown)
        with self.batch_update():
            await self.switch_mode(_BETWEEN)  # a view cannot be removed while it is shown
            for view in been:
                await self.remove_mode(view)
                self.add_mode(view, partial(self._ready_or_new, view))
            await self.switch_mode(shown)
        self.begin_judging()
        self.set_timer(_BREATH, self._place_next)

    def _place(self, view: str) -> None:
        """Build a view anew, where one was on it."""
        if view in self._unplaced and self._alignment is not None:
            place = self._unplaced.pop(view)
            anew = self.screen_of(view)
            if isinstance(anew, View):
                anew.put(place, self._alignment)
                self._built[view] = anew

    def _place_next(self) -> None:
        """Build one of the views that are out of sight: all at once would stop the keys."""
        if self._unplaced:
            self._place(next(iter(self._unplaced)))
        if self._unplaced:
            self.set_timer(_BREATH, self._place_next)
        elif self._alignment is not None:
            old, self._alignment = self._alignment.old, None
            if len(old.claims) > _LARGE:
                self._let_go(old)

    def _ready_or_new(self, view: str) -> Screen[None]:
        """The screen that was made ready for a view, if the session is still the one it shows."""
        self._place(view)
        ready = self._built.pop(view, None)
        return ready if ready and ready.session is self.session else self.screen_of(view)

    def _let_go(self, old: Debate) -> None:
        """Empty a version that nobody sees any more, in slices, once nobody works on it.

        Screens and widgets know each other, so that only the garbage collector would find them and
        the claims they show. It would look at every claim of the version that is shown, too, and
        stop the keys meanwhile: of a large debate, that one is kept out of its sight.
        """
        if any(worker.is_running for worker in self.workers):
            self.set_timer(_PATIENCE, partial(self._let_go, old))
        elif old.claims:
            del old.claims[-_SLICE:]
            self.set_timer(_BREATH, partial(self._let_go, old))

    def _carry_judgements(self, before: Session, after: Session, alignment: Alignment) -> None:
        """Keep what was judged; what was judged of claims that are gone is set aside, and said."""
        judgements = before.judging.judgements
        gone = aside.lost(judgements, alignment)
        after.judging.follow(before.judging, lambda some: aside.moved(some, alignment))
        if self._sheet is not None:
            self._sheet.follow(after.debate, lambda some: aside.moved(some, alignment))
        before.judging.changed = lambda: None
        now, stay = aside.given_back(
            after.judging.judgements, [*aside.recall(after.key), *gone], after.debate
        )
        after.judging.judgements = now
        after.judging.changed = self._judged
        self._working = False
        try:
            aside.keep(after.key, stay)
        except OSError as error:
            why = f"Judgements on claims that are gone cannot be kept: {error.strerror}."
            self.notify(why, severity="warning", markup=False)
        if gone:
            many = f"{len(gone)} judgements" if len(gone) > 1 else "1 judgement"
            told = (
                f"{many} set aside: the claims are gone. If they return, so will what you judged."
            )
            self.notify(told, severity="warning", timeout=8, markup=False)
        if judgements or now:
            self._keep_soon()

    # ------------------------------------------------------------------ telling

    def _tell(self, news: News) -> None:
        if news != self.news:
            self.news = news
            self.tell_of_files()

    def tell_of_files(self) -> None:
        """Show on the view in sight what is known of the files."""
        view = self.screen_stack[0] if self._screen_stacks.get(self.current_mode) else None
        if not isinstance(view, View) or not view.is_mounted:
            return
        pane = next(iter(view.query(FilesPane)), None)
        if pane is None and self.news:
            view.mount(FilesPane(self.news))
        elif pane is not None:
            pane.tell(self.news)

    def action_problems(self) -> None:
        """Go to the problems; when one is there, hide them, and show them again."""
        view = self.screen
        pane = next(iter(view.query(FilesPane)), None)
        if pane is None or not self.news.problems:
            self.notify_briefly("The files are in order.")
        elif not self.news.open or not pane.has_focus_within:
            self._tell(self.news._replace(open=True))
            view.set_focus(pane.page, scroll_visible=False)  # at once: Enter may come next
        else:
            self._tell(self.news._replace(open=False))
            view.set_focus(next((w for w in view.focus_chain if w is not pane.page), None))


def _files(path: Path, debate: Debate) -> list[str]:
    """The files that a debate was read from: its own, and one for each side if there is one."""
    main = path / "debate.yaml" if os.path.isdir(path) else path  # noqa: PTH112
    return [str(main), *(str(main.parent / f"{side.name}.yaml") for side in debate.positions)]


def _news(problems: Sequence[Problem]) -> News:
    """What is wrong with a file that could be read all the same; notes are no news."""
    errors = [problem for problem in problems if problem.severity == "error"]
    return News(errors, rest=True) if errors else News()
