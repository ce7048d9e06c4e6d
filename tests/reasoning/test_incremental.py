"""An evaluation that is kept up to date equals one that is made afresh, circles included."""

from __future__ import annotations

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
