"""What comes of reading a file of any format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from debate.model.debate import Debate
from debate.model.problem import Problem

#: Claims deeper than this are refused.
DEEPEST = 1000


@dataclass(slots=True)
class Reading:
    """What came of reading: the debate, or None where any problem is an error; and the problems.

    ``files`` are all that were looked for, those that are missing too. ``lines`` has the line of
    each claim of a foreign format, where its reader knows them.
    """

    debate: Debate | None
    problems: list[Problem] = field(default_factory=list)
    files: tuple[str, ...] = ()
    lines: Sequence[int] = ()
