"""The guided walk: steps, predictions, large text, and the place that is kept."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from debate import bundled, load
from debate.model import Debate
from debate.tui.app import DebateApp
from debate.tui.screens.chooser import Chooser
from debate.tui.screens.guide import GuideScreen
from debate.tui.screens.listing import Listing
from debate.tui.screens.walk import WalkScreen
from debate.tui.widgets.guidebar import GuideBar
from debate.tui.widgets.slide import Slide
from tests.support.build import build
from tests.support.hostile import EMPTY, TEXTS, hostile
from tests.support.walking import everything


class Guided:
    """A guided walk under way."""

    def __init__(self, app: DebateApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> GuideScreen:
        assert isinstance(self.app.screen, GuideScreen), self.app.screen
        return self.app.screen

    @property
    def page(self) -> str:
        return "\n".join(line.plain for line in self.screen.page._sheet.lines)

    @property
    def slide(self) -> Slide:
        return self.screen.query_one(Slide)

    @property
    def bar(self) -> str:
        return "".join(w.content.plain for w in self.screen.query_one(GuideBar).words(120))

    @property
    def told(self) -> list[str]:
        return [notification.message for notification in self.app._notifications]

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()


@asynccontextmanager
async def guided(
    debate: Debate, folder: Path, *keys: str, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Guided]:
    app = DebateApp(debate, folder / "debate")
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await pilot.pause()
        guide = Guided(app, pilot)
        await guide.press(*keys)
        yield guide


ANN = ("1", "G")


async def test_a_side_is_walked_one_idea_at_a_time(tmp_path: Path) -> None:
    async with guided(everything(), tmp_path, *ANN) as guide:
        assert "Ann Other" in guide.page
        assert "Go or stay?" in guide.page
        assert "step 1 of 15" in guide.bar
        await guide.press("space", "1", "space")
        assert "We should go." in guide.page
        assert "Bo → Stay" in guide.page
        await guide.press("right", "n", "2", "pagedown")
        assert "The walk is good for us." in guide.page
        for said in (
            "Young 2001",
            "For whom else?",
            "agrees with Bo",
            "Argument from expert opinion",
        ):
            assert said in guide.page
        await guide.press("pageup")
        assert "What do you think Bo says to this?" in guide.page
        await guide.press("end")
        assert "you have walked it" in guide.page
        await guide.press("space")
        assert guide.told == ["This is the last step."]


async def test_it_asks_before_it_shows(tmp_path: Path) -> None:
    async with guided(everything(), tmp_path, *ANN, "space") as guide:
        assert "What does Ann recommend?" in guide.page
        assert "your prediction" not in guide.page
        await guide.press("down", "enter")  # the second choice
        assert "✗ Not as you expected" in guide.page
        assert "but only on 1 condition" in guide.page
        assert "0 of 1 foreseen" in guide.bar
        await guide.press("end")
        assert "0 of 1 prediction came true; 3 you passed over." in guide.page


async def test_going_on_only_shows_the_answer(tmp_path: Path) -> None:
    async with guided(everything(), tmp_path, *ANN, "space", "space") as guide:
        assert guide.screen.progress.at == 1
        assert "The answer" in guide.page
        await guide.press("space")
        assert guide.screen.progress.at == 2


async def test_digits_walk_a_side_where_nothing_is_asked(tmp_path: Path) -> None:
    async with guided(everything(), tmp_path, *ANN, "2") as guide:
        assert isinstance(guide.app.screen, WalkScreen)
        assert guide.app.session and guide.app.session.side == 1


async def test_verdicts_wait_until_they_were_predicted(tmp_path: Path) -> None:
    async with guided(load(bundled()), tmp_path, *ANN, "space", "1", "space", "space") as guide:
        screen = guide.screen
        await guide.press("a")  # the condition
        assert guide.app.session and guide.app.session.judging.judgements.accepted
        assert "your judgement: accepted; what follows waits" in guide.page
        assert "✓ stands" not in guide.page
        assert not screen.query_one("#standing").display
        await guide.press("W")
        assert "Predict first" in guide.told[-1]
        screen.progress.go(len(screen.progress.lesson.steps))
        while "Does it stand?" not in guide.page:
            await guide.press("left")
        while "Fried 1 " not in guide.page.replace("\n", " "):
            await guide.press("left")
        await guide.press("1")
        assert "✓ As you expected" in guide.page
        assert "✓ stands" in guide.page
        assert "With your judgements so far." in guide.page
        await guide.press("W")
        assert isinstance(guide.app.screen, Listing)


async def test_one_goes_to_the_claim_in_the_walk_and_back(tmp_path: Path) -> None:
    async with guided(everything(), tmp_path, *ANN, *["space"] * 4) as guide:
        at = guide.screen.progress.at
        await guide.press("w")
        assert isinstance(guide.app.screen, WalkScreen)
        assert guide.app.session
        assert guide.app.session.debate.name(guide.app.session.row) == "ann.dry"
        await guide.press("b")
        assert guide.screen.progress.at == at
        await guide.press("down", "enter")  # the way here: a spot
        assert isinstance(guide.app.screen, WalkScreen)
        await guide.press("b")
        assert guide.screen.progress.at == at


async def test_the_place_is_kept_from_one_day_to_the_next(tmp_path: Path) -> None:
    async with guided(everything(), tmp_path, *ANN, "space", "2", "space", "space") as guide:
        at = guide.screen.progress.at
        await guide.press("escape")
        assert isinstance(guide.app.screen, WalkScreen)
    async with guided(everything(), tmp_path, *ANN) as guide:
        assert guide.screen.progress.at == at
        assert "where you stopped" in guide.told[-1]
        assert "0 of 1 foreseen" in guide.bar
        await guide.press("R")
        assert guide.screen.progress.at == 0
        assert "foreseen" not in guide.bar


async def test_branches_are_skipped_and_opened(tmp_path: Path) -> None:
    async with guided(load(bundled()), tmp_path, *ANN, *["space"] * 3) as guide:
        await guide.press("<")
        assert "claims beneath this one; > walks them" in guide.page
        few = guide.screen.progress.count
        await guide.press(">")
        assert guide.screen.progress.count > few
        await guide.press(">")
        assert "walked already" in guide.told[-1]
        await guide.press("space", "]")
        assert guide.screen.progress.row == guide.app.session.debate.find("fried.advance-interests")  # type: ignore[union-attr]
        await guide.press("space", "u")


async def test_a_clash_is_chosen_and_walked(tmp_path: Path) -> None:
    async with guided(load(bundled()), tmp_path, "C") as guide:
        assert isinstance(guide.app.screen, Chooser)
        await guide.press("enter")
        assert "Anders Åslund" in guide.page
        await guide.press(*["space"] * 6)
        assert "They clash" in guide.page
        assert "President Trump should not meet" in guide.page
        await guide.press("end", "left")
        assert "“Don't meet” would be the outcome if you" in guide.page
        await guide.press(">")
        assert "through one side" in guide.told[-1]


async def test_the_side_is_asked_where_it_is_not_clear(tmp_path: Path) -> None:
    async with guided(everything(), tmp_path, "G") as guide:
        assert isinstance(guide.app.screen, Chooser)
        await guide.press("down", "enter")
        assert "Bo Peep" in guide.page
        await guide.press("space", "escape", "G")
        await guide.press("escape")


# ---------------------------------------------------------------------- in a room


async def test_a_clicker_drives_large_text(tmp_path: Path) -> None:
    async with guided(everything(), tmp_path, *ANN, "P") as guide:
        assert not guide.screen.page.display
        assert guide.slide.text == "The case of Ann"
        await guide.press("pagedown", "pagedown", "pagedown")
        assert guide.slide.text == "We should go."
        assert "█" in guide.slide.render_line(guide.slide.size.height // 2).text
        await guide.press(".")
        assert guide.slide.blank
        assert not guide.screen.query_one(GuideBar).display
        await guide.press("pagedown")  # brings it back, and goes no further
        assert not guide.slide.blank
        assert guide.slide.text == "We should go."
        await guide.press("down", "up", "pageup", "down")
        assert guide.slide.text == "We should go."
        await guide.press("escape")
        assert guide.screen.page.display
        assert "We should go." in guide.page


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_large_text_says_why_an_answer_is_right(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    why = "Ann recommends this, but only on 1 condition."
    async with guided(everything(), tmp_path, *ANN, "P", size=size) as guide:
        for _ in range(8):
            if "What do you expect" in str(guide.slide.above):
                break
            await guide.press("n")
        assert not any(why in line.plain for line in guide.slide.below)
        await guide.press("1")
        assert any(why in line.plain for line in guide.slide._draw())


async def test_a_long_title_above_a_slide_ends_in_an_ellipsis(tmp_path: Path) -> None:
    debate = everything()
    debate.title = "Shall we go where everybody goes? " * 4
    async with guided(debate, tmp_path, *ANN, "P", size=(80, 24)) as guide:
        above = next(line for line in guide.slide._draw() if "Shall we go" in line.plain)
        assert above.cell_length <= 80
        assert above.plain.endswith("…")


async def test_a_long_claim_is_turned_page_by_page(tmp_path: Path) -> None:
    debate = build(
        {"ann": {"speaker": "Ann", "claims": ["We should " + "walk there " * 9, "Yes."]}}
    )
    async with guided(debate, tmp_path, *ANN, "P", size=(80, 24)) as guide:
        await guide.press("pagedown")
        at = guide.screen.progress.at
        seen = []
        while guide.screen.progress.at == at:
            seen.append("\n".join(guide.slide.render_line(y).text for y in range(22)))
            await guide.press("pagedown")
        assert [f"{n} of {len(seen)}" in page for n, page in enumerate(seen, 1)] == [True] * len(
            seen
        )
        assert len(seen) > 1 and all("█" in page for page in seen)
        await guide.press("pageup")  # to what was seen just before
        assert f"{len(seen)} of {len(seen)}" in guide.slide.render_line(1).text + "".join(
            guide.slide.render_line(y).text for y in range(22)
        )


async def test_the_presenter_gives_the_room_a_time(tmp_path: Path) -> None:
    async with guided(everything(), tmp_path, *ANN, "P") as guide:
        bar = guide.screen.query_one(GuideBar)
        await guide.press("=")
        assert "+ gives the room a minute." in guide.told
        await guide.press("+", "+")
        assert " left" in str(bar.render()) or "2:00" in str(bar.render())
        await guide.press("=")
        assert "paused" in str(bar.render())
        await guide.press("-", "-")
        assert "paused" not in str(bar.render())


async def test_notes_are_not_projected(tmp_path: Path) -> None:
    async with guided(everything(), tmp_path, *ANN, *["space"] * 7) as guide:
        assert "Seen twice." in guide.page
        await guide.press("P")
        lines = [guide.slide.render_line(y).text for y in range(guide.slide.size.height)]
        assert not any("Seen twice" in line for line in lines)
        assert any("Young 2001" in line for line in lines)


async def test_blanking_needs_the_large_text(tmp_path: Path) -> None:
    async with guided(everything(), tmp_path, *ANN, ".") as guide:
        assert "P shows the steps large" in guide.told[0]


# ---------------------------------------------------------------------- nothing, and worse


async def test_where_there_is_nothing_it_is_said(tmp_path: Path) -> None:
    async with guided(EMPTY, tmp_path, "G") as guide:
        assert "There is nothing to walk" in guide.told[-1]
        await guide.press("C")
        assert "it takes two sides" in guide.told[-1]
    async with guided(build({"a": {}, "b": {"claims": ["x"]}}), tmp_path / "b", "G") as guide:
        assert isinstance(guide.app.screen, GuideScreen)  # the only side that says anything
        assert "The case of b" in guide.bar


@pytest.mark.parametrize("size", [(60, 16), (120, 40)])
async def test_hostile_texts_break_nothing(tmp_path: Path, size: tuple[int, int]) -> None:
    async with guided(hostile(), tmp_path, *ANN, size=size) as guide:
        for _ in range(8):
            await guide.pilot.press("space")
        await guide.press("P", *["pagedown"] * 5, "P")
        await guide.press("end", "left")
        assert guide.app.failure is None
        assert TEXTS[0] in guide.bar.replace("…", "")


async def test_too_small_a_window_shows_nothing_else(tmp_path: Path) -> None:
    async with guided(everything(), tmp_path, *ANN, size=(59, 15)) as guide:
        for keys in ((), ("P",), ("end",)):
            await guide.press(*keys)
            seen = [type(widget).__name__ for widget in guide.screen.children if widget.display]
            assert seen == ["TooSmall"]
