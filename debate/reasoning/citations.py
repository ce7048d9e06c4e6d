"""Citations against a copy of their source: does the paragraph exist, and does it hold the words?

A citation's words mean their first occurrence in the source, for that is where a browser opens it.
Words that stand in the cited paragraph but also before it are thus not at the cited place.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from debate.model import Citation, Debate

Result = Literal["found", "elsewhere", "missing"]


@dataclass(slots=True, frozen=True)
class CitationResult:
    """What came of one citation; ``message`` says what is wrong, and is empty where it is found.

    ``row`` is the claim's, -1 for the outcome; ``name`` the claim's name, or "outcome".
    ``paragraph`` is the cited number, several as a tuple, None where none is cited.
    """

    row: int
    name: str
    citation: Citation
    paragraph: int | tuple[int, ...] | None
    words: str | None
    result: Result
    message: str = ""


def check_citations(debate: Debate, source_id: str, text: str) -> list[CitationResult]:
    """Check every citation of ``source_id`` against ``text``, in reading order, the outcome last.

    Paragraphs are the blocks between blank lines, the headline being 0. "found": all that is cited
    is there; "elsewhere": the words first occur in a paragraph that is not cited; "missing": the
    words do not occur, or a cited paragraph does not exist. Words match whole and character by
    character, white space aside. Linear in the citations, times the text for each new anchor.
    """
    source = _Text(text)
    return [
        CitationResult(
            row,
            name,
            citation,
            _plain(citation.paragraph),
            citation.words,
            *_check(source, citation),
        )
        for row, name, citation in _citations(debate)
        if citation.source == source_id
    ]


def _citations(debate: Debate) -> Iterator[tuple[int, str, Citation]]:
    for row, claim in enumerate(debate.claims):
        for citation in claim.cite:
            yield row, debate.name(row), citation
    for citation in debate.outcome.cite if debate.outcome else ():
        yield -1, "outcome", citation


def _plain(paragraphs: tuple[int, ...]) -> int | tuple[int, ...] | None:
    return paragraphs[0] if len(paragraphs) == 1 else paragraphs or None


def _check(source: _Text, citation: Citation) -> tuple[Result, str]:
    """The result, and what is wrong."""
    for number in citation.paragraph:
        if not 0 <= number < source.count:
            return "missing", f"there is no ¶ {number}; the last is ¶ {source.count - 1}"
    words = _spaced(citation.words or "")
    if not words:
        return "found", ""
    first = source.first(words)
    if first is None:
        return "missing", source.near_miss(words)
    if not citation.paragraph or first in citation.paragraph:
        return "found", ""
    if any(source.holds(number, words) for number in citation.paragraph):
        return "elsewhere", f"¶ {first} has the same words earlier; add a word to tell them apart"
    return "elsewhere", f"the words stand in ¶ {first}"


class _Text:
    """A source's paragraphs, searched as one text; equal searches are made once."""

    def __init__(self, text: str) -> None:
        blocks = re.split(r"\n\s*\n", re.sub(r"\r\n?", "\n", text).strip())
        self._paragraphs = [_spaced(block) for block in blocks if block]
        self._text = "\n".join(self._paragraphs)  # no anchor holds a line break
        lengths = (len(paragraph) + 1 for paragraph in self._paragraphs)
        self._starts = list(accumulate(lengths, initial=0))[:-1]
        self._found: dict[str, int | None] = {}
        self._folded: str | None = None

    @property
    def count(self) -> int:
        return len(self._paragraphs)

    def first(self, words: str) -> int | None:
        """The paragraph in which ``words`` first occur."""
        if words not in self._found:
            at = _find(self._text, words)
            self._found[words] = None if at < 0 else bisect_right(self._starts, at) - 1
        return self._found[words]

    def holds(self, paragraph: int, words: str) -> bool:
        return _find(self._paragraphs[paragraph], words) >= 0

    def near_miss(self, words: str) -> str:
        """Why words are not there: they almost are, or not at all."""
        if self._folded is None:
            self._folded = _fold(self._text)
        at = _find(self._folded, _fold(words))
        if at < 0:
            return "the words do not occur"
        paragraph = self._folded.count("\n", 0, at)
        return (
            f"¶ {paragraph} has the words with other quotes, dashes or capitals; copy them exactly"
        )


def _spaced(text: str) -> str:
    return " ".join(text.split())


#: Characters that are easily taken for each other, folded into one.
_LOOKALIKES = str.maketrans("‘’‚‛“”„‟«»`´‐‑‒–—―−", "''''" + '"' * 6 + "''" + "-" * 7)


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_LOOKALIKES).casefold()


def _find(text: str, words: str) -> int:
    """Where ``words`` first stand whole in ``text``; -1 if nowhere."""
    at = text.find(words)
    while at >= 0:
        if _whole(text, at, at + len(words)):
            return at
        at = text.find(words, at + 1)
    return -1


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a word neither begins before ``start`` nor goes on after ``end``.

    An apostrophe between letters is part of the word (Unicode Annex 29): "don" is not in "don't".
    """
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    begins_inside = _is_letter(text[start : start + 1]) and _reaches(before[::-1])
    return not begins_inside and not (_is_letter(text[end - 1 : end]) and _reaches(after))


def _reaches(beside: str) -> bool:
    """Whether the word goes on into the characters beside it, the nearest first."""
    return _is_letter(beside[:1]) or (beside[:1] in ("'", "’") and _is_letter(beside[1:]))


def _is_letter(character: str) -> bool:
    return (
        character.isalnum() or character == "_" or unicodedata.category(character or " ")[0] == "M"
    )
