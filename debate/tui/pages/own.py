"""What the reader wrote: signs of marks and notes, a note on its claim's page, all in a list."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from textual.content import Content

from debate.model.annotations import Annotation, Lost
from debate.model.text import many_lines, one_line
from debate.tui.noting import Noting
from debate.tui.pages.sheet import Sheet
from debate.tui.pages.target import Walk
from debate.tui.pages.words import count, heading

MARK, NOTE = "★", "✎"

#: Lines of a note, and of its claim, that the list shows.
_NOTE_LINES, _CLAIM_LINES = 4, 2


@dataclass(slots=True, frozen=True)
class Gone:
    """Where a spot on the list leads that is about a claim which is no longer there."""

    lost: Lost


def write_note(sheet: Sheet, note: str, lead: str = "  ", most: int | None = None) -> None:
    """A note under its own heading, or with ``most`` its first lines, told apart by a bar."""
    if most is None:
        sheet.line(Content.styled(f"{NOTE} Your note", "note"))
    bar = Content.assemble(lead, ("▏ ", "note"))
    lines = [line for line in many_lines(note).split("\n") if line.strip() or most is None]
    text = Sheet(sheet.width - bar.cell_length)
    for line in lines[:most]:
        text.write(Content(line.expandtabs(4)), most=None if most is None else 2)
    sheet.lines += [bar + line for line in text.lines]
    if most is not None and len(lines) > most:
        more = count(len(lines) - most, "line")
        sheet.line(Content.assemble(bar, (f"and {more} more", "muted")))


def notes_page(noting: Noting, width: int) -> Sheet:
    """All marks and notes by side, in reading order; then those whose claims are gone."""
    page = Sheet(width)
    annotations, debate = noting.annotations, noting.debate
    if not annotations:
        page.blank()
        page.write(Content("You have marked nothing and noted nothing yet."))
        page.blank()
        page.write(
            Content.styled("In the walk, * marks a claim and N writes a note on it.", "muted")
        )
        return page
    side = -2
    for row in sorted(annotations.rows):
        claim = debate.claims[row]
        if claim.position != side:
            side = claim.position
            heading(page, "Background" if side < 0 else debate.positions[side].title)
        lead = Content.styled(f"{claim.role.glyph} ", claim.role.value)
        text = one_line(debate.text(row)) or "(no text)"
        said = Content.assemble((f"{debate.number(row)}  ", "muted"), text)
        _entry(page, lead, said, annotations.of(row), Walk(row))
    for number, lost in enumerate(annotations.lost):
        if not number:
            heading(page, "The claim is no longer there")
        said = Content.styled(one_line(lost.claim or "(what it said is not known)"), "muted")
        said = Content.assemble((f"{one_line(lost.name)}  ", "muted"), said)
        _entry(page, Content.styled("· ", "muted"), said, lost.annotation, Gone(lost))
    page.blank()
    return page


def _entry(
    page: Sheet, lead: Content, said: Content, annotation: Annotation, target: Hashable
) -> None:
    """A claim, and what is written on it, as one spot."""
    top = len(page.lines)
    sign = Content.assemble((f"{MARK} " if annotation.marked else "  ", "mark"), lead)
    page.write(said, lead=sign, most=_CLAIM_LINES)
    if annotation.note:
        write_note(page, annotation.note, "    ", _NOTE_LINES)
    page.mark(target, top)


def told(noting: Noting) -> str:
    """How many marks and notes there are: "2 marks, 1 note"."""
    return ", ".join(_told(noting))


def _told(noting: Noting) -> Iterator[str]:
    annotations = noting.annotations
    if annotations.marked:
        yield count(len(annotations.marked), "mark")
    if annotations.noted:
        yield count(len(annotations.noted), "note")
    if annotations.lost:
        yield f"{len(annotations.lost):,} on claims that are gone"
