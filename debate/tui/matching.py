"""Finding words in texts, without regard to case or to how a character is composed.

Every word of a query must stand somewhere in the text. No fuzzy matching: it is combinatorial, and
nobody knows why it found what it found.
"""

from __future__ import annotations

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


def highlight(text: str, query: list[str], style: str) -> Content:
    """``text`` with every place where a word of ``query`` stands in a style."""
    content = Content(text)
    folded, origin = _folded_by_character(content.plain)
    for word in query:
        at = folded.find(word)
        while at >= 0:
            content = content.stylize(style, origin[at], origin[at + len(word) - 1] + 1)
            at = folded.find(word, at + len(word))
    return content


def _folded_by_character(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place of the one it came from.

    Composed characters whose parts are several in ``text`` are not found here; they only miss the
    highlight.
    """
    folded: list[str] = []
    origin: list[int] = []
    for place, character in enumerate(text):
        for part in fold(character):
            folded.append(part)
            origin.append(place)
    return "".join(folded), origin
