"""What a library lists of a debate."""

from __future__ import annotations

from dataclasses import dataclass, replace

from debate.model import Debate, Problem
from debate.model.text import one_line


@dataclass(slots=True, frozen=True)
class Entry:
    """One debate of a library; ``path`` is relative to it, a folder's ends in "/".

    ``claims`` is None as long as only the title was looked at. ``problem`` says in one line why the
    debate cannot be opened, "" where it can.
    """

    path: str
    title: str
    date: str = ""
    questions: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    claims: int | None = None
    problem: str = ""

    @property
    def name(self) -> str:
        """What to call it: its title, or its path where it has none."""
        return self.title or one_line(self.path)


@dataclass(slots=True, frozen=True)
class Row:
    """Something of a debate that can be found: a claim, its title or a question (``name`` "")."""

    text: str
    role: str
    name: str = ""
    label: str = ""


def entry_of(path: str, debate: Debate) -> Entry:
    """What a library lists of a debate that was read."""
    return Entry(
        path,
        one_line(debate.title),
        one_line(debate.date or ""),
        tuple(one_line(question.ask) for question in debate.questions.values()),
        tuple(one_line(side.title) for side in debate.positions),
        len(debate.claims),
    )


def broken(path: str, title: str, problems: list[Problem]) -> Entry:
    """What a library lists of a debate that cannot be read."""
    errors = [problem for problem in problems if problem.severity == "error"]
    if not errors:
        return Entry(path, title, problem="it cannot be read")
    first = errors[0]
    inside = first.file.rfind(path)  # from the library on: the whole way would hide what is wrong
    shown = replace(first, file=first.file[max(0, inside) :])
    return Entry(path, title, problem=one_line(str(shown)))


def rows_of(debate: Debate) -> list[Row]:
    """All that can be found in a debate, in reading order; a claim that is repeated, once."""
    rows = [Row(one_line(debate.title), "title")]
    rows += [Row(one_line(question.ask), "question") for question in debate.questions.values()]
    numbers: list[str] = []
    for claim in debate.claims:
        number = str(claim.ordinal)
        if claim.parent >= 0:
            number = f"{numbers[claim.parent]}.{number}"
        numbers.append(number)
        if claim.target >= 0:
            continue
        side = debate.positions[claim.position] if claim.position >= 0 else None
        name = side.name if side else "background"
        name += f".{claim.id}" if claim.id else f":{number}"
        label = f"{side.label if side else 'Background'} {number}"
        rows.append(Row(one_line(claim.text), claim.role.value, name, label))
    return rows
