"""One debate after another in one run of the app: nothing of the first is left in the second."""

from __future__ import annotations

import gc
from collections import Counter
from pathlib import Path

from textual.widget import Widget

from debate.model import Debate
from debate.tui.screens.overview import OverviewScreen
from debate.tui.screens.walk import WalkScreen
from debate.tui.session import Session
from tests.support.build import build
from tests.support.walking import Walk, everything, walking


def other(claims: int = 3) -> Debate:
    return build({"cy": {"claims": [f"Claim {n}." for n in range(claims)]}}, title="Another")


async def opened(walk: Walk, debate: Debate, path: Path) -> None:
    """Open a debate from the app's own turn, as everything in the app does."""
    walk.app.call_later(walk.app.open, debate, path)
    await walk.until(lambda: walk.app.session is not None and walk.app.session.debate is debate)
    await walk.pilot.pause()


async def test_another_debate_takes_the_place_of_the_first(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.pilot.press("c", "/")  # another view, and a dialog on it
        await opened(walk, other(), tmp_path / "other")
        assert isinstance(walk.app.screen, OverviewScreen)
        assert len(walk.app.screen_stack) == 1
        assert await walk.press("w", "down") == "cy:2"
        await walk.pilot.press("c", "o")
        assert walk.app.path == tmp_path / "other"


async def test_each_is_where_it_was_left_and_as_it_was_judged(tmp_path: Path) -> None:
    first = everything()
    async with walking(first, tmp_path) as walk:
        assert await walk.press("down", "down", "r") == "ann.good"
        await opened(walk, other(), tmp_path / "other")
        assert walk.app.session is not None
        assert not walk.app.session.judging.judgements
        await walk.pilot.press("w", "a")
        again = everything()
        await opened(walk, again, tmp_path / "debate")
        assert isinstance(walk.app.screen, WalkScreen)
        assert walk.name == "ann.good"
        assert set(walk.app.session.judging.judgements.rejected) == {again.find("ann.good")}


async def test_the_same_path_again_keeps_the_place(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.press("down", "down")
        await opened(walk, everything(), tmp_path / "debate")
        assert walk.name == "ann.good"
        assert await walk.press("down") == "ann:1.2.1"


async def test_a_late_judgement_for_a_closed_debate_changes_nothing(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        assert walk.app.session is not None
        old = walk.app.session.judging
        await opened(walk, other(), tmp_path / "other")
        old.have(old.work_out())
        await walk.pilot.pause()
        assert isinstance(walk.app.screen, OverviewScreen)


def alive() -> Counter[str]:
    """How many debates, sessions and widgets there are; frozen ones too, for they are looked at."""
    gc.unfreeze()
    gc.collect()
    kinds = (Debate, Session, Widget)
    return Counter(type(thing).__name__ for thing in gc.get_objects() if isinstance(thing, kinds))


async def test_debates_that_were_open_are_let_go(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        counts = []
        for number in range(4):
            await opened(walk, other(100 + number), tmp_path / str(number % 2))
            await walk.pilot.press("w", "down", "a", "/", "escape", "c", "o")
            await walk.pilot.pause(0.1)
            counts.append(alive())
        assert counts[1] == counts[2] == counts[3]
        assert counts[3]["Session"] <= 2  # Textual never lets go of the very first screen
