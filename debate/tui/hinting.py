"""Keys as they are written for people, read back: a click on a hint does what its key does.

A hint begins with its keys ("Enter goes there", "Tab or Space ticks", "↑ ↓ move"); hints stand in
one line between " · " or wide gaps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from textual import events
from textual.app import App
from textual.keys import _character_to_key

#: How keys are drawn that are not written as Textual names them.
_NAMES = {
    "Esc": "escape", "Enter": "enter", "Space": "space", "Tab": "tab", "Del": "delete",
    "PgUp": "pageup", "PgDn": "pagedown", "Home": "home", "End": "end", "Backspace": "backspace",
    "⏎": "enter", "⌫": "backspace", "↑": "up", "↓": "down", "←": "left", "→": "right", "−": "-",
}  # fmt: skip

_MODIFIED = re.compile(r"(ctrl|shift|alt)\+(.+)", re.IGNORECASE)
_FUNCTION = re.compile(r"[Ff]\d{1,2}")

#: What stands between hints: a dot, a wide gap, the line of a border.
_BETWEEN = re.compile(r" · |\s{2,}|[─━╭╮╰╯│|]+")


def key(drawn: str) -> events.Key | None:
    """The press of a key by how it is drawn; None where that is no key."""
    if modified := _MODIFIED.fullmatch(drawn):
        plain = key(modified[2])
        return events.Key(f"{modified[1].lower()}+{plain.key}", None) if plain else None
    drawn = _NAMES.get(drawn, drawn)
    if drawn in _NAMES.values() and len(drawn) > 1:
        return events.Key(drawn, " " if drawn == "space" else None)
    if len(drawn) == 1:
        return events.Key(_character_to_key(drawn), drawn)
    return events.Key(drawn.lower(), None) if _FUNCTION.fullmatch(drawn) else None


def send(app: App[Any], press: events.Key) -> None:
    """Press a key.

    The app makes the event: one that is made in a widget's turn would not come to that widget.
    """
    app.call_later(lambda: app.post_message(events.Key(press.key, press.character)))


def key_at(line: str, place: int) -> events.Key | None:
    """The press that the hint at a character of a line tells of.

    Where several keys are told, it is the one that the place is on, else the first.
    """
    for start, hint in _hints(line):
        if start <= place < start + len(hint):
            found = _leading(hint)
            on = [press for at, press in found if at.start() <= place - start < at.end()]
            return next(iter([*on, *(press for _, press in found)]), None)
    return None


def _hints(line: str) -> Iterator[tuple[int, str]]:
    """The hints of a line, and where each begins."""
    start = 0
    for between in _BETWEEN.finditer(line):
        if between.start() > start:
            yield start, line[start : between.start()]
        start = between.end()
    yield start, line[start:]


def _leading(hint: str) -> list[tuple[re.Match[str], events.Key]]:
    """The keys that a hint begins with, and where each stands."""
    found: list[tuple[re.Match[str], events.Key]] = []
    for word in re.finditer(r"\S+", hint):
        if word[0] == "or" and found:
            continue
        if (press := key(word[0])) is None:
            break
        found.append((word, press))
    return found


def starts(line: str) -> list[tuple[int, events.Key]]:
    """Where the hints of a line begin, and the first key of each."""
    found = []
    for start, hint in _hints(line):
        if keys := _leading(hint):
            found.append((start + keys[0][0].start(), keys[0][1]))
    return found
