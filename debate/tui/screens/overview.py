"""The overview: what is asked, who recommends what, the background and the outcome."""

from __future__ import annotations

from debate.tui.pages.overview import FACTS, overview
from debate.tui.pages.sheet import Sheet
from debate.tui.screens.paged import PagedView
from debate.tui.session import Session

#: Facts of the background that are added each time more are asked for.
_MORE_FACTS = 400


class OverviewScreen(PagedView):
    """The debate at a glance."""

    VIEW = "overview"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._facts = FACTS

    def lay_out(self, width: int) -> Sheet:
        """The overview."""
        return overview(
            self.session.debate, self.comparison, width, self._facts, self.session.judging
        )

    def show_more(self, what: str) -> None:
        """More of the background."""
        self._facts += _MORE_FACTS
