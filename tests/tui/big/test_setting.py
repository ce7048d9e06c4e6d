"""Large letters: what is drawn, what fits, and what is left to the terminal's own."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.tui.big.font import Letter, letter
from debate.tui.big.setting import even, large, spread
from tests.support.hostile import TEXTS


def test_a_word_is_drawn_in_half_blocks() -> None:
    assert large("it", 5, 4) == ["▀ ▄", "█ █▀", "█ █", "▀  ▀▀"]


def test_a_larger_scale_doubles_every_dot() -> None:
    assert large("I", 6, 8, 2) == ["██████", *["  ██"] * 5, "██████"]


@pytest.mark.parametrize("character", [*string.printable.strip(), *"ÅåÄäÖöÉéÇçÑñŠšŁłØøßÆæŒœđőąșığ"])
def test_letters_of_europe_are_there(character: str) -> None:
    assert letter(character) is not None


def test_an_accent_stands_over_its_letter_and_takes_its_dot_away() -> None:
    plain, accented, dotted = letter("a"), letter("á"), letter("í")
    assert plain and accented and dotted
    assert plain.dots < accented.dots
    assert max(y for _, y in accented.dots - plain.dots) < min(y for _, y in plain.dots)
    bare = letter("ı")
    assert bare and bare.dots <= {(x - (dotted.width - bare.width) // 2, y) for x, y in dotted.dots}


def test_no_two_letters_look_alike() -> None:
    drawn: dict[Letter | None, str] = {}
    for character in string.ascii_letters + string.digits:
        found = letter(character)
        assert drawn.setdefault(found, character) == character


@pytest.mark.parametrize("text", ["", "   ", "漢字", "שלום", "\N{ROCKET}", "x" * 401, "a\u0489"])
def test_what_cannot_be_drawn_is_not_guessed(text: str) -> None:
    assert large(text, 200, 60) is None


def test_typographers_quotes_are_drawn_straight() -> None:
    assert large("“it’s…”", 80, 10) == large('"it\'s..."', 80, 10)


@given(st.text(st.sampled_from([*string.ascii_letters, " ", "Å", "ş", "."]), max_size=80),
       st.integers(1, 130), st.integers(1, 40), st.integers(1, 3))  # fmt: skip
def test_it_never_is_larger_than_the_room(text: str, width: int, height: int, scale: int) -> None:
    rows = large(text, width, height, scale)
    if rows is not None:
        assert len(rows) <= height
        assert all(len(row) <= width for row in rows)


def test_lines_are_even() -> None:
    assert even(["to", "be", "or", "not", "to", "be"], 14, len) == ["to be or", "not to be"]
    assert even(["a", "unbreakable", "word"], 5, len) is None


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_texts_fit_or_are_left(text: str) -> None:
    rows = large(text, 120, 40)
    assert rows is None or len(rows) <= 40


def test_a_long_text_is_spread_over_pages_that_lose_no_word() -> None:
    words = "President Trump should meet President Putin in Buenos Aires."
    assert large(words, 76, 16) is None
    pages = spread(words, 76, 16, 4)
    assert pages is not None and len(pages) == 2
    assert all(len(page) <= 16 for page in pages)
    first = large("President\nTrump should ...", 76, 16)
    assert pages == [first, large("meet President\nPutin in\nBuenos Aires.", 76, 16)]
    assert spread(words, 76, 16, 1) is None
    assert spread("unbroken" * 9, 76, 16, 9) is None
    assert spread("漢字", 76, 16, 4) is None
