"""What the overview and the comparison have in common: one page whose spots lead into the walk."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from debate.tui.pages.sheet import Sheet
from debate.tui.pages.target import More, Walk, WalkSide
from debate.tui.screens.base import View
from debate.tui.session import Session
from debate.tui.widgets.page import Page, PagePlace

if TYPE_CHECKING:
    from debate.model.alignment import Alignment


class PagedView(View):
    """A view of one page: subclasses lay it out and show more of what it shortened."""

    KEYS: ClassVar[tuple[str, ...]] = (
        "page.open", "guide.side", "guide.clash", "search", "judge.cruxes", "history.back",
        "export",
    )  # fmt: skip

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.comparison = session.comparison
        self._judged = session.judging.count
        self._place: PagePlace | None = None

    def body(self) -> Iterable[Widget]:
        """The page."""
        yield Page(self.lay_out, begin=self._place)

    def judged(self) -> None:
        """Say what stands now."""
        self._judged = self.session.judging.count
        super().judged()
        self.page.rebuild()

    def arrive(self) -> None:
        """Say what stands now, if anything was judged meanwhile."""
        if self._judged != self.session.judging.count:
            self.judged()

    def place(self) -> object:
        """The spot the cursor is on, and how far the page is scrolled."""
        return self.page.place() if self.is_mounted else self._place

    def put(self, place: object, alignment: Alignment) -> None:
        """Be on the spot that now leads where that one did."""
        if isinstance(place, PagePlace):
            target = place.target
            if isinstance(target, Walk):
                target = Walk(alignment.near(target.row))
            self._place = place._replace(target=target)

    def lay_out(self, width: int) -> Sheet:
        """The page, laid out for a width in cells."""
        raise NotImplementedError

    def show_more(self, what: str) -> None:
        """Show more of a list that was not shown whole, the next time the page is laid out."""
        raise NotImplementedError

    @property
    def page(self) -> Page:
        """The page's widget."""
        return self.query_one(Page)

    async def on_page_chosen(self, message: Page.Chosen) -> None:
        """Open a spot."""
        await self.open(message.target, message.clicked and not message.twice)

    async def open(self, target: Hashable, clicked: bool) -> None:
        """Go where a target leads; ``clicked`` once, where that is a difference."""
        match target:
            case Walk(row):
                self.host.walk_to(row)
            case WalkSide(position):
                self.host.action_side(position + 1)
            case More(what):
                self.show_more(what)
                self.page.rebuild()
