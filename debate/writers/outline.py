"""What every outline says of a row: its number, its role, what stands beside the claim itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from debate.model import Claim, Debate, Position, Question, Role
from debate.model.annotations import Lost
from debate.model.text import one_line
from debate.reasoning.compare import QuestionComparison, Stance

#: Numbers for people have at most this many parts; of longer ones the end is shown.
MOST_PARTS = 10
_LAST_PARTS = 4


def numbered(
    debate: Debate, rows: Iterable[int], style: str = "decimal"
) -> Iterator[tuple[int, str]]:
    """Each row of ``rows`` with its outline number; whole subtrees in reading order.

    ``style`` is one of :data:`debate.writers.NUMBERS`; "none" numbers nothing: "".
    """
    if style == "none":
        yield from ((row, "") for row in rows)
        return
    prefixes: list[str] = []
    claims, decimal = debate.claims, style == "decimal"
    for row in rows:
        claim = claims[row]
        del prefixes[claim.depth :]
        last = str(claim.ordinal) if decimal else step(claim, style)
        number = f"{prefixes[-1]}.{last}" if prefixes else last
        prefixes.append(number)
        yield row, number


def step(claim: Claim, style: str) -> str:
    """The last step of a claim's number: "2", or "B"."""
    return str(claim.ordinal) if style == "decimal" else step_of(claim.depth, claim.ordinal)


def step_of(depth: int, ordinal: int) -> str:
    """The last step of a number as outlines on paper have it: I, A, 1, a, i, and again A, 1, …."""
    if not depth:
        return roman(ordinal)
    kind = (depth - 1) % 4
    if kind == 1:
        return str(ordinal)
    return (letters(ordinal), "", letters(ordinal).lower(), roman(ordinal).lower())[kind]


def letters(number: int) -> str:
    """A to Z, AA, AB, … for 1, 2, …."""
    found = ""
    while number:
        number, last = divmod(number - 1, 26)
        found = chr(65 + last) + found
    return found


def roman(number: int) -> str:
    """I, II, III, …; above 3,999, where Roman figures end, the number as it is."""
    if number > 3999:
        return str(number)
    found = ""
    for worth, sign in _ROMAN:
        times, number = divmod(number, worth)
        found += sign * times
    return found


_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


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


#: What each role means, for whoever reads an outline for the first time.
MEANINGS = {
    Role.RECOMMENDATION: "what a side advises, as an answer to a question",
    Role.THESIS: "what a side argues besides",
    Role.CONDITION: "the claim above holds only if this does",
    Role.SUPPORT: "a reason for the claim above",
    Role.OBJECTION: "a reason against the claim above",
    Role.CO_PREMISE: "the reason above counts only together with this",
    Role.UNDERCUT: "grants the claim above, and denies that it bears on the matter",
}


def terms(question: Question) -> str:
    """What can be answered, and the standard of proof where it is not the usual one."""
    options = f"Options: {'; '.join(question.options.values())}"
    if question.standard == "preponderance":
        return options
    return f"{options}. Standard of proof: {question.standard}"


def full(side: Position) -> str:
    """A side's title, with its short name where that is not clear from it: "Ann Other (AO)"."""
    return side.title if side.label in side.title else f"{side.title} ({side.label})"


def answer(asked: QuestionComparison, stance: Stance) -> str:
    """What a side answers: "Meet, on 1 condition", or "silent"."""
    if stance.kind == "silent":
        return "silent"
    option = asked.question.options.get(stance.option or "", stance.option or "")
    return f"{option}, on {count(len(stance.conditions), 'condition')}".removesuffix(
        ", on 0 conditions"
    )


def remarks(debate: Debate, row: int, numbers: str = "decimal") -> Iterator[tuple[str, str]]:
    """What is said beside the claim itself: a title and a text each.

    Other claims are called by ``numbers``, one of :data:`debate.writers.NUMBERS`.
    """
    claim, links = debate.claims[row], debate.links(row)
    if claim.target >= 0:
        yield "Same claim as", named(debate, claim.target, numbers)
    for title, rows in (("Agrees with", links.agrees), ("Clashes with", links.clashes)):
        if rows:
            yield title, listed((named(debate, other, numbers) for other in rows), numbers)
    if claim.scheme:
        yield "Scheme", claim.scheme
    if claim.weight is not None:
        yield "Weight", f"{claim.weight:g}"
    if claim.credence is not None:
        yield "Credence", f"{claim.credence:g}"
    if claim.tags:
        yield "Tags", ", ".join(claim.tags)
    if claim.ask:
        yield "To discuss", claim.ask
    if claim.note:
        yield "Note", claim.note


#: Over notes whose claims were taken out of the debate meanwhile.
LOST = "Notes on claims that are no longer there"

#: Over one of them.
LOST_ONE = "A note on a claim that is no longer there"

#: What stands at a claim that a reader marked.
MARK = "★"


def about(lost: Lost) -> str:
    """Which claim a note was on that is gone: its name, and what it said if that is known."""
    return f"{lost.name}: {lost.claim}" if lost.claim else lost.name


def label(debate: Debate, row: int, numbers: str = "decimal") -> str:
    """Whose claim, and its number, however deep: "Fried 1.2", "Fried I.B"; just whose by "none"."""
    claims = debate.claims
    position = claims[row].position
    whose = "Background" if position < 0 else debate.positions[position].label
    if numbers == "none":
        return whose
    path = debate.path(row)
    return f"{whose} {short('.'.join(step(claims[at], numbers) for at in path))}"


def named(debate: Debate, row: int, numbers: str = "decimal") -> str:
    """A claim that is pointed to from elsewhere: its label, without numbers its first words."""
    if numbers != "none":
        return label(debate, row, numbers)
    return f"{label(debate, row, numbers)}: “{beginning(debate.text(row))}”"


def listed(names: Iterable[str], numbers: str = "decimal") -> str:
    """Several claims in a row, told apart where they are whole words, not numbers."""
    return ("; " if numbers == "none" else ", ").join(names)


def beginning(text: str) -> str:
    """The first words of a text, enough to know it again."""
    text = one_line(text)
    return text if len(text) <= _MOST else f"{text[:_MOST].rpartition(' ')[0] or text[:_MOST]}…"


#: Characters by which a claim without a number is known again.
_MOST = 60


def count(number: int, thing: str) -> str:
    """A number with its noun: "1 claim", "1,204 claims"."""
    return f"{number:,} {thing}{'s' * (number != 1)}"
