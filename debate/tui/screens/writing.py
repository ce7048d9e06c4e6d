"""Writing a note on a claim: a small editor that loses nothing by mistake."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from debate.model.text import many_lines
from debate.tui.screens.dialog import Dialog

_HINT = "ctrl+s saves · Esc closes"


class _Paper(TextArea):
    """Text of several lines; what is pasted is made safe to show before it is shown."""

    def _on_paste(self, event: events.Paste) -> None:  # type: ignore[override]
        """Clean it; the base class, whose turn is next, puts it in."""
        between = many_lines(f".{event.text}.")  # the blanks around it are meant
        event.text = between[1:-1]


class WritingScreen(Dialog[str | None]):
    """Ends with the note as it is to be kept ("" for none), or None to leave it as it was."""

    DEFAULT_CSS = """
    WritingScreen {
        align: center middle;
        & > Vertical {
            width: 90%; max-width: 84; height: 70%; max-height: 24; min-height: 12;
            padding: 0 1;
            background: $surface;
            border: round $primary;
            border-title-color: $primary;
            border-title-style: bold;
            border-subtitle-color: $foreground 65%;
        }
        #claim { height: auto; max-height: 3; color: $foreground 65%; padding: 0 1; }
        TextArea, TextArea:focus {
            height: 1fr; margin-top: 1; padding: 0 1; border: none; background: $panel;
            scrollbar-size-vertical: 1;
        }
        &:ansi TextArea, &:ansi TextArea:focus {
            background: ansi_default; border-left: solid ansi_default;
        }
        #answer { height: auto; color: $warning; padding: 0 1; display: none; }
        #answer.-on { display: block; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", priority=True),
        Binding("escape", "close", "Close", priority=True),
    ]

    def __init__(self, title: str, claim: str, note: str) -> None:
        super().__init__()
        self._title = title
        self._claim = claim
        self._before = note
        self._warned = False

    def compose(self) -> ComposeResult:
        """The claim, so that one sees what one writes about; the note."""
        with Vertical() as frame:
            frame.border_title = Content(self._title)
            frame.border_subtitle = _HINT
            yield Static(Content(self._claim), id="claim")
            yield _Paper(self._before, tab_behavior="focus", soft_wrap=True)
            yield Static(id="answer")

    def on_mount(self) -> None:
        """Go on writing where the note ends."""
        self.paper.move_cursor(self.paper.document.end)
        self.paper.focus()

    @property
    def paper(self) -> TextArea:
        """Where one writes."""
        return self.query_one(_Paper)

    @property
    def unsaved(self) -> bool:
        """Whether closing now would lose anything."""
        return many_lines(self.paper.text) != many_lines(self._before)

    def on_text_area_changed(self) -> None:
        """Whoever goes on writing does not mean to leave."""
        self._warn(False)

    def action_save(self) -> None:
        """End with the note."""
        self.dismiss(many_lines(self.paper.text))

    def click_beside(self) -> None:
        """End without it if there is nothing to lose; else only say so, however often."""
        if self.unsaved:
            self._warn(True)
        else:
            self.dismiss(None)

    def action_close(self) -> None:
        """End without it; asks first if anything would be lost."""
        if self.unsaved and not self._warned:
            self._warn(True)
        else:
            self.dismiss(None)

    def _warn(self, warned: bool) -> None:
        self._warned = warned
        answer = self.query_one("#answer", Static)
        answer.set_class(warned, "-on")
        told = "This is not saved. ctrl+s saves it, Esc once more throws it away."
        answer.update(Content(told if warned else ""))
