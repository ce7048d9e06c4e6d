"""Asks for the name of a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from debate.tui.screens.dialog import Dialog


def ask_for_file(
    app: App[Any], title: str, does: str, offered: str, then: Callable[[Path], object]
) -> None:
    """Ask for a file, offering a name, and go on with it unless one thinks better of it."""

    def given(path: Path | None) -> None:
        if path is not None:
            then(path)

    app.push_screen(Naming(title, does, offered), given)


class Naming(Dialog[Path | None]):
    """Ends with a path, or None."""

    DEFAULT_CSS = """
    Naming {
        align: center middle;
        & > Vertical {
            width: 72; max-width: 96%; height: auto;
            padding: 0 1;
            background: $surface;
            border: round $primary;
            border-title-color: $primary;
            border-title-style: bold;
            border-subtitle-color: $muted;
        }
        Input, Input:focus { border: none; height: 1; padding: 0 1; margin: 1 0; }
        &:ansi Input { text-style: underline; background: ansi_default; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel")]

    def __init__(self, title: str, does: str, name: str) -> None:
        super().__init__()
        self._title = title
        self._does = does
        self._given = name

    def compose(self) -> ComposeResult:
        """A line to write in."""
        with Vertical() as frame:
            frame.border_title = Content(self._title)
            frame.border_subtitle = Content(f"Enter {self._does} · Esc closes")
            yield Input(self._given)

    @property
    def unsaved(self) -> bool:
        """Whether another name was written."""
        return self.query_one(Input).value != self._given

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """End with what was written."""
        name = event.value.strip()
        try:
            self.dismiss(Path(name).expanduser() if name else None)
        except RuntimeError:  # ~somebody whom nobody knows
            self.dismiss(Path(name))
