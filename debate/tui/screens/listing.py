"""A page in a frame whose spots lead to claims: why a claim stands, what would change it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from debate.tui.pages.sheet import Sheet
from debate.tui.pages.target import Walk
from debate.tui.screens.dialog import Dialog
from debate.tui.widgets.page import Page

#: Lines of a frame around its page.
_BORDERS = 2


class Listing(Dialog[int | None]):
    """Ends with the row of the claim that was chosen, or None."""

    DEFAULT_CSS = """
    Listing {
        align: center middle;
        & > Vertical {
            width: 96%; max-width: 104; height: 88%; max-height: 88%; min-height: 5;
            padding: 0 1;
            background: $surface;
            border: round $primary;
            border-title-color: $primary;
            border-title-style: bold;
            border-subtitle-color: $muted;
        }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,W,i", "dismiss(None)", "Close", priority=True),
    ]

    def __init__(
        self,
        title: str,
        build: Callable[[int], Sheet],
        keys: str = "↑ ↓ move · Enter goes to the claim · Esc closes",
    ) -> None:
        super().__init__()
        self._keys = keys
        self._title = title
        self._build = build

    def compose(self) -> ComposeResult:
        """The page in a frame."""
        with Vertical() as frame:
            frame.border_title = Content(self._title)
            frame.border_subtitle = self._keys
            yield Page(self._indented)

    def _indented(self, width: int) -> Sheet:
        """The page with room around it, on its left for the mark of the current spot, too.

        The frame is as high as the page, as far as there is room.
        """
        page, written = Sheet(width), self._build(width - 3)
        if written.lines and written.lines[0]:
            page.blank()
        page.below(written, indent=2)
        if written.lines and written.lines[-1]:
            page.blank()
        self.query_one(Vertical).styles.height = len(page.lines) + _BORDERS
        return page

    def on_page_chosen(self, message: Page.Chosen) -> None:
        """End with the claim that was chosen."""
        if isinstance(message.target, Walk):
            self.dismiss(message.target.row)
