"""A slider for a number from 0 to 1: how credible a claim is."""

from __future__ import annotations

import re
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from debate.tui.screens.dialog import Dialog
from debate.tui.widgets.gauge import Gauge
from debate.tui.widgets.hints import Hints

#: Hundredths that a step, and a large step, move it.
_STEP, _LARGE = 5, 10

#: What ends the slider where the number is to be taken back.
TAKEN_BACK = -1.0


#: How what is typed is read.
_TYPED = "Or type it: 0.35 or 35; 3 is 0.3, 1 is 1"


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
        #typed { color: $muted; margin: 1 0 0 0; }
        Hints { color: $muted; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", f"move(-{_STEP})", "Less"),
        Binding("right,l", f"move({_STEP})", "More"),
        Binding("shift+left,H,down,j", f"move(-{_LARGE})", "Much less"),
        Binding("shift+right,L,up,k", f"move({_LARGE})", "Much more"),
        Binding("home", "move(-100)", "Not at all"),
        Binding("end", "move(100)", "Wholly"),
        *(Binding(str(digit), f"type('{digit}')", "A digit", show=False) for digit in range(10)),
        Binding("full_stop,comma", "type('.')", "The decimal point", show=False),
        Binding("enter,v", "take", "Take it"),
        Binding("backspace", "erase", "Take back a digit, or all of it"),
        Binding("delete,d", f"dismiss({TAKEN_BACK})", "Take it back"),
        Binding("escape,q", "dismiss(None)", "Cancel"),
    ]

    def __init__(self, title: str, value: float) -> None:
        super().__init__()
        self._title = title
        self.hundredths = self._before = round(value * 100)
        self._typed = ""

    def compose(self) -> ComposeResult:
        """The bar, and the keys."""
        with Vertical() as frame:
            frame.border_title = Content(self._title)
            frame.border_subtitle = "Esc closes"
            yield Gauge(self.hundredths, self._put)
            yield Static(_TYPED, id="typed")
            yield Hints("← → by 0.05 · ↑ ↓ by 0.1 · Enter takes it · Del clears")

    @property
    def unsaved(self) -> bool:
        """Whether it was moved."""
        return self.hundredths != self._before

    def _put(self, hundredths: int) -> None:
        self.hundredths = hundredths
        self._typed = ""

    def action_move(self, hundredths: int) -> None:
        """More or less, within its bounds."""
        self.query_one(Gauge).put(self.hundredths + hundredths)

    def action_type(self, key: str) -> None:
        """A digit or the point of a number that is typed."""
        self._write(self._typed + key)

    def action_erase(self) -> None:
        """Take back the last digit; where none was typed, take the number back."""
        if self._typed:
            self._write(self._typed[:-1])
        else:
            self.dismiss(TAKEN_BACK)

    def _write(self, typed: str) -> None:
        hundredths = _read(typed) if typed else self._before
        if hundredths is None:
            self.notify("It is a number from 0 to 1.", timeout=2)
            return
        self.query_one(Gauge).put(hundredths)
        self._typed = typed

    def action_take(self) -> None:
        """End with the number."""
        self.dismiss(self.hundredths / 100)


def _read(typed: str) -> int | None:
    """The hundredths that typed digits mean; None for what is no number from 0 to 1.

    Digits without a point are those after it, but for a 1 by itself.
    """
    if re.fullmatch(r"1|1\.0*|100", typed):
        return 100
    digits = re.fullmatch(r"0?\.(\d*)|(\d\d?)", typed)
    return None if digits is None else round(float(f"0.{digits[1] or digits[2] or '0'}") * 100)
