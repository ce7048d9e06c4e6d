"""Writing AIF: real nodes for claims and steps, and the same debate when it is read again."""

from __future__ import annotations

import json

from hypothesis import given, settings

from debate.model import Debate
from debate.readers.formats.aif import read
from debate.writers import ALL, Options
from debate.writers.formats import aif
from debate.writers.losses import Losses
from tests.support.build import build
from tests.support.markup import MARKUP, filled
from tests.support.strategies import debates


def written(debate: Debate) -> str:
    return "".join(aif.write(debate, ALL))


@settings(max_examples=25)
@given(debates())
def test_reading_it_back_gives_the_same_debate(debate: Debate) -> None:
    reading = read(written(debate).encode(), "x.aif.json")
    assert reading.problems == []
    assert reading.debate == debate


def test_steps_are_nodes() -> None:
    debate = build(
        {
            "ann": {
                "claims": [
                    {
                        "claim": "A",
                        "id": "a",
                        "only_if": ["If"],
                        "supports": [{"claim": "B", "together_with": ["C"], "undercuts": ["U"]}],
                        "objections": [{"ref": "a"}],
                    }
                ]
            },
            "bob": {"claims": [{"claim": "Z", "clashes_with": ["ann.a"]}]},
        }
    )
    data = json.loads(written(debate))
    names = {node["nodeID"]: node["text"] for node in data["nodes"]}
    assert [f"{names[e['fromID']]} > {names[e['toID']]}" for e in data["edges"]] == [
        *("If > Condition", "Condition > A"),
        *("B > Default Inference", "Default Inference > A", "C > Default Inference"),
        *("U > Default Conflict", "Default Conflict > Default Inference"),
        *("A > Default Conflict", "Default Conflict > A"),
        *("A > Default Conflict", "Default Conflict > Z"),
    ]


def test_what_aif_has_no_place_for_is_told() -> None:
    losses = Losses()
    for _ in aif.write(filled("x"), Options(losses=losses)):
        pass
    said = [line.partition(":")[0] for line in losses.lines()]
    assert "1 question" in said
    assert "2 conditions" in said
    assert any(line.endswith("citations") for line in said)


def test_hostile_text_is_data() -> None:
    for text in MARKUP:
        json.loads(written(filled(text)))
