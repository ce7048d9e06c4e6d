"""What a class sees, one thing after the other, by its plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from debate.lessons.record import Phase, Record, Round

Kind = Literal[
    "predict", "vote", "first", "walk", "discuss", "judge", "stands", "divided", "crux", "shift",
    "end",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Slide:
    """One thing to show: its phase, what it is, and the item and the vote that it is about."""

    phase: Phase
    kind: Kind
    on: str = ""
    round: Round = 1


def slides(record: Record) -> list[Slide]:
    """All slides of a class, in order; at least one.

    The first vote comes with the prediction; where that is left out, at the start of what is left,
    unless only the second vote is.
    """
    phases = record.phases
    first = next((phase for phase in phases if phase != "again"), None)
    found: list[Slide] = []
    for phase in phases:
        if phase == "predict":
            found += [Slide(phase, "predict", item.id) for item in record.questions]
        if phase == first:
            found += [Slide(phase, "vote", item.id) for item in record.items]
            found.append(Slide(phase, "first"))
        found += _of(phase, record)
    return [*found, Slide(phases[-1] if phases else "again", "end")]


def _of(phase: Phase, record: Record) -> Iterator[Slide]:
    if phase in ("walk", "discuss"):
        yield Slide(phase, phase)
    elif phase == "judge":
        for item in record.claims:
            yield Slide(phase, "judge", item.id)
        if record.claims and record.questions:
            yield Slide(phase, "stands")
    elif phase == "crux":
        yield Slide(phase, "divided")
        if record.questions:
            yield Slide(phase, "crux")
    elif phase == "again":
        for item in record.items:
            yield Slide(phase, "vote", item.id, 2)
        yield Slide(phase, "shift", round=2)
        if record.claims and record.questions:
            yield Slide(phase, "stands", round=2)
