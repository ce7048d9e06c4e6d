"""One debate after another in one run: what is open is put away, and another takes its place."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.screen import Screen
from textual.worker import get_current_worker

from debate.model import Debate, Problem
from debate.model.problem import InvalidDebate
from debate.tui.deciding import Deciding
from debate.tui.session import MODES, Session
from debate.tui.settings import Settings

if TYPE_CHECKING:
    from debate.model.alignment import Alignment


class _LeftError(Exception):
    """The user left while the debate was being read."""


class Holding(Deciding):
    """An app that holds a debate, or none.

    What must be kept when a debate is put away, and what must be begun for a new one, belongs in
    :meth:`close` and :meth:`begin`. Both, and :meth:`open`, are for the app's own turn: from
    anywhere else, ``app.call_later(app.open, debate, path)``.
    """

    path: Path
    settings: Settings

    #: What is to be said of the file that was read; errors did not keep the rest from being read.
    told: Sequence[Problem] = ()

    async def open(
        self, debate: Debate, path: Path, arrive: Callable[[Session], object] | None = None
    ) -> None:
        """Show a debate, read from ``path``, in place of whatever is open.

        It opens where one stopped the last time: for the same path that is where one is. Or where
        ``arrive`` takes the new session before it is shown.
        """
        with self.batch_update():
            await self.close("loading")
            self.path = path
            self.session = self.begin(debate)
            if arrive is not None:
                arrive(self.session)
            await self.switch_mode(self.session.view)
        gc.collect()  # screens and their widgets know each other: only this lets go of them
        gc.freeze()  # a million claims stay; to look for garbage among them would stop the keys
        self.opened()

    async def close(self, mode: str) -> None:
        """Keep what is to be kept of the open debate, let go of all of it, and go to ``mode``."""
        if self.session is not None:
            self.put_away()
            self.session.judging.changed = _nobody
            self.session = None
        await self.switch_mode(mode)
        for view in MODES:  # the dialogs over them, too; they are made anew when they are shown
            await self.remove_mode(view)
            self.add_mode(view, partial(self.screen_of, view))
        self._compose_screen = None  # Textual's first screen, which it would keep, and query
        gc.unfreeze()

    def opened(self) -> None:
        """A debate is on the screen, or the app has begun without one."""
        self.begin_judging()

    def renew(self, after: Session, alignment: Alignment) -> None:
        """Another version of the open debate takes its place: what is not a judgement moves on."""

    @property
    def busy(self) -> bool:
        """Whether something is under way that belongs to this version of the debate."""
        return len(self.screen_stack) > 1

    @property
    def waits_for(self) -> str:
        """What must come about before another version is shown, where that may take long."""
        return ""

    # ------------------------------------------------------------------ reading

    def fetch(
        self,
        path: Path,
        failed: Callable[[InvalidDebate], object],
        arrive: Callable[[Session], object] | None = None,
    ) -> None:
        """Read a debate beside the screen and open it; what was being read is given up.

        ``failed`` is called with what is wrong where it cannot be opened.
        """
        work = partial(self._fetch, path, failed, arrive)
        self.run_worker(work, thread=True, group="fetch", exclusive=True)

    def _fetch(
        self,
        path: Path,
        failed: Callable[[InvalidDebate], object],
        arrive: Callable[[Session], object] | None,
    ) -> None:
        from debate import readers

        worker = get_current_worker()

        def progress(done: int, total: int) -> None:
            if worker.is_cancelled:
                raise _LeftError
            self.call_later(self._advance, done, total)

        told: list[Problem] = []
        try:
            debate = readers.load(path, progress=progress, tell=told.extend)
        except _LeftError:
            return
        except InvalidDebate as problem:
            self.call_later(failed, problem)
        else:
            if not worker.is_cancelled:
                self.call_later(self._fetched, debate, path, arrive, told)

    async def _fetched(
        self,
        debate: Debate,
        path: Path,
        arrive: Callable[[Session], object] | None,
        told: list[Problem],
    ) -> None:
        self.told = told
        await self.open(debate, path, arrive)

    def show_loading(self, path: Path) -> None:
        """Show how far the reading of a large debate has come."""
        from debate.tui.screens.loading import LoadingScreen

        self.path = path
        self.switch_mode("loading")
        if isinstance(self.screen, LoadingScreen):
            self.screen.begin(path.name)

    def _advance(self, done: int, total: int) -> None:
        from debate.tui.screens.loading import LoadingScreen

        if isinstance(self.screen, LoadingScreen):
            self.screen.advance(done, total)

    # ------------------------------------------------------------------ sessions

    def begin(self, debate: Debate) -> Session:
        """The session of a debate at ``self.path``, as one left it the last time."""
        session = Session(debate, self.path, self.settings)
        session.recall()
        self.recall_judgements(session)
        return session

    def on_unmount(self) -> None:
        """Keep what is to be kept of the open debate."""
        self.put_away()

    def put_away(self) -> None:
        """Remember the place, if it can be: nobody is stopped from leaving because it cannot."""
        try:
            if self.session:
                self.session.keep()
        except OSError as error:
            self.log.warning(f"the place is not remembered: {error}")
        self.keep_unkept()

    def screen_of(self, view: str) -> Screen[None]:
        """A view's screen, imported when it is first needed."""
        raise NotImplementedError


def _nobody() -> None:
    """Who is told of judgements that are worked out for a debate that is closed."""
