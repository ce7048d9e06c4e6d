"""Where one is, was, and stopped the last time."""

from __future__ import annotations

from pathlib import Path

import pytest

from debate.model import Debate
from debate.tui import home
from debate.tui.session import History, Session, Stop
from tests.support.build import build


def test_history_goes_back_and_forward_to_where_one_really_left() -> None:
    history = History()
    assert history.go(-1, Stop("walk", 0)) is None
    history.jump(Stop("walk", 0), Stop("walk", 5))
    assert history.go(1, Stop("walk", 6)) is None
    assert history.go(-1, Stop("walk", 6)) == Stop("walk", 0)
    assert history.go(1, Stop("walk", 0)) == Stop("walk", 6)


def test_a_jump_from_the_past_forgets_the_future() -> None:
    history = History()
    history.jump(Stop("walk", 0), Stop("walk", 1))
    history.jump(Stop("walk", 1), Stop("walk", 2))
    assert history.go(-1, Stop("walk", 2)) == Stop("walk", 1)
    history.jump(Stop("walk", 1), Stop("walk", 9))
    assert history.go(1, Stop("walk", 9)) is None
    assert history.go(-1, Stop("walk", 9)) == Stop("walk", 1)
    assert history.go(-1, Stop("walk", 1)) == Stop("walk", 0)


def test_a_jump_to_where_one_is_leaves_no_trace() -> None:
    history = History()
    history.jump(Stop("walk", 3), Stop("walk", 3))
    assert history.go(-1, Stop("walk", 3)) is None


@pytest.fixture
def debate() -> Debate:
    return build(
        {"ann": {"claims": [{"claim": "a", "id": "a", "supports": ["b"]}]}, "bo": {"claims": ["c"]}}
    )


def test_the_place_is_found_again(debate: Debate, tmp_path: Path) -> None:
    session = Session(debate, tmp_path)
    session.move(debate.find("ann:1.1"))
    session.move(debate.find("bo:1"))
    session.view = "compare"
    session.keep()
    again = Session(debate, tmp_path)
    again.recall()
    assert again.here == Stop("compare", debate.find("bo:1"))
    assert again.row_of(0) == debate.find("ann:1.1")


def test_each_debate_has_a_place_of_its_own(debate: Debate, tmp_path: Path) -> None:
    session = Session(debate, tmp_path / "one")
    session.move(1)
    session.keep()
    other = Session(debate, tmp_path / "two")
    other.recall()
    assert other.here == Stop("overview", 0)


@pytest.mark.parametrize(
    "kept",
    [
        {"claim": "gone.x", "rows": ["ann:9", 5, None]},
        {"claim": 7, "rows": 3, "view": ["walk"]},
        {"view": "nowhere"},
    ],
)
def test_a_place_that_is_no_more_is_no_trouble(
    debate: Debate, tmp_path: Path, kept: dict[str, object]
) -> None:
    session = Session(debate, tmp_path)
    home.keep(session._name, kept)
    session.recall()
    assert session.here == Stop("overview", 0)


def test_an_empty_debate_has_no_current_claim(tmp_path: Path) -> None:
    session = Session(Debate(""), tmp_path)
    assert session.row == -1
    session.keep()
    session.recall()
    assert session.here == Stop("overview", -1)
    assert session.row_of(-1) is None
