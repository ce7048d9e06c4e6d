"""Making a debate out of what a foreign file says, row by row, in whatever order it says it."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Collection
from typing import Any

from debate.model import Claim, Debate, Position, Problem, Role, Source
from debate.model.reading import DEEPEST, Reading
from debate.model.role import ROLE_ORDER, STEP_ROLES
from debate.model.text import one_line

#: What stands for a claim that the file leaves without words.
NO_TEXT = "(no text)"

#: Characters of a name that is made from a text.
_NAME = 32

#: Whether a text is a name as it is.
is_name = re.compile(r"[A-Za-z0-9_-]+").fullmatch

#: Places of roles by their names, whose hashes are known: that of a Role is made each time.
_ORDER = {role.value: order for role, order in ROLE_ORDER.items()}

#: What is no position's name, for it is that of the background.
_TAKEN = "background"


class Making:
    """A debate in the making. ``debate`` is its head, to be filled directly: title, questions, ….

    Rows are known by the numbers that :meth:`claim` and :meth:`ref` return. A claim comes before
    what hangs on it. Lines count from 1; 0 is unknown.
    """

    def __init__(self, file: str, title: str = "") -> None:
        self.file = file
        self.debate = Debate(one_line(title))
        self.problems: list[Problem] = []
        self.files: tuple[str, ...] = (file,)
        self._claims: list[Claim] = []
        self._parents, self._lines = array("i"), array("i")
        self._targets: dict[int, int] = {}
        self._links: list[tuple[int, int, str]] = []
        self._names: dict[str, int] = {}

    # ------------------------------------------------------------------ what is said of the file

    def error(self, line: int, column: int, code: str, message: str, hint: str = "") -> None:
        """Something is wrong; what could be read all the same is still made."""
        self.problems.append(Problem(self.file, line, column, "error", code, message, hint))

    def notice(self, line: int, code: str, message: str, hint: str = "", column: int = 1) -> None:
        """Something has no place in a debate, or was put in another way."""
        place = (line, column if line else 0)
        self.problems.append(Problem(self.file, *place, "note", code, message, hint))

    # ------------------------------------------------------------------ the tables

    def position(self, name: str, **fields: Any) -> int:
        """A new position, named after ``name`` (any text); ``fields`` are those of Position."""
        self.debate.positions.append(Position(self._unique(name, self._names, "side"), **fields))
        return len(self.debate.positions) - 1

    def source(self, title: str, id: str = "", **fields: str | None) -> str:
        """The id of a source, which is added; a second one with the same title and fields is not.

        ``id`` (any text) is what it is to be named after.
        """
        source = Source(one_line(title) or NO_TEXT, **fields)
        for known, other in self.debate.sources.items():
            if other == source:
                return known
        taken = dict.fromkeys(self.debate.sources, 1)
        name = self._unique(id or title, taken, "source")
        self.debate.sources[name] = source
        return name

    # ------------------------------------------------------------------ the rows

    def claim(
        self,
        text: str,
        role: Role,
        parent: int = -1,
        position: int = -1,
        *,
        line: int = 0,
        **fields: Any,
    ) -> int:
        """A row; ``position`` is that of a root, and -1 is the background. Returns its number.

        ``fields`` are those of Claim; ``id`` may be any text that a name can be made of. What the
        parent cannot carry is put as near to it as can be, and a notice says so.
        """
        text = one_line(text)
        if not text:
            self.notice(line, "no-text", "a claim without words")
            text = NO_TEXT
        return self._add(Claim(text, role, **fields), parent, position, line)

    def plain(
        self, text: str, role: Role, parent: int, position: int, line: int, id: str | None
    ) -> int:
        """As :meth:`claim`, of what is most in a large file: quickly."""
        usual = parent >= 0 and (role is Role.SUPPORT or role is Role.OBJECTION)
        if not usual or parent in self._targets or not text or not text.isprintable():
            return self.claim(text, role, parent, position, line=line, id=id)
        claims = self._claims
        claim = Claim(text.strip() or NO_TEXT, role, id)
        claim.position = claims[parent].position
        claims.append(claim)
        self._parents.append(parent)
        self._lines.append(line)
        return len(claims) - 1

    def row(self, claim: Claim, parent: int = -1, position: int = -1, *, line: int = 0) -> int:
        """A row as it is, a ref by its own ``ref`` among them.

        The caller sees to its target, and to whether its parent may carry it.
        """
        return self._append(claim, parent, position, line)

    def ref(self, target: int, role: Role, parent: int, *, line: int = 0, **fields: Any) -> int:
        """A row that uses the claim of another once more; a ref's own claim if that is a ref.

        ``fields`` may be ``weight``, ``note`` and ``extra``. Of a claim that is still to come,
        ``target`` is -1 until :meth:`aim` names it; till then nothing hangs on the row.
        """
        row = self._add(Claim("", role, **fields), parent, -1, line)
        self.aim(row, target)
        return row

    def aim(self, row: int, target: int) -> None:
        """Name the claim that a ref uses."""
        self._targets[row] = self._targets.get(target, target)

    def agree(self, one: int, other: int) -> None:
        """Claims of two positions that say the same; passed over if they turn out to be of one."""
        self._links.append((one, other, "agrees_with"))

    def clash(self, one: int, other: int) -> None:
        """Claims of two positions that collide; passed over if they turn out to be of one."""
        self._links.append((one, other, "clashes_with"))

    def fields(self, row: int) -> Claim:
        """The claim of a row, for fields that become known only later; not its structure."""
        return self._claims[row]

    def is_ref(self, row: int) -> bool:
        """Whether a row uses another's claim."""
        return row in self._targets

    def __len__(self) -> int:
        return len(self._claims)

    def _add(self, claim: Claim, parent: int, position: int, line: int) -> int:
        if parent >= 0:
            parent, claim.role = self._fitting(parent, claim.role, line)
        return self._append(claim, parent, position, line)

    def _append(self, claim: Claim, parent: int, position: int, line: int) -> int:
        row = len(self._claims)
        claim.position = position if parent < 0 else self._claims[parent].position
        self._claims.append(claim)
        self._parents.append(parent)
        self._lines.append(line)
        return row

    def _fitting(self, parent: int, role: Role, line: int) -> tuple[int, Role]:
        """The nearest parent that may carry the role, and the nearest role that it may carry."""
        on_step = role is Role.UNDERCUT or role is Role.CO_PREMISE
        if on_step:
            while self._claims[parent].role is Role.CO_PREMISE:  # it has no step of its own
                parent = self._parents[parent]
            if self._claims[parent].role in STEP_ROLES:
                return parent, role
            instead = Role.OBJECTION if role is Role.UNDERCUT else Role.SUPPORT
            what = f"{'an' if role is Role.UNDERCUT else 'a'} {role} of what is no step"
            self.notice(line, "misplaced", f"{what} is kept as {_article(instead)}")
            role = instead
        return self._targets.get(parent, parent), role  # a ref carries nothing of its own

    # ------------------------------------------------------------------ the end

    def finish(self) -> Reading:
        """The debate, its siblings grouped by role, with refs and links resolved.

        Without a title it gets one from its first claim. Claims too deep for a debate are errors,
        and then there is no debate.
        """
        debate = self.debate
        order, depths = self._in_order()
        if any(depth > DEEPEST for depth in depths):
            row = next(row for row, depth in zip(order, depths, strict=True) if depth > DEEPEST)
            what = f"claims more than {DEEPEST:,} deep"
            self.error(self._lines[row], 1, "too-deep", what, "give part of it a map of its own")
            return Reading(None, self.problems, self.files)
        place = array("i", bytes(4 * len(order)))
        for at, row in enumerate(order):
            place[row] = at
        self._set_structure(order, depths, place)
        self._set_targets(place)
        debate.title = debate.title or self._title()
        lines = array("i", (self._lines[row] for row in order))
        return Reading(debate, self.problems, self.files, lines)

    def _in_order(self) -> tuple[array[int], array[int]]:
        """The rows in reading order, and the depth of each."""
        rank = [_ORDER[claim.role._value_] for claim in self._claims].__getitem__
        children, roots = self._children(), self._roots()
        order, depths = array("i"), array("i")
        for _, some in sorted(roots.items()):
            stack = [(row, 0) for row in reversed(some)]
            while stack:
                row, depth = stack.pop()
                order.append(row)
                depths.append(depth)
                below = children[row]
                if below:
                    depth += 1
                    if len(below) > 1:
                        below.sort(key=rank)
                        stack += [(child, depth) for child in reversed(below)]
                    else:
                        stack.append((below[0], depth))
        return order, depths

    def _children(self) -> list[list[int] | None]:
        children: list[list[int] | None] = [None] * len(self._parents)
        for row, parent in enumerate(self._parents):
            if parent >= 0:
                if (some := children[parent]) is not None:
                    some.append(row)
                else:
                    children[parent] = [row]
        return children

    def _roots(self) -> dict[int, list[int]]:
        """The roots of each position in the model's order; the background comes last."""
        last = len(self.debate.positions)
        roots: dict[int, list[int]] = {}
        for row, parent in enumerate(self._parents):
            if parent < 0:
                position = self._claims[row].position
                roots.setdefault(last if position < 0 else position, []).append(row)
        for some in roots.values():
            some.sort(key=lambda row: ROLE_ORDER[self._claims[row].role])
        return roots

    def _set_structure(self, order: array[int], depths: array[int], place: array[int]) -> None:
        debate = self.debate
        claims = debate.claims = [self._claims[row] for row in order]
        counts = [0] * len(claims)
        ends = [*range(1, len(claims) + 1)]
        above = [-1] * len(claims)
        parents = self._parents
        roots: dict[int, int] = {}
        for at, (claim, row, depth) in enumerate(zip(claims, order, depths, strict=True)):
            parent = parents[row]
            claim.depth = depth
            if parent >= 0:
                claim.parent = parent = place[parent]
                above[at] = parent
                claim.ordinal = counts[parent] = counts[parent] + 1
            else:
                claim.ordinal = roots[claim.position] = roots.get(claim.position, 0) + 1
        for at in range(len(claims) - 1, -1, -1):
            end = ends[at]
            if (parent := above[at]) >= 0 and ends[parent] < end:
                ends[parent] = end
        for claim, end in zip(claims, ends, strict=True):
            claim.end = end
        row = 0
        for index, side in enumerate(debate.positions):
            side.start = row
            while row < len(claims) and claims[row].position == index:
                row = claims[row].end
            side.end = row

    def _set_targets(self, place: array[int]) -> None:
        """Ids, refs and links, by the claims' places in the list."""
        debate, claims = self.debate, self.debate.claims
        needed = set(self._targets.values())
        pairs = [
            (place[one], place[other], key)
            for one, other, key in self._links
            if self._claims[one].position != self._claims[other].position
        ]
        needed.update(other for _, other, _ in self._links)
        self._set_ids({place[row] for row in needed})
        for row, target in self._targets.items():
            claim, meant = claims[place[row]], place[target]
            claim.target, claim.ref = meant, self._called(place[row], meant)
        found: dict[str, set[tuple[int, int]]] = {"agrees_with": set(), "clashes_with": set()}
        for one, other, key in pairs:
            pair = (min(one, other), max(one, other))
            if pair in found[key]:
                continue
            found[key].add(pair)
            written = getattr(claims[one], key)
            setattr(claims[one], key, (*written, self._called(one, other)))
        debate.agreements, debate.clashes = (sorted(some) for some in found.values())

    def _called(self, row: int, target: int) -> str:
        """What ``row`` calls a claim: its id, with its position's name where that is another."""
        claims = self.debate.claims
        id = claims[target].id or ""
        if claims[row].position == claims[target].position:
            return id
        return f"{self.debate.position_name(target)}.{id}"

    def _set_ids(self, needed: set[int]) -> None:
        """Make ids fit to be names, one of each in a position; those that are needed get one."""
        names, position = dict[str, int](), -2
        for row, claim in enumerate(self.debate.claims):
            id = claim.id
            if id or row in needed:
                if claim.position != position:  # they come one after another
                    names, position = {}, claim.position
                if id and id not in names and is_name(id) and id != _TAKEN:  # nearly always
                    names[id] = 1
                else:
                    claim.id = self._unique(id or claim.text, names, "claim")

    @staticmethod
    def _unique(text: str, taken: dict[str, int], otherwise: str) -> str:
        """A name made of ``text`` that none of ``taken`` is; it is then taken."""
        wanted = name = slug(text) or otherwise
        while name in taken or name == _TAKEN:
            taken[wanted] = number = taken.get(wanted, 1) + 1
            name = f"{wanted}-{number}"
        taken[name] = 1
        return name

    def _title(self) -> str:
        return self.debate.text(0) if self.debate.claims else "An empty debate"


def slug(text: str) -> str:
    """``text`` as a name: itself if it is one, else whole words of it; "" where it has none."""
    if is_name(text):
        return text
    plain = unicodedata.normalize("NFKD", text[: 4 * _NAME]).encode("ascii", "ignore").decode()
    words = "-".join(re.findall(r"[a-z0-9_]+", plain.lower()))
    if len(words) <= _NAME:
        return words
    return words[:_NAME].rpartition("-")[0] or words[:_NAME]


def option_name(text: str, taken: Collection[str]) -> str:
    """A name made of ``text`` for an option or a question, which is none of ``taken``."""
    wanted = name = slug(text) or "option"
    number = 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name


def _article(role: Role) -> str:
    return f"an {role}" if role is Role.OBJECTION else f"a {role}"
