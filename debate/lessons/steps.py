"""The steps of a guided walk, one idea each; rows are those of the debate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from debate.model import Debate

#: What is asked before it is shown.
#: ``option``: which option a side recommends on a question.
#: ``echo``: whether another side agrees with a claim, clashes with it, or passes it over.
#: ``reply``: which of several claims of another side is its answer to a claim.
#: ``verdict``: whether a recommendation stands on its side's own case.
#: ``outcome``: what two sides together come to on a question.
Kind = Literal["option", "echo", "reply", "verdict", "outcome"]


@dataclass(frozen=True, slots=True)
class Opening:
    """What is to come."""


@dataclass(frozen=True, slots=True)
class Show:
    """One claim."""

    row: int


@dataclass(frozen=True, slots=True)
class Predict:
    """A question to the reader; ``row``, ``question`` and ``side`` say of what, as ``kind`` needs.

    ``side`` is whose option, echo or reply is meant; an ``outcome`` is that of ``side`` and
    ``other``; ``answer`` is the row that is the right ``reply``.
    """

    kind: Kind
    row: int = -1
    question: str = ""
    side: int = -1
    other: int = -1
    answer: int = -1


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of different sides next to each other: they agree, or they clash."""

    one: int
    other: int
    agree: bool


@dataclass(frozen=True, slots=True)
class Crux:
    """What would decide a question between two sides."""

    question: str
    one: int
    other: int


@dataclass(frozen=True, slots=True)
class Closing:
    """What was seen, and where one may go from here."""


Step = Opening | Show | Predict | Pair | Crux | Closing


class Lesson(Protocol):
    """A guided walk: its steps in order, under a key that is the same the next day."""

    debate: Debate

    @property
    def steps(self) -> Sequence[Step]:
        """What is shown, in order: first the opening, last the closing."""

    @property
    def key(self) -> str:
        """What tells this walk from the others through the debate."""

    @property
    def title(self) -> str:
        """What it is called."""


def step_key(debate: Debate, step: Step) -> str:
    """What a step is known by from one day to the next: its kind, and the names of its claims."""
    return ":".join(_parts(debate, step))


def _parts(debate: Debate, step: Step) -> Iterator[str]:
    def name(row: int) -> str:
        return debate.name(row) if row >= 0 else ""

    yield type(step).__name__.lower()
    match step:
        case Show(row):
            yield name(row)
        case Predict(kind, row, question, side, other, answer):
            yield from (kind, name(row), question, _side(debate, side), _side(debate, other))
            yield name(answer)
        case Pair(one, other, _):
            yield from (name(one), name(other))
        case Crux(question, one, other):
            yield from (question, _side(debate, one), _side(debate, other))


def _side(debate: Debate, side: int) -> str:
    return debate.positions[side].name if side >= 0 else ""
