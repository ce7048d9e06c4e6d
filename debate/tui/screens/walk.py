"""The walk: the outline of one side, and the claim one is on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Static

from debate.tui.actions import bindings
from debate.tui.screens.base import View
from debate.tui.widgets.tabs import SideBar


class WalkScreen(View):
    """One side's argument."""

    VIEW = "walk"
    KEYS: ClassVar[tuple[str, ...]] = (
        "go.next", "fold.toggle", "go.objection", "search", "claim.source", "claim.link",
        "claim.copy", "history.back", "export",
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("walk")]

    def body(self) -> Iterable[Widget]:
        """The sides, the outline, the claim."""
        yield SideBar(self.session)
        yield Static()
