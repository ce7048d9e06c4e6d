"""What all screens do with what is selected: it stays in its column, and is copied."""

from __future__ import annotations

from textual.actions import SkipAction
from textual.geometry import Offset
from textual.screen import Screen, ScreenResultType
from textual.widget import Widget

from debate.tui.clipboard import copy_selection
from debate.tui.widgets.lines import Lines


class Pointed(Screen[ScreenResultType]):
    """A screen on which a selection that begins in a page or a list ends there, too.

    Textual would go on into whatever the mouse comes to, and copy lines of several panes.
    """

    def action_copy_text(self) -> None:
        """Copy what is selected."""
        if not copy_selection(self):
            raise SkipAction()

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """What is under the mouse; while one selects, the nearest of what one began in."""
        state = self._select_state
        begun = state.start.content_widget if state is not None and self._selecting else None
        if isinstance(begun, Lines) and begun.is_attached:
            region = begun.scrollable_content_region
            inside = region.intersection(self.region)
            if inside:
                x = max(inside.x, min(x, inside.right - 1))
                y = max(inside.y, min(y, inside.bottom - 1))
        return super().get_widget_and_offset_at(x, y)
