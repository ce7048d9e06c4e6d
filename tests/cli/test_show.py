"""``debate show``: an outline, a linear reading, JSON."""

from __future__ import annotations

import json

import pytest

from debate import load
from debate.cli import main
from tests.support.command import KERCH


def _shown(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["show", str(KERCH), *words]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_every_claim_is_in_the_outline(capsys: pytest.CaptureFixture[str]) -> None:
    shown = " ".join(_shown(capsys).split())
    kerch = load(KERCH)
    for row in range(len(kerch.claims)):
        assert kerch.text(row) in shown


def test_one_side(capsys: pytest.CaptureFixture[str]) -> None:
    shown = _shown(capsys, "--side", "otoole")
    kerch = load(KERCH)
    assert kerch.text(kerch.find("otoole.other-tools")) in " ".join(shown.split())
    assert kerch.text(kerch.find("fried.meet")) not in " ".join(shown.split())


def test_depth(capsys: pytest.CaptureFixture[str]) -> None:
    depths = [
        {claim["depth"] for claim in json.loads(_shown(capsys, "--json", *words))["claims"]}
        for words in (["--depth", "0"], ["--depth", "1"])
    ]
    assert depths == [{0}, {0, 1}]


def test_json_is_the_export(capsys: pytest.CaptureFixture[str]) -> None:
    shown = _shown(capsys, "--json")
    assert main(["export", str(KERCH), "--to", "json"]) == 0
    assert capsys.readouterr().out == shown


def test_the_accessible_reading_has_a_labelled_line_for_each_claim(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = _shown(capsys, "--accessible").splitlines()
    kerch = load(KERCH)
    for row, claim in enumerate(kerch.claims):
        if claim.position >= 0:
            start = f"{kerch.label(row)}, {claim.role}"
            assert [line for line in lines if line.startswith(start)], start
