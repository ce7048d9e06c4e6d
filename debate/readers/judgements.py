"""Judgements from a file: what somebody made of a debate, to go on with or to mark.

    judgements: Should the president meet Putin after the Kerch Strait attack?
    accept: [fried.right-message]
    reject: ["aslund:1.2"]
    credence: {fried.no-turn: 0.7}
    weight: {fried.acquiescence: 1.0}

YAML or JSON, the shape that :meth:`debate.reasoning.judgements.Judgements.as_json` gives. Claims
go by the names that the command line takes.
"""

from __future__ import annotations

from collections.abc import Iterator

from debate.files.finding import Hint, nearest
from debate.model import Debate, Problem, Role
from debate.model.problem import InvalidDebate
from debate.model.role import STEP_ROLES
from debate.readers.nodes import Node, parse, unique
from debate.reasoning.judgements import Judgements

_LISTS = ("accept", "reject")
_NUMBERS = ("credence", "weight")
_FIELDS = ("judgements", *_LISTS, *_NUMBERS)


def read(text: str, file: str, debate: Debate) -> Judgements:
    """The judgements that ``text``, the contents of ``file``, holds on a debate.

    Raises InvalidDebate with every name that is no claim, every number that is not from 0 to 1, and
    whatever else is wrong.
    """
    reader = _Reader(file, debate)
    found = reader.read(parse(text, file))
    if reader.errors:
        raise InvalidDebate(reader.errors)
    return found


class _Reader:
    """One file; what is wrong with it gathers in ``errors``."""

    def __init__(self, file: str, debate: Debate) -> None:
        self.file = file
        self.debate = debate
        self.errors: list[Problem] = []

    def read(self, root: Node) -> Judgements:
        found = Judgements()
        for key, value in self._pairs(root):
            if key.text in _LISTS:
                for row in self._rows(value):
                    if row in found.claims():
                        self._error(value, "twice", f"{self.debate.name(row)} is judged twice")
                    found = found.accept(row) if key.text == "accept" else found.reject(row)
            elif key.text in _NUMBERS:
                for name, number in self._pairs(value):
                    found = self._number(found, key.text, name, number)
            elif key.text not in _FIELDS:
                hint = nearest(key.text, _FIELDS, "known are " + ", ".join(_FIELDS))
                self._error(key, "unknown-field", f"there is no field {key.text}", hint)
        return found.of(self.debate)

    def _rows(self, value: Node) -> Iterator[int]:
        if value.empty:
            return
        if value.kind != "list":
            self._error(value, "list", "here belongs a list of claims: [fried.meet, …]")
        for item in value.items:
            row = self._row(item)
            if row is not None:
                yield row

    def _row(self, node: Node) -> int | None:
        try:
            return self.debate.find(node.text)
        except KeyError:
            hint = nearest(node.text, names(self.debate), "debate show --json lists all names")
            self._error(node, "unknown-claim", f"there is no claim {node.text or 'here'}", hint)
            return None

    def _number(self, found: Judgements, kind: str, name: Node, number: Node) -> Judgements:
        row = self._row(name)
        try:
            value = float(number.text)
        except ValueError:
            value = -1.0
        if not 0 <= value <= 1:
            what = f"{number.text or 'nothing'} is no number from 0 to 1"
            self._error(number, "number", what)
        elif row is not None and kind == "credence":
            return found.believe(row, value)
        elif row is not None:
            if not has_weight(self.debate, row):
                self._error(name, "no-step", f"{name.text} has no step of its own to be weighed")
            return found.weigh(row, value)
        return found

    def _pairs(self, node: Node) -> Iterator[tuple[Node, Node]]:
        if node.empty:
            return
        if node.kind != "mapping":
            self._error(node, "mapping", "here belong names with values")
        self.errors += unique(node, self.file)
        yield from node.pairs

    def _error(self, node: Node, code: str, what: str, hint: Hint = "") -> None:
        hint = hint if isinstance(hint, str) else hint()
        self.errors.append(Problem(self.file, node.line, node.column, "error", code, what, hint))


def has_weight(debate: Debate, row: int) -> bool:
    """Whether a row makes a step that can be weighed: to its parent, or to an option."""
    role = debate.claims[row].role
    return role in STEP_ROLES or role is Role.RECOMMENDATION


def names(debate: Debate, most: int = 20_000) -> list[str]:
    """Names to look for the nearest among: those that claims were given, the first of them."""
    rows = (row for row, claim in enumerate(debate.claims) if claim.id)
    return [debate.name(row) for row, _ in zip(rows, range(most), strict=False)]
