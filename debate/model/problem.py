"""What is wrong with a file, where, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "note"]


@dataclass(slots=True, frozen=True)
class Problem:
    """One finding; ``line`` and ``column`` count from 1, 0 where the finding has no place.

    ``code`` is a short kebab-case name of the kind of problem, stable across versions.
    """

    file: str
    line: int
    column: int
    severity: Severity
    code: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        """``file:line:column: message; hint``, the place left out as far as it is not known."""
        place = self.file
        if self.line:
            place += f":{self.line}:{self.column}"
        note = "note: " if self.severity == "note" else ""
        return f"{place}: {note}{self.message}" + (f"; {self.hint}" if self.hint else "")


class InvalidDebate(Exception):
    """A debate could not be read; ``problems`` says all that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))
