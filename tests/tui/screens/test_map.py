"""The map: boxes and lines as they are seen, and every verb on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual import events

from debate.tui.screens.listing import Listing
from debate.tui.screens.map import MapBar
from debate.tui.screens.slider import Slider
from debate.tui.screens.walk import WalkScreen
from debate.tui.widgets.standing import Standing
from tests.support.mapping import Mapped, mapped
from tests.support.walking import everything, walking


async def test_it_is_drawn_as_on_a_page(tmp_path: Path) -> None:
    async with mapped(everything(), tmp_path, (220, 40)) as at:
        lines = at.seen.split("\n")
        row = next(number for number, line in enumerate(lines) if "condition" in line)
        roots = next(number for number, line in enumerate(lines) if "recommends" in line)
        gate, bus, lane, border = [*lines[row - 4 : row - 1], lines[row]]
        assert "◆" in lines[roots + 4]
        assert "═" in lines[roots + 4]
        assert gate == lines[roots + 4]
        assert bus.strip().startswith("║")
        assert "┴" in bus or "┼" in bus
        assert "~╍╍" in lane
        # each role has its own border, sign and word
        for piece in ("╔ ? 1.1", "condition ╗", "╭ + 1.2", "┏ ~ 1.2.2", "undercut ┓", "╭ + 1.3"):
            assert piece in border, piece
        assert "┏ - 1.4" in border
        assert "& 1.2.1" in border
        assert "╮" in border[border.index("premise") :]
        # a co-premise is in the box of its reason
        assert border.count("╭") == 2
        # the sign of the undercut is on the line to its reason
        reason = border.index("┴", border.index("+ 1.2"))
        assert lane[reason] == "~"
        assert "≠ Bo 1, Bo 1.1" in at.seen
        assert "= Bo 1.1" in at.seen
        assert "↪ The walk is good for" in at.seen


@pytest.mark.parametrize(
    ("keys", "comes_to"),
    [
        ("down", "ann:1.3"),
        ("down up", "ann.go"),
        ("down right", "ann.late"),
        ("down right up down", "ann.late"),
        ("down left", "ann:1.2.2"),
        ("down left left", "ann:1.2.1"),
        ("down left left left left", "ann.dry"),
        ("down left left left left left", "ann.dry"),
        ("down down", "ann:1.3.1"),
        ("right", "ann:2"),
        ("left", "ann.go"),
        ("up", "ann.go"),
        ("end", "ann:2"),
        ("end home", "ann.go"),
        ("n", "ann.dry"),
        ("n n p", "ann.dry"),
        ("-", "ann:1.2.2"),
        ("+", "ann.good"),
        ("+ ]", "ann:1.3"),
        ("+ ] [", "ann.good"),
        ("- u", "ann.good"),
        ("R right", "ann:1.3"),
        ("R right down", "ann.late"),
        ("R right down left", "ann.go"),
        ("R down", "ann:2"),
        ("2", "bo.stay"),
        ("0", "background:1"),
        ("2 b", "ann.go"),
        ("2 b f", "bo.stay"),
        ("A down", "ann:1.3"),
        ("A right", "bo.stay"),
        ("O down", "ann:1.3"),
        ("+ O up", "ann.good"),
    ],
)
async def test_moving(tmp_path: Path, keys: str, comes_to: str) -> None:
    async with mapped(everything(), tmp_path) as at:
        for key in keys.split():
            await at.press(key)
            assert at.is_in_sight()
        assert at.name == comes_to
        assert at.map_screen


async def test_the_map_and_the_walk_are_at_the_same_claim(tmp_path: Path) -> None:
    async with walking(everything(), tmp_path) as walk:
        assert await walk.press("n", "n", "m") == "ann.good"
        at = Mapped(walk.app, walk.pilot)
        assert at.is_in_sight()
        assert await at.press("right", "enter") == "ann:1.2.1"
        assert isinstance(at.app.screen, WalkScreen)
        assert walk.screen.outline.row == walk.app.session.row  # type: ignore[union-attr]
        await at.press("b")
        assert at.map_screen
        await at.press("w")
        assert isinstance(at.app.screen, WalkScreen)


async def test_a_box_that_repeats_a_claim_leads_to_it(tmp_path: Path) -> None:
    async with mapped(everything(), tmp_path) as at:
        assert await at.press("down", "down", "enter") == "ann.good"


async def test_a_link_is_followed_on_the_map(tmp_path: Path) -> None:
    async with mapped(everything(), tmp_path) as at:
        assert await at.press("+", "g") == "bo.healthy"
        assert at.boxes == {"bo.stay", "bo.healthy"}


async def test_folding(tmp_path: Path) -> None:
    async with mapped(everything(), tmp_path, (220, 40)) as at:
        whole = at.boxes
        await at.press("space")
        assert at.boxes == {"ann.go", "ann:2"}
        assert "▸ 7 more" in at.seen
        await at.press("down")
        assert at.boxes == whole
        assert at.name == "ann.go"
        await at.press("{")
        assert at.boxes == {"ann.go", "ann:2"}
        await at.press(">")
        assert at.boxes == whole - {"ann:1.3.1"}
        assert "▸ 1 " in at.seen
        await at.press("<")
        assert at.boxes == {"ann.go", "ann:2"}
        await at.press("}")
        assert at.boxes == whole


async def test_one_is_never_left_on_what_is_folded_away(tmp_path: Path) -> None:
    async with mapped(everything(), tmp_path) as at:
        await at.press("+", "]", "n")
        assert await at.press("{") == "ann.go"
        assert await at.press("-") == "ann:1.2.2"  # going there unfolds what hides it
        assert "ann:1.2.2" in at.boxes


async def test_zoom(tmp_path: Path) -> None:
    async with mapped(everything(), tmp_path, (220, 40)) as at:
        assert "We want what is good" in at.seen
        await at.press("comma")
        assert "We want what is good…" in at.seen
        await at.press("comma")
        assert "(+  )&(&  )" in at.seen
        assert "{?  }" in at.seen
        assert "[-  ]" in at.seen
        assert "We" not in at.seen
        await at.press("comma")
        assert "(+  )&(&  )" in at.seen
        await at.press("full_stop", "full_stop", "full_stop")
        assert "We want what is good" in at.seen


async def test_all_sides_with_their_names_and_links(tmp_path: Path) -> None:
    async with mapped(everything(), tmp_path, (240, 40)) as at:
        await at.press("A")
        assert {"ann.go", "bo.stay", "bo.healthy"} <= at.boxes
        assert "question" in at.seen
        assert "Go or stay?" in at.seen
        assert "└ Ann ─" in at.seen
        assert "└ Bo ─" in at.seen
        assert "┄≠┄" in at.seen
        assert "background:1" in at.boxes
        await at.press("A")
        assert "bo.stay" not in at.boxes
        await at.press("0", "A")
        assert at.name == "background:1"
        assert "bo.stay" in at.boxes
        await at.press("A")
        assert "bo.stay" not in at.boxes


async def test_only_a_subtree(tmp_path: Path) -> None:
    async with mapped(everything(), tmp_path) as at:
        await at.press("+", "]", "O")
        assert at.boxes == {"ann:1.3", "ann:1.3.1"}
        assert "only Ann 1.3" in at.map_screen.query_one(MapBar).render().plain
        await at.press("O")
        assert "ann.go" in at.boxes
        await at.press("O", "escape")
        assert "ann.go" in at.boxes
        await at.press("O", "-")  # what is not under it is on the whole map
        assert at.name == "ann.late"
        assert "ann.go" in at.boxes


async def test_it_turns(tmp_path: Path) -> None:
    async with mapped(everything(), tmp_path) as at:
        down = at.map_screen.map.drawn
        await at.press("R")
        right = at.map_screen.map.drawn
        assert down is not None
        assert right is not None
        assert right.drawing.height > down.drawing.height
        assert right.drawing.width < down.drawing.width


async def test_the_window_is_moved_freely_and_comes_back(tmp_path: Path) -> None:
    async with mapped(everything(), tmp_path, (80, 24)) as at:
        x, y = at.window
        await at.press("shift+right", "shift+down")
        assert at.window[0] > x
        assert at.window[1] > y
        await at.press("ctrl+left", "ctrl+up")
        assert at.window == (x, y)
        await at.press(*["shift+left"] * 15)
        assert any("─" in line or "═" in line for line in at.seen.split("\n"))  # some is left
        await at.press("down")
        assert at.is_in_sight()
        await at.press("pagedown")
        assert at.window[1] > y
        await at.press("pageup")


async def test_the_small_map(tmp_path: Path) -> None:
    async with mapped(everything(), tmp_path, (100, 30)) as at:
        assert "⣿" in at.seen or "⠿" in at.seen or "⠛" in at.seen
        before = at.window
        view = at.map_screen.map
        left, top = view.corner
        assert await at.pilot.click(view, offset=(left + 1, top + 1))
        assert at.window != before
        assert at.name == "ann.go"
        for key in ("down", "right", "right", "n", "p", "left", "left"):
            await at.press(key)
            x, y = view.corner  # it hides the current box nowhere
            box = view._box(view.row)
            assert box is not None
            beside = box.right - view.x <= x - 1 or box.x - view.x > x + view.minimap.width
            assert beside or box.bottom - view.y <= y - 1
        await at.press("M")
        assert not any("⠀" < char < "⣿" for char in at.seen)


# ---------------------------------------------------------------------- the mouse


def mouse(kind: Callable[..., Any], x: int, y: int, **more: Any) -> Any:
    arguments = {"delta_x": 0, "delta_y": 0, "button": 1, "shift": False, "meta": False}
    return kind(None, x=x, y=y, **{**arguments, "ctrl": False, **more})


async def test_a_box_is_clicked_and_a_second_click_folds(tmp_path: Path) -> None:
    async with mapped(everything(), tmp_path) as at:
        view = at.map_screen.map
        box = view._box(at.app.session.debate.find("ann:1.3"))  # type: ignore[union-attr]
        assert box is not None
        await at.pilot.click(view, offset=(int(box.x) - view.x + 3, int(box.y) - view.y + 1))
        await at.pilot.pause()
        assert at.name == "ann:1.3"
        box = view._box(view.row)
        assert box is not None
        spot = int(box.x) - view.x + 3, int(box.y) - view.y + 1
        await at.pilot.click(view, offset=spot, times=2)
        await at.pilot.pause()
        assert "ann:1.3.1" not in at.boxes


async def test_the_map_is_dragged_and_wheeled(tmp_path: Path) -> None:
    async with mapped(everything(), tmp_path, (80, 24)) as at:
        view = at.map_screen.map
        x, y = at.window
        view.post_message(mouse(events.MouseDown, 40, 10))
        view.post_message(mouse(events.MouseMove, 30, 8))
        view.post_message(mouse(events.MouseUp, 30, 8))
        await at.pilot.pause()
        assert at.window == (x + 10, y + 2)
        view.post_message(mouse(events.MouseScrollDown, 40, 10, button=0))
        view.post_message(mouse(events.MouseScrollRight, 40, 10, button=0))
        await at.pilot.pause()
        assert at.window[0] > x + 10
        assert at.window[1] > y + 2
        view.post_message(mouse(events.MouseScrollUp, 40, 10, button=0))
        view.post_message(mouse(events.MouseScrollLeft, 40, 10, button=0))
        await at.pilot.pause()
        assert at.window == (x + 10, y + 2)
        view.post_message(mouse(events.MouseScrollDown, 40, 10, button=0, ctrl=True))
        await at.pilot.pause()
        assert "one line" in at.map_screen.query_one(MapBar).render().plain


# ---------------------------------------------------------------------- judging


@pytest.mark.parametrize(
    ("keys", "comes_to"),
    [
        ("n a", {"accept": ["ann.dry"]}),
        ("n r", {"reject": ["ann.dry"]}),
        ("n r d", {}),
        ("+ B", {"weight": {"ann.good": 0.0}}),
        ("+ )", {"weight": {"ann.good": 0.6}}),
        ("+ (", {"weight": {"ann.good": 0.4}}),
        ("n v right enter", {"credence": {"ann.dry": 0.55}}),
        ("n a n r z", {"accept": ["ann.dry"]}),
        ("n a X", {}),
    ],
)
async def test_judging(tmp_path: Path, keys: str, comes_to: dict[str, Any]) -> None:
    async with mapped(everything(), tmp_path) as at:
        await at.press(*keys.split())
        assert at.app.session is not None
        found = at.app.session.judging.judgements.as_json(at.app.session.debate)
        del found["judgements"]
        assert found == comes_to


async def test_every_box_has_its_verdict_once_something_is_judged(tmp_path: Path) -> None:
    async with mapped(everything(), tmp_path, (220, 40)) as at:
        assert not any(sign in at.seen for sign in "✓✗◌")
        await at.press("n", "r")
        assert "✗ falls ╌╌╌╌╌ 0.00" in at.seen
        assert "rejected" in at.seen
        assert at.seen.count("✓ stands ") + at.seen.count("✗ falls ") == len(at.boxes)
        assert at.app.screen.query_one(Standing).display
        await at.press("comma")
        assert at.seen.count("✓ stands ") + at.seen.count("✗ falls ") == len(at.boxes)
        assert " 0.00 " in at.seen
        await at.press("comma")
        assert "{?✗ }" in at.seen
        await at.press("ctrl+z")
        assert "{?  }" in at.seen


async def test_why_is_asked_of_the_current_box(tmp_path: Path) -> None:
    async with mapped(everything(), tmp_path) as at:
        await at.press("n", "a", "W")
        assert isinstance(at.app.screen, Listing)
        await at.press("escape", "v")
        assert isinstance(at.app.screen, Slider)
