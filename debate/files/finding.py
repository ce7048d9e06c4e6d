"""What is found wrong while a file is read, before its place is known."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from debate.model import Severity
from debate.model.text import one_line

#: A place in a file: a row of it, or "head", or "side" and which; then keys and numbers.
Spot = tuple[int | str, ...]


class OneSpot(dict[Spot, tuple[int, int]]):
    """The place of one spot, where a table of all would fill the memory: others are not kept."""

    def __init__(self, spot: Spot) -> None:
        super().__init__()
        self._spot = spot

    def __setitem__(self, spot: Spot, place: tuple[int, int]) -> None:
        if spot == self._spot:
            super().__setitem__(spot, place)


#: At the end of a spot: the key is meant, not its value.
KEY: Final = -1

#: A mapping as it stands in a file, with the model's names for its keys.
Row = dict[str, Any]

#: Findings of one file that are reported; the rest are counted.
MOST: Final = 100


#: What to write instead; the nearest word is searched for only where it will be shown.
Hint = str | Callable[[], str]

#: Of more words than these none is searched for.
_SEARCHED: Final = 2000


@dataclass(slots=True)
class Finding:
    """One finding; ``spot`` is looked up in a second pass when ``line`` is 0."""

    code: str
    message: str
    hint: Hint = ""
    spot: Spot = ()
    line: int = 0
    column: int = 0
    severity: Severity = "error"


class Broken(Exception):
    """A file that cannot be read on from here; carries the finding that says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def quoted(text: object, limit: int = 60) -> str:
    """``text`` from a file in quotes, on one line, short and without control characters."""
    plain = one_line(str(text))
    return f"'{plain if len(plain) <= limit else plain[: limit - 1] + '…'}'"


def nearest(word: str, known: Iterable[str], otherwise: str, prefix: str = "") -> Hint:
    """A hint that names the known word nearest to ``word``, else ``otherwise``.

    ``prefix`` belongs before each of the known words.
    """
    return partial(_nearest, word, known, otherwise, prefix)


def _nearest(word: str, known: Iterable[str], otherwise: str, prefix: str) -> str:
    words = [prefix + word for word in known]
    if len(words) > _SEARCHED:
        return otherwise
    close = difflib.get_close_matches(word[:80], words, n=1)
    return f"did you mean {quoted(close[0])}?" if close else otherwise
