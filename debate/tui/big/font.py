"""The letters: dots on a grid, with marks such as accents put over or under the bare letter.

Drawn for this program, in ``letters.txt``: seven dots high, five where a letter has no ascender,
and two below the line. What the font has not is not guessed: :func:`letter` returns None.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files
from typing import NamedTuple

#: Dots from the top of one line to the top of the next.
PITCH = 10

#: The row on which marks under a letter begin.
_UNDER = 7


class Letter(NamedTuple):
    """A letter: its width in dots, and the dots (column, row); accents have rows below 0."""

    width: int
    dots: frozenset[tuple[int, int]]


#: Marks by their combining character: the rows of a picture, and whether it stands under a letter.
_MARKS: dict[str, tuple[tuple[str, ...], bool]] = {
    "\u0300": (("#.", ".#"), False),
    "\u0301": ((".#", "#."), False),
    "\u0302": ((".#.", "#.#"), False),
    "\u0303": ((".#.#", "#.#."), False),
    "\u0304": (("###",), False),
    "\u0306": (("#.#", ".#."), False),
    "\u0307": (("#",), False),
    "\u0308": (("#.#",), False),
    "\u030a": ((".#.", "#.#", ".#."), False),
    "\u030b": ((".#.#", "#.#."), False),
    "\u030c": (("#.#", ".#."), False),
    "\u0323": ((".", "#"), True),
    "\u0326": ((".#", "#."), True),
    "\u0327": ((".#", "#."), True),
    "\u0328": (("#.", ".#"), True),
}

#: What is drawn as something else that says the same.
_SAME = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": ",", "‛": "'", "“": '"', "”": '"', "„": '"', "«": "<<", "»": ">>",
        "‹": "<", "›": ">", "…": "...", "‐": "-", "‑": "-", "−": "-", "•": "·", "×": "x",
        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u200e": None, "\u200f": None, "\u00ad": None,
    }
)  # fmt: skip


def plain(text: str) -> str:
    """The text in the characters that are drawn: straight quotes for curly ones, and the like."""
    return unicodedata.normalize("NFC", text.translate(_SAME))


@cache
def letter(character: str) -> Letter | None:
    """How a character of :func:`plain` text is drawn; None where the font has it not."""
    base, *marks = list(unicodedata.normalize("NFD", character))
    if marks and base in "ij":
        base = "ı" if base == "i" else base
    drawn = _table().get(base)
    if drawn is None or any(mark not in _MARKS for mark in marks):
        return None
    for mark in marks:
        drawn = _marked(drawn, base, mark)
    return drawn


def _marked(drawn: Letter, base: str, mark: str) -> Letter:
    picture, under = _MARKS[mark]
    width = max(drawn.width, len(picture[0]))
    shift = (width - drawn.width) // 2
    left = (width - len(picture[0])) // 2
    top = min(y for _, y in drawn.dots) - 1 - len(picture)
    if under:
        top = _UNDER
    elif base == "A" and mark == "\u030a":
        top = -2  # the ring is closed by the tip of the letter
    over = {
        (left + x, top + y)
        for y, row in enumerate(picture)
        for x, dot in enumerate(row)
        if dot == "#"
    }
    return Letter(width, frozenset({(x + shift, y) for x, y in drawn.dots} | over))


@cache
def _table() -> dict[str, Letter]:
    """The letters of the file: blocks of a line of characters and the rows of their pictures."""
    found = {" ": Letter(2, frozenset())}
    text = (files(__package__) / "letters.txt").read_text("utf-8")
    for block in text.split("\n\n"):
        names, *rows = (line.split() for line in block.splitlines())
        for number, name in enumerate(names):
            picture = [row[number] for row in rows]
            dots = {
                (x, y) for y, row in enumerate(picture) for x, dot in enumerate(row) if dot == "#"
            }
            found[name] = Letter(len(picture[0]), frozenset(dots))
    return found
