"""Strengths worked by hand, in circles, their gradients and what each claim contributes."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from debate.model import Debate, Role
from debate.reasoning.evaluate import Evaluation
from debate.reasoning.gradient import gradient, matters_most, removal
from debate.reasoning.judgements import Judgements
from debate.reasoning.semantics import DF_QUAD, EULER, QUADRATIC, SEMANTICS, Semantics
from tests.support.build import build
from tests.support.maps import debates, is_circular, judged

straight = debates().filter(lambda debate: not is_circular(debate))
acyclic = straight.flatmap(lambda debate: st.tuples(st.just(debate), judged(debate)))


def one(claim: dict[str, object]) -> Evaluation:
    """The quadratic strengths of a debate of one thesis, row 0."""
    return Evaluation(build({"ann": {"claims": [{"claim": "T", **claim}]}}))


def test_quadratic_energy() -> None:
    # E = 0.5: 0.5 + 0.5 * 0.25 / 1.25
    assert one({"supports": ["S"]}).strength(0) == pytest.approx(0.6)
    # E = -0.5 - 0.5: 0.5 - 0.5 * 1 / 2
    assert one({"objections": ["O", "P"]}).strength(0) == pytest.approx(0.25)


def test_df_quad_and_euler() -> None:
    debate = build({"ann": {"claims": [{"claim": "T", "supports": ["S", "S"]}]}})
    # F = 1 - 0.5 * 0.5: 0.5 + 0.5 * 0.75
    assert Evaluation(debate, semantics=DF_QUAD).strength(0) == pytest.approx(0.875)
    # 1 - (1 - 0.25) / (1 + 0.5 e)
    assert Evaluation(debate, semantics=EULER).strength(0) == pytest.approx(
        1 - 0.75 / (1 + 0.5 * 2.718281828459045)
    )


def test_a_step_passes_on_a_product() -> None:
    support = {
        "claim": "S",
        "weight": 0.5,
        "credence": 0.8,
        "together_with": [{"claim": "C", "credence": 0.5}],
        "undercuts": [{"claim": "U", "undercuts": ["V"]}],
    }
    # 0.5 * 0.8 * 0.5 * (1 - 0.5 * (1 - 0.5)) = 0.15
    assert one({"supports": [support]}).strength(0) == pytest.approx(0.5 + 0.5 * 0.0225 / 1.0225)


def test_a_condition_bounds_its_claim() -> None:
    claim: dict[str, object] = {"supports": ["S"], "only_if": [{"claim": "C", "credence": 0.3}]}
    assert one(claim).strength(0) == pytest.approx(0.3)


def test_accept_and_reject_fix_a_strength() -> None:
    evaluation = one({"objections": ["O"]})
    assert (evaluation.judge(Judgements().accept(0)), evaluation.strength(0))[1] == 1
    evaluation.judge(Judgements().reject(1))
    assert (evaluation.strength(1), evaluation.strength(0)) == (0, 0.5)


def circle(role: str) -> Debate:
    below = {"claim": "B", "id": "b", role: [{"ref": "a"}]}
    return build({"ann": {"claims": [{"claim": "A", "id": "a", role: [below]}]}})


@pytest.mark.parametrize("semantics", SEMANTICS.values(), ids=SEMANTICS)
@pytest.mark.parametrize("role", ["supports", "objections"])
def test_a_circle_comes_to_rest_where_it_keeps_itself_up(role: str, semantics: Semantics) -> None:
    evaluation = Evaluation(circle(role), semantics=semantics)
    a, b = evaluation.strength(0), evaluation.strength(1)
    assert evaluation.strengths.converged
    assert a == pytest.approx(b, abs=1e-9)
    flow = 1 - b if semantics.multiplies else b
    none = 1.0 if semantics.multiplies else 0.0
    sides = (flow, none) if role == "supports" else (none, flow)
    assert a == pytest.approx(semantics.strength(0.5, *sides), abs=1e-9)


def test_it_is_said_when_a_circle_does_not_come_to_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("debate.reasoning.strength._PATIENCE", 3)
    assert not Evaluation(circle("objections")).strengths.converged


@pytest.mark.parametrize("name", SEMANTICS)
@given(acyclic)
def test_gradients_are_the_slopes(name: str, drawn: tuple[Debate, Judgements]) -> None:
    """Against a difference of strengths; conditions, at whose ties there is a bend, see below."""
    debate, judgements = drawn
    assume(all(claim.role is not Role.CONDITION for claim in debate.claims))
    evaluation = Evaluation(debate, judgements, semantics=SEMANTICS[name])
    step = 1e-6
    for row, slope in gradient(evaluation, 0).items():
        assert slope is not None
        base = evaluation.case.credence.get(row, 0.5)
        found = []
        for way in (-step, step):
            if 0 <= base + way <= 1:
                other = evaluation.judgements.believe(row, base + way)
                moved = Evaluation(debate, other, semantics=SEMANTICS[name]).strength(0)
                found.append((moved - evaluation.strength(0)) / way)
        if len(found) == 2:  # DF-QuAD bends where the sides are equal: one way fits, if both exist
            assert min(abs(slope - each) for each in found) < 1e-4


def test_no_gradient_through_a_circle() -> None:
    debate = build(
        {
            "ann": {
                "claims": [
                    {
                        "claim": "T",
                        "supports": [
                            {"claim": "A", "id": "a", "supports": [{"claim": "B", "id": "b"}]},
                            "S",
                        ],
                    }
                ]
            }
        }
    )
    straight = gradient(Evaluation(debate), 0)
    assert all(straight.values())
    circular = Evaluation(circle("supports"))
    assert gradient(circular, 0) == {0: None, 1: None}


def test_a_gradient_goes_through_the_weakest_condition() -> None:
    weak = {"claim": "D", "credence": 0.3, "supports": ["S"]}
    evaluation = one({"supports": ["S"], "only_if": ["C", weak]})
    assert evaluation.strength(0) == evaluation.strength(2) < 0.5
    slopes = gradient(evaluation, 0)
    assert (slopes[0], slopes[1], slopes[4]) == (0, 0, 0)
    assert slopes[2] == pytest.approx(0.8)  # 1 - h(0.5)
    assert slopes[3] == pytest.approx(0.7 * 1 / 1.25**2)  # (1 - w) h'(0.5)


def test_at_a_tie_of_the_weakest_the_first_counts() -> None:
    evaluation = one({"only_if": ["C", "D"]})
    assert gradient(evaluation, 0) == {0: 1.0, 1: 0.0, 2: 0.0}


def test_what_matters_most() -> None:
    evaluation = one({"supports": ["S", {"claim": "W", "weight": 0.2}], "objections": ["O"]})
    rows = [row for row, _ in matters_most(evaluation, [0], 2)]
    assert rows == [1, 3]
    slopes = dict(matters_most(evaluation, [0], 9))
    assert slopes[1] > 0 > slopes[3]


@given(acyclic, st.data())
def test_a_contribution_is_what_goes_with_the_claim(
    drawn: tuple[Debate, Judgements], data: st.DataObject
) -> None:
    debate, judgements = drawn
    evaluation = Evaluation(debate, judgements)
    before = evaluation.as_json()
    rows = [row for row, claim in enumerate(debate.claims) if claim.target < 0]
    found = removal(evaluation, 0, rows)
    assert found[0] == 0
    assert evaluation.as_json() == before  # nothing was really removed
    plain = [row for row in rows if debate.claims[row].role in ("support", "objection")]
    if plain:
        row = data.draw(st.sampled_from(plain))
        silenced = judgements
        for step, claim in enumerate(debate.claims):
            if step == row or claim.target == row:
                if claim.role not in ("support", "objection"):
                    return
                silenced = silenced.weigh(step, 0.0)
        without = Evaluation(debate, silenced).strength(0)
        assert found[rows.index(row)] == pytest.approx(evaluation.strength(0) - without)


def test_contributions_by_hand() -> None:
    evaluation = one({"supports": ["S"], "only_if": [{"claim": "C", "credence": 0.55}]})
    # 0.55 now; without S the claim is at its 0.5, without the condition at 0.6
    condition, support = removal(evaluation, 0, [1, 2])
    assert support == pytest.approx(0.05)
    assert condition == pytest.approx(-0.05)
    assert evaluation.semantics is QUADRATIC
