"""A library in the app: its index is brought up to date beside the screen, debates are opened."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from debate.model.problem import InvalidDebate
from debate.tui import home
from debate.tui.holding import Holding
from debate.tui.opening import SOON, size_of
from debate.tui.session import Session

if TYPE_CHECKING:
    from debate.library.index import Hit, Index
    from debate.library.refresh import Step
    from debate.tui.screens.library import LibraryScreen


#: Seconds after which the refreshing begins: the first frame needs all there is.
_SOON = 0.2

#: What is told meanwhile, above the list and in it.
_LOOKING = ("looking", "Looking for debates…")


class Shelving(Holding):
    """An app that may have been opened on a folder of debates: ``library``."""

    library: Path | None = None
    _shelves: LibraryScreen | None = None
    _index_file: Path | None = None
    _temporary: TemporaryDirectory[str] | None = None
    _query = ""
    _reading = False

    # ------------------------------------------------------------------ what is listed

    def fill(self, screen: LibraryScreen) -> None:
        """List what the index knows, and begin to bring it up to date."""
        from debate.library.index import IndexBroken
        from debate.library.refresh import Step

        self._shelves = screen
        kept = home.recall(self._kept)
        index = self._open_index()
        try:
            screen.take(Step(index.entries()))
        except IndexBroken:
            index.rebuild()
        if not index.by_words:
            told = "This Python's SQLite lacks FTS5: a search finds parts of words, and is slower."
            self.notify(told, title="Library", severity="warning")
        index.close()
        screen.recall(kept)
        screen.told(*_LOOKING)
        self.set_timer(_SOON, self.begin_refresh)

    def _open_index(self) -> Index:
        """The index, opened once more; each thread has its own."""
        from debate.library.index import Index, open_index

        assert self.library is not None
        if self._index_file is not None:
            return Index(self._index_file)
        index = open_index(home.cache(), self.library)
        self._index_file, self._temporary = index.path, index.temporary
        if index.trouble:
            told = f"The index cannot be kept for the next time: {index.trouble}."
            self.notify(told, title="Library", severity="warning", markup=False)
        return index

    def begin_refresh(self) -> None:
        """Look for what changed, beside the screen; if it is being done, begin again."""
        if self._shelves is not None:
            self._reading = True
            self._shelves.told(*_LOOKING)
            self.run_worker(self._refresh, thread=True, group="refresh", exclusive=True)

    def _refresh(self) -> None:
        from debate.library.index import IndexBroken
        from debate.library.refresh import Stopped, refresh

        assert self.library is not None
        worker = get_current_worker()
        told = ""
        try:
            index = self._open_index()
            for _ in range(2):
                try:
                    for step in refresh(self.library, index, lambda: worker.is_cancelled):
                        self.call_later(self._known, step)
                    break
                except IndexBroken:
                    index.rebuild()
            index.close()
        except Stopped:
            return
        except OSError as error:
            told = f"the index cannot be written: {error.strerror or error}"
        self.call_later(self._refreshed, told)

    def _known(self, step: Step) -> None:
        if self._shelves is not None and self._shelves.is_attached:
            self._shelves.take(step)
        self._search_again(reading=True)

    def _search_again(self, *, reading: bool) -> None:
        """A search that is open finds what was read meanwhile."""
        from debate.tui.screens.finder import FinderScreen

        self._reading = reading
        if isinstance(self.screen, FinderScreen):
            self.screen.again(reading=reading)

    def _refreshed(self, told: str) -> None:
        if self._shelves is not None and self._shelves.is_attached:
            self._shelves.told(told, "There is no debate here any more.")
        self._search_again(reading=False)

    def visits(self) -> dict[str, int]:
        """When each path of the library was visited last, as far as it was."""
        from debate.tui.visits import visited_in

        assert self.library is not None
        return visited_in(self.library)

    # ------------------------------------------------------------------ opening and coming back

    def open_entry(self, path: str, hit: Hit | None = None) -> None:
        """Open a debate of the library, perhaps at what was found in it."""
        assert self.library is not None
        place = self.library / path
        if size_of(place) > SOON:
            self.show_loading(place)
        self.fetch(place, self._list_problems, partial(self._arrive, hit) if hit else None)

    def _arrive(self, hit: Hit, session: Session) -> None:
        """Be on the claim that was found, its words marked."""
        from debate.tui.matching import words

        session.query = tuple(words(self._query))
        session.view = "walk" if hit.name else "overview"
        try:
            session.move(session.debate.find(hit.name))
        except KeyError:
            return  # a title, or the claim is gone since: then one is where one was last

    def _list_problems(self, problem: InvalidDebate) -> None:
        from debate.tui.pages.problems import problems_page
        from debate.tui.screens.listing import Listing

        self.action_library()
        page = partial(problems_page, problem.problems)
        self.push_screen(Listing("This debate cannot be opened", page, "↑ ↓ scroll · Esc closes"))

    def action_library(self) -> None:
        """Close the debate, and be where one was in the library; without one, offer others."""
        if self.library is None:
            self._offer_recent()
        elif self.current_mode != "library":
            self.workers.cancel_group(self, "fetch")
            self.call_later(self.close, "library")

    def _offer_recent(self) -> None:
        """Offer the debates that were visited last."""
        from debate.tui.screens.recent import RecentScreen
        from debate.tui.visits import recent

        if self.session is None:
            return

        def chosen(path: str | None) -> None:
            if path is not None:
                self.notify("Opening…", timeout=1)
                self.fetch(Path(path), self._not_opened)

        self.push_screen(RecentScreen(recent(but=self.path)), chosen)

    def _not_opened(self, problem: InvalidDebate) -> None:
        """Stay with the debate that is open, and list what is wrong with the other."""
        from debate.tui.pages.problems import problems_page
        from debate.tui.screens.listing import Listing

        page = partial(problems_page, problem.problems)
        self.push_screen(Listing("This debate cannot be opened", page, "↑ ↓ scroll · Esc closes"))

    def search_library(self) -> None:
        """Search the claims of all debates."""
        from debate.tui.screens.finder import FinderScreen

        if self.library is None or self.screen is not self._shelves:
            return
        screen = FinderScreen(self._open_index(), self._query, reading=self._reading)

        def found(hit: Hit | None) -> None:
            self._query = screen.text
            screen.index.interrupt()
            screen.index.close()
            if screen.broken:
                self.begin_refresh()
            elif hit is not None:
                self.open_entry(hit.path, hit)

        self.push_screen(screen, found)

    # ------------------------------------------------------------------ from one day to the next

    @property
    def _kept(self) -> str:
        from debate.library.index import place

        assert self.library is not None
        return place(Path(), self.library).stem

    def put_away(self) -> None:
        """Remember the place in the library, too."""
        super().put_away()
        if self._shelves is not None:
            try:
                home.keep(self._kept, self._shelves.kept)
            except OSError as error:
                self.log.warning(f"the place in the library is not remembered: {error}")

    def on_unmount(self) -> None:
        """Leave nothing behind that is of no use."""
        if self._temporary is not None:
            self._temporary.cleanup()
