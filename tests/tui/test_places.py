"""Another version of the debate, seen from the map and from the guided walks: the place is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from debate.lessons.clash import ClashWalk
from debate.lessons.side import SideWalk
from debate.model import Debate
from debate.tui.app import DebateApp
from debate.tui.map.plan import ALL
from debate.tui.screens.base import View
from debate.tui.screens.guide import GuideScreen
from debate.tui.screens.map import MapScreen
from debate.tui.widgets.slide import Slide
from tests.support.build import build
from tests.support.walking import Walk, walking

LONG = "This is said at some length, so that it takes more than a line. " * 12


def debate(*first: str, gone: str = "", ann: str = "go", replies: int = 8) -> Debate:
    """Two sides that collide; ``first`` are claims put before all of Ann's reasons."""
    reasons: list[Any] = [
        {"claim": f"Reason {n}. {LONG}", "supports": [f"Why {n}.", f"And why {n}."]}
        for n in range(replies)
        if f"Reason {n}." != gone
    ]

    def side(name: str, option: str, *supports: Any) -> dict[str, Any]:
        return {
            "speaker": name,
            "recommendations": [
                {"question": "q", "option": option, "claim": f"{name} says {option}.",
                 "supports": list(supports)}
            ],
        }  # fmt: skip

    sides = {
        "ann": side("Ann", ann, *first, *reasons),
        "bo": side("Bo", "stay", "Because.", {"claim": "So it is.", "objections": ["Is it?"]}),
        "cy": side("Cy", "wait", "Later."),
    }
    options = {"go": "Go", "stay": "Stay", "wait": "Wait"}
    return build(sides, questions={"q": {"ask": "What now?", "options": options}})


async def adopt(walk: Walk, new: Debate) -> None:
    app = walk.app
    app.adopt(new)
    await walk.until(
        lambda: (
            isinstance(app.screen, View)
            and app.screen.session is app.session
            and app.screen.is_mounted
        )
    )
    await app.workers.wait_for_complete()
    await walk.pilot.pause()
    await walk.pilot.pause()
    assert app.session is not None
    assert app.session.debate is new


def text(app: DebateApp) -> str:
    assert app.session is not None
    return app.session.debate.text(app.session.row)


def map_of(app: DebateApp) -> MapScreen:
    assert isinstance(app.screen, MapScreen)
    return app.screen


def guide_of(app: DebateApp) -> GuideScreen:
    assert isinstance(app.screen, GuideScreen)
    return app.screen


def spot_of(screen: MapScreen, row: int) -> tuple[int, int]:
    """Where a claim's box stands in the window."""
    box = screen.map._box(row)
    assert box is not None
    return int(box.x) - screen.map.x, int(box.y) - screen.map.y


# ---------------------------------------------------------------------- the map


async def test_the_map_keeps_its_folds_its_look_and_the_window(tmp_path: Path) -> None:
    async with walking(debate(), tmp_path) as walk:
        app = walk.app
        await walk.press("n", "m")
        screen = map_of(app)
        await walk.press("space")
        screen.action_resize(-1)
        screen.action_turn()
        await walk.pilot.pause()
        screen.action_pan(1, 1)
        await walk.pilot.pause()
        row = screen.session.row
        was, before = text(app), spot_of(screen, row)
        folded = {screen.session.debate.text(row) for row in screen.plan.folding.folded}
        await adopt(walk, debate("A new reason.", "And another."))
        now = map_of(app)
        assert now is not screen
        assert text(app) == was
        assert now.session.row == row + 2
        assert spot_of(now, now.session.row) == before
        assert (now.plan.zoom, now.plan.flow) == ("line", "right")
        assert {now.session.debate.text(r) for r in now.plan.folding.folded} == folded
        assert folded


async def test_the_map_keeps_the_window_where_the_current_box_is_out_of_it(tmp_path: Path) -> None:
    async with walking(debate(), tmp_path, (80, 24)) as walk:
        await walk.press("m")
        screen = map_of(walk.app)
        for _ in range(12):
            screen.action_pan(1, 0)
        await walk.pilot.pause()
        place = screen.map.place()
        assert place is not None
        assert place.row != screen.session.row
        seen = screen.session.debate.text(place.row)
        await adopt(walk, debate("A new reason."))
        now = map_of(walk.app)
        found = next(r for r in now._rows if now.session.debate.text(r) == seen)
        assert spot_of(now, found) == (place.x, place.y)


async def test_all_sides_and_a_subtree_stay_so(tmp_path: Path) -> None:
    async with walking(debate(), tmp_path) as walk:
        await walk.press("n", "m")
        screen = map_of(walk.app)
        screen.action_all_sides()
        await walk.pilot.pause()
        screen.action_focus_on()
        await walk.pilot.pause()
        assert screen.plan.focus == screen.session.row
        await adopt(walk, debate("A new reason."))
        now = map_of(walk.app)
        assert now.plan.which == ALL
        assert now.plan.focus == now.session.row
        await adopt(walk, debate(gone="Reason 1.", replies=2))
        now = map_of(walk.app)
        assert now.plan.which == ALL


# ---------------------------------------------------------------------- guided walks


async def test_a_side_walk_stays_at_its_step(tmp_path: Path) -> None:
    async with walking(debate(), tmp_path, (80, 24)) as walk:
        app = walk.app
        await walk.press("G", "space", "1", *["space"] * 4)
        screen = guide_of(app)
        assert text(app).startswith("Reason 0.")
        at, was = screen.progress.at, text(app)
        guess = screen.progress.guesses["predict:option::q:ann::"]
        await adopt(walk, debate("A new reason.", "And another."))
        now = guide_of(app)
        assert now is not screen
        assert text(app) == was
        assert now.progress.at == at + 2
        assert now.progress.guesses["predict:option::q:ann::"] == guess
        assert now.progress is app.progress
        assert was[:9] in "\n".join(line.plain for line in now.page._sheet.lines)


async def test_the_page_of_a_step_stays_scrolled(tmp_path: Path) -> None:
    async with walking(debate(), tmp_path, (60, 16)) as walk:
        await walk.press("G", "space", "1", *["space"] * 4)
        page = guide_of(walk.app).page
        page.scroll_to(y=3, animate=False, force=True)
        await walk.pilot.pause()
        assert page.scroll_offset.y == 3
        await adopt(walk, debate("A new reason."))
        await walk.until(lambda: guide_of(walk.app).page.scroll_offset.y == 3)


async def test_a_step_that_is_gone_gives_way_to_the_next(tmp_path: Path) -> None:
    async with walking(debate(), tmp_path) as walk:
        await walk.press("G", "space", "1", "space", "space")
        assert text(walk.app).startswith("Reason 0.")
        await adopt(walk, debate(gone="Reason 0."))
        assert text(walk.app).startswith("Reason 1.")
        assert isinstance(walk.app.progress.lesson, SideWalk)


@pytest.mark.parametrize("black", [False, True])
async def test_the_presenter_stays_large_and_dark(tmp_path: Path, black: bool) -> None:
    async with walking(debate(), tmp_path) as walk:
        await walk.press("G", "space", "1", "space", "space", "P")
        screen = guide_of(walk.app)
        assert screen.presents
        if black:
            screen.action_blank()
        was = screen.query_one(Slide).text
        await adopt(walk, debate("A new reason."))
        now = guide_of(walk.app)
        await walk.until(lambda: now.query_one(Slide).text == was)
        assert now.presents
        assert now.query_one(Slide).blank is black
        if black:
            await walk.press("space")
            assert not now.query_one(Slide).blank
        await walk.press("right")
        assert now.query_one(Slide).text != was


async def test_a_clash_walk_stays_a_clash_walk(tmp_path: Path) -> None:
    async with walking(debate(), tmp_path) as walk:
        app = walk.app
        await walk.press("C", "enter", "space", "1", "space", "space")
        lesson, at = app.progress.lesson, app.progress.at
        assert isinstance(lesson, ClashWalk)
        assert at == 3
        step = app.progress.step
        await adopt(walk, debate("A new reason."))
        now = app.progress
        assert isinstance(now.lesson, ClashWalk)
        assert now.lesson is not lesson
        assert now.lesson.collision == lesson.collision
        assert type(now.step) is type(step)
        assert guide_of(app).progress is now
        assert len(now.guesses) == 1
        await adopt(walk, debate(ann="stay"))  # they agree now
        assert isinstance(app.progress.lesson, SideWalk)
        assert any("that walk is gone" in told for told in walk.told)


async def test_what_was_predicted_is_asked_again_where_the_choices_are_others(
    tmp_path: Path,
) -> None:
    async with walking(debate(), tmp_path) as walk:
        await walk.press("G", "space", "1", "space")
        assert walk.app.progress.score[1] == 1
        await adopt(walk, debate(ann="wait"))
        assert walk.app.progress.score == (0, 1, walk.app.progress.score[2])  # no longer right
