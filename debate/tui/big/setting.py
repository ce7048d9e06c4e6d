"""Text set in large letters: wrapped evenly, centred, and drawn with half blocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from debate.tui.big.font import PITCH, letter, plain

#: A cell by which of its two dots are set: none, the upper, the lower, both.
_BLOCKS = " ▀▄█"

#: What ends a page of a text that goes on.
_ON = " ..."

#: Nobody reads a text of more letters than this from the back of a room.
_MOST = 400


def large(text: str, width: int, height: int, scale: int = 1) -> list[str] | None:
    """The text as at most ``height`` rows of at most ``width`` cells, a dot ``scale`` cells wide.

    None where the font lacks a character, or where the text does not fit: then it is to be shown
    in the terminal's own letters.
    """
    text = plain(text)
    bare = text.replace("\n", " ")
    if not bare.strip() or len(text) > _MOST or any(letter(each) is None for each in bare):
        return None
    lines = paragraphs(text, width // scale, _extent)
    if lines is None:
        return None
    dots = _dots(lines, width // scale)
    top = min(0, min(y for _, y in dots))
    rows = -(-(max(y for _, y in dots) + 1 - top) * scale // 2)
    if rows > height:
        return None
    return _blocks({(x, y - top) for x, y in dots}, width, rows, scale)


def spread(text: str, width: int, height: int, most: int) -> list[list[str]] | None:
    """The text over as few pages as it takes, at most ``most``, each as :func:`large` has it.

    All pages but the last end in dots. None where the font lacks a character, a word is wider than
    a page, or there would be more pages.
    """
    text = plain(text)
    lines = paragraphs(text, width - _extent(_ON), _extent)
    for each in range(len(lines or ()), 0, -1):
        count = -(-len(lines or ()) // each)
        if count > most:
            return None
        pages = _leaves(lines or [], count, width, height)
        if all(page is not None for page in pages):
            return [page for page in pages if page is not None]
    return None


def _leaves(lines: list[str], count: int, width: int, height: int) -> list[list[str] | None]:
    """So many lines as equal pages as can be."""
    ends = [len(lines) * number // count for number in range(count + 1)]
    texts = ["\n".join(lines[start:end]) for start, end in pairwise(ends)]
    return [large(text + _ON * (text is not texts[-1]), width, height) for text in texts]


def paragraphs(text: str, width: int, extent: Callable[[str], int]) -> list[str] | None:
    """The lines of a text of which each line is a paragraph; otherwise as :func:`even`."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        if words := paragraph.split():
            set_in = even(words, width, extent)
            if set_in is None:
                return None
            lines += set_in
    return lines


def even(words: Sequence[str], width: int, extent: Callable[[str], int]) -> list[str] | None:
    """The words in as few lines as ``width`` allows, and those as equal as they can be.

    ``extent`` measures a line, in the unit of ``width``. None where a word is too wide.
    """
    lines = _greedy(words, width, extent)
    if lines is None:
        return None
    narrow, wide = max(map(extent, words)), width
    while narrow < wide:  # the narrowest width that takes no more lines
        middle = (narrow + wide) // 2
        tried = _greedy(words, middle, extent)
        if tried is not None and len(tried) <= len(lines):
            wide, lines = middle, tried
        else:
            narrow = middle + 1
    return lines


def _greedy(words: Sequence[str], width: int, extent: Callable[[str], int]) -> list[str] | None:
    lines: list[str] = []
    for word in words:
        if extent(word) > width:
            return None
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and extent(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _extent(line: str) -> int:
    """Dots from the first to the last of a line."""
    widths = [drawn.width + 1 for character in line if (drawn := letter(character))]
    return max(0, sum(widths) - 1)


def _dots(lines: Sequence[str], width: int) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    for number, line in enumerate(lines):
        left = (width - _extent(line)) // 2
        for character in line:
            if drawn := letter(character):
                found |= {(left + x, number * PITCH + y) for x, y in drawn.dots}
                left += drawn.width + 1
    return found


def _blocks(dots: set[tuple[int, int]], width: int, rows: int, scale: int) -> list[str]:
    def dot(x: int, y: int) -> bool:
        return (x // scale, y // scale) in dots

    return [
        "".join(_BLOCKS[dot(x, 2 * y) + 2 * dot(x, 2 * y + 1)] for x in range(width)).rstrip()
        for y in range(rows)
    ]
