"""Mermaid: its own program draws all of it, and takes every text in it for text."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import Phase, given, settings

from debate.files import load
from debate.model import Debate
from debate.model.text import one_line
from debate.writers import Options, export, get
from debate.writers.losses import Losses
from tests.support import graphs
from tests.support.build import build
from tests.support.command import KERCH, ROOT
from tests.support.graphs import row, squeezed
from tests.support.hostile import EMPTY
from tests.support.markup import MARKUP, filled
from tests.support.strategies import TRICKY, debates
from tests.support.walking import everything

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
#: Where .ci/run puts it: npm pack mermaid, without what it would install besides.
MERMAID = ROOT / ".ci-npm" / "package" / "dist" / "mermaid.min.js"

DRAW = """async text => {
  const place = document.getElementById("place");
  try { place.innerHTML = (await mermaid.render("drawn", text)).svg; }
  catch (error) { return [error.message]; }
  const names = [...new Set([...place.querySelectorAll("*")].map(e => e.tagName.toLowerCase()))];
  const nodes = [...place.querySelectorAll(".node")].map(e => [e.id, e.textContent]);
  return ["", names, nodes];
}"""

#: What Mermaid or something in it would obey, were it not escaped.
OWN = (
    "style a:#b;c:#x;", "style x: #", "classDef a:#", "`**x**`", "$$x^2$$", "fa:fa-car x",
    "%%{init: {}}%%", "%% x", "a\\nb", "#quot; #35;", "&#35;", "10) item", "+ item", "end", "x;y",
    "x -->|y| z", ":::icon", "::icon(fa fa-x)", "ﬂ°°35¶ß", "ﬂ°35¶ß", "https://a.b www.a.b a@b.c",
    'click n1 "javascript:alert(1)"', "A --> B", "subgraph x", '"]', "[[x]] {{x}} >x] ((x))",
)  # fmt: skip


class Mermaid:
    """The program in a page of its own, and what the page asked the network for."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.asked: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))

    def draw(self, text: str) -> tuple[set[str], dict[str, str]]:
        """The elements that are in the picture, and what each node says, without blanks."""
        error, *rest = self.page.evaluate(DRAW, text)
        assert error == ""
        names, nodes = rest
        said = {}
        for id, words in nodes:
            if name := re.search(r"-([a-z]+\d*)-\d+$", id):
                said[name[1]] = squeezed(words)
        return set(names), said


@pytest.fixture(scope="module")
def mermaid() -> Iterator[Mermaid]:
    if CHROMIUM is None or not MERMAID.exists():
        pytest.skip("needs Chromium, and Mermaid as .ci/run fetches it with npm")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        found = Mermaid(page)
        page.set_content("<div id=place></div>")
        page.add_script_tag(path=MERMAID)
        page.evaluate("mermaid.initialize({startOnLoad: false, maxTextSize: 1e7, maxEdges: 1e4})")
        yield found
        browser.close()


def losses(debate: Debate) -> list[str]:
    found = Losses()
    for _ in get("mermaid").write(debate, Options(losses=found)):
        pass
    return list(found.lines())


def test_steps_run_from_reasons_to_what_they_bear_on() -> None:
    debate = graphs.steps()
    lines = [line.strip() for line in export(debate, "mermaid").split("\n")]
    support, pre = row(debate, "support"), row(debate, "co-premise")
    undercut, counter = row(debate, "undercut"), row(debate, "counter")
    assert [line for line in lines if re.match(r"[ns]\d+ [-=.o<x]", line)] == [
        f'n{row(debate, "condition")} --o|"condition of"| n0',
        f"n{support} --- s{support}",
        f"n{pre} --- s{support}",
        f's{support} -->|"supports (0.5)"| n0',
        f"n{undercut} -.- s{undercut}",
        f's{undercut} -.-x|"undercuts"| s{support}',
        f'n{counter} -.-x|"undercuts"| s{undercut}',
        f'n{row(debate, "objection")} ==>|"objects to"| n0',
        f'n0 -->|"supports"| n{row(debate, "objection")}',
    ]


def test_the_limits_are_told_when_they_are_passed() -> None:
    many = build({"one": {"claims": [{"claim": "x", "supports": ["long " * 20] * 600}]}})
    lost = losses(many)
    size = len(export(many, "mermaid"))
    assert f"{size - 50_000:,} characters: too many for Mermaid; set maxTextSize to " in lost[-2]
    assert "100 edges: too many for Mermaid; set maxEdges to 600 where it is drawn" in lost[-1]
    assert not any("too many" in line for line in losses(everything()))


def test_the_bundled_debate_is_within_them() -> None:
    assert not any("too many" in line for line in losses(load(KERCH)))


def test_the_flow_fits_unless_it_is_told() -> None:
    assert "\nflowchart BT\n" in export(everything(), "mermaid")
    assert "\nflowchart RL\n" in export(load(KERCH), "mermaid")
    down = "".join(get("mermaid").write(load(KERCH), Options(style="down")))
    assert "\nflowchart BT\n" in down


def test_every_text_is_text(mermaid: Mermaid) -> None:
    texts = [text for text in (*MARKUP, *TRICKY, *OWN) if one_line(text)]
    names, said = mermaid.draw(export(build({"one": {"claims": texts}}), "mermaid"))
    for at, text in enumerate(texts):
        if text != "ﬂ°°35¶ß":  # Mermaid's own mark for an entity: it reads it as its number
            assert said[f"n{at}"] == squeezed(f"one {at + 1} · thesis{one_line(text)}")
    assert not names & {"script", "img", "a", "b", "i", "em", "strong", "code", "math", "iframe"}
    assert mermaid.asked == []


def test_markup_everywhere(mermaid: Mermaid) -> None:
    for text in MARKUP[::8]:
        names, _ = mermaid.draw(export(filled(text), "mermaid"))
        assert not names & {"script", "img", "a", "b", "em", "strong", "code", "math", "iframe"}
    assert mermaid.asked == []


@pytest.mark.parametrize("debate", [EMPTY, graphs.steps()], ids=["empty", "steps"])
def test_mermaid_takes_what_is_odd(mermaid: Mermaid, debate: Debate) -> None:
    mermaid.draw(export(debate, "mermaid"))


@settings(max_examples=4, phases=[Phase.generate])  # to shrink by a program takes minutes
@given(debates())
def test_mermaid_takes_any_debate(mermaid: Mermaid, debate: Debate) -> None:
    _, said = mermaid.draw(export(debate, "mermaid"))
    for at, claim in enumerate(debate.claims):
        assert claim.target >= 0 or squeezed(one_line(claim.text)) in said[f"n{at}"]
