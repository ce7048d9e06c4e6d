"""The outline of one side: a line a claim, and only the lines in sight are ever made.

One widget, whatever the size: a debate of a million claims scrolls as a small one does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from textual import events
from textual.geometry import Offset
from textual.reactive import reactive
from textual.selection import Selection
from textual.strip import Strip

from debate.model import Debate
from debate.model.text import one_line
from debate.tui.folds import Folds
from debate.tui.judging import Judging
from debate.tui.landings import Landing
from debate.tui.noting import Noting
from debate.tui.widgets.line import LineMaker
from debate.tui.widgets.lines import Lines, piece
from debate.tui.widgets.rowtip import row_tip

#: Lines that are kept made; many windows full.
_KEPT = 2000

#: Lines to be seen above and below the cursor, so that one sees where one is going.
_AHEAD = 2


class Outline(Lines, can_focus=True):
    """The visible rows of ``folds``, with a cursor; its keys are the screen's."""

    #: Where the cursor is among the visible rows.
    cursor: reactive[int] = reactive(0, init=False, repaint=False)

    def __init__(
        self,
        debate: Debate,
        moved: Callable[[int], object],
        opened: Callable[[int], object],
        judging: Judging | None = None,
        noting: Noting | None = None,
    ) -> None:
        """Show ``debate``; ``moved`` is called with the row whenever the cursor comes to one,
        ``opened`` with the row that is clicked twice.

        It is no message: the next key may be handled before a message would be.
        """
        super().__init__()
        self.debate = debate
        self.judging = judging
        self.noting = noting
        self._moved, self._opened = moved, opened
        self._clicked = -1
        self.folds = Folds(debate, -1)
        #: What is said, line by line, where there is nothing that one looks for.
        self.empty: Sequence[str] = ()
        self._query: Sequence[str] = ()
        self._strips: dict[int, Strip] = {}
        self._lines: LineMaker | None = None

    # ------------------------------------------------------------------ what is shown

    def show(self, folds: Folds, row: int) -> None:
        """Show a side with the cursor on one of its rows, unfolding what hides it."""
        changed = folds is not self.folds
        self.folds = folds
        if (folds.reveal(row) if folds.rows else False) or changed:
            self._changed()
        place = folds.place(row)
        self.set_reactive(Outline.cursor, min(self.cursor, len(folds.visible)))
        if place == self.cursor:
            self._show_cursor()
            self.refresh()
        else:
            self.cursor = place

    @property
    def row(self) -> int:
        """The claim under the cursor; -1 on an empty side."""
        visible = self.folds.visible
        return visible[self.cursor] if self.cursor < len(visible) else -1

    @property
    def query_words(self) -> Sequence[str]:
        """The words that are marked wherever they stand."""
        return self._query

    @query_words.setter
    def query_words(self, words: Sequence[str]) -> None:
        self._query = words
        self.forget()

    def refold(self, row: int) -> None:
        """The folds were changed from outside; the cursor goes to ``row`` or what now hides it."""
        self._changed()
        self.set_reactive(Outline.cursor, self.folds.place(row))
        self._show_cursor()
        if self.row not in (row, -1):
            self._moved(self.row)

    def _changed(self) -> None:
        self.set_lines(len(self.folds.visible))
        self.forget()

    def forget(self) -> None:
        """Make all lines anew."""
        self._strips.clear()
        self._lines = None
        self.refresh()

    def on_resize(self) -> None:
        """Make the lines anew for the new width, and keep the cursor in sight."""
        self._changed()
        self._show_cursor()

    def watch_has_focus(self, has_focus: bool) -> None:
        """The cursor looks otherwise where the keys are not meant for it."""
        super().watch_has_focus(has_focus)
        self._lines = None
        self.refresh_line(self.cursor)

    def notify_style_update(self) -> None:
        """Forget the lines that were made in the old colours."""
        super().notify_style_update()
        self.forget()

    # ------------------------------------------------------------------ drawing

    def draw_line(self, y: int) -> Strip:
        """Line ``y`` of the window."""
        place = y + self.scroll_offset.y
        visible = self.folds.visible
        if self._lines is None:
            self._lines = LineMaker(self, self.scrollable_content_region.width)
        if place >= len(visible):
            return self._lines.blank(self._nothing(place - len(visible)))
        row = visible[place]
        if place == self.cursor:
            return self._lines.line(row, cursor=True)
        if (strip := self._strips.get(row)) is None:
            if len(self._strips) >= _KEPT:
                self._strips.clear()
            strip = self._strips[row] = self._lines.line(row)
        return strip

    def selected(self, selection: Selection, lines: range) -> str:
        """Of one row what is selected; several rows whole, as the outline of a text."""
        visible = self.folds.visible
        rows = [visible[place] for place in lines if place < len(visible)]
        if len(rows) == 1:
            shown = self.draw_line(lines.start - self.scroll_offset.y).text
            return piece(shown, self.span(selection, lines.start)).strip("│▌▾▸ ")
        claims = self.debate.claims
        least = min((claims[row].depth for row in rows), default=0)
        return "\n".join(
            f"{'  ' * (claims[row].depth - least)}{claims[row].role.glyph} "
            f"{self.debate.number(row)} {one_line(self.debate.text(row))}"
            for row in rows
        )

    def _nothing(self, line: int) -> str:
        """What stands in a line after the last row, counted from it: why there is no more."""
        said = [] if self.folds.matches else self.empty
        return said[line - 1] if 0 < line <= len(said) else ""

    # ------------------------------------------------------------------ the cursor

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, len(self.folds.visible) - 1))

    def watch_cursor(self, before: int, after: int) -> None:
        """Draw two rows anew, the one that was left and the one that was reached."""
        self.refresh_line(before)
        self.refresh_line(after)
        self._show_cursor()
        if self.row >= 0:
            self._moved(self.row)

    def _show_cursor(self) -> None:
        """Scroll as little as shows the cursor with a few lines around it."""
        height = self.scrollable_content_region.height
        if height <= 0:
            return
        ahead = min(_AHEAD, (height - 1) // 2)
        top = self.scroll_offset.y
        least, most = self.cursor + ahead - height + 1, self.cursor - ahead
        if not least <= top <= most:
            y = least if top < least else most
            last = max(0, len(self.folds.visible) - height)
            self.scroll_to(y=max(0, min(y, last)), animate=False, force=True)

    @property
    def page_rows(self) -> int:
        """How many rows a page has."""
        return max(1, self.scrollable_content_region.height - 1)

    def toggle(self, row: int) -> None:
        """Fold or unfold a visible row, and be on it."""
        if self.folds.is_folded(row):
            self.folds.unfold(row)
        else:
            self.folds.fold(row)
        self.refold(row)

    def landings(self) -> Iterator[Landing]:
        """The rows in sight."""
        top = self.scroll_offset.y
        bottom = top + self.scrollable_content_region.height
        for place in range(top, min(bottom, len(self.folds.visible))):
            yield Landing(Offset(0, place - top), partial(self._land, place))

    def _land(self, place: int) -> None:
        self.focus()
        self.cursor = place

    def on_click(self, event: events.Click) -> None:
        """Go to the row; on its marker fold or unfold it; with a second click, open it."""
        offset = event.get_content_offset(self)
        if offset is None or self._lines is None or self.was_dragged:
            return
        place = offset.y + self.scroll_offset.y
        if place >= len(self.folds.visible):
            return
        event.stop()
        row = self.folds.visible[place]
        self.cursor = place
        if offset.x in self._lines.marker(row):
            self.toggle(row)
        elif event.chain == 2 and row == self._clicked:
            self._opened(row)
        self._clicked = row

    def tip(self, at: Offset) -> str:
        """What a sign, a number or a cut text in a row stands for."""
        place = at.y + self.scroll_offset.y
        if self._lines is None or place >= len(self.folds.visible):
            return ""
        return row_tip(self._lines, self.folds.visible[place], at.x)
