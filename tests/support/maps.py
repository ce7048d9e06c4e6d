"""Random debates for property tests: every role, weights, credences, refs, clashes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from debate.model import Debate, Role
from debate.reasoning.judgements import Judgements
from tests.support.build import build

_ON_CLAIM = ("only_if", "supports", "objections")
_ON_STEP = ("supports", "objections", "together_with", "undercuts")
_STEPS = ("supports", "objections", "undercuts")

#: Few values, so that ties are common.
NUMBERS = st.sampled_from([0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1.0])
STANDARDS = (
    "scintilla",
    "preponderance",
    "clear-and-convincing",
    "beyond-reasonable-doubt",
    "dialectical-validity",
)


@dataclass(frozen=True)
class Kinds:
    """What a random debate may have."""

    refs: bool = True
    circles: bool = False
    rare: bool = True  # conditions, co-premises, undercuts
    numbers: bool = True
    clashes: bool = True
    standards: bool = True
    most: int = 14


@st.composite
def debates(draw: st.DrawFn, kinds: Kinds = Kinds()) -> Debate:
    """A debate of one or two sides; claims are called c0, c1, …"""
    sides = draw(st.integers(1, 2))
    count = draw(st.integers(sides, kinds.most))
    data: list[dict[str, Any]] = []
    keys: list[str] = []
    parents: list[int] = []
    for number in range(count):
        claim: dict[str, Any] = {"claim": f"Claim {number}", "id": f"c{number}"}
        if number < sides:
            claim |= {"question": "q", "option": ("yes", "no")[number]}
            keys.append("recommendations")
            parents.append(-1)
        else:
            parent = draw(st.integers(0, number - 1).filter(lambda p: "claim" in data[p]))
            on_step = keys[parent] in _STEPS and kinds.rare
            known = _ON_STEP if on_step else _ON_CLAIM
            key = draw(st.sampled_from(known if kinds.rare else ("supports", "objections")))
            targets = _targets(kinds, data, keys, parents, number, parent, key)
            if targets and draw(st.integers(0, 4)) == 0:
                claim = {"ref": draw(st.sampled_from(targets))}
            keys.append(key)
            parents.append(parent)
            data[parent].setdefault(key, []).append(claim)
        if kinds.numbers:
            if keys[-1] in (*_STEPS, "recommendations") and draw(st.integers(0, 3)) == 0:
                claim["weight"] = draw(NUMBERS)
            if "claim" in claim and draw(st.integers(0, 5)) == 0:
                claim["credence"] = draw(NUMBERS)
        data.append(claim)
    return _debate(draw, kinds, data, parents, sides)


def _targets(
    kinds: Kinds,
    data: list[dict[str, Any]],
    keys: list[str],
    parents: list[int],
    number: int,
    parent: int,
    key: str,
) -> list[str]:
    """What a ref may refer to: anything where circles are wanted, else what cannot rest on it."""
    if not kinds.refs:
        return []
    above = set()
    while parent >= 0:
        above.add(parent)
        parent = parents[parent]
    side = [_root(parents, p) for p in range(number)]
    home = max(above | {0})
    return [
        claim["id"]
        for place, claim in enumerate(data)
        if "claim" in claim
        and keys[place] != "recommendations"
        and side[place] == _root(parents, home)
        and (kinds.circles or place not in above)
    ]


def _root(parents: list[int], place: int) -> int:
    while parents[place] >= 0:
        place = parents[place]
    return place


def _debate(
    draw: st.DrawFn, kinds: Kinds, data: list[dict[str, Any]], parents: list[int], sides: int
) -> Debate:
    positions: dict[str, Any] = {}
    for side in range(sides):
        positions["ab"[side]] = {"recommendations": [data[side]]}
        if draw(st.booleans()):
            positions["ab"[side]]["speaker"] = "Someone"
    if kinds.clashes and sides == 2:
        for _ in range(draw(st.integers(0, 2))):
            ends = [
                draw(st.sampled_from([i for i in range(len(data)) if _root(parents, i) == side]))
                for side in (0, 1)
            ]
            if all("id" in data[end] for end in ends):
                data[ends[0]].setdefault("clashes_with", []).append(f"b.c{ends[1]}")
    standard = draw(st.sampled_from(STANDARDS)) if kinds.standards else "preponderance"
    question = {"ask": "?", "options": {"yes": "Yes", "no": "No"}, "standard": standard}
    return build(positions, questions={"q": question})


@st.composite
def judged(draw: st.DrawFn, debate: Debate, most: int = 4) -> Judgements:
    """Some judgements on a debate."""
    judgements = Judgements()
    rows = [row for row, claim in enumerate(debate.claims) if claim.target < 0]
    for _ in range(draw(st.integers(0, most))):
        row = draw(st.sampled_from(rows))
        kind = draw(st.sampled_from(["accept", "reject", "credence", "weight"]))
        if kind == "accept":
            judgements = judgements.accept(row)
        elif kind == "reject":
            judgements = judgements.reject(row)
        elif kind == "credence":
            judgements = judgements.believe(row, draw(NUMBERS))
        elif debate.claims[row].role in (Role.SUPPORT, Role.OBJECTION, Role.UNDERCUT):
            judgements = judgements.weigh(row, draw(NUMBERS))
    return judgements


def is_circular(debate: Debate) -> bool:
    """Whether refs make claims rest on each other in a circle (not counting clashes)."""
    edges: dict[int, set[int]] = {row: set() for row in range(len(debate.claims))}
    for row, claim in enumerate(debate.claims):
        if claim.target >= 0:
            edges[row].add(claim.target)
        if claim.parent >= 0:
            edges[claim.parent].add(row)
    done: dict[int, bool] = {}

    def visit(row: int, path: frozenset[int]) -> bool:
        if row in path:
            return True
        if row not in done:
            done[row] = any(visit(child, path | {row}) for child in edges[row])
        return done[row]

    return any(visit(row, frozenset()) for row in edges)
