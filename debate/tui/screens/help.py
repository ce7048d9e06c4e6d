"""The help: every key, what the signs mean, and the terms, each in a line."""

from __future__ import annotations

from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from debate.tui import home
from debate.tui.actions import ACTIONS, Action, keys_of
from debate.tui.pages.glossary import SIGNS, TERMS, VERDICTS
from debate.tui.pages.sheet import Sheet
from debate.tui.pages.words import heading
from debate.tui.screens.dialog import Framed
from debate.tui.settings import FILE
from debate.tui.widgets.keybar import HasSettings
from debate.tui.widgets.page import Page

#: From this width on, keys and terms stand in two columns.
_TWO = 92


class HelpScreen(Framed[None]):
    """A page to scroll; any of the usual keys closes it."""

    DEFAULT_CSS = """
    HelpScreen {
        & > Vertical {
            width: 96%; max-width: 130; height: 92%;
            padding: 0 1;
        }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter", "dismiss", "Close", priority=True),
    ]

    def __init__(self, owner: HasSettings) -> None:
        super().__init__()
        self.settings = owner.settings

    def compose(self) -> ComposeResult:
        """The page in a frame."""
        with Vertical() as frame:
            frame.border_title = "Help"
            frame.border_subtitle = "↑ ↓ scroll · Esc closes"
            yield Page(self._lay_out)

    def _lay_out(self, width: int) -> Sheet:
        page = Sheet(width)
        half = (width - 3) // 2 if width >= _TWO else width
        keys, terms = Sheet(half), Sheet(half)
        self._keys(keys)
        self._terms(terms)
        if half < width:
            page.beside([keys, terms], gap=3)
        else:
            page.below(keys)
            page.below(terms)
        page.blank()
        return page

    def _keys(self, sheet: Sheet) -> None:
        """Every verb with its keys, the users' own where they chose some; digits as one verb."""
        for group, actions in groupby(ACTIONS, key=lambda action: action.group):
            heading(sheet, group)
            for action in actions:
                if not action.id.startswith("side.") or action.id in ("side.1", "side.background"):
                    self._key(sheet, action)

    def _key(self, sheet: Sheet, action: Action) -> None:
        keys = " ".join(keys_of(action, self.settings.keys))
        title = action.title
        if action.id == "side.1":
            keys, title = "1 … 9", "Walk a side by its number"
        lead = Content.styled(f"{keys:>9}  ", "key")
        more = (f"  {action.help}", "muted") if action.help else ""
        sheet.write(Content.assemble(title, more), lead=lead)

    def _terms(self, sheet: Sheet) -> None:
        heading(sheet, "What a claim can be")
        for role, meaning in TERMS.items():
            name = f"{role.glyph} {role.value}"
            reads = f" (reads “{role.connective}”)" if role.connective else ""
            lead = Content.styled(f"{name:<17}", role.value)
            sheet.write(Content.assemble(meaning, (reads, "muted")), lead=lead)
        heading(sheet, "Other signs")
        for sign, style, meaning in SIGNS:
            sheet.write(Content(meaning), lead=Content.styled(f"{sign}  ", style))
        heading(sheet, "Judging")
        for sign, style, meaning in VERDICTS:
            sheet.write(Content(meaning), lead=Content.styled(f"{sign:<10} ", style))
        heading(sheet, "Your own keys and theme")
        sheet.write(
            Content(
                f'Write them in {home.config() / FILE}, for example theme = "debate-light" and,'
                ' under [keys], "go.next" = "n,ctrl+n". These are the names:'
            )
        )
        names = ", ".join(action.id for action in ACTIONS)
        sheet.write(Content.styled(names, "muted"))
