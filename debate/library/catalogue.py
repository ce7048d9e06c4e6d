"""The debates of a library as they are listed: in an order, and only those that are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from debate.library.entry import Entry
from debate.library.words import fold

Order = Literal["title", "visited", "size"]

ORDERS: tuple[Order, ...] = ("title", "visited", "size")


class Catalogue:
    """Entries by path; :attr:`shown` are those that have every word of the filter, in order."""

    def __init__(self, visited: Mapping[str, int] | None = None) -> None:
        """``visited`` says when each path was visited last, in seconds since 1970."""
        self.visited = dict(visited or {})
        self.order: Order = "title"
        self.words: list[str] = []
        self.shown: list[Entry] = []
        self._entries: dict[str, Entry] = {}
        self._folded: dict[str, str] = {}

    def __len__(self) -> int:
        return len(self._entries)

    @property
    def claims(self) -> int:
        """Claims in all debates that were read."""
        return sum(entry.claims or 0 for entry in self._entries.values())

    def take(self, entries: Iterable[Entry], gone: Iterable[str] = ()) -> None:
        """Entries that are new or changed, and paths that are no longer there."""
        for path in gone:
            self._entries.pop(path, None)
            self._folded.pop(path, None)
        for entry in entries:
            self._entries[entry.path] = entry
            self._folded.pop(entry.path, None)
        self.arrange()

    def sort(self, order: Order) -> None:
        """By title; by the last visit, the latest first; or by claims, the most first."""
        self.order = order
        self.arrange()

    def filter(self, text: str) -> None:
        """Only debates with all the words in title, questions, sides or path."""
        self.words = fold(text).split()
        self.arrange()

    def arrange(self) -> None:
        """Put in order what is to be shown."""
        if self.words:
            shown = [entry for entry in self._entries.values() if self._has_all(entry)]
        else:
            shown = list(self._entries.values())
        shown.sort(key=lambda entry: (fold(entry.name), entry.path))
        if self.order == "visited":
            shown.sort(key=lambda entry: -self.visited.get(entry.path, 0))
        elif self.order == "size":
            shown.sort(key=lambda entry: -(entry.claims or 0))
        self.shown = shown

    def _has_all(self, entry: Entry) -> bool:
        folded = self._folded.get(entry.path)
        if folded is None:
            texts = (entry.title, *entry.questions, *entry.sides, entry.path, entry.date)
            folded = self._folded[entry.path] = fold("\n".join(texts))
        return all(word in folded for word in self.words)
