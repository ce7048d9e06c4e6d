"""Steps: where a key leads, and that it stays on its side."""

from __future__ import annotations

import pytest

from debate.model import Debate
from debate.tui.steps import Step, step
from tests.support.build import build


@pytest.fixture
def debate() -> Debate:
    first = {
        "claim": "a",
        "supports": [{"claim": "b", "undercuts": ["c"]}, "d"],
        "objections": ["e"],
    }
    return build({"ann": {"claims": [first, "f"]}, "bo": {"claims": ["g"]}}, background=["h", "i"])


@pytest.mark.parametrize(
    ("to", "leads"),
    [
        ("next", {"a": "b", "b": "c", "e": "f", "f": None, "g": None, "h": "i", "i": None}),
        ("previous", {"a": None, "b": "a", "f": "e", "g": None, "h": None, "i": "h"}),
        ("objection", {"a": "c", "b": "c", "c": "e", "e": None, "h": None}),
        ("support", {"a": "b", "b": "d", "d": None}),
        ("sibling", {"a": "f", "b": "d", "c": None, "d": "e", "e": None, "f": None, "h": "i"}),
        ("elder", {"a": None, "b": None, "d": "b", "e": "d", "f": "a", "g": None, "i": "h"}),
        ("parent", {"a": None, "b": "a", "c": "b", "e": "a"}),
    ],
)
def test_steps(debate: Debate, to: Step, leads: dict[str, str | None]) -> None:
    rows = {claim.text: row for row, claim in enumerate(debate.claims)}
    for start, end in leads.items():
        found = step(debate, rows[start], to)
        assert (None if found is None else debate.text(found)) == end, (start, to)


@pytest.mark.parametrize(
    ("to", "leads"),
    [
        ("next", {"a": "c", "c": "e", "e": None}),
        ("previous", {"f": "e", "e": "c", "c": None}),
        ("objection", {"a": "c", "c": "e"}),
        ("support", {"a": None}),
        ("sibling", {"a": None, "b": "e"}),
        ("elder", {"e": None}),
        ("parent", {"c": "b"}),
    ],
)
def test_steps_among_some_rows(debate: Debate, to: Step, leads: dict[str, str | None]) -> None:
    rows = {claim.text: row for row, claim in enumerate(debate.claims)}
    for start, end in leads.items():
        found = step(debate, rows[start], to, [rows["c"], rows["e"]])
        assert (None if found is None else debate.text(found)) == end, (start, to)
