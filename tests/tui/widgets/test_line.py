"""One line of the outline: never wider than it may be, and never anything but text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from debate.tui.widgets.line import cut

#: Control characters never get here: they are removed when a file is read.
TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs")))


@given(TEXT, st.integers(0, 30))
def test_a_cut_text_fits(text: str, room: int) -> None:
    assert cell_len(cut(text, room)) <= room


@given(TEXT, st.integers(0, 30))
def test_a_text_that_fits_is_left_alone_and_another_says_so(text: str, room: int) -> None:
    shown = cut(text, room)
    if cell_len(text) <= room:
        assert shown == text
    else:
        assert shown.endswith("…") or (room == 0 and shown == "")


@pytest.mark.parametrize(
    ("text", "room", "shown"),
    [
        ("abcdef", 6, "abcdef"),
        ("abcdef", 5, "abcd…"),
        ("abc def", 5, "abc…"),
        ("漢字漢字", 5, "漢字…"),
        ("漢字漢字", 6, "漢字 …"),
        ("a", 0, ""),
    ],
)
def test_cutting(text: str, room: int, shown: str) -> None:
    assert cut(text, room) == shown.replace(" …", "…")
