"""Why a claim has its verdict, in structure and in words."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from debate.files import bundled, load
from debate.model import Debate
from debate.reasoning.evaluate import Evaluation
from debate.reasoning.explain import at_odds, sentence, why
from debate.reasoning.judgements import Judgements
from tests.support.build import build
from tests.support.maps import Kinds, debates, judged

maps = debates(Kinds(circles=True)).flatmap(lambda d: st.tuples(st.just(d), judged(d)))


def words(claim: dict[str, Any], judgements: Judgements) -> str:
    """Why the claim 1 of Fried has its verdict."""
    side = {"speaker": "Daniel Fried", "short": "Fried", "claims": [{"claim": "A", **claim}]}
    debate = build({"fried": side})
    return sentence(debate, why(Evaluation(debate, judgements), 0))


NONE = Judgements()


@pytest.mark.parametrize(
    ("claim", "judgements", "said"),
    [
        ({}, NONE, "stands, because its speaker says so"),
        ({}, NONE.accept(0), "stands, because you accepted it"),
        ({}, NONE.reject(0), "falls, because you rejected it"),
        ({"supports": ["B"]}, NONE, "stands, because Fried 1.1 stands"),
        (
            {"supports": ["B"], "objections": ["C"]},
            NONE,
            "stands, because Fried 1.1 stands and outweighs the objection Fried 1.2",
        ),
        (
            {"supports": [{"claim": "B", "weight": 0.3}], "objections": ["C"]},
            NONE,
            "falls, because the objection Fried 1.2 stands and outweighs Fried 1.1",
        ),
        (
            {"supports": ["B"]},
            NONE.reject(1),
            "falls, because nothing is left that carries it: Fried 1.1 falls",
        ),
        (
            {"supports": [{"claim": "B", "undercuts": ["U"]}]},
            NONE,
            "falls, because nothing is left that carries it: Fried 1.1 is undercut by Fried 1.1.1",
        ),
        (
            {"supports": [{"claim": "B", "together_with": ["C"]}]},
            NONE.reject(2),
            "falls, because nothing is left that carries it: "
            "Fried 1.1 needs Fried 1.1.1, which falls",
        ),
        (
            {"supports": ["B"]},
            NONE.weigh(1, 0),
            "falls, because nothing is left that carries it: Fried 1.1 has no weight",
        ),
        ({"only_if": ["C"]}, NONE, "is open, because it holds only if Fried 1.1, and that is open"),
        (
            {"only_if": ["C"]},
            NONE.reject(1),
            "falls, because it holds only if Fried 1.1, and that falls",
        ),
        (  # a support that is undercut, or open, is not why it falls
            {"only_if": ["C", "D"], "supports": [{"claim": "B", "undercuts": ["U"]}]},
            NONE.reject(1),
            "falls, because it holds only if Fried 1.1, and that falls",
        ),
        (
            {"only_if": ["C", "D"]},
            NONE.reject(1).reject(2),
            "falls, because it holds only if Fried 1.1 and Fried 1.2, and these fall",
        ),
        (
            {"only_if": ["C", "D"]},
            NONE.accept(1),
            "is open, because it holds only if Fried 1.2, and that is open",
        ),
        (
            {"supports": [{"claim": "B", "together_with": [{"claim": "C", "credence": 0.5}, "D"]}]},
            NONE.reject(3),
            "falls, because nothing is left that carries it: "
            "Fried 1.1 needs Fried 1.1.2, which falls",
        ),
        (
            {"supports": [{"claim": "B", "credence": 0.5}]},
            NONE,
            "is open, because Fried 1.1 is open itself",
        ),
        (
            {"supports": [{"claim": "B", "together_with": [{"claim": "C", "credence": 0.5}]}]},
            NONE,
            "is open, because Fried 1.1 needs Fried 1.1.1, and that is open",
        ),
        (
            {"supports": [{"claim": "B", "undercuts": [{"claim": "U", "only_if": ["D"]}]}]},
            NONE,
            "is open, because it is open whether Fried 1.1 is undercut by Fried 1.1.1",
        ),
        (
            {"objections": [{"claim": "O", "weight": 1.0}]},
            NONE,
            "is open, because the objection Fried 1.1 weighs as much as its speaker's word",
        ),
        (
            {"credence": 0.2},
            NONE,
            "falls, because the doubt that its credence leaves outweighs the credence it is given",
        ),
    ],
)
def test_the_sentence(claim: dict[str, Any], judgements: Judgements, said: str) -> None:
    assert words(claim, judgements) == said


def test_the_structure_names_what_keeps_a_step_from_standing() -> None:
    debate = load(bundled())
    meet, condition = debate.find("fried.meet"), debate.find("fried.right-message")
    found = why(Evaluation(debate), meet)
    assert {point.fate for point in found.pro} == {"undecided"}
    assert {point.conditions for point in found.pro} == {(condition,)}
    assert [point.weight for point in found.con] == [0.4, 0.4, 0.4]


@given(maps)
def test_every_claim_can_be_explained(drawn: tuple[Debate, Judgements]) -> None:
    debate, judgements = drawn
    evaluation = Evaluation(debate, judgements)
    starts = {"stands": "stands, because ", "falls": "falls, because ", "open": "is open, because "}
    for row in range(len(debate.claims)):
        for scope in (None, evaluation.scope()):
            found = why(evaluation, row, scope)
            text = sentence(debate, found)
            assert text.startswith(starts[found.verdict])
            assert "nothing outweighs" not in text
            assert (found.reason is not None) == (found.verdict == "falls")


@given(maps)
def test_what_is_said_of_other_claims_is_their_verdict(drawn: tuple[Debate, Judgements]) -> None:
    debate, judgements = drawn
    evaluation = Evaluation(debate, judgements)
    rows = {debate.label(row): row for row in range(len(debate.claims))}
    assume(len(rows) == len(debate.claims))  # else two sides have one name
    for row in range(len(debate.claims)):
        for scope in (None, evaluation.scope()):
            text = sentence(debate, why(evaluation, row, scope))
            if debate.meant(row) == row:  # a use of it may be a reason for it, in a circle
                assert f" {debate.label(row)} is open itself" not in text
            for pattern, verdict in _SAID.items():
                for said in re.findall(pattern, text):
                    for name in _LABEL.findall(said):
                        found = why(evaluation, rows[name], scope).verdict
                        assert found == verdict, (text, name)


#: A claim as it is called in a sentence.
_LABEL = re.compile(r"(?:[A-Z][\w-]*|[a-z]\w*) \d+(?:\.\d+)*")

#: What a sentence says of the claims that it names.
_SAID = {
    r"only if (.*?), and (?:that falls|these fall)": "falls",
    r"only if (.*?), and (?:that is|these are) open": "open",
    r"needs (.*?), which falls?": "falls",
    r"needs (.*?), and (?:that is|these are) open": "open",
    r"because (\S+ \S+) is open itself": "open",
    r"(?:: |, )(\S+ [\d.]+) falls": "falls",
}


def test_it_is_said_where_verdict_and_strength_disagree() -> None:
    objections = [{"claim": f"O{n}", "weight": 0.9} for n in range(3)]
    side = {"claims": [{"claim": "A", "supports": ["B"], "objections": objections}, "C"]}
    evaluation = Evaluation(build({"fried": side}))
    assert evaluation.verdict(0) == "stands"
    assert "its strength is only 0.29" in at_odds(evaluation, 0)
    assert at_odds(evaluation, 5) == ""
    supports = [{"claim": f"S{n}", "weight": 0.9} for n in range(3)]
    side = {"claims": [{"claim": "A", "supports": supports, "objections": ["O"]}]}
    assert "its strength is 0.71" in at_odds(Evaluation(build({"fried": side})), 0)
