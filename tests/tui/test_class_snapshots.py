"""Pictures of a class: the choice, a vote, what follows, and the shift.

After a change that is meant: ``pytest tests/tui/test_class_snapshots.py --snapshot-update``.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from debate.tui.app import DebateApp
from tests.support.classes import Watch
from tests.support.walking import everything

Compare = Callable[..., bool]

#: A prediction, a first vote on the question and on both claims; and another second vote.
_FIRST = "1 pagedown 8 enter 2 enter 2 enter 1 enter 7 enter 6 enter 3 enter 1 enter "
_AGAIN = "4 enter 6 enter 7 enter 1 enter 2 enter 2 enter 3 enter 5 enter "


@pytest.mark.parametrize(
    ("theme", "size", "keys"),
    [
        ("debate-dark", (120, 40), "H"),
        ("debate-light", (80, 24), "H b 1 pagedown 8 enter 2"),
        ("debate-dark", (120, 40), f"H b {_FIRST} }} }} }} }} {_AGAIN}"),
        ("ansi-dark", (200, 60), f"H b {_FIRST} }} }} pagedown pagedown"),
    ],
    ids=["plan", "vote", "shift", "stands"],
)  # fmt: skip
def test_a_class_looks_as_it_did(
    snap_compare: Compare,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    theme: str,
    size: tuple[int, int],
    keys: str,
) -> None:
    monkeypatch.setattr("debate.lessons.classroom.clock", Watch())
    app = DebateApp(everything(), tmp_path / "debate")
    app.theme = theme
    app.animation_level = "none"

    async def teach(pilot: Pilot[None]) -> None:
        for key in keys.split():
            await pilot.press(key)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()

    assert snap_compare(app, run_before=teach, terminal_size=size)
