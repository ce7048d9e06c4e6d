"""The command palette: every verb, and every side by its name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple, cast

from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from debate.tui.actions import ACTIONS, NOT_ON_MAP, keys_of
from debate.tui.matching import fold, highlight, words
from debate.tui.widgets.choices import has_lines

if TYPE_CHECKING:
    from debate.tui.app import DebateApp


#: Verbs that one rather presses than picks from a list: they stand at its end.
_PLAIN = ("move.", "page.", "fold.")

#: What is understood where no debate is open, too.
_EVERYWHERE = ("search", "theme", "palette", "help", "quit")


#: Where the verbs are understood that each view has; all others are pages.
_UNDERSTOOD = {
    "walk": ("app", "walk"),
    "map": ("app", "map", "walk"),
    "guide": ("app", "guide"),
    "class": ("app", "class"),
}


class _Entry(NamedTuple):
    title: str
    help: str
    command: str


class Palette(CommandPalette):
    """Textual's palette, which a second Enter does not end once more, and which needs no room."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+g", "app.jump", show=False, id="jump")]

    def _action_command_list(self, action: str) -> None:
        if has_lines(self.query_one(CommandList)):
            super()._action_command_list(action)

    def dismiss(self, result: None = None) -> AwaitComplete:
        """End, unless it has ended already."""
        return super().dismiss(result) if self.is_current else AwaitComplete()


class Commands(Provider):
    """What the palette offers; titles are shown as they are, never as markup."""

    def _entries(self) -> Iterator[_Entry]:
        app = cast("DebateApp", self.app)
        if app.session:
            view = "class" if app.current_mode == "class" else app.session.view
            understood = _UNDERSTOOD.get(view, ("app", "page"))
        else:
            understood = ("library",) if app.current_mode == "library" else ()
        for action in sorted(ACTIONS, key=lambda action: action.id.startswith(_PLAIN)):
            everywhere = understood and action.id in _EVERYWHERE
            if (not everywhere and action.where not in understood) or action.id.startswith("side."):
                continue
            if app.session and app.session.view == "map" and action.id in NOT_ON_MAP:
                continue
            keys = "  ".join(keys_of(action, app.settings.keys))
            help = "  ·  ".join(filter(None, (keys, action.help)))
            yield _Entry(action.title, help, action.command)
        if app.session is None:
            return
        for number, side in enumerate(app.session.debate.positions, 1):
            yield _Entry(f"Walk {side.label}", side.title, f"app.side({number})")
        if app.session.debate.background:
            yield _Entry("Walk the background", "What nobody here argues about", "app.side(0)")

    async def discover(self) -> Hits:
        """Everything there is, before a word is typed."""
        for title, help, command in self._entries():
            run = partial(self.app.run_action, command)
            yield DiscoveryHit(Content(title), run, title, _plain(help))

    async def search(self, query: str) -> Hits:
        """What has all the words typed so far; titles that begin with them come first."""
        wanted = words(query)
        for title, help, command in self._entries():
            folded = fold(title)
            if all(word in folded for word in wanted):
                score = 1.0 if folded.startswith(fold(query)) else 0.5
                run = partial(self.app.run_action, command)
                display = highlight(title, wanted, "bold underline")
                yield Hit(score, display, run, title, _plain(help))


def _plain(text: str) -> str:
    """A help text that the palette does not take for markup: it leaves Content as it is."""
    return cast("str", Content(text))
