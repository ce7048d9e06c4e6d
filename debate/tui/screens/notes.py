"""All marks and notes in one list that leads to their claims."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from debate.model.annotations import Lost
from debate.tui.noting import Noting
from debate.tui.pages.own import Gone, notes_page, told
from debate.tui.pages.target import Walk
from debate.tui.screens.listing import Listing
from debate.tui.widgets.page import Page


class NotesScreen(Listing):
    """Ends with the row of the claim to go to, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,ctrl+l", "dismiss(None)", "Close", priority=True),
        Binding("delete,backspace", "remove", "Remove", priority=True),
        Binding("ctrl+z,z", "app.undo", "Undo"),
        Binding("N", "write", "Write", priority=True),
    ]

    def __init__(self, noting: Noting, write: Callable[[int | Lost], object]) -> None:
        """``write`` opens the editor on what is written on a row, or on a claim that is gone."""
        super().__init__("", lambda width: notes_page(noting, width))
        self._noting = noting
        self._write = write

    def on_mount(self) -> None:
        """Say how many there are."""
        self._entitle()

    def noted(self) -> None:
        """Something was written otherwise."""
        self._entitle()
        self.query_one(Page).rebuild()

    def _entitle(self) -> None:
        frame = self.query_one(Vertical)
        numbers = told(self._noting)
        frame.border_title = Content("Marks and notes" + (f" · {numbers}" if numbers else ""))
        frame.border_subtitle = "Enter goes there · N writes · Del removes · z undoes · Esc closes"

    def on_page_chosen(self, message: Page.Chosen) -> None:
        """Open a note whose claim is gone; to other claims the base class leads, called as well."""
        if isinstance(message.target, Gone):
            self._write(message.target.lost)

    def action_remove(self) -> None:
        """Take away what is written and marked where the cursor is; undo brings it back."""
        match self._target:
            case Walk(row):
                self._noting.clear(row)
            case Gone(lost):
                self._noting.forget(lost)

    def action_write(self) -> None:
        """Write where the cursor is."""
        match self._target:
            case Walk(row):
                self._write(row)
            case Gone(lost):
                self._write(lost)

    @property
    def _target(self) -> object:
        spot = self.query_one(Page).spot
        return spot.target if spot else None
