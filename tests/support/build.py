"""A debate from nested Python data with the keys of our YAML: no file, no checking.

>>> build({"ann": {"recommendations": [{"question": "q", "option": "a", "claim": "Do it.",
...                                     "supports": ["It helps."]}]}}).text(1)
'It helps.'

It makes whatever it is told, text that no reader would let through included.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from debate.model import Citation, Claim, Debate, Outcome, Position, Question, Role, Source
from debate.model.role import ROLE_ORDER

#: The key under which children of each role stand.
CHILDREN = {
    "only_if": Role.CONDITION,
    "supports": Role.SUPPORT,
    "objections": Role.OBJECTION,
    "together_with": Role.CO_PREMISE,
    "undercuts": Role.UNDERCUT,
}
_ROOTS = {"recommendations": Role.RECOMMENDATION, "claims": Role.THESIS}
_TUPLES = ("tags", "agrees_with", "clashes_with")


def build(
    positions: Mapping[str, Mapping[str, Any]] | None = None,
    *,
    background: Iterable[Any] = (),
    title: str = "A small debate",
    questions: Mapping[str, Mapping[str, Any]] | None = None,
    sources: Mapping[str, Mapping[str, Any]] | None = None,
    outcome: Mapping[str, Any] | None = None,
    **more: Any,
) -> Debate:
    """A whole debate; ``more`` are fields of Debate as they are."""
    debate = Debate(title, **more)
    debate.questions = {id: Question(**fields) for id, fields in (questions or {}).items()}
    debate.sources = {id: Source(**fields) for id, fields in (sources or {}).items()}
    if outcome:
        debate.outcome = Outcome(outcome["claim"], _citations(outcome.get("cite")))
    for number, (name, fields) in enumerate((positions or {}).items()):
        side = dict(fields)
        roots = [(role, claim) for key, role in _ROOTS.items() for claim in side.pop(key, ())]
        start = len(debate.claims)
        _add(debate, number, roots)
        debate.positions.append(Position(name, **side, start=start, end=len(debate.claims)))
    _add(debate, -1, [(Role.BACKGROUND, claim) for claim in background])
    _resolve(debate)
    return debate


def _add(debate: Debate, position: int, roots: list[tuple[Role, Any]]) -> None:
    """Append the rows of one side; a stack, for depth may be a thousand."""
    rows = debate.claims
    stack = [(-1, ordinal, *root) for ordinal, root in enumerate(roots, 1)][::-1]
    while stack:
        parent, ordinal, role, data = stack.pop()
        claim, children = _claim(data)
        claim.role, claim.position, claim.parent, claim.ordinal = role, position, parent, ordinal
        claim.depth = rows[parent].depth + 1 if parent >= 0 else 0
        children.sort(key=lambda child: ROLE_ORDER[child[0]])
        row = len(rows)
        rows.append(claim)
        stack += [(row, ordinal, *child) for ordinal, child in enumerate(children, 1)][::-1]
    for row in range(len(rows) - 1, -1, -1):
        claim = rows[row]
        claim.end = max(claim.end, row + 1)
        if claim.parent >= 0:
            rows[claim.parent].end = max(rows[claim.parent].end, claim.end)


def _claim(data: Any) -> tuple[Claim, list[tuple[Role, Any]]]:
    """A row without its place, and its children with their roles."""
    fields = {"claim": data} if isinstance(data, str) else dict(data)
    children = [(role, child) for key, role in CHILDREN.items() for child in fields.pop(key, ())]
    fields["text"] = fields.pop("claim", "")
    fields["cite"] = _citations(fields.get("cite"))
    fields |= {key: tuple(fields[key]) for key in _TUPLES if key in fields}
    return Claim(**fields), children


def _citations(data: Any) -> tuple[Citation, ...]:
    if not data:
        return ()
    one_or_more = [data] if isinstance(data, Mapping) else data
    return tuple(Citation(**{**fields, **_paragraph(fields)}) for fields in one_or_more)


def _paragraph(fields: Mapping[str, Any]) -> dict[str, Any]:
    given = fields.get("paragraph", ())
    return {"paragraph": (given,) if isinstance(given, int) else tuple(given)}


def _resolve(debate: Debate) -> None:
    """Refs to their targets, links to pairs of rows."""
    ids = {debate.name(row): row for row, claim in enumerate(debate.claims) if claim.id}
    pairs: dict[str, set[tuple[int, int]]] = {"agrees": set(), "clashes": set()}
    for row, claim in enumerate(debate.claims):
        own = debate.position_name(row)

        def found(name: str, own: str = own) -> int:
            return ids[name] if "." in name else ids[f"{own}.{name}"]

        if claim.ref:
            claim.target = found(claim.ref)
        for kind, names in (("agrees", claim.agrees_with), ("clashes", claim.clashes_with)):
            for name in names:
                pairs[kind].add((min(row, found(name)), max(row, found(name))))
    debate.agreements, debate.clashes = sorted(pairs["agrees"]), sorted(pairs["clashes"])
