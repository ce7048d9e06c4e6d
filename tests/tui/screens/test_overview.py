"""The overview's screen: what it shows leads into the walk, by key and by mouse."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from debate.model import Debate
from debate.tui.app import DebateApp
from debate.tui.pages.overview import FACTS
from debate.tui.pages.target import More, Walk, WalkSide
from debate.tui.screens.overview import OverviewScreen
from debate.tui.widgets.page import Page
from tests.support.build import build
from tests.support.hostile import EMPTY, hostile


@pytest.fixture
def debate() -> Debate:
    def side(name: str, option: str) -> dict[str, Any]:
        recommendation = {"question": "q", "option": option, "claim": f"{name} says so."}
        return {"short": name, "recommendations": [recommendation | {"supports": ["A reason."]}]}

    return build(
        {"ann": side("Ann", "yes"), "bo": side("Bo", "no")},
        questions={"q": {"ask": "Shall we?", "options": {"yes": "Yes", "no": "No"}}},
        background=["A fact."],
    )


def app_on(debate: Debate, tmp_path: Path) -> DebateApp:
    return DebateApp(debate, tmp_path / "debate")


def page_of(app: DebateApp) -> Page:
    assert isinstance(app.screen, OverviewScreen)
    return app.screen.page


async def test_enter_on_a_recommendation_walks_to_it_and_back_returns(
    debate: Debate, tmp_path: Path
) -> None:
    app = app_on(debate, tmp_path)
    async with app.run_test(size=(100, 40), notifications=True, tooltips=True) as pilot:
        await pilot.press("down", "right", "enter")
        assert app.session is not None
        assert (app.session.view, app.session.row) == ("walk", debate.find("bo:1"))
        await pilot.press("b")
        spot = page_of(app).spot
        assert spot is not None
        assert spot.target == Walk(debate.find("bo:1"))


async def test_enter_on_a_speaker_walks_that_side(debate: Debate, tmp_path: Path) -> None:
    app = app_on(debate, tmp_path)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("right", "enter")
        assert app.session is not None
        assert (app.session.view, app.session.side) == ("walk", 1)


async def test_a_number_walks_that_side(debate: Debate, tmp_path: Path) -> None:
    app = app_on(debate, tmp_path)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("2")
        assert app.session is not None
        assert (app.session.view, app.session.side) == ("walk", 1)


async def test_a_click_walks_to_a_fact(debate: Debate, tmp_path: Path) -> None:
    app = app_on(debate, tmp_path)
    async with app.run_test(size=(100, 40)) as pilot:
        page = page_of(app)
        (fact,) = (s for s in page.spots if s.target == Walk(debate.find("background:1")))
        await pilot.click(Page, offset=(fact.region.x + 3, fact.region.y))
        await pilot.pause()
        assert app.session is not None
        assert (app.session.view, app.session.side) == ("walk", -1)


async def test_more_of_a_long_background_is_shown_when_asked_for(tmp_path: Path) -> None:
    app = app_on(build(background=[f"Fact {n}." for n in range(FACTS + 30)]), tmp_path)
    async with app.run_test(size=(100, 40)) as pilot:
        page = page_of(app)
        await pilot.press("end")
        assert page.spot is not None
        assert page.spot.target == More("background")
        before = len(page.spots)
        await pilot.press("enter")
        assert len(page.spots) == before - 1 + 30


@pytest.mark.parametrize(
    ("size", "theme"),
    [
        ((60, 16), "ansi-dark"),
        ((80, 24), "debate-dark"),
        ((80, 24), "ansi-light"),
        ((200, 60), "debate-light"),
    ],
)
async def test_hostile_texts_do_nothing(tmp_path: Path, size: tuple[int, int], theme: str) -> None:
    app = app_on(hostile(), tmp_path)
    app.theme = theme
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        for _ in range(8):
            await pilot.press("pagedown", "down", "right")
        page = page_of(app)
        lines = {page.render_line(y).cell_length for y in range(page.size.height)}
        assert lines == {page.scrollable_content_region.width}
        await pilot.click(Page, offset=(10, 5))
        assert app.is_running


async def test_an_empty_debate_is_an_overview_too(tmp_path: Path) -> None:
    app = app_on(EMPTY, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "enter", "1", "0", "end")
        text = "\n".join(page_of(app).render_line(y).text for y in range(20))
        assert "Nobody has taken a position yet" in text


async def test_thirty_sides_are_all_reached_by_the_arrow(tmp_path: Path) -> None:
    sides = {f"side-{n}": {"claims": ["A thesis."]} for n in range(30)}
    app = app_on(build(sides), tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        page = page_of(app)
        seen = set()
        for _ in range(40):
            await pilot.press("down")
            assert page.spot is not None
            seen.add(page.spot.target)
        assert {target for target in seen if isinstance(target, WalkSide)} >= {
            WalkSide(number) for number in range(3, 30, 3)
        }
