"""Argumentative microtexts: each adu and each edge is found again."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate import files, readers
from debate.model import Debate, Role
from debate.model.problem import InvalidDebate
from debate.model.reading import Reading
from debate.readers.formats.microtext import likeness, read
from debate.writers import ALL
from debate.writers.formats import yaml
from tests.support.shared import shared


def text(*parts: str, head: str = 'topic_id="school_uniforms" stance="con"') -> bytes:
    """``"a1 opp Words"`` is an adu with its segment, ``"c1 a1 a2 sup"`` an edge."""
    made = []
    for part in parts:
        id, *rest = part.split(" ", 3 if part.startswith("c") else 2)
        if id.startswith("c"):
            made.append('<edge id="{}" src="{}" trg="{}" type="{}"/>'.format(id, *rest))
        elif id.startswith("a"):
            made.append(f'<edu id="e{id}"><![CDATA[{rest[1]}]]></edu>')
            made.append(f'<adu id="{id}" type="{rest[0]}"/>')
            made.append(f'<edge id="s{id}" src="e{id}" trg="{id}" type="seg"/>')
        else:
            made.append(part)
    body = "\n".join(made)
    return f"<?xml version='1.0'?>\n<arggraph {head}>\n{body}\n</arggraph>".encode()


def opened(*parts: str, **more: str) -> Reading:
    return read(text(*parts, **more), "x.xml")


def outline(debate: Debate | None) -> list[str]:
    assert debate
    return [
        f"{'  ' * claim.depth}{claim.role.glyph}{'=' * (claim.target >= 0)}{debate.text(row)}"
        f"{'!' * ('opponent' in claim.tags)}"
        for row, claim in enumerate(debate.claims)
    ]


def codes(reading: Reading) -> list[tuple[str, str]]:
    return [(found.severity, found.code) for found in reading.problems]


def test_every_text_of_the_corpus(tmp_path: Path) -> None:
    paths = sorted(shared("corpora", "microtext-xml").glob("*.xml"))
    assert len(paths) == 12
    for path in paths:
        reading = readers.read(path)
        debate = reading.debate
        assert debate
        assert reading.problems == []
        root = ElementTree.fromstring(path.read_bytes())
        words = {edu.get("id"): "".join(edu.itertext()) for edu in root.iter("edu")}
        edges = {edge.get("id"): edge for edge in root.iter("edge")}
        said = {
            edge.get("trg"): words[edge.get("src")]
            for edge in edges.values()
            if edge.get("type") == "seg"
        }
        claims = {claim.id: claim for claim in debate.claims}
        assert {id: claim.text for id, claim in claims.items()} == said
        opponents = {adu.get("id") for adu in root.iter("adu") if adu.get("type") == "opp"}
        assert {id for id, claim in claims.items() if claim.tags == ("opponent",)} == opponents
        found = {}
        kinds = Counter[str]()
        for claim in debate.claims:
            assert claim.extra
            for segment in claim.extra["microtext"]["edus"]:
                assert edges[segment["edge"]].get("src") == segment["id"]
                kinds["seg"] += 1
            if claim.role is not Role.RECOMMENDATION:
                step = claim.extra["step"]["microtext"]
                found[step["id"]] = claim
                kinds[step["type"]] += 1
        assert kinds == Counter(edge.get("type") for edge in edges.values())
        for id, claim in found.items():
            edge = edges[id]
            assert claim.id == edge.get("src")
            above = debate.claims[claim.parent]
            assert above.extra
            to_step = edge.get("type") in ("und", "add")
            assert edge.get("trg") == (
                above.extra["step"]["microtext"]["id"] if to_step else above.id
            )
        assert len(debate.questions) == 1
        assert debate.claims[0].option == root.get("stance")
        assert debate.extra == {"microtext": dict(root.attrib)}
        made = tmp_path / f"{path.stem}.yaml"
        made.write_text("".join(yaml.write(debate, ALL)), "utf-8")
        assert files.read(made).debate == debate


def test_all_kinds_of_edges() -> None:
    reading = opened(
        *(
            "a1 pro Main.",
            "a2 pro Because.",
            "a3 opp But.",
            "a4 pro No.",
            "a5 pro And.",
            "a6 pro Eg.",
        ),
        *("a7 opp Still.", "c1 a2 a1 sup", "c2 a3 a1 reb", "c3 a4 c2 und", "c4 a5 c3 add"),
        *("c5 a6 a2 exa", "c6 a7 c4 und"),
    )
    assert reading.problems == []
    assert outline(reading.debate) == [
        *("●Main.", "  +Because.", "    +Eg.", "  -But.!", "    ~No.", "      &And."),
        "      ~Still.!",
    ]
    assert reading.debate
    assert reading.debate.claims[2].scheme == "argument from example"
    assert reading.debate.title == "School uniforms"


def test_edges_that_lead_to_the_other_kind_are_said() -> None:
    reading = opened(
        *("a1 pro A", "a2 pro B", "a3 opp C", "a4 pro D", "a5 pro E", "a6 pro F"),
        *("c1 a2 a1 sup", "c2 a3 a1 und", "c3 a4 c1 reb", "c4 a5 c1 sup", "c5 a6 a1 add"),
    )
    assert codes(reading) == [("note", "unusual-edge")] * 4
    assert outline(reading.debate) == ["●A", "  +B", "    &E", "    ~D", "  +F", "  -C!"]


def test_joined_segments_are_one_claim() -> None:
    reading = opened(
        *('<edu id="e1">If it rains,</edu>', '<edu id="e2"> it is\nwet.</edu>', '<joint id="j1"/>'),
        *('<adu id="x" type="pro"/>', "c1 e1 j1 seg", "c2 e2 j1 seg", "c3 j1 x seg"),
        '<edu id="e3" implicit="true">Unused.</edu>',
        head='id="m"',
    )
    assert outline(reading.debate) == ["○If it rains, it is wet."]
    assert codes(reading) == [("note", "kept-aside")]
    assert reading.debate
    assert reading.debate.extra == {
        "microtext": {
            "id": "m",
            "aside": [{"tag": "edu", "id": "e3", "implicit": "true", "text": "Unused."}],
        }
    }


def test_what_is_wrong_is_said_and_the_rest_is_read() -> None:
    reading = opened(
        *("a1 pro A", "a2 opp B", "a2 pro C", "a4 con D", "c1 a2 a1 sup", "c2 a9 a1 sup"),
        *(
            "c3 a1 a2 odd",
            "c4 ea1 a2 sup",
            "c5 a2 c4 und",
            "<foo/>",
            "c6 a2 c7 und",
            "c7 a1 c6 und",
        ),
    )
    assert sorted(codes(reading)) == [
        *[("error", "dangling")],
        *[("error", "id")] * 3,
        ("error", "type"),
        *[("note", "kept-aside")] * 7,
        ("note", "no-text"),
    ]
    assert all(found.line > 1 for found in reading.problems)
    assert outline(reading.debate) == ["●A", "  +B!", "○(no text)", "○D"]


def test_circles_are_refs() -> None:
    reading = opened("a1 pro A", "a2 opp B", "c1 a1 a2 reb", "c2 a2 a1 reb")
    assert outline(reading.debate) == ["●A", "  -B!", "    -=A"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "x:1:1: no element found"),
        (b"<a><b></a>", "x:1:9: mismatched tag"),
        (b"<a>&x;</a>", "x:1:4: undefined entity"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]>\n<a>&b;</a>', "x:1:13: a document type that declares"),
        (b'<!DOCTYPE a SYSTEM "http://a.b/c.dtd">\n<a>&b;</a>', "x:2:4: there is no entity &b;"),
        (b"<a>" * 3_001, "x:1:9001: nested more than 3,000 deep"),
        (b"<?xml version='1.0' encoding='nope'?><a/>", "x:1:1: the file is not in the encoding"),
        (b"<a>\xff</a>", "x:1:4: not well-formed"),
    ],
)
def test_what_is_no_xml_or_unsafe_is_refused_with_its_place(data: bytes, said: str) -> None:
    with pytest.raises(InvalidDebate) as caught:
        read(data, "x")
    assert str(caught.value).startswith(said)


def test_a_type_that_is_only_named_is_passed_over() -> None:
    data = text("a1 pro A").replace(b"\n<arg", b'\n<!DOCTYPE arggraph SYSTEM "arggraph.dtd">\n<arg')
    assert outline(read(data, "x").debate) == ["●A"]


def test_likeness() -> None:
    assert likeness(text("a1 pro A").decode(), ".xml") == 3
    assert likeness("<opml/>", ".xml") == 0


_WHOLE = text("a1 pro A", "a2 opp B", "a3 pro C", "c1 a2 a1 reb", "c2 a3 c1 und")


@given(st.binary(max_size=20), st.integers(0, len(_WHOLE)), st.integers(0, 30))
def test_any_bytes_end_in_a_debate_or_in_problems(junk: bytes, at: int, gone: int) -> None:
    for data in (junk, _WHOLE[:at] + junk + _WHOLE[at + gone :]):
        try:
            assert read(data, "x") is not None
        except InvalidDebate as invalid:
            assert invalid.problems


_NAMES = st.sampled_from(["a1", "a2", "a3", "a4", "c1", "c2", "c3", "e1", "j1", ""])
_EDGES = st.tuples(
    st.sampled_from(["c1", "c2", "c3", "c4", "a1"]),
    *(_NAMES, _NAMES, st.sampled_from(["sup", "und", "add", "reb", "seg", "exa"])),
)


@given(st.lists(_EDGES, max_size=9))
def test_any_edges_come_out(edges: list[tuple[str, str, str, str]]) -> None:
    made = ['<edge id="{}" src="{}" trg="{}" type="{}"/>'.format(*edge) for edge in edges]
    reading = opened("a1 pro A", "a2 opp B", "a3 pro C", "a4 pro D", '<joint id="j1"/>', *made)
    assert reading.debate
    rows = [claim for claim in reading.debate.claims if claim.target < 0]
    assert len(rows) == 4
    steps = sum(claim.parent >= 0 for claim in reading.debate.claims)
    aside = (reading.debate.extra or {}).get("microtext", {}).get("aside", [])
    segments = sum(edge[3] == "seg" for edge in edges)
    assert steps + len([each for each in aside if each["tag"] == "edge"]) + segments >= len(edges)
