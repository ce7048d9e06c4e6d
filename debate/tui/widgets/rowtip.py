"""What the cells of a row of the outline stand for, said to whoever points at one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from debate.model.text import one_line
from debate.tui.pages.glossary import of_role, of_sign, of_verdict
from debate.tui.pages.own import MARK, NOTE

if TYPE_CHECKING:
    from debate.tui.widgets.line import LineMaker

#: Cells at the end of a text that is cut, which are pointed at by whoever wants all of it.
_END = 3


def row_tip(lines: LineMaker, row: int, x: int) -> str:
    """The tip for cell ``x`` of a row's line; "" where nothing is short for anything."""
    debate = lines.debate
    left, text, right = lines.parts(row)
    _, _, marker, glyph, number = (segment.cell_length for segment in left)
    start = sum(segment.cell_length for segment in left)
    role = debate.claims[row].role
    if x < start - number - glyph - marker:
        return ""
    if x < start - number - glyph:
        return _fold(lines, row)
    if x < start - number:
        return of_role(role)
    if x < start:
        return f"{role.value} {debate.label(row)}" if "…" in left[-1].text else ""
    end = lines.width - sum(segment.cell_length for segment in right)
    if x < end:
        return _text(lines, row, text, x - start)
    for segment in right:
        end += segment.cell_length
        if x < end:
            return _right(lines, row, segment.text.strip())
    return ""


def _fold(lines: LineMaker, row: int) -> str:
    if not lines.folds.has_replies(row):
        return ""
    if lines.folds.is_folded(row):
        return f"folded: {lines.folds.beneath(row):,} more beneath; a click unfolds"
    return "a click folds what is beneath"


def _text(lines: LineMaker, row: int, text: str, x: int) -> str:
    if text.startswith("↪") and x < 1:
        return of_sign("↪", "muted")
    if text.endswith("…") and len(text) - _END <= x:
        return one_line(lines.debate.text(row))
    return ""


def _right(lines: LineMaker, row: int, said: str) -> str:
    """What one of the signs and words after the text means."""
    debate, word = lines.debate, said.split(" ")[-1]
    if word in ("=", "≠"):
        links = debate.links(row)
        others = ", ".join(
            debate.label(n) for n in (links.agrees if word == "=" else links.clashes)
        )
        meaning = of_sign(word, "support" if word == "=" else "objection")
        return f"{meaning}: {others}"
    if word == NOTE and lines.noting:
        return f"your note: {lines.noting.of(row).note}"
    if word == MARK:
        return of_sign(MARK, "mark")
    if word == "more":
        return _fold(lines, row)
    return of_verdict(word)
