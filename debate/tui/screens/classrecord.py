"""The record of a class, this one's or an earlier one's, to look at and to write to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from debate.lessons.record import Record
from debate.tui.pages.recorded import record_page
from debate.tui.pages.sheet import Sheet
from debate.tui.screens.dialog import Framed
from debate.tui.widgets.page import Page

if TYPE_CHECKING:
    from debate.tui.app import DebateApp


class RecordScreen(Framed[Literal["resume"] | None]):
    """Ends with "resume" where one wants to go on with the class."""

    DEFAULT_CSS = """
    RecordScreen {
        & > Vertical {
            width: 96%; max-width: 116; height: 94%;
            padding: 0 2;
        }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,R", "dismiss(None)", "Close", priority=True),
        Binding("x", "write", "Write to a file", priority=True),
        Binding("g", "dismiss('resume')", "Go on with this class"),
    ]

    def __init__(self, record: Record, *, earlier: bool = False) -> None:
        super().__init__()
        self._record = record
        self._earlier = earlier

    def compose(self) -> ComposeResult:
        """The page in a frame."""
        with Vertical() as frame:
            frame.border_title = "The record of a class"
            more = "g goes on with this class · " if self._earlier else ""
            frame.border_subtitle = f"↑ ↓ scroll · x writes it to a file · {more}Esc closes"
            yield Page(self._lay_out)

    def _lay_out(self, width: int) -> Sheet:
        return record_page(self._record, width)

    def action_write(self) -> None:
        """Write it to a file."""
        cast("DebateApp", self.app).write_record(self._record)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only an earlier class can be gone on with from here."""
        return self._earlier or parameters != ("resume",)
