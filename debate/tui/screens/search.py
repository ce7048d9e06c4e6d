"""Searching every claim of every side, with results as one types."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from debate.model.text import one_line
from debate.tui.matching import fold, words
from debate.tui.session import Session
from debate.tui.widgets.results import Results

#: Claims that are looked at before the keyboard gets its turn: a few milliseconds.
_AT_ONCE = 4000

_HINT = "Finds claims, and your notes, on any side."


class SearchScreen(ModalScreen[int | None]):
    """A dialog that ends with the row of the claim to go to, or None."""

    DEFAULT_CSS = """
    SearchScreen {
        align: center top;
        & > Vertical {
            width: 90%; max-width: 130; height: 80%; margin-top: 2;
            padding: 0 1;
            background: $surface;
            border: round $primary;
            border-title-color: $primary;
            border-title-style: bold;
            border-subtitle-color: $foreground 65%;
        }
        Input, Input:focus { border: none; height: 1; padding: 0 1; margin: 1 0; }
        Results { height: 1fr; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Close"),
        Binding("down,ctrl+n", "move(1)", "Down", show=False, priority=True),
        Binding("up,ctrl+p", "move(-1)", "Up", show=False, priority=True),
        Binding("pagedown", "page(1)", "A page down", show=False, priority=True),
        Binding("pageup", "page(-1)", "A page up", show=False, priority=True),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        rows = session.noting.annotations
        self._notes = {row: one_line(rows.of(row).note) for row in rows.noted}
        self._done: tuple[Sequence[str], Sequence[int]] = ((), range(len(session.debate.claims)))

    def compose(self) -> ComposeResult:
        """A line to write in, and the results."""
        with Vertical() as frame:
            frame.border_title = "Search"
            frame.border_subtitle = "Enter goes there · Esc closes"
            yield Input(placeholder="one word, or several")
            yield Results(self.session.debate, self._notes)

    def on_mount(self) -> None:
        """Begin with what was looked for last."""
        self.results.begin((), _HINT)
        if self.session.query:
            self.query_one(Input).value = " ".join(self.session.query)

    @property
    def results(self) -> Results:
        """The list of what was found."""
        return self.query_one(Results)

    # ------------------------------------------------------------------ searching

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search for what stands there now; a search that is under way is given up."""
        query = words(event.value)
        self.session.query = tuple(query)
        self.run_worker(self._search(query), group="search", exclusive=True)

    async def _search(self, query: Sequence[str]) -> None:
        results = self.results
        if not query:
            results.begin((), _HINT)
            self._tell("")
            return
        claims, notes = self.session.debate.claims, self._notes
        rows = self._candidates(query)
        found: list[int] = []
        results.begin(query, "Searching…")
        for start in range(0, len(rows), _AT_ONCE):
            some = [
                row
                for row in rows[start : start + _AT_ONCE]
                if claims[row].target < 0
                and (
                    _has_all(claims[row].text, query)
                    or (row in notes and _has_all(f"{claims[row].text} {notes[row]}", query))
                )
            ]
            if some:
                found += some
                results.add(some)
                self._tell(f"{len(found):,} found")
            await asyncio.sleep(0)
        self._done = (query, found)
        if not found:
            results.begin(query, "Nothing found. Fewer or shorter words find more.")
            self._tell("")

    def _candidates(self, query: Sequence[str]) -> Sequence[int]:
        """Where to look: whoever goes on typing only narrows what was found."""
        before, found = self._done
        if all(any(old in new for new in query) for old in before):
            return found
        return range(len(self.session.debate.claims))

    def _tell(self, text: str) -> None:
        title = f"Search · {text}" if text else "Search"
        self.query_one(Vertical).border_title = Content(title)

    # ------------------------------------------------------------------ choosing

    def action_move(self, steps: int) -> None:
        """Move over the results."""
        self.results.move(steps)

    def action_page(self, pages: int) -> None:
        """Move a page over the results."""
        self.results.move(pages * self.results.page_rows)

    def on_input_submitted(self) -> None:
        """Go to the claim the cursor is on."""
        if self.results.row is not None:
            self.dismiss(self.results.row)

    def on_results_picked(self, message: Results.Picked) -> None:
        """Go to the claim that was clicked."""
        self.dismiss(message.row)


def _has_all(text: str, query: Sequence[str]) -> bool:
    folded = fold(text)
    return all(word in folded for word in query)
