"""Filtering the outline: what is left, with what it hangs on; how one goes through it, and out."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input, OptionList, Static

from debate.model import Debate
from debate.tui import filtering
from debate.tui.screens.filter import FilterScreen
from debate.tui.widgets.filterbar import FilterBar
from tests.support.hostile import EMPTY, hostile
from tests.support.walking import Walk, everything, walking


def bar(walk: Walk) -> str:
    """The bar above the outline, "" while it is not there."""
    found = walk.screen.query_one(FilterBar)
    return found.render().plain if found.display else ""


def dialog(walk: Walk) -> FilterScreen:
    assert isinstance(walk.app.screen, FilterScreen)
    return walk.app.screen


def choices(walk: Walk) -> list[str]:
    options = dialog(walk).query_one(OptionList)
    prompts = (options.get_option_at_index(n).prompt for n in range(options.option_count))
    return [" ".join(str(prompt).split()) for prompt in prompts]


def found(walk: Walk) -> str:
    return str(dialog(walk).query_one("#found", Static).render())


async def test_only_objections_are_left_with_what_they_hang_on(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.pilot.press("F", *"objections", "enter")
        await walk.pilot.pause()
        assert bar(walk).startswith(" Objections: 1 of 9 · 2 of 12 on all sides")
        assert "shows all" in bar(walk)
        shown = [line for line in walk.lines if line.strip()]
        assert [line[0] for line in shown] == [" ", "▌"]
        assert "We should go." in shown[0]
        assert "It is late." in shown[1]
        assert walk.name == "ann.late"
        assert await walk.press("n") == "ann.late"
        assert walk.told[-1] == "This is the last match on this side."
        assert await walk.press("2") == "bo.healthy"
        assert await walk.press("u") == "bo.stay"
        assert await walk.press("-") == "bo.healthy"
        await walk.press("escape")
        assert bar(walk) == ""
        assert walk.name == "bo.healthy"
        assert await walk.press("1", "escape") == "ann.late"
        assert len([line for line in walk.lines if line.strip()]) == 9


async def test_choices_are_combined_and_counted(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.pilot.press("F")
        assert "[ ] + supports 3 3" in choices(walk)
        assert "[ ] contested 3 5" in choices(walk)
        assert "[ ] #health 2 2" in choices(walk)
        assert "[ ] On walks 2 3" in choices(walk)
        assert "[ ] argument from expert opinion 2 2" in choices(walk)
        assert "[ ] ★ my marks 0 0" in choices(walk)
        assert not any("stands" in choice and "[" in choice for choice in choices(walk))
        await walk.pilot.press("space")
        assert found(walk) == "Supports: 3 of 9 here · 3 of 12 on all sides"
        await walk.pilot.press(*"it", "space", *"contest", "tab")  # a space between words is one
        assert found(walk) == "Supports, contested: 2 of 9 here · 2 of 12 on all sides"
        dialog(walk).query_one(Input).value = ""
        await walk.pilot.pause()
        assert "[x] + supports 3 3" in choices(walk)
        await walk.pilot.press("enter")
        await walk.pilot.pause()
        assert bar(walk).startswith(" Supports, contested: 2 of 9")
        assert walk.name == "ann.good"
        await walk.pilot.press("F", "ctrl+r")
        await walk.pilot.pause()
        assert bar(walk) == ""


async def test_where_nothing_matches_it_is_said_and_how_one_gets_out(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path, (80, 24)) as walk:
        await walk.pilot.press("F", *"background", "enter")
        await walk.pilot.pause()
        assert "Background: 0 of 9" in bar(walk)
        text = "\n".join(walk.lines)
        assert "No claim here matches. 1 do on other sides." in text
        assert "Esc shows all; F looks for something else." in text
        assert await walk.press("n", "-", "]") == "ann.go"
        await walk.press("escape")
        assert "No claim here" not in "\n".join(walk.lines)


async def test_a_claim_that_does_not_match_is_shown_when_one_goes_there(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.app.run_action("app.only('role', 'undercut')")
        await walk.pilot.pause()
        assert walk.name == "ann:1.2.2"
        walk.app.walk_to(walk.app.session.debate.find("ann.late"))  # type: ignore[union-attr]
        await walk.pilot.pause()
        assert walk.name == "ann.late"
        lines = [line for line in walk.lines if line.strip()]
        assert len(lines) == 4
        assert [line[0] for line in lines] == [" ", " ", "•", "▌"]


async def test_what_is_folded_in_a_filter_stays_folded_in_it_alone(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.app.run_action("app.only('role', 'support')")
        await walk.pilot.pause()
        await walk.press("home", "space")
        assert "3 more" in walk.lines[0]
        assert not walk.lines[1].strip()
        await walk.press("a")  # another judgement does not unfold it
        assert not walk.lines[1].strip()
        await walk.press("escape")
        assert walk.lines[1].strip()


async def test_a_filter_follows_marks_and_judgements(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.app.run_action("app.only('unjudged', 'yes')")
        await walk.pilot.pause()
        assert "Unjudged: 9 of 9" in bar(walk)
        assert await walk.press("down", "a") == "ann.dry"  # it stays until one leaves
        assert "Unjudged: 8 of 9" in bar(walk)
        await walk.press("z")
        assert "Unjudged: 9 of 9" in bar(walk)
        await walk.app.run_action("app.only('mine', 'mark')")
        await walk.pilot.pause()
        assert "My marks: 0 of 9" in bar(walk)
        await walk.press("*")
        assert "My marks: 1 of 9" in bar(walk)


async def test_verdicts_are_offered_once_something_is_judged(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.pilot.press("r", "F")
        assert any(choice.startswith("[ ] ✗ falls") for choice in choices(walk))
        await walk.pilot.press(*"falls", "enter")
        await walk.pilot.pause()
        assert walk.name == "ann.go"
        assert "Falls: " in bar(walk)


async def test_a_large_debate_is_counted_and_sifted_beside_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filtering, "_SOON", 0)
    async with walking(everything(), tmp_path) as walk:
        await walk.pilot.press("F")
        await walk.until(lambda: "[ ] + supports 3 3" in choices(walk))
        await walk.pilot.press("space")
        await walk.until(lambda: found(walk).startswith("Supports: 3 of 9"))
        await walk.pilot.press("enter")
        await walk.until(lambda: not isinstance(walk.app.screen, FilterScreen))
        await walk.until(lambda: bar(walk).startswith(" Supports: 3 of 9"))
        await walk.press("escape")
        assert bar(walk) == ""


async def test_from_the_overview_it_leads_into_the_walk(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await walk.pilot.press("o", "F", *"objections", "enter")
        await walk.pilot.pause()
        assert walk.name == "ann.late"
        assert "Objections" in bar(walk)


@pytest.mark.parametrize(("debate", "size"), [(hostile(), (60, 16)), (EMPTY, (200, 60))])
async def test_nothing_breaks_it(tmp_path: Path, debate: Debate, size: tuple[int, int]) -> None:
    async with walking(debate, tmp_path, size, "ansi-dark") as walk:
        keys = ["F", "down", "space", "[", "b", "backspace", "pagedown", "space", "enter", "n", "F"]
        for key in [*keys, "ctrl+r", "F", "ctrl+l", "escape", "escape"]:
            await walk.pilot.press(key)
            await walk.pilot.pause()
        assert walk.screen
