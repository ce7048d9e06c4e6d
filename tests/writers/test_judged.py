"""Whatever shows verdicts on paper says first what was judged."""

from __future__ import annotations

import importlib.util
import io
import zipfile

import pytest

from debate.model import Debate
from debate.reasoning.evaluate import judge
from debate.reasoning.judgements import NO_JUDGEMENTS, Judgements
from debate.writers import Options
from debate.writers.formats import pdf
from debate.writers.judged import TITLE
from tests.support.markup import MARKUP, filled
from tests.support.office import needs_poppler, pdf_text, squeezed, written
from tests.support.walking import everything

PAPERS = [("docx", "word/document.xml"), ("xmind", "content.json"), ("canvas", "")]
FOLLOW = "follow from the judgements of a reader"


def text(debate: Debate, name: str, inside: str, found: Judgements) -> str:
    data = written(debate, name, Options(judged=judge(debate, found)))
    if inside:
        data = zipfile.ZipFile(io.BytesIO(data)).read(inside)
    return data.decode()


@pytest.mark.parametrize(("name", "inside"), PAPERS)
def test_documents_and_maps_say_what_was_judged(name: str, inside: str) -> None:
    debate = everything()
    row = debate.find("ann.good")
    said = text(debate, name, inside, Judgements().reject(row).weigh(row, 0))
    assert TITLE in said
    assert FOLLOW in said
    assert said.index("rejected, beside the point") < said.index("Bo Peep")
    assert f"Ann 1.2: {debate.text(row)}"[:20] in said
    bare = text(debate, name, inside, NO_JUDGEMENTS)
    assert "the arguments alone" in bare
    assert "rejected" not in bare


@needs_poppler
@pytest.mark.skipif(not importlib.util.find_spec("typst"), reason="needs typst")
@pytest.mark.parametrize("style", pdf.WRITER.styles)
def test_pages_say_what_was_judged(style: str) -> None:
    debate = filled(MARKUP[0])
    judged = judge(debate, Judgements().reject(0))
    said = squeezed(pdf_text(written(debate, "pdf", Options(style=style, judged=judged))))
    assert squeezed(FOLLOW) in said
    at = said.index("rejected:")
    assert squeezed(debate.text(0)) in said[at : said.index("Verdict", at) + 1]
