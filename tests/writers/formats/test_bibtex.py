"""The references, as BibTeX and as CSL-JSON: pandoc reads both, and finds the same in them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debate.files import load
from debate.model import Debate
from debate.model.text import one_line
from debate.writers import Options, export, get
from debate.writers.losses import Losses
from tests.support.build import build
from tests.support.command import KERCH
from tests.support.hostile import EMPTY
from tests.support.markup import MARKUP, URLS, filled
from tests.support.strategies import line

needs_pandoc = pytest.mark.skipif(not shutil.which("pandoc"), reason="needs pandoc")

SOURCES = {
    "lee": {
        "title": "On {walks} & 100% of _them_: a~b^c #1 $x$ \\input{/etc/passwd}",
        "author": "Ann Lee and Bo van Dam",
        "publisher": "Press & Sons",
        "date": "2018-11-26",
        "url": "https://example.org/a_b?x=1&y=%20#z",
    },
    "Lee": {"title": "The NATO summit", "author": "Ministry of Health and Sport", "date": "2019"},
    "old": {"title": "Undated", "author": "King, Martin Luther, Jr.", "date": "spring 1963"},
}


def pandoc(text: str, *arguments: str) -> str:
    done = subprocess.run(
        ["pandoc", *arguments], input=text.encode(), capture_output=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr.decode()) == (0, "")
    return done.stdout.decode()


def from_bibtex(text: str) -> dict[str, Any]:
    return {item["id"]: item for item in json.loads(pandoc(text, "-f", "bibtex", "-t", "csljson"))}


def plain(text: str) -> str:
    """A title as pandoc has it, without what keeps capitals, and with straight quotes."""
    text = re.sub(r'<span class="nocase">|</span>', "", text)
    return text.translate(str.maketrans("’‘`“”", "'''\"\""))


def debate(sources: dict[str, Any] = SOURCES) -> Debate:
    return build({"one": {"claims": ["x", "y"]}}, sources=sources)


def test_the_entries_of_the_bundled_debate() -> None:
    assert export(load(KERCH), "bibtex").split("\n\n")[1] == (
        "@misc{sen-2018,\n"
        "  author = {Sen, Ashish Kumar},\n"
        "  title = {Is another {Trump-Putin} meeting a good idea?},\n"
        "  howpublished = {Atlantic Council, New Atlanticist},\n"
        "  date = {2018-11},\n"
        "  year = {2018},\n"
        "  month = nov,\n"
        "  url = {https://www.atlanticcouncil.org/blogs/new-atlanticist/"
        "is-another-trump-putin-meeting-a-good-idea}\n"
        "}"
    )
    assert json.loads(export(load(KERCH), "csl"))[1] == {
        "id": "otoole-2018",
        "type": "webpage",
        "title": "Beware the lure of sanctions for Russia's latest aggression",
        "author": [{"family": "O'Toole", "given": "Brian"}],
        "container-title": "Atlantic Council, New Atlanticist",
        "issued": {"date-parts": [[2018, 11, 26]]},
        "URL": "https://www.atlanticcouncil.org/blogs/new-atlanticist/"
        "beware-the-lure-of-sanctions-for-russia-s-latest-aggression/",
    }


def test_csl_has_names_dates_and_what_has_no_parts() -> None:
    lee, ministry, old = json.loads(export(debate(), "csl"))
    dam = {"family": "Dam", "given": "Bo", "non-dropping-particle": "van"}
    assert lee["author"] == [{"family": "Lee", "given": "Ann"}, dam]
    assert (lee["id"], ministry["id"]) == ("lee", "Lee-2")
    assert ministry["author"] == [{"literal": "Ministry of Health and Sport"}]
    assert ministry["type"] == "document"
    assert old["issued"] == {"literal": "spring 1963"}
    assert old["author"] == [{"family": "King", "given": "Martin Luther", "suffix": "Jr."}]


@needs_pandoc
def test_pandoc_reads_the_same_in_bibtex() -> None:
    found = from_bibtex(export(debate(), "bibtex"))
    assert list(found) == ["lee", "Lee-2", "old"] or set(found) == {"lee", "Lee-2", "old"}
    lee = found["lee"]
    assert plain(lee["title"]).lower() == SOURCES["lee"]["title"].lower()
    assert [name["family"] for name in lee["author"]] == ["Lee", "Dam"]
    assert lee["issued"] == {"date-parts": [[2018, 11, 26]]}
    assert lee["URL"] == SOURCES["lee"]["url"]
    assert lee["publisher"] == "Press & Sons"
    assert found["Lee-2"]["author"] == [{"literal": "Ministry of Health and Sport"}]
    assert "NATO" in found["Lee-2"]["title"]


@needs_pandoc
def test_pandoc_cites_from_csl() -> None:
    text = pandoc(export(debate(), "csl"), "-f", "csljson", "-t", "plain", "--citeproc")
    assert "Ministry of Health and Sport" in text
    assert "The NATO Summit" in text or "The NATO summit" in text


@needs_pandoc
def test_every_text_is_text() -> None:
    texts = [text for text in MARKUP if one_line(text) and len(text) < 1_000]
    sources = {
        f"s{at}": {"title": text, "author": f"The {text}", "publisher": text}
        for at, text in enumerate(texts)
    }
    whole = export(debate(sources), "bibtex")
    found = from_bibtex(whole)
    for at, text in enumerate(texts):
        title = re.sub(r"\s+", " ", plain(found[f"s{at}"]["title"]))
        assert squeezed(title) == squeezed(plain(one_line(text)))
    for item in json.loads(export(debate(sources), "csl")):
        assert not re.search("</?(?:i|b|sup|sub|span)[ >]", item["title"])


def squeezed(text: str) -> str:
    """Without blanks, and with dashes and dots as they are typed."""
    text = text.replace("\xa0", " ").replace("—", "---").replace("–", "--").replace("…", "...")
    return re.sub(r"\s+", "", text).lower()  # pandoc begins titles with a capital


def test_braces_are_even_and_nothing_is_a_command() -> None:
    ours = {"textbackslash", "textbraceleft", "textbraceright", "textasciitilde",
            "textasciicircum"}  # fmt: skip
    for text in (*MARKUP, "\\input{x}", "{{{", "}}}", "\\end{document}", "%", "a\\"):
        whole = export(filled(text, URLS[1]), "bibtex")
        depth = 0
        for brace in re.findall("[{}]", whole):
            depth += 1 if brace == "{" else -1
            assert depth >= 0
        assert depth == 0
        assert set(re.findall(r"\\([a-zA-Z]+)", whole)) <= ours
        assert "\x1b" not in whole


@needs_pandoc
@settings(max_examples=5)
@given(st.lists(st.tuples(line, line, line), min_size=20, max_size=40))
def test_pandoc_reads_any_source(texts: list[tuple[str, str, str]]) -> None:
    sources = {
        f"s{at}": {"title": title, "author": author, "publisher": publisher}
        for at, (title, author, publisher) in enumerate(texts)
    }
    assert set(from_bibtex(export(debate(sources), "bibtex"))) == set(sources)
    json.loads(export(debate(sources), "csl"))


def test_what_is_left_out_is_told() -> None:
    losses = Losses()
    whole = debate({"s": {"title": "x", "url": "javascript:alert(1)"}})
    written = "".join(get("bibtex").write(whole, Options(losses=losses)))
    assert "javascript" not in written
    assert list(losses.lines()) == [
        "2 claims: left out with all that is not a source, for the format holds references alone",
        "1 unfit link: left out, for no browser may be sent there",
    ]


def test_the_empty_debate() -> None:
    assert json.loads(export(EMPTY, "csl")) == []
    assert export(EMPTY, "bibtex").startswith("%")
