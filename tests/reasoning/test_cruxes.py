"""Cruxes against trying out every set of judgements, by search and by solver."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import combinations, product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from debate.files import bundled, load
from debate.model import Debate, Role
from debate.reasoning import cruxes as module
from debate.reasoning import search, solver
from debate.reasoning.cruxes import LISTED, Change, between, cruxes, made
from debate.reasoning.evaluate import Evaluation
from debate.reasoning.graph import FALLEN, IN
from debate.reasoning.judgements import Judgements
from debate.reasoning.puzzle import Puzzle, about_claim, about_question, judgeable
from tests.support.build import build
from tests.support.maps import Kinds, debates, judged

small = debates(Kinds(circles=True, most=11))
drawn = small.flatmap(lambda debate: st.tuples(st.just(debate), judged(debate, most=2)))
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def candidates(debate: Debate) -> list[int]:
    """Claims without supports, conditions included; no recommendations, no background."""
    return [
        row
        for row, claim in enumerate(debate.claims)
        if claim.target < 0
        and claim.role not in (Role.RECOMMENDATION, Role.BACKGROUND)
        and all(debate.claims[c].role is not Role.SUPPORT for c in debate.children(row))
    ]


def changes(debate: Debate, judgements: Judgements, size: int) -> Iterator[tuple[Change, ...]]:
    """Every set of ``size`` judgements that differ from the present ones, in reading order."""
    now = dict.fromkeys(judgements.accepted, "accept") | dict.fromkeys(
        judgements.rejected, "reject"
    )
    for rows in combinations(candidates(debate), size):
        for ways in product(("accept", "reject"), repeat=size):
            pairs = list(zip(rows, ways, strict=True))
            if all(now.get(row) != way for row, way in pairs):
                yield tuple(Change(row, way) for row, way in pairs)  # type: ignore[arg-type]


def by_trying(
    debate: Debate, judgements: Judgements, reached: Callable[[Evaluation], bool], most: int = 3
) -> list[tuple[Change, ...]] | None:
    """The smallest sets that reach a goal; None where even ``most`` judgements do not."""
    for size in range(1, most + 1):
        found = [
            each
            for each in changes(debate, judgements, size)
            if reached(Evaluation(debate, made(judgements, each)))
        ]
        if found:
            return found
    return None


def has_label(label: int, evaluation: Evaluation) -> bool:
    return evaluation.labels[0] == label


def has_outcome(option: str, evaluation: Evaluation) -> bool:
    return evaluation.outcome("q").option == option


def solutions(puzzle: Puzzle, sets: list[search.Choice]) -> list[tuple[Change, ...]]:
    names = {IN: "accept", FALLEN: "reject"}
    return [
        tuple(Change(puzzle.rows[s], names[way]) for s, way in choice)  # type: ignore[arg-type]
        for choice in sets
    ]


def compare(puzzle: Puzzle, wanted: list[tuple[Change, ...]] | None, most: int = 3) -> None:
    """Search and solver both find what trying out finds."""
    for found in (
        search.smallest_sets(puzzle, 10**9),
        solver.smallest_sets(puzzle, 10_000)[0],
    ):
        if wanted is None:
            assert not found or len(found[0]) > most
        else:
            assert solutions(puzzle, found) == wanted


@unhurried
@given(drawn)
def test_a_side_alone(drawn: tuple[Debate, Judgements]) -> None:
    debate, judgements = drawn
    evaluation = Evaluation(debate, judgements)
    for label in (IN, FALLEN):
        if evaluation.labels[0] != label:
            wanted = by_trying(debate, judgements, partial(has_label, label))
            scope = evaluation.scope([0])
            compare(about_claim(scope, 0, label, judgeable(debate)), wanted)


@unhurried
@given(drawn)
def test_all_sides(drawn: tuple[Debate, Judgements]) -> None:
    """With clashes, which an accepted claim decides."""
    debate, judgements = drawn
    evaluation = Evaluation(debate, judgements)
    for option in ("yes", "no"):
        if evaluation.outcome("q").option != option:
            wanted = by_trying(debate, judgements, partial(has_outcome, option), 2)
            puzzle = about_question(evaluation.scope(), "q", option, judgeable(debate))
            compare(puzzle, wanted, 2)


@unhurried
@given(drawn)
def test_the_solver_lists_in_reading_order(drawn: tuple[Debate, Judgements]) -> None:
    """The way taken where there are more solutions than can be listed and sorted."""
    debate, judgements = drawn
    evaluation = Evaluation(debate, judgements)
    label = FALLEN if evaluation.labels[0] != FALLEN else IN
    puzzle = about_claim(evaluation.scope([0]), 0, label, judgeable(debate))
    found, more = solver.smallest_sets(puzzle, 10_000)
    assert not more
    for most in (1, 3):
        if len(found) >= most:
            assert solver._in_order(puzzle, len(found[0]), most) == found[:most]


def wide(supports: int, leaves: int) -> Debate:
    """A recommendation with ``leaves ** supports`` smallest ways to fall."""
    support = {"claim": "S", "supports": ["L"], "together_with": ["L"] * (leaves - 1)}
    claim = {"question": "q", "option": "yes", "claim": "R", "supports": [support] * supports}
    questions = {"q": {"ask": "?", "options": {"yes": "Yes", "no": "No"}}}
    return build({"ann": {"recommendations": [claim]}}, questions=questions)


@pytest.mark.parametrize(("supports", "leaves"), [(3, 4), (2, 10), (3, 5), (5, 4), (8, 4)])
def test_the_first_hundred_of_many(supports: int, leaves: int) -> None:
    debate = wide(supports, leaves)
    (crux,) = [c for c in cruxes(Evaluation(debate)) if c.after == "falls"]
    groups = [
        [row for row in candidates(debate) if debate.claims[row].parent == step]
        for step in debate.children(0)
    ]
    all_sets = [tuple(Change(row, "reject") for row in rows) for rows in product(*groups)]
    assert list(crux.sets) == all_sets[:LISTED]
    assert crux.more == (len(all_sets) > LISTED)


def test_nothing_you_could_judge_changes_this() -> None:
    debate = build(
        {
            "ann": {
                "recommendations": [
                    {"question": "q", "option": "yes", "claim": "R", "credence": 1.0}
                ]
            }
        },
        questions={"q": {"ask": "?", "options": {"yes": "Yes", "no": "No"}}},
    )
    (crux,) = cruxes(Evaluation(debate))
    assert (crux.before, crux.after, crux.sets, crux.more) == ("stands", "falls", (), False)


def test_the_shipped_debate_needs_no_solver(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(puzzle: Puzzle, most: int) -> None:
        raise solver.SolverMissing

    monkeypatch.setattr(solver, "smallest_sets", missing)
    debate = load(bundled())
    evaluation = Evaluation(debate)
    found = {
        (debate.positions[crux.position or 0].name, crux.question, crux.after): crux.sets
        for crux in cruxes(evaluation)
    }
    condition = debate.find("fried.right-message")
    assert found["fried", "meeting", "stands"] == ((Change(condition, "accept"),),)
    assert found["fried", "meeting", "falls"] == ((Change(condition, "reject"),),)
    (outcome, *_) = [c for c in between(evaluation, 0, 1, "meeting") if c.after == "dont-meet"]
    assert outcome.sets == ((Change(condition, "reject"),),)
    assert evaluation.judgements == Judgements()


def test_a_missing_solver_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "clingo", None)
    monkeypatch.setattr(module, "_PATIENCE", 10)
    monkeypatch.setattr(module, "_ALONE", 10)
    with pytest.raises(solver.SolverMissing, match=r"pip install 'debate\[cruxes\]'"):
        cruxes(Evaluation(wide(3, 3)))


def test_rivals_answer_one_question_differently() -> None:
    from debate import bundled, load
    from debate.reasoning.cruxes import rivals

    kerch = load(bundled())
    assert rivals(kerch, "meeting") == [(0, 1)]
    assert rivals(kerch, "response") == [(0, 2), (1, 2)]
