"""A claim as a card: what graphs, canvases and tables say of it, each in a way of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from debate.model import Citation, Debate
from debate.model.fragment import cited, link
from debate.writers.outline import MARK, count, numbered, remarks, role, short
from debate.writers.part import Part


class Place(NamedTuple):
    """Where something is said: its name ("Sen 2018, ¶ 16"), the words there, what opens it."""

    name: str
    words: str | None
    address: str | None

    @property
    def said(self) -> str:
        """The name, with the words if there are any."""
        return f"{self.name} (“{self.words}”)" if self.words else self.name


class Card(NamedTuple):
    """All that is said of one row.

    ``name`` is what the command line calls it, ``whose`` its label with its number ("Fried 1.2"),
    ``role`` in words, ``places`` where it is said, ``remarks`` a title and a text each.
    """

    row: int
    name: str
    number: str
    whose: str
    role: str
    text: str
    marked: bool
    places: list[Place]
    remarks: list[tuple[str, str]]

    @property
    def heading(self) -> str:
        """Whose it is and what it is: "Fried 1.2 · support ★"."""
        return f"{self.whose} · {self.role}{f' {MARK}' if self.marked else ''}"


def cards(chosen: Part, position: int, numbers: str = "decimal") -> Iterator[Card]:
    """The cards of one side (-1: the background), one at a time, in reading order."""
    debate = chosen.debate
    whose = "Background" if position < 0 else debate.positions[position].label
    rows = debate.side(position)
    styled = numbered(debate, rows, numbers)
    # Names have decimal numbers whatever the style of those that are shown.
    for (row, number), (_, decimal) in zip(styled, numbered(debate, rows), strict=True):
        own = chosen.notes.of(row)
        label = f"{whose} {short(number)}".rstrip()
        yield Card(
            row,
            _name(debate, row, decimal),
            number,
            label,
            role(debate, row),
            debate.text(row),
            own.marked,
            list(places(debate, debate.claims[row].cite)),
            list(beside(chosen, row, numbers)),
        )


def _name(debate: Debate, row: int, number: str) -> str:
    """:meth:`Debate.name`, with the number known."""
    id, where = debate.claims[row].id, debate.position_name(row)
    return f"{where}.{id}" if id else f"{where}:{number}"


def places(debate: Debate, cites: Iterable[Citation]) -> Iterator[Place]:
    """Where a claim is said."""
    for citation in cites:
        source = debate.sources.get(citation.source)
        address = link(source, citation) if source else None
        yield Place(cited(debate, citation), citation.words, address)


def beside(chosen: Part, row: int, numbers: str = "decimal") -> Iterator[tuple[str, str]]:
    """All that is said beside a claim, but for where it is said: a title and a text each."""
    yield from remarks(chosen.debate, row, numbers)
    if said := verdict(chosen, row):
        yield "Verdict", said
    if row in chosen.cut:
        yield "Left out below", count(chosen.cut[row], "claim")
    if note := chosen.notes.of(row).note:
        yield "Reader's note", note


def verdict(chosen: Part, row: int) -> str:
    """What follows for a claim from the judgements: "stands, strength 0.73"; "" if none."""
    found, strength = chosen.verdict(row), chosen.strength(row)
    return "" if found is None or strength is None else f"{found}, strength {strength:.2f}"
