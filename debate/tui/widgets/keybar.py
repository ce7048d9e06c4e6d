"""The line at the foot of a view: the keys one needs most, as many as fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from textual.content import Content

from debate.tui.actions import BY_ID, Action, keys_of
from debate.tui.settings import Settings
from debate.tui.widgets.bar import Bar, Word, between

#: These always stand at the end: whoever knows them finds all others.
_ALWAYS = ("help", "quit")


class HasSettings(Protocol):
    """A session, or the app: whoever knows the users' own keys."""

    settings: Settings


def told(action: Action) -> str:
    """What a verb does, for a tip."""
    return f"{action.title}. {action.help}" if action.help else action.title


class KeyBar(Bar):
    """Keys with what they do; a click does it too."""

    DEFAULT_CSS = "KeyBar { dock: bottom; }"

    def __init__(self, owner: HasSettings, ids: Sequence[str]) -> None:
        super().__init__()
        self.settings = owner.settings
        self._actions = [BY_ID[id] for id in ids]

    def words(self, width: int) -> list[Word]:
        """As many hints as fit, and the way to all others."""
        always = [self._hint(BY_ID[id]) for id in _ALWAYS]
        room = width - sum(word.content.cell_length for word in always)
        fitting: list[Word] = []
        for action in self._actions:
            word = self._hint(action)
            room -= word.content.cell_length
            if room < 0:
                break
            fitting.append(word)
        return between(fitting, always, width)

    def _hint(self, action: Action) -> Word:
        key = keys_of(action, self.settings.keys)[0]
        content = Content.assemble(
            (f" {key} ", self.look("key")), (f"{action.label} ", self.look("muted"))
        )
        return Word(content, action.command, told(action))
