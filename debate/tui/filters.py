"""What the app does with a filter: asking for one, sifting, showing what is left."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from textual.app import App
from textual.worker import get_current_worker

from debate.reasoning.filtering import EVERYTHING, FACETS, Choice, Facet, Filter, Sieve, Sifted
from debate.tui.session import Session, ViewName


class Filters(App[None]):
    """An app with a session whose outline is filtered."""

    session: Session | None = None

    def action_view(self, view: ViewName) -> None:
        """Show one of the views."""
        raise NotImplementedError

    def action_filter(self) -> None:
        """Ask what to look for."""
        from debate.tui.screens.filter import FilterScreen

        def chosen(wanted: Filter | None) -> None:
            if wanted is not None:
                self.filter_by(wanted)

        if self.session:
            self.push_screen(FilterScreen(self.session), chosen)

    def action_only(self, facet: Facet, value: str) -> None:
        """Look for one thing."""
        self.filter_by(frozenset({Choice(facet, value)}))

    def filter_by(self, wanted: Filter) -> None:
        """Show only what has what is wanted, with what it hangs on, and go to the nearest of it."""
        self._sift(wanted, go=True)

    def refilter(self, facets: Collection[Facet] = FACETS) -> None:
        """Look again, if what is looked for has to do with something that has changed."""
        if self.session and self.session.filtering.asks(facets):
            self._sift(self.session.filtering.wanted, go=False)

    def _sift(self, wanted: Filter, go: bool) -> None:
        if self.session is None:
            return
        filtering = self.session.filtering
        if not wanted:
            self._sifted(EVERYTHING, None, go)
        elif filtering.large:
            work = partial(self._sift_beside, filtering.sieve, wanted, go)
            self.run_worker(work, group="filter", exclusive=True, thread=True)
        else:
            self._sifted(wanted, filtering.sieve.sift(wanted), go)

    def _sift_beside(self, sieve: Sieve, wanted: Filter, go: bool) -> None:
        sifted = sieve.sift(wanted)
        if not get_current_worker().is_cancelled:
            self.call_later(self._sifted, wanted, sifted, go)

    def _sifted(self, wanted: Filter, sifted: Sifted | None, go: bool) -> None:
        from debate.tui.screens.base import View

        if self.session is None:
            return
        self.workers.cancel_group(self, "filter")  # an older one must not come after this
        self.session.filtering.have(wanted, sifted)
        if go and wanted and self.session.row >= 0:
            self.session.move(self.session.filtering.near(self.session.row))
        if go and self.current_mode != "walk":
            self.action_view("walk")
        elif isinstance(view := self.screen_stack[0], View):
            view.arrive()
