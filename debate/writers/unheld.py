"""What of a debate a format has no place for: counted, and told.

A format says what it holds, by the nouns below; all else that is there is told as lost, so that
nothing new in the model can go missing in silence. That a role is put as another, or a text in
another form, is a format's own to tell (:meth:`debate.writers.Options.lose`). An ``id`` is no loss:
it is there for others to refer by, and what they refer to is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set

from debate.model import Citation, Claim, Position
from debate.model.annotations import Annotation
from debate.model.fragment import web_address
from debate.writers import Options
from debate.writers.part import Part

#: What formats hold together. A new noun belongs to a group once each format with the group has it.
WHOLE = frozenset(
    {"title", "date", "summary", "outcome", "question", "proof standard", "source", "citation"}
    | {"cited passage"}
)
SIDES = frozenset({"speaker", "short name", "speaker's role", "side's note"})
CLAIMS = frozenset(
    {"scheme", "weight", "credence", "tag", "discussion question", "note", "repeated claim's note"}
    | {"agreeing pair", "clashing pair"}
)
READER = frozenset({"reader's note", "reader's mark", "orphaned note", "verdict"})
FIELDS = WHOLE | SIDES | CLAIMS | {"unfit link", "extra field"}

#: How it is said that something is not put in any other way.
LEFT_OUT = "left out"

_HOW = {
    "extra field": "left out; json and yaml have room",
    "unfit link": "left out, for no browser may be sent there",
    "judgement": "left out; html, json, pdf, docx, markdown and text have room",
    "cut-off claim": "left out, as asked; nothing says where",
}

#: What goes without saying where the other is lost.
_WITHIN = {
    "proof standard": "question",
    "unfit link": "source",
    "cited passage": "citation",
    "judgement": "verdict",
}


def tell(
    chosen: Part,
    options: Options,
    held: Set[str],
    how: Mapping[str, str] | None = None,
    otherwise: str = LEFT_OUT,
) -> None:
    """Tell ``options`` what is there but not among ``held``.

    ``how`` says for some of it how it is put instead, ``otherwise`` for all the rest.
    """
    if options.losses is None:
        return
    assert held <= NOUNS, held - NOUNS
    said = (_HOW if otherwise == LEFT_OUT else {}) | dict(how or {})
    for noun, number in _COUNTS.items():
        whole = _WITHIN.get(noun, noun)
        if noun not in held and (whole == noun or whole in held):
            options.lose(noun, said.get(noun, otherwise), number(chosen))


# ---------------------------------------------------------------------- counting

Counted = Callable[[Part], int]


def _of_claims(number: Callable[[Claim], int]) -> Counted:
    return lambda chosen: sum(map(number, chosen.debate.claims))


def _of_sides(number: Callable[[Position], int]) -> Counted:
    return lambda chosen: sum(map(number, chosen.debate.positions))


def _of_cites(number: Callable[[Citation], int]) -> Counted:
    return lambda chosen: sum(map(number, _cites(chosen)))


def _of_notes(number: Callable[[Annotation], int]) -> Counted:
    return lambda chosen: sum(map(number, chosen.notes.rows.values()))


def _cites(chosen: Part) -> Iterator[Citation]:
    for claim in chosen.debate.claims:
        yield from claim.cite
    if chosen.debate.outcome:
        yield from chosen.debate.outcome.cite


def _standards(chosen: Part) -> int:
    return sum(asked.standard != "preponderance" for asked in chosen.debate.questions.values())


def _unfit(chosen: Part) -> int:
    urls = [source.url for source in chosen.debate.sources.values() if source.url]
    return sum(web_address(url) is None for url in urls)


def _extras(chosen: Part) -> int:
    debate = chosen.debate
    several: Iterable[Claim | Position]
    number = len(debate.extra or ())
    for several in (debate.positions, debate.claims):
        number += sum(len(one.extra) for one in several if one.extra)
    return number


def _judgements(chosen: Part) -> int:
    found = chosen.judged.judgements if chosen.judged else None
    return len(found.claims()) + len(found.weight) if found else 0


#: Everything that can be lost, and how much of it there is; told in this order.
_COUNTS: dict[str, Counted] = {
    "title": lambda chosen: bool(chosen.debate.title),
    "date": lambda chosen: bool(chosen.debate.date),
    "summary": lambda chosen: bool(chosen.debate.summary),
    "outcome": lambda chosen: chosen.debate.outcome is not None,
    "question": lambda chosen: len(chosen.debate.questions),
    "proof standard": _standards,
    "source": lambda chosen: len(chosen.debate.sources),
    "unfit link": _unfit,
    "citation": _of_cites(lambda citation: 1),
    "cited passage": _of_cites(lambda citation: bool(citation.words)),
    "speaker": _of_sides(lambda side: bool(side.speaker)),
    "short name": _of_sides(lambda side: bool(side.short)),
    "speaker's role": _of_sides(lambda side: bool(side.role)),
    "side's note": _of_sides(lambda side: bool(side.note)),
    "scheme": _of_claims(lambda claim: bool(claim.scheme)),
    "weight": _of_claims(lambda claim: claim.weight is not None),
    "credence": _of_claims(lambda claim: claim.credence is not None),
    "tag": _of_claims(lambda claim: len(claim.tags)),
    "discussion question": _of_claims(lambda claim: bool(claim.ask)),
    "note": _of_claims(lambda claim: bool(claim.note) and claim.target < 0),
    "repeated claim's note": _of_claims(lambda claim: bool(claim.note) and claim.target >= 0),
    "agreeing pair": lambda chosen: len(chosen.debate.agreements),
    "clashing pair": lambda chosen: len(chosen.debate.clashes),
    "extra field": _extras,
    "reader's note": _of_notes(lambda own: bool(own.note)),
    "reader's mark": _of_notes(lambda own: own.marked),
    "orphaned note": lambda chosen: len(chosen.notes.lost),
    "verdict": lambda chosen: len(chosen.debate.claims) if chosen.judged else 0,
    "judgement": _judgements,
    "cut-off claim": lambda chosen: sum(chosen.cut.values()),
}

#: The whole vocabulary.
NOUNS = _COUNTS.keys()
