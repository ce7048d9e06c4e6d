"""What a spot on a page leads to; the screen that shows the page knows how to get there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True, frozen=True)
class Walk:
    """The claim in a row of the debate."""

    row: int


@dataclass(slots=True, frozen=True)
class WalkSide:
    """One side's case, from its start."""

    position: int


@dataclass(slots=True, frozen=True)
class Cell:
    """One side's stance on one question, in the comparison's matrix."""

    question: int
    position: int


@dataclass(slots=True, frozen=True)
class More:
    """More of a list that was not shown whole."""

    what: str


@dataclass(slots=True, frozen=True)
class Cite:
    """A citation of a claim, by its number from 0: the place in its source."""

    row: int
    number: int


@dataclass(slots=True, frozen=True)
class Choice:
    """One of the answers that one may predict, by its number from 0."""

    number: int
