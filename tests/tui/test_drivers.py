"""What a terminal sends, before anything is made of it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from debate.tui.drivers import PlainPastes

PASTED = "a\x1b[200~one \x1b]0;owned\x07\x1b[31mtwo\x13\tthree\r\n\x1b[201~\x13b"


def test_keys_in_a_paste_are_no_keys_and_those_around_it_are() -> None:
    assert PlainPastes().cleaned(PASTED) == (
        "a\x1b[200~one ]0;owned[31mtwo\tthree\r\n\x1b[201~\x13b"
    )


@given(st.lists(st.integers(0, len(PASTED)), max_size=5))
def test_however_it_is_torn(cuts: list[int]) -> None:
    """But in the mark at its beginning, for an escape key is not waited for."""
    inside = range(PASTED.index("\x1b") + 1, PASTED.index("~") + 1)
    places = [0, *sorted(cut for cut in cuts if cut not in inside), len(PASTED)]
    pastes = PlainPastes()
    pieces = [pastes.cleaned(PASTED[a:b]) for a, b in pairwise(places)]
    assert "".join(pieces) == PlainPastes().cleaned(PASTED)
