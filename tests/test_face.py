"""The library's face: what ``import debate`` offers, loaded when it is asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

import debate
from tests.support.command import KERCH


def test_every_name_is_there() -> None:
    for name in debate.__all__:
        assert getattr(debate, name) is not None
    assert set(debate.__all__) <= set(dir(debate))
    with pytest.raises(AttributeError, match="no attribute 'chekc'"):
        debate.chekc  # type: ignore[attr-defined]  # noqa: B018


def test_a_name_is_loaded_when_asked_for() -> None:
    code = "import debate, sys; debate.Debate; print('debate.files' in sys.modules)"
    said = subprocess.check_output([sys.executable, "-c", code], text=True, timeout=60)
    assert said == "False\n"


def test_read_compare_and_write() -> None:
    kerch = debate.load(KERCH)
    assert debate.bundled() == KERCH
    assert debate.check(KERCH).debate == kerch
    assert [item.id for item in debate.compare(kerch).questions] == ["meeting", "response"]
    assert debate.export(kerch, "markdown").startswith("# Should the president meet Putin")


def test_what_is_wrong_is_raised() -> None:
    with pytest.raises(debate.InvalidDebate) as caught:
        debate.load(KERCH / "nowhere")
    assert caught.value.problems[0].severity == "error"
