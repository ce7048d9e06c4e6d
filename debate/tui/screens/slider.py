"""A slider for a number from 0 to 1: how credible a claim is."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from debate.tui.screens.dialog import Dialog
from debate.tui.widgets.gauge import Gauge
from debate.tui.widgets.hints import Hints

#: Hundredths that a step, and a large step, move it.
_STEP, _LARGE = 5, 10

#: What ends the slider where the number is to be taken back.
TAKEN_BACK = -1.0


class Slider(Dialog[float | None]):
    """Ends with the number, with TAKEN_BACK, or with None where nothing is to change."""

    DEFAULT_CSS = """
    Slider {
        align: center middle;
        & > Vertical {
            width: 60; max-width: 96%; height: auto;
            padding: 1 2;
            background: $surface;
            border: round $primary;
            border-title-color: $primary;
            border-title-style: bold;
            border-subtitle-color: $muted;
        }
        Hints { color: $muted; margin: 1 0 0 0; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", f"move(-{_STEP})", "Less"),
        Binding("right,l", f"move({_STEP})", "More"),
        Binding("shift+left,H,down,j", f"move(-{_LARGE})", "Much less"),
        Binding("shift+right,L,up,k", f"move({_LARGE})", "Much more"),
        Binding("home,0", "move(-100)", "Not at all"),
        Binding("end,1", "move(100)", "Wholly"),
        Binding("enter,v", "take", "Take it"),
        Binding("delete,backspace,d", f"dismiss({TAKEN_BACK})", "Take it back"),
        Binding("escape,q", "dismiss(None)", "Cancel"),
    ]

    def __init__(self, title: str, value: float) -> None:
        super().__init__()
        self._title = title
        self.hundredths = self._before = round(value * 100)

    def compose(self) -> ComposeResult:
        """The bar, and the keys."""
        with Vertical() as frame:
            frame.border_title = Content(self._title)
            frame.border_subtitle = "Esc closes"
            yield Gauge(self.hundredths, self._put)
            yield Hints("← → by 0.05 · ↑ ↓ by 0.1 · Enter takes it · Del clears")

    @property
    def unsaved(self) -> bool:
        """Whether it was moved."""
        return self.hundredths != self._before

    def _put(self, hundredths: int) -> None:
        self.hundredths = hundredths

    def action_move(self, hundredths: int) -> None:
        """More or less, within its bounds."""
        self.query_one(Gauge).put(self.hundredths + hundredths)

    def action_take(self) -> None:
        """End with the number."""
        self.dismiss(self.hundredths / 100)
