"""One worked example, or a few, for each of the eleven rules of judging."""

from __future__ import annotations

from typing import Any

import pytest

from debate.model import Standard
from debate.reasoning.evaluate import Evaluation, question_verdict
from debate.reasoning.graph import Graph
from debate.reasoning.judgements import Judgements
from debate.reasoning.labelling import label
from debate.reasoning.standards import meets
from tests.support.build import build

QUESTIONS = {"q": {"ask": "?", "options": {"yes": "Yes", "no": "No"}}}


def case(*claims: Any, speaker: str | None = None, **judged: str) -> Evaluation:
    """Theses of one side, judged: ``case("A", a="accept")`` judges the claim with the id a."""
    debate = build({"ann": {"speaker": speaker, "claims": list(claims)}})
    judgements = Judgements()
    for id, word in judged.items():
        row = debate.find(f"ann.{id}")
        judgements = judgements.accept(row) if word == "accept" else judgements.reject(row)
    return Evaluation(debate, judgements)


def recommend(option: str, **more: Any) -> dict[str, Any]:
    return {"question": "q", "option": option, "claim": option, "id": option, **more}


def sides(ann: dict[str, Any], bob: dict[str, Any], **more: Any) -> Evaluation:
    """Two sides that recommend something."""
    positions = {"ann": {"recommendations": [ann]}, "bob": {"recommendations": [bob]}}
    return Evaluation(build(positions, questions=QUESTIONS | more))


# ---------------------------------------------------------------------- 1 supports, conditions


def test_1_a_support_is_for_and_an_objection_against() -> None:
    assert case({"claim": "A", "supports": ["B"]}).verdict(0) == "stands"
    assert case({"claim": "A", "objections": ["B"]}).label(0) == "out"  # a tie with the word


def test_1_co_premises_bear_jointly() -> None:
    linked = {"claim": "B", "together_with": [{"claim": "C", "id": "c"}]}
    claim = {"claim": "A", "supports": [linked]}
    assert case(claim).verdict(0) == "stands"
    assert case(claim, c="reject").verdict(0) == "falls"


def test_1_a_condition_is_a_premise_of_all_that_is_for_a_claim() -> None:
    condition = [{"claim": "C", "id": "c"}]
    claim = {"claim": "A", "only_if": condition, "supports": ["B", "D"]}
    assert case(claim).verdict(0) == "open"
    assert case(claim, c="accept").verdict(0) == "stands"
    assert case(claim, c="reject").reason(0) == "without a reason"
    word = {"claim": "A", "only_if": condition}
    assert case(word, c="reject").verdict(0) == "falls"


# ---------------------------------------------------------------------- 2 undercuts


def test_2_an_undercut_cancels_a_step_and_can_be_undercut() -> None:
    def claim(*undercuts: Any) -> dict[str, Any]:
        return {"claim": "A", "supports": [{"claim": "B", "undercuts": list(undercuts)}]}

    evaluation = case(claim("U"))
    assert [evaluation.verdict(row) for row in (0, 1)] == ["falls", "stands"]
    assert case(claim({"claim": "U", "undercuts": ["V"]})).verdict(0) == "stands"
    again = {"claim": "U", "undercuts": [{"claim": "V", "undercuts": ["W"]}]}
    assert case(claim(again)).verdict(0) == "falls"


# ---------------------------------------------------------------------- 3 refs, agreement


def test_3_a_ref_is_the_same_claim_with_all_that_hangs_on_it() -> None:
    shared = {"claim": "S", "id": "s", "supports": [{"claim": "L", "id": "l"}]}
    claims = [{"claim": "A", "supports": [shared]}, {"claim": "B", "supports": [{"ref": "s"}]}]
    evaluation = case(*claims, l="reject")
    rows = [evaluation.debate.find(f"ann:{number}") for number in ("1", "2", "2.1")]
    assert [evaluation.verdict(row) for row in rows] == ["falls", "falls", "falls"]


def test_3_agreement_changes_nothing() -> None:
    ann = recommend("yes", supports=[{"claim": "S", "id": "s", "agrees_with": ["bob.t"]}])
    bob = recommend("no", supports=[{"claim": "T", "id": "t", "objections": ["O", "P"]}])
    evaluation = sides(ann, bob)
    assert evaluation.verdict(evaluation.debate.find("ann.s")) == "stands"
    assert evaluation.verdict(evaluation.debate.find("bob.t")) == "open"


# ---------------------------------------------------------------------- 4 weights


def test_4_a_concession_weighs_less_than_the_word() -> None:
    claim = {"claim": "A", "objections": ["B"]}
    assert case(claim, speaker="Ann").verdict(0) == "stands"
    assert case(claim).verdict(0) == "open"
    heavy = {"claim": "A", "objections": [{"claim": "B", "weight": 1.0}]}
    assert case(heavy, speaker="Ann").verdict(0) == "open"


def test_4_the_lowest_credence_among_the_premises_counts() -> None:
    linked = {
        "claim": "B",
        "credence": 0.9,
        "weight": 0.9,
        "together_with": [{"claim": "C", "credence": 0.6}],
    }
    evaluation = case({"claim": "A", "supports": [linked]})
    assert evaluation.case.graph.weight[1] == pytest.approx(0.54)


def test_4_the_heaviest_counts_and_nothing_is_summed() -> None:
    supports = [{"claim": f"S{n}", "weight": 0.3} for n in range(5)]
    claim = {"claim": "A", "supports": supports, "objections": [{"claim": "O", "weight": 0.4}]}
    assert case(claim).reason(0) == "outweighed"


# ---------------------------------------------------------------------- 5 words and credences


def test_5_a_claim_without_supports_rests_on_its_speakers_word() -> None:
    assert case("A").verdict(0) == "stands"
    refuted = {"claim": "B", "id": "b"}
    assert case({"claim": "A", "supports": [refuted]}, b="reject").verdict(0) == "falls"


@pytest.mark.parametrize(
    ("credence", "verdict"), [(0.8, "stands"), (0.5, "open"), (0.2, "falls"), (0.0, "falls")]
)
def test_5_a_credence_speaks_for_and_against(credence: float, verdict: str) -> None:
    assert case({"claim": "A", "credence": credence}).verdict(0) == verdict


def test_5_a_credence_stands_beside_supports() -> None:
    assert case({"claim": "A", "credence": 0.2, "supports": ["B"]}).verdict(0) == "stands"


# ---------------------------------------------------------------------- 6 conditions


def test_6_a_condition_is_supposed_until_something_speaks_for_it() -> None:
    def verdicts(condition: Any) -> list[str]:
        evaluation = case({"claim": "A", "only_if": [condition]}, speaker="Ann")
        return [evaluation.verdict(row) for row in (0, 1)]

    assert verdicts("C") == ["open", "open"]
    assert verdicts({"claim": "C", "objections": ["O"]}) == ["open", "open"]
    assert verdicts({"claim": "C", "supports": ["S"]}) == ["stands", "stands"]
    assert verdicts({"claim": "C", "credence": 0.9}) == ["stands", "stands"]


# ---------------------------------------------------------------------- 7 accept and reject


def test_7_what_a_rejected_claim_carried_falls_only_if_nothing_else_carries_it() -> None:
    one = {"claim": "B", "id": "b"}
    assert case({"claim": "A", "supports": [one, "C"]}, b="reject").verdict(0) == "stands"
    assert case({"claim": "A", "supports": [one]}, b="reject").verdict(0) == "falls"
    accepted = {"claim": "A", "id": "a", "supports": [one]}
    assert case(accepted, a="accept", b="reject").verdict(0) == "stands"


def test_7_what_clashes_with_an_accepted_claim_is_out_unless_it_is_accepted_too() -> None:
    ann = recommend("yes", supports=[{"claim": "S", "id": "s", "clashes_with": ["bob.t"]}])
    evaluation = sides(ann, recommend("no", supports=[{"claim": "T", "id": "t"}]))
    s, t = (evaluation.debate.find(name) for name in ("ann.s", "bob.t"))
    evaluation.judge(Judgements().accept(s))
    assert evaluation.outcome("q").option == "yes"
    assert evaluation.verdict(t) == "stands"  # on its own side nothing clashes
    evaluation.judge(Judgements().accept(s).accept(t))
    assert evaluation.outcome("q").option is None


# ---------------------------------------------------------------------- 8 questions, clashes


def test_8_options_are_rivals() -> None:
    evaluation = sides(recommend("yes"), recommend("no", supports=[{"claim": "S", "id": "s"}]))
    assert question_verdict(evaluation.outcome("q")) == "open"
    evaluation.judge(Judgements().reject(evaluation.debate.find("bob.s")))
    assert evaluation.outcome("q").option == "yes"


def test_8_recommendations_on_one_question_do_not_attack_each_other() -> None:
    evaluation = sides(recommend("yes", clashes_with=["bob.no"]), recommend("no"))
    together = evaluation.as_json()["questions"]["q"]
    assert together["positions"] == {"ann": "stands", "bob": "stands"}
    assert together["options"] == {"yes": "open", "no": "open"}


def test_8_clashes_count_with_all_sides_only() -> None:
    ann = recommend("yes", supports=[{"claim": "S", "id": "s", "clashes_with": ["bob.t"]}])
    bob = recommend("no", supports=["U", {"claim": "T", "id": "t"}])
    evaluation = sides(ann, bob)
    assert evaluation.verdict(0) == "stands"
    assert evaluation.as_json()["questions"]["q"]["positions"] == {"ann": "open", "bob": "stands"}
    assert evaluation.outcome("q").option is None


# ---------------------------------------------------------------------- 9 labels


def test_9_a_label_is_given_as_soon_as_the_undecided_cannot_matter() -> None:
    graph = Graph.empty(3)
    graph.add_argument(1, [1], 1.0)  # rests on itself: undecided
    graph.add_argument(0, [1], 0.5)
    graph.add_argument(0, [], 0.6)
    graph.add_argument(2, [1], -0.5)
    assert list(label(graph)) == [0, 1, 3]  # in, undecided, out


def test_9_claims_that_only_hold_each_other_up_are_undecided() -> None:
    below = {"claim": "B", "id": "b", "supports": [{"ref": "a"}]}
    evaluation = case({"claim": "A", "id": "a", "supports": [below]})
    assert [evaluation.label(row) for row in (0, 1)] == ["undecided", "undecided"]


# ---------------------------------------------------------------------- 10 standards

WEIGHTS = [(0.0, 0.0), (0.2, 0.9), (0.4, 0.4), (0.5, 0.4), (0.9, 0.4), (1.0, 0.35), (0.9, 0.2)]


@pytest.mark.parametrize(
    ("standard", "met"),
    [
        ("scintilla", [0, 1, 1, 1, 1, 1, 1]),
        ("preponderance", [0, 0, 0, 1, 1, 1, 1]),
        ("clear-and-convincing", [0, 0, 0, 0, 0, 1, 1]),
        ("beyond-reasonable-doubt", [0, 0, 0, 0, 0, 0, 1]),
        ("dialectical-validity", [0, 0, 0, 0, 0, 0, 0]),
    ],
)
def test_10_what_each_standard_asks(standard: Standard, met: list[int]) -> None:
    assert [meets(standard, pro, con) for pro, con in WEIGHTS] == [bool(each) for each in met]
    assert meets(standard, 0.6, 0.0)


def test_10_standards_hold_for_recommendations_and_options() -> None:
    asked = {"q": QUESTIONS["q"] | {"standard": "clear-and-convincing"}}
    supports = [{"claim": "S", "supports": ["L"], "objections": [{"claim": "O", "weight": 0.6}]}]
    ann = recommend("yes", supports=supports, objections=[{"claim": "P", "weight": 0.6}])
    evaluation = Evaluation(build({"ann": {"recommendations": [ann]}}, questions=asked))
    assert [evaluation.verdict(row) for row in (0, 1)] == ["open", "stands"]


def test_10_a_scintilla_may_let_several_options_stand() -> None:
    asked = QUESTIONS["q"] | {"standard": "scintilla"}
    outcome = sides(recommend("yes"), recommend("no"), q=asked).outcome("q")
    assert list(outcome.options.values()) == [0, 0]
    assert (outcome.option, question_verdict(outcome)) == (None, "open")


# ---------------------------------------------------------------------- 11 verdicts


def test_11_falls_says_which() -> None:
    support = {"claim": "B", "id": "b", "weight": 0.5}
    objections = [{"claim": "O", "id": "o"}]
    claim = {"claim": "A", "id": "a", "supports": [support], "objections": objections}
    assert case(claim).reason(0) == "outweighed"
    assert case(claim, b="reject").reason(0) == "without a reason"
    assert case(claim, a="reject").reason(0) == "rejected"
    assert case(claim, o="reject").reason(0) is None


def test_11_a_tie_is_out_but_open_and_so_is_what_rests_on_it() -> None:
    tied = {"claim": "B", "objections": ["O"]}
    evaluation = case({"claim": "A", "supports": [tied]})
    assert [evaluation.label(row) for row in (0, 1)] == ["out", "out"]
    assert [evaluation.verdict(row) for row in (0, 1)] == ["open", "open"]
