"""What is shown while a large debate is read."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

_BAR = 32


class LoadingScreen(Screen[None]):
    """The name of what is read, and how far it got."""

    DEFAULT_CSS = """
    LoadingScreen { align: center middle; }
    LoadingScreen > Static { width: auto; text-align: center; }
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._debate_name = name

    def compose(self) -> ComposeResult:
        """One line of text, and one of progress."""
        yield Static(self._told(0, 0))

    def begin(self, name: str) -> None:
        """Something else is read now."""
        self._debate_name = name
        if self.is_mounted:
            self.advance(0, 0)

    def advance(self, done: int, total: int) -> None:
        """So many bytes are read, of so many in all."""
        self.query_one(Static).update(self._told(done, total))

    def _told(self, done: int, total: int) -> Content:
        share = min(1.0, done / total) if total else 0.0
        full = int(share * _BAR)
        return Content.assemble(
            f"Reading {self._debate_name}\n\n",
            ("━" * full, "$primary"),
            ("━" * (_BAR - full), "$foreground 20%"),
            f" {share:4.0%}",
        )
