"""Pictures of guided walks and of the way in.

After a change that is meant: ``pytest tests/tui/test_guided_snapshots.py --snapshot-update``.
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
        ("debate-light", (80, 24), ["1", "G", "space"]),
        ("debate-dark", (120, 40), ["1", "G", "space", "2", *["space"] * 5]),
        ("debate-dark", (200, 60), ["1", "G", "P", "space", "1", "space"]),
        ("debate-dark", (120, 40), ["C", *["space"] * 6]),
        ("ansi-dark", (80, 24), ["f1", "space"]),
    ],
)
def test_guided_walks_look_as_they_did(
    snap_compare: Compare, tmp_path: Path, theme: str, size: tuple[int, int], keys: list[str]
) -> None:
    app = DebateApp(everything(), tmp_path / "debate")
    app.theme = theme
    app.animation_level = "none"

    async def walk(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()

    assert snap_compare(app, run_before=walk, terminal_size=size)
