"""Tips: what a short thing stands for is said to whoever rests the mouse on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.content import Content
from textual.geometry import Offset
from textual.visual import VisualType
from textual.widget import Widget

if TYPE_CHECKING:
    from debate.tui.pointing import Pointing

#: Characters of a tip at most: more would hide what one reads.
_MOST = 320


class Tipped(Widget):
    """A widget that says more of some of its cells, in :meth:`tip`.

    Nothing is worked out before somebody rests the mouse somewhere, and whoever types sees no tips.
    """

    def tip(self, at: Offset) -> str:
        """What to say of a cell of the content, as plain text; "" for nothing."""
        raise NotImplementedError

    @property
    def tooltip(self) -> VisualType | None:
        """The tip for what is under the mouse now; Textual asks when the mouse has rested."""
        app = cast("Pointing", self.app)
        if not getattr(app, "points", False):
            return None
        at = app.mouse_position - self.content_region.offset
        text = self.tip(at) if self.content_size.region.contains_point(at) else ""
        return Content(shortened(text)) if text else None

    @tooltip.setter
    def tooltip(self, tooltip: VisualType | None) -> None:
        raise AttributeError("its tips are said in tip()")


def shortened(text: str) -> str:
    """A text that is not too long for a tip."""
    return text if len(text) <= _MOST else f"{text[:_MOST].rstrip()}…"
