"""What somebody types never means anything but the words in it."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.library.words import fold, query, spans, words


@pytest.fixture(scope="module")
def table() -> sqlite3.Connection:
    sql = sqlite3.connect(":memory:")
    sql.execute("CREATE VIRTUAL TABLE t USING fts5(text, other UNINDEXED)")
    sql.execute("INSERT INTO t VALUES ('near col and or not text', 'x')")
    return sql


def test_every_word_is_quoted_and_the_last_is_a_beginning() -> None:
    assert query("the brid") == '"the" "brid"*'
    assert query("the bridge ") == '"the" "bridge"'
    assert query("  ") == ""
    assert query('say "x') == '"say" """x"*'


@pytest.mark.parametrize("text", ['"', "*", "NEAR(", "col:", "^", "a AND", "-x", "text:near", "{"])
def test_operators_are_words_or_nothing(table: sqlite3.Connection, text: str) -> None:
    asked = query(text)
    if asked:
        table.execute("SELECT * FROM t WHERE t MATCH ?", (asked,)).fetchall()


@given(st.text(max_size=40))
def test_no_text_is_a_mistake(text: str) -> None:
    sql = sqlite3.connect(":memory:")
    sql.execute("CREATE VIRTUAL TABLE t USING fts5(text)")
    if asked := query(text.encode("utf-8", "replace").decode()):
        sql.execute("SELECT * FROM t WHERE t MATCH ?", (asked,)).fetchall()
    sql.close()


def test_a_pasted_page_is_cut() -> None:
    assert len(words("word " * 1000)) == 24
    assert words("x" * 1000) == ["x" * 100]


def test_accents_and_case_are_folded() -> None:
    assert fold("Åslund ÉCOLE e\u0301tude Straße") == "aslund ecole etude strasse"
    assert spans("Åslund and École", ["ecole", "aslund"]) == [(0, 6), (11, 16)]
    assert spans("aaa", ["aa", "a"]) == [(0, 3)]
