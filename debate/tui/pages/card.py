"""One claim as a card: whose it is, what it says on its own ground, and where that is said."""

from __future__ import annotations

from textual.content import Content

from debate.model import Debate
from debate.model.fragment import cited
from debate.model.text import one_line
from debate.tui.pages.sheet import Sheet
from debate.tui.pages.target import Cite, Walk
from debate.tui.pages.words import shown


def write_card(sheet: Sheet, debate: Debate, row: int, *, low: bool = False) -> None:
    """Write the card of a row; ``low`` saves blank lines."""
    claim, meant = debate.claims[row], debate.claims[debate.meant(row)]
    role = claim.role
    head = Content.assemble(
        (f"{role.glyph} {role.connective or role.capitalize()}  ", role.value),
        (debate.label(row), "strong"),
    )
    sheet.line(head, target=Walk(row))
    bar = Content.styled("┃  ", role.value)
    text = Sheet(sheet.width - bar.cell_length - 1)
    text.write(Content.styled(one_line(shown(debate, row)), "claim"), most=12)
    blank = [] if low else [Content.empty()]
    for line in [*blank, *text.lines, *blank]:
        whole = bar + line
        filled = whole.pad_right(max(0, sheet.width - whole.cell_length))
        sheet.line(filled.stylize_before("panel"))
    for number, citation in enumerate(meant.cite):
        words = (f"  “{one_line(citation.words)}”", "muted") if citation.words else ""
        said = Content.assemble(one_line(cited(debate, citation)), words)
        sheet.write(said, lead="   ", most=2, target=Cite(row, number))
