"""The comparison's screen: the chosen cell moves, its reasons follow, and everything walks."""

from __future__ import annotations

from pathlib import Path

import pytest

from debate.model import Debate
from debate.tui.app import DebateApp
from debate.tui.pages.compare import PAIRS
from debate.tui.pages.target import Cell, More
from debate.tui.screens.compare import CompareScreen
from debate.tui.widgets.page import Page
from tests.support.build import build
from tests.support.hostile import EMPTY, hostile


@pytest.fixture
def debate() -> Debate:
    first = {"question": "q", "option": "yes", "claim": "Let us.", "supports": ["Because of A."]}
    second = {"question": "q", "option": "no", "claim": "Let us not.", "objections": ["But B."]}
    return build(
        {
            "ann": {"recommendations": [first], "claims": [{"claim": "So.", "id": "so"}]},
            "bo": {"recommendations": [second | {"clashes_with": ["ann.so"]}]},
        },
        questions={
            "q": {"ask": "Shall we?", "options": {"yes": "Yes", "no": "No"}},
            "r": {"ask": "And then?", "options": {"x": "X", "y": "Y"}},
        },
    )


def app_on(debate: Debate, tmp_path: Path) -> DebateApp:
    return DebateApp(debate, tmp_path / "debate")


def page_of(app: DebateApp) -> Page:
    assert isinstance(app.screen, CompareScreen)
    return app.screen.page


def shown(app: DebateApp) -> str:
    page = page_of(app)
    return "\n".join(page.render_line(y).text for y in range(page.size.height))


async def test_the_reasons_follow_the_cell(debate: Debate, tmp_path: Path) -> None:
    app = app_on(debate, tmp_path)
    async with app.run_test(size=(100, 40), notifications=True, tooltips=True) as pilot:
        await pilot.press("c")
        assert "Because of A." in shown(app)
        await pilot.press("right")
        assert "But B." in shown(app)
        assert "Because of A." not in shown(app).partition("What would decide it")[0]
        await pilot.press("j", "h")
        assert "ann is silent" in shown(app)


async def test_going_down_to_the_reasons_keeps_the_cell(debate: Debate, tmp_path: Path) -> None:
    app = app_on(debate, tmp_path)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("c", "right", "down", "down")
        assert "bo is silent" in shown(app)
        spot = page_of(app).spot
        assert spot is not None
        assert not isinstance(spot.target, Cell)


async def test_enter_on_a_cell_walks_and_back_returns_to_it(debate: Debate, tmp_path: Path) -> None:
    app = app_on(debate, tmp_path)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("c", "right", "enter")
        assert app.session is not None
        assert (app.session.view, app.session.row) == ("walk", debate.find("bo:1"))
        await pilot.press("b")
        spot = page_of(app).spot
        assert spot is not None
        assert spot.target == Cell(0, 1)


async def test_a_click_on_a_cell_looks_at_it_and_stays(debate: Debate, tmp_path: Path) -> None:
    app = app_on(debate, tmp_path)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("c")
        page = page_of(app)
        (cell,) = (spot for spot in page.spots if spot.target == Cell(0, 1))
        await pilot.click(Page, offset=(cell.region.x + 3, cell.region.y))
        assert "But B." in shown(app)


async def test_enter_on_silence_stays(debate: Debate, tmp_path: Path) -> None:
    app = app_on(debate, tmp_path)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("c", "down", "enter")
        assert "ann is silent" in shown(app)


async def test_enter_on_one_of_a_pair_walks_to_it(debate: Debate, tmp_path: Path) -> None:
    app = app_on(debate, tmp_path)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("c", "end", "enter")
        assert app.session is not None
        assert (app.session.view, app.session.row) == ("walk", debate.find("bo:1"))


async def test_more_pairs_are_shown_when_asked_for(tmp_path: Path) -> None:
    ann = [{"claim": f"Claim {n}.", "id": f"c{n}"} for n in range(PAIRS + 5)]
    bo = [{"claim": "No.", "clashes_with": [f"ann.c{n}"]} for n in range(PAIRS + 5)]
    app = app_on(build({"ann": {"claims": ann}, "bo": {"claims": bo}}), tmp_path)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("c", "end")
        page = page_of(app)
        assert page.spot is not None
        assert page.spot.target == More("clashes")
        await pilot.press("enter")
        assert len(page.spots) == 2 * (PAIRS + 5)


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
        await pilot.press("c", "right", "left")
        for _ in range(8):
            await pilot.press("pagedown", "down", "right")
        page = page_of(app)
        lines = {page.render_line(y).cell_length for y in range(page.size.height)}
        assert lines == {page.scrollable_content_region.width}
        assert app.is_running


async def test_an_empty_debate_says_that_nothing_can_be_compared(tmp_path: Path) -> None:
    app = app_on(EMPTY, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "down", "enter", "right")
        assert "nothing to set side by side" in shown(app)


async def test_what_would_decide_between_two_sides(tmp_path: Path) -> None:
    go = {"question": "q", "option": "go", "claim": "Go.", "only_if": ["It is dry."]}
    stay = {"question": "q", "option": "stay", "claim": "Stay.", "supports": ["It is late."]}
    sides = {"ann": {"recommendations": [go]}, "bo": {"recommendations": [stay]}}
    questions = {"q": {"ask": "Go?", "options": {"go": "Go", "stay": "Stay"}}}
    app = app_on(build(sides, questions=questions), tmp_path)
    async with app.run_test(size=(100, 60), notifications=True, tooltips=True) as pilot:
        await pilot.press("c")
        await app.workers.wait_for_complete()
        await pilot.pause()
        page = shown(app).partition("What would decide it")[2]
        assert "Between ann and bo" in page
        first, _, second = page.partition("Stay is the outcome if you")
        assert "accept It is dry." in first
        assert "and reject It is late." in first
        assert "reject It is dry." in second
        assert app.session is not None
        app.session.judging.toggle(1, "accept")
        await app.workers.wait_for_complete()
        await pilot.pause()
        page = shown(app).partition("What would decide it")[2]
        assert "accept It is dry." not in page
        assert "reject It is late." in page
