"""Labels and strengths against an independent plain recursion over the rows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.model import Debate
from debate.reasoning.evaluate import Evaluation
from debate.reasoning.graph import FALLEN, LABELS
from debate.reasoning.judgements import Judgements
from debate.reasoning.semantics import SEMANTICS
from tests.support.maps import Kinds, debates, is_circular, judged
from tests.support.plain import Plain

_NAMES = ("in", "undecided", "out", "fallen")

straight = debates().filter(lambda debate: not is_circular(debate))
acyclic = straight.flatmap(lambda debate: st.tuples(st.just(debate), judged(debate)))
pure = debates(Kinds(rare=False, numbers=False, clashes=False))


@given(acyclic)
def test_labels(drawn: tuple[Debate, Judgements]) -> None:
    debate, judgements = drawn
    plain = Plain(debate, judgements)
    evaluation = Evaluation(debate, judgements)
    rows = range(len(debate.claims))
    found = {debate.name(row): _NAMES[evaluation.labels[debate.meant(row)]] for row in rows}
    assert found == {debate.name(row): plain.label(row) for row in rows}


@pytest.mark.parametrize("name", SEMANTICS)
@given(acyclic)
def test_strengths(name: str, drawn: tuple[Debate, Judgements]) -> None:
    debate, judgements = drawn
    plain = Plain(debate, judgements, name)
    evaluation = Evaluation(debate, judgements, semantics=SEMANTICS[name])
    for row in range(len(debate.claims)):
        assert evaluation.strength(row) == pytest.approx(plain.strength(row), abs=1e-12)
    assert evaluation.strengths.converged


@pytest.mark.parametrize("name", SEMANTICS)
@given(pure.filter(lambda debate: not is_circular(debate)))
def test_strengths_on_pure_maps(name: str, debate: Debate) -> None:
    """Trees and DAGs of supports and objections alone: the published formulas."""
    plain = Plain(debate, Judgements(), name)
    evaluation = Evaluation(debate, semantics=SEMANTICS[name])
    for row in range(len(debate.claims)):
        assert evaluation.strength(row) == pytest.approx(plain.strength(row), abs=1e-12)


def test_fallen_is_out() -> None:
    assert LABELS[FALLEN] == "out"
