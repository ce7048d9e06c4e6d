"""A whole debate: its claims in one flat list, and the tables they refer to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from debate.model.claim import STRICT, Citation, Claim
from debate.model.role import Role

Standard = Literal[
    "scintilla",
    "preponderance",
    "clear-and-convincing",
    "beyond-reasonable-doubt",
    "dialectical-validity",
]


@dataclass(slots=True)
class Source:
    """A document that claims are cited to; ``date`` is as written, not parsed."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    title: str
    author: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None


@dataclass(slots=True)
class Question:
    """What is asked: ``options`` maps an option's id to its label, in the order of the file."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    ask: str
    options: dict[str, str]
    standard: Standard = "preponderance"


@dataclass(slots=True)
class Position:
    """One side of the debate: the claims ``Debate.claims[start:end]``.

    ``speaker`` is None in a map that many wrote; ``short`` is the name used in "Fried 1.2";
    ``extra`` is what only the format has a place for from which it was read.
    """

    name: str
    speaker: str | None = None
    short: str | None = None
    role: str | None = None
    note: str | None = None
    start: int = 0
    end: int = 0
    extra: dict[str, Any] | None = None

    @property
    def title(self) -> str:
        """The full name to show: the speaker's, else the position's own, in words."""
        return self.speaker or _in_words(self.name)

    @property
    def label(self) -> str:
        """The short name to show: "Fried"."""
        return self.short or self.speaker or _in_words(self.name)


def _in_words(name: str) -> str:
    """A name that was made of several words as one reads it: "we-should-go" is "We should go"."""
    words = re.sub(r"(?<=[^\W\d_])-(?=\w)|(?<=\d)-(?=[^\W\d_])", " ", name)
    return words if words == name else words[:1].upper() + words[1:]


@dataclass(slots=True)
class Outcome:
    """How the matter ended, which no side argues."""

    text: str
    cite: tuple[Citation, ...] = ()


@dataclass(slots=True)
class Debate:
    """Claims in reading order (each position in turn, then the background) and their tables.

    Readers make it complete: structure fields set, refs resolved to ``target``, siblings grouped by
    role, ``agreements`` and ``clashes`` as pairs of indices (lower first, each pair once, sorted).
    """

    title: str
    date: str | None = None
    summary: str | None = None
    outcome: Outcome | None = None
    sources: dict[str, Source] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    positions: list[Position] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    agreements: list[tuple[int, int]] = field(default_factory=list)
    clashes: list[tuple[int, int]] = field(default_factory=list)
    extra: dict[str, Any] | None = None
    _ids: dict[str, int] | None = field(default=None, repr=False, compare=False)
    _links: dict[int, Links] | None = field(default=None, repr=False, compare=False)

    # ------------------------------------------------------------------ walking the tree

    @property
    def background(self) -> range:
        """The rows of the background: all after the last position."""
        start = self.positions[-1].end if self.positions else 0
        return range(start, len(self.claims))

    def side(self, position: int) -> range:
        """The rows of one position; -1 is the background."""
        if position < 0:
            return self.background
        side = self.positions[position]
        return range(side.start, side.end)

    def children(self, index: int) -> Iterator[int]:
        """The rows that hang directly on ``index``, in reading order."""
        claims = self.claims
        row, end = index + 1, claims[index].end
        while row < end:
            yield row
            row = claims[row].end

    def roots(self, position: int) -> Iterator[int]:
        """The rows of one side that hang on nothing; -1 is the background."""
        side = self.side(position)
        row = side.start
        while row < side.stop:
            yield row
            row = self.claims[row].end

    def path(self, index: int) -> list[int]:
        """The rows from the root down to ``index``, itself included."""
        rows = []
        while index >= 0:
            rows.append(index)
            index = self.claims[index].parent
        return rows[::-1]

    def meant(self, index: int) -> int:
        """The row whose claim this is: a ref's target, else the row itself."""
        target = self.claims[index].target
        return index if target < 0 else target

    def text(self, index: int) -> str:
        """What the row says, through a ref."""
        return self.claims[self.meant(index)].text

    def recommendation(self, position: int, question: str) -> int | None:
        """The row that answers ``question`` for a side, or None: the side is silent on it."""
        for row in self.roots(position):
            claim = self.claims[row]
            if claim.role is Role.RECOMMENDATION and claim.question == question:
                return row
        return None

    # ------------------------------------------------------------------ naming

    def number(self, index: int) -> str:
        """The outline number to say aloud: "1.2"."""
        return ".".join(str(self.claims[row].ordinal) for row in self.path(index))

    def label(self, index: int) -> str:
        """The number with whose it is: "Fried 1.2"."""
        position = self.claims[index].position
        whose = "Background" if position < 0 else self.positions[position].label
        return f"{whose} {self.number(index)}"

    def position_name(self, index: int) -> str:
        """The name of the position a row belongs to; "background" for the background."""
        position = self.claims[index].position
        return "background" if position < 0 else self.positions[position].name

    def name(self, index: int) -> str:
        """The name the command line takes and JSON uses: "fried.meet", or "fried:1.2"."""
        claim = self.claims[index]
        where = self.position_name(index)
        return f"{where}.{claim.id}" if claim.id else f"{where}:{self.number(index)}"

    def find(self, name: str) -> int:
        """The row called ``name``: "fried.meet", "fried:1.2", or a bare id only one side has.

        Raises KeyError with the name when there is none, or when a bare id has several.
        """
        if ":" in name:
            return self._find_number(name)
        ids = self._id_index()
        if name in ids:
            return ids[name]
        bare = [row for full, row in ids.items() if full.partition(".")[2] == name]
        if len(bare) != 1:
            raise KeyError(name)
        return bare[0]

    def _id_index(self) -> dict[str, int]:
        if self._ids is None:
            self._ids = {self.name(row): row for row, claim in enumerate(self.claims) if claim.id}
        return self._ids

    def _find_number(self, name: str) -> int:
        where, _, number = name.partition(":")
        positions = {side.name: i for i, side in enumerate(self.positions)} | {"background": -1}
        if where not in positions:
            raise KeyError(name)
        rows = self.roots(positions[where])
        found = -1
        for part in number.split("."):
            found = next((row for row in rows if str(self.claims[row].ordinal) == part), -1)
            if found < 0:
                raise KeyError(name)
            rows = self.children(found)
        return found

    # ------------------------------------------------------------------ links across sides

    def links(self, index: int) -> Links:
        """The rows that agree and clash with this one; empty lists where nothing is linked."""
        if self._links is None:
            self._links = {}
            for pairs, kind in ((self.agreements, "agrees"), (self.clashes, "clashes")):
                for a, b in pairs:
                    getattr(self._links.setdefault(a, Links()), kind).append(b)
                    getattr(self._links.setdefault(b, Links()), kind).append(a)
        return self._links.get(index) or Links()


@dataclass(slots=True)
class Links:
    """Rows of other sides: those that say the same, and those that collide."""

    agrees: list[int] = field(default_factory=list)
    clashes: list[int] = field(default_factory=list)
