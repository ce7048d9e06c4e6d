"""What a format cannot hold, gathered while it is written, and said once for each kind of thing."""

from __future__ import annotations

from collections.abc import Iterator

from debate.model import Debate
from debate.writers import Options
from debate.writers.outline import count

#: A source's address that no browser may be sent to: it is neither shown nor linked.
UNFIT = ("unfit address", "no web address, and thus left out")


class Losses:
    """How often each kind of thing was lost, and how it was put instead."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], int] = {}

    def add(self, what: str, how: str, number: int = 1) -> None:
        """``number`` more of ``what``, a noun in the singular; ``how`` follows a colon."""
        if number:
            self._found[what, how] = self._found.get((what, how), 0) + number

    def __bool__(self) -> bool:
        return bool(self._found)

    def lines(self) -> Iterator[str]:
        """A line each, in the order of finding: "3 undercuts: written as objections"."""
        for (what, how), number in self._found.items():
            yield f"{count(number, what)}: {how}"


def lose_extras(debate: Debate, options: Options) -> None:
    """Tell of what only another format has a place for, which none but JSON and YAML keep."""
    if options.losses is None:
        return
    held = [debate.extra, *(side.extra for side in debate.positions)]
    number = sum(map(bool, held)) + sum(1 for claim in debate.claims if claim.extra)
    options.lose("extra", "what only another format has is left out; json and yaml keep it", number)
