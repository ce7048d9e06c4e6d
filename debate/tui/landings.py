"""Where one can go on a screen, for the jump overlay: every place gets a label of a letter or two.

A widget offers its places with a method ``landings()``; one without it that can have the focus is
itself a place. Letters of the home row come first, and no label begins another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

from textual.geometry import Offset, Region
from textual.screen import Screen
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.widgets import OptionList

#: The letters of labels, those that are typed with the least effort first.
LETTERS = "asdfghjklqwertyuiopzxcvbnm"


class Landing(NamedTuple):
    """A place, from the corner of its widget's content, and what goes there; that may be awaited.

    ``plain`` is for what has a key of its own: others get the shorter labels.
    """

    at: Offset
    go: Callable[[], object]
    plain: bool = False


@runtime_checkable
class Lands(Protocol):
    """A widget with places."""

    def landings(self) -> Iterable[Landing]:
        """The places in sight."""


def collect(screen: Screen[object]) -> list[Landing]:
    """All places in sight on a screen, in cells of the screen; no two on one cell."""
    found: dict[Offset, Landing] = {}
    for widget in (*screen.walk_children(Widget), screen):
        if not widget.is_on_screen or not widget.visible or not widget.display:
            continue
        region = widget.content_region
        for place in _places(widget):
            at = region.offset + place.at
            if _seen(screen, widget, at):
                found.setdefault(at, place._replace(at=at))
    return list(found.values())


def _places(widget: Widget) -> Iterable[Landing]:
    """The places of a widget, of ours and of Textual's own."""
    from textual.widgets import Button, OptionList  # not before somebody wants to go there

    if isinstance(widget, Lands):
        yield from widget.landings()
    elif isinstance(widget, OptionList):
        yield from _options(widget)
    elif isinstance(widget, Button):
        if not widget.disabled:
            yield Landing(Offset(0, 0), widget.press)
    elif widget.focusable:
        yield Landing(Offset(0, 0), widget.focus)


def _options(options: OptionList) -> Iterable[Landing]:
    """The options in sight: going there chooses one, as a click does."""

    def choose(number: int) -> None:
        options.focus()
        options.highlighted = number
        options.action_select()

    top = options.scroll_offset.y
    for number, line in options._index_to_line.items():
        if top <= line and not options.get_option_at_index(number).disabled:
            yield Landing(Offset(0, line - top), partial(choose, number))


def _seen(screen: Screen[object], widget: Widget, at: Offset) -> bool:
    """Whether a cell of a widget is not outside the window or what the widget scrolls in."""
    window = Region(0, 0, *screen.size)
    visible = screen.find_widget(widget).visible_region
    return window.contains_point(at) and visible.contains_point(at)


def labelled(landings: list[Landing]) -> dict[str, Landing]:
    """A label for each place: one letter, or two where there are more places than letters."""
    ordered = sorted(landings, key=lambda landing: landing.plain)
    count, letters = len(ordered), len(LETTERS)
    firsts = 0 if count <= letters else min(letters, -(-(count - letters) // (letters - 1)))
    short, long = LETTERS[: letters - firsts], LETTERS[letters - firsts :]
    labels = [*short, *(first + second for first in long for second in LETTERS)]
    return dict(zip(labels, ordered, strict=False))
