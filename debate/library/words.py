"""From what somebody types to what an index is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import combining, normalize

#: More words, and longer ones, nobody types; whoever pastes a page waits for no answer.
_MOST, _LONGEST = 24, 100

_WORD = re.compile(r"\w")


def words(text: str) -> list[str]:
    """The words that are looked for, as they were typed; signs alone are none."""
    found = [word for word in text.replace("\0", " ").split() if _WORD.search(word)]
    return [word[:_LONGEST] for word in found[:_MOST]]


def query(text: str) -> str:
    """A query in the language of SQLite's FTS5: every word, the last one as it begins.

    Each word is quoted, so that none is taken for a column or an operator. "" asks for nothing. A
    space after the last word says that it is complete.
    """
    quoted = ['"' + word.replace('"', '""') + '"' for word in words(text)]
    if quoted and not text[-1].isspace():
        quoted[-1] += "*"
    return " ".join(quoted)


def fold(text: str) -> str:
    """A text without case, accents and the ways to compose a character."""
    if text.isascii():
        return text.lower()
    plain = normalize("NFKD", text.casefold())
    return "".join(character for character in plain if not combining(character))


def spans(text: str, query: Sequence[str]) -> list[tuple[int, int]]:
    """Where folded words stand in a text, wherever in a word: spans in order, none overlapping."""
    folded: list[str] = []
    origin: list[int] = []
    for place, character in enumerate(text):
        for part in fold(character):
            folded.append(part)
            origin.append(place)
    whole = "".join(folded)
    lit = bytearray(len(text))
    for word in query:
        at = whole.find(word)
        while at >= 0 and word:
            for place in range(origin[at], origin[at + len(word) - 1] + 1):
                lit[place] = 1
            at = whole.find(word, at + len(word))
    return [match.span() for match in re.finditer(b"\x01+", bytes(lit))]
