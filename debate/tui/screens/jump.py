"""The jump overlay: labels over a screen; whoever types one is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset, Size
from textual.strip import Strip
from textual.widget import Widget

from debate.tui.landings import LETTERS, Landing, labelled
from debate.tui.looks import look
from debate.tui.screens.dialog import Dialog

#: Said where the first line has room for it.
_HINT = " Where to? Type a label · Esc stays "


class Veil(Widget):
    """A screen as it was painted, faint, with the labels that still come into question."""

    DEFAULT_CSS = "Veil { width: 1fr; height: 1fr; }"

    def __init__(self, painted: Sequence[Strip], labels: dict[str, Landing]) -> None:
        super().__init__()
        self._painted = painted
        self._labels = labels
        self._typed = ""

    def type(self, typed: str) -> None:
        """Leave only the labels that begin with what is typed."""
        self._typed = typed
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Line ``y`` of the window."""
        if y >= len(self._painted):
            return Strip.blank(self.size.width)
        line = Strip.apply_style(self._painted[y].simplify(), Style(dim=True, bold=False))
        labels = sorted(
            (landing.at.x, label)
            for label, landing in self._labels.items()
            if landing.at.y == y and label.startswith(self._typed)
        )
        if y == 0 and (labels[0][0] if labels else line.cell_length) > len(_HINT):
            labels.insert(0, (0, _HINT))
            line = _blank(line, labels[1][0] if labels[1:] else line.cell_length)
        parts, at = [], 0
        for number, (x, label) in enumerate(labels):
            room = (labels[number + 1][0] if number + 1 < len(labels) else line.cell_length) - x
            parts += [line.crop(at, x), self._label(label, room)]
            at = x + parts[-1].cell_length
        return Strip.join([*parts, line.crop(at)])

    def _label(self, label: str, room: int) -> Strip:
        """A label, its letters that are typed already faint."""
        if label == _HINT:
            return Strip([Segment(label, self._style("jump-hint"))])
        done = len(self._typed)
        parts = ((label[:done], "jump-done"), (label[done:], "jump"))
        return Strip([Segment(text, self._style(name)) for text, name in parts if text]).crop(
            0, max(1, room)
        )

    def _style(self, name: str) -> Style:
        return (self.visual_style + look(self.app, name)).rich_style


def _blank(line: Strip, cells: int) -> Strip:
    """A line without the text of its first cells: half a title beside the hint says nothing."""
    start = [Segment(" " * cell_len(text), style) for text, style, _ in line.crop(0, cells)]
    return Strip.join([Strip(start), line.crop(cells)])


class JumpScreen(Dialog[Callable[[], object] | None]):
    """Ends with what goes to the place whose label was typed or clicked, or None."""

    DEFAULT_CSS = "JumpScreen { background: $background; }"

    def __init__(self, painted: Sequence[Strip], landings: list[Landing], size: Size) -> None:
        super().__init__()
        self.labels = labelled(landings)
        self._painted = painted
        self._of_size = size
        self._typed = ""

    def compose(self) -> ComposeResult:
        """The veil alone."""
        yield Veil(self._painted, self.labels)

    def on_resize(self, event: events.Resize) -> None:
        """In another window the labels would stand elsewhere."""
        if event.size != self._of_size:
            self.dismiss(None)

    def on_key(self, event: events.Key) -> None:
        """Take a letter; any key that is none closes."""
        event.stop()
        event.prevent_default()
        letter = (event.character or "").lower()
        if event.key == "backspace" and self._typed:
            self._type("")
        elif not letter or letter not in LETTERS:
            self.dismiss(None)
        elif (typed := self._typed + letter) in self.labels:
            self.dismiss(self.labels[typed].go)
        elif any(label.startswith(typed) for label in self.labels):
            self._type(typed)

    def _type(self, typed: str) -> None:
        self._typed = typed
        self.query_one(Veil).type(typed)

    def on_click(self, event: events.Click) -> None:
        """Go where the label that was clicked leads; stay on a click beside them."""
        event.stop()
        for label, landing in self.labels.items():
            cells = [landing.at + Offset(x, 0) for x in range(len(label))]
            if event.screen_offset in cells:
                self.dismiss(landing.go)
                return
        self.dismiss(None)
