"""What every outline needs of a row: its number, in one pass over all rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from debate.model import Debate

#: Numbers for people have at most this many parts; what is left out of a longer one is "…".
MOST_PARTS = 10


def numbered(debate: Debate, rows: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Each row of ``rows`` with its outline number; whole subtrees in reading order."""
    prefixes: list[str] = []
    for row in rows:
        claim = debate.claims[row]
        del prefixes[claim.depth :]
        number = f"{prefixes[-1]}.{claim.ordinal}" if prefixes else str(claim.ordinal)
        prefixes.append(number)
        yield row, number


def short(number: str) -> str:
    """A number short enough to print: "….3.1.2" of one that is very deep."""
    if number.count(".") < MOST_PARTS:
        return number
    return "…." + ".".join(number.rsplit(".", MOST_PARTS - 1)[1:])
