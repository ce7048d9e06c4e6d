"""The bars above a view: what is debated and which view this is; and whose case one walks."""

from __future__ import annotations

from textual.content import Content

from debate.model import Position
from debate.model.text import one_line
from debate.tui.actions import BY_ID, keys_of
from debate.tui.session import VIEWS, Session, ViewName
from debate.tui.widgets.bar import Bar, Word, between
from debate.tui.widgets.line import cut

#: Cells that a side's name has at most where there are too many names for the line.
_SHORT = 20


class _Tabs(Bar):
    """A bar of which one word is the current one."""

    def tab(self, key: str, name: str, current: bool, action: str, tip: str = "") -> Word:
        """A word with the key that does the same."""
        which = "current" if current else "muted"
        key_style = self.look("current-key" if current else "key")
        content = Content.assemble(
            (f" {key} " if key else " ", key_style), (f"{name} ", self.look(which))
        )
        return Word(content, action, tip)


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
            current = view == self.view
            tabs.append(self.tab(key, action.label, current, action.command, action.help))
        room = width - sum(tab.content.cell_length for tab in tabs) - 2
        whole = Content(f" {self.session.debate.title}")
        title = whole.truncate(max(0, room), ellipsis=True)
        tip = "" if title.plain == whole.plain else one_line(self.session.debate.title)
        return between([Word(title.stylize(self.look("title")), tip=tip)], tabs, width)


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
        tabs = self._sides(width)
        nobody = BY_ID["side.background"].help
        last = [self._side(-1, "Background", current == -1, nobody)] if debate.background else []
        room = width - sum(tab.content.cell_length for tab in last)
        return [*_around(tabs, current, room), *last]

    def _sides(self, width: int) -> list[Word]:
        """The sides, their names whole where there is room for all."""
        cells = width
        while True:
            tabs = [
                self._side(
                    number, cut(one_line(side.label), cells), self.current == number, _whole(side)
                )
                for number, side in enumerate(self.session.debate.positions)
            ]
            if cells <= _SHORT or sum(tab.content.cell_length for tab in tabs) <= width:
                return tabs
            cells = _SHORT

    @property
    def current(self) -> int:
        """The side that is walked, -1 the background."""
        return self.session.side

    def _side(self, position: int, name: str, current: bool, tip: str) -> Word:
        id = "side.background" if position < 0 else f"side.{position + 1}"
        key = keys_of(BY_ID[id], self.session.settings.keys)[0] if id in BY_ID else ""
        return self.tab(key, name, current, f"app.side({position + 1})", tip)


def _whole(side: Position) -> str:
    """Whose case a side is, in full."""
    role = f", {one_line(side.role)}" if side.role else ""
    return f"{one_line(side.title)}{role}"


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
    hidden = len(tabs) - 1 - last
    before = [Word(Content("‹ "), f"app.side({first})", f"{first:,} more")] if first else []
    after = [Word(Content(" ›"), f"app.side({last + 2})", f"{hidden:,} more")] if hidden else []
    return [*before, *tabs[first : last + 1], *after]
