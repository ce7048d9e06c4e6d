"""Judging by plain recursion over the rows, as slowly and as literally as the rules are written.

Independent of the package's own reasoning; for debates in which no claim rests on itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import exp, prod

from debate.model import Debate, Role
from debate.reasoning.judgements import Judgements

STEPS = (Role.SUPPORT, Role.OBJECTION, Role.UNDERCUT)


@dataclass(frozen=True)
class Argument:
    """Premises with what cancels them, and a weight; ``sure`` is False for a mere supposition."""

    weight: float
    premises: tuple[int, ...] = ()
    undercuts: tuple[Argument, ...] = ()
    sure: bool = True


class Plain:
    """The verdicts and strengths of a debate, each side alone."""

    def __init__(self, debate: Debate, judgements: Judgements, semantics: str = "") -> None:
        self.debate, self.judgements, self.semantics = debate, judgements, semantics
        self._labels: dict[int, str] = {}
        self._strengths: dict[int, float] = {}

    @cached_property
    def credence(self) -> dict[int, float]:
        """Explicit credences, the reader's before the file's."""
        claims = self.debate.claims
        written = {r: c.credence for r, c in enumerate(claims) if c.credence is not None}
        return {**written, **self.judgements.credence}

    def children(self, row: int, role: Role) -> list[int]:
        return [r for r in self.debate.children(row) if self.debate.claims[r].role is role]

    def conditions(self, row: int) -> tuple[int, ...]:
        return tuple(map(self.debate.meant, self.children(row, Role.CONDITION)))

    def times_credence(self, weight: float, premises: tuple[int, ...]) -> float:
        known = [self.credence[p] for p in premises if p in self.credence]
        return round(weight * min(known, default=1.0), 12)

    def explicit(self, row: int) -> float | None:
        judged = self.judgements.weight.get(row)
        return self.debate.claims[row].weight if judged is None else judged

    def step(self, row: int) -> Argument:
        """The argument that the step from a row to its parent is."""
        claim = self.debate.claims[row]
        premises = (self.debate.meant(row), *self.co_premises(row))
        if claim.role is Role.SUPPORT:
            premises += self.conditions(claim.parent)
        weight = self.explicit(row)
        if weight is None:
            position = claim.position
            spoken = position >= 0 and self.debate.positions[position].speaker is not None
            weight = 0.4 if claim.role is Role.OBJECTION and spoken else 1.0
        undercuts = tuple(self.step(each) for each in self.children(row, Role.UNDERCUT))
        return Argument(self.times_credence(weight, premises), premises, undercuts)

    def co_premises(self, row: int) -> tuple[int, ...]:
        return tuple(map(self.debate.meant, self.children(row, Role.CO_PREMISE)))

    def arguments(self, row: int) -> tuple[list[Argument], list[Argument]]:
        """What speaks for a claim and what against it."""
        pro = [self.step(each) for each in self.children(row, Role.SUPPORT)]
        con = [self.step(each) for each in self.children(row, Role.OBJECTION)]
        conditions = self.conditions(row)
        credence = self.credence.get(row)
        if credence is not None:
            pro.append(Argument(self.times_credence(credence, conditions), conditions))
            con.append(Argument(round(1 - credence, 12)))
        elif not self.children(row, Role.SUPPORT):
            asserted = self.debate.claims[row].role is not Role.CONDITION
            word = self.times_credence(1.0, conditions)
            pro.append(Argument(word, conditions, sure=asserted))
        return pro, con

    # ------------------------------------------------------------------ labels

    def label(self, row: int) -> str:
        """in, undecided, out (open) or fallen."""
        row = self.debate.meant(row)
        if row not in self._labels:
            self._labels[row] = self._label(row)
        return self._labels[row]

    def _label(self, row: int) -> str:
        if row in self.judgements.accepted:
            return "in"
        if row in self.judgements.rejected:
            return "fallen"
        pro, con = self.arguments(row)

        def most(arguments: list[Argument], *fates: str) -> float:
            return max((a.weight for a in arguments if self.fate(a) in fates), default=0.0)

        claim = self.debate.claims[row]
        standard = "preponderance"
        if claim.question is not None:
            standard = self.debate.questions[claim.question].standard
        rival = most(con, "stands")
        if met(standard, most(pro, "stands"), most(con, "stands", "undecided")):
            return "in"
        if met(standard, most(pro, "stands", "undecided"), rival):
            return "undecided"
        best = most(pro, "stands", "undecided", "open")
        return "fallen" if best == 0 or (best < rival and standard != "scintilla") else "out"

    def fate(self, argument: Argument) -> str:
        """stands, undecided, open (kept from standing only by what is open) or beaten."""
        labels = [self.label(premise) for premise in argument.premises]
        blows = [self.fate(undercut) for undercut in argument.undercuts if undercut.weight > 0]
        if "fallen" in labels or "stands" in blows:
            return "beaten"
        if "out" in labels:
            return "open"
        if "undecided" in labels or "undecided" in blows or not argument.sure:
            return "undecided"
        return "stands"

    # ------------------------------------------------------------------ strength

    def strength(self, row: int) -> float:
        row = self.debate.meant(row)
        if row not in self._strengths:
            self._strengths[row] = self._strength(row)
        return self._strengths[row]

    def _strength(self, row: int) -> float:
        if row in self.judgements.accepted:
            return 1.0
        if row in self.judgements.rejected:
            return 0.0
        w = self.credence.get(row, 0.5)
        pro = [self.passed(each) for each in self.children(row, Role.SUPPORT)]
        con = [self.passed(each) for each in self.children(row, Role.OBJECTION)]
        own = formula(self.semantics, w, pro, con)
        return min([own, *map(self.strength, self.conditions(row))])

    def passed(self, row: int) -> float:
        weight = self.explicit(row)
        claims = (self.debate.meant(row), *self.co_premises(row))
        undercuts = self.children(row, Role.UNDERCUT)
        return (
            (1.0 if weight is None else weight)
            * prod(self.strength(claim) for claim in claims)
            * prod(1 - self.passed(undercut) for undercut in undercuts)
        )


def met(standard: str, pro: float, con: float) -> bool:
    """The five proof standards."""
    if pro <= 0:
        return False
    return {
        "scintilla": True,
        "preponderance": pro > con,
        "clear-and-convincing": pro > con and pro - con > 0.5,
        "beyond-reasonable-doubt": pro > con and pro - con > 0.5 and con < 0.3,
        "dialectical-validity": con == 0,
    }[standard]


def formula(semantics: str, w: float, pro: list[float], con: list[float]) -> float:
    """A strength by the published formulas, written as they are printed."""

    def h(x: float) -> float:
        return max(x, 0.0) ** 2 / (1 + max(x, 0.0) ** 2)

    energy = sum(pro) - sum(con)
    if semantics == "quadratic-energy":
        return w + (1 - w) * h(energy) - w * h(-energy)
    if semantics == "euler":
        return 1 - (1 - w**2) / (1 + w * exp(energy))
    attack, support = (1 - prod(1 - v for v in side) for side in (con, pro))
    if attack >= support:
        return w - w * (attack - support)
    return w + (1 - w) * (support - attack)
