"""One line of words, some of which do something when they are clicked."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from textual import events
from textual.content import Content
from textual.style import Style
from textual.widget import Widget


class Word(NamedTuple):
    """A piece of a bar, and the action that a click on it runs ("" for none)."""

    content: Content
    action: str = ""


class Bar(Widget):
    """Words in a line: what the tabs above and the keys below have in common.

    One widget a line rather than one a word: a first frame has no time for thirty of them.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "bar--title",
        "bar--key",
        "bar--word",
        "bar--current",
        "bar--current-key",
    }

    DEFAULT_CSS = """
    Bar {
        height: 1;
        background: $panel;
        color: $foreground 80%;
        & > .bar--title { color: $foreground; text-style: bold; }
        & > .bar--key { color: $accent; text-style: bold; }
        & > .bar--word { color: $foreground 75%; }
        & > .bar--current { background: $primary; color: $background; text-style: bold; }
        & > .bar--current-key { background: $primary; color: $background 70%; }
        &:ansi {
            & > .bar--word { color: ansi_default; }
            & > .bar--current, & > .bar--current-key {
                background: ansi_default; color: ansi_default;
            }
        }
    }
    """

    _words: list[Word] = []

    def words(self, width: int) -> list[Word]:
        """What stands on a bar of ``width`` cells."""
        raise NotImplementedError

    def look(self, name: str) -> Style:
        """The style of a component class; what is current is told without colour too."""
        style = self.get_visual_style(f"bar--{name}")
        if name.startswith("current") and (self.app.native_ansi_color or self.app.no_color):
            style += Style(reverse=True)
        return style

    def render(self) -> Content:
        """The words side by side."""
        self._words = self.words(self.size.width)
        return Content.assemble(*(word.content for word in self._words))

    async def on_click(self, event: events.Click) -> None:
        """Do what the word under the mouse does."""
        left = 0
        for word in self._words:
            left += word.content.cell_length
            if event.x < left:
                if word.action:
                    event.stop()
                    await self.run_action(word.action)
                return


def between(left: list[Word], right: list[Word], width: int) -> list[Word]:
    """``left``, blanks, and ``right`` at the end of the line."""
    used = sum(word.content.cell_length for word in [*left, *right])
    return [*left, Word(Content(" " * max(0, width - used))), *right]
