"""What of a debate a format has no place for: counted in one pass, and told.

A format says what it holds; all else that is there is told as lost, so that nothing new in the
model can go missing in silence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from debate.model import Claim, Debate
from debate.writers import Options
from debate.writers.part import Part

#: What each thing is called when it is counted, by the name under which formats say they hold it.
_NOUNS = {
    "title": "title",
    "date": "date",
    "summary": "summary",
    "outcome": "outcome",
    "questions": "question",
    "standards": "proof standard",
    "sides": "side's description",
    "sources": "full reference",
    "cites": "citation",
    "words": "cited passage",
    "scheme": "scheme",
    "weight": "weight",
    "credence": "credence",
    "tags": "tag",
    "ask": "discussion prompt",
    "note": "note",
    "refs": "note on a claim used again",
    "links": "cross-link",
    "id": "own id",
    "extra": "extra field",
    "annotations": "reader's note",
    "verdicts": "verdict",
    "cut": "cut-off claim",
}

_FIELDS = ("scheme", "weight", "credence", "ask", "note", "id", "extra")

#: How it is said that something is not put in any other way.
LEFT_OUT = "left out"


def tell(
    chosen: Part, options: Options, held: Iterable[str], how: Mapping[str, str] | None = None
) -> None:
    """Tell ``options`` what is there but not among ``held``.

    ``how`` says for some of it how it is put instead; the rest is left out.
    """
    if options.losses is None:
        return
    found = _head(chosen.debate)
    for claim in chosen.debate.claims:
        _count(claim, found)
    found["annotations"] = len(chosen.notes.rows) + len(chosen.notes.lost)
    found["verdicts"] = len(chosen.debate.claims) if chosen.judged else 0
    found["cut"] = sum(chosen.cut.values())
    kept = set(held)
    for name, noun in _NOUNS.items():
        if name not in kept:
            options.lose(noun, (how or {}).get(name, LEFT_OUT), found[name])


def _head(debate: Debate) -> Counter[str]:
    """What is there beside claims."""
    found = Counter(
        title=bool(debate.title),
        date=bool(debate.date),
        summary=bool(debate.summary),
        outcome=debate.outcome is not None,
        questions=len(debate.questions),
        standards=sum(asked.standard != "preponderance" for asked in debate.questions.values()),
        sides=sum(bool(side.role or side.note) for side in debate.positions),
        sources=len(debate.sources),
        links=len(debate.agreements) + len(debate.clashes),
        extra=bool(debate.extra) + sum(bool(side.extra) for side in debate.positions),
    )
    for citation in debate.outcome.cite if debate.outcome else ():
        found["cites"] += 1
        found["words"] += bool(citation.words)
    return found


def _count(claim: Claim, found: Counter[str]) -> None:
    if claim.target >= 0:  # only what stands at the place of use, which graphs merge with the claim
        found["refs"] += bool(claim.note)
    for key in _FIELDS:
        if getattr(claim, key) not in (None, ""):
            found[key] += 1
    found["tags"] += len(claim.tags)
    for citation in claim.cite:
        found["cites"] += 1
        found["words"] += bool(citation.words)
