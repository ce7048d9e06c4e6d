"""Pictures of the walk and the map: at the usual sizes, in each kind of theme.

After a change that is meant: ``pytest tests/tui/test_snapshots.py --snapshot-update``, and look.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from debate.tui.app import DebateApp
from tests.support.walking import everything

Compare = Callable[..., bool]


@pytest.mark.parametrize(
    ("theme", "size", "keys"),
    [
        ("debate-dark", (80, 24), ["+", "n"]),
        ("debate-light", (120, 40), ["+"]),
        ("ansi-dark", (200, 60), ["+", "tab"]),
        ("debate-dark", (120, 40), ["slash", *"walk", "down"]),
    ],
)
def test_the_walk_looks_as_it_did(
    snap_compare: Compare, tmp_path: Path, theme: str, size: tuple[int, int], keys: list[str]
) -> None:
    app = DebateApp(everything(), tmp_path / "debate")
    app.theme = theme
    app.animation_level = "none"

    async def walk(pilot: Pilot[None]) -> None:
        await pilot.press("w")
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()

    assert snap_compare(app, run_before=walk, terminal_size=size)


@pytest.mark.parametrize(
    ("theme", "size", "keys"),
    [
        ("debate-dark", (80, 24), ["-"]),
        ("debate-light", (120, 40), ["n", "r", "A"]),
        ("debate-dark", (200, 60), ["R", "+"]),
        ("ansi-dark", (120, 40), ["comma", "+", "B"]),
    ],
)
def test_the_map_looks_as_it_did(
    snap_compare: Compare, tmp_path: Path, theme: str, size: tuple[int, int], keys: list[str]
) -> None:
    app = DebateApp(everything(), tmp_path / "debate")
    app.theme = theme
    app.animation_level = "none"

    async def look(pilot: Pilot[None]) -> None:
        await pilot.press("w", "m")
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()

    assert snap_compare(app, run_before=look, terminal_size=size)
