"""Cruxes: the smallest sets of judgements that would turn a verdict or an outcome.

Small debates are searched (:mod:`debate.reasoning.search`), larger ones given to a solver
(:mod:`debate.reasoning.solver`, the extra ``cruxes``); each says why its answer is exact. And each
answer is made and judged once more by the evaluator before it is given: should one ever differ, it
is not shown but raised as the fault that it would be.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Literal

from debate.model import Debate
from debate.reasoning import search, solver
from debate.reasoning.evaluate import Evaluation, verdict
from debate.reasoning.graph import FALLEN, IN
from debate.reasoning.judgements import Judgements
from debate.reasoning.puzzle import ACCEPT, Puzzle, about_claim, about_question, judgeable

#: How many sets are listed; that there are more is said.
LISTED = 100

#: Statements that a search may label before the solver is asked, and where there is no solver.
_PATIENCE = 200_000
_ALONE = 4_000_000


@dataclass(frozen=True, slots=True)
class Change:
    """One judgement of a crux."""

    row: int
    judgement: Literal["accept", "reject"]


@dataclass(frozen=True, slots=True)
class Crux:
    """What would take a recommendation, or a question between two sides, from one state to another.

    ``position`` is the index of the side that recommends, None where an outcome between two sides
    is meant; ``before`` and ``after`` are verdicts, or there options ("open" for none). ``sets``
    are the smallest, in reading order; none means that nothing you could judge changes this.
    """

    question: str
    position: int | None
    before: str
    after: str
    sets: tuple[tuple[Change, ...], ...]
    more: bool = False


def cruxes(evaluation: Evaluation, question: str | None = None) -> list[Crux]:
    """For each recommendation (on one question), what would make it stand and what fall.

    Each side alone; what it already does is left out. Raises SolverMissing.
    """
    debate = evaluation.debate
    open_to = judgeable(debate)
    found = []
    for asked in debate.questions if question is None else [question]:
        for side in range(len(debate.positions)):
            row = debate.recommendation(side, asked)
            if row is None:
                continue
            now = evaluation.labels[row]
            scope = evaluation.scope([side])
            for label in (IN, FALLEN):
                if label != now:
                    puzzle = about_claim(scope, row, label, open_to)
                    sets, more = _solve(puzzle)
                    for each in sets:
                        _check_claim(evaluation, each, row, label)
                    found.append(Crux(asked, side, verdict(now), verdict(label), sets, more))
    return found


def between(
    evaluation: Evaluation, one: int, other: int, question: str | None = None
) -> list[Crux]:
    """What would make one of two sides' options the outcome of those two; [] where they agree.

    Raises SolverMissing.
    """
    debate = evaluation.debate
    open_to = judgeable(debate)
    scope = evaluation.scope([one, other])
    found = []
    for asked in debate.questions if question is None else [question]:
        rows = [debate.recommendation(side, asked) for side in (one, other)]
        options = [debate.claims[row].option for row in rows if row is not None]
        # A debate that was not read from a file may recommend what its question does not offer.
        options = [option for option in options if option in debate.questions[asked].options]
        if len(options) < 2 or options[0] == options[1]:
            continue
        now = scope.outcome(asked).option
        for option in options:
            if option is not None and option != now:
                sets, more = _solve(about_question(scope, asked, option, open_to))
                for each in sets:
                    _check_outcome(evaluation, each, (one, other), asked, option)
                found.append(Crux(asked, None, now or "open", option, sets, more))
    return found


def rivals(debate: Debate, question: str) -> list[tuple[int, int]]:
    """The pairs of sides that answer a question differently, in the order of the sides."""
    offered = debate.questions[question].options
    answers = {}
    for side in range(len(debate.positions)):
        row = debate.recommendation(side, question)
        option = None if row is None else debate.claims[row].option
        if option in offered:
            answers[side] = option
    return [pair for pair in combinations(answers, 2) if answers[pair[0]] != answers[pair[1]]]


def as_json(
    debate: Debate, found: Iterable[Crux], gradients: Iterable[tuple[int, float]]
) -> dict[str, Any]:
    """The shape of ``cruxes --json``."""
    return {
        "cruxes": [
            {
                "question": crux.question,
                "position": None if crux.position is None else debate.positions[crux.position].name,
                "from": crux.before,
                "to": crux.after,
                "sets": [
                    [
                        {"claim": debate.name(change.row), "judgement": change.judgement}
                        for change in changes
                    ]
                    for changes in crux.sets
                ],
                "more": crux.more,
            }
            for crux in found
        ],
        "matters_most": [
            {"claim": debate.name(row), "gradient": gradient} for row, gradient in gradients
        ],
    }


def _solve(puzzle: Puzzle) -> tuple[tuple[tuple[Change, ...], ...], bool]:
    """The smallest solutions as changes, and whether there are more than are listed."""
    try:
        choices = search.smallest_sets(puzzle, _PATIENCE)
        more = len(choices) > LISTED
    except search.TooHard:
        choices, more = _solve_large(puzzle)
    sets = tuple(
        tuple(
            Change(puzzle.rows[statement], "accept" if way == ACCEPT else "reject")
            for statement, way in choice
        )
        for choice in choices[:LISTED]
    )
    return sets, more


def _solve_large(puzzle: Puzzle) -> tuple[list[search.Choice], bool]:
    try:
        return solver.smallest_sets(puzzle, LISTED)
    except solver.SolverMissing as missing:
        try:
            choices = search.smallest_sets(puzzle, _ALONE)
        except search.TooHard:
            raise missing from None
        return choices, len(choices) > LISTED


def made(judgements: Judgements, changes: Iterable[Change]) -> Judgements:
    """Judgements with a crux made on top."""
    for change in changes:
        accept = change.judgement == "accept"
        judgements = judgements.accept(change.row) if accept else judgements.reject(change.row)
    return judgements


def _check_claim(evaluation: Evaluation, changes: tuple[Change, ...], row: int, label: int) -> None:
    """Make the changes, see that the claim has the label, and take them back."""
    before = evaluation.judgements
    evaluation.judge(made(before, changes))
    held = evaluation.labels[row] == label
    evaluation.judge(before)
    if not held:
        raise AssertionError(f"the evaluator does not confirm the crux {changes}")


def _check_outcome(
    evaluation: Evaluation,
    changes: tuple[Change, ...],
    sides: tuple[int, int],
    question: str,
    option: str,
) -> None:
    """Make the changes, see that the option is the outcome, and take them back."""
    before = evaluation.judgements
    evaluation.judge(made(before, changes))
    held = evaluation.outcome(question, sides).option == option
    evaluation.judge(before)
    if not held:
        raise AssertionError(f"the evaluator does not confirm the crux {changes}")
