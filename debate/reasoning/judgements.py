"""What a reader makes of a debate: claims accepted and rejected, credences and weights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from debate.model import Debate

#: The kinds of judgement: three of a claim, the last of its step to its parent.
Kind = Literal["accept", "reject", "credence", "weight"]


@dataclass(frozen=True, slots=True)
class Judgements:
    """Judgements by row. Each method returns new ones, so that an old one is there to go back to.

    A claim is accepted or rejected, not both; a credence stands beside that. Rows of refs carry
    weights alone: what is judged of their claim is judged of the row that they refer to, which
    :meth:`of` sees to. Credences and weights are from 0 to 1; ValueError says when they are not.
    """

    accepted: frozenset[int] = frozenset()
    rejected: frozenset[int] = frozenset()
    credence: Mapping[int, float] = field(default_factory=dict)
    weight: Mapping[int, float] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.accepted or self.rejected or self.credence or self.weight)

    def __hash__(self) -> int:
        return hash((self.accepted, self.rejected, *self.credence.items(), *self.weight.items()))

    def accept(self, row: int) -> Judgements:
        """With a claim accepted, whatever was thought of it before."""
        return replace(self, accepted=self.accepted | {row}, rejected=self.rejected - {row})

    def reject(self, row: int) -> Judgements:
        """With a claim rejected."""
        return replace(self, accepted=self.accepted - {row}, rejected=self.rejected | {row})

    def believe(self, row: int, credence: float) -> Judgements:
        """With a credence for a claim."""
        return replace(self, credence={**self.credence, row: _share(credence)})

    def weigh(self, row: int, weight: float) -> Judgements:
        """With a weight for the step from a row to its parent."""
        return replace(self, weight={**self.weight, row: _share(weight)})

    def clear(self, row: int, kind: Kind | None = None) -> Judgements:
        """Without the judgements on a row, or without those of one kind."""
        kinds = {kind} if kind else {"accept", "reject", "credence", "weight"}
        return Judgements(
            self.accepted - {row} if "accept" in kinds else self.accepted,
            self.rejected - {row} if "reject" in kinds else self.rejected,
            _without(self.credence, row) if "credence" in kinds else self.credence,
            _without(self.weight, row) if "weight" in kinds else self.weight,
        )

    def of(self, debate: Debate) -> Judgements:
        """The same judgements with those on a ref's claim moved to the row that it refers to."""
        if not any(debate.claims[row].target >= 0 for row in self.claims()):
            return self
        meant = debate.meant
        accepted = frozenset(map(meant, self.accepted))
        return Judgements(
            accepted,
            frozenset(map(meant, self.rejected)) - accepted,
            {meant(row): credence for row, credence in self.credence.items()},
            self.weight,
        )

    def claims(self) -> set[int]:
        """The rows whose claim is judged."""
        return {*self.accepted, *self.rejected, *self.credence}

    def changes(self, other: Judgements) -> tuple[set[int], set[int]]:
        """The rows whose claim, and those whose step, these judge otherwise than ``other`` does."""
        claims = (self.accepted ^ other.accepted) | (self.rejected ^ other.rejected)
        claims |= _changes(self.credence, other.credence)
        return set(claims), _changes(self.weight, other.weight)

    def as_json(self, debate: Debate) -> dict[str, Any]:
        """The judgements under the names of the claims, in reading order, ready for JSON."""
        name = debate.name
        found: dict[str, Any] = {"judgements": debate.title}
        if self.accepted:
            found["accept"] = [name(row) for row in sorted(self.accepted)]
        if self.rejected:
            found["reject"] = [name(row) for row in sorted(self.rejected)]
        if self.credence:
            found["credence"] = {name(row): self.credence[row] for row in sorted(self.credence)}
        if self.weight:
            found["weight"] = {name(row): self.weight[row] for row in sorted(self.weight)}
        return found


#: What everyone starts from.
NO_JUDGEMENTS = Judgements()


def _share(number: float) -> float:
    if not 0 <= number <= 1:
        raise ValueError(f"{number} is not from 0 to 1")
    return float(number)


def _without(table: Mapping[int, float], row: int) -> Mapping[int, float]:
    return {key: value for key, value in table.items() if key != row}


def _changes(one: Mapping[int, float], other: Mapping[int, float]) -> set[int]:
    return {row for row in {*one, *other} if one.get(row) != other.get(row)}
