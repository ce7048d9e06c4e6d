"""A debate as a linear reading, for screen readers and for reading aloud.

Nothing depends on layout: each claim is one line that says whose it is, its number, its role, how
deep it stands, what it says, where it is said, and what follows beneath it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from debate.model import Debate, Role
from debate.model.annotations import Annotation
from debate.model.fragment import cited
from debate.writers import Options
from debate.writers.outline import LOST, about, numbered, short
from debate.writers.part import Part, part

#: How a role reads before the number of the claim it bears on.
_TOWARDS = {
    Role.CONDITION: "condition of",
    Role.SUPPORT: "support for",
    Role.OBJECTION: "objection to",
    Role.CO_PREMISE: "co-premise of",
    Role.UNDERCUT: "undercut of",
}


def write(debate: Debate, options: Options) -> Iterator[str]:
    """The lines of the reading; raises KeyError for a side that there is not."""
    chosen = part(debate, options)
    yield from _introduction(chosen.debate)
    for position, side in enumerate(chosen.debate.positions):
        role = f", {side.role}" if side.role else ""
        yield f"\nSide {position + 1}: {side.title}{role}.\n"
        yield from _claims(chosen, position)
    if chosen.debate.background:
        yield "\nBackground: what no side argues about.\n"
        yield from _claims(chosen, -1)
    outcome = chosen.debate.outcome
    if outcome:
        places = "; ".join(cited(chosen.debate, citation) for citation in outcome.cite)
        yield f"\nOutcome: {_sentence(outcome.text)}{_said('Cited', places)}\n"
    for number, lost in enumerate(chosen.notes.lost):
        if not number:
            yield f"\n{LOST}:\n"
        yield f"{_sentence(about(lost))}{_own(lost.annotation)}\n"


def _introduction(debate: Debate) -> Iterator[str]:
    yield f"Debate: {_sentence(debate.title)}\n"
    if debate.date:
        yield f"Date: {debate.date}.\n"
    if debate.summary:
        yield f"Summary: {' '.join(debate.summary.split())}\n"
    for question in debate.questions.values():
        yield f"Question: {question.ask} Options: {'; '.join(question.options.values())}.\n"


def _claims(chosen: Part, position: int) -> Iterator[str]:
    debate = chosen.debate
    numbers: list[str] = []
    for row, number in numbered(debate, debate.side(position)):
        claim = debate.claims[row]
        del numbers[claim.depth :]
        numbers.append(short(number))
        whose = "Background" if position < 0 else debate.positions[position].label
        above = f"{_TOWARDS[claim.role]} {numbers[-2]}" if len(numbers) > 1 else claim.role
        yield (
            f"{whose} {numbers[-1]}, {above}{_answer(debate, row)}, depth {claim.depth + 1}: "
            f"{_sentence(debate.text(row))}{_details(debate, row)}{_own(chosen.notes.of(row))}"
            f"{_followers(debate, row, chosen.cut.get(row, 0))}\n"
        )


def _answer(debate: Debate, row: int) -> str:
    """Which option a recommendation takes."""
    claim = debate.claims[row]
    question = debate.questions.get(claim.question or "")
    if question is None or claim.role is not Role.RECOMMENDATION:
        return ""
    return f" of “{question.options.get(claim.option or '', claim.option)}”"


def _details(debate: Debate, row: int) -> str:
    """Where a claim is said, which claim it repeats, and what other sides say to it."""
    claim = debate.claims[row]
    links = debate.links(row)
    repeated = debate.label(claim.target) if claim.target >= 0 else ""
    return "".join(
        (
            _said("Repeats", repeated),
            _said("Cited", "; ".join(cited(debate, citation) for citation in claim.cite)),
            _said("Kind of argument", claim.scheme or ""),
            _said("Agrees with", ", ".join(map(debate.label, links.agrees))),
            _said("Clashes with", ", ".join(map(debate.label, links.clashes))),
            _said("To discuss", claim.ask or ""),
            _said("Note", " ".join((claim.note or "").split())),
        )
    )


def _own(own: Annotation) -> str:
    """What a reader wrote beside a claim."""
    note = _said("Reader's note", " ".join(own.note.split()))
    return f" Marked.{note}" if own.marked else note


def _followers(debate: Debate, row: int, cut: int) -> str:
    """What hangs directly on a claim: " 2 supports, 1 objection follow."."""
    if cut:
        return f" {cut:,} {'claim is' if cut == 1 else 'claims are'} left out below."
    roles = Counter(debate.claims[child].role for child in debate.children(row))
    counts = [f"{count} {role}{'s' * (count != 1)}" for role, count in roles.items()]
    return (
        f" {', '.join(counts)} {'follows' if roles.total() == 1 else 'follow'}." if counts else ""
    )


def _said(what: str, text: str) -> str:
    return f" {what}: {_sentence(text)}" if text else ""


def _sentence(text: str) -> str:
    """``text`` with an end that a voice can hear."""
    return text if text.endswith((".", "!", "?", "…", "”", '"')) else f"{text}."
