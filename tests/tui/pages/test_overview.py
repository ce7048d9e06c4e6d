"""The overview says who recommends what, on which condition, and who is silent."""

from __future__ import annotations

from typing import Any

import pytest

from debate.model import Debate
from debate.reasoning.compare import compare
from debate.tui.pages.overview import FACTS, overview
from debate.tui.pages.sheet import Sheet
from debate.tui.pages.target import More, Walk, WalkSide
from tests.support.build import build
from tests.support.hostile import EMPTY, hostile

QUESTION = {"ask": "Bridge or tunnel?", "options": {"bridge": "A bridge", "tunnel": "A tunnel"}}


def recommend(option: str, **more: Any) -> dict[str, Any]:
    return {"question": "q", "option": option, "claim": f"Build the {option}.", **more}


def laid_out(debate: Debate, width: int = 100) -> Sheet:
    return overview(debate, compare(debate), width)


def text(sheet: Sheet) -> str:
    return "\n".join(line.plain for line in sheet.lines)


@pytest.fixture
def debate() -> Debate:
    return build(
        {
            "ann": {
                "speaker": "Ann Archer",
                "short": "Ann",
                "recommendations": [recommend("bridge", only_if=["The river is shallow."])],
            },
            "bo": {"recommendations": [recommend("tunnel", supports=["Ships must pass."])]},
            "cy": {"claims": ["Ferries sink."]},
        },
        questions={"q": QUESTION},
        sources={"s": {"title": "A survey", "author": "Di Dorn", "date": "2020"}},
        background=[{"claim": "There is a river.", "cite": {"source": "s", "paragraph": 3}}],
        outcome={"claim": "Nothing was built.", "cite": {"source": "s"}},
        summary="Three people want to cross.",
    )


def test_each_side_stands_with_its_answer_and_condition(debate: Debate) -> None:
    shown = text(laid_out(debate, 140))
    assert "1 Ann Archer" in shown
    assert "● A bridge" in shown
    assert "Build the bridge." in shown
    assert "? only if The river is shallow." in shown
    assert "○ silent — says nothing on this" in shown
    assert "○ Ferries sink." in shown


def test_each_option_says_who_is_for_it(debate: Debate) -> None:
    lines = [line.strip() for line in text(laid_out(debate)).splitlines()]
    assert "A bridge: Ann (only if …)   A tunnel: bo   silent: cy" in lines
    lines = [line.strip() for line in text(laid_out(debate, 50)).splitlines()]
    for entry in ("A bridge: Ann (only if …)", "A tunnel: bo", "silent: cy"):
        assert entry in lines


def test_answers_to_one_question_stand_on_one_line(debate: Debate) -> None:
    answers = [line for line in text(laid_out(debate)).splitlines() if "● A bridge" in line]
    assert len(answers) == 1
    assert answers[0].index("● A tunnel") > answers[0].index("● A bridge")
    assert answers[0].index("○ silent") > answers[0].index("● A tunnel")


def test_a_narrow_terminal_stacks_the_sides(debate: Debate) -> None:
    lines = text(laid_out(debate, 40)).splitlines()
    (bridge,) = (number for number, line in enumerate(lines) if "● A bridge" in line)
    (tunnel,) = (number for number, line in enumerate(lines) if "● A tunnel" in line)
    assert tunnel > bridge


def test_background_and_outcome_come_with_their_sources(debate: Debate) -> None:
    shown = text(laid_out(debate))
    assert "· There is a river.  Dorn 2020, ¶ 3" in shown
    assert "Nothing was built.  Dorn 2020" in shown


def test_what_one_can_go_to(debate: Debate) -> None:
    assert [spot.target for spot in laid_out(debate).spots] == [
        WalkSide(0),
        WalkSide(1),
        WalkSide(2),
        Walk(debate.find("ann:1")),
        Walk(debate.find("bo:1")),
        Walk(debate.find("cy:1")),
        Walk(debate.find("background:1")),
    ]


def test_an_empty_debate_says_what_is_missing() -> None:
    shown = text(laid_out(EMPTY))
    assert "asks no question" in shown
    assert "Nobody has taken a position yet" in shown


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120, 200])
def test_thirty_sides_wrap_into_rows(width: int) -> None:
    sides = {f"side-{n}": {"recommendations": [recommend("bridge")]} for n in range(30)}
    sheet = laid_out(build(sides, questions={"q": QUESTION}), width)
    assert [s.target for s in sheet.spots if isinstance(s.target, WalkSide)] == [
        WalkSide(n) for n in range(30)
    ]
    assert all(line.cell_length <= width for line in sheet.lines)
    if width > 20:
        assert "and 25 more" in " ".join(text(sheet).split())


def test_a_long_background_is_shown_as_far_as_asked_for() -> None:
    debate = build(background=[f"Fact {n}." for n in range(FACTS + 3)])
    sheet = laid_out(debate)
    assert "and 3 facts more" in text(sheet)
    assert sheet.spots[-1].target == More("background")
    everything = overview(debate, compare(debate), 100, FACTS + 3)
    assert f"Fact {FACTS + 2}." in text(everything)
    assert "more" not in text(everything)


def test_more_conditions_and_theses_than_a_card_holds_are_counted() -> None:
    conditions = [f"Condition {n}." for n in range(6)]
    side = {"recommendations": [recommend("bridge", only_if=conditions)], "claims": ["T."] * 7}
    shown = text(laid_out(build({"ann": side}, questions={"q": QUESTION})))
    assert "and 2 conditions more" in shown
    assert "and 3 theses more" in shown


@pytest.mark.parametrize("width", [10, 60, 80, 120, 200])
def test_hostile_texts_stay_texts_and_within_the_width(width: int) -> None:
    sheet = laid_out(hostile(), width)
    assert all(line.cell_length <= max(width, 12) for line in sheet.lines)
    if width >= 60:
        assert "[@click=app.quit]" in text(sheet)
        assert "[bold red]loud[/bold red]" in text(sheet)


class Watched(list[Any]):
    """Claims that remember which of them were asked for, and are not to be walked through."""

    def __init__(self, claims: list[Any]) -> None:
        super().__init__(claims)
        self.seen: set[int] = set()

    def __getitem__(self, index: Any) -> Any:
        self.seen.add(index)
        return super().__getitem__(index)

    def __iter__(self) -> Any:
        raise AssertionError("all claims were walked through")


def test_only_roots_and_direct_replies_are_looked_at() -> None:
    reply = {"claim": "A reply.", "supports": [{"claim": "Deeper.", "supports": ["Deepest."] * 9}]}
    debate = build(
        {"ann": {"recommendations": [recommend("bridge", supports=[reply])]}},
        questions={"q": QUESTION},
    )
    debate.claims = claims = Watched(debate.claims)
    laid_out(debate)
    assert claims.seen == {0, 1}
