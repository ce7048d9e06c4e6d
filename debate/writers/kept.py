"""What a format cannot hold of a debate, as plain data that it keeps beside its own things.

:mod:`debate.readers.kept` makes the debate of it again. Keys are those of our own files; ``row``
and ``parent`` are the rows' numbers.
"""

from __future__ import annotations

from collections.abc import Set
from typing import Any

from debate.files.keys import CLAIM
from debate.model import Citation, Debate
from debate.writers import Options
from debate.writers.part import Part
from debate.writers.unheld import FIELDS
from debate.writers.unheld import tell as tell_unheld

#: The key under which it stands, in every format.
KEY = "debate"

#: What is said of it.
HOW = f'kept under the key "{KEY}", which other programs pass over'

_SOURCE = ("title", "author", "publisher", "date", "url")
_POSITION = ("speaker", "short", "role", "note", "extra")
_FIELDS = [(name, key.field) for name, key in CLAIM.items() if key.field and name != "claim"]


def head(debate: Debate) -> dict[str, Any]:
    """All of a debate but its claims."""
    made: dict[str, Any] = {"debate": debate.title, "date": debate.date, "summary": debate.summary}
    if debate.outcome:
        made["outcome"] = {"claim": debate.outcome.text, "cite": _cites(debate.outcome.cite)}
    made["sources"] = {id: _some(source, _SOURCE) for id, source in debate.sources.items()}
    made["questions"] = {
        id: {"ask": asked.ask, "options": asked.options, "standard": asked.standard}
        for id, asked in debate.questions.items()
    }
    made["positions"] = {side.name: _some(side, _POSITION) for side in debate.positions}
    made["extra"] = debate.extra
    return {key: value for key, value in made.items() if value}


def row(debate: Debate, row: int) -> dict[str, Any]:
    """A row without its text: where it stands, and all its fields."""
    claim = debate.claims[row]
    made: dict[str, Any] = {"row": row}
    if claim.parent >= 0:
        made["parent"] = claim.parent
    made["role"] = str(claim.role)
    if claim.parent < 0:
        made["position"] = debate.position_name(row)
    for name, field in _FIELDS:
        value = getattr(claim, field)
        if value is not None and value != ():
            made[name] = _cites(value) if name == "cite" else value
    return made


def _cites(cites: tuple[Citation, ...]) -> list[dict[str, Any]]:
    return [_some(cite, ("source", "paragraph", "page", "at", "words")) for cite in cites]


def _some(record: Any, keys: tuple[str, ...]) -> dict[str, Any]:
    given = {key: getattr(record, key) for key in keys}
    return {key: value for key, value in given.items() if value is not None and value != ()}


def tell(chosen: Part, options: Options, held: Set[str]) -> None:
    """Say how much other programs pass over: all but what the format has a place for, by nouns."""
    kept = dict.fromkeys(FIELDS - {"extra field"}, HOW)
    tell_unheld(chosen, options, held | {"extra field"}, kept)
