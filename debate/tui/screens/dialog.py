"""What all dialogs have in common: each ends once."""

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
