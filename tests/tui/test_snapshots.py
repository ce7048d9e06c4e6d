"""Every screen at three sizes in the light and the dark, as text and styles.

After a change that is meant: ``pytest tests/tui/test_snapshots.py --snapshot-update``, and look.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from textual.pilot import Pilot

from debate.tui.app import DebateApp
from tests.support import grid
from tests.support.scenes import SCENES, Scene
from tests.support.walking import everything

SIZES = ((80, 24), (120, 40), (200, 60))
THEMES = ("debate-dark", "debate-light")


class Picture(SingleFileSnapshotExtension):
    """One text file a picture."""

    _write_mode = WriteMode.TEXT
    _file_extension = "txt"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
async def test_a_screen_looks_as_it_did(
    snapshot: SnapshotAssertion,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    scene: Scene,
    size: tuple[int, int],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DEBATE_HOME", "home")  # the help shows it
    monkeypatch.setenv("DEBATE_MOTION", "none")
    app = DebateApp(everything(), tmp_path / "debate")
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await pilot.pause()
        await pilot.press(*scene.keys)
        seen = await settled(pilot, scene.shows)
        painted = []
        for theme in THEMES:
            app.theme = theme
            await pilot.pause()
            assert grid.text(app) == seen, "a theme moves nothing"
            painted.append(f"{theme}\n{grid.styles(app)}")
    assert "\n".join([seen, *painted]) == snapshot(extension_class=Picture)


async def settled(pilot: Pilot[None], shows: str) -> str:
    """What is to be read once a text is there and nothing changes any more."""
    before = ""
    for _ in range(100):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause(0.02)
        seen = grid.text(pilot.app)
        if shows in seen and seen == before:
            return seen
        before = seen
    raise AssertionError(f"never saw {shows!r} on\n{before}")
