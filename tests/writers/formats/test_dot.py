"""DOT: Graphviz takes all of it, and every text in it for text."""

from __future__ import annotations

import re
import shutil
import subprocess
from xml.etree import ElementTree

import pytest
from hypothesis import Phase, given, settings

from debate.files import load
from debate.model import Debate
from debate.writers import Options, export, get
from tests.support import graphs
from tests.support.build import build
from tests.support.command import KERCH
from tests.support.graphs import row, squeezed
from tests.support.hostile import EMPTY, hostile
from tests.support.markup import MARKUP, URLS, filled
from tests.support.strategies import TRICKY, debates
from tests.support.walking import everything

SVG = "{http://www.w3.org/2000/svg}"
needs_graphviz = pytest.mark.skipif(not shutil.which("dot"), reason="needs Graphviz (dot)")


def drawn(text: str) -> ElementTree.Element:
    """What Graphviz makes of it, without a word of warning."""
    done = subprocess.run(
        ["dot", "-Tsvg"], input=text.encode(), capture_output=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr.decode()) == (0, "")
    return ElementTree.fromstring(done.stdout)


def groups(picture: ElementTree.Element) -> dict[str, str]:
    """The text of each node and edge, without blanks, by its name."""
    return {
        group.findtext(f"{SVG}title") or "": squeezed(
            "".join(t for text in group.iter(f"{SVG}text") for t in text.itertext())
        )
        for group in picture.iter(f"{SVG}g")
        if group.get("class") in ("node", "edge", "cluster")
    }


def test_steps_are_drawn_from_reasons_to_what_they_bear_on() -> None:
    debate = graphs.steps()
    whole = export(debate, "dot")
    edges = dict(re.findall(r"^  (\w+ -> \w+) \[.*label=\"(.*?)\" tool", whole, re.MULTILINE))
    support, pre = row(debate, "support"), row(debate, "co-premise")
    undercut, counter = row(debate, "undercut"), row(debate, "counter")
    objection, condition = row(debate, "objection"), row(debate, "condition")
    assert edges == {
        f"n{support} -> s{support}": "",
        f"n{pre} -> s{support}": "",
        f"s{support} -> n0": "supports (0.5)",
        f"n{undercut} -> s{undercut}": "",
        f"s{undercut} -> s{support}": "undercuts",
        f"n{counter} -> s{undercut}": "undercuts",
        f"n{condition} -> n0": "condition of",
        f"n{objection} -> n0": "objects to",
        f"n0 -> n{objection}": "supports",
    }
    assert "In a circle." in whole


def test_roles_are_told_without_colour() -> None:
    whole = re.sub(r'#[0-9a-f]{6}"', '"', export(everything(), "dot"))
    boxes = re.findall(r"^    n\d+ \[(.*?) color=.*? · ([a-z-]+)", whole, re.MULTILINE)
    looks = {role: box for box, role in boxes}
    assert len({looks[role] for role in ("support", "objection", "undercut", "condition")}) == 4
    for label in ("supports", "objects to", "undercuts", "condition of", "agrees with"):
        assert f'label="{label}' in whole


def test_the_flow_fits_unless_it_is_told() -> None:
    assert "rankdir=BT" in export(everything(), "dot")
    assert "rankdir=RL" in export(load(KERCH), "dot")
    right = "".join(get("dot").write(everything(), Options(style="right")))
    assert "rankdir=RL" in right


@needs_graphviz
def test_graphviz_draws_the_bundled_debate() -> None:
    debate = load(KERCH)
    found = groups(drawn(export(debate, "dot")))
    for at, claim in enumerate(debate.claims):
        if claim.target < 0:
            assert squeezed(claim.text) in found[f"n{at}"]
    assert "DanielFried" in found["cluster_0"]


@needs_graphviz
def test_every_text_is_text() -> None:
    texts = [*MARKUP, *TRICKY, r"\N \G \L \E \n \l", "<b>x</b>", '"', '\\"', "a\\", "&#92;N &amp;N"]
    texts = [text for text in texts if text.isprintable() and len(text) < 200]
    found = groups(drawn(export(build({"one": {"claims": texts}}), "dot")))
    for at, text in enumerate(texts):
        assert found[f"n{at}"] == squeezed(f"one {at + 1} · thesis{text}")


@needs_graphviz
@pytest.mark.parametrize("debate", [hostile(), EMPTY, graphs.steps()], ids=["bad", "empty", "step"])
def test_graphviz_takes_what_is_odd(debate: Debate) -> None:
    drawn(export(debate, "dot"))


@needs_graphviz
def test_graphviz_takes_markup_everywhere_and_links_only_to_the_web() -> None:
    for at, text in enumerate(MARKUP[::4]):
        picture = drawn(export(filled(text, URLS[at % len(URLS)]), "dot"))
        names = {element.tag.removeprefix(SVG) for element in picture.iter()}
        assert not names & {"script", "image", "img", "style", "b"}
        links = {element.get("{http://www.w3.org/1999/xlink}href") for element in picture.iter()}
        assert {link for link in links if link and not link.startswith("http")} == set()


@needs_graphviz
def test_links_lead_where_they_should_from_claims_and_from_the_list_of_sources() -> None:
    url = "https://a.b/?x=1&y=2&copy=3"
    claim = {"claim": "A.", "cite": {"source": "s"}}
    picture = drawn(
        export(
            build({"one": {"claims": [claim]}}, sources={"s": {"title": "S", "url": url}}), "dot"
        )
    )
    links = [element.get("{http://www.w3.org/1999/xlink}href") for element in picture.iter()]
    assert [link for link in links if link] == [url, url]


@needs_graphviz
@settings(max_examples=8, phases=[Phase.generate])  # to shrink by a program takes minutes
@given(debates())
def test_graphviz_takes_any_debate(debate: Debate) -> None:
    drawn(export(debate, "dot"))
