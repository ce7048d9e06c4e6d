"""What every outline says of a row: its number, its role, what stands beside the claim itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from debate.model import Debate, Role
from debate.model.annotations import Lost
from debate.reasoning.compare import QuestionComparison, Stance

#: Numbers for people have at most this many parts; of longer ones the end is shown.
MOST_PARTS = 10
_LAST_PARTS = 4


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
    """A number short enough to print: "…1.3.1.2 (level 17)" of one that is very deep."""
    parts = number.count(".") + 1
    if parts <= MOST_PARTS:
        return number
    return f"…{'.'.join(number.rsplit('.', _LAST_PARTS)[1:])} (level {parts})"


def role(debate: Debate, row: int) -> str:
    """The role in words, with the option that a recommendation is for: "recommendation (Meet)"."""
    claim = debate.claims[row]
    question = debate.questions.get(claim.question or "")
    if claim.role is not Role.RECOMMENDATION or question is None:
        return claim.role
    return f"{claim.role} ({question.options.get(claim.option or '', claim.option)})"


def answer(asked: QuestionComparison, stance: Stance) -> str:
    """What a side answers: "Meet, on 1 condition", or "silent"."""
    if stance.kind == "silent":
        return "silent"
    option = asked.question.options.get(stance.option or "", stance.option or "")
    return f"{option}, on {count(len(stance.conditions), 'condition')}".removesuffix(
        ", on 0 conditions"
    )


def remarks(debate: Debate, row: int) -> Iterator[tuple[str, str]]:
    """What is said beside the claim itself: a title and a text each."""
    claim, links = debate.claims[row], debate.links(row)
    if claim.target >= 0:
        yield "Same claim as", label(debate, claim.target)
    if links.agrees:
        yield "Agrees with", ", ".join(label(debate, other) for other in links.agrees)
    if links.clashes:
        yield "Clashes with", ", ".join(label(debate, other) for other in links.clashes)
    if claim.scheme:
        yield "Scheme", claim.scheme
    if claim.weight is not None:
        yield "Weight", f"{claim.weight:g}"
    if claim.credence is not None:
        yield "Credence", f"{claim.credence:g}"
    if claim.ask:
        yield "To discuss", claim.ask
    if claim.note:
        yield "Note", claim.note


#: Over notes whose claims were taken out of the debate meanwhile.
LOST = "Notes on claims that are no longer there"

#: What stands at a claim that a reader marked.
MARK = "★"


def about(lost: Lost) -> str:
    """Which claim a note was on that is gone: its name, and what it said if that is known."""
    return f"{lost.name}: {lost.claim}" if lost.claim else lost.name


def label(debate: Debate, row: int) -> str:
    """Whose claim, and its number, however deep: "Fried 1.2"."""
    whole = debate.label(row)
    whose, _, number = whole.rpartition(" ")
    return f"{whose} {short(number)}"


def count(number: int, thing: str) -> str:
    """A number with its noun: "1 claim", "1,204 claims"."""
    return f"{number:,} {thing}{'s' * (number != 1)}"
