"""What all dialogs have in common: each ends once; and the frame of the larger ones."""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, ScreenResultType


class Dialog(ModalScreen[ScreenResultType]):
    """A dialog that a second key, pressed before it is gone, does not end once more.

    Textual would take the screen beneath away for it, or fail where there is none.
    """

    _ended = False

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """End with a result, unless it has ended already."""
        if self._ended or not self.is_current:  # it is current until it is taken away
            return AwaitComplete()
        self._ended = True
        return super().dismiss(result)


class Framed(Dialog[ScreenResultType]):
    """A dialog whose page stands in a frame with a title; subclasses say how large."""

    DEFAULT_CSS = """
    Framed {
        align: center middle;
        & > Vertical {
            background: $surface;
            border: round $primary;
            border-title-color: $primary;
            border-title-style: bold;
            border-subtitle-color: $foreground 65%;
        }
    }
    """
