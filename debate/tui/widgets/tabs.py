"""The bars above a view: what is debated and which view this is; and whose case one walks."""

from __future__ import annotations

from textual.content import Content

from debate.tui.actions import BY_ID, keys_of
from debate.tui.session import VIEWS, Session, ViewName
from debate.tui.widgets.bar import Bar, Word, between


class _Tabs(Bar):
    """A bar of which one word is the current one."""

    def tab(self, key: str, name: str, current: bool, action: str) -> Word:
        """A word with the key that does the same."""
        which = "current" if current else "muted"
        key_style = self.look("current-key" if current else "key")
        content = Content.assemble(
            (f" {key} " if key else " ", key_style), (f"{name} ", self.look(which))
        )
        return Word(content, action)


class TopBar(_Tabs):
    """The debate's title and the three views."""

    def __init__(self, session: Session, view: ViewName) -> None:
        super().__init__()
        self.session = session
        self.view = view

    def words(self, width: int) -> list[Word]:
        """The title, cut where the tabs need the room."""
        tabs = []
        for view in VIEWS:
            action = BY_ID[f"view.{view}"]
            key = keys_of(action, self.session.settings.keys)[0]
            tabs.append(self.tab(key, action.label, view == self.view, action.command))
        room = width - sum(tab.content.cell_length for tab in tabs) - 2
        title = Content(f" {self.session.debate.title}").truncate(max(0, room), ellipsis=True)
        return between([Word(title.stylize(self.look("title")))], tabs, width)


class SideBar(_Tabs):
    """The sides by number, the current one always in sight, and the background."""

    DEFAULT_CSS = "SideBar.-nobody { display: none; }"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        # Not ``display``, which would show it in a window that is too small for anything.
        self.set_class(not session.debate.positions and not session.debate.background, "-nobody")

    def words(self, width: int) -> list[Word]:
        """The sides, as many as fit around the current one."""
        debate, current = self.session.debate, self.current
        tabs = [
            self._side(number, side.label, current == number)
            for number, side in enumerate(debate.positions)
        ]
        last = [self._side(-1, "Background", current == -1)] if debate.background else []
        room = width - sum(tab.content.cell_length for tab in last)
        return [*_around(tabs, current, room), *last]

    @property
    def current(self) -> int:
        """The side that is walked, -1 the background."""
        return self.session.side

    def _side(self, position: int, name: str, current: bool) -> Word:
        id = "side.background" if position < 0 else f"side.{position + 1}"
        key = keys_of(BY_ID[id], self.session.settings.keys)[0] if id in BY_ID else ""
        return self.tab(key, name, current, f"app.side({position + 1})")


def _around(tabs: list[Word], current: int, room: int) -> list[Word]:
    """As many tabs as fit around the current one, with signs that there are more."""
    widths = [tab.content.cell_length for tab in tabs]
    if sum(widths) <= room or not tabs:
        return tabs
    first = last = min(max(current, 0), len(tabs) - 1)
    used = widths[first] + 4
    while True:
        if last + 1 < len(tabs) and used + widths[last + 1] <= room:
            last += 1
            used += widths[last]
        elif first and used + widths[first - 1] <= room:
            first -= 1
            used += widths[first]
        else:
            break
    before = [Word(Content("‹ "), f"app.side({first})")] if first else []
    after = [Word(Content(" ›"), f"app.side({last + 2})")] if last + 1 < len(tabs) else []
    return [*before, *tabs[first : last + 1], *after]
