"""Small dialogs: choosing one of several things, and an address to take along."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from debate.tui.screens.dialog import Dialog
from debate.tui.widgets.choices import Choices

_FRAME = """
    align: center middle;
    & > Vertical {
        width: 90%; max-width: 90; height: auto; max-height: 80%;
        padding: 1 2;
        background: $surface;
        border: round $primary;
        border-title-color: $primary;
        border-title-style: bold;
        border-subtitle-color: $muted;
    }
"""


class Chooser(Dialog[int | None]):
    """Ends with the number of what was chosen, or None."""

    DEFAULT_CSS = f"""
    Chooser {{
        {_FRAME}
        OptionList, OptionList:focus {{
            height: auto; max-height: 100%; border: none; padding: 0; background: transparent;
        }}
    }}
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "Cancel"),
        Binding("j", "down", "Down", show=False),
        Binding("k", "up", "Up", show=False),
    ]

    def __init__(self, title: str, choices: Sequence[Content]) -> None:
        super().__init__()
        self._title = title
        self._choices = choices

    def compose(self) -> ComposeResult:
        """The list."""
        with Vertical() as frame:
            frame.border_title = Content(self._title)
            frame.border_subtitle = "Enter goes there · Esc closes"
            yield Choices(*map(Option, self._choices))

    def action_down(self) -> None:
        """To the next choice."""
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        """To the choice before."""
        self.query_one(OptionList).action_cursor_up()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose."""
        self.dismiss(event.option_index)


class Address(Dialog[None]):
    """Shows an address where there is no browser to open it in."""

    DEFAULT_CSS = f"""
    Address {{
        {_FRAME}
        .address {{ color: $primary; margin: 1 0; }}
    }}
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,q,s", "dismiss", "Close")]

    def __init__(self, why: str, url: str) -> None:
        super().__init__()
        self._why = why
        self._url = url

    def compose(self) -> ComposeResult:
        """The address, whole."""
        with Vertical() as frame:
            frame.border_title = "Source"
            frame.border_subtitle = "Esc closes"
            yield Static(Content(self._why))
            yield Static(Content(self._url), classes="address")
            yield Static(Content("It is copied: paste it into a browser."))
