"""A scrolling page of text with places to go to: the ground of the overview and the comparison."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from functools import partial
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.actions import SkipAction
from textual.binding import BindingType
from textual.geometry import Offset, Region
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style

from debate.tui import hinting
from debate.tui.actions import bindings
from debate.tui.clipboard import copy_selection
from debate.tui.landings import Landing
from debate.tui.looks import look
from debate.tui.pages.glossary import of_sign
from debate.tui.pages.sheet import Column, Direction, Sheet, Spot, nearest
from debate.tui.widgets.lines import Lines, piece, place

#: Stands left of the current spot, so that it is seen without colour too.
_MARK = "▌"

#: What stands left of texts and is not copied with them.
_MARGIN = " ┃▌"

#: Rows scrolled where there is nothing to go to, and rows that two windows share when leafing.
_STEP = 2


class PagePlace(NamedTuple):
    """Where one is on a page: what the cursor points to, and the lines scrolled."""

    target: Hashable | None
    scrolled: int


class Page(Lines, can_focus=True):
    """What ``build`` lays out for a width, with a cursor that moves from spot to spot.

    Only the lines in sight are ever rendered. ``build`` is called again when the width changes and
    when :meth:`rebuild` asks for it; the cursor stays on what it pointed to.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("page")]

    class Reached(Message):
        """The cursor has come to another target."""

        def __init__(self, target: Hashable) -> None:
            self.target = target
            super().__init__()

    class Chosen(Message):
        """A target was opened: with Enter, or ``clicked``, with a second click ``twice``."""

        def __init__(self, target: Hashable, clicked: bool = False, twice: bool = False) -> None:
            self.target = target
            self.clicked = clicked
            self.twice = twice
            super().__init__()

    def __init__(
        self,
        build: Callable[[int], Sheet],
        *,
        id: str | None = None,
        begin: PagePlace | None = None,
    ) -> None:
        super().__init__(id=id)
        self._build = build
        self._begin = begin
        self._sheet = Sheet(1)
        self._current = 0
        self._clicked: Hashable = None
        self._strips: dict[int, Strip] = {}
        self._styles: dict[str, Style] = {}

    # ------------------------------------------------------------------ laying out

    def rebuild(self) -> None:
        """Lay the page out anew; the cursor stays on its target, wherever that now stands."""
        target = spot.target if (spot := self.spot) else None
        width = self.scrollable_content_region.width
        if width < 1:
            return
        self._sheet = self._build(width)
        spots = self._sheet.spots
        same = [number for number, spot in enumerate(spots) if spot.target == target]
        self._current = min(same, key=lambda number: abs(number - self._current), default=0)
        self._strips.clear()
        self.set_lines(len(self._sheet.lines))

    def on_resize(self) -> None:
        """Lay out for another width, and keep the cursor in sight at another height."""
        fresh = not self._sheet.lines
        if self.scrollable_content_region.width != self._sheet.width:
            self.rebuild()
        if self._begin is not None and self._sheet.lines:
            self._resume(self._begin)
        elif not fresh:
            self._show_current()

    def place(self) -> PagePlace:
        """Where one is, for another page to begin there."""
        if self._begin is not None:
            return self._begin
        return PagePlace(spot.target if (spot := self.spot) else None, self.scroll_offset.y)

    def _resume(self, place: PagePlace) -> None:
        """Begin where one was on the page before this one."""
        self._begin = None
        self.point(place.target, show=False)
        self.scroll_to(y=place.scrolled, animate=False, force=True)

    def notify_style_update(self) -> None:
        """Forget the lines that were rendered in the old colours."""
        super().notify_style_update()
        self._strips.clear()
        self._styles.clear()

    def draw_line(self, y: int) -> Strip:
        """Line ``y`` of the window, from the cache unless it changed."""
        y += self.scroll_offset.y
        if (strip := self._strips.get(y)) is None:
            strip = self._strips[y] = self._drawn(y)
        return strip

    def _drawn(self, y: int) -> Strip:
        if y >= len(self._sheet.lines):
            return Strip.blank(self._sheet.width, self.visual_style.rich_style)
        strip = self._styled(y, self.visual_style)
        spot = self.spot if self.shows_cursor else None
        if spot is None or not spot.region.y <= y < spot.region.bottom:
            return strip
        under = self.visual_style + self._style("cursor")
        mark = under + self._style("mark")
        left, right = spot.region.x, spot.region.right
        return Strip.join(
            [
                strip.crop(0, max(0, left - 1)),
                Strip([Segment(_MARK, mark.rich_style)] if left else []),
                self._styled(y, under).crop(left, right),
                strip.crop(right),
            ]
        )

    def _styled(self, y: int, under: Style) -> Strip:
        """Line ``y`` as wide as the page, drawn on a style."""
        parts = self._sheet.lines[y].render(under, end="", parse_style=self._style)
        strip = Strip([Segment(text, style.rich_style) for text, style in parts])
        return strip.adjust_cell_length(self._sheet.width, under.rich_style)

    def _style(self, name: str | Style) -> Style:
        """What a sheet's name for a style means under the current theme."""
        if isinstance(name, Style):
            return name
        if (style := self._styles.get(name)) is None:
            style = self._styles[name] = look(self.app, name)
        return style

    def selected(self, selection: Selection, lines: range) -> str:
        """What was wrapped is one line again, without the bars and indents of the page."""
        copied: list[str] = []
        column = self._column(selection)
        wrapped = self._sheet.wrapped if column is None else self._wrapped_in(column)
        for y in lines:
            text = self._sheet.lines[y].plain
            part = piece(text, self.span(selection, y))
            if y in wrapped and copied:
                copied[-1] = f"{copied[-1]} {part.lstrip(_MARGIN)}".rstrip()
            elif column is not None:
                copied.append(part)
            else:
                copied.append(part.lstrip("┃") if y == lines.start else part.removeprefix("  "))
        bars = (line.lstrip(_MARGIN) if line.lstrip().startswith("┃") else line for line in copied)
        return "\n".join(bars).strip("\n")

    def span(self, selection: Selection, y: int) -> tuple[int, int] | None:
        """The characters that are selected, of those in the column in which one began."""
        span, column = super().span(selection, y), self._column(selection)
        if span is None or column is None:
            return span
        parts = (each.region for each in self._like(column))
        if not any(region.y <= y < region.bottom for region in parts):
            return None
        text = self._sheet.lines[y].plain
        left = place(text, column.region.x)
        right = place(text, column.region.right)
        start, end = max(span[0], left), right if span[1] < 0 else min(span[1], right)
        return (start, end) if start < end else None

    def _column(self, selection: Selection) -> Column | None:
        """The column in which a selection began; None beside all columns."""
        if not self._sheet.columns:
            return None
        state, began = self.screen._select_state, selection.start
        if state is not None and state.start.content_widget is self:
            began = state.start.content_offset
        if began is None or began.y >= len(self._sheet.lines):
            return None
        x = cell_len(self._sheet.lines[began.y].plain[: began.x])
        return self._sheet.column_at(x, began.y)

    def _like(self, column: Column) -> Iterator[Column]:
        """A column, and what stands above and below it and is as wide."""
        at = column.region.x, column.region.width
        return (each for each in self._sheet.columns if (each.region.x, each.region.width) == at)

    def _wrapped_in(self, column: Column) -> set[int]:
        return {line for each in self._like(column) for line in each.wrapped}

    def tip(self, at: Offset) -> str:
        """What a sign means, or the whole of what is cut."""
        x, y = at.x, at.y + self.scroll_offset.y
        if y >= len(self._sheet.lines):
            return ""
        line = self._sheet.lines[y]
        at_text = place(line.plain, x)
        if at_text < len(line.plain):
            names = [str(s.style) for s in line.spans if s.start <= at_text < s.end]
            for name in reversed(names):
                if meaning := of_sign(line.plain[at_text], name):
                    return meaning
        return self._sheet.tip(x, y)

    def action_copy_selection(self) -> None:
        """Copy what is selected; without a selection the key means what it means elsewhere."""
        if not copy_selection(self.screen):
            raise SkipAction()

    # ------------------------------------------------------------------ the cursor

    @property
    def spot(self) -> Spot | None:
        """Where the cursor is; None on a page without spots."""
        spots = self._sheet.spots
        return spots[self._current] if self._current < len(spots) else None

    @property
    def shows_cursor(self) -> bool:
        """Whether the cursor is to be seen."""
        return True

    @property
    def spots(self) -> list[Spot]:
        """All spots of the page, in reading order."""
        return self._sheet.spots

    def point(self, target: Hashable, *, show: bool = True) -> None:
        """Go to the first spot that leads to a target; stay where there is none."""
        for number, spot in enumerate(self._sheet.spots):
            if spot.target == target:
                self._go(number, show=show)
                break

    def action_step(self, direction: Direction) -> None:
        """Go to the next spot in a direction; where there is none in reach, scroll.

        When the cursor has been scrolled out of sight, it comes to where one is looking.
        """
        spots, spot = self._sheet.spots, self.spot
        found = nearest(spots, spot.region, direction) if spot else None
        seen = self._in_sight()
        if seen and self._current not in seen:
            self._go(seen[-1] if direction == "up" else seen[0])
        elif found is not None and self._in_reach(spots[found].region):
            self._go(found)
        elif direction in ("up", "down"):
            self._scroll_by(_STEP if direction == "down" else -_STEP)

    def action_leaf(self, pages: int) -> None:
        """Scroll by so many windows, and take the cursor along."""
        self._scroll_by(pages * max(1, self.scrollable_content_region.height - _STEP))
        if seen := self._in_sight():
            self._go(seen[0], show=False)

    def action_end(self, end: str) -> None:
        """Go to the first or the last spot, and show that end of the page."""
        if self._sheet.spots:
            self._go(0 if end == "first" else len(self._sheet.spots) - 1)
        y = 0 if end == "first" else self.virtual_size.height
        self.scroll_to(y=y, animate=False, force=True)

    def action_open(self) -> None:
        """Open what the cursor is on; where it has not been seen yet, show it first."""
        if self.spot and self._current in self._in_sight():
            self.post_message(self.Chosen(self.spot.target))
        else:
            self._show_current()

    def landings(self) -> Iterator[Landing]:
        """The spots in sight, their labels left of their texts; the page itself without any."""
        top = self.scroll_offset.y
        spots = self._sheet.spots
        seen = self._in_sight()
        for number in seen:
            region = spots[number].region
            yield Landing(Offset(max(0, region.x - 2), region.y - top), partial(self._land, number))
        if not seen and self._sheet.lines:
            yield Landing(Offset(0, 0), self.focus)

    def _land(self, number: int) -> None:
        self.focus()
        self._go(number)
        self.post_message(self.Chosen(self._sheet.spots[number].target, clicked=True))

    def on_click(self, event: events.Click) -> None:
        """Go to the spot that was clicked, and open it."""
        offset = event.get_content_offset(self)
        if offset is None or self.was_dragged:
            return
        at = offset + self.scroll_offset
        for number, spot in enumerate(self._sheet.spots):
            if spot.region.contains_point(at):
                event.stop()
                # Where the first click led to another text, the second one means none of it.
                if event.chain == 1 or spot.target == self._clicked:
                    self._clicked = spot.target
                    self._go(number)
                    twice = event.chain > 1
                    self.post_message(self.Chosen(spot.target, clicked=True, twice=twice))
                return
        self._clicked = None
        if (press := self._key_at(at)) is not None:
            event.stop()
            hinting.send(self.app, press)

    def _key_at(self, at: Offset) -> events.Key | None:
        """The key that is named in a text where one clicked: the click is its press."""
        if at.y >= len(self._sheet.lines):
            return None
        line = self._sheet.lines[at.y]
        x = place(line.plain, at.x)
        for span in line.spans:
            if span.style == "key" and span.start <= x < span.end:
                return hinting.key_at(line.plain[span.start : span.end], x - span.start)
        return None

    def _go(self, number: int, show: bool = True) -> None:
        before = self.spot
        self._current = number
        spot = self._sheet.spots[number]
        for changed in (before, spot):
            if changed:
                for y in range(changed.region.y, changed.region.bottom):
                    self._strips.pop(y, None)
                self.refresh_lines(changed.region.y, changed.region.height)
        if show:
            self._show_current()
        if before is None or before.target != spot.target:
            self.post_message(self.Reached(spot.target))

    def _in_sight(self) -> list[int]:
        """The numbers of the spots that begin in the window."""
        top = self.scroll_offset.y
        bottom = top + self.scrollable_content_region.height
        return [n for n, spot in enumerate(self._sheet.spots) if top <= spot.region.y < bottom]

    def _in_reach(self, region: Region) -> bool:
        """Whether a step may jump there without skipping text nobody has seen."""
        window = self.scrollable_content_region.height
        top = self.scroll_offset.y
        return top - window <= region.y < top + 2 * window

    def _show_current(self) -> None:
        """Scroll as little as shows the current spot, and all above it when it is the first."""
        if (spot := self.spot) is None:
            return
        height = self.scrollable_content_region.height
        region = Region(0, spot.region.y, 1, spot.region.height)
        if self._current == 0 and region.bottom <= height:
            region = Region(0, 0, 1, region.bottom)
        window = Region(0, self.scroll_offset.y, 1, height)
        self._scroll_by(Region.get_scroll_to_visible(window, region).y)

    def _scroll_by(self, lines: int) -> None:
        # Forced, for right after laying out the page has no scrollbar yet and would not move.
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, force=True)
