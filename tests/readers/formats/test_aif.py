"""AIF as JSON: every node and edge of a file is found again, as a claim, a step, a link or kept."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate import files, readers
from debate.model import Debate, Role
from debate.model.problem import InvalidDebate
from debate.model.reading import Reading
from debate.readers.formats.aif import likeness, read
from debate.writers import ALL
from debate.writers.formats import aif, yaml
from tests.support.shared import shared


def graph(*nodes: str, **more: Any) -> bytes:
    """``"a:I:Text"`` is a node, ``"a>b"`` an edge."""
    found = [node.split(":", 2) for node in nodes if ":" in node]
    data = {
        "nodes": [{"nodeID": id, "type": kind, "text": text} for id, kind, text in found],
        "edges": [
            {"edgeID": str(number), "fromID": a, "toID": b, "formEdgeID": None}
            for number, (a, b) in enumerate(n.split(">") for n in nodes if ">" in n)
        ],
    }
    return json.dumps(data | more, indent=1).encode()


def opened(*nodes: str, **more: Any) -> Reading:
    return read(graph(*nodes, **more), "x.json")


def outline(debate: Debate | None) -> list[str]:
    assert debate
    return [
        f"{'  ' * claim.depth}{claim.role.glyph}{'=' * (claim.target >= 0)}{debate.text(row)}"
        for row, claim in enumerate(debate.claims)
    ]


def codes(reading: Reading) -> list[tuple[str, str]]:
    return [(found.severity, found.code) for found in reading.problems]


def counted(text: str) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """The nodes of each type, and the edges of each pair of types."""
    data = json.loads(text)
    data = data.get("AIF", data)
    kinds = {str(node["nodeID"]): node["type"] for node in data["nodes"]}
    assert len(kinds) == len(data["nodes"])
    ends = [(kinds[str(edge["fromID"])], kinds[str(edge["toID"])]) for edge in data["edges"]]
    return Counter(kinds.values()), Counter(ends)


def written(debate: Debate | None) -> str:
    assert debate
    return "".join(aif.write(debate, ALL))


def through_yaml(debate: Debate, folder: Path) -> Debate:
    path = folder / "made.yaml"
    path.write_text("".join(yaml.write(debate, ALL)), "utf-8")
    again = files.read(path).debate
    assert again
    return again


def test_every_file_of_the_corpus(tmp_path: Path) -> None:
    paths = sorted(shared("corpora", "aif-json").glob("*.json"))
    assert len(paths) == 12
    for path in paths:
        text = path.read_text("utf-8")
        data = json.loads(text)
        assert readers.read(path).files == (str(path),)
        debate = readers.load(path)
        kinds = {node["nodeID"]: node["type"] for node in data["nodes"]}
        claims = {claim.id: claim for claim in debate.claims if claim.target < 0}
        said = {node["nodeID"]: node["text"] for node in data["nodes"] if node["type"] == "I"}
        assert {id: claim.text for id, claim in claims.items()} == said
        steps: dict[str, tuple[set[str | None], str | None]] = {}
        for row, claim in enumerate(debate.claims):
            if claim.role in (Role.SUPPORT, Role.OBJECTION, Role.UNDERCUT):
                linked = [r for r in debate.children(row) if claim_role(debate, r) == "co-premise"]
                premises = {debate.claims[debate.meant(r)].id for r in (row, *linked)}
                onto = debate.claims[claim.parent]
                target = onto.extra["step"] if claim.role is Role.UNDERCUT and onto.extra else None
                assert claim.extra
                id = claim.extra["step"]["aif"]["nodeID"]
                steps[id] = premises, target["aif"]["nodeID"] if target else onto.id
                assert kinds[id] == ("RA" if claim.role is Role.SUPPORT else "CA")
        expected = {
            id: (
                {edge["fromID"] for edge in data["edges"] if edge["toID"] == id}
                & {node for node, kind in kinds.items() if kind == "I"},
                next(edge["toID"] for edge in data["edges"] if edge["fromID"] == id),
            )
            for id, kind in kinds.items()
            if kind in ("RA", "CA")
        }
        assert steps == expected
        assert counted(written(debate)) == counted(text)
        assert written(through_yaml(debate, tmp_path)) == written(debate)


def claim_role(debate: Debate, row: int) -> str:
    return debate.claims[row].role


def test_linked_premises_conflicts_and_undercuts() -> None:
    reading = opened(
        *("a:I:Conclusion", "b:I:One", "c:I:Two", "d:I:Against", "e:I:But", "f:I:And yet"),
        *("1:RA:Default Inference", "2:CA:Default Conflict", "3:CA:x", "4:CA:x"),
        *("b>1", "c>1", "1>a", "d>2", "2>a", "e>3", "3>1", "f>4", "4>3"),
    )
    assert reading.problems == []
    assert outline(reading.debate) == [
        *("○Conclusion", "  +One", "    &Two", "    ~But", "      ~And yet", "  -Against"),
    ]
    assert [*reading.lines][:2] == [3, 8]


def test_schemes_by_their_usual_names() -> None:
    nodes = ("a:I:A", "b:I:B", "c:I:C", "b>1", "1>a", "c>2", "2>a")
    debate = opened(*nodes, "1:RA:Argument From Expert Opinion", "2:RA:Default Inference").debate
    assert debate
    assert [claim.scheme for claim in debate.claims] == [None, "argument from expert opinion", None]


def test_a_claim_used_twice_and_circles_are_refs() -> None:
    nodes = ("a:I:A", "b:I:B", "c:I:C", "1:RA:x", "2:RA:x", "3:CA:x")
    reading = opened(*nodes, "c>1", "1>a", "c>2", "2>b", "a>3", "3>c")
    assert outline(reading.debate) == ["○B", "  +C", "    -A", "      +=C"]
    assert counted(written(reading.debate)) == counted(
        graph(*nodes, "c>1", "1>a", "c>2", "2>b", "a>3", "3>c").decode()
    )


def test_a_step_with_two_conclusions_stays_one_node() -> None:
    nodes = ("a:I:A", "b:I:B", "c:I:C", "d:I:D", "1:RA:x", "2:CA:y", "c>1", "1>a", "1>b")
    for more in (("d>2", "2>1"), ("d>2", "2>a", "2>1")):
        reading = opened(*nodes, *more)
        assert counted(written(reading.debate)) == counted(graph(*nodes, *more).decode())


def test_an_inference_to_a_step_links_its_premises() -> None:
    nodes = ("a:I:A", "b:I:B", "c:I:C", "1:RA:x", "2:RA:y", "b>1", "1>a", "c>2", "2>1")
    reading = opened(*nodes)
    assert codes(reading) == [("note", "step-to-step")]
    assert outline(reading.debate) == ["○A", "  +B", "    &C"]
    assert counted(written(reading.debate)) == counted(graph(*nodes).decode())


DIALOGUE = (
    *("a:I:We should go", "b:I:Let us go", "c:I:Stay", "p:PA:Default Preference"),
    *("m:MA:Default Rephrase", "l:L:Ann : go!", "k:L:Bob : no", "t:TA:Default Transition"),
    *("y:YA:Asserting", "b>m", "m>a", "l>y", "y>a", "l>t", "t>k", "a>p", "p>c"),
)


def test_dialogue_rephrasings_and_preferences(tmp_path: Path) -> None:
    about = {"participants": [{"participantID": 7, "firstname": "Ann"}], "locutions": [{"x": 1}]}
    reading = opened(*DIALOGUE, **about)
    debate = reading.debate
    assert debate
    assert {code for _, code in codes(reading)} == {"kept-aside"}
    assert debate.claims[0].note == "Ann : go!\nPreferred to: Stay"
    assert [[debate.text(row) for row in pair] for pair in debate.agreements] == [
        ["We should go", "Let us go"]
    ]
    text = written(debate)
    assert counted(text) == counted(graph(*DIALOGUE).decode())
    assert json.loads(text)["participants"] == [{"participantID": "7", "firstname": "Ann"}]
    assert written(through_yaml(debate, tmp_path)) == text
    again = read(text.encode(), "x.json")
    assert again.debate == debate


def test_the_wrapping_of_newer_tools_comes_and_goes() -> None:
    data = {"AIF": json.loads(graph(*DIALOGUE)), "text": {"txt": "<b>x</b>"}, "dialog": True}
    debate = read(json.dumps(data).encode(), "x.json").debate
    back = json.loads(written(debate))
    assert back["text"] == data["text"]
    assert counted(json.dumps(back)) == counted(json.dumps(data))


def test_what_is_wrong_is_said_and_the_rest_is_read() -> None:
    reading = opened(
        *("a:I:A", "b:I:B", "a:I:Other", "b:I:B", "c:I:", "1:RA:x", "2:CA:y", "3:CA:z"),
        *("b>a", "b>a", "a>nowhere", "1>a", "c>2", "c>3", "3>2"),
    )
    assert sorted(codes(reading)) == [
        ("error", "dangling"),
        ("error", "duplicate-id"),
        *[("note", code) for code in ("direct-edge", "duplicate-edge", "duplicate-id")],
        *[("note", "loose-edge")] * 4,
        *[("note", "loose-step")] * 3,
        ("note", "no-text"),
    ]
    assert all(found.line for found in reading.problems)
    assert outline(reading.debate) == ["○A", "  +B", "○(no text)", "○Other"]


def test_numbers_as_ids_and_other_names_of_keys() -> None:
    data = {
        "nodes": [
            {"id": 1, "type": "i", "text": "A\n thing"},
            {"id": 2, "type": "I", "text": "B"},
            {"id": 3, "type": "ra", "text": ""},
        ],
        "edges": [{"from": 2, "to": 3}, {"from": 3, "to": 1}],
    }
    debate = read(json.dumps(data).encode(), "x").debate
    assert outline(debate) == ["○A thing", "  +B"]
    back = json.loads(written(debate))
    assert [node["type"] for node in back["nodes"]] == ["i", "I", "ra"]
    assert back["nodes"][0]["text"] == "A\n thing"


def test_an_empty_map() -> None:
    reading = opened()
    assert reading.debate is not None
    assert (reading.debate.claims, reading.problems) == ([], [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "x:1:1: the file ends in the middle"),
        ('{"nodes": [}', "x:1:12: this } closes nothing"),
        ('{"nodes": [1 2]}', "x:1:14: a comma is missing here"),
        ('{"nodes": [1,]}', "x:1:14: after the comma something must follow"),
        ('{"nodes"\n []}', "x:2:2: a colon is missing here"),
        ("{nodes: []}", "x:1:2: here a name in double quotes must stand"),
        ('{"a": "\\x"}', "x:1:8: this escape means nothing"),
        ('{"a": "b', "x:1:7: this string has no end"),
        ('{"a": 01}', "x:1:7: 01 is no number"),
        ("{} {}", "x:1:4: here the value is complete already"),
        ("[" * 3000, "x:1:1000: nested more than 1,000 deep"),
        ('{"a": }', "x:1:7: } may not stand here"),
    ],
)
def test_what_is_no_json_is_said_with_its_place(text: str, said: str) -> None:
    with pytest.raises(InvalidDebate) as caught:
        read(text.encode(), "x")
    assert str(caught.value).startswith(said)


def test_another_program_changed_what_we_wrote() -> None:
    debate = opened("a:I:A", "b:I:B", "c:I:C", "1:RA:x", "b>1", "1>a").debate
    data = json.loads(written(debate))
    data["nodes"][0]["text"] = "Another text"
    again = read(json.dumps(data).encode(), "x.json")
    assert again.problems == []
    assert again.debate
    assert again.debate.text(0) == "Another text"
    data["edges"][1]["toID"] = "c"
    again = read(json.dumps(data).encode(), "x.json")
    assert codes(again) == [("note", "changed")]
    assert outline(again.debate) == ["○Another text", "○C", "  +B"]


def test_likeness() -> None:
    assert likeness(graph("a:I:A").decode(), ".json") == 3
    assert likeness('{"nodes": [], "edges": []}', ".json") == 1
    assert likeness('{"AIF": {"nodes": []}}', "") == 3
    assert likeness('{"debate": "x", "claims": []}', ".json") == 0
    assert likeness("debate: x", ".yaml") == 0


_IDS = st.sampled_from("abcde123")
_PARTS = st.one_of(
    st.tuples(_IDS, st.sampled_from(["I", "RA", "CA", "MA", "YA", "L", "PA", ""])).map(
        lambda pair: f"{pair[0]}:{pair[1]}:Says {pair[0]}"
    ),
    st.tuples(_IDS, _IDS).map(">".join),
)


@given(st.lists(_PARTS, max_size=25))
def test_any_graph_is_read_and_kept(
    tmp_path_factory: pytest.TempPathFactory, parts: list[str]
) -> None:
    unique = {part.split(":")[0]: part for part in parts if ":" in part}
    edges = {p for p in parts if ">" in p and set(p.split(">")) <= set(unique)}
    nodes = [*unique.values(), *sorted(edges)]
    debate = opened(*nodes).debate
    assert debate
    assert counted(written(debate)) == counted(graph(*nodes).decode())
    assert through_yaml(debate, tmp_path_factory.mktemp("aif")) == debate


_WHOLE = graph(*DIALOGUE, debate={"debate": "x", "refs": [], "check": "0"})


@given(st.binary(max_size=40), st.integers(0, len(_WHOLE)), st.integers(0, 40))
def test_any_bytes_end_in_a_debate_or_in_problems(junk: bytes, at: int, gone: int) -> None:
    for data in (junk, _WHOLE[:at] + junk + _WHOLE[at + gone :]):
        try:
            assert read(data, "x") is not None
        except InvalidDebate as invalid:
            assert invalid.problems
