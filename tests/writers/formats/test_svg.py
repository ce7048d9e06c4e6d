"""The map as a picture: sound XML that fetches nothing, says all, and keeps text in boxes."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debate.model import Debate
from debate.reasoning.evaluate import judge
from debate.reasoning.judgements import Judgements
from debate.writers import Options, export, get
from debate.writers.widths import BOLD, cut, width, wrap
from tests.support.build import build
from tests.support.hostile import EMPTY, hostile
from tests.support.markup import MARKUP, filled
from tests.support.office import lost
from tests.support.strategies import debates
from tests.support.walking import everything

SVG = "{http://www.w3.org/2000/svg}"


def drawn(debate: Debate, **parts: object) -> ElementTree.Element:
    return ElementTree.fromstring(export(debate, "svg", **parts))  # type: ignore[arg-type]


def boxes(picture: ElementTree.Element) -> list[ElementTree.Element]:
    return [group for group in picture.iter(f"{SVG}g") if group.get("role") == "img"]


def said(picture: ElementTree.Element) -> list[str]:
    return [box.findtext(f"{SVG}title") or "" for box in boxes(picture)]


def number(element: ElementTree.Element, name: str) -> float:
    return float(element.get(name) or 0)


def test_each_box_says_what_it_is_in_reading_order() -> None:
    picture = drawn(everything())
    assert said(picture) == [
        "Question: Go or stay?",
        "Ann 1, recommendation (Go): We should go. Clashes with Bo 1, Bo 1.1.",
        "Ann 1.1, condition of Ann 1: It does not rain.",
        "Ann 1.2, support for Ann 1: The walk is good for us. Agrees with Bo 1.1.",
        "Ann 1.2.1, co-premise with Ann 1.2: We want what is good for us.",
        "Ann 1.2.2, undercut of Ann 1.2: Nobody asked.",
        "Ann 1.3, support for Ann 1: Everybody goes.",
        "Ann 1.3.1, support for Ann 1.3: The walk is good for us. Same claim as Ann 1.2.",
        "Ann 1.4, objection to Ann 1: It is late.",
        "Ann 2, thesis: Walks are underrated.",
        "Bo 1, recommendation (Stay): We should stay. Clashes with Ann 1.",
        "Bo 1.1, objection to Bo 1: Walks are healthy. Agrees with Ann 1.2. Clashes with Ann 1.",
        "Background 1, background: It is six o'clock.",
    ]
    assert picture.get("aria-labelledby") == "title desc"
    assert picture.findtext(f"{SVG}title") == "Shall we go?"
    assert "Ann 1 recommends: We should go." in (picture.findtext(f"{SVG}desc") or "")


def test_roles_are_told_without_colour() -> None:
    whole = export(everything(), "svg")
    assert '<path class="line gate"' in whole
    assert '<path class="gate-mark"' in whole
    assert '<g class="undercut-mark">' in whole
    assert '<text class="and"' in whole
    assert re.search(r"\.box\.objection[^}]*stroke-width:3\.5", whole)
    assert re.search(r"\.box\.undercut[^}]*dasharray", whole)
    assert whole.count('class="agrees"') == 1
    assert whole.count('class="clashes"') == 2
    assert "undercut: attacks the step" in whole


@pytest.mark.parametrize("text", MARKUP, ids=lambda text: ascii(text)[:30])
def test_it_fetches_nothing_and_runs_nothing(text: str) -> None:
    whole = export(filled(text), "svg")
    picture = ElementTree.fromstring(whole)
    names = {element.tag.removeprefix(SVG) for element in picture.iter()}
    assert names <= {"svg", "title", "desc", "style", "rect", "path", "circle", "g", "text"}
    attributes = {name for element in picture.iter() for name in element.attrib}
    assert not {name for name in attributes if name.startswith("on") or "href" in name}
    style = picture.findtext(f"{SVG}style") or ""
    assert "url(" not in style
    assert "@import" not in style
    assert whole.count("http") - sum(t.count("http") for t in picture.itertext()) == 1  # xmlns


@settings(max_examples=20)
@given(debates())
def test_any_debate_is_sound_xml_with_every_claim(debate: Debate) -> None:
    assert len(boxes(drawn(debate))) == len(debate.claims) + 1


@pytest.mark.parametrize("debate", [everything(), hostile()], ids=["everything", "hostile"])
def test_no_text_leaves_its_box(debate: Debate) -> None:
    for box in boxes(drawn(debate)):
        [inside] = box.findall(f"{SVG}svg")
        for line in inside.findall(f"{SVG}text"):
            text, kind = line.text or "", line.get("class") or ""
            size = 11 * BOLD if "small" in kind or "chip" in kind else 13
            size = 13 * BOLD if "strong" in kind else size
            room = number(inside, "width") - number(line, "x") - 5
            assert width(text, size) <= room + 1e-6, text
            assert number(line, "y") < number(inside, "height")


def test_boxes_do_not_overlap() -> None:
    places = [box.find(f"{SVG}svg") for box in boxes(drawn(hostile()))]
    found = [
        (number(p, "x"), number(p, "y"), number(p, "width"), number(p, "height"))
        for p in places
        if p is not None
    ]
    for at, (x, y, wide, high) in enumerate(found):
        for to_x, to_y, to_wide, to_high in found[:at]:
            beside = x + wide <= to_x or to_x + to_wide <= x
            assert beside or y + high <= to_y or to_y + to_high <= y


def test_a_part_says_what_is_left_out() -> None:
    picture = drawn(everything(), sides=["ann"], depth=1)
    assert "Ann 1.3, support for Ann 1: Everybody goes." in said(picture)
    assert not any("Bo" in text for text in said(picture))
    assert "1 claim left out below" in "".join(picture.itertext())


def test_a_small_map_grows_down_and_a_large_one_to_the_right() -> None:
    small = drawn(everything())
    assert number(small, "width") > number(small, "height")
    tree = {"claim": "So.", "supports": [{"claim": "As.", "supports": ["Well."] * 6}] * 12}
    large = drawn(build({"a": {"claims": [tree]}}))
    assert number(large, "width") < number(large, "height")


def test_nothing_at_all() -> None:
    assert boxes(drawn(EMPTY)) == []


def test_it_comes_box_by_box() -> None:
    pieces = get("svg").write(hostile(), Options())
    assert max(map(len, pieces)) < 20_000


# ---------------------------------------------------------------------- widths


@given(st.text(max_size=80), st.floats(30, 300), st.integers(1, 5))
def test_lines_fit(text: str, room: float, most: int) -> None:
    lines = wrap(text, room, 13, most)
    assert len(lines) <= most
    assert all(width(line, 13) <= room + 1e-6 for line in lines)
    whole = "".join(text.split())
    got = "".join("".join(lines).split())
    assert got == whole or (got.endswith("…") and whole.startswith(got[:-1]))


def test_what_is_cut_says_so() -> None:
    assert cut("short", 100, 13) == "short"
    assert cut("much too long for that", 60, 13).endswith("…")
    assert width("W" * 10) > width("i" * 10) * 2
    assert width("漢字") > 2


def test_a_long_text_is_there_and_what_is_too_long_for_a_box_is_told() -> None:
    few, many = "word " * 100, "word " * 900
    page = export(build({"one": {"claims": [few]}}), "svg")
    shown = " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", page))
    assert shown.count("word") == 100
    assert lost(build({"one": {"claims": [few]}}), "svg") == []
    told = "1 long text: cut after 60 lines; the svg has all of it as the box's title"
    assert lost(build({"one": {"claims": [many, few]}}), "svg") == [told]


def test_only_judgements_that_no_box_shows_are_told() -> None:
    debate = build({"one": {"claims": [{"claim": "A.", "supports": ["B."]}]}})
    found = Judgements().reject(0).accept(1)
    assert lost(debate, "svg", judged=judge(debate, found)) == []
    told = lost(debate, "svg", judged=judge(debate, found.weigh(1, 0.5)))
    assert told == ["1 judgement: left out, for boxes show only what is accepted or rejected"]


def test_verdicts_stand_on_judged_boxes_of_a_part_too() -> None:
    debate = everything()
    judged = judge(debate, Judgements().reject(debate.find("ann.dry")))
    for sides in ((), ("ann",), ("bo",)):
        page = "".join(get("svg").write(debate, Options(sides, judged=judged)))
        boxes = re.findall(r'<g role="img"><title>(.*?)</title>(.*?)</g>\n', page, re.S)
        told = {title.partition(",")[0]: (title, inside) for title, inside in boxes}
        if sides != ("bo",):
            title, inside = told["Ann 1.1"]
            assert title.endswith("It falls, strength 0.00. You rejected it.")
            assert '✗ falls<tspan class="mine" dx="5">rejected</tspan>' in inside
            assert ">0.00<" in inside
            assert "It falls" in told["Ann 1"][0]
        if sides != ("ann",):
            assert "It stands, strength" in told["Bo 1.1"][0] and "✓ stands" in told["Bo 1.1"][1]
    assert "stands" not in re.sub(
        r"<style>.*?</style>", "", "".join(get("svg").write(debate, Options()))
    )
