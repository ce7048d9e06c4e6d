"""JSON: one flat list of claims in reading order, each with its parent's index in that list.

Nothing is lost but where something was cut off.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from debate.model import Citation, Claim, Debate, Outcome, Position, Question, Source
from debate.model.annotations import entries
from debate.writers import Options, Writer
from debate.writers.dumping import dump, string
from debate.writers.outline import numbered
from debate.writers.part import part
from debate.writers.unheld import FIELDS, READER, tell

if TYPE_CHECKING:
    from debate.reasoning.evaluate import Evaluation

#: Keys that a claim has only where something is written there.
_WRITTEN = ("scheme", "weight", "credence", "tags", "ask", "note", "agrees_with", "clashes_with")


def write(debate: Debate, options: Options) -> Iterator[str]:
    """The debate as one JSON object, a claim a line; the shape that ``show --json`` has too.

    A reader's notes stand under ``notes``, where they were asked for, as in a file of notes; what
    was judged under ``judgements``, as in a file of judgements, and what follows from it under
    ``outcomes`` and at each claim, as ``judge --json`` has it. A claim's ``name`` is always what
    the command line takes, whatever its ``number`` looks like.
    """
    chosen = part(debate, options)
    debate = chosen.debate
    tell(chosen, options, FIELDS | READER | {"judgement"})
    yield "{"
    for key, value in _head(debate).items():
        yield f"{dump(key)}: {dump(value)},\n "
    if options.notes is not None:
        yield f'"notes": {dump(entries(debate, chosen.notes.rows, chosen.notes.lost))},\n '
    if judged := chosen.judged:
        yield f'"judgements": {dump(_judgements(judged))},\n '
        yield f'"outcomes": {dump(judged.questions_as_json())},\n '
    yield '"claims": ['
    between = "\n  "
    for side in [*range(len(debate.positions)), -1]:
        where = "background" if side < 0 else debate.positions[side].name
        quoted = string(where)
        for row, number, shown in _numbers(debate, side, options.numbers):
            claim = debate.claims[row]
            if not judged and _is_bare(claim):
                yield between + _bare(claim, quoted, number, shown)
            else:
                name = f"{where}.{claim.id}" if claim.id else f"{where}:{number}"
                fields = _claim(debate, row, name, shown)
                if judged:
                    fields |= judged.claim_as_json(chosen.whole(row))
                yield between + dump(fields)
            between = ",\n  "
    yield "\n ]}\n"


def _head(debate: Debate) -> dict[str, Any]:
    head = {
        "debate": debate.title,
        "date": debate.date,
        "summary": debate.summary,
        "outcome": _outcome(debate.outcome),
        "sources": {id: _source(source) for id, source in debate.sources.items()},
        "questions": {id: _question(question) for id, question in debate.questions.items()},
        "positions": [_position(side) for side in debate.positions],
    }
    return head | ({"extra": debate.extra} if debate.extra else {})


def _outcome(outcome: Outcome | None) -> dict[str, Any] | None:
    if outcome is None:
        return None
    return {"claim": outcome.text, "cite": [_citation(citation) for citation in outcome.cite]}


def _source(source: Source) -> dict[str, Any]:
    keys = ("author", "publisher", "date", "url")
    return {"title": source.title} | {key: getattr(source, key) for key in keys}


def _question(question: Question) -> dict[str, Any]:
    return {"ask": question.ask, "options": question.options, "standard": question.standard}


def _position(side: Position) -> dict[str, Any]:
    fields = {key: getattr(side, key) for key in ("name", "speaker", "short", "role")}
    written = {key: value for key in ("note", "extra") if (value := getattr(side, key))}
    return fields | written


def _citation(citation: Citation) -> dict[str, Any]:
    """The citation as written: one paragraph as a number, several as a list."""
    paragraph = citation.paragraph[0] if len(citation.paragraph) == 1 else citation.paragraph
    fields = {
        "source": citation.source,
        "paragraph": None if paragraph == () else paragraph,
        "page": citation.page,
        "at": citation.at,
        "words": citation.words,
    }
    return {key: value for key, value in fields.items() if value is not None}


def _judgements(judged: Evaluation) -> dict[str, Any]:
    found = judged.judgements.as_json(judged.debate)
    del found["judgements"]  # the debate's title, once more
    return found


def _numbers(debate: Debate, side: int, style: str) -> Iterator[tuple[int, str, str]]:
    """The claims of a side: the row of each, its number in names, and the one to show."""
    rows = debate.side(side)
    if style == "decimal":
        return ((row, number, number) for row, number in numbered(debate, rows))
    shown = numbered(debate, rows, style)
    return ((row, number, next(shown)[1]) for row, number in numbered(debate, rows))


def _is_bare(claim: Claim) -> bool:
    """Whether a claim has its words, and nothing else but its place and perhaps ``extra``."""
    return not (
        claim.cite
        or claim.tags
        or claim.target >= 0
        or claim.note is not None
        or claim.scheme is not None
        or claim.weight is not None
        or claim.credence is not None
        or claim.ask is not None
        or claim.agrees_with
        or claim.clashes_with
        or claim.option is not None
        or claim.question is not None
    )


def _bare(claim: Claim, side: str, number: str, shown: str) -> str:
    """What :func:`_claim` makes of a bare claim, dumped; most are bare, and there are many.

    ``side`` is dumped already, and a number has nothing that has to be.
    """
    id = "null" if claim.id is None else string(claim.id)
    name = f"{side[:-1]}.{id[1:]}" if claim.id else f'{side[:-1]}:{number}"'
    numbered = f'"{shown}"' if shown else "null"
    position = side if claim.position >= 0 else "null"
    extra = f', "extra": {dump(claim.extra)}' if claim.extra is not None else ""
    return (
        f'{{"name": {name}, "number": {numbered}, "id": {id}, "position": {position}, '
        f'"role": "{claim.role._value_}", '
        f'"parent": {claim.parent if claim.parent >= 0 else "null"}, '
        f'"depth": {claim.depth}, "claim": {string(claim.text)}, "question": null, '
        f'"option": null, "cite": [], "ref": null{extra}}}'
    )


def _claim(debate: Debate, row: int, name: str, number: str) -> dict[str, Any]:
    claim = debate.claims[row]
    fields: dict[str, Any] = {
        "name": name,
        "number": number or None,
        "id": claim.id,
        "position": None if claim.position < 0 else debate.positions[claim.position].name,
        "role": claim.role,
        "parent": None if claim.parent < 0 else claim.parent,
        "depth": claim.depth,
        "claim": debate.text(row),
        "question": claim.question,
        "option": claim.option,
        "cite": [_citation(citation) for citation in claim.cite],
        "ref": None if claim.target < 0 else debate.name(claim.target),
    }
    for key in _WRITTEN:
        if (value := getattr(claim, key)) is not None and value != ():
            fields[key] = value
    if claim.extra is not None:
        fields["extra"] = claim.extra
    return fields


WRITER = Writer("json", "JSON", ".json", write)
