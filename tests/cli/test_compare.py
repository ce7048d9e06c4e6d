"""``debate compare`` and ``debate walk`` without a terminal."""

from __future__ import annotations

import json

import pytest

from debate.cli import main
from tests.support.command import KERCH, run


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


def test_judgements_add_what_stands_and_what_all_come_to(
    capsys: pytest.CaptureFixture[str],
) -> None:
    judged = ["compare", str(KERCH), "--reject", "fried.right-message"]
    assert main(judged) == 0
    out = capsys.readouterr().out
    assert "\nFried: Meet (on a condition) - falls, without a reason\n" in out
    assert "\nÅslund: Don't meet - stands\n" in out
    assert "\nAll sides together: Don't meet\n" in out
    assert main([*judged, "--json"]) == 0
    meeting, response = json.loads(capsys.readouterr().out)["questions"]
    assert [side["verdict"] for side in meeting["positions"]] == ["falls", "stands", None]
    assert (meeting["outcome"], response["outcome"]) == ("dont-meet", None)


def test_the_text_says_what_would_decide_between_two_sides() -> None:
    text = run("compare", KERCH).stdout
    between = text.partition("Between Fried and Åslund: Don't meet is the outcome if you\n")[2]
    assert between.startswith("- reject Fried 1.1 (Trump is willing")
    assert "Between Fried and O'Toole: Other tools" in text
