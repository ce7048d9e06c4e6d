"""Every screen at three sizes in the light and the dark, as text and styles; and what breaks none.

After a change that is meant: ``pytest tests/tui/test_snapshots.py --snapshot-update``, and look.
"""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from debate.model import Debate
from debate.tui import watching
from debate.tui.session import VIEWS
from tests.support import grid
from tests.support.classes import Watch
from tests.support.hostile import EMPTY, hostile
from tests.support.scenes import SCENES, Scene, opened, play

SIZES = ((80, 24), (120, 40), (200, 60))
THEMES = ("debate-dark", "debate-light")


#: Keys of a class that votes; where there is nothing to vote on, they lead nowhere.
_MANY = 15

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")


class Picture(SingleFileSnapshotExtension):
    """One text file a picture."""

    _write_mode = WriteMode.TEXT
    file_extension = _file_extension = "txt"  # as syrupy 5 calls it, and 4


@pytest.fixture(autouse=True)
def always_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing moves, no clock goes, and paths are short."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DEBATE_HOME", "home")  # the help shows it
    monkeypatch.setenv("DEBATE_MOTION", "none")
    monkeypatch.setattr("debate.lessons.classroom.clock", Watch())
    monkeypatch.setattr("debate.tui.screens.classplan.clock", Watch())
    monkeypatch.setattr(watching, "INTERVAL", 0.02)
    monkeypatch.setattr(watching, "QUIET", 0.02)


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
async def test_a_screen_looks_as_it_did(snapshot: SnapshotAssertion, scene: Scene) -> None:
    async with opened(scene, Path(), SIZES[0]) as pilot:
        await play(pilot, scene)
        pictures = []
        for size in SIZES:
            await pilot.resize_terminal(*size)
            seen = await settled(pilot, scene.shows)
            painted = []
            for theme in THEMES:
                pilot.app.theme = theme
                await pilot.pause()
                assert grid.text(pilot.app) == seen, "a theme moves nothing"
                painted.append(f"{theme}\n{grid.styles(pilot.app)}")
            pictures.append("\n".join([seen, *painted]))
    for size, picture in zip(SIZES, pictures, strict=True):
        name = "x".join(map(str, size))
        assert picture == snapshot(name=name, extension_class=Picture)


async def settled(pilot: Pilot[None], shows: str) -> str:
    """What is to be read once a text is there and nothing changes any more."""
    before = ""
    for _ in range(100):
        with suppress(WorkerCancelled):  # a preview that another one follows
            await pilot.app.workers.wait_for_complete()
        await pilot.pause(0.02)
        seen = grid.text(pilot.app)
        if shows in seen and seen == before:
            return seen
        before = seen
    raise AssertionError(f"never saw {shows!r} on\n{before}")


@pytest.mark.parametrize("debate", [hostile(), EMPTY], ids=["hostile", "empty"])
async def test_no_text_breaks_a_screen(debate: Debate) -> None:
    """On these debates keys lead elsewhere, or nowhere; whatever is painted stays whole."""
    async with opened(SCENES[0], Path(), SIZES[0], debate) as pilot:
        app = pilot.app
        for scene in SCENES:
            if scene.opens != "debate" or len(scene.keys) > _MANY:
                continue
            await play(pilot, scene)
            await pilot.pause()
            assert app.is_running, scene.name
            for line in grid.strips(app):
                assert line.cell_length == SIZES[0][0], scene.name
                assert not _CONTROLS.search(line.text), scene.name
            for _ in range(3):  # a dialog, large text, and the walk or class that it was in
                if len(app.screen_stack) > 1 or app.current_mode not in VIEWS:
                    await pilot.press("escape")
