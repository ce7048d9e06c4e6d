"""Textual's lists of options, which one can also page in where there is no room for a line of them.

Textual looks up the line that the cursor is on, and fails where the list has none: in a pane of a
terminal that was squeezed to a few rows, say.
"""

from __future__ import annotations

from typing import Any

from textual.widgets import OptionList, SelectionList


def has_lines(options: OptionList) -> bool:
    """Whether a list has room for its options."""
    return bool(options._lines)


class Choices(OptionList):
    """A list of options."""

    def _move_page(self, direction: Any) -> None:
        if has_lines(self):
            super()._move_page(direction)


class Ticks(SelectionList[str]):
    """A list of options to tick."""

    def _move_page(self, direction: Any) -> None:
        if has_lines(self):
            super()._move_page(direction)
