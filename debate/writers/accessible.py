"""A debate as a linear reading, for screen readers and for reading aloud.

Nothing depends on layout: each claim is one line that says whose it is, its number, its role, how
deep it stands, what it says, where it is said, and what follows beneath it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from debate.model import Citation, Debate, Role
from debate.model.annotations import Annotation
from debate.model.fragment import cited, reference, web_address
from debate.model.text import one_line
from debate.writers import Options
from debate.writers.judged import TITLE, judgements, outcome, preface, standing
from debate.writers.outline import LOST, about, full, listed, named, numbered, short, terms
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
    for line in _lines(part(debate, options), options):
        yield f"{one_line(line)}\n"


def _lines(chosen: Part, options: Options) -> Iterator[str]:
    """Each line of the reading, and "" where a new part begins."""
    yield from _introduction(chosen, options.numbers)
    for position, side in enumerate(chosen.debate.positions):
        role = f", {side.role}" if side.role else ""
        note = _said("Note", " ".join((side.note or "").split()))
        yield ""
        yield f"Side {position + 1}: {full(side)}{role}.{note}"
        yield from _claims(chosen, position, options.numbers)
    if chosen.debate.background:
        yield ""
        yield "Background: what no side argues about."
        yield from _claims(chosen, -1, options.numbers)
    if ended := chosen.debate.outcome:
        places = _places(chosen.debate, ended.cite)
        yield ""
        yield f"Outcome: {_sentence(ended.text)}{_said('Cited', places)}"
    for number, lost in enumerate(chosen.notes.lost):
        if not number:
            yield ""
            yield f"{LOST}:"
        yield f"{_sentence(about(lost))}{_own(lost.annotation)}"
    for number, source in enumerate(chosen.debate.sources.values()):
        if not number:
            yield ""
            yield "Sources:"
        yield f"{_sentence(reference(source))}{_said('Address', web_address(source.url) or '')}"


def _introduction(chosen: Part, numbers: str) -> Iterator[str]:
    debate, judged = chosen.debate, chosen.judged
    yield f"Debate: {_sentence(debate.title)}"
    if debate.date:
        yield f"Date: {debate.date}."
    if debate.summary:
        yield f"Summary: {' '.join(debate.summary.split())}"
    if judged:
        yield f"{TITLE}: {preface(judged)}"
        for how, claim in judgements(judged, numbers):
            yield f"{how[:1].upper()}{how[1:]}: {_sentence(claim)}"
    for id, question in debate.questions.items():
        ends = _said("All sides together", _spoken(outcome(judged, id))) if judged else ""
        yield f"Question: {question.ask} {_sentence(terms(question))}{ends}"


def _claims(chosen: Part, position: int, style: str) -> Iterator[str]:
    debate = chosen.debate
    numbers: list[str] = []
    for row, number in numbered(debate, debate.side(position), style):
        claim = debate.claims[row]
        del numbers[claim.depth :]
        numbers.append(short(number))
        whose = "Background" if position < 0 else debate.positions[position].label
        above = numbers[-2] if len(numbers) > 1 else ""
        role = f"{_TOWARDS[claim.role]} {above}" if above else claim.role
        yield (
            f"{f'{whose} {numbers[-1]}'.strip()}, {role}{_answer(debate, row)}, "
            f"depth {claim.depth + 1}: {_sentence(debate.text(row))}"
            f"{_said('Verdict', _spoken(standing(chosen, row)))}{_details(debate, row, style)}"
            f"{_own(chosen.notes.of(row))}{_followers(debate, row, chosen.cut.get(row, 0))}"
        )


def _answer(debate: Debate, row: int) -> str:
    """Which option a recommendation takes."""
    claim = debate.claims[row]
    question = debate.questions.get(claim.question or "")
    if question is None or claim.role is not Role.RECOMMENDATION:
        return ""
    return f" of “{question.options.get(claim.option or '', claim.option)}”"


def _details(debate: Debate, row: int, numbers: str) -> str:
    """Where a claim is said, which claim it repeats, and what other sides say to it."""
    claim, links = debate.claims[row], debate.links(row)
    repeated = [claim.target] if claim.target >= 0 else []
    said = [
        _said(title, listed((named(debate, other, numbers) for other in rows), numbers))
        for title, rows in (
            ("Repeats", repeated),
            ("Agrees with", links.agrees),
            ("Clashes with", links.clashes),
        )
    ]
    said.insert(1, _said("Cited", _places(debate, claim.cite)))
    said.insert(2, _said("Kind of argument", claim.scheme or ""))
    for title, share in (("Weight", claim.weight), ("Credence", claim.credence)):
        said.append(_said(title, "" if share is None else f"{share:g}"))
    said.append(_said("Tags", ", ".join(claim.tags)))
    said.append(_said("To discuss", claim.ask or ""))
    said.append(_said("Note", " ".join((claim.note or "").split())))
    return "".join(said)


def _places(debate: Debate, cites: Iterable[Citation]) -> str:
    """Where something is said, without the words that a browser or an eye finds it by."""
    return "; ".join(cited(debate, citation) for citation in cites)


def _spoken(verdict: str) -> str:
    """A verdict without its sign, for which a voice has no word."""
    return verdict.partition(" ")[2]


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
