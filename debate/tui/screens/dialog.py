"""What all dialogs have in common: each ends once and obeys the mouse; the frame of larger ones."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from textual import events, messages
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Region
from textual.message import Message
from textual.screen import ModalScreen, ScreenResultType
from textual.widget import Widget

from debate.tui import hinting
from debate.tui.actions import BY_ID
from debate.tui.landings import Landing
from debate.tui.screens.pointed import Pointed

#: The key for the jump overlay where all others are text.
WHERE_ONE_WRITES = "ctrl+g"


class Dialog(ModalScreen[ScreenResultType], Pointed[ScreenResultType]):
    """A frame on a screen, with hints in its lower border.

    A click on a hint is its key. A click beside the frame leaves, unless that would lose anything.
    A second key, pressed before it is gone, does not end it once more: Textual would take the
    screen beneath away for it, or fail where there is none.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(BY_ID["jump"].keys, "app.jump", BY_ID["jump"].title, show=False, id="jump"),
        Binding(WHERE_ONE_WRITES, "app.jump", BY_ID["jump"].title, show=False),
    ]

    _ended = False

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """End with a result, unless it has ended already."""
        if self._ended or not self.is_current:  # it is current until it is taken away
            return AwaitComplete()
        self._ended = True
        return super().dismiss(result)

    async def _on_message(self, message: Message) -> None:
        """Take a message, unless a widget tells something after the end: others may be gone."""
        of_a_widget = not isinstance(message, events.Event) and (
            type(message).__module__ != messages.__name__
        )
        if not (self._ended and of_a_widget):
            await super()._on_message(message)

    # ------------------------------------------------------------------ the mouse

    @property
    def unsaved(self) -> bool:
        """Whether something would be lost if one left now."""
        return False

    def click_beside(self) -> None:
        """Leave, for one looks at something else; stay where something would be lost."""
        if not self.unsaved:
            self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """Press the key of the hint under the mouse, or leave."""
        if event.chain > 1:  # the first click opened this, or did something else
            return
        widget, _ = self.get_widget_at(*event.screen_offset)
        if widget is self:
            self.click_beside()
        elif widget.parent is self and (press := self._hinted(widget, event.screen_offset)):
            event.stop()
            hinting.send(self.app, press)

    def _hinted(self, frame: Widget, at: Offset) -> events.Key | None:
        """The key of the hint under the mouse; None where there is none."""
        return hinting.key_at(_border(frame), at.x - frame.region.x) if _is_low(frame, at) else None

    def landings(self) -> Iterator[Landing]:
        """The hints, for the jump overlay: they are keys already, but the overlay shows them."""
        for frame in self.children:
            if frame.display and frame.border_subtitle:
                y = frame.region.height - 1
                for x, press in hinting.starts(_border(frame)):
                    at = frame.region.offset + Offset(x, y) - self.region.offset
                    yield Landing(at, partial(hinting.send, self.app, press), plain=True)


def _is_low(frame: Widget, at: Offset) -> bool:
    """Whether a place is in the lower border of a frame."""
    return bool(frame.border_subtitle) and at.y == frame.region.bottom - 1


def _border(frame: Widget) -> str:
    """The lower border as it is drawn, a character a cell."""
    width, height = frame.region.size
    (line,) = frame.render_lines(Region(0, height - 1, width, 1))
    return line.text


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
