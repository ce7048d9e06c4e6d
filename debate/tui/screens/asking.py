"""Asks for a line of text, or for a number."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from debate.tui.screens.dialog import Dialog


class Asking(Dialog[str | None]):
    """Ends with what was written, perhaps nothing; or with None where one thought better of it."""

    DEFAULT_CSS = """
    Asking {
        align: center middle;
        & > Vertical {
            width: 90; max-width: 96%; height: auto;
            padding: 0 1;
            background: $surface;
            border: round $primary;
            border-title-color: $primary;
            border-title-style: bold;
            border-subtitle-color: $foreground 65%;
        }
        Input, Input:focus { border: none; height: 1; padding: 0 1; margin: 1 0; }
        &:ansi Input { text-style: underline; background: ansi_default; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel")]

    def __init__(self, title: str, value: str = "", *, whole_number: bool = False) -> None:
        super().__init__()
        self._title = title
        self._value = value
        self._whole = whole_number

    def compose(self) -> ComposeResult:
        """A line to write in."""
        with Vertical() as frame:
            frame.border_title = Content(self._title)
            frame.border_subtitle = "Enter takes it · Esc closes"
            if self._whole:
                yield Input(self._value, restrict=r"[0-9]{0,4}", max_length=4)
            else:
                yield Input(self._value)

    @property
    def unsaved(self) -> bool:
        """Whether something else was written."""
        return self.query_one(Input).value != self._value

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """End with what was written."""
        self.dismiss(event.value.strip())
