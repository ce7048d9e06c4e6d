"""An evaluation that is kept up to date equals one that is made afresh, circles included."""

from __future__ import annotations

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.model import Debate
from debate.reasoning.evaluate import Evaluation
from debate.reasoning.judgements import Judgements
from debate.reasoning.semantics import SEMANTICS
from tests.support.build import build
from tests.support.maps import Kinds, debates, judged

maps = debates(Kinds(circles=True, most=20))
sequences = maps.flatmap(
    lambda debate: st.tuples(st.just(debate), st.lists(judged(debate), min_size=1, max_size=5))
)


@pytest.mark.parametrize("name", SEMANTICS)
@given(sequences)
def test_incremental_equals_from_scratch(name: str, drawn: tuple[Debate, list[Judgements]]) -> None:
    debate, steps = drawn
    kept = Evaluation(debate, semantics=SEMANTICS[name])
    assert kept.as_json()
    for judgements in steps:
        kept.judge(judgements)
        fresh = Evaluation(debate, judgements, semantics=SEMANTICS[name])
        assert kept.labels == fresh.labels
        assert kept.as_json() == fresh.as_json()
        assert kept.as_json(0) == fresh.as_json(0)
        assert kept.strengths.converged == fresh.strengths.converged


@given(maps)
def test_numbers_of_the_file_and_of_the_reader_mean_the_same(debate: Debate) -> None:
    """Which way they are taken in is not."""
    bare, judgements = deepcopy(debate), Judgements()
    for row, claim in enumerate(debate.claims):
        if claim.credence is not None:
            judgements = judgements.believe(row, claim.credence)
        if claim.weight is not None:
            judgements = judgements.weigh(row, claim.weight)
        bare.claims[row].credence = bare.claims[row].weight = None
    one, other = Evaluation(debate), Evaluation(bare, judgements)
    assert one.case.graph.weight == other.case.graph.weight
    assert one.as_json() == other.as_json()


def test_only_what_depends_on_a_judgement_is_worked_out_again() -> None:
    debate = build(
        {
            "ann": {
                "claims": [
                    {"claim": "A", "supports": [{"claim": "B", "supports": ["C", "D"]}, "E"]},
                    {"claim": "F", "supports": ["G"]},
                ]
            }
        }
    )
    evaluation = Evaluation(debate)
    row = {claim.text: number for number, claim in enumerate(debate.claims)}
    dirty = evaluation.judge(Judgements().reject(row["C"]))
    assert dirty == {row["A"], row["B"], row["C"]}
    assert evaluation.judge(evaluation.judgements) == set()
