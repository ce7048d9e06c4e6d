"""The mind map: the files that XMind looks for, the tree of the debate in them, nothing lost."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
import xmindparser
from hypothesis import given, settings

from debate.files import load
from debate.model import Debate
from debate.model.annotations import NO_ANNOTATIONS, Annotation, Annotations, Lost
from debate.reasoning.evaluate import judge
from debate.reasoning.judgements import NO_JUDGEMENTS
from debate.writers import Options, get
from debate.writers.formats import xmind as module
from debate.writers.xml_text import plain
from tests.support.build import build
from tests.support.command import KERCH
from tests.support.hostile import EMPTY, hostile
from tests.support.markup import MARKUP, URLS, filled
from tests.support.office import lost
from tests.support.office import written as _written
from tests.support.strategies import debates
from tests.support.walking import everything

Topic = dict[str, Any]


def written(debate: Debate, **options: object) -> bytes:
    return _written(debate, "xmind", Options(**options))  # type: ignore[arg-type]


def sheet(data: bytes) -> Topic:
    [found] = json.loads(zipfile.ZipFile(io.BytesIO(data)).read("content.json"))
    assert isinstance(found, dict)
    return found


def topics(root: Topic) -> dict[str, Topic]:
    """All topics by their ids, which are unique."""
    found: dict[str, Topic] = {}
    waiting = [root]
    while waiting:
        topic = waiting.pop()
        assert topic["id"] not in found
        found[topic["id"]] = topic
        waiting += below(topic)[::-1]
    return found


def below(topic: Topic) -> list[Topic]:
    found = topic.get("children", {}).get("attached", [])
    assert isinstance(found, list)
    return found


def note(topic: Topic) -> str:
    return str(topic.get("notes", {}).get("plain", {}).get("content", ""))


def test_the_files_that_xmind_looks_for() -> None:
    archive = zipfile.ZipFile(io.BytesIO(written(load(KERCH))))
    assert archive.namelist() == ["content.json", "metadata.json", "manifest.json"]
    assert archive.testzip() is None
    entries = json.loads(archive.read("manifest.json"))["file-entries"]
    assert set(entries) == {"content.json", "metadata.json"}


def test_the_tree_is_that_of_the_debate() -> None:
    debate = load(KERCH)
    found = topics(sheet(written(debate))["rootTopic"])
    for row, claim in enumerate(debate.claims):
        topic = found[f"claim-{row}"]
        assert topic["title"] == f"{debate.number(row)} {debate.text(row)}"
        assert [child["id"] for child in below(topic)] == [
            f"claim-{child}" for child in debate.children(row)
        ]
        assert topic["labels"][0].startswith(claim.role.capitalize())
        assert topic["markers"] == [{"markerId": module._MARKERS[claim.role]}]
    for position in range(len(debate.positions)):
        roots = [child["id"] for child in below(found[f"side-{position + 1}"])]
        assert roots == [f"claim-{row}" for row in debate.roots(position)]


def test_links_lead_to_the_words_and_across_the_map() -> None:
    debate = load(KERCH)
    made = sheet(written(debate))
    found = topics(made["rootTopic"])
    links = [topic["href"] for topic in found.values() if "href" in topic]
    inside = [link.removeprefix("xmind:#") for link in links if link.startswith("xmind:#")]
    assert inside and set(inside) <= set(found)
    assert len([link for link in links if "#:~:text=" in link]) > 80
    ends = [(r["title"], r["end1Id"], r["end2Id"]) for r in made["relationships"]]
    assert len(ends) == len(debate.agreements) + len(debate.clashes)
    assert all(one in found and other in found for _, one, other in ends)


def test_another_reader_finds_the_same(tmp_path: Path) -> None:
    path = tmp_path / "k.xmind"
    path.write_bytes(written(everything()))
    [found] = xmindparser.xmind_to_dict(str(path))
    assert found["topic"]["title"] == "Shall we go?"
    assert [t["title"] for t in found["topic"]["topics"]] == [
        "Questions", "Ann Other", "Bo Peep", "Background", "Sources"
    ]  # fmt: skip
    ann = found["topic"]["topics"][1]["topics"][0]
    assert ann["title"] == "1 We should go."
    assert ann["labels"] == ["Recommendation (Go)"]


def test_nothing_of_a_claim_is_missing() -> None:
    debate = everything()
    notes = NO_ANNOTATIONS.write(debate.find("ann.good"), "Is *it*?").mark(0)
    gone = Annotations(lost=(Lost("ann.old", "It was.", Annotation("Kept.", True)),))
    judged = judge(debate, NO_JUDGEMENTS)
    found = topics(sheet(written(debate, notes=notes.joined(gone), judged=judged))["rootTopic"])
    said = note(found[f"claim-{debate.find('ann.good')}"])
    for expected in (
        "Young 2001, ¶ 3 “good for us” <https://x.org/a#:~:text=good%20for%20us>",
        "Scheme: argument from expert opinion", "Weight: 0.5", "Credence: 0.25",
        "To discuss: For whom else?", "Note: Seen twice.\nNote: At least.", "Agrees with: Bo 1.1",
        "Verdict: falls, strength 0.25", "Reader's note: Is *it*?",
    ):  # fmt: skip
        assert expected in said
    assert found[f"claim-{debate.find('ann.good')}"]["labels"] == ["Support", "health"]
    assert "Marked" in found["claim-0"]["labels"]
    assert note(found["lost-0"]) == "Kept."
    assert "By these judgements: Go " in note(found["question-0"])
    extra = build({"one": {"claims": [{"claim": "A.", "extra": {"k": 1}}]}})
    assert lost(extra, "xmind") == ["1 extra field: left out; json and yaml have room"]


def test_numbers_parts_and_the_same_bytes() -> None:
    debate = load(KERCH)
    found = topics(sheet(written(debate, numbers="outline", depth=1, cites=False))["rootTopic"])
    assert found["claim-1"]["title"].startswith("I.A Trump")
    assert "Left out below: 2 claims" in note(found["claim-1"])
    assert "href" not in found["claim-1"]
    assert written(debate) == written(debate)
    long = build({"one": {"claims": [f"Claim {number}." for number in range(9_000)]}})
    assert len(list(get("xmind").write(long, Options()))) > 5


@pytest.mark.parametrize("text", MARKUP, ids=lambda text: ascii(text)[:30])
def test_text_is_inert(text: str) -> None:
    found = topics(sheet(written(filled(text, URLS[MARKUP.index(text) % len(URLS)])))["rootTopic"])
    assert found["claim-0"]["title"] == f"1 {plain(text)}"
    links = [topic["href"] for topic in found.values() if "href" in topic]
    allowed = ("xmind:#claim-", "https://a.b/", "https://example.org/")
    assert all(link.startswith(allowed) for link in links)


@pytest.mark.parametrize("debate", [hostile(), EMPTY], ids=["hostile", "empty"])
def test_whatever_breaks_layouts(debate: Debate) -> None:
    assert topics(sheet(written(debate))["rootTopic"])


def test_a_thousand_levels() -> None:
    claim: object = "The bottom."
    for level in range(1_000):
        claim = {"claim": f"Level {1_000 - level}.", "supports": [claim]}
    data = written(build({"one": {"claims": [claim]}}))
    text = zipfile.ZipFile(io.BytesIO(data)).read("content.json").decode()
    places = [text.index(f"Level {level}.") for level in range(1, 1_001)]
    assert places == sorted(places)
    assert text.count("{") == text.count("}") and text.count("[") == text.count("]")


@settings(max_examples=20, deadline=None)
@given(debates())
def test_every_debate_is_there_in_whole(debate: Debate) -> None:
    found = topics(sheet(written(debate, numbers="none"))["rootTopic"])
    for row, claim in enumerate(debate.claims):
        topic = found[f"claim-{row}"]
        assert topic["title"] == plain(debate.text(row))
        parent = found.get(f"claim-{claim.parent}") or found.get(f"side-{claim.position + 1}")
        assert parent and topic in below(parent)
        for more in (claim.scheme, claim.ask):
            assert plain(more or "") in note(topic)
