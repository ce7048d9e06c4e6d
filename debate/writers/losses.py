"""What a format cannot hold, gathered while it is written, and said once for each kind of thing."""

from __future__ import annotations

from collections.abc import Iterator

from debate.writers.outline import count


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

    def grouped(self) -> Iterator[str]:
        """The same in fewer lines: what is put alike is said together."""
        alike: dict[str, list[str]] = {}
        for (what, how), number in self._found.items():
            alike.setdefault(how, []).append(count(number, what))
        for how, things in alike.items():
            yield f"{', '.join(things)}: {how}"
