"""Finding words in texts, without regard to case or to how a character is composed.

Every word of a query must stand somewhere in the text. No fuzzy matching: it is combinatorial, and
nobody knows why it found what it found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import normalize

from textual.content import Content


def fold(text: str) -> str:
    """``text`` as it is compared: caseless, compatibility characters unified (Unicode, D146)."""
    if text.isascii():
        return text.lower()
    return normalize("NFKC", normalize("NFKC", text).casefold())


def words(query: str) -> list[str]:
    """The words that are looked for; the longest first, since it rules out most."""
    return sorted(set(fold(query).split()), key=len, reverse=True)


def highlight(text: str, query: Sequence[str], style: str) -> Content:
    """``text`` with every place where a word of ``query`` stands in a style."""
    content = Content(text)
    for start, end in places(content.plain, query):
        content = content.stylize(style, start, end)
    return content


def places(text: str, query: Sequence[str]) -> list[tuple[int, int]]:
    """Where the words of ``query`` stand in ``text``: spans in order, none touching another.

    A character composed of several in ``text`` may be found by :func:`fold` and not here: it then
    only misses the highlight.
    """
    folded: list[str] = []
    origin: list[int] = []
    for place, character in enumerate(text):
        for part in fold(character):
            folded.append(part)
            origin.append(place)
    whole = "".join(folded)
    lit = ["."] * len(text)
    for word in query:
        at = whole.find(word)
        while at >= 0:
            start, end = origin[at], origin[at + len(word) - 1] + 1
            lit[start:end] = "#" * (end - start)
            at = whole.find(word, at + len(word))
    return [match.span() for match in re.finditer("#+", "".join(lit))]
