"""A debate out of what :mod:`debate.writers.kept` put beside a format's own things.

A format that holds less than a debate keeps the rest where its own programs look past it. As long
as only texts were changed in the file since, that gives the very same debate again.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from operator import itemgetter

from debate.files.checks import check_rows, resolve
from debate.files.finding import Finding, Row
from debate.files.head import check_names, read_head, read_position
from debate.files.keys import CLAIM, DEBATE, POSITION, Key, Shape
from debate.files.shapes import as_raw, validated
from debate.model import Claim, Debate, Role
from debate.model.reading import DEEPEST, Reading
from debate.model.role import ROLE_ORDER, ROOT_ROLES
from debate.model.text import many_lines, one_line
from debate.readers.nodes import Node, plain

#: The key under which it stands, in every format.
KEY = "debate"

#: A row: what was kept of it, and its text in the file ("" of a ref).
Kept = tuple[Node, str]


def restore(head: Node, rows: Iterable[Kept], file: str) -> Reading | None:
    """The debate with this head and these rows, which may come in any order.

    None where they do not make a whole debate, for then something else has changed the file.
    """
    found: list[Finding] = []
    given = plain(head)
    if not isinstance(given, dict):
        return None
    listed = given.pop("positions", {})
    fields = _fields(given, DEBATE)
    for key in ("sources", "questions", "outcome"):
        if (node := head.get(key)) is not None:
            fields[key] = plain(node, one_line)
    fields.setdefault("title", "")
    debate = read_head(fields, found.append, spoilt=True)
    names = check_names(listed, found.append, ("side",))
    for name in names:
        about = listed[name] if isinstance(listed, dict) else {}
        about = _fields(about, POSITION) if isinstance(about, dict) else {}
        debate.positions.append(read_position(name, about, ("side", 0), found.append))
    lines = _rows(debate, rows, found)
    if lines is None or any(each.severity == "error" for each in found):
        return None
    resolve(debate, frozenset(), lambda row, finding: found.append(finding))
    check_rows(debate, lambda row, finding: found.append(finding))
    if any(each.severity == "error" for each in found):
        return None
    return Reading(debate, [], (file,), lines)


def _rows(debate: Debate, rows: Iterable[Kept], found: list[Finding]) -> Sequence[int] | None:
    """Enter the rows into the debate; their lines, or None where they are not what was written."""
    numbered = []
    for node, text in rows:
        fields = plain(node)
        number = fields.pop("row", "") if isinstance(fields, dict) else ""
        if not (isinstance(number, str) and number.isdecimal() and len(number) < 10):
            return None
        numbered.append((int(number), fields, text, node.line))
    numbered.sort(key=itemgetter(0))
    lines = array("i")
    build = _Build(debate)
    for number, fields, text, line in numbered:
        if number != len(lines) or not build.add(fields, text, found):
            return None
        lines.append(line)
    return lines if build.close() else None


class _Build:
    """Rows put one below the other, as they stand in the list."""

    def __init__(self, debate: Debate) -> None:
        self.debate = debate
        self.sides = {side.name: at for at, side in enumerate(debate.positions)} | {
            "background": -1
        }
        self.last: dict[int, tuple[int, int]] = {}

    def add(self, fields: Row, text: str, found: list[Finding]) -> bool:
        """One more row; False where it cannot stand there."""
        claims, row = self.debate.claims, len(self.debate.claims)
        place = [str(fields.pop(key, "")) for key in ("parent", "role", "position")]
        claim = validated(
            Claim, {**_fields(fields, CLAIM), "text": one_line(text)}, (0,), found.append
        )
        if claim is None or place[1] not in ROLE_ORDER:
            return False
        # the validator leaves what says where a claim stands unset
        claim.role, claim.end = Role(place[1]), row + 1
        claim.parent, claim.target, claim.depth = -1, -1, 0
        if place[0]:
            if not place[0].isdecimal() or not int(place[0][:9]) < row:
                return False
            parent = claims[int(place[0][:9])]
            claim.parent, claim.depth = int(place[0][:9]), parent.depth + 1
            claim.position = parent.position
        else:
            claim.position = self.sides.get(place[2], -2)
        if claim.position < -1 or claim.depth > DEEPEST:
            return False
        if (claim.parent < 0) != (claim.role in ROOT_ROLES):
            return False
        return self._after_siblings(claim, row)

    def _after_siblings(self, claim: Claim, row: int) -> bool:
        """Enter a row behind its siblings, whose subtrees have to be complete."""
        claims = self.debate.claims
        key = claim.parent if claim.parent >= 0 else -2 - claim.position - 1
        order = ROLE_ORDER[claim.role]
        before, claim.ordinal = self.last.get(key, (-1, 0))
        claim.ordinal += 1
        if order < before or (
            claims and claims[-1].position != claim.position and not self._next(claim)
        ):
            return False
        if claim.parent >= 0:
            above = len(claims) - 1
            while above > claim.parent:
                above = claims[above].parent
            if above != claim.parent:
                return False
        self.last[key] = order, claim.ordinal
        claims.append(claim)
        return True

    def _next(self, claim: Claim) -> bool:
        """Whether a claim's side may follow that of the last row."""
        last = self.debate.claims[-1].position
        return last >= 0 and (claim.position < 0 or claim.position > last)

    def close(self) -> bool:
        """Set where subtrees and sides end."""
        claims = self.debate.claims
        for row in range(len(claims) - 1, -1, -1):
            parent = claims[row].parent
            if parent >= 0:
                claims[parent].end = max(claims[parent].end, claims[row].end)
        row = 0
        for at, side in enumerate(self.debate.positions):
            side.start = row
            while row < len(claims) and claims[row].position == at:
                row = claims[row].end
            side.end = row
        return True


def _fields(given: Row, keys: dict[str, Key]) -> Row:
    """What stands under our own files' names, under the model's, cleaned as in our own files."""
    fields: Row = {}
    for name, value in given.items():
        key = keys.get(name)
        if key is None or not key.field:
            fields[name] = value
        elif isinstance(value, str):
            clean = one_line if key.shape is Shape.LINE else many_lines
            fields[key.field] = as_raw(key.shape, clean(value))
        else:
            fields[key.field] = as_raw(key.shape, value)
    return fields
