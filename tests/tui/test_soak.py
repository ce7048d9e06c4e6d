"""Ten thousand random keys, clicks and sizes, over several debates: no exception, bounded memory.

A seed makes each run the same; ``SOAK_SEED=7 pytest tests/tui/test_soak.py`` tries another one.
"""

from __future__ import annotations

import gc
import os
import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from textual import events
from textual.errors import NoWidget
from textual.geometry import Offset
from textual.keys import _character_to_key
from textual.pilot import Pilot

from debate import bundled, load, writers
from debate.model import Debate
from debate.tui import browser, saved
from debate.tui.actions import ACTIONS
from debate.tui.app import DebateApp
from tests.support.build import build
from tests.support.hostile import EMPTY, hostile

#: Keys a debate; at most so many come at once, and only then is anything waited for.
KEYS, HANDFUL = 2_500, 80

#: Bytes by which the process may grow while half of the keys are pressed: caches fill, and no more.
GROWTH = 80 << 20

SIZES = ((80, 24), (120, 40), (200, 60), (60, 16), (99, 17), (40, 10), (2, 1), (300, 12))

#: Keys that dialogs understand, and what one writes into them.
IN_DIALOGS = ("escape", "escape", "enter", "tab", "shift+tab", "backspace", "delete", "ctrl+c")
WRITTEN = tuple("aeinrst ./~[]0159é漢")


def _thousand() -> Debate:
    """A thousand claims on four sides, five levels deep."""

    def beneath(level: int) -> list[dict[str, object]]:
        below = beneath(level - 1) if level else []
        return [
            {"claim": f"Claim {level}{side}", side: below} for side in ("supports", "objections")
        ]

    sides = {f"s{n}": {"speaker": f"Side {n}", "claims": beneath(6) * 2} for n in range(4)}
    return build(sides)


DEBATES: dict[str, Callable[[], Debate]] = {
    "bundled": lambda: load(bundled()),
    "hostile": hostile,
    "empty": lambda: EMPTY,
    "thousand": _thousand,
}


def pressed() -> list[str]:
    """Every key that means something in the app."""
    keys = [key.strip() for action in ACTIONS for key in action.keys.split(",") if key]
    return [*keys, *IN_DIALOGS, *(key for key in WRITTEN if key not in keys)]


def press(app: DebateApp, key: str) -> None:
    """Send a key as a terminal would, without waiting for what it does."""
    name = _character_to_key(key) if len(key) == 1 else key
    app.post_message(events.Key(name, key if len(key) == 1 else None))


async def touch(pilot: Pilot[None], chance: random.Random) -> None:
    """A click, a drag or a turn of the wheel, anywhere."""
    width, height = pilot.app.size
    one, other = (
        Offset(chance.randrange(max(1, width)), chance.randrange(max(1, height))) for _ in range(2)
    )
    # Pilot aims at widgets: it has to wait, as keys do, for the screen that is still to come.
    app = pilot.app
    assert isinstance(app, DebateApp)
    while (
        app._message_queue.qsize()
        or app._following is not None
        or not app.screen._compositor.visible_widgets
    ):
        assert app.is_running, "it has ended"
        await pilot.pause(0.01)
    drags, times = chance.random() < 0.3, chance.choice((1, 1, 2))
    with suppress(NoWidget):  # a screen came meanwhile: then Pilot has nothing to aim at
        await pilot.mouse_down(offset=one)
        if drags:
            await pilot.hover(offset=other)
            one = other
        await pilot.mouse_up(offset=one)
        await pilot.click(offset=other, times=times)


def memory() -> int:
    """Bytes this process has in memory; 0 where that is not told."""
    gc.collect()
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


@pytest.fixture(autouse=True)
def nothing_gets_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody leaves, no file is written whatever its name, and no browser opens."""

    async def stay(app: DebateApp) -> None:
        pass

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(DebateApp, "action_quit", stay)
    monkeypatch.setattr(writers, "save", lambda *_: None)
    monkeypatch.setattr(saved, "save", lambda *_: None)
    monkeypatch.setattr(browser, "command", lambda url: None)


@pytest.mark.parametrize("name", DEBATES)
async def test_random_keys_break_nothing(name: str, tmp_path: Path) -> None:
    seed = os.environ.get("SOAK_SEED", "1")
    chance = random.Random(f"{name} {seed}")
    keys = pressed()
    app = DebateApp(DEBATES[name](), tmp_path / "debate")
    last: list[str] = []
    half = 0
    try:
        async with app.run_test(size=(120, 40), notifications=True, tooltips=True) as pilot:
            left, rounds = KEYS, 0
            while left > 0:
                handful = chance.choices(keys, k=min(left, chance.randint(1, HANDFUL)))
                left, rounds = left - len(handful), rounds + 1
                last = [*last, *handful][-2 * HANDFUL :]
                for key in handful:
                    press(app, key)
                await pilot.pause()
                if rounds % 2:
                    await touch(pilot, chance)
                if rounds % 3 == 0:
                    await pilot.resize_terminal(*chance.choice(SIZES))
                if left < KEYS // 2 and not half:
                    half = memory()
                assert app.is_running, "it was left"
            grown = memory() - half
    except BaseException as error:
        error.add_note(f"seed {seed}; the last keys: {' '.join(last)}")
        raise
    assert app.failure is None
    assert grown < GROWTH, f"{grown:,} bytes more after the second half"
