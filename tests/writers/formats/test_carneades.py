"""Writing Carneades maps: judged as such they give what the debate gives, read the same debate."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

import debate as library
from debate.model import Debate, Standard
from debate.readers.carneades import CarneadesMap, recognises
from debate.readers.carneades import read as read_map
from debate.readers.formats.carneades import read
from debate.reasoning.evaluate import Evaluation
from debate.reasoning.graph import LABELS
from debate.reasoning.labelling import label
from debate.writers import ALL, Options
from debate.writers.formats import carneades
from debate.writers.losses import Losses
from tests.support.build import build
from tests.support.markup import MARKUP, filled
from tests.support.strategies import debates

STANDARDS: list[Standard] = [
    *("scintilla", "preponderance", "clear-and-convincing"),
    *("beyond-reasonable-doubt", "dialectical-validity"),
]


def written(debate: Debate) -> str:
    return "".join(carneades.write(debate, ALL))


def same_labels(debate: Debate) -> CarneadesMap:
    """The map, once every statement in it has come out as the claim does."""
    found = read_map(written(debate), "x.carneades.yml")
    assert found.notes == []
    labels = label(found.graph)
    scope = Evaluation(debate).scope()
    for row, claim in enumerate(debate.claims):
        if claim.target < 0:
            name = debate.name(row)
            assert LABELS[labels[found.find(name)]] == LABELS[scope.labels[row]], name
    for question in debate.questions:
        for option, expected in scope.outcome(question).options.items():
            name = f"{question}/{option}"
            assert LABELS[labels[found.find(name)]] == LABELS[expected], name
    return found


@settings(max_examples=25)
@given(debate=debates(), standard=st.sampled_from(STANDARDS))
@example(filled("x"), "preponderance")
def test_each_statement_has_the_label_that_the_claim_has(
    debate: Debate, standard: Standard
) -> None:
    for question in debate.questions.values():
        question.standard = standard
    found = same_labels(debate)
    for row, claim in enumerate(debate.claims):
        if claim.target < 0:
            assert found.texts[found.find(debate.name(row))] == claim.text
    reading = read(written(debate).encode(), "x.carneades.yml")
    assert reading.problems == []
    assert reading.debate == debate


_NUMBERS = st.sampled_from([None, 0.0, 0.2, 0.3, 0.4, 0.5, 0.51, 0.9, 1.0])
_KEYS = ["supports", "objections", "only_if"]


@st.composite
def _dense(draw: st.DrawFn, depth: int = 0) -> dict[str, object]:
    """A claim on which much bears, with weights that make close decisions."""
    claim: dict[str, object] = {"claim": "x"}
    for key in ("credence", *(["weight"] if depth else [])):
        if (number := draw(_NUMBERS)) is not None:
            claim[key] = number
    keys = [*_KEYS, *(["undercuts", "together_with"] if depth else [])]
    for _ in range(draw(st.integers(0, 3)) if depth < 3 else 0):
        key = draw(st.sampled_from(keys))
        child = draw(_dense(depth + 1) | st.sampled_from([{"ref": "ann.a"}, {"ref": "bob.b"}]))
        if key in ("together_with", "only_if") and "ref" not in child:
            child = {name: value for name, value in child.items() if name in ("claim", "credence")}
        claim.setdefault(key, []).append(child)  # type: ignore[attr-defined]
    return claim


@settings(max_examples=50)
@given(one=_dense(), other=_dense(), speaker=st.booleans(), standard=st.sampled_from(STANDARDS))
@example({"claim": "x", "objections": [{"claim": "x"}]}, {"claim": "x"}, False, "preponderance")
def test_close_decisions_and_circles(
    one: dict[str, object], other: dict[str, object], speaker: bool, standard: Standard
) -> None:
    asked = {"question": "q", "id": "a", "option": "a"}
    debate = build(
        {
            "ann": {"recommendations": [one | asked]} | ({"speaker": "Ann"} if speaker else {}),
            "bob": {
                "recommendations": [{"claim": "y", "question": "q", "option": "b"}],
                "claims": [other | {"id": "b", "clashes_with": ["ann.a"]}],
            },
        },
        questions={"q": {"ask": "?", "options": {"a": "A", "b": "B"}, "standard": standard}},
    )
    same_labels(debate)


def test_the_bundled_debate(tmp_path: Path) -> None:
    debate = library.load(Path(__file__).parents[3] / "arguments" / "kerch-strait")
    found = same_labels(debate)
    assert found.title == debate.title
    path = tmp_path / "made.carneades.yml"
    path.write_text(written(debate), "utf-8")
    assert library.load(path) == debate


def test_it_is_plain_yaml_that_passes_for_a_map_and_not_for_ours() -> None:
    text = written(filled("debate: x"))
    assert recognises(text)
    data = yaml.safe_load(text)
    assert set(data) == {"meta", "statements", "issues", "weighing_functions", "arguments"}
    names = set(data["statements"])
    for argument in data["arguments"].values():
        used = {argument["conclusion"], *argument.get("premises", ())}
        assert used | {argument.get("undercutter", "supposed")} <= names | {"supposed"}
    for issue in data["issues"].values():
        assert set(issue["positions"]) <= names


def test_a_deep_claim_has_a_short_name_and_hostile_text_is_data() -> None:
    claim: dict[str, object] = {"claim": "bottom", "objections": ["no"]}
    for level in range(150):
        claim = {"claim": str(level), "supports": [claim]}
    debate = build({"a": {"claims": [claim]}})
    read_map(written(debate), "x")
    assert read(written(debate).encode(), "x").debate == debate
    for text in MARKUP:
        found = read_map(written(filled(text)), "x")
        assert len(found.names) == len(set(found.names))


def test_what_other_programs_pass_over_is_told() -> None:
    losses = Losses()
    for _ in carneades.write(filled("x"), Options(losses=losses)):
        pass
    said = {line.partition(":")[0] for line in losses.lines()}
    assert {"1 agreeing pair", "2 sources", "1 outcome"} <= said
    assert not any("question" in line and "discussion" not in line for line in said)


@pytest.mark.parametrize("changed", ["conclusion", "text"])
def test_another_program_changed_the_map(changed: str) -> None:
    text = written(build({"a": {"claims": [{"claim": "One", "supports": ["Two", "Three"]}]}}))
    if changed == "text":
        again = read(text.replace('"Two"', '"Four"').encode(), "x")
        assert again.problems == []
    else:
        again = read(text.replace('["a:1.1"]', '["a:1.2"]').encode(), "x")
        assert [found.code for found in again.problems] == ["changed"]
    assert again.debate
