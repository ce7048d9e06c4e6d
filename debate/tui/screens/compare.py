"""The comparison: questions by sides, a cell's reasons, common ground and clashes."""

from __future__ import annotations

from collections.abc import Hashable

from debate.tui.pages.compare import ComparisonPage
from debate.tui.pages.sheet import Sheet
from debate.tui.pages.target import Cell
from debate.tui.screens.paged import PagedView
from debate.tui.session import Session
from debate.tui.widgets.page import Page


class CompareScreen(PagedView):
    """The sides next to each other."""

    VIEW = "compare"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._page = ComparisonPage(session.debate, self.comparison, session.judging)

    def lay_out(self, width: int) -> Sheet:
        """The comparison."""
        return self._page.build(width)

    @property
    def about(self) -> int:
        """The recommendation in the chosen cell."""
        if not self.comparison.questions or not self.session.debate.positions:
            return -1
        row = self._recommendation(self._page.chosen)
        return -1 if row is None else row

    def show_more(self, what: str) -> None:
        """More of the pairs."""
        self._page.show_more(what)

    def on_page_reached(self, message: Page.Reached) -> None:
        """Below the matrix stand the reasons of the cell one is on."""
        if isinstance(message.target, Cell) and message.target != self._page.chosen:
            self._page.chosen = message.target
            self.page.rebuild()

    async def open(self, target: Hashable, clicked: bool) -> None:
        """Enter on a cell walks to its recommendation; a click only looks at it."""
        if not isinstance(target, Cell):
            await super().open(target, clicked)
        elif not clicked and (row := self._recommendation(target)) is not None:
            self.host.walk_to(row)

    def _recommendation(self, cell: Cell) -> int | None:
        return self.comparison.questions[cell.question].stances[cell.position].claim
