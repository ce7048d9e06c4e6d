"""Plain text is wrapped by cells, never loses a word, never breaks a line it need not."""

from __future__ import annotations

import textwrap

from hypothesis import example, given
from hypothesis import strategies as st

from debate.model.text import one_line
from debate.writers.plain import block, cells, heading, paragraphs


def test_cells() -> None:
    assert cells("abc") == 3
    assert cells("漢字") == 4
    assert cells("e\N{COMBINING ACUTE ACCENT}") == 1
    assert cells("é") == 1
    assert cells("\N{ROCKET}") == 2


def test_a_block_hangs_under_its_first_word() -> None:
    assert block("one two three", "- ", width=9) == "- one two\n  three\n"
    assert block("one two three", "- ", "", width=9) == "- one two\nthree\n"
    assert block("", "- ") == "-\n"


def test_wide_characters_and_long_words_are_broken() -> None:
    assert block("漢字漢字漢字漢字漢字漢字", width=20) == "漢字漢字漢字漢字漢字\n漢字\n"
    assert block("x" * 50, width=20) == f"{'x' * 20}\n{'x' * 20}\n{'x' * 10}\n"


def test_a_no_break_space_is_kept() -> None:
    assert block("aa\N{NO-BREAK SPACE}bb cc", width=6).split("\n")[0] == "aa\N{NO-BREAK SPACE}bb"


def test_headings_are_ruled_as_wide_as_they_are() -> None:
    assert heading("漢字", "=") == "漢字\n====\n"
    assert heading("", "=") == "\n\n"
    assert (
        heading("one " * 8, "-", width=20) == "one one one one one\none one one\n" + "-" * 19 + "\n"
    )


def test_paragraphs_keep_their_breaks() -> None:
    assert paragraphs("one\r\n\ntwo", "  ") == "  one\n\n  two\n"


def test_a_lead_is_free_of_control_characters() -> None:
    assert block("x", "\x1b]0;title\x07- ") == "]0;title- x\n"


@given(st.text("ab é漢\u0301", max_size=200), st.integers(24, 60))
@example("a" * 30 + "\u0301" * 9, 24)
def test_lines_are_narrow_enough_and_lose_nothing(text: str, width: int) -> None:
    lines = block(text, width=width).split("\n")
    assert lines.pop() == ""
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(one_line(text).split())


@given(st.text("ab ", max_size=200), st.integers(24, 60))
def test_short_words_wrap_as_the_standard_library_does(text: str, width: int) -> None:
    text = " ".join(word[:20] for word in text.split()) or "x"
    ours = block(text, "* ", "  ", width).removesuffix("\n").split("\n")
    assert ours == textwrap.wrap(text, width, initial_indent="* ", subsequent_indent="  ")
