"""The page of one step: its cursor is to be seen only when somebody aims at something."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from debate.tui.actions import bindings
from debate.tui.pages.sheet import Direction, Sheet
from debate.tui.pages.target import Choice
from debate.tui.widgets.page import Page, PagePlace


class StepPage(Page, inherit_bindings=False):
    """A page that leaves the keys for leafing to the walk: they go from step to step."""

    BINDINGS: ClassVar[list[BindingType]] = [
        binding
        for binding in bindings("page")
        if binding.id in ("page.open", "page.up", "page.down")
    ]

    class Onward(Message):
        """Enter was pressed, and nothing is aimed at."""

    def __init__(
        self,
        build: Callable[[int], Sheet],
        *,
        begin: PagePlace | None = None,
        aims: bool = False,
    ) -> None:
        """``begin`` is where one was on the page before this one, and ``aims`` if one aimed."""
        super().__init__(build, begin=begin)
        self._aims = aims

    def start(self, *, aim: bool) -> None:
        """Lay the page out for another step; ``aim`` at its first choice."""
        self._aims = aim
        self.rebuild()
        choices = [n for n, spot in enumerate(self.spots) if isinstance(spot.target, Choice)]
        self._current = choices[0] if aim and choices else 0
        self.scroll_to(y=0, animate=False, force=True)

    @property
    def shows_cursor(self) -> bool:
        """Only while one aims."""
        return self._aims

    def action_step(self, direction: Direction) -> None:
        """The first press shows where the cursor is."""
        if self._aims or not self._in_sight():
            super().action_step(direction)
            return
        self._aims = True
        self._go(self._in_sight()[0])

    def action_open(self) -> None:
        """Open what one aims at, or go on."""
        if self._aims:
            super().action_open()
        else:
            self.post_message(self.Onward())
