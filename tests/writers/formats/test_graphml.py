"""GraphML: sound by its rules, and read by networkx with every value in its type."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import networkx
import pytest
from hypothesis import given, settings

from debate.files import load
from debate.model import Debate
from debate.model.text import one_line
from debate.reasoning.evaluate import judge
from debate.reasoning.judgements import Judgements
from debate.writers import Options, export, get
from tests.support import graphs
from tests.support.build import build
from tests.support.command import KERCH
from tests.support.graphs import row
from tests.support.hostile import EMPTY, hostile
from tests.support.markup import MARKUP, filled
from tests.support.strategies import debates
from tests.support.walking import everything

#: What the GraphML Primer says of elements and attributes, as a DTD of our own: the schema itself
#: is fetched from the net, piece by piece.
DTD = """
<!ELEMENT graphml (desc?, key*, (graph | data)*)>
<!ATTLIST graphml xmlns CDATA #FIXED "http://graphml.graphdrawing.org/xmlns"
  xmlns:xsi CDATA #IMPLIED xsi:schemaLocation CDATA #IMPLIED>
<!ELEMENT key (desc?, default?)>
<!ATTLIST key id ID #REQUIRED for (graph | node | edge | all) "all"
  attr.name NMTOKEN #IMPLIED attr.type (boolean | int | long | float | double | string) #IMPLIED>
<!ELEMENT graph (desc?, (data | node | edge)*)>
<!ATTLIST graph id ID #IMPLIED edgedefault (directed | undirected) #REQUIRED>
<!ELEMENT node (desc?, data*)>
<!ATTLIST node id ID #REQUIRED>
<!ELEMENT edge (desc?, data*)>
<!ATTLIST edge id ID #IMPLIED source IDREF #REQUIRED target IDREF #REQUIRED>
<!ELEMENT data (#PCDATA)>
<!ATTLIST data key IDREF #REQUIRED>
<!ELEMENT desc (#PCDATA)>
<!ELEMENT default (#PCDATA)>
"""


def read(debate: Debate, options: Options | None = None) -> Any:
    text = "".join(get("graphml").write(debate, options or Options()))
    return networkx.read_graphml(BytesIO(text.encode()), force_multigraph=True)


def kinds(graph: Any) -> list[tuple[str, str, str]]:
    return sorted((a, data["kind"], b) for a, b, data in graph.edges(data=True))


def test_steps_are_nodes_where_they_have_to_be() -> None:
    debate = graphs.steps()
    graph = read(debate)
    support, pre = row(debate, "support"), row(debate, "co-premise")
    undercut, counter = row(debate, "undercut"), row(debate, "counter")
    objection, condition = row(debate, "objection"), row(debate, "condition")
    assert kinds(graph) == sorted(
        [
            (f"n{support}", "premise", f"s{support}"),
            (f"n{pre}", "premise", f"s{support}"),
            (f"s{support}", "support", "n0"),
            (f"n{undercut}", "premise", f"s{undercut}"),
            (f"s{undercut}", "undercut", f"s{support}"),
            (f"n{counter}", "undercut", f"s{undercut}"),
            (f"n{condition}", "condition", "n0"),
            (f"n{objection}", "objection", "n0"),
            ("n0", "support", f"n{objection}"),
            ("n0", "argued by", "side0"),
        ]
    )
    step = graph.edges[f"s{support}", "n0", 0]
    again = graph.edges["n0", f"n{objection}", 0]
    assert step["weight"] == 0.5
    assert again["used_again"] is True
    assert again["note"] == "In a circle."


def test_values_have_types() -> None:
    debate = everything()
    graph = read(debate, Options(judged=judge(debate, Judgements())))
    good = graph.nodes[f"n{debate.find('ann.good')}"]
    assert (good["role"], good["depth"], good["credence"]) == ("support", 1, 0.25)
    assert good["verdict"] in ("stands", "falls", "open")
    assert isinstance(good["strength"], float)
    assert graph.nodes["source0"]["author"] == "Cy Young"
    cites = [data for _, _, data in graph.edges(data=True) if data["kind"] == "cites"]
    assert cites[0] == {"kind": "cites", "label": "cites", "paragraph": "3", "words": "good for us"}
    assert graph.graph["title"] == "Shall we go?"


def test_the_bundled_debate_is_all_there() -> None:
    debate = load(KERCH)
    graph = read(debate)
    claims = [data for _, data in graph.nodes(data=True) if data["kind"] == "claim"]
    texts = [claim.text for claim in debate.claims if claim.target < 0]
    assert [data["text"] for data in claims] == texts


@pytest.mark.parametrize("text", MARKUP, ids=lambda text: ascii(text)[:30])
def test_every_text_is_text(text: str) -> None:
    graph = read(filled(text, text))
    assert graph.nodes["n0"].get("text", "") == one_line(text) or "\n" in text
    assert not re.search("<(?!/?(?:graphml|key|graph|node|edge|data)[ >]|[?])",
                         export(filled(text), "graphml"))  # fmt: skip


@pytest.mark.skipif(not shutil.which("xmllint"), reason="needs xmllint")
@pytest.mark.parametrize("debate", [EMPTY, hostile(), everything(), graphs.steps()])
def test_it_keeps_the_rules(debate: Debate, tmp_path: Path) -> None:
    rules, file = tmp_path / "graphml.dtd", tmp_path / "debate.graphml"
    rules.write_text(DTD)
    file.write_text(export(debate, "graphml"), encoding="utf-8")
    done = subprocess.run(
        ["xmllint", "--noout", "--nonet", "--dtdvalid", rules, file],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


@settings(max_examples=20)
@given(debates())
def test_networkx_reads_any_debate(debate: Debate) -> None:
    graph = read(debate)
    drawn = [claim for claim in debate.claims if claim.target < 0]
    assert sum(data["kind"] == "claim" for _, data in graph.nodes(data=True)) == len(drawn)


def test_what_xml_cannot_hold_is_left_out() -> None:
    graph = read(build({"one": {"claims": ["a\x00\x0b\x1b\ud800\ufffe\uffffb"]}}))
    assert graph.nodes["n0"]["text"] == "ab"
