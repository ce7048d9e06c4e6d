"""The blocks of an Argdown document: a statement with what hangs on it, or a reconstruction.

Whatever hangs on a row is indented below it; what is too deep, or stands in another section, has a
block of its own, under the row's title. Rows are walked in their order, whatever their depth.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from debate.model import Claim, Debate, Role
from debate.readers.argdown.shortcodes import PATTERN
from debate.writers.argdown.rows import Rows, argdown_of, many, step_of

#: How deep lines are indented before a block of their own begins.
DEEPEST = 24

_INDENT = "    "

#: How a row stands in another section than its parent: under its own title, or its parent's.
HOME, UNDER = 1, 2
_RULES = re.compile(rf"[\\{{]|-(?=-)|/(?=[/*])|<(?=!)|{PATTERN}")


@dataclass(slots=True)
class Structure:
    """An argument's inferences: the first premise's row of each, and whose they are.

    ``argument`` is its row, -1 where it is nothing but the inference; ``concluded`` the row that
    hangs it on its conclusion; ``conclusion`` that statement's row.
    """

    name: str
    steps: list[tuple[int, int]] = field(default_factory=list)
    argument: int = -1
    concluded: int = -1
    conclusion: int = -1


class Blocks:
    """Writes the blocks of one debate; ``queue`` holds those that are still to come."""

    def __init__(self, rows: Rows, mapped: bool) -> None:
        self.rows = rows
        self.debate: Debate = rows.debate
        self.mapped = mapped
        self.structures: dict[str, Structure] = {}
        self.inline: dict[int, Structure] = {}  # conclusions that stand only in a structure
        self.homes: dict[int, int] = {}  # rows that have a block in another section
        self.queue: deque[tuple[str, Any]] = deque()
        self.called: set[str] = set()  # the structures that have their place
        self._arguments: dict[int, Structure] = {}
        self._introduced: set[int] = set()
        self._after_argument = False
        if mapped:
            self._find_structures()

    # ------------------------------------------------------------------ reconstructions

    def _find_structures(self) -> None:
        debate = self.debate
        concluded: dict[int, int] = {}
        found: dict[str, Structure] = {}
        for row, claim in enumerate(debate.claims):
            if claim.extra is None:
                continue
            step = step_of(claim)
            if "conclusion" in step and claim.parent >= 0:
                concluded.setdefault(debate.meant(row), row)
            elif "inference" in step and claim.parent >= 0:
                name = str(step["inference"])
                number = str(step.get("number", "1"))
                place = int(number) if number.isascii() and number.isdigit() else 1
                found.setdefault(name, Structure(name)).steps.append((place, row))
        for name, structure in found.items():
            self._complete(structure, concluded)
            if structure.conclusion >= 0:
                self.structures[name] = structure
                if structure.argument >= 0:
                    self._arguments[structure.argument] = structure
        self._place_conclusions()

    def _complete(self, structure: Structure, concluded: dict[int, int]) -> None:
        """Where its conclusion is; what was taken apart meanwhile has none."""
        claims = self.debate.claims
        structure.steps.sort()
        above = claims[structure.steps[-1][1]].parent
        if not self.rows.is_argument(above):
            structure.conclusion = above
        elif above in concluded:
            structure.argument, structure.concluded = above, concluded[above]
            structure.conclusion = claims[concluded[above]].parent

    def _place_conclusions(self) -> None:
        """A conclusion without a title stands in its structure alone, or is given one."""
        several: dict[int, list[Structure]] = {}
        for structure in self.structures.values():
            several.setdefault(structure.conclusion, []).append(structure)
        claims = self.debate.claims
        for row, some in several.items():
            if self.rows.title(row):
                continue
            claim = claims[row]
            step = step_of(claim)
            plain = "inference" not in step and claim.role is not Role.CO_PREMISE
            usable = claim.parent < 0 or (some[0].argument >= 0 and plain and not step)
            if len(some) == 1 and usable:
                self.inline[row] = some[0]
            else:
                self.rows.named(row)
        for structure in self.structures.values():
            for (_, first), (_, following) in zip(
                structure.steps, structure.steps[1:], strict=False
            ):
                between = claims[first].parent
                if between not in self._premises(following):
                    self.rows.named(between)

    def _premises(self, first: int) -> list[int]:
        """The rows of the premises of a step."""
        claims = self.debate.claims
        joined = [row for row in self.debate.children(first) if claims[row].role is Role.CO_PREMISE]
        return [first, *joined]

    # ------------------------------------------------------------------ lines

    def block(self, row: int) -> Iterator[str]:
        """A root, or a row with a block of its own, and all that is queued meanwhile."""
        self.queue.append(("root", row))
        yield from self.drain()

    def drain(self) -> Iterator[str]:
        """The blocks that are queued, each with an empty line behind it."""
        while self.queue:
            kind, row = self.queue.popleft()
            if kind == "structure":
                yield from self._structure(row)
                continue
            if kind == "root" and row in self.inline:
                self.call(self.inline[row])
                continue
            yield from self._tree(kind, row)
            yield "\n"

    def call(self, structure: Structure) -> None:
        """Have a structure written after this block, once."""
        if structure.name not in self.called:
            self.called.add(structure.name)
            self.queue.append(("structure", structure))

    def _tree(self, kind: str, row: int) -> Iterator[str]:
        if kind == "under":  # one row below the title of its parent
            parent = self.debate.claims[row].parent
            yield self.rows.reference(parent) + "\n"
            yield from self._line(row, 1)
            self._after_argument = self.rows.is_argument(self.debate.meant(parent))
            return
        head = self.rows.reference(row) if kind == "more" else self.rows.definition(row)
        yield from self._above(row) if kind != "more" else ()
        yield from self._hang(head, row, 0)
        self._after_argument = self.rows.is_argument(self.debate.meant(row))

    def _above(self, row: int) -> Iterator[str]:
        """Blocks that must come before those of a row and of what hangs on it."""
        if not self.mapped:
            return
        for below in range(row, self.debate.claims[row].end):
            if self.debate.claims[below].extra and below not in self._introduced:
                self._introduced.add(below)
                for line in self.rows.before(below):
                    yield f"{line}\n\n"

    def _line(self, row: int, level: int) -> Iterator[str]:
        """A row below another, with all that hangs on it."""
        claim = self.debate.claims[row]
        sign = self._sign(row, claim)
        before = _INDENT * level + sign + " "
        if self.homes.get(row) == HOME:
            yield f"{before}{self.rows.reference(row)}\n"
        elif claim.ref is not None:
            yield from self._hang(
                before + self.rows.with_data(self.rows.reference(row), row), row, level
            )
        elif row in self.inline:
            structure = self.inline[row]
            self.call(structure)
            yield f"{before}{self.rows.reference(structure.argument)}\n"
        else:
            yield from self._hang(before + self.rows.definition(row), row, level)

    def _hang(self, head: str, top: int, level: int) -> Iterator[str]:
        """A line that is there, and the rows that hang on ``top``, below it."""
        claims = self.debate.claims
        base = claims[top].depth - level
        if level == 0 and self._splits(top):
            self.rows.named(top)
        yield head + "\n"
        row, end = top + 1, claims[top].end
        while row < end:
            claim = claims[row]
            if self._apart(row, claim):
                row = claim.end
                continue
            depth = claim.depth - base
            before = _INDENT * depth + self._sign(row, claim) + " "
            if row in self.inline:
                structure = self.inline[row]
                self.call(structure)
                yield f"{before}{self.rows.reference(structure.argument)}\n"
                row = claim.end
                continue
            more = depth >= DEEPEST and claim.end > row + 1 and claim.ref is None
            if more or self._splits(row):
                self.rows.named(row)
            if row in self.homes:
                yield before + self.rows.reference(row) + "\n"
                row = claim.end
                continue
            if claim.ref is not None:
                yield before + self.rows.with_data(self.rows.reference(row), row) + "\n"
            else:
                yield before + self.rows.definition(row) + "\n"
            if more:
                self.queue.append(("more", row))
                row = claim.end
            else:
                row += 1

    def _splits(self, row: int) -> bool:
        """Whether something below a row is written elsewhere, under its title."""
        if not self.homes:
            return False
        return any(self.homes.get(child) == UNDER for child in self.debate.children(row))

    def _apart(self, row: int, claim: Claim) -> bool:
        """Whether a row is written in another way than below its parent; it is then queued."""
        if not self.mapped:
            return False
        claims, parent = self.debate.claims, claim.parent
        step = step_of(claim)
        above = step_of(claims[parent])
        named = self.structures.get(str(step.get("inference")))
        if named:
            self.call(named)
            return True
        if "conclusion" in step:
            structure = self._arguments.get(self.debate.meant(row))
            if structure:
                self.call(structure)
                return True
        if claim.role in (Role.CO_PREMISE, Role.UNDERCUT):
            if str(above.get("inference")) in self.structures:
                return True
            if claim.role is Role.UNDERCUT and "conclusion" in above:
                structure = self._arguments.get(self.debate.meant(parent))
                return bool(structure and structure.concluded == parent)
        if row in self.homes:
            return self.homes[row] == UNDER
        if step.get("relation") == "contradictory":
            return self._contradicts(row, claim, step)
        if claim.ref is None or "mirror" not in step:
            return False
        self._elsewhere(row, claim)
        return True

    def _contradicts(self, row: int, claim: Claim, step: dict[str, Any]) -> bool:
        """Whether a contradiction is written where the other of the two stands above.

        Of its two steps the one that was made to mirror it is so written that it has the same
        direction as it had.
        """
        if "mirror" in step:
            return False
        claims, meant = self.debate.claims, self.debate.meant(row)
        if not any("mirror" in step_of(claims[child]) for child in self.debate.children(meant)):
            return False
        self._elsewhere(row, claim)
        return True

    def _elsewhere(self, row: int, claim: Claim) -> None:
        """Have a row written later, or of a use that is written nowhere what hangs on it."""
        if claim.ref is None:
            self.queue.append(("root", row))
        elif claim.end > row + 1:
            self.queue.append(("more", row))

    def _sign(self, row: int, claim: Claim) -> str:
        step = step_of(claim) if self.mapped and claim.extra else {}
        relation = step.get("relation")
        if relation == "contradictory":
            return "><"
        if "mirror" in step:
            return "->"
        if claim.role is Role.UNDERCUT or relation == "undercut":
            return "<_"
        return "-" if claim.role is Role.OBJECTION else "+"

    # ------------------------------------------------------------------ a structure

    def _structure(self, structure: Structure) -> Iterator[str]:
        claims, argument = self.debate.claims, structure.argument
        if argument >= 0:
            whole = claims[argument].ref is None and claims[argument].parent >= 0
            head = self.rows.definition(argument) if whole else self.rows.reference(argument)
            yield from self._above(argument) if whole else ()
            yield from self._hang(head, argument, 0)
            yield "\n"
        elif self._after_argument or self.rows.forced:
            yield f"<{self.rows.free('Argument', True)}>\n\n"
        self._after_argument = False
        kept = argdown_of(claims[argument]) if argument >= 0 else {}
        numbers = many(kept.get("numbers"))
        if not numbers:
            numbers = many(step_of(claims[structure.steps[-1][1]]).get("numbers"))
        count = 0

        def number() -> str:
            nonlocal count
            count += 1
            given = numbers[count - 1] if count <= len(numbers) else ""
            return given if given.isascii() and given.isdigit() else str(count)

        before = -1
        for place, (_, first) in enumerate(structure.steps):
            last = place == len(structure.steps) - 1
            premises = self._premises(first)
            if before >= 0:
                same = [row for row in premises if self.debate.meant(row) == before]
                premises = [row for row in premises if row not in same[:1]]
            for row in premises:
                yield from self._stated(f"({number()}) ", row, self.debate.claims[row].ref is None)
            yield from self._inference(structure, first, last)
            before = structure.conclusion if last else claims[first].parent
            if last:
                inline = self.inline.get(before) is structure
                yield from self._stated(f"({number()}) ", before, inline)
            else:
                here = before in self._premises(structure.steps[place + 1][1])
                yield from self._stated(f"({number()}) ", before, here)
        yield "\n"

    def _stated(self, before: str, row: int, here: bool) -> Iterator[str]:
        """A numbered statement: by its title, or with its words and what hangs on it."""
        if not here or row in self.homes:
            yield before + self.rows.reference(row) + "\n"
            return
        yield from self._hang(before + self.rows.definition(row), row, 0)

    def _inference(self, structure: Structure, first: int, last: bool) -> Iterator[str]:
        step: dict[str, Any] = step_of(self.debate.claims[first])
        rules = _RULES.sub(r"\\\g<0>", " ".join(str(step.get("rules", "")).split()))
        parts = [part for part in (rules, str(step.get("data", ""))) if part]
        yield f"-- {' '.join(parts)} --\n" if parts else "----\n"
        row = structure.concluded if last and structure.concluded >= 0 else first
        for child in self.debate.children(row):
            if self.debate.claims[child].role is Role.UNDERCUT:
                yield from self._line(child, 1)
