"""Whatever a debate holds, every format writes it, in pieces, and all of it as text.

The formats are those that there are: a new one is judged here without being named. What it means
by text is judged by what its files are: XML, HTML, JSON, YAML; more is in its own tests.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from debate.model import Debate
from debate.model.annotations import NO_ANNOTATIONS
from debate.model.text import many_lines
from debate.reasoning.evaluate import judge
from debate.reasoning.judgements import Judgements
from debate.writers import Options, export, get
from debate.writers.losses import Losses
from tests.support.build import build
from tests.support.formats import BINARY, FORMATS, TEXTUAL, texts, whole
from tests.support.hostile import EMPTY, hostile
from tests.support.markup import MARKUP, filled, gathered

#: Formats that hold all that is said in words, in reading order and unbroken.
COMPLETE = ["accessible", "html", "json", "markdown", "svg", "text", "yaml"]

#: What Word has for text that runs from right to left.
_DIRECTIONS = {
    f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name} "
    for name in ("bidi", "rtl")
}

#: Bidi embeddings, overrides and isolates, which reorder what stands beside them.
BIDI = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def deep(levels: int) -> Debate:
    claim: Any = "The bottom."
    for level in range(levels):
        claim = {"claim": f"Level {levels - level}.", "supports": [claim]}
    return build({"one": {"claims": [claim]}})


def everything_on(debate: Debate, text: str) -> Options:
    """Notes and judgements of the same text, and losses told."""
    rows = [row for row, claim in enumerate(debate.claims) if claim.target < 0]
    notes = NO_ANNOTATIONS
    for row in rows[:3]:
        notes = notes.write(row, text).mark(row)
    judged = judge(debate, Judgements().reject(rows[0]).believe(rows[-1], 0.5))
    return Options(notes=notes, judged=judged, losses=Losses())


# ---------------------------------------------------------------------- characters


@pytest.mark.parametrize("name", TEXTUAL)
@pytest.mark.parametrize("text", MARKUP, ids=lambda text: ascii(text)[:30])
def test_no_character_that_anything_obeys(name: str, text: str) -> None:
    _obeys_nothing(name, filled(text), text)


@pytest.mark.parametrize("name", BINARY)
def test_no_character_that_anything_obeys_in_what_is_no_text(name: str) -> None:
    _obeys_nothing(name, gathered(MARKUP), "\n".join(MARKUP))


def _obeys_nothing(name: str, debate: Debate, text: str) -> None:
    options = everything_on(debate, text)
    for out in texts(name, debate, options).values():
        out.encode("utf-8")
        out = out.replace("\r\n", "\n")  # as CSV ends its lines
        assert not BIDI & set(out)
        assert {c for c in set(out) if unicodedata.category(c) == "Cc"} <= {"\n", "\t"}
    assert options.losses is not None
    assert all(line.isprintable() for line in options.losses.lines())


# ---------------------------------------------------------------------- structure


@pytest.mark.parametrize("name", TEXTUAL)
@pytest.mark.parametrize("text", MARKUP, ids=lambda text: ascii(text)[:30])
def test_text_adds_nothing_to_the_structure(name: str, text: str) -> None:
    """The same kinds of elements as of a debate of plain words with as many lines."""
    _same_structure(_written_plain(name, plain(text)), texts(name, filled(text)))


@cache
def _written_plain(name: str, text: str) -> dict[str, str]:
    return texts(name, filled(text))


@pytest.mark.parametrize("name", BINARY)
def test_text_adds_nothing_to_the_structure_of_what_is_no_text(name: str) -> None:
    harmless = texts(name, gathered(map(plain, MARKUP)))
    _same_structure(harmless, texts(name, gathered(MARKUP)))


def _same_structure(harmless: dict[str, str], hostile: dict[str, str]) -> None:
    for member, out in hostile.items():
        kind = kind_of(harmless[member])
        found = structure(out, kind) - _DIRECTIONS
        assert found == structure(harmless[member], kind), member


def plain(text: str) -> str:
    return "\n".join("plain" for _ in many_lines(text).split("\n"))


def kind_of(out: str) -> str:
    """What a file says it is by its first characters; of another kind nothing is known: ""."""
    begin = out.lstrip()[:15].lower()
    if begin.startswith("<"):
        return "html" if begin.startswith("<!doctype html") else "xml"
    if begin.startswith(("{", "[\n", "[]", "[{")):
        return "json"
    return "yaml" if begin.startswith("# yaml") else ""


def structure(out: str, kind: str) -> set[str]:
    """The kinds of elements of a file; one that does not parse fails."""
    if kind == "html":
        return _Elements(out).found
    if kind == "xml":
        found = ElementTree.fromstring(out.encode("utf-8")).iter()
        return {f"{e.tag} {name}" for e in found for name in ("", *e.attrib)}
    if kind == "json":
        json.loads(out)
    if kind == "yaml":
        yaml.safe_load(out)
    return set()


class _Elements(HTMLParser):
    def __init__(self, out: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(out)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {f"{tag} {name}" for name in ("", *(name for name, _ in attrs))}
        for name, value in attrs:
            assert name not in ("href", "src") or (value or "").startswith(("#", "https://"))

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


# ---------------------------------------------------------------------- shapes


@pytest.mark.parametrize("name", FORMATS)
def test_the_empty_debate(name: str) -> None:
    out = whole(name, EMPTY)
    assert isinstance(out, bytes) or not out or out.endswith("\n")
    for member in texts(name, EMPTY).values():
        structure(member, kind_of(member))


@pytest.mark.parametrize("name", FORMATS)
def test_what_breaks_layouts(name: str) -> None:
    debate = hostile()
    out = whole(name, debate, Options(judged=judge(debate), losses=Losses()))
    assert out
    if name in COMPLETE:
        assert "".join(str(out).split()).count("unbroken" * 625) >= 2


@pytest.mark.parametrize("name", FORMATS)
def test_a_thousand_levels(name: str) -> None:
    debate = deep(1_000)
    out = whole(name, debate, Options(numbers="outline", losses=Losses()))
    if name in COMPLETE:
        places = [str(out).index(f"Level {level}.") for level in range(1, 1_001)]
        assert places == sorted(places)
        assert "The bottom." in str(out)[places[-1] :]


@pytest.mark.parametrize("name", ["html", "markdown", "text"])
def test_deep_claims_are_not_pushed_off_the_page(name: str) -> None:
    out = str(whole(name, deep(1_000)))
    assert len(out) < 1_000 * 1_000
    assert max(len(line) - len(line.lstrip(" ")) for line in out.split("\n")) < 60


@pytest.mark.parametrize("name", [name for name in COMPLETE if name != "accessible"])
def test_it_comes_in_pieces(name: str) -> None:
    debate = build({"one": {"claims": [f"Claim {number}." for number in range(3_000)]}})
    chunks = list(get(name).write(debate, Options()))
    assert len(chunks) > 100
    assert max(map(len, chunks)) < sum(map(len, chunks)) / 3


def test_json_keeps_what_the_others_drop() -> None:
    for text in MARKUP:
        assert json.loads(export(filled(text), "json"))["debate"] == text


def test_none_leaves_neither_stray_blanks_nor_empty_marks() -> None:
    debate = deep(14)
    for name in ("markdown", "text", "accessible", "html"):
        out = str(whole(name, debate, Options(numbers="none")))
        assert not re.search(
            r"\*\*\*\*|\S  +\S|  :| :| ,", re.sub("<style>.*</style>", "", out, flags=re.S)
        )
