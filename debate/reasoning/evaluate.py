"""A debate under judgements, worked out: labels, verdicts, strengths, outcomes of questions.

An :class:`Evaluation` is kept while someone judges: :meth:`Evaluation.judge` takes other judgements
and works out again only what rests on a claim or a step that they judge otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from debate.model import Debate, Standard
from debate.model.memory import without_collecting
from debate.reasoning.compile import compile_debate
from debate.reasoning.graph import FALLEN, IN, LABELS
from debate.reasoning.judgements import NO_JUDGEMENTS, Judgements
from debate.reasoning.labelling import balance, label, relabel
from debate.reasoning.order import order
from debate.reasoning.scope import Outcome, Scope
from debate.reasoning.semantics import QUADRATIC, Semantics
from debate.reasoning.strength import Strengths, strengths, update

Verdict = Literal["stands", "falls", "open"]
Reason = Literal["rejected", "outweighed", "without a reason"]


class Evaluation:
    """What follows from a debate under judgements, kept up to date.

    Rows are those of the debate; a ref's row means the claim that it refers to. ``standard``
    replaces those of all questions.
    """

    def __init__(
        self,
        debate: Debate,
        judgements: Judgements = NO_JUDGEMENTS,
        *,
        standard: Standard | None = None,
        semantics: Semantics = QUADRATIC,
    ) -> None:
        self.debate = debate
        self.semantics = semantics
        with without_collecting():
            self.case = compile_debate(debate, judgements, standard)
            self.order = order(self.case.graph)
            self.labels = label(self.case.graph, self.order)
        self._strengths: Strengths | None = None
        self._scopes: dict[tuple[int, ...], Scope] = {}

    @property
    def judgements(self) -> Judgements:
        """The judgements that are worked out."""
        return self.case.judgements

    def judge(self, judgements: Judgements) -> set[int]:
        """Take other judgements; the rows of the claims that were worked out again.

        Those are the claims judged otherwise, those whose steps are weighed otherwise, and all that
        rest on one of them.
        """
        graph = self.case.graph
        with without_collecting():
            claims, steps = self.case.judge(judgements)
            touched = claims | {graph.owner[row] for row in steps if graph.owner[row] >= 0}
            touched |= {user for row in claims for user in graph.used_by(row)}
            dirty = relabel(graph, self.order, self.labels, touched)
            if self._strengths is not None:
                update(self.case, self.order, self._strengths, dirty, self.semantics)
            for scope in self._scopes.values():
                scope.update(touched)
        return dirty

    # ------------------------------------------------------------------ claims, each side alone

    def label(self, row: int) -> str:
        """The raw label of a claim: "in", "out" or "undecided"."""
        return LABELS[self.labels[self.debate.meant(row)]]

    def verdict(self, row: int) -> Verdict:
        """Whether a claim stands, falls or is open, its side taken alone (rule 11)."""
        return verdict(self.labels[self.debate.meant(row)])

    def reason(self, row: int, scope: Scope | None = None) -> Reason | None:
        """Why a claim falls, its side alone or with some sides together; None where it does not."""
        row = self.debate.meant(row)
        graph, labels = self.case.graph, self.labels
        if scope is not None:
            graph, labels = scope.graph, scope.labels
        if labels[row] != FALLEN:
            return None
        if row in self.judgements.rejected:
            return "rejected"
        if row in graph.fixed:  # a claim that clashes with it is accepted
            return "outweighed"
        pro, con = balance(graph, labels, row)
        return "outweighed" if 0 < pro[2] < con[0] else "without a reason"

    @property
    def strengths(self) -> Strengths:
        """The strength of each claim by row; worked out when first asked for, then kept."""
        if self._strengths is None:
            with without_collecting():
                self._strengths = strengths(self.case, self.order, self.semantics)
        return self._strengths

    def strength(self, row: int) -> float:
        """The strength of a claim, from 0 to 1."""
        return self.strengths.values[self.debate.meant(row)]

    def restate(self, semantics: Semantics) -> None:
        """Work strengths out by another semantics from now on; verdicts do not depend on it."""
        if semantics is not self.semantics:
            self.semantics = semantics
            self._strengths = None

    # ------------------------------------------------------------------ questions

    def scope(self, sides: Iterable[int] | None = None) -> Scope:
        """Some sides together (by index), or all of them; worked out when first asked for."""
        wanted = range(len(self.debate.positions)) if sides is None else sides
        key = tuple(sorted(set(wanted)))
        if key not in self._scopes:
            with without_collecting():
                self._scopes[key] = Scope(self.case, key, self.labels)
        return self._scopes[key]

    def outcome(self, question: str, sides: Iterable[int] | None = None) -> Outcome:
        """What becomes of a question, all sides (or some) together."""
        return self.scope(sides).outcome(question)

    # ------------------------------------------------------------------ for programs

    def as_json(self, side: int | None = None) -> dict[str, Any]:
        """The shape of ``judge --json``; with ``side`` of that side alone."""
        debate = self.debate
        rows = range(len(debate.claims)) if side is None else debate.side(side)
        claims = {debate.name(row): self.claim_as_json(row) for row in rows}
        return {"claims": claims, "questions": self.questions_as_json(side)}

    def claim_as_json(self, row: int) -> dict[str, Any]:
        """What follows for one claim: ``label``, ``verdict`` and ``strength``."""
        return {
            "label": self.label(row),
            "verdict": self.verdict(row),
            "strength": self.strength(row),
        }

    def questions_as_json(self, side: int | None = None) -> dict[str, Any]:
        """What follows for each question, all sides together; with ``side`` of that one alone."""
        scope = self.scope(None if side is None else [side])
        return {question: self._question(scope, question) for question in self.debate.questions}

    def _question(self, scope: Scope, question: str) -> Mapping[str, Any]:
        outcome = scope.outcome(question)
        positions: dict[str, str] = {}
        for side in scope.sides:
            row = outcome.recommended.get(side)
            name = self.debate.positions[side].name
            positions[name] = "silent" if row is None else verdict(scope.labels[row])
        return {
            "option": outcome.option,
            "verdict": question_verdict(outcome),
            "options": {option: verdict(label) for option, label in outcome.options.items()},
            "positions": positions,
        }


def judge(
    debate: Debate, judgements: Judgements = NO_JUDGEMENTS, *, standard: Standard | None = None
) -> Evaluation:
    """What follows from a debate under judgements; ``standard`` replaces those of all questions."""
    return Evaluation(debate, judgements, standard=standard)


def verdict(label: int) -> Verdict:
    """The verdict that a label amounts to."""
    return "stands" if label == IN else "falls" if label == FALLEN else "open"


def question_verdict(outcome: Outcome) -> Verdict:
    """A question stands when one option alone does, and falls when all that is proposed falls."""
    if outcome.option is not None:
        return "stands"
    fallen = all(label == FALLEN for label in outcome.options.values())
    return "falls" if fallen and outcome.recommended else "open"
