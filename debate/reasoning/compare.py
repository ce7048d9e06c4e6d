"""The sides next to each other: who recommends what, why, and on what condition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from debate.model import Debate, Question, Role

if TYPE_CHECKING:
    from debate.reasoning.evaluate import Evaluation

Kind = Literal["unconditional", "conditional", "silent"]


@dataclass(slots=True, frozen=True)
class Stance:
    """What one side says to one question.

    ``claim`` is the row of its recommendation, None where it is silent. ``conditions``,
    ``supports`` and ``objections`` are the rows directly on the recommendation: conditions in
    reading order, the others with the strongest first (see :func:`compare`).
    """

    position: int
    question: str
    option: str | None
    kind: Kind
    claim: int | None
    conditions: list[int]
    supports: list[int]
    objections: list[int]


@dataclass(slots=True, frozen=True)
class QuestionComparison:
    """One question with every side's stance, in the order of the positions."""

    id: str
    question: Question
    stances: list[Stance]


@dataclass(slots=True, frozen=True)
class Comparison:
    """All questions, and the pairs of rows of different sides that agree or clash."""

    questions: list[QuestionComparison]
    common_ground: list[tuple[int, int]]
    clashes: list[tuple[int, int]]


def compare(debate: Debate) -> Comparison:
    """Compare the sides on each question; linear in the number of roots and of what hangs on them.

    A side is conditional when its recommendation has a condition, silent when it has no
    recommendation. The strongest support or objection is the one with the largest ``weight`` (1
    where absent, as in judging); among equals the one most is said about (the largest subtree, a
    ref counting as what it refers to), then the first in reading order.
    """
    answers = _answers(debate)
    return Comparison(
        questions=[
            QuestionComparison(
                id,
                question,
                [
                    _stance(debate, position, id, answers.get((position, id)))
                    for position in range(len(debate.positions))
                ],
            )
            for id, question in debate.questions.items()
        ],
        common_ground=list(debate.agreements),
        clashes=list(debate.clashes),
    )


def _answers(debate: Debate) -> dict[tuple[int, str], int]:
    """The recommendation of each position on each question, from one walk over the roots."""
    found: dict[tuple[int, str], int] = {}
    for position in range(len(debate.positions)):
        for row in debate.roots(position):
            claim = debate.claims[row]
            if claim.role is Role.RECOMMENDATION and claim.question is not None:
                found.setdefault((position, claim.question), row)
    return found


def _stance(debate: Debate, position: int, question: str, row: int | None) -> Stance:
    if row is None:
        return Stance(position, question, None, "silent", None, [], [], [])
    below: dict[Role, list[int]] = {Role.CONDITION: [], Role.SUPPORT: [], Role.OBJECTION: []}
    for child in debate.children(row):
        below.setdefault(debate.claims[child].role, []).append(child)
    for role in (Role.SUPPORT, Role.OBJECTION):
        below[role].sort(key=lambda child: _strength(debate, child), reverse=True)
    return Stance(
        position,
        question,
        debate.claims[row].option,
        "conditional" if below[Role.CONDITION] else "unconditional",
        row,
        below[Role.CONDITION],
        below[Role.SUPPORT],
        below[Role.OBJECTION],
    )


def _strength(debate: Debate, row: int) -> tuple[float, int]:
    """What puts a support or objection before another; ``sort`` keeps reading order at a tie."""
    weight = debate.claims[row].weight
    said = debate.meant(row)
    return (1.0 if weight is None else weight, debate.claims[said].end - said)


def as_json(
    debate: Debate, comparison: Comparison, judged: Evaluation | None = None
) -> dict[str, Any]:
    """The comparison as ``debate compare --json`` prints it, claims by their names.

    ``judged`` adds to each position its ``verdict``, the side by itself (None where it is silent),
    and to each question its ``outcome``: the option that all sides together come to, or None.
    """
    return {
        "questions": [
            {
                "id": asked.id,
                "ask": asked.question.ask,
                "options": asked.question.options,
                "positions": [_stance_as_json(debate, stance, judged) for stance in asked.stances],
                **({"outcome": judged.outcome(asked.id).option} if judged else {}),
            }
            for asked in comparison.questions
        ],
        "common_ground": [_pair(debate, pair) for pair in comparison.common_ground],
        "clashes": [_pair(debate, pair) for pair in comparison.clashes],
    }


def _stance_as_json(debate: Debate, stance: Stance, judged: Evaluation | None) -> dict[str, Any]:
    side = debate.positions[stance.position]
    verdict = judged.verdict(stance.claim) if judged and stance.claim is not None else None
    return {
        "position": side.name,
        "speaker": side.speaker,
        "option": stance.option,
        "stance": stance.kind,
        "claim": None if stance.claim is None else debate.name(stance.claim),
        "conditions": [debate.name(row) for row in stance.conditions],
        "supports": [debate.name(row) for row in stance.supports],
        "objections": [debate.name(row) for row in stance.objections],
        **({"verdict": verdict} if judged else {}),
    }


def _pair(debate: Debate, pair: tuple[int, int]) -> dict[str, list[str]]:
    return {"claims": [debate.name(row) for row in pair]}
