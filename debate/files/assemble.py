"""The claims of several files, made one flat list in the model's order."""

from __future__ import annotations

from array import array
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from debate.files.events import Part
from debate.model import Claim, Role
from debate.model.role import ROLE_ORDER


@dataclass(slots=True)
class Assembly:
    """Claims in reading order with their roles, parents and positions (-1 is the background).

    ``parts`` and ``origin`` say from which part, and from which of its rows, each one came.
    """

    claims: list[Claim] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    parents: array[int] = field(default_factory=lambda: array("i"))
    positions: array[int] = field(default_factory=lambda: array("i"))
    parts: array[int] = field(default_factory=lambda: array("i"))
    origin: array[int] = field(default_factory=lambda: array("i"))


def assemble(parts: list[Part], sides: list[tuple[int, int]]) -> Assembly:
    """The claims of ``sides`` (part, side of that part) in turn, then those of the background.

    Siblings are grouped by role in the model's order, stably. The parts give their claims away.
    """
    made = Assembly()
    ends = [_ends(part) for part in parts]
    wanted = [(position, *side) for position, side in enumerate(sides)] + [(-1, 0, -1)]
    for position, index, side in wanted:
        part = parts[index]
        roots = [row for row, owner in part.side.items() if owner == side]
        roots.sort(key=lambda row: ROLE_ORDER[part.roles[row]])
        for root in roots:
            if part.sorted:
                _add_slice(made, part, index, position, root, ends[index][root])
            else:
                _add_grouped(made, part, index, position, root, ends[index][root])
    for part in parts:
        part.claims = []
    return made


def _ends(part: Part) -> dict[int, int]:
    """For each root of a part, in file order, the row after its tree: the next root."""
    roots = [*part.side, len(part.parents)]
    return dict(pairwise(roots))


def _add_slice(made: Assembly, part: Part, index: int, position: int, start: int, end: int) -> None:
    shift = len(made.claims) - start
    made.claims += part.claims[start:end]
    made.roles += part.roles[start:end]
    made.parents.append(-1)
    below = part.parents[start + 1 : end]
    made.parents.extend([parent + shift for parent in below] if shift else below)
    made.origin.extend(range(start, end))
    made.parts.extend([index] * (end - start))
    made.positions.extend([position] * (end - start))


def _add_grouped(
    made: Assembly, part: Part, index: int, position: int, root: int, end: int
) -> None:
    children: dict[int, list[int]] = defaultdict(list)
    for row in range(root + 1, end):
        children[part.parents[row]].append(row)
    stack = [(root, -1)]
    while stack:
        row, parent = stack.pop()
        at = len(made.claims)
        made.claims.append(part.claims[row])
        made.roles.append(part.roles[row])
        made.parents.append(parent)
        made.origin.append(row)
        made.parts.append(index)
        made.positions.append(position)
        below = sorted(children[row], key=lambda child: ROLE_ORDER[part.roles[child]])
        stack += [(child, at) for child in reversed(below)]
