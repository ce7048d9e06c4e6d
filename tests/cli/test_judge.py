"""``debate judge`` and ``debate cruxes``, run as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from debate import load
from debate.cli.failures import UsageError
from debate.cli.naming import claim
from tests.support.command import KERCH, run


def as_json(*arguments: str | Path) -> Any:
    result = run(*arguments, "--json")
    assert (result.returncode, result.stderr) == (0, "")
    return json.loads(result.stdout)


def test_the_shape_of_judging() -> None:
    found = as_json("judge", KERCH, "--accept", "fried.right-message")
    meet = found["claims"]["fried.meet"]
    assert (meet["label"], meet["verdict"]) == ("in", "stands")
    assert 0 <= meet["strength"] <= 1
    assert found["questions"]["meeting"] == {
        "option": None,
        "verdict": "open",
        "options": {"meet": "open", "dont-meet": "open"},
        "positions": {"fried": "stands", "aslund": "stands", "otoole": "silent"},
    }
    assert "background.ramming" in found["claims"]


def test_one_side_alone() -> None:
    found = as_json("judge", KERCH, "--side", "fried", "--accept", "right-message")
    assert {name.split(".")[0].split(":")[0] for name in found["claims"]} == {"fried"}
    assert found["questions"]["meeting"]["option"] == "meet"
    assert found["questions"]["meeting"]["positions"] == {"fried": "stands"}


def test_a_claim_may_be_named_as_outlines_print_it() -> None:
    debate = load(KERCH)
    wanted = debate.find("fried.right-message")
    for name in ("Fried 1.1", "fried:1.1", "FRIED 1.1.", "Fried:1.1", "Daniel Fried 1.1"):
        assert claim(debate, name) == wanted, name
    assert claim(debate, "Background 2") == [*debate.roots(-1)][1]
    deep = next(row for row in debate.side(0) if debate.number(row) == "1.2.1.1.1")
    assert claim(debate, "1.2.1.1.1") == deep  # no other side has this number
    for name, said in {
        "1.1": "which claim is 1.1? write fried:1.1 or aslund:1.1 or otoole:1.1",
        "Fried 99": "unknown claim Fried 99; Fried has no claim 99",
        "Ann 1.1": "unknown claim Ann 1.1",
    }.items():
        with pytest.raises(UsageError) as told:
            claim(debate, name)
        assert str(told.value).startswith(said)
    found = as_json("judge", KERCH, "--accept", "Fried 1.1", "--credence", "Fried 2.1=0.7")
    assert found["claims"]["fried.meet"]["verdict"] == "stands"


def test_credences_weights_standards_and_saved_judgements(tmp_path: Path) -> None:
    saved = tmp_path / "mine.yaml"
    saved.write_text("credence: {fried.right-message: 0.7}\n", encoding="utf-8")
    found = as_json("judge", KERCH, "--judgements", saved)
    assert found["claims"]["fried.meet"]["verdict"] == "stands"
    heavier = as_json(
        *("judge", KERCH, "--judgements", saved, "--weight", "fried.acquiescence=0.9")
    )
    assert heavier["claims"]["fried.meet"]["verdict"] == "falls"
    doubted = as_json("judge", KERCH, "--credence", "fried.right-message=0.2")
    assert doubted["claims"]["fried.meet"]["verdict"] == "falls"
    strict = as_json("judge", KERCH, "--standard", "beyond-reasonable-doubt")
    assert strict["claims"]["otoole.other-tools"]["verdict"] == "open"


def test_the_text_says_why() -> None:
    text = run("judge", KERCH, "--reject", "fried.right-message").stdout
    assert "Daniel Fried: falls, because it holds only if Fried 1.1, and that falls." in text
    assert "silent: Brian O'Toole" in text


def test_a_carneades_map(tmp_path: Path) -> None:
    path = tmp_path / "map.yml"
    path.write_text(
        "statements: {p: P, q: Q, r: R}\nassumptions: [p]\n"
        "arguments: {a: {conclusion: q, premises: [p], undercutter: r}}\n",
        encoding="utf-8",
    )
    found = as_json("judge", path)
    assert {name: claim["label"] for name, claim in found["claims"].items()} == {
        "p": "in",
        "q": "in",
        "r": "out",
    }
    assert as_json("judge", path, "--accept", "r")["claims"]["q"]["label"] == "out"
    assert run("judge", path).stdout == "in         p\nin         q\nout        r\n"
    assert run("judge", path, "--side", "p").returncode == 2
    assert "did you mean" in run("judge", path, "--accept", "pq").stderr


def test_a_map_with_rules_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "map.yml"
    path.write_text("language: {p/0: P}\nstatements: {p: P}\n", encoding="utf-8")
    result = run("judge", path)
    assert result.returncode == 1
    assert "map.yml:1:1: language need" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--accept", "fried.meeet"), "unknown claim fried.meeet; did you mean fried.meet?"),
        (("--side", "frieda"), "unknown side frieda"),
        (("--credence", "fried.meet"), "is no claim with a number from 0 to 1"),
        (("--credence", "fried.meet=2"), "is no claim with a number from 0 to 1"),
        (("--weight", "fried.right-message=1"), "has no step of its own"),
        (("--accept", "meet", "--reject", "meet"), "cannot be both accepted and rejected"),
    ],
)
def test_wrong_use(arguments: tuple[str, ...], said: str) -> None:
    result = run("judge", KERCH, *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr


def test_the_shape_of_cruxes() -> None:
    found = as_json("cruxes", KERCH, "--question", "meeting")
    assert found["cruxes"][0] == {
        "question": "meeting",
        "position": "fried",
        "from": "open",
        "to": "stands",
        "sets": [[{"claim": "fried.right-message", "judgement": "accept"}]],
        "more": False,
    }
    assert found["matters_most"][0]["claim"] == "fried.right-message"
    assert found["matters_most"][0]["gradient"] > 0


def test_cruxes_between_two_sides() -> None:
    found = as_json("cruxes", KERCH, "--between", "fried", "aslund")
    (crux,) = [crux for crux in found["cruxes"] if crux["to"] == "dont-meet"]
    assert crux["position"] is None
    assert crux["sets"] == [[{"claim": "fried.right-message", "judgement": "reject"}]]
    assert run("cruxes", KERCH, "--between", "fried", "fried").returncode == 2
    assert run("cruxes", KERCH, "--question", "meting").returncode == 2


def test_cruxes_as_text() -> None:
    text = run("cruxes", KERCH, "--question", "meeting").stdout
    assert "Daniel Fried, Meet: is open; it would stand if you\n- accept Fried 1.1 (Trump" in text
    assert "Matters most" in text


@pytest.mark.parametrize(
    "text",
    [
        "debate: Rain\npositions: {ann: {claims: [It rains.]}}\n",
        "debate: Rain\nquestions: {q: {ask: Why?, options: {a: A, b: B}}}\n"
        "positions: {ann: {claims: [It rains.]}}\n",
    ],
)
def test_that_nothing_can_turn_is_said(text: str) -> None:
    result = run("cruxes", "-", stdin=text)
    assert (result.returncode, result.stdout) == (
        *(0, "There is no recommendation here that could change.\n"),
    )


def test_two_sides_that_do_not_differ(tmp_path: Path) -> None:
    says = "{recommendations: [{question: q, option: a, claim: Go.}]}"
    path = tmp_path / "debate.yaml"
    path.write_text(
        "debate: Walk\nquestions: {q: {ask: Go?, options: {a: Go, b: Stay}}}\n"
        f"positions: {{ann: {says}, bo: {says}}}\n"
    )
    said = run("cruxes", path, "--between", "ann", "bo").stdout
    assert said.startswith("These two sides answer no question differently.\n")


def test_every_claim_stands_only_where_there_are_claims_and_by_its_side_alone(
    tmp_path: Path,
) -> None:
    assert run("judge", "-", stdin="debate: Rain\n").stdout == "There are no claims.\n"
    path = tmp_path / "debate.yaml"
    path.write_text(
        "debate: School\nquestions: {q: {ask: When?, options: {a: At eight, b: At nine}}}\n"
        "positions:\n"
        "  ann: {recommendations: [{id: go, question: q, option: a, claim: At eight.}]}\n"
        "  bo: {recommendations: [{question: q, option: b, claim: At nine.}]}\n"
    )
    said = run("judge", path, "--accept", "ann.go").stdout
    assert "At nine: falls" in said
    assert said.endswith("Every claim stands, each side by itself.\n")


def test_strengths_by_another_semantics() -> None:
    strengths = {
        name: as_json("judge", KERCH, "--semantics", name)["claims"]["fried.meet"]["strength"]
        for name in ("quadratic-energy", "df-quad", "euler")
    }
    assert len(set(strengths.values())) == 3
    assert (
        strengths["quadratic-energy"] == as_json("judge", KERCH)["claims"]["fried.meet"]["strength"]
    )
    cruxes = as_json("cruxes", KERCH, "--semantics", "euler")
    assert cruxes["matters_most"] != as_json("cruxes", KERCH)["matters_most"]
    refused = run("judge", KERCH, "--semantics", "magic")
    assert refused.returncode == 2
    assert "df-quad" in refused.stderr


def test_standard_input_may_be_a_map_or_a_debate() -> None:
    found = run("judge", "-", "--json", stdin="statements: {a: It rains.}\nassumptions: [a]\n")
    assert json.loads(found.stdout)["claims"]["a"]["label"] == "in"
    ours = run("judge", "-", stdin="debate: Rain\npositions: {ann: {claims: [It rains.]}}\n")
    assert ours.stdout == "Every claim stands.\n"
    both = run("judge", "-", "--judgements", "-", stdin="debate: Rain\n")
    assert both.returncode == 2
