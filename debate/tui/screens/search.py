"""Searching every claim of every side, with results as one types."""

from __future__ import annotations

import asyncio
import time
from array import array
from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input
from textual.worker import WorkType

from debate.model.text import one_line
from debate.tui.matching import words
from debate.tui.screens.dialog import Dialog
from debate.tui.session import Session
from debate.tui.widgets.results import Results

#: Seconds of searching after which the keyboard gets its turn.
_AT_ONCE = 0.004

#: Seconds between two looks at what is found: to paint more often would take most of the time.
_TURN = 0.1

_HINT = "Finds claims and your notes by their words."


class SearchScreen(Dialog[int | None]):
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
            border-subtitle-color: $muted;
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
        self._done: tuple[Sequence[str], Sequence[int]] = ((), ())

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

        async def search() -> None:  # made when it runs: one given up before that was never begun
            await self._search(query)

        work: WorkType[None] = search
        self.run_worker(work, group="search", exclusive=True)

    async def _search(self, query: Sequence[str]) -> None:
        results = self.results
        if not query:
            results.begin((), _HINT)
            self._tell("")
            return
        texts = self.session.texts
        found, count = array("L"), 0
        last_had = -1
        turn, wait, breath = 0.0, _TURN / 2, time.monotonic() + _AT_ONCE
        results.begin(query, "Searching…")
        for number in self._candidates(query):
            rows = texts.find(number, query, self._notes)
            if rows:
                results.put_rows(rows)
                found.append(number)
                count += len(rows)
            now = time.monotonic()
            if now < breath:
                continue
            if last_had != count and now > turn:
                last_had = count
                results.changed()
                self._tell(f"{count:,} found")
                wait = min(2 * wait, 1.0)  # who waits for all of them wants them soon
                turn = time.monotonic() + wait
            await asyncio.sleep(0)
            breath = time.monotonic() + _AT_ONCE
        results.changed()
        self._tell(f"{count:,} found")
        self._done = (query, found)
        if not found:
            results.begin(query, "Nothing found. Fewer or shorter words find more.")
            self._tell("")

    def _candidates(self, query: Sequence[str]) -> Sequence[int]:
        """Where to look: whoever goes on typing only narrows what was found."""
        before, found = self._done
        if before and all(any(old in new for new in query) for old in before):
            return found
        return self.session.texts.blocks

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
