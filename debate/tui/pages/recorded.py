"""The record of a class, on the screen: the same as on the page that is written."""

from __future__ import annotations

from textual.content import Content

from debate.lessons import summary
from debate.lessons.record import PHASE_TITLES, Item, Record
from debate.lessons.votes import division_word, latest, most_divisive
from debate.tui.pages import counts
from debate.tui.pages.lesson import shifted
from debate.tui.pages.sheet import Sheet
from debate.tui.pages.words import heading


def record_page(record: Record, width: int) -> Sheet:
    """All of a record."""
    sheet = Sheet(width)
    sheet.blank()
    sheet.write(Content.styled(record.debate, "title"))
    for fact in (summary.when(record), summary.who(record), summary.plan(record)):
        if fact:
            sheet.write(Content.styled(fact, "muted"))
    for title, items in (("Questions", record.questions), ("Claims", record.claims)):
        if items:
            heading(sheet, title)
        for item in items:
            _item(sheet, record, item)
    if divided := most_divisive(record):
        heading(sheet, "What divided the class most")
    for item, number in divided:
        sheet.write(Content.assemble((f"{item.label}  ", "muted"), item.text), most=2)
        counts.stack(sheet, item, latest(record, item.id) or {})
        sheet.write(Content.styled(f"{division_word(number)}  {number:.2f}", "accent"))
        sheet.blank()
    if record.questions and record.claims:
        _findings(sheet, record)
    if record.notes:
        heading(sheet, "Notes")
    for note in record.notes:
        lead = Content.styled(f"{summary.hour(note.at)} {PHASE_TITLES[note.phase]:<11}", "muted")
        sheet.write(Content(note.text), lead=lead)
    sheet.blank()
    return sheet


def _item(sheet: Sheet, record: Record, item: Item) -> None:
    lead = Content.styled(f"{item.label}  " if item.label else "", "muted")
    sheet.write(Content.styled(item.text, "strong"), lead=lead, most=3)
    if said := summary.predicted(record, item):
        sheet.write(Content.assemble(("predicted: ", "muted"), said), lead="   ", most=2)
    shifted(sheet, record, item)
    sheet.blank()


def _findings(sheet: Sheet, record: Record) -> None:
    heading(sheet, "If the class is right")
    if why := summary.unfound(record):
        sheet.write(Content.styled(why, "muted"))
    for item in record.questions:
        if found := summary.found(record, item):
            sheet.write(Content.styled(item.text, "strong"), most=3)
        for name, finding in found:
            right = summary.right(record, item, finding)
            said = f"{name}: {summary.outcome(item, finding)}{f', {right}' if right else ''}."
            sheet.write(Content(said), lead="   ")
            sheet.write(Content.styled(summary.answers(finding), "muted"), lead="   ")
    sheet.write(Content.styled(summary.CREDENCE_KEY, "muted"))
