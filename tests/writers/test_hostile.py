"""Whatever a debate holds, every format writes it, in pieces, and all of it as text."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

import pytest

from debate.model import Debate
from debate.writers import Options, accessible, export, get, names
from tests.support.build import build
from tests.support.hostile import EMPTY, hostile
from tests.support.markup import MARKUP, filled

GRAPHS = ("anki", "canvas", "dot", "graphml", "mermaid")
TEXTS = ("html", "json", "markdown", "svg", "text", "yaml", *GRAPHS)
FORMATS = [name for name in names() if name in TEXTS]


def deep(levels: int) -> Debate:
    claim: Any = "The bottom."
    for level in range(levels):
        claim = {"claim": f"Level {levels - level}.", "supports": [claim]}
    return build({"one": {"claims": [claim]}})


def written(debate: Debate, name: str) -> str:
    if name == "accessible":
        return "".join(accessible.write(debate, Options()))
    return export(debate, name)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", MARKUP, ids=lambda text: ascii(text)[:30])
def test_no_character_that_anything_obeys(name: str, text: str) -> None:
    out = written(filled(text), name)
    out.encode("utf-8")
    obeyed = {"\x1b", "\x00", "\x07", "\x7f", "\x9b", "\r", "\u202e", "\u2066"}
    assert not obeyed & set(out)
    own = {"\n", "\t"} if name == "anki" else {"\n"}
    assert all(unicodedata.category(c) != "Cc" for c in set(out) - own)


@pytest.mark.parametrize("name", FORMATS)
def test_the_empty_debate(name: str) -> None:
    out = written(EMPTY, name)
    assert out.endswith("\n")


@pytest.mark.parametrize("name", [*FORMATS, "accessible"])
def test_what_breaks_layouts(name: str) -> None:
    debate = hostile()
    out = "".join(written(debate, name).split())
    assert out.count("unbroken" * 625) >= 2


@pytest.mark.parametrize("name", [*FORMATS, "accessible"])
def test_a_thousand_levels(name: str) -> None:
    out = written(deep(1_000), name)
    places = [out.index(f"Level {level}.") for level in range(1, 1_001)]
    assert places == sorted(places)
    assert "The bottom." in out[places[-1] :]


@pytest.mark.parametrize("name", ["html", "markdown", "text"])
def test_deep_claims_are_not_pushed_off_the_page(name: str) -> None:
    out = written(deep(1_000), name)
    assert len(out) < 1_000 * 1_000
    assert max(len(line) - len(line.lstrip(" ")) for line in out.split("\n")) < 60


@pytest.mark.parametrize("name", FORMATS)
def test_it_comes_in_pieces(name: str) -> None:
    debate = build({"one": {"claims": [f"Claim {number}." for number in range(3_000)]}})
    chunks = list(get(name).write(debate, Options()))
    assert len(chunks) > 100
    assert max(map(len, chunks)) < sum(map(len, chunks)) / 3


def test_json_keeps_what_the_others_drop() -> None:
    for text in MARKUP:
        assert json.loads(export(filled(text), "json"))["debate"] == text
