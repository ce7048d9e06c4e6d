"""Our own JSON: what somebody changed by hand or by program is checked as our YAML is."""

from __future__ import annotations

import json
from typing import Any

import pytest

from debate import bundled, load
from tests.support.reading import reading, said, sound, written
from tests.support.walking import everything

VALUES: tuple[Any, ...] = (None, 7, "x", [], {}, [[]], [{}], {"a": 1}, True)

CLAIMS = """{"debate": "A title", "positions": [{"name": "a"}],
 "claims": [
  {"position": "a", "role": "thesis", "claim": "One"},
  %s
 ]}"""


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ('{"position": "a", "role": "support", "parent": 7, "claim": "x"}', "4:50 parent"),
        ('{"position": "a", "role": "support", "parent": 1, "claim": "x"}', "4:50 parent"),
        ('{"position": "b", "role": "thesis", "claim": "x"}', "4:3 unknown-side"),
        ('{"position": "a", "role": "because", "parent": 0, "claim": "x"}', "4:29 unknown-role"),
        ('{"position": "a", "role": "thesis", "claim": ""}', "4:3 missing-claim"),
        ('{"position": "a", "role": "thesis", "claim": "x", "weight": 2}', "4:63 out-of-range"),
        ('{"position": "a", "role": "thesis", "claim": "x", "id": "no good"}', "4:59 bad-id"),
        ('{"position": "a", "role": "undercut", "parent": 0, "claim": "x"}', "4:3 misplaced-key"),
        ('{"position": "a", "role": "thesis", "ref": "a.x"}', "4:46 dangling"),
        (
            '{"position": "a", "role": "thesis", "claim": "x", "cite": [{"at": "p"}]}',
            "4:62 missing-field",
        ),
        ("7", "4:3 wrong-type"),
        ("[", "5:3 json"),
        ('{"x": NaN}', "1:1 json"),
        ("[" * 100_000, "1:1 json"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(claim: str, expected: str) -> None:
    assert expected in said("json", CLAIMS % claim)


def test_no_debate_is_said() -> None:
    assert said("json", "[]") == ["1:1 wrong-type"]


def test_other_programs_may_leave_out_what_follows_from_the_rest() -> None:
    data: dict[str, Any] = json.loads(written("json", load(bundled())))
    for claim in data["claims"]:
        for key in ("name", "number", "depth"):
            del claim[key]
    assert len(sound("json", json.dumps(data, indent=3)).claims) == len(data["claims"])


def test_values_of_a_wrong_kind_never_raise() -> None:
    data = json.loads(written("json", everything()))
    for key in [*data, "positions", "claims"]:
        for value in VALUES:
            reading("json", json.dumps({**data, key: value}))
    for key in data["claims"][1]:
        for value in (*VALUES, 1e999, "\ud800"):
            claims = [data["claims"][0], {**data["claims"][1], key: value}]
            reading("json", json.dumps({**data, "claims": claims}).replace("Infinity", "1e999"))
