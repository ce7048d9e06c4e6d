"""What is to be known of one debate of a library before it is opened."""

from __future__ import annotations

from textual.content import Content

from debate.library.catalogue import Catalogue
from debate.library.entry import Entry
from debate.model.text import one_line
from debate.tui.pages.sheet import Sheet
from debate.tui.pages.words import count
from debate.tui.visits import ago
from debate.tui.widgets.page import Page

#: Lines that a question or a problem may take.
_MOST = 3


class Card(Page, can_focus=False):
    """Title, questions, sides, size and place of a debate; or why it cannot be opened."""

    DEFAULT_CSS = """
    Card { height: 8; background: $panel; padding: 0 1; scrollbar-size-vertical: 0; }
    Card:ansi { border-top: solid ansi_default; height: 9; }
    """

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__(self._lay_out)
        self.catalogue = catalogue
        self._entry: Entry | None = None

    def show(self, entry: Entry | None) -> None:
        """Show another debate, or the same one as it is known now."""
        self._entry = entry
        self.rebuild()

    def _lay_out(self, width: int) -> Sheet:
        sheet = Sheet(width)
        if self._entry is not None:
            self._write(sheet, self._entry)
        return sheet

    def _write(self, sheet: Sheet, entry: Entry) -> None:
        sheet.write(Content.styled(entry.name, "title"), most=2)
        if entry.problem:
            lead = Content.styled("✗ ", "falls")
            sheet.write(Content(entry.problem), lead=lead, most=_MOST + 1)
            sheet.write(Content.styled("Enter lists all that is wrong.", "muted"))
        elif entry.claims is None:
            sheet.write(Content.styled("It is still to be read.", "muted"))
        for question in entry.questions:
            sheet.write(Content(question), lead=Content.styled("? ", "accent"), most=_MOST)
        if entry.sides:
            sheet.write(Content(", ".join(entry.sides)), lead=Content.styled("  ", "muted"), most=2)
        visited = self.catalogue.visited.get(entry.path)
        size = "" if entry.claims is None else count(entry.claims, "claim")
        when = f"visited {ago(visited)}" if visited else ""
        facts = filter(None, (entry.date, size, when, one_line(entry.path)))
        sheet.line(Content.styled("  " + " · ".join(facts), "muted"))
