"""The search: every claim of every side, as one types."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from debate.tui.screens.search import SearchScreen
from debate.tui.widgets.results import Results
from tests.support.build import build
from tests.support.hostile import TEXTS, hostile
from tests.support.walking import Walk, everything, walking


def results(walk: Walk) -> Results:
    return walk.app.screen.query_one(Results)


def lines(walk: Walk) -> list[str]:
    found = results(walk)
    return [text for y in range(found.size.height) if (text := found.render_line(y).text.rstrip())]


async def typed(walk: Walk, text: str) -> list[str]:
    """What the search shows for a text, once it has looked at every claim."""
    await walk.pilot.press("/")
    walk.app.screen.query_one(Input).value = text
    await walk.pilot.pause()
    await walk.app.workers.wait_for_complete()
    await walk.pilot.pause()
    return lines(walk)


async def test_all_sides_are_searched_and_grouped(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        assert await typed(walk, "WALK") == [
            " Ann Other",
            "▌ + 1.2 The walk is good for us.",
            "  ○ 2 Walks are underrated.",
            " Bo Peep",
            "  - 1.1 Walks are healthy.",
        ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("should we", ["We should go.", "We should stay."]),
        ("o'clock", ["It is six o'clock."]),
        ("good us want", ["We want what is good for us."]),
        ("nowhere", []),
    ],
)
async def test_a_claim_has_to_have_all_the_words(
    tmp_path: Path, query: str, found: list[str]
) -> None:
    async with walking(everything(), tmp_path) as walk:
        shown = await typed(walk, query)
        assert [line[2:].split(" ", 2)[-1] for line in shown if line[2:3] in "●+-○·&~?"] == found
        if not found:
            assert "Nothing found" in shown[0]


async def test_enter_goes_there_and_marks_the_words_until_escape(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await typed(walk, "walk")
        assert await walk.press("down", "down", "enter") == "bo.healthy"
        assert walk.screen.outline.query_words == ("walk",)
        assert await walk.press("b") == "ann.go"
        await walk.press("escape")
        assert not walk.screen.outline.query_words


async def test_escape_returns_to_where_one_was(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await typed(walk, "walk")
        assert await walk.press("down", "escape") == "ann.go"


async def test_keys_move_over_claims_alone_and_stop_at_the_ends(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await typed(walk, "walk")
        found = results(walk)
        debate = everything()
        rows = [debate.find(name) for name in ("ann.good", "ann:2", "bo.healthy")]
        seen = []
        for key in ("up", "down", "down", "down", "pageup", "pagedown"):
            await walk.pilot.press(key)
            seen.append(found.row)
        assert seen == [rows[0], rows[1], rows[2], rows[2], rows[0], rows[2]]


async def test_a_click_goes_there(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await typed(walk, "walk")
        await walk.pilot.click(Results, offset=(5, 3))
        assert isinstance(walk.app.screen, SearchScreen), "the name of a side leads nowhere"
        await walk.pilot.click(Results, offset=(5, 4))
        await walk.pilot.pause()
        assert walk.name == "bo.healthy"


async def test_going_on_typing_narrows_and_deleting_widens(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await typed(walk, "go")
        field = walk.app.screen.query_one(Input)
        counts = []
        for text in ("good", "good wal", "good", "go", "", "goo"):
            field.value = text
            await walk.pilot.pause()
            await walk.app.workers.wait_for_complete()
            counts.append(sum(line[2:3] in "●+-○&" for line in lines(walk)))
        assert counts == [2, 1, 2, 4, 0, 2]


async def test_what_was_searched_last_stands_there_again(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        await typed(walk, "healthy")
        await walk.press("enter")
        await walk.pilot.press("/")
        await walk.pilot.pause()
        assert walk.app.screen.query_one(Input).value == "healthy"


async def test_many_results_are_all_there(tmp_path: Path) -> None:
    debate = build({"ann": {"claims": [f"Claim {n}." for n in range(20_000)]}})
    async with walking(debate, tmp_path) as walk:
        await typed(walk, "claim")
        await walk.pilot.press("pagedown")
        results(walk).move(30_000)
        assert results(walk).row == 19_999


async def test_a_match_far_on_in_a_long_claim_is_seen(tmp_path: Path) -> None:
    debate = build({"ann": {"claims": ["long " * 500 + "needle " + "long " * 500]}})
    async with walking(debate, tmp_path, size=(80, 24)) as walk:
        assert "needle" in (await typed(walk, "needle"))[1]


async def test_hostile_texts_are_found_as_text(tmp_path: Path) -> None:
    async with walking(hostile(), tmp_path, size=(80, 24)) as walk:
        for text in TEXTS:
            shown = await typed(walk, text[:60])
            assert "Nothing found" not in shown[0], text
            widths = {results(walk).render_line(y).cell_length for y in range(10)}
            assert widths == {results(walk).scrollable_content_region.width}
            await walk.pilot.press("escape")
            await walk.pilot.pause()


async def test_a_long_name_of_a_side_is_cut_with_a_sign(tmp_path: Path) -> None:
    debate = build({"a": {"speaker": "Name " * 60, "claims": ["One."]}})
    async with walking(debate, tmp_path) as walk:
        name, claim = await typed(walk, "one")
        assert name.startswith(" Name Name") and name.endswith("…")
        assert claim.endswith("One.")


async def test_the_hint_is_not_cut_in_the_smallest_window(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path, size=(60, 16)) as walk:
        (hint,) = await typed(walk, "")
        assert hint.endswith("words.")
