"""Every screen there is, and the keys that lead to it: one line a screen.

Snapshots, the hostile corpus and ``NO_COLOR`` go over this table: a new screen adds a line here.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Literal, NamedTuple

from textual.pilot import Pilot

from debate import writers
from debate.files import load
from debate.model import Debate
from debate.tui.app import DebateApp
from tests.support.many import write_many
from tests.support.visiting import visit
from tests.support.walking import everything


class Scene(NamedTuple):
    """A screen by name, the keys from the start to it, and a text that tells that it is there.

    Keys are Textual's names or characters as they are typed, and "" waits for what the one before
    opens. The debate is :func:`tests.support.walking.everything`, unless ``opens`` says that a
    library of small ones is opened, or files of which one is then broken, or that others were
    visited before; ``shows`` is "" where its text says nothing.
    """

    name: str
    keys: tuple[str, ...]
    shows: str
    opens: Literal["debate", "library", "broken", "visited"] = "debate"


def _counts(*hands: int) -> tuple[str, ...]:
    return tuple(key for count in hands for key in (str(count), "enter"))


#: A prediction, a first vote on the question and on both claims, and then another.
_FIRST = ("1", "pagedown", *_counts(8, 2, 2, 1, 7, 6, 3, 1))
_AGAIN = _counts(4, 6, 7, 1, 2, 2, 3, 5)
_GUIDE = ("1", "G", "R", "space")
_PLAN = ("o", "H", "")
_CLASS = (*_PLAN, "b", "")

SCENES: tuple[Scene, ...] = (
    Scene("overview", ("o",), "What is asked"),
    Scene("walk", ("1", "}", "n", "n"), "1.2 The walk"),
    Scene("compare", ("c", "right"), "Side by side"),
    Scene("search", ("1", "/", *"walk", "down"), "3 found"),
    Scene("map", ("1", "m", "down"), "All sides"),
    Scene("map-judged", ("1", "m", "n", "r", "A", "S"), "rejected"),
    Scene("map-turned", ("1", "m", "R", "comma"), "All sides"),
    Scene("filter", ("w", "1", "F"), "What it is"),
    Scene("filtered", ("w", "1", "F", *"walk", "enter"), "walk"),
    Scene("note", ("w", "1", "N"), "Note on Ann"),
    Scene("notes", ("w", "1", "*", "n", "*", "ctrl+l"), "1.1"),
    Scene("help", ("?",), "Views"),
    Scene("tour", ("f1",), "What an argument map is"),
    Scene("export", ("x",), "# Shall we go?"),
    Scene("judging", ("1", "}", "n", "a", "n", "n", "r", "S"), "rejected"),
    Scene("why", ("1", "n", "r", "p", "W"), "Why Ann"),
    Scene("cruxes", ("1", "n", "i"), "change"),
    Scene("slider", ("1", "n", "v"), "How credible"),
    Scene("chooser", ("1", "home", "g"), "Agrees"),
    Scene("source", ("2", "s"), "Sources"),
    Scene("naming", ("1", "ctrl+s"), "Save your judgements"),
    Scene("loading", ("1", "ctrl+o"), "Load"),
    Scene("palette", ("ctrl+p",), "Overview"),
    Scene("jump", ("1", ";"), ""),
    # ------------------------------------------------------------------ guided walks
    Scene("guide", (*_GUIDE, "1", "space"), "We should go."),
    Scene("guide-asks", _GUIDE, "1–2 or a click predicts"),
    Scene("guide-told", (*_GUIDE, "2"), "Ann recommends"),
    Scene("guide-end", ("1", "G", "end"), ""),
    Scene("clash", ("C", "R", "space"), "a click predicts"),
    Scene("present", (*_GUIDE, "1", "space", "P"), "● recommendation"),
    Scene("present-asks", (*_GUIDE, "P"), "What do you expect?"),
    # ------------------------------------------------------------------ a class
    Scene("class-plan", _PLAN, "b Begin the class"),
    Scene("class-asks", _CLASS, "Verdicts stay hidden"),
    Scene("class-votes", (*_CLASS, "1", "pagedown", "8", "enter", "2"), "10 votes"),
    Scene("class-walks", (*_CLASS, *_FIRST, "w"), "Back to the class"),
    Scene("class-stands", (*_CLASS, *_FIRST, "}", "}", "pagedown", "pagedown"), "stands"),
    Scene("class-shift", (*_CLASS, *_FIRST, *"}}}}", *_AGAIN), "shift"),
    Scene("class-record", (*_CLASS, *_FIRST, *"}}}}", *_AGAIN, "R"), "record"),
    Scene("class-people", (*_CLASS, "#"), "How many are in the room?"),
    # ------------------------------------------------------------------ files and folders
    Scene("problems", ("1", "E"), "there is no field", "broken"),
    Scene("library", ("down",), "7 debates", "library"),
    Scene("library-filter", ("F", *"bridge"), "of 7", "library"),
    Scene("finder", ("/",), "Finds claims with all the words", "library"),
    Scene("recent", ("L", "down"), "Should the bridge be closed?", "visited"),
    Scene("refused", ("home", "enter"), "cannot be opened", "library"),
)


def files(debate: Debate, path: Path) -> Path:
    """The debate written to one file; its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(writers.get("yaml").write(debate, writers.Options())), "utf-8")
    return path


def library(folder: Path) -> Path:
    """Five small debates, one that differs, and one that cannot be read; the folder."""
    write_many(folder, 5, claims=4)
    (folder / "zoo.yaml").write_text(
        "debate: Should the zoo stay open?\n"
        "questions: {q: {ask: Does it stay open?, options: {a: Open, b: Closed}}}\n"
        "positions:\n  ann:\n    speaker: Ann Other\n    short: Ann\n    claims:\n"
        "      - {claim: The unicorn is at large., supports: [{claim: Its door is open.}]}\n",
        "utf-8",
    )
    (folder / "broken.yaml").write_text("debate: A broken one\nclaim: no\n", "utf-8")
    return folder


def visited(folder: Path) -> None:
    """Three debates that were visited long ago, one of which is gone since."""
    visit(folder / "bridge.yaml", "Should the bridge be closed?", 1_100_000_000)
    gone = Path("/debates/gone.yaml")  # the one whose path is shown: the same everywhere
    visit(gone, "Where does the tram go?", 1_050_000_000, there=False)
    visit(folder / "zoo.yaml", "Should the zoo stay open?", 1_000_000_000)


@asynccontextmanager
async def opened(
    scene: Scene, folder: Path, size: tuple[int, int], debate: Debate | None = None
) -> AsyncIterator[Pilot[None]]:
    """The app as a scene begins: on ``debate`` where one is given."""
    path = folder / "debate"
    if scene.opens == "library":
        app = DebateApp(None, library(folder / "library"), library=True)
    elif scene.opens == "broken":
        path = files(debate or everything(), folder / "talk" / "debate.yaml")
        app = DebateApp(load(path), path)
    else:
        if scene.opens == "visited":
            visited(folder / "visited")
        app = DebateApp(debate or everything(), path)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await pilot.pause()
        if scene.opens == "library":  # all is read: nothing changes any more by itself
            await pilot.pause(0.3)
            await pilot.app.workers.wait_for_complete()
        if scene.opens == "broken":
            path.write_text(path.read_text("utf-8") + "answer: 42\n", "utf-8")
        yield pilot


async def play(pilot: Pilot[None], scene: Scene) -> None:
    """Press a scene's keys; what is told in passing would be gone at some time."""
    for key in scene.keys:
        if key:
            await pilot.press(key)
        else:
            await pilot.pause()
    pilot.app.clear_notifications()
