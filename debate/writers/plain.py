"""Lines of plain text, wrapped by the terminal cells that they take."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from debate.model.text import many_lines, one_line

#: Columns of text; what reads well, and what every terminal has.
WIDTH = 79

#: However deep the indent, this much of a line is text.
_LEAST = 20

_BLANKS = re.compile(r"[ \t\n\r\f\v]+")  # a no-break space is none


def block(text: str, first: str = "", rest: str | None = None, width: int = WIDTH) -> str:
    """``text`` as lines of at most ``width`` cells, each ended by a newline.

    The first line begins with ``first``, the others with ``rest``, which is as many blanks as
    ``first`` is wide if not given. A word longer than a line is broken.
    """
    if not first.isprintable():
        first = "".join(filter(str.isprintable, first))
    rest = " " * cells(first) if rest is None else rest
    lines = _lines(one_line(text), width - cells(first), max(_LEAST, width - cells(rest)))
    return "".join(
        f"{rest if number else first}{line}".rstrip() + "\n" for number, line in enumerate(lines)
    )


def paragraphs(text: str, indent: str = "", width: int = WIDTH) -> str:
    """Text of several lines: each wrapped by itself, blank lines kept."""
    return "".join(block(line, indent, width=width) for line in many_lines(text).split("\n"))


def heading(title: str, rule: str, width: int = WIDTH) -> str:
    """A title above a line of ``rule`` as wide as it."""
    lines = block(title, width=width)
    return lines + rule * max(cells(line) for line in lines.split("\n")) + "\n"


def cells(text: str) -> int:
    """How many terminal cells ``text`` takes: wide characters two, combining ones none."""
    return len(text) if text.isascii() else sum(map(_cells, text))


@cache
def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _lines(text: str, first: int, rest: int) -> Iterator[str]:
    """The words of ``text`` in lines of ``first``, then ``rest``, cells; at least one line."""
    line: list[str] = []
    room = first
    for word in _pieces(text, rest):
        width = cells(word) + bool(line)
        if width > room and (line or room < rest):
            yield " ".join(line)
            line, room, width = [], rest, cells(word)
        line.append(word)
        room -= width
    yield " ".join(line)


def _pieces(text: str, most: int) -> Iterator[str]:
    """The words of ``text``, those wider than ``most`` cells in pieces."""
    for word in _BLANKS.split(text):
        if cells(word) <= most:
            yield word
            continue
        start, width = 0, 0
        for at, character in enumerate(word):
            if width + _cells(character) > most:
                yield word[start:at]
                start, width = at, 0
            width += _cells(character)
        yield word[start:]
