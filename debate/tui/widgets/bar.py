"""One line of words, some of which do something when they are clicked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.geometry import Offset
from textual.style import Style

from debate.tui.landings import Landing
from debate.tui.looks import look
from debate.tui.widgets.tipped import Tipped


class Word(NamedTuple):
    """A piece of a bar, the action that a click on it runs ("" for none), and its tip."""

    content: Content
    action: str = ""
    tip: str = ""


class Bar(Tipped):
    """Words in a line: what the tabs above and the keys below have in common.

    One widget a line rather than one a word: a first frame has no time for thirty of them.
    """

    DEFAULT_CSS = """
    Bar {
        height: 1;
        background: $panel;
    }
    """

    ALLOW_SELECT = False  # a drag over its verbs would only hide them

    _words: list[Word] = []

    def words(self, width: int) -> list[Word]:
        """What stands on a bar of ``width`` cells."""
        raise NotImplementedError

    def look(self, name: str) -> Style:
        """A style under the app's theme."""
        return look(self.app, name)

    def render(self) -> Content:
        """The words side by side."""
        self._words = self.words(self.size.width)
        return Content.assemble(*(word.content for word in self._words))

    def landings(self) -> Iterator[Landing]:
        """The words that do something."""
        left = 0
        for word in self._words:
            if word.action:
                at = Offset(left + 1 if word.content.plain.startswith(" ") else left, 0)
                yield Landing(at, partial(self.run_action, word.action), plain=True)
            left += word.content.cell_length

    def _word_at(self, x: int) -> Word | None:
        """The word at a cell."""
        left = 0
        for word in self._words:
            left += word.content.cell_length
            if x < left:
                return word
        return None

    def tip(self, at: Offset) -> str:
        """What the word under the mouse stands for."""
        word = self._word_at(at.x)
        return word.tip if word else ""

    async def on_click(self, event: events.Click) -> None:
        """Do what the word under the mouse does."""
        word = self._word_at(event.x)
        if word is not None and word.action:
            event.stop()
            await self.run_action(word.action)


def between(left: list[Word], right: list[Word], width: int) -> list[Word]:
    """``left``, blanks, and ``right`` at the end of the line."""
    used = sum(word.content.cell_length for word in [*left, *right])
    return [*left, Word(Content(" " * max(0, width - used))), *right]
