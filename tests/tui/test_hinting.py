"""Hints are read back as the keys they tell of."""

from __future__ import annotations

import pytest

from debate.tui import hinting
from debate.tui.actions import ACTIONS, keys_of

LINE = "╰── ↑ ↓ move · Tab or Space ticks · ctrl+r all · x writes a file · Esc closes ─╯"


@pytest.mark.parametrize(
    ("at", "key"),
    [
        ("↑", "up"), ("↓", "down"), ("move", "up"), ("Tab", "tab"), ("or", "tab"),
        ("Space", "space"), ("ticks", "tab"), ("ctrl", "ctrl+r"), ("all", "ctrl+r"),
        ("a file", "x"), ("closes", "escape"), ("─╯", ""), ("╰──", ""), (" · ctrl", ""),
    ],
)  # fmt: skip
def test_a_place_in_a_line_of_hints(at: str, key: str) -> None:
    press = hinting.key_at(LINE, LINE.index(at))
    assert (press.key if press else "") == key


def test_where_hints_begin() -> None:
    found = {LINE[x:].split(" ")[0]: press.key for x, press in hinting.starts(LINE)}
    assert found == {"↑": "up", "Tab": "tab", "ctrl+r": "ctrl+r", "x": "x", "Esc": "escape"}


def test_text_is_no_key() -> None:
    assert hinting.key_at("Save once more to replace it", 3) is None
    assert hinting.key_at("", 0) is None
    assert hinting.key("[@click=app.quit]") is None


def test_every_key_of_a_verb_is_read_back_as_itself() -> None:
    from textual.binding import Binding

    for action in (each for each in ACTIONS if each.keys):
        wanted = [b.key for b in Binding.make_bindings([Binding(action.keys, "x")])]
        for drawn, key in zip(keys_of(action, {}), wanted, strict=False):
            press = hinting.key(drawn)
            assert press is not None and press.key == key, (action.id, drawn)
