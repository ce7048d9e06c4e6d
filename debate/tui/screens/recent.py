"""The debates that were visited last, wherever they are: for whoever has no library open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from debate.library.catalogue import Catalogue, Order
from debate.library.entry import Entry
from debate.model.text import one_line
from debate.tui.screens.dialog import Dialog
from debate.tui.screens.library import Columns
from debate.tui.visits import Visit
from debate.tui.widgets.card import Card
from debate.tui.widgets.shelf import Shelf

#: What stands where no debate does.
NONE = "No other debate was visited yet."

_NOT_THESE = "None of them has all these words."


class RecentScreen(Dialog[str | None]):
    """A dialog that ends with the path of the debate to open, or None."""

    DEFAULT_CSS = """
    RecentScreen {
        align: center middle;
        & > Vertical {
            width: 96%; max-width: 130; height: 88%;
            padding: 0 1;
            background: $surface;
            border: round $primary;
            border-title-color: $primary;
            border-title-style: bold;
            border-subtitle-color: $muted;
        }
        Input, Input:focus { border: none; height: 1; padding: 0 1; margin: 0; }
        Columns { margin-top: 1; }
        Shelf { height: 1fr; }
        &.-short Card { display: none; }
    }
    """

    VERTICAL_BREAKPOINTS = [(0, "-short"), (22, "-tall")]

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Close"),
        Binding("down,ctrl+n", "move(1)", "Down", show=False, priority=True),
        Binding("up,ctrl+p", "move(-1)", "Up", show=False, priority=True),
        Binding("pagedown", "page(1)", "A page down", show=False, priority=True),
        Binding("pageup", "page(-1)", "A page up", show=False, priority=True),
    ]

    def __init__(self, visits: Sequence[Visit]) -> None:
        super().__init__()
        self.catalogue = Catalogue({visit.path: visit.when for visit in visits})
        self.catalogue.sort("visited")
        self.catalogue.take(map(_entry, visits))

    def compose(self) -> ComposeResult:
        """A line to write in, the list, and what is known of the debate under the cursor."""
        with Vertical() as frame:
            frame.border_title = "Recent debates"
            frame.border_subtitle = "Enter opens · Esc closes · debate FOLDER lists a folder"
            yield Input(placeholder="title, question, side or folder")
            yield Columns(self.catalogue)
            yield Shelf(self.catalogue, self._moved)
            yield Card(self.catalogue)

    def on_mount(self) -> None:
        """Show the list."""
        self.shelf.message = NONE
        self.shelf.update(first=True)

    @property
    def shelf(self) -> Shelf:
        """The list."""
        return self.query_one(Shelf)

    def _moved(self) -> None:
        self.query_one(Card).show(self.shelf.entry)

    # ------------------------------------------------------------------ keys

    def on_input_changed(self, event: Input.Changed) -> None:
        """List what has all the words."""
        self.catalogue.filter(event.value)
        self.shelf.message = _NOT_THESE if len(self.catalogue) else NONE
        self.shelf.update(first=True)

    def action_move(self, steps: int) -> None:
        """Move over the list."""
        self.shelf.move(steps)

    def action_page(self, pages: int) -> None:
        """Move a page over the list."""
        self.shelf.move(pages * self.shelf.page_rows)

    def action_sort(self, order: Order) -> None:
        """Sort by a column."""
        self.catalogue.sort(order)
        self.shelf.update()
        self.query_one(Columns).refresh()

    def on_input_submitted(self) -> None:
        """Open the debate under the cursor."""
        if self.shelf.entry is not None:
            self.dismiss(self.shelf.entry.path)

    def on_shelf_opened(self) -> None:
        """Open what was clicked twice."""
        self.on_input_submitted()


def _entry(visit: Visit) -> Entry:
    problem = "It is no longer there." if visit.gone else ""
    title = one_line(visit.title)
    questions, sides = (tuple(map(one_line, each)) for each in (visit.questions, visit.sides))
    return Entry(visit.path, title, "", questions, sides, visit.claims, problem)
