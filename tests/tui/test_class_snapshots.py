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

_VOTES = "1 pagedown 8 enter 2 enter 2 enter 1 enter 7 enter "


@pytest.mark.parametrize(
    ("theme", "size", "keys"),
    [
        ("debate-dark", (120, 40), "H"),
        ("debate-light", (80, 24), "H b " + _VOTES[: -len("enter ")]),
        ("debate-dark", (120, 40), "H b " + _VOTES + "} } } 4 enter 6 enter 7 enter 1 enter 2 "
         + "pagedown " * 5),
        ("ansi-dark", (200, 60), "H b " + _VOTES + "} } } pageup pageup pageup"),
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
