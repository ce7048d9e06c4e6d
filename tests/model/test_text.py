"""Text from a file can be shown: nothing in it moves a cursor or turns a line around."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.model.text import many_lines, one_line

#: Embeddings, overrides and isolates (Unicode Annex 9), and the mark at the start of a file.
_TURNING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_text = st.text(st.characters()) | st.text(
    st.sampled_from("a \t\r\n\x1b\x85\x9b\u2028\u202e\ufeff")
)


@given(_text)
def test_one_line_is_one_line(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert not {char for char in line if unicodedata.category(char) in ("Cc", "Cs")}
    assert not set(line) & _TURNING


@given(_text)
def test_of_control_characters_only_line_breaks_and_tabs_stay(text: str) -> None:
    kept = many_lines(text)
    assert {char for char in kept if unicodedata.category(char) in ("Cc", "Cs")} <= {"\n", "\t"}
    assert not set(kept) & _TURNING


@given(_text)
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    assert one_line(one_line(text)) == one_line(text)
    assert many_lines(many_lines(text)) == many_lines(text)


@pytest.mark.parametrize("text", ["\u200e\u200f", "a\u200db", "é שלום 漢字", "[b]"])
def test_what_scripts_need_stays(text: str) -> None:
    assert one_line(text) == many_lines(text) == text


def test_breaks_become_spaces_or_newlines() -> None:
    text = "a  \r\n b\x85c\u2028d\te"
    assert one_line(text) == "a b c d e"
    assert many_lines(text) == "a  \n b\nc\nd\te"
