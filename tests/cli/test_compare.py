"""``debate compare`` and ``debate walk`` without a terminal."""

from __future__ import annotations

import json

import pytest

from debate.cli import main
from tests.support.command import KERCH


def test_the_sides_next_to_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(KERCH)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    asked = out.split("---\n")
    assert "\nFried: Meet (on a condition)\n" in out
    assert "\nÅslund: Don't meet\n" in out
    assert "\nO'Toole: silent\n" in out
    assert "only if" in asked[1]
    assert out.index("Common ground") < out.index("Clashes")
    assert max(map(len, out.splitlines())) < 80


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(KERCH), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"questions", "common_ground", "clashes"}
    meeting = found["questions"][0]
    assert meeting["id"] == "meeting"
    assert [side["stance"] for side in meeting["positions"]] == [
        "conditional",
        "unconditional",
        "silent",
    ]
    assert meeting["positions"][0]["conditions"] == ["fried.right-message"]
    assert meeting["positions"][2] == {
        "position": "otoole",
        "speaker": "Brian O'Toole",
        "option": None,
        "stance": "silent",
        "claim": None,
        "conditions": [],
        "supports": [],
        "objections": [],
    }
