"""Every screen there is, and the keys that lead to it: one line a screen.

Snapshots, the hostile corpus and ``NO_COLOR`` go over this table: a new screen adds a line here.
"""

from __future__ import annotations

from typing import NamedTuple


class Scene(NamedTuple):
    """A screen by name, the keys from the start to it, and a text that tells that it is there.

    Keys are Textual's names or characters as they are typed; the debate is
    :func:`tests.support.walking.everything`, and ``shows`` is "" where its text says nothing.
    """

    name: str
    keys: tuple[str, ...]
    shows: str


SCENES: tuple[Scene, ...] = (
    Scene("overview", ("o",), "What is asked"),
    Scene("walk", ("1", "}", "n", "n"), "1.2 The walk"),
    Scene("compare", ("c", "right"), "Side by side"),
    Scene("search", ("1", "/", *"walk", "down"), "3 found"),
    Scene("map", ("1", "m", "down"), "All sides"),
    Scene("map-judged", ("1", "m", "n", "r", "A", "S"), "rejected"),
    Scene("map-turned", ("1", "m", "R", "comma"), "All sides"),
    Scene("filter", ("w", "1", "F"), "What it is"),
    Scene("note", ("w", "1", "N"), "Note on Ann"),
    Scene("help", ("?",), "What a claim can be"),
    Scene("export", ("x",), "# Shall we go?"),
    Scene("judging", ("1", "}", "n", "a", "n", "n", "r", "S"), "rejected"),
    Scene("why", ("1", "n", "r", "p", "W"), "Why Ann"),
    Scene("cruxes", ("1", "n", "i"), "change"),
    Scene("slider", ("1", "n", "v"), "How credible"),
    Scene("chooser", ("1", "home", "g"), "Agrees"),
    Scene("naming", ("1", "ctrl+s"), "Save your judgements"),
    Scene("palette", ("ctrl+p",), "Overview"),
)
