"""The document: what Word makes of it, as far as this can be known without Word."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest
from docx.document import Document
from hypothesis import given, settings
from openxml_audit import OpenXmlValidator

from debate.files import load
from debate.model import Debate
from debate.model.annotations import NO_ANNOTATIONS, Annotation, Annotations, Lost
from debate.reasoning.evaluate import judge
from debate.reasoning.judgements import NO_JUDGEMENTS
from debate.writers import Options, get
from debate.writers.xml_text import plain
from tests.support.build import build
from tests.support.command import KERCH
from tests.support.hostile import EMPTY, hostile
from tests.support.markup import MARKUP, URLS, filled
from tests.support.office import lost, needs_libreoffice, needs_poppler, pdf_text, squeezed, to_pdf
from tests.support.office import written as _written
from tests.support.strategies import debates
from tests.support.walking import everything

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def written(debate: Debate, **options: object) -> bytes:
    return _written(debate, "docx", Options(**options))  # type: ignore[arg-type]


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def part(data: bytes, name: str) -> ElementTree.Element:
    return ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def said(element: ElementTree.Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def links(data: bytes, name: str) -> list[str]:
    relations = part(data, f"word/_rels/{name}.xml.rels")
    return [r.get("Target", "") for r in relations if r.get("TargetMode") == "External"]


def audited(data: bytes, folder: Path) -> list[str]:
    path = folder / "audited.docx"
    path.write_bytes(data)
    found = OpenXmlValidator().validate(path)
    return [f"{error.part_uri}: {error.description}" for error in found.errors]


@pytest.fixture(scope="module")
def kerch() -> bytes:
    return written(load(KERCH))


def test_sections_are_headings_and_so_are_claims_by_their_depth(kerch: bytes) -> None:
    debate = load(KERCH)
    found = [
        (int(p.style.name[-1]), p.text)
        for p in opened(kerch).paragraphs
        if p.style is not None and p.style.name and p.style.name.startswith("Heading")
    ]
    sections = [text for level, text in found if level == 1]
    sides = [side.title for side in debate.positions]
    assert sections == [
        "The sides compared", *sides, "Background", "Common ground", "Clashes", "Outcome", "Sources"
    ]  # fmt: skip
    claims = [(level, text) for level, text in found if level > 1]
    assert len(claims) == len(debate.claims)
    for row, (level, text) in enumerate(claims):
        assert level == debate.claims[row].depth + 2
        assert text.endswith(debate.text(row))


def test_each_side_is_numbered_by_a_list_that_begins_anew(kerch: bytes) -> None:
    debate = load(KERCH)
    lists: dict[str, list[int]] = {}
    for paragraph in part(kerch, "word/document.xml").iter(f"{W}p"):
        number = paragraph.find(f"{W}pPr/{W}numPr")
        if number is not None:
            level, id = number.find(f"{W}ilvl"), number.find(f"{W}numId")
            assert level is not None and id is not None
            lists.setdefault(id.get(f"{W}val", ""), []).append(int(level.get(f"{W}val", "")))
    sides = [*map(debate.side, range(len(debate.positions))), debate.background]
    assert list(lists.values()) == [[debate.claims[r].depth for r in rows] for rows in sides]
    numbering = part(kerch, "word/numbering.xml")
    linked = [style.get(f"{W}val") for style in numbering.iter(f"{W}pStyle")]
    assert linked == [f"Heading{level}" for level in range(2, 10)]
    anew = {n.get(f"{W}numId") for n in numbering if n.find(f"{W}lvlOverride") is not None}
    assert set(lists) <= anew


def test_citations_are_footnotes_that_open_the_cited_words(kerch: bytes) -> None:
    debate = load(KERCH)
    cites = [claim.cite for claim in debate.claims if claim.cite]
    assert debate.outcome and debate.outcome.cite
    cites.append(debate.outcome.cite)
    separators: list[ElementTree.Element] = []
    notes: list[ElementTree.Element] = []
    for note in part(kerch, "word/footnotes.xml"):
        (separators if note.get(f"{W}type") else notes).append(note)
    assert [note.get(f"{W}type") for note in separators] == ["separator", "continuationSeparator"]
    assert len(notes) == len(cites)
    for note, places in zip(notes, cites, strict=True):
        for citation in places:
            assert (citation.words or "") in said(note)
    references = part(kerch, "word/document.xml").iter(f"{W}footnoteReference")
    ids = [reference.get(f"{W}id") for reference in references]
    assert ids == [note.get(f"{W}id") for note in notes] == [str(n + 1) for n in range(len(ids))]
    targets = links(kerch, "footnotes")
    assert len([target for target in targets if "#:~:text=" in target]) > 80
    assert all(target.startswith("https://www.atlanticcouncil.org/") for target in targets)


def test_what_meets_is_linked_within_the_document(kerch: bytes) -> None:
    document = part(kerch, "word/document.xml")
    marks = [mark.get(f"{W}name") for mark in document.iter(f"{W}bookmarkStart")]
    anchors = [link.get(f"{W}anchor") for link in document.iter(f"{W}hyperlink")]
    assert len(marks) == len(set(marks)) > 10
    assert {anchor for anchor in anchors if anchor} <= set(marks)


def test_the_comparison_stands_at_the_beginning(kerch: bytes) -> None:
    document = opened(kerch)
    [table] = document.tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["Question", "Fried", "Åslund", "O'Toole"]
    assert rows[1][1].startswith("Meet, on 1 condition\nOnly if: Trump is willing")
    assert rows[1][3] == "Silent"
    assert "Options: More sanctions, Other tools" in rows[2][0]
    assert document.core_properties.title == load(KERCH).title


def test_many_sides_stand_below_each_other() -> None:
    side = {"recommendations": [{"question": "q", "option": "a", "claim": "Do."}]}
    asked = {"ask": "What?", "options": {"a": "A", "b": "B"}}
    many = build({f"s{n}": side for n in range(9)}, questions={"q": asked, "r": asked})
    [table] = opened(written(many)).tables
    assert [[cell.text for cell in row.cells] for row in table.rows][:2] == [
        ["Side", "What?", "What?"], ["s0", "A", "Silent"]
    ]  # fmt: skip
    assert len(table.rows) == 10


def test_nothing_of_a_claim_is_missing() -> None:
    debate = everything()
    notes = NO_ANNOTATIONS.write(debate.find("ann.good"), "Is *it*?\nYes.").mark(0)
    gone = Annotations(lost=(Lost("ann.old", "It was.", Annotation("Kept.", True)),))
    data = written(debate, notes=notes.joined(gone), judged=judge(debate, NO_JUDGEMENTS))
    text = said(part(data, "word/document.xml"))
    for expected in (
        "Standard of proof: preponderance of the evidence", "By these judgements: Go ",
        "★ Recommendation (Go): We should go.", "Scheme: argument from expert opinion",
        "Weight: 0.5", "Credence: 0.25", "Tags: health", "To discuss: For whom else?",
        "Note: Seen twice.", "At least.", "Undercut: Nobody asked.", "Co-premise: We want",
        "Same claim as: Ann 1.2", "Agrees with: Bo 1.1", "Clashes with: Bo 1, Bo 1.1",
        "Verdict: stands, strength 0.", "Reader’s note: Is *it*?", "ann.old: It was.", "Kept.",
        "Cy Young (2001): On walks. https://x.org/a", "No address.", "It is six o'clock.",
    ):  # fmt: skip
        assert expected in text
    assert "Young 2001, ¶ 3, “good for us”." in said(part(data, "word/footnotes.xml"))


def test_parts_and_numbers_as_they_are_asked_for() -> None:
    debate = load(KERCH)
    some = written(debate, sides=("fried",), depth=1, cites=False, numbers="none")
    text = said(part(some, "word/document.xml"))
    assert "Anders" not in text
    assert "Left out below: 2 claims" in text
    assert not list(part(some, "word/document.xml").iter(f"{W}footnoteReference"))
    assert not list(part(some, "word/document.xml").iter(f"{W}numPr"))
    assert not list(part(some, "word/styles.xml").iter(f"{W}numPr"))
    assert "Same claim as: Fried: “" in said(
        part(written(debate, numbers="none"), "word/document.xml")
    )


def test_what_is_lost_is_told() -> None:
    claim = {"claim": "A.", "extra": {"a": 1, "b": 2}}
    many = {"claim": "B.", "supports": ["C."] * 30}
    debate = build({"one": {"claims": [claim, many]}})
    assert lost(debate, "docx", numbers="outline") == [
        "2 extra fields: left out; json and yaml have room",
        "3 outline numbers: past AA, counted as Word does: BB, CC for AB, AC",
    ]


def test_the_same_debate_gives_the_same_bytes_in_pieces(kerch: bytes) -> None:
    assert written(load(KERCH)) == kerch
    long = build({"one": {"claims": [f"Claim {number}." for number in range(9_000)]}})
    assert len(list(get("docx").write(long, Options()))) > 10


@pytest.mark.parametrize("numbers", ["decimal", "outline", "none"])
def test_the_schemas_of_office_hold(numbers: str, tmp_path: Path) -> None:
    assert audited(written(everything(), numbers=numbers), tmp_path) == []


@pytest.mark.parametrize("debate", [hostile(), EMPTY], ids=["hostile", "empty"])
def test_they_hold_for_whatever_breaks_documents(debate: Debate, tmp_path: Path) -> None:
    data = written(debate)
    assert audited(data, tmp_path) == []
    assert opened(data).paragraphs


@pytest.mark.parametrize("text", MARKUP, ids=lambda text: ascii(text)[:30])
def test_text_is_inert(text: str, tmp_path: Path) -> None:
    data = written(filled(text, URLS[MARKUP.index(text) % len(URLS)]))
    document = part(data, "word/document.xml")
    assert plain(text) in said(document)
    kinds = {element.tag.rpartition("}")[2] for element in document.iter()}
    assert not {"fldChar", "instrText", "object", "drawing", "altChunk", "fldSimple"} & kinds
    for name in ("document", "footnotes"):
        assert all(re.match("https://(a.b|example.org)/", to) for to in links(data, name))
    if MARKUP.index(text) < len(URLS):
        assert audited(data, tmp_path) == []


def test_a_thousand_levels() -> None:
    claim: object = "The bottom."
    for level in range(1_000):
        claim = {"claim": f"Level {1_000 - level}.", "supports": [claim]}
    text = said(part(written(build({"one": {"claims": [claim]}})), "word/document.xml"))
    places = [text.index(f"Level {level}.") for level in range(1, 1_001)]
    assert places == sorted(places)
    assert "…1.1.1.1 (level 1001) Support: The bottom." in text


@settings(max_examples=8, deadline=None)
@given(debates())
def test_every_debate_is_there_in_whole(debate: Debate) -> None:
    data = written(debate)
    text = squeezed(said(part(data, "word/document.xml")))
    for row, claim in enumerate(debate.claims):
        assert squeezed(plain(debate.text(row))) in text
        for more in (claim.scheme, claim.ask, *claim.tags, *(claim.note or "").split("\n")):
            assert squeezed(plain(more or "")) in text
    assert opened(data).core_properties.title == plain(debate.title)
    assert written(debate) == data


@needs_libreoffice
@needs_poppler
def test_libreoffice_prints_texts_numbers_and_footnotes(kerch: bytes, tmp_path: Path) -> None:
    debate = load(KERCH)
    decimal, outline = tmp_path / "decimal.docx", tmp_path / "outline.docx"
    decimal.write_bytes(kerch)
    outline.write_bytes(written(debate, numbers="outline"))
    one, other = map(squeezed, map(pdf_text, to_pdf(tmp_path, decimal, outline)))
    for row, claim in enumerate(debate.claims[:12]):
        assert f"{debate.number(row)}{claim.role.capitalize()}" in one
    assert "I.A.1Objection:Trump'srecord" in other
    for text in ("“track record doesn’t lead to confidence”", "Sen 2018, ¶ 19", debate.title):
        assert squeezed(text) in one
    assert squeezed("1 Recommendation (Don't meet):") in one  # each side begins anew
    assert "IIIThesis:Trumpneeds" in other
