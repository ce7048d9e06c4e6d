"""The pane that shows one claim."""

from __future__ import annotations

from debate.model import Debate
from debate.tui.judging import Judging
from debate.tui.noting import Noting
from debate.tui.pages.claim import claim_page
from debate.tui.pages.sheet import Sheet
from debate.tui.widgets.page import Page


class ClaimPane(Page):
    """The page of one row; its cursor is to be seen only while it has the focus."""

    DEFAULT_CSS = "ClaimPane { background: $surface; }"

    def __init__(
        self,
        debate: Debate,
        row: int,
        judging: Judging | None = None,
        noting: Noting | None = None,
    ) -> None:
        super().__init__(self._lay_out)
        self.debate = debate
        self.row = row
        self._judging = judging
        self._noting = noting
        self._height = 0
        self._behind = False

    def show(self, row: int) -> None:
        """Show another claim, from its beginning."""
        if row == self.row:
            return
        self.row = row
        if not self._behind:
            self._behind = True
            self.call_next(self._catch_up)

    def _catch_up(self) -> None:
        """Lay out the claim that is the last one now: a key that is held asks faster than that."""
        self._behind = False
        self._current = 0
        self.scroll_to(y=0, animate=False, force=True)
        self.rebuild()

    def _lay_out(self, width: int) -> Sheet:
        self._height = self.size.height
        return claim_page(self.debate, self.row, width, self._height, self._judging, self._noting)

    def on_resize(self) -> None:
        """Lay out for another height too: a low window has no room for blank lines."""
        if self.size.height != self._height:
            self.rebuild()

    @property
    def shows_cursor(self) -> bool:
        """Only while the keys are meant for it."""
        return self.has_focus
