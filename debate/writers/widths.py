"""How wide text is in a sans-serif font that is not known: never less than it will be.

Widths are in ems, the larger of what common fonts take (DejaVu Sans is the widest of them), so that
text that is wrapped by them stays in its box whatever font a reader has.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

_GROUPS = {
    "ijl'|.,:;!` ": 0.36,
    'fItr()[]{}/\\-"*': 0.47,
    "acekosvxyz?J": 0.64,
    "bdghnpqu0123456789_$FLE": 0.66,
    "TPRSKBXYZACV": 0.74,
    "DGHNUOQ&w": 0.84,
    "mM%W@#<>+=~^": 1.02,
}
_WIDTHS = {char: width for chars, width in _GROUPS.items() for char in chars}

#: Of what is in no group: a letter of another alphabet, and what takes a full square.
_OTHER, _SQUARE = 0.9, 1.25

#: Bold letters are wider.
BOLD = 1.12


@cache
def _width(char: str) -> float:
    if (known := _WIDTHS.get(char)) is not None:
        return known
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(char) in "WF" or ord(char) > 0xFFFF:
        return _SQUARE
    base = unicodedata.normalize("NFD", char)[0]
    return _WIDTHS.get(base, _OTHER)


@lru_cache(20_000)
def _word(text: str) -> float:
    return sum(map(_width, text))


def width(text: str, size: float = 1) -> float:
    """How wide a text is at most, in the unit of the font's ``size``."""
    return sum(map(_width, text)) * size


def wrap(text: str, room: float, size: float, most: int) -> list[str]:
    """A text in at most ``most`` lines no wider than ``room``; an ellipsis where that cuts it."""
    lines: list[str] = []
    line, used = "", 0.0
    blank = width(" ", size)
    for word, wide in _pieces(text, room, size):
        if line and used + blank + wide > room:
            lines.append(line)
            line, used = "", 0.0
            if len(lines) == most:
                lines[-1] = cut(f"{lines[-1]} {word}", room, size, always=True)
                return lines
        line, used = (f"{line} {word}", used + blank + wide) if line else (word, wide)
    return [*lines, line] if line else lines


def cut(text: str, room: float, size: float, *, always: bool = False) -> str:
    """As much of a text as fits with an ellipsis; all of it where it fits, unless ``always``."""
    if not always and width(text, size) <= room:
        return text
    used, end = width("…", size), 0
    for end, char in enumerate(text):  # noqa: B007 (where it stops is what is wanted)
        used += _width(char) * size
        if used > room:
            break
    else:
        end = len(text)
    return f"{text[:end].rstrip()}…"


def _pieces(text: str, room: float, size: float) -> Iterator[tuple[str, float]]:
    """The words of a text with their widths, those that are too wide in pieces."""
    for word in text.split():
        if (whole := _word(word) * size) <= room:
            yield word, whole
            continue
        start, used = 0, 0.0
        for at, char in enumerate(word):
            wide = _width(char) * size
            if used + wide > room and at > start:
                yield word[start:at], used
                start, used = at, 0.0
            used += wide
        yield word[start:], used
