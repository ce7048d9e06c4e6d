"""Statements joined by steps, as most formats have them, put as the trees that a debate is made of.

A statement stands where it is met first, level by level from the roots; wherever else it is used
there is a ref to it. So each statement and each step comes out exactly once, cycles included.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from debate.model import Role
from debate.readers.making import Making


@dataclass(slots=True)
class _Statement:
    text: str
    line: int
    fields: dict[str, Any]
    row: int = -1
    steps: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Step:
    role: Role
    premises: list[int]
    line: int
    fields: dict[str, Any]
    joined: dict[int, tuple[int, dict[str, Any]]] = field(default_factory=dict)
    steps: list[int] = field(default_factory=list)


#: Where a root goes: its position's number and its role.
Place = Callable[[int], tuple[int, Role]]


class Net:
    """Statements and the steps between them, numbered from 0 as they are added."""

    def __init__(self) -> None:
        self.statements: list[_Statement] = []
        self.steps: list[_Step] = []
        self._used: set[int] = set()
        self._rooted: set[int] = set()

    def statement(self, text: str, *, line: int = 0, **fields: Any) -> int:
        """A statement; ``fields`` are those of Claim."""
        self.statements.append(_Statement(text, line, fields))
        return len(self.statements) - 1

    def step(
        self, role: Role, premises: Sequence[int], conclusion: int, *, line: int = 0, **fields: Any
    ) -> int:
        """A step from one premise or several linked ones to a statement.

        Of several conditions each is one of its own.
        ``role`` is SUPPORT, OBJECTION or CONDITION. ``fields`` may be ``weight``, ``note``,
        ``scheme`` and ``extra``: they come to stand on the first premise's row there, ``extra``
        under its key "step" and, if the row is a ref, ``scheme`` too.
        """
        return self._step(role, premises, self.statements[conclusion].steps, line, fields)

    def undercut(self, premises: Sequence[int], step: int, *, line: int = 0, **fields: Any) -> int:
        """A step that denies that another one holds."""
        return self._step(Role.UNDERCUT, premises, self.steps[step].steps, line, fields)

    def join(self, premise: int, step: int, *, line: int = 0, **fields: Any) -> None:
        """Link one more premise to a step, where the file says so of that premise alone.

        ``fields`` may be ``note`` and ``extra``, which are put as those of a step.
        """
        made = self.steps[step]
        made.joined[len(made.premises)] = line, fields
        made.premises.append(premise)
        self._used.add(premise)

    def _step(
        self,
        role: Role,
        premises: Sequence[int],
        below: list[int],
        line: int,
        fields: dict[str, Any],
    ) -> int:
        if not premises:
            raise ValueError("a step without premises")
        self._used.update(premises)
        below.append(len(self.steps))
        self.steps.append(_Step(role, list(premises), line, fields))
        return len(self.steps) - 1

    def root(self, statement: int) -> None:
        """Make a statement a root, although steps use it: those have refs to it."""
        self._rooted.add(statement)

    def roots(self) -> list[int]:
        """The statements that are no step's premise, or roots all the same, in their order."""
        numbers = range(len(self.statements))
        return [each for each in numbers if each not in self._used or each in self._rooted]

    def row(self, statement: int) -> int:
        """The row at which a statement stands, once it is unrolled."""
        return self.statements[statement].row

    def unroll(self, making: Making, place: Place | None = None) -> None:
        """Add everything to ``making``. Roots, and one statement of each circle that no root leads
        to, become theses of positions of their own, or what ``place`` says of them.
        """
        place = place or self._own_position(making)
        waiting: deque[int] = deque()
        for root in self.roots():
            self._root(making, root, place, waiting)
        self._down(making, waiting)
        for number, statement in enumerate(self.statements):
            if statement.row < 0:
                self._root(making, number, place, waiting)
                self._down(making, waiting)

    def _own_position(self, making: Making) -> Place:
        def place(root: int) -> tuple[int, Role]:
            statement = self.statements[root]
            name = statement.fields.get("id") or statement.text
            return making.position(name), Role.THESIS

        return place

    def _root(self, making: Making, number: int, place: Place, waiting: deque[int]) -> None:
        statement = self.statements[number]
        position, role = place(number)
        statement.row = making.claim(
            statement.text, role, -1, position, line=statement.line, **statement.fields
        )
        waiting.append(number)

    def _down(self, making: Making, waiting: deque[int]) -> None:
        """Hang the steps on the statements that wait, and what is new on those, level by level."""
        while waiting:
            statement = self.statements[waiting.popleft()]
            steps = [(step, statement.row) for step in reversed(statement.steps)]
            while steps:
                number, parent = steps.pop()
                step = self.steps[number]
                first, *others = step.premises
                row = self._premise(making, first, step, parent, waiting)
                for place, other in enumerate(others, 1):
                    if step.role is Role.CONDITION:  # each is one of its own
                        self._premise(making, other, step, parent, waiting)
                    else:
                        self._premise(making, other, step, row, waiting, place)
                steps += [(below, row) for below in reversed(step.steps)]

    def _premise(
        self,
        making: Making,
        number: int,
        step: _Step,
        parent: int,
        waiting: deque[int],
        place: int = 0,
    ) -> int:
        """The row of a premise: the statement itself where it is met first, else a ref to it.

        ``place`` counts the premises of a step that are linked to its first.
        """
        statement = self.statements[number]
        role = Role.CO_PREMISE if place else step.role
        line, given = step.joined.get(place, (step.line, {} if place else step.fields))
        own, line = dict(given), line or statement.line
        if statement.row >= 0:
            extra = own.pop("extra", None)
            kept = {key: value for key in ("scheme",) if (value := own.pop(key, None))}
            if extra:
                kept["step"] = extra
            return making.ref(statement.row, role, parent, line=line, extra=kept or None, **own)
        fields = dict(statement.fields)
        extra = own.pop("extra", None)
        if extra:
            fields["extra"] = {**(fields.get("extra") or {}), "step": extra}
        notes = [note for note in (fields.pop("note", None), own.pop("note", None)) if note]
        if notes:
            fields["note"] = "\n".join(notes)
        statement.row = making.claim(
            statement.text, role, parent, line=statement.line or line, **{**fields, **own}
        )
        waiting.append(number)
        return statement.row
