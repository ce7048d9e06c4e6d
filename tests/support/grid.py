"""What an app shows, cell by cell, written small: the text, then each line's runs of styles."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from string import ascii_letters

from rich.style import Style
from textual._context import visible_screen_stack
from textual.app import App
from textual.strip import Strip

_FLAGS = ("bold", "dim", "italic", "underline", "reverse", "strike")


def strips(app: App[None]) -> list[Strip]:
    """The lines of the whole screen as they are painted."""
    visible_screen_stack.set(app._background_screens)
    return [strip.simplify() for strip in app.screen._compositor.render_strips()]


def text(app: App[None]) -> str:
    """What can be read on it."""
    return "".join(f"{line.text.rstrip()}\n" for line in strips(app))


def styles(app: App[None]) -> str:
    """How it is painted: each line as letters for styles with their lengths, and what they mean.

    A line painted as the one before it is a dash.
    """
    letters: dict[str, str] = {}
    lines = []
    for line in strips(app):
        runs = groupby(
            named for segment in line for named in [_named(segment.style)] * segment.cell_length
        )
        lines.append("".join(f"{_letter(letters, style)}{len([*run])}" for style, run in runs))
    short = [
        "-" if number and line == lines[number - 1] else line for number, line in enumerate(lines)
    ]
    meant = [f"{letter} {style}" for style, letter in letters.items()]
    return "".join(f"{line}\n" for line in [*short, *meant])


def _letter(letters: dict[str, str], style: str) -> str:
    if style not in letters:
        number = len(letters)
        again, at = divmod(number, len(ascii_letters))
        letters[style] = ascii_letters[at] + "'" * again
    return letters[style]


def _named(style: Style | None) -> str:
    if style is None:
        return "plain"
    colours: Iterable[str] = (
        colour.triplet.hex if colour and colour.triplet else colour.name if colour else "default"
        for colour in (style.color, style.bgcolor)
    )
    return " ".join([*colours, *(flag for flag in _FLAGS if getattr(style, flag))])
