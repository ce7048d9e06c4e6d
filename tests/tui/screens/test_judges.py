"""Judging in the walk: each verb is seen at once, on rows, on the page and in the bar above."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from textual.content import Content
from textual.widgets import Input

from debate.model import Debate
from debate.reasoning.judgements import NO_JUDGEMENTS
from debate.reasoning.solver import SolverMissing
from debate.tui import saved
from debate.tui.screens.cruxes import CruxScreen
from debate.tui.screens.listing import Listing
from debate.tui.screens.slider import Slider
from debate.tui.widgets.page import Page
from debate.tui.widgets.standing import Standing
from tests.support.build import build
from tests.support.hostile import EMPTY, hostile
from tests.support.walking import Walk, everything, walking


def bar(walk: Walk) -> str:
    """The line of the recommendations' standing; "" where it is not there."""
    standing = walk.app.screen.query_one(Standing)
    return standing.render().plain if standing.display else ""


def listed(walk: Walk) -> str:
    """What a listing says, whole."""
    assert isinstance(walk.app.screen, Listing)
    return "\n".join(line.plain for line in walk.app.screen.query_one(Page)._sheet.lines)


def judged(walk: Walk) -> dict[str, object]:
    """The judgements, under the names of the claims."""
    assert walk.app.session is not None
    found = walk.app.session.judging.judgements.as_json(walk.app.session.debate)
    del found["judgements"]
    return found


async def test_nothing_of_it_is_seen_before_something_is_judged(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.press("down", "down", "up")
        assert bar(walk) == ""
        assert not any(sign in line for line in walk.lines for sign in "✓✗◌")
        assert walk.app.session is not None
        assert walk.app.session.judging._evaluation is None


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("sides", [4, 30])
async def test_the_standing_finds_room_for_every_side_and_the_outcome(
    tmp_path: Path, width: int, sides: int
) -> None:
    options = {"build": "Build the new bridge", "mend": "Repair the old bridge"}
    who = "city council of Oldtown", "heritage association", "ferry company", "chamber of commerce"
    answer = {"question": "q", "claim": "So.", "option": "build"}
    given = {
        f"p{number}": {
            "speaker": f"The {who[number % 4]}",
            "recommendations": [answer | ({"only_if": ["If."]} if number == 1 else {})],
        }
        for number in range(sides)
    }
    debate = build(given, questions={"q": {"ask": "Which way?", "options": options}})
    async with walking(debate, tmp_path, size=(width, 24)) as walk:
        await walk.press("a")
        said = bar(walk)
        assert Content(said).cell_length <= width
        assert "→ Build the new" in said or "→ all sides: Build the new bridge" in said
        if sides == 4:
            assert sum(said.count(sign) for sign in "✓✗◌") == 4
            assert all(word in said for word in ("cit", "her", "fer", "cha"))
        else:
            assert "29 ✓ stands · 1 ◌ open" in said


@pytest.mark.parametrize(
    ("keys", "comes_to"),
    [
        ("n a", {"accept": ["ann.dry"]}),
        ("n r", {"reject": ["ann.dry"]}),
        ("n a r", {"reject": ["ann.dry"]}),
        ("n a a", {}),
        ("n r d", {}),
        ("n n B", {"weight": {"ann.good": 0.0}}),
        ("n n B B", {}),
        ("n n )", {"weight": {"ann.good": 0.6}}),
        ("n n ( (", {"weight": {"ann.good": 0.3}}),
        ("n n ) d", {}),
        ("- - )", {"weight": {"ann.late": 0.5}}),
        ("n n ) ) ) ) ) ) ) ) ) )", {"weight": {"ann.good": 1.0}}),
        ("n n ( ( ( ( ( ( ( ( (", {"weight": {"ann.good": 0.0}}),
        ("n )", {}),
        ("n v right enter", {"credence": {"ann.dry": 0.55}}),
        ("n v shift+left enter", {"credence": {"ann.dry": 0.4}}),
        ("n v home enter", {"credence": {"ann.dry": 0.0}}),
        ("n v 0 full_stop 3 enter", {"credence": {"ann.dry": 0.3}}),
        ("n v 3 enter", {"credence": {"ann.dry": 0.3}}),
        ("n v 3 5 enter", {"credence": {"ann.dry": 0.35}}),
        ("n v full_stop 0 7 enter", {"credence": {"ann.dry": 0.07}}),
        ("n v 1 enter", {"credence": {"ann.dry": 1.0}}),
        ("n v 1 full_stop 5 enter", {"credence": {"ann.dry": 1.0}}),
        ("n v 0 enter", {"credence": {"ann.dry": 0.0}}),
        ("n v 3 5 backspace enter", {"credence": {"ann.dry": 0.3}}),
        ("n v 3 backspace right enter", {"credence": {"ann.dry": 0.55}}),
        ("n v 3 right 8 enter", {"credence": {"ann.dry": 0.8}}),
        ("n v right enter v backspace", {}),
        ("n v right escape", {}),
        ("n v right enter v delete", {}),
        ("n a n r ctrl+z", {"accept": ["ann.dry"]}),
        ("n a n r ctrl+z ctrl+z", {}),
        ("n a n r ctrl+z ctrl+z ctrl+y", {"accept": ["ann.dry"]}),
        ("n a n r X", {}),
        ("n a X ctrl+z", {"accept": ["ann.dry"]}),
        ("n a T", {}),
    ],
)
async def test_keys_judge(tmp_path: Path, keys: str, comes_to: dict[str, object]) -> None:
    async with walking(everything(), tmp_path) as walk:
        for key in keys.split():
            await walk.pilot.press(key)
            await walk.pilot.pause()
        assert judged(walk) == comes_to


async def test_what_follows_is_seen_at_once_everywhere(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.press("n", "r")
        assert walk.lines[1].endswith("rejected ✗ falls")
        assert "rejected" in walk.lines[1]
        assert walk.lines[0].endswith("✗ falls")
        assert "falls: rejected" in walk.page
        assert "because you rejected it" in walk.page
        assert "Ann “Go” ✗ falls" in bar(walk)
        await walk.press("a")
        assert walk.lines[1].endswith("accepted ✓ stands")
        assert "falls: rejected" not in walk.page
        await walk.press("ctrl+z", "ctrl+z")
        assert bar(walk) == ""
        assert "✓" not in walk.lines[1]


async def test_strengths_are_seen_when_asked_for(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.press("n", "S")
        assert "━" in walk.lines[1]
        assert "strength 0.50" in walk.page
        await walk.press("a")
        assert "strength 1.00" in walk.page
        await walk.press("S")
        assert "━" not in walk.lines[1]


async def test_each_side_at_its_word_is_shown_without_a_judgement(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.press("T")
        assert walk.lines[1].endswith("◌ open")
        assert "Bo “Stay” ✓ stands" in bar(walk)
        await walk.press("X")
        assert bar(walk) == ""


async def test_a_verdict_is_explained_and_its_steps_lead_on(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.press("W")
        said = listed(walk)
        assert "It falls, because nothing is left that carries it" in said
        assert "All sides together" in said
        assert "but It is late." in said
        await walk.press("enter")
        assert walk.name == "ann.dry"


async def test_cruxes_lead_to_their_claims(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.press("n", "n", "i")
        assert isinstance(walk.app.screen, CruxScreen)
        await walk.until(lambda: "would stand" in listed(walk))
        assert "accept It does not rain." in listed(walk)
        assert "Ann and Bo" in listed(walk)
        await walk.press("enter")
        assert walk.name == "ann.dry"


async def test_a_solver_that_is_missing_is_told_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*given: object) -> None:
        raise SolverMissing

    monkeypatch.setattr("debate.tui.screens.cruxes.find", missing)
    async with walking(everything(), tmp_path) as walk:
        await walk.press("i")
        await walk.until(lambda: str(SolverMissing()) in " ".join(listed(walk).split()))


async def test_nothing_that_could_be_judged_is_an_answer(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.press("i")
        await walk.until(lambda: "Nothing that you could judge." in listed(walk))


async def test_cruxes_of_the_chosen_cell(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.press("c", "right", "i")
        await walk.until(lambda: "Bo “Stay”" in listed(walk))


async def test_the_other_views_say_what_stands(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path, size=(120, 50)) as walk:
        await walk.press("n", "r")
        for view in ("o", "c"):
            await walk.press(view)
            page = walk.app.screen.query_one(Page)
            said = "\n".join(line.plain for line in page._sheet.lines)
            assert "✗ falls" in said
            assert "→ all sides: ✓ Stay" in said
            await walk.press("ctrl+z")
            said = "\n".join(line.plain for line in page._sheet.lines)
            assert "✗" not in said
            await walk.press("ctrl+y")


async def test_judgements_are_there_the_next_time(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.press("n", "r")
    async with walking(everything(), tmp_path) as walk:
        assert judged(walk) == {"reject": ["ann.dry"]}
        assert "Ann “Go” ✗ falls" in bar(walk)


async def test_they_are_written_down_while_one_goes_on(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        assert walk.app.session is not None
        place = saved.place(walk.app.session.key)
        await walk.press("n", "r")
        await walk.until(place.exists)
        assert json.loads(place.read_text())["reject"] == ["ann.dry"]


async def test_what_another_window_judged_holds_here_too(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        session = walk.app.session
        assert session is not None
        other = saved.Sheet(session.key, session.debate)
        other.keep(NO_JUDGEMENTS.accept(session.debate.find("ann.late")))
        await walk.press("n", "r")
        both = {"accept": ["ann.late"], "reject": ["ann.dry"]}
        await walk.until(lambda: judged(walk) == both)
        assert any("in another window" in told for told in walk.told)
    async with walking(everything(), tmp_path) as walk:
        assert judged(walk) == both


async def test_a_file_to_hand_in(tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    async with walking(everything(), tmp_path) as walk:
        await walk.press("n", "r", "ctrl+s")
        walk.app.screen.query_one(Input).value = str(file)
        await walk.press("enter")
        await walk.press("X", "ctrl+o")
        walk.app.screen.query_one(Input).value = str(file)
        await walk.press("enter")
        assert judged(walk) == {"reject": ["ann.dry"]}
        file.write_text('{"accept": ["[b]nobody[/b]"]}')
        await walk.press("ctrl+o")
        walk.app.screen.query_one(Input).value = str(file)
        await walk.press("enter")
        assert any("[b]nobody[/b]" in told for told in walk.told)
        await walk.press("ctrl+o")
        walk.app.screen.query_one(Input).value = str(tmp_path / "gone")
        await walk.press("enter")
        assert "gone: No such file or directory" in walk.told


async def test_what_is_loaded_says_what_gave_way_and_whose_it_is(tmp_path: Path) -> None:
    file = tmp_path / "theirs.json"

    async def load(walk: Walk, text: str) -> str:
        file.write_text(text)
        await walk.press("ctrl+o")
        walk.app.screen.query_one(Input).value = str(file)
        await walk.press("enter")
        return walk.told[-1]

    async with walking(everything(), tmp_path) as walk:
        told = await load(walk, '{"judgements": "Shall we go?", "accept": ["ann.dry"]}')
        assert told == "theirs.json: 1 accepted."
        await walk.press("n", "n", ")")
        told = await load(walk, '{"judgements": "Another [b]", "credence": {"ann.dry": 0.5}}')
        assert "1 by credence. Your 2 judgements of before gave way; undo" in told
        assert told.endswith("They are said to be on another debate: “Another [b]”.")
        told = await load(walk, '{"judgements": "Another"}')
        assert "there are no judgements in it. Your 1 judgement of before gave way" in told
        assert judged(walk) == {}


async def test_what_weighs_most_is_not_judged_to_weigh_more(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        assert walk.app.session is not None
        walk.app.walk_to(walk.app.session.debate.find("ann:1.3"))
        await walk.press(")")
        assert judged(walk) == {}
        assert not walk.app.session.judging.shown
        assert walk.told[-1] == "It weighs 1: nothing weighs more."
        await walk.press("B", "(")
        assert walk.told[-1] == "It weighs 0: nothing weighs less."


async def test_what_was_kept_and_cannot_be_used_is_told(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        assert walk.app.session is not None
        place = saved.place(walk.app.session.key)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text('{"accept": ["[b]nobody[/b]"]}')
    async with walking(everything(), tmp_path) as walk:
        assert any("set aside" in told and "[b]nobody[/b]" in told for told in walk.told)
        assert bar(walk) == ""


async def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        saved.place("").parent.parent.mkdir(parents=True, exist_ok=True)
        saved.place("").parent.write_text("in the way")
        await walk.press("n", "r")
        await walk.until(lambda: any("cannot be saved" in told for told in walk.told))


async def test_the_first_judgement_on_a_large_debate_keeps_nobody_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("debate.tui.judging._SOON", 1)
    async with walking(everything(), tmp_path) as walk:
        await walk.pilot.press("n", "r", "n", "a")
        await walk.until(lambda: "✗" in walk.lines[1])
        assert "accepted" in walk.lines[2]
        assert "Ann “Go” ✗ falls" in bar(walk)
        await walk.press("p", "a")
        assert "✓" in walk.lines[1]
    async with walking(everything(), tmp_path) as walk:
        await walk.until(lambda: "✓" in walk.lines[1])


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (200, 60)])
@pytest.mark.parametrize("debate", [hostile(), EMPTY], ids=["hostile", "empty"])
async def test_any_debate_at_any_size(
    tmp_path: Path, debate: Debate, size: tuple[int, int]
) -> None:
    async with walking(debate, tmp_path, size=size) as walk:
        keys = "a n r n B ) ( S T d a W escape v right enter o c w i escape ctrl+z X ctrl+y"
        for key in keys.split():
            await walk.pilot.press(key)
            await walk.pilot.pause()
        assert walk.app.is_running
        assert not isinstance(walk.app.screen, Slider)


async def test_strengths_are_worked_out_by_another_method(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        assert walk.app.session is not None
        judging = walk.app.session.judging
        await walk.press("n", "a", "percent_sign", "home")
        assert judging.bars
        assert "DF-QuAD" in walk.page
        by_df_quad = judging.evaluation.strength(0)
        await walk.press("percent_sign")
        assert "Euler-based" in walk.page
        assert judging.evaluation.strength(0) != by_df_quad
        await walk.press("percent_sign")
        assert "Quadratic energy" in walk.page


async def test_what_bears_on_a_claim_says_whether_it_stands(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        assert "✗ falls" not in walk.page
        await walk.press("n", "r", "home")
        assert "✗ falls  only if" in walk.page
        await walk.press("n")
        way = walk.page.splitlines()[1]
        assert way.strip().startswith("● Go,")
        assert way.rstrip().endswith("✗ falls")
