"""JSON Canvas: sound by its specification, laid out without overlaps, every text text."""

from __future__ import annotations

import json
import re
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from debate.files import load
from debate.model import Debate
from debate.model.text import one_line
from debate.writers import export
from debate.writers.formats.canvas import COLOURS
from tests.bench.generate import generate
from tests.support import graphs
from tests.support.build import build
from tests.support.command import KERCH
from tests.support.graphs import row
from tests.support.hostile import EMPTY, hostile
from tests.support.markup import MARKUP, URLS, filled
from tests.support.strategies import debates
from tests.support.walking import everything

#: Keys of each kind of thing, those it must have first (jsoncanvas.org, 1.0).
PLACE = ["id", "type", "x", "y", "width", "height"]
KEYS = {"text": ([*PLACE, "text"], ["color"]), "group": (PLACE, ["color", "label"])}
EDGE = (
    ["id", "fromNode", "toNode"],
    ["fromSide", "fromEnd", "toSide", "toEnd", "color", "label"],
)
SIDES, ENDS = {"top", "right", "bottom", "left"}, {"none", "arrow"}


def drawn(debate: Debate) -> tuple[dict[str, Any], list[Any]]:
    """The nodes by id and the edges, once they are found to be sound."""
    whole = json.loads(export(debate, "canvas"))
    assert list(whole) == ["nodes", "edges"]
    nodes = {node["id"]: node for node in whole["nodes"]}
    assert len(nodes) == len(whole["nodes"])
    for node in whole["nodes"]:
        sound(node, *KEYS[node["type"]])
        assert all(type(node[key]) is int for key in ("x", "y", "width", "height"))
        assert node["width"] > 0
        assert node["height"] > 0
    for edge in whole["edges"]:
        sound(edge, *EDGE)
        assert {edge["fromNode"], edge["toNode"]} <= set(nodes)
        assert {edge[key] for key in ("fromSide", "toSide") if key in edge} <= SIDES
        assert {edge[key] for key in ("fromEnd", "toEnd") if key in edge} <= ENDS
    ids = [edge["id"] for edge in whole["edges"]]
    assert len(set(ids)) == len(ids)
    return nodes, whole["edges"]


def sound(thing: dict[str, Any], needed: list[str], more: list[str]) -> None:
    assert set(needed) <= set(thing) <= {*needed, *more}
    assert thing.get("color", "1") in {"1", "2", "3", "4", "5", "6"}


def apart(nodes: dict[str, Any]) -> None:
    """No two cards overlap, nor two groups; a card that touches a group is in it."""
    for one, other in combinations(nodes.values(), 2):
        across = one["x"] < other["x"] + other["width"] and other["x"] < one["x"] + one["width"]
        along = one["y"] < other["y"] + other["height"] and other["y"] < one["y"] + one["height"]
        if across and along:
            assert within(one, other) or within(other, one)


def within(group: Any, node: Any) -> bool:
    return bool(
        group["type"] == "group"
        and group["x"] < node["x"]
        and group["y"] < node["y"]
        and node["x"] + node["width"] < group["x"] + group["width"]
        and node["y"] + node["height"] < group["y"] + group["height"]
    )


def test_steps_are_joined_by_cards_and_groups() -> None:
    debate = graphs.steps()
    nodes, edges = drawn(debate)
    support, undercut = row(debate, "support"), row(debate, "undercut")
    found = {(edge["fromNode"], edge.get("label", ""), edge["toNode"]) for edge in edges}
    again = next(r for r, claim in enumerate(debate.claims) if claim.ref)
    objection = row(debate, "objection")
    assert found == {
        (f"n{row(debate, 'condition')}", "condition of", "n0"),
        ("side0-f0", "", f"s{support}"),
        (f"s{support}", "supports (0.5)", "n0"),
        (f"n{undercut}", "", f"s{undercut}"),
        (f"s{undercut}", "undercuts", f"s{support}"),
        (f"n{row(debate, 'counter')}", "undercuts", f"s{undercut}"),
        (f"n{objection}", "objects to", "n0"),
        (f"n{again}", "supports", f"n{objection}"),
        (f"n{again}", "the same claim", "n0"),
    }
    together = nodes["side0-f0"]
    assert within(together, nodes[f"n{support}"])
    assert within(together, nodes[f"n{row(debate, 'co-premise')}"])
    apart(nodes)


def test_cards_say_all_and_have_the_colour_of_their_role() -> None:
    debate = everything()
    nodes, _ = drawn(debate)
    for at, claim in enumerate(debate.claims):
        assert debate.text(at).rstrip(".") in nodes[f"n{at}"]["text"].replace("\\", "")
        assert nodes[f"n{at}"].get("color") == COLOURS.get(claim.role)
    good = nodes[f"n{debate.find('ann.good')}"]["text"]
    assert good.startswith("**Ann 1.2 · support**\n\nThe walk is good for us.\n\n[Young 2001, ¶ 3")
    assert "(<https://x.org/a#:~:text=good%20for%20us>)" in good
    assert nodes["side1"]["label"] == "Bo Peep"
    assert nodes["side1"]["type"] == "group"


@pytest.mark.parametrize("claims", [12, 100, 400])
def test_nothing_overlaps(claims: int, tmp_path: Path) -> None:
    apart(drawn(load(generate(tmp_path, claims=claims)))[0])


def test_nothing_overlaps_in_what_is_bundled_odd_or_empty() -> None:
    for debate in (load(KERCH), hostile(), EMPTY):
        apart(drawn(debate)[0])


@settings(max_examples=20)
@given(debates())
def test_any_debate(debate: Debate) -> None:
    nodes, edges = drawn(debate)
    apart(nodes)
    assert {f"n{at}" for at in range(len(debate.claims))} <= set(nodes)
    steps = {edge["fromNode"] for edge in edges if edge["id"][0] == "e"}
    frames = [node for id, node in nodes.items() if "-f" in id]
    for at, claim in enumerate(debate.claims):
        if claim.parent >= 0:
            held = any(within(frame, nodes[f"n{at}"]) for frame in frames)
            assert f"n{at}" in steps or held


def rendered(markdown: str) -> tuple[str, str]:
    page = MarkdownIt("commonmark").render(markdown)
    return page, re.sub(r"\s+", "", re.sub("<[^>]*>", "", page))


@pytest.mark.parametrize("text", [*MARKUP, "==marked==", "====", "%%gone%%", "[[link]]", "![[x]]"])
def test_every_text_is_text(text: str) -> None:
    if not one_line(text):
        return
    nodes, _ = drawn(build({"one": {"claims": [text]}}))
    markdown = nodes["n0"]["text"]
    _, seen = rendered(markdown)
    plain, _ = rendered("x\n\n" + re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", one_line(text)))
    assert seen == "one1·thesis" + re.sub(r"\s+", "", re.sub("<[^>]*>", "", plain))[1:]
    assert not re.search(r"==|%%|(?<!\\)\[\[", markdown)


@pytest.mark.parametrize("url", [*URLS, "https://example.org/a"])
def test_links_lead_to_the_web_alone(url: str) -> None:
    for text in MARKUP[::4]:
        for node in drawn(filled(text, url))[0].values():
            page, _ = rendered(node.get("text", ""))
            assert set(re.findall("<([a-z0-9]+)", page)) <= {
                "p", "strong", "em", "a", "ul", "li", "h1", "br"
            }  # fmt: skip
            assert all(link.startswith("http") for link in re.findall('href="(.*?)"', page))
