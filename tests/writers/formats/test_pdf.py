"""The pages: tagged, whole, the same each time, and nothing in them but text and links."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debate.files import load
from debate.model import Debate
from debate.model.annotations import NO_ANNOTATIONS, Annotation, Annotations, Lost
from debate.reasoning.evaluate import judge
from debate.reasoning.judgements import NO_JUDGEMENTS
from debate.writers import NUMBERS, NotInstalled, Options
from debate.writers.formats import pdf as module
from debate.writers.paper import typeset
from debate.writers.xml_text import plain
from tests.support.build import build
from tests.support.command import KERCH
from tests.support.command import run as command
from tests.support.hostile import EMPTY, hostile
from tests.support.markup import MARKUP, URLS, filled
from tests.support.office import lost, needs_poppler, pdf_text, squeezed
from tests.support.office import written as _written
from tests.support.pdfua import Tagged
from tests.support.strategies import debates
from tests.support.walking import everything

STYLES = module.WRITER.styles


def written(debate: Debate, **options: object) -> bytes:
    return _written(debate, "pdf", Options(**options))  # type: ignore[arg-type]


@pytest.fixture(scope="module", params=STYLES)
def kerch(request: pytest.FixtureRequest) -> tuple[str, bytes]:
    return request.param, written(load(KERCH), style=request.param)


def test_it_is_as_pdf_ua_asks(kerch: tuple[str, bytes]) -> None:
    style, data = kerch
    found = Tagged(data)
    assert found.problems == []
    debate = load(KERCH)
    assert str(found.pdf.docinfo["/Title"]) == debate.title
    assert str(found.pdf.Root.Lang) == "en"
    for side in debate.positions:
        assert side.title in found.bookmarks
    assert any(debate.text(0) in mark for mark in found.bookmarks)
    assert found.tags["Table"] == (style == "outline")
    assert len([address for address in found.addresses if "#:~:text=" in address]) > 80
    wide, high = map(float, found.pdf.pages[0].mediabox[2:])
    assert round(wide / high, 2) == (round(16 / 9, 2) if style == "slides" else 0.71)


@needs_poppler
def test_everything_is_on_the_pages(kerch: tuple[str, bytes]) -> None:
    style, data = kerch
    debate, text = load(KERCH), squeezed(pdf_text(data))
    for row, claim in enumerate(debate.claims):
        assert squeezed(debate.text(row)) in text
        for more in (claim.ask, *(cite.words for cite in claim.cite)):
            assert squeezed(more or "") in text
        if style != "slides":
            assert squeezed(claim.scheme or "") in text


def test_the_same_debate_gives_the_same_bytes(kerch: tuple[str, bytes]) -> None:
    style, data = kerch
    assert written(load(KERCH), style=style) == data
    assert b"/CreationDate" not in data


@needs_poppler
@pytest.mark.parametrize("style", STYLES)
def test_notes_and_verdicts(style: str) -> None:
    debate = everything()
    notes = NO_ANNOTATIONS.write(debate.find("ann.good"), "Is *it*?\nYes.").mark(0)
    gone = Annotations(lost=(Lost("ann.old", "It was.", Annotation("Kept.")),))
    judged = judge(debate, NO_JUDGEMENTS)
    text = squeezed(pdf_text(written(debate, style=style, notes=notes.joined(gone), judged=judged)))
    for said in (
        "Is *it*?", "Yes.", "ann.old: It was.", "Kept.", "★", "strength 0.", "Seen twice.",
        "By these judgements: ", "preponderance of the evidence", "Same claim as", "Ann 1.2",
        "Agrees with", "For whom else?", "No address.", "It is six o'clock.", "“good for us”",
    ):  # fmt: skip
        assert squeezed(said) in text, said


@needs_poppler
def test_a_handout_has_questions_to_answer_and_slides_one_idea_each() -> None:
    debate = everything()
    handout = squeezed(pdf_text(written(debate, style="handout")))
    for said in ("Before reading", "After reading", "My notes", "Is the person really an expert"):
        assert squeezed(said) in handout
    pages = pdf_text(written(debate, style="slides")).split("\f")
    for row in range(len(debate.claims)):
        assert sum(squeezed(debate.text(row)) in squeezed(page) for page in pages)
    assert len(pages) > len(debate.claims)


@needs_poppler
@pytest.mark.parametrize("lines", [0, 1, 2, 3])
def test_a_handout_keeps_a_claim_and_its_box_on_one_page(lines: int) -> None:
    asked = {"claim": "Said.", "ask": "Asked?", "note": "Noted.", "tags": ["Tagged"]}
    side = {"note": "Filled.\n" * lines, "claims": [asked] * 30}
    pages = pdf_text(written(build({"one": side}), style="handout")).split("\f")
    assert len([page for page in pages if "Said." in page]) > 3
    for page in pages:
        assert page.count("Said.") == page.count("Tagged") == page.count("Asked?")


@needs_poppler
def test_numbers_and_parts() -> None:
    text = squeezed(pdf_text(written(load(KERCH), numbers="outline", sides=("aslund",), depth=1)))
    assert "I.ASupport." in text
    assert "DanielFried" not in text
    assert "Leftoutbelow:1claim" in text
    bare = squeezed(pdf_text(written(load(KERCH), numbers="none", cites=False)))
    assert "1.1" not in bare
    assert "Sen2018" not in bare


def test_what_slides_leave_out_is_told() -> None:
    claim = {"claim": "A.", "weight": 0.5, "tags": ["x", "y"], "extra": {"k": 1}}
    debate = build({"one": {"claims": [claim]}})
    assert lost(debate, "pdf") == ["1 extra field: left out; json and yaml have room"]
    said = "left out of slides; the outline and the handout have it"
    assert lost(debate, "pdf", style="slides")[:2] == [f"1 weight: {said}", f"2 tags: {said}"]


def test_a_character_that_no_font_has_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    debate = build({"one": {"claims": ["A \N{ROCKET} and \u6f22, é ≠ א."]}})
    fonts = typeset._fonts(False)
    monkeypatch.setattr(typeset, "_fonts", lambda system: fonts)  # a machine with no others
    told = ["2 characters: no font here has it; written as \ufffd"]
    assert lost(debate, "pdf") == told
    assert lost(debate, "png") == told
    assert Tagged(written(debate)).problems == []


@pytest.mark.parametrize("style", STYLES)
def test_whatever_breaks_layouts(style: str) -> None:
    assert Tagged(written(EMPTY, style=style)).problems == []
    data = written(hostile(), style=style, numbers="none")
    if style == "outline":  # of the others there are hundreds of pages
        assert Tagged(data).problems == []


@needs_poppler
@pytest.mark.parametrize("text", [t for t in MARKUP if len(t) < 999], ids=lambda t: ascii(t)[:30])
def test_text_is_inert(text: str) -> None:
    number = MARKUP.index(text)
    data = written(filled(text, URLS[number % len(URLS)]), style=STYLES[number % len(STYLES)])
    found = Tagged(data)
    assert found.problems == []
    assert all(a.startswith(("https://a.b/", "https://example.org/")) for a in found.addresses)
    if plain(text).isascii():
        assert squeezed(pdf_text(data)).count(squeezed(plain(text))) > 10


@needs_poppler
@pytest.mark.parametrize(
    "text", ['#read("/etc/passwd")', "#let x = 1", "$ x $", "\\input{x}", "@a"]
)
def test_typst_and_latex_are_text(text: str) -> None:
    for style in STYLES:
        assert squeezed(pdf_text(written(filled(text), style=style))).count(squeezed(text)) > 10


@pytest.mark.parametrize("style", STYLES)
def test_a_link_whose_words_are_not_to_be_seen(style: str) -> None:
    recommended = {"question": "q", "option": "a", "claim": "x", "id": "it"}
    sides: dict[str, Any] = {
        "ann": {"short": "\xad", "recommendations": [recommended]},
        "bo": {"claims": [{"claim": "y", "clashes_with": ["ann.it"]}]},
    }
    questions = {"q": {"ask": "?", "options": {"a": "\xad", "b": "B"}}}
    debate = build(sides, questions=questions)
    assert Tagged(written(debate, style=style)).problems == []


def test_a_thousand_levels() -> None:
    claim: object = "The bottom."
    for level in range(1_000):
        claim = {"claim": f"Level {1_000 - level}.", "supports": [claim]}
    found = Tagged(written(build({"one": {"claims": [claim]}})))
    assert found.problems == []


@settings(max_examples=10, deadline=None)
@given(debates(), st.sampled_from(STYLES), st.sampled_from(NUMBERS))
def test_every_debate_can_be_printed(debate: Debate, style: str, numbers: str) -> None:
    assert Tagged(written(debate, style=style, numbers=numbers)).problems == []


def test_without_typst_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(typeset, "find_spec", lambda name: None)
    for name in ("pdf", "png"):
        with pytest.raises(NotInstalled, match=r"pip install 'debate\[pdf\]'"):
            _written(EMPTY, name)
    assert importlib.util.find_spec("typst")


def test_the_command(tmp_path: Path) -> None:
    out = tmp_path / "talk.pdf"
    done = command("export", str(KERCH), "--style", "slides", "-o", str(out))
    assert done.returncode == 0
    assert out.read_bytes().startswith(b"%PDF-1.7")
    assert "not in PDF: 30 schemes, 41 tags: left out of slides" in done.stderr
    assert command("export", str(KERCH), "--to", "pdf", "--style", "poster").returncode == 2
