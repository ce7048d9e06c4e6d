"""Authors and dates in parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.writers.people import Name, authors, date_parts, keys

LEE, DAM = Name("Lee", "Ann"), Name("Dam", "Bo", "van")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Lee", [LEE]),
        ("Lee, Ann", [LEE]),
        ("Ann Lee and Bo van Dam", [LEE, DAM]),
        ("Lee, Ann; van Dam, Bo", [LEE, DAM]),
        ("Ann Lee & Bo van Dam", [LEE, DAM]),
        ("A. Lee, B. Ott, and C. Ray", [Name("Lee", "A."), Name("Ott", "B."), Name("Ray", "C.")]),
        ("Ann Mary Lee Jr.", [Name("Lee", "Ann Mary", suffix="Jr.")]),
        ("Lee, Jr., Ann", [Name("Lee", "Ann", suffix="Jr.")]),
        ("Lee, Ann, Jr.", [Name("Lee", "Ann", suffix="Jr.")]),
        ("Vincent van der Berg", [Name("Berg", "Vincent", "van der")]),
        ("Plato", [Name(literal="Plato")]),
        ("Ministry of Health and Sport", [Name(literal="Ministry of Health and Sport")]),
        ("The student council", [Name(literal="The student council")]),
        ("Atlantic Council, News", [Name(literal="Atlantic Council, News")]),
        ("", []),
        (None, []),
    ],
)
def test_who(text: str | None, names: list[Name]) -> None:
    assert authors(text) == (names, False)


def test_and_others() -> None:
    assert authors("Ann Lee et al.") == ([LEE], True)
    assert authors("Ann Lee and others") == ([LEE], True)


@given(st.text(st.sampled_from("aA ,;.&'-") | st.characters(), max_size=20))
def test_no_letter_of_a_name_is_lost(text: str) -> None:
    found, others = authors(text)
    kept = "".join("".join(name) for name in found)
    if not others:
        for word in text.replace(",", " ").replace(";", " ").replace("&", " ").split():
            assert word in ("and", "und", "et", "y") or word in kept


def test_when() -> None:
    assert date_parts("2018-11-26") == [2018, 11, 26]
    assert date_parts("2018-11") == [2018, 11]
    assert date_parts("2018") == [2018]
    assert date_parts("2018-13") == date_parts("spring 2018") == date_parts(None) == []


def test_keys_are_stable_and_each_is_there_once() -> None:
    ids = ["sen-2018", "Sen-2018", "<script>", "</script>", "漢字", "字", "a b"]
    assert keys(ids) == ["sen-2018", "Sen-2018-2", "script", "script-2", "source", "source-2",
                         "a-b"]  # fmt: skip
    assert keys(ids[:3]) == keys(ids)[:3]
