"""A claim as one takes it along: what is said, by whom, and where that is to be read."""

from __future__ import annotations

from debate.model import Citation, Debate
from debate.model.fragment import cited, link
from debate.model.text import one_line


def quotation(debate: Debate, row: int) -> str:
    """The claim with its number, its citations, and their addresses; a few lines of plain text."""
    claim = debate.claims[debate.meant(row)]
    lines = [f"{debate.label(row)}: {debate.text(row)}"]
    for citation in claim.cite:
        words = f" “{citation.words}”" if citation.words else ""
        lines.append(f"  {cited(debate, citation)}{words}")
        if url := address(debate, citation):
            lines.append(f"  {url}")
    return "\n".join(
        one_line(line) if not line.startswith(" ") else f"  {one_line(line)}" for line in lines
    )


def address(debate: Debate, citation: Citation) -> str | None:
    """The web address of the cited words; None where the source has none that is http or https."""
    source = debate.sources.get(citation.source)
    return link(source, citation) if source else None
