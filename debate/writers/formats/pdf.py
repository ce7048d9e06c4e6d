"""PDF: the debate typeset, to be printed, handed out or shown on a wall.

The pages are tagged for screen readers (PDF/UA-1), with bookmarks and fonts in the file. Its styles
are an outline of the whole, a handout for a class with room to write, and slides of one idea each.

Lost, and told: extra fields; on slides also schemes, weights, credences and tags.
"""

from __future__ import annotations

from collections.abc import Iterator

from debate.model import Debate
from debate.writers import Options, Writer
from debate.writers.paper import HELD, Paper

_STYLES = ("outline", "handout", "slides")

#: A slide has one idea; what else is said of a claim would be a second one.
_DETAILS = frozenset({"scheme", "weight", "credence", "tag"})
_ELSEWHERE = "left out of slides; the outline and the handout have it"


def write(debate: Debate, options: Options) -> Iterator[bytes]:
    """The debate as pages; raises NotInstalled where typst is missing."""
    from debate.writers.paper.sheets import sheets
    from debate.writers.paper.typeset import need_typst, pdf

    need_typst("PDF")
    paper = Paper(debate, options)
    if options.style == "slides":
        paper.tell(HELD - _DETAILS, dict.fromkeys(_DETAILS, _ELSEWHERE))
    else:
        paper.tell()
    yield pdf(f"{options.style or _STYLES[0]}.typ", sheets(paper), options)


WRITER = Writer("pdf", "PDF", ".pdf", write, _STYLES, binary=True)
