"""A debate as one outline of nodes, for outliners and mind maps: head, sides, background, sources.

A node's text is for people; its fields say exactly what it is, all of them text (what is more than
a word is JSON), so that :mod:`debate.readers.nodes` can make the same debate of them again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from debate.model import Citation, Claim, Debate, Role
from debate.model.fragment import reference, web_address
from debate.writers import Options
from debate.writers.cards import beside, places
from debate.writers.part import Part
from debate.writers.unheld import FIELDS, tell

#: What is in texts and fields.
_HELD = FIELDS | {"reader's note", "verdict", "cut-off claim"}

#: The fields of a claim that are more than one line of text.
_COMPOSED = ("cite", "tags", "extra", "agrees_with", "clashes_with")

_PLAIN = ("id", "question", "option", "ref", "scheme", "weight", "credence", "ask")


@dataclass(slots=True)
class Node:
    """A line of the outline, ``depth`` 0 at its top.

    ``kind`` is "debate", "summary", "outcome", "questions", "question", "option", "position",
    "facts", "sources", "source" or a claim's role. ``row`` is the claim's, else -1.
    """

    depth: int
    kind: str
    text: str
    fields: dict[str, str] = field(default_factory=dict)
    note: str = ""
    url: str | None = None
    row: int = -1

    @property
    def own(self) -> dict[str, str]:
        """All that says exactly what it is, by the names that readers look for."""
        note = {"note": self.note} if self.note else {}
        return {"kind": self.kind, **note, **self.fields}


def nodes(chosen: Part) -> Iterator[Node]:
    """The nodes of a part of a debate, in order."""
    debate = chosen.debate
    yield from _head(debate)
    for position, side in enumerate(debate.positions):
        fields = {"name": side.name, "speaker": side.speaker, "short": side.short}
        known = fields | {"who": side.role, "extra": _json(side.extra)}
        yield Node(0, "position", side.title, _written(known), side.note or "")
        yield from _claims(chosen.debate, position)
    if debate.background:
        yield Node(0, "facts", "Background")
        yield from _claims(debate, -1)
    if debate.sources:
        yield Node(0, "sources", "Sources")
    for id, source in debate.sources.items():
        fields = {key: value for key, value in asdict(source).items() if key != "url"}
        url = web_address(source.url)
        kept = {"id": id, **fields, "url": source.url}
        yield Node(1, "source", reference(source), _written(kept), url=url)


def _head(debate: Debate) -> Iterator[Node]:
    extra = _json(debate.extra)
    if debate.date or debate.summary or debate.outcome or extra:
        fields = _written({"date": debate.date, "extra": extra})
        yield Node(
            0, "debate", f"About this debate{f' ({debate.date})' if debate.date else ''}", fields
        )
    if debate.summary:
        first, _, rest = debate.summary.partition("\n")
        yield Node(1, "summary", first, {"rest": rest} if rest else {}, rest)
    if debate.outcome:
        fields = _written({"cite": _json([*map(_citation, debate.outcome.cite)])})
        yield Node(1, "outcome", debate.outcome.text, fields)
    if debate.questions:
        yield Node(0, "questions", "Questions")
    for id, question in debate.questions.items():
        yield Node(1, "question", question.ask, {"id": id, "standard": question.standard})
        for option, text in question.options.items():
            yield Node(2, "option", text, {"id": option})


def _claims(debate: Debate, position: int) -> Iterator[Node]:
    for row in debate.side(position):
        claim = debate.claims[row]
        fields = _written({key: getattr(claim, key) for key in _PLAIN})
        for key in _COMPOSED:
            fields |= _written({key: _json(_composed(claim, key))})
        depth, text = claim.depth + 1, debate.text(row)
        yield Node(depth, claim.role, text, fields, claim.note or "", row=row)


def sign(role: str) -> str:
    """What stands before a claim's text where nothing else tells its role: "+ "."""
    return (
        ""
        if role in (Role.RECOMMENDATION, Role.THESIS, Role.BACKGROUND)
        else f"{Role(role).glyph} "
    )


def below(chosen: Part, node: Node) -> list[str]:
    """What people are told under a node's text: its note; of a claim, all that is said of it."""
    told = [node.note] if node.note else []
    if node.row >= 0:
        debate = chosen.debate
        remarks = [(title, text) for title, text in beside(chosen, node.row) if title != "Note"]
        told += [f"[{place.said}]" for place in places(debate, debate.claims[node.row].cite)]
        told += [f"{title}: {text}" for title, text in remarks]
    return told


def tell_unheld(chosen: Part, options: Options) -> None:
    """Tell what neither texts nor fields hold."""
    tell(chosen, options, _HELD)
    outlined = options.numbers == "outline"
    options.lose("numbering style", "outliners and mind maps number by themselves", outlined)


def _composed(claim: Claim, key: str) -> Any:
    value = getattr(claim, key)
    return [*map(_citation, value)] if key == "cite" else value


def _citation(citation: Citation) -> dict[str, Any]:
    return {key: value for key, value in asdict(citation).items() if value not in (None, ())}


def _json(value: Any) -> str:
    if not value:
        return ""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _written(fields: dict[str, Any]) -> dict[str, str]:
    """Those that say something, as text."""
    return {
        key: f"{value!r}" if isinstance(value, float) else str(value)
        for key, value in fields.items()
        if value is not None and value != ""
    }
