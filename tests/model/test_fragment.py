"""Links that open a browser at the cited words, and references for readers."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.model import Citation, Debate, Source
from debate.model.fragment import cited, link, reference, web_address

PAGE = "https://example.org/a?b=c"


def to(url: str | None, words: str | None) -> str | None:
    return link(Source("A title", url=url), Citation("s", words=words))


@pytest.mark.parametrize(
    ("words", "encoded"),
    [
        ("if only", "if%20only"),
        ("well-known", "well%2Dknown"),
        ("if, but only if", "if%2C%20but%20only%20if"),
        ("R&D", "R%26D"),
        ("don’t", "don%E2%80%99t"),
        ("100% #1 a/b?", "100%25%20%231%20a%2Fb%3F"),
        ("Åslund", "%C3%85slund"),
    ],
)
def test_words_are_encoded_as_the_directive_wants(words: str, encoded: str) -> None:
    assert to(PAGE, words) == f"{PAGE}#:~:text={encoded}"


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_words_come_back_and_say_nothing_else(words: str) -> None:
    address = to(PAGE, words)
    assert address is not None
    encoded = address.removeprefix(f"{PAGE}#:~:text=")
    assert unquote(encoded) == words
    assert not set(encoded) & set("-,& #")


def test_without_words_it_is_the_page() -> None:
    assert to(PAGE, None) == PAGE
    assert to(f"{PAGE}#part", None) == f"{PAGE}#part"


def test_a_fragment_stays_and_a_directive_is_replaced() -> None:
    assert to(f"{PAGE}#part", "words") == f"{PAGE}#part:~:text=words"
    assert to(f"{PAGE}#:~:text=old", "words") == f"{PAGE}#:~:text=words"
    assert to(f"{PAGE}#part:~:text=old", "words") == f"{PAGE}#part:~:text=words"


@pytest.mark.parametrize("url", ["HTTP://example.org", "https://[::1]:8080/x", "http://a.b#c"])
def test_web_addresses(url: str) -> None:
    assert web_address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        " https://example.org",
        "https://exam\tple.org",
        "https://example.org/\x1b[31m",
        "https://example.org/\u202egpj.exe",
        "https://bank.example@evil.example/",
        "https://user:word@evil.example/",
        "https://example.org\\@evil.example",
        "https:///nowhere",
        "https:example.org",
        "https://",
        "//example.org",
        "ftp://example.org",
        "file:///etc/passwd",
        "data:text/html,x",
        "https://[::1",
        "https://example.org:port/",
        "https://example.org:0/",
    ],
)
def test_nothing_else_is_an_address(url: str | None) -> None:
    assert web_address(url) is None
    assert to(url, "words") is None


@given(st.text())
def test_any_text_can_be_asked_for(url: str) -> None:
    assert web_address(url) in (url, None)


SOURCES = {
    "sen": Source("A good idea?", author="Ashish Kumar Sen", publisher="A council", date="2018-11"),
    "two": Source("T", author="Ann Ash and Bob Birch", date="1 May 1999"),
    "three": Source("T", author="Ash, Ann; Birch, Bob; Cedar, Cleo", date="2001"),
    "last-first": Source("T", author="Ash, Ann"),
    "listed": Source("T", author="Ann Ash, Bob Birch, Cleo Cedar"),
    "group": Source("T", author="The student council"),
    "publisher": Source("T", publisher="The Daily", date="12 June"),
    "title": Source("How to keep a cool head"),
    "short": Source("Minutes"),
}


@pytest.mark.parametrize(
    ("source", "short"),
    [
        ("sen", "Sen 2018"),
        ("two", "Ash and Birch 1999"),
        ("three", "Ash et al. 2001"),
        ("last-first", "Ash"),
        ("listed", "Ash et al."),
        ("group", "The student council"),
        ("publisher", "The Daily"),
        ("title", "How to keep a…"),
        ("short", "Minutes"),
        ("unknown", "unknown"),
    ],
)
def test_who_and_when(source: str, short: str) -> None:
    assert cited(Debate("", sources=SOURCES), Citation(source)) == short


@pytest.mark.parametrize(
    ("citation", "place"),
    [
        (Citation("sen", paragraph=(16,)), "¶ 16"),
        (Citation("sen", paragraph=(0,)), "¶ 0"),
        (Citation("sen", paragraph=(2, 19)), "¶¶ 2, 19"),
        (Citation("sen", page="4"), "p. 4"),
        (Citation("sen", page="iv"), "p. iv"),
        (Citation("sen", page="4–5"), "pp. 4–5"),
        (Citation("sen", at="12:30"), "12:30"),
        (Citation("sen", paragraph=(1,), page="2", at="note 3", words="x"), "¶ 1, p. 2, note 3"),
    ],
)
def test_where(citation: Citation, place: str) -> None:
    assert cited(Debate("", sources=SOURCES), citation) == f"Sen 2018, {place}"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("sen", "Ashish Kumar Sen (2018-11): A good idea? A council."),
        ("group", "The student council: T."),
        ("publisher", "T. The Daily, 12 June."),
        ("short", "Minutes."),
    ],
)
def test_reference(source: str, said: str) -> None:
    assert reference(SOURCES[source]) == said
