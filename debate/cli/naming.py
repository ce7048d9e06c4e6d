"""Which claim is meant by a word on the command line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from debate.cli.failures import UsageError, unknown

if TYPE_CHECKING:
    from debate.model import Debate

#: A number as outlines print it, after whose claim it is: "Fried 1.1", "fried:1.1", "1.1".
_LABEL = re.compile(r"(?:(.*\S)\s*[\s:]\s*)?(\d{1,9}(?:\.\d{1,9})*)\.?")


def claim(debate: Debate, name: str) -> int:
    """The row that is called so: by its name, or by its label as outlines print it, in any case.

    A number without a side will do where one side alone has it. Raises UsageError.
    """
    try:
        return debate.find(name)
    except KeyError:
        match = _LABEL.fullmatch(name.strip())
    if match:
        rows = _numbered(debate, match[1], match[2])
        if len(rows) == 1:
            return rows[0]
        if rows:
            several = " or ".join(_by_number(debate, row) for row in rows[:12])
            raise UsageError(f"which claim is {name}? write {several}")
        if match[1] and (sides := _sides(debate, match[1])):
            whose = "the background" if sides[0] < 0 else debate.positions[sides[0]].label
            raise UsageError(f"unknown claim {name}; {whose} has no claim {match[2]}")
    from debate.readers.judgements import names

    raise unknown("claim", name, names(debate))


def _numbered(debate: Debate, whose: str | None, number: str) -> list[int]:
    """The rows with a number: of the sides that are called so, else of any, the background last."""
    sides = _sides(debate, whose) if whose else range(len(debate.positions))
    found = [_row(debate, side, number) for side in sides]
    if not whose and found.count(None) == len(found):
        found = [_row(debate, -1, number)]
    return [row for row in found if row is not None]


def _sides(debate: Debate, whose: str) -> list[int]:
    """The sides with a name, or shown by one; -1 is the background."""
    word = whose.casefold()
    if word == "background":
        return [-1]
    named = [at for at, side in enumerate(debate.positions) if side.name.casefold() == word]
    shown = [
        at
        for at, side in enumerate(debate.positions)
        if word in (side.label.casefold(), side.title.casefold())
    ]
    return named or shown


def _row(debate: Debate, side: int, number: str) -> int | None:
    where = "background" if side < 0 else debate.positions[side].name
    try:
        return debate.find(f"{where}:{number}")
    except KeyError:
        return None


def _by_number(debate: Debate, row: int) -> str:
    return f"{debate.position_name(row)}:{debate.number(row)}"
