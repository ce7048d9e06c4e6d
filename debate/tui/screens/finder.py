"""Searching all claims of all debates of a library, with results as one types."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import ClassVar, TypeVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input

from debate.library.index import Hit, Index, IndexBroken
from debate.model import Role
from debate.model.text import one_line
from debate.tui.screens.dialog import Dialog
from debate.tui.widgets.findings import Findings, Found

_Answer = TypeVar("_Answer")

#: Findings that are listed; of more one sees how many there are.
_MOST = 500

_HINT = "Finds claims with all the words; the last one may be unfinished."
_HINT_PARTS = "Finds claims with all the words, or parts of words."

_NOTHING = "Nothing found. Fewer or shorter words find more."
_NOT_YET = "Nothing found yet; debates are still being read."

_KINDS = {"title": ("◆", "heading", "Title"), "question": ("?", "accent", "Question")}


class Hits(Findings):
    """What was found, a line each under the title of its debate."""

    LABEL = 18

    class Picked(Message):
        """A finding was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.hits: Sequence[Hit] = ()

    def show(self, hits: Sequence[Hit], message: str) -> None:
        """Show other findings; a message stands where there are none.

        Where only more was found, the cursor stays on its finding.
        """
        if hits == self.hits and message == self.message:
            return
        kept = self.hit if self.moved else None
        self.hits = hits
        self.clear(message)
        path = None
        for number, hit in enumerate(hits):
            if hit.path != path:
                path = hit.path
                self.put_heading(number)
            self.put(number)
        self.changed()
        if kept in hits:
            self.move(hits.index(kept))

    @property
    def hit(self) -> Hit | None:
        """The finding under the cursor."""
        return None if self.current is None else self.hits[self.current]

    def picked(self, number: int) -> None:
        """Tell the screen."""
        self.post_message(self.Picked())

    def heading(self, number: int) -> str:
        """The title of a debate."""
        return self.hits[number].title or one_line(self.hits[number].path)

    def found(self, number: int) -> Found:
        """A claim with whose it is."""
        hit = self.hits[number]
        if hit.role in _KINDS:
            return Found(*_KINDS[hit.role], hit.text)
        role = Role(hit.role)
        return Found(role.glyph, role.value, hit.label, hit.text)

    def spans(self, number: int, text: str) -> Sequence[tuple[int, int]]:
        """Where the words stand: the index knows."""
        return self.hits[number].spans


class FinderScreen(Dialog[Hit | None]):
    """A dialog that ends with what was chosen, or None."""

    DEFAULT_CSS = """
    FinderScreen {
        align: center top;
        & > Vertical {
            width: 94%; max-width: 150; height: 86%; margin-top: 2;
            padding: 0 1;
            background: $surface;
            border: round $primary;
            border-title-color: $primary;
            border-title-style: bold;
            border-subtitle-color: $foreground 65%;
        }
        Input, Input:focus { border: none; height: 1; padding: 0 1; margin: 1 0; }
        Hits { height: 1fr; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Close"),
        Binding("down,ctrl+n", "move(1)", "Down", show=False, priority=True),
        Binding("up,ctrl+p", "move(-1)", "Up", show=False, priority=True),
        Binding("pagedown", "page(1)", "A page down", show=False, priority=True),
        Binding("pageup", "page(-1)", "A page up", show=False, priority=True),
    ]

    def __init__(self, index: Index, query: str = "", *, reading: bool = False) -> None:
        """Search in an open index, which nobody else uses meanwhile; begin with a query.

        ``reading`` is whether debates are still being read: what is there is not all there is.
        """
        super().__init__()
        self.reading = reading
        self.index = index
        self.text = query
        self.broken = False
        self._hint = _HINT if index.by_words else _HINT_PARTS

    def compose(self) -> ComposeResult:
        """A line to write in, and what was found."""
        with Vertical() as frame:
            frame.border_title = "Search the library"
            frame.border_subtitle = "Enter goes there · Esc closes"
            yield Input(self.text, placeholder="one word, or several")
            yield Hits()

    def on_mount(self) -> None:
        """Say what can be found."""
        self.hits.show((), self._hint)

    @property
    def hits(self) -> Hits:
        """The list of what was found."""
        return self.query_one(Hits)

    # ------------------------------------------------------------------ searching

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search for what stands there now; a search that is under way is given up."""
        self.text = event.value
        self.index.interrupt()
        self._search()

    def again(self, *, reading: bool) -> None:
        """More debates were read, or all of them: search them, too."""
        self.reading = reading
        self._search()

    @work(group="search", exclusive=True)
    async def _search(self) -> None:
        """Ask the index, off the screen's thread: first what is found, then how much there is."""
        text = self.text
        try:
            hits = await self._asked(self.index.search, text, _MOST)
            nothing = _NOT_YET if self.reading else _NOTHING
            self.hits.show(hits, nothing if text.strip() else self._hint)
            so_far = " so far" if self.reading else ""
            self._tell(f"{len(hits):,} found{so_far}" if hits else "")
            if len(hits) == _MOST:
                found, debates = await self._asked(self.index.count, text)
                self._tell(f"the first {_MOST} of {found:,} found{so_far}, in {debates:,} debates")
        except IndexBroken:
            self.broken = True
            self.notify("The index was damaged and is made anew. Search again in a while.")
            self.dismiss(None)
        except OSError as error:
            self.hits.show((), f"The index cannot be read: {error}.")

    async def _asked(self, ask: Callable[..., _Answer], *words: object) -> _Answer:
        """What the index answers; asked again where the last question's end cut this one short."""
        while True:
            try:
                return await asyncio.to_thread(ask, *words)
            except OSError as error:
                if "interrupted" not in str(error):
                    raise

    def _tell(self, text: str) -> None:
        title = f"Search the library · {text}" if text else "Search the library"
        self.query_one(Vertical).border_title = Content(title)

    # ------------------------------------------------------------------ choosing

    def action_move(self, steps: int) -> None:
        """Move over what was found."""
        self.hits.move(steps)

    def action_page(self, pages: int) -> None:
        """Move a page over what was found."""
        self.hits.move(pages * self.hits.page_rows)

    def on_input_submitted(self) -> None:
        """Go to what the cursor is on."""
        if self.hits.hit is not None:
            self.dismiss(self.hits.hit)

    def on_hits_picked(self) -> None:
        """Go to what was clicked."""
        self.dismiss(self.hits.hit)
