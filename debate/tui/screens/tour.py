"""The short way in, shown once to whoever opens a debate for the first time."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from debate.tui.actions import BY_ID, keys_of
from debate.tui.pages.sheet import Sheet
from debate.tui.pages.tour import PAGES, tour_page
from debate.tui.screens.dialog import Dialog
from debate.tui.session import Session
from debate.tui.widgets.steppage import StepPage


class TourScreen(Dialog[None]):
    """A few pages in a frame; it can be left at any of them."""

    DEFAULT_CSS = """
    TourScreen {
        align: center middle;
        & > Vertical {
            width: 96%; max-width: 84; height: 92%; max-height: 24;
            padding: 0 1;
            background: $surface;
            border: round $primary;
            border-title-color: $primary;
            border-title-style: bold;
            border-subtitle-color: $foreground 65%;
        }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,right,pagedown,n", "go(1)", "Next"),
        Binding("left,pageup,p,backspace", "go(-1)", "Back"),
        Binding("escape,q", "dismiss(None)", "Skip"),
        Binding("G", "begin('guide')", "Walk a side", id="guide.side"),
        Binding("C", "begin('clash')", "Walk a clash", id="guide.clash"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._at = 0

    def compose(self) -> ComposeResult:
        """The page in a frame."""
        with Vertical() as frame:
            frame.border_title = "Welcome"
            yield StepPage(self._lay_out)

    def on_mount(self) -> None:
        """Begin at the beginning."""
        self._show()

    def _lay_out(self, width: int) -> Sheet:
        return tour_page(self._at, width, self._key)

    def _key(self, id: str) -> str:
        return keys_of(BY_ID[id], self.session.settings.keys)[0]

    def _show(self) -> None:
        dots = " ".join("●" if number == self._at else "○" for number in range(len(PAGES)))
        last = self._at == len(PAGES) - 1
        onward = "Space begins" if last else "Space goes on · Esc skips"
        self.query_one(Vertical).border_subtitle = Content(f"{dots}   {onward}")
        self.query_one(StepPage).start(aim=False)

    def action_go(self, pages: int) -> None:
        """To another page; past the last one, out."""
        if self._at + pages >= len(PAGES):
            self.dismiss(None)
        elif self._at + pages >= 0:
            self._at += pages
            self._show()

    def on_step_page_onward(self) -> None:
        """Enter goes on too."""
        self.action_go(1)

    async def action_begin(self, walk: str) -> None:
        """Leave, and begin a guided walk."""
        self.dismiss(None)
        await self.app.run_action(walk)
