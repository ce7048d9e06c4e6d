"""What would change a recommendation, or decide between two sides, listed; it leads to claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from debate.model import Debate
from debate.model.text import one_line
from debate.reasoning.cruxes import Change, Crux
from debate.tui.pages.sheet import Sheet
from debate.tui.pages.target import Walk
from debate.tui.pages.words import count, heading, shown

#: Sets that are shown of a crux where it is one thing among others.
_FEW = 3

_NOTHING = "Nothing that you could judge."

_AFTER = {"stands": "stand", "falls": "fall"}


@dataclass(frozen=True, slots=True)
class Found:
    """What was worked out: changes of verdicts, of outcomes between two sides, and gradients.

    ``between`` has the names of the two sides with each crux.
    """

    alone: Sequence[Crux]
    between: Sequence[tuple[str, Crux]]
    matters: Sequence[tuple[int, float]]


def crux_page(debate: Debate, found: Found, width: int) -> Sheet:
    """All of it; each judgement is a spot that leads to its claim."""
    sheet = Sheet(width)
    for crux in found.alone:
        side = debate.positions[crux.position or 0].label
        row = debate.recommendation(crux.position or 0, crux.question)
        option = debate.claims[row].option if row is not None else None
        label = debate.questions[crux.question].options.get(option or "", "")
        after = _AFTER.get(crux.after, crux.after)
        makes = f"What would make {side} “{label}” {after}"
        heading(sheet, f"{side} “{label}” would {after} if you" if crux.sets else makes)
        _sets(sheet, debate, crux)
    for names, crux in found.between:
        label = debate.questions[crux.question].options[crux.after]
        if_you = f"{names}: “{label}” would be the outcome if you"
        makes = f"{names}: what would make “{label}” the outcome"
        heading(sheet, if_you if crux.sets else makes)
        _sets(sheet, debate, crux)
    if found.matters:
        heading(sheet, "What the strength depends on most")
    for row, gradient in found.matters:
        sign = "+" if gradient > 0 else "−"
        text = Content.assemble(one_line(shown(debate, row)), (f"  {debate.label(row)}", "muted"))
        lead = Content.styled(
            f"{sign}{abs(gradient):.2f}  ", "support" if gradient > 0 else "objection"
        )
        sheet.write(text, lead=lead, most=2, target=Walk(row))
    if not (found.alone or found.between or found.matters):
        sheet.blank()
        sheet.write(Content.styled("There is no recommendation here that could change.", "muted"))
    sheet.blank()
    return sheet


def deciding_page(
    debate: Debate, question: str, found: Sequence[tuple[str, Crux]] | str, more: int, width: int
) -> Sheet:
    """What would decide a question between two sides, for each pair of rivals.

    ``found`` is a word to the reader while it is not known; ``more`` pairs are left out.
    """
    sheet = Sheet(width)
    heading(sheet, "What would decide it")
    if isinstance(found, str):
        sheet.write(Content.styled(found, "muted"))
        return sheet
    last = ""
    for names, crux in found:
        if names != last:
            if last:
                sheet.blank()
            sheet.write(Content.assemble(("Between ", "muted"), (names, "strong")))
            last = names
        label = debate.questions[question].options[crux.after]
        if not crux.sets:
            makes = ("Nothing that you could judge makes ", "muted"), (label, "option")
            sheet.write(Content.assemble(*makes, (" the outcome", "muted")), lead="  ")
            continue
        sheet.write(
            Content.assemble((label, "option"), (" is the outcome if you", "muted")), lead="  "
        )
        sets = Sheet(width - 2)
        _sets(sets, debate, crux, _FEW)
        sheet.below(sets, indent=2)
    if not found:
        sheet.write(Content.styled("No two sides answer this question differently.", "muted"))
    if more:
        sheet.line(Content.styled(f"and between {count(more, 'other pair')} of sides", "muted"))
    return sheet


def _sets(sheet: Sheet, debate: Debate, crux: Crux, most: int | None = None) -> None:
    """The sets of a crux, or the first ``most``, with "or" between them."""
    for number, changes in enumerate(crux.sets[:most]):
        if number:
            sheet.line(Content.styled(" or", "muted"))
        for place, change in enumerate(changes):
            sheet.write(
                _said(debate, change), lead="and " if place else "    ", most=3,
                target=Walk(change.row),
            )  # fmt: skip
    if not crux.sets:
        sheet.write(Content.styled(_NOTHING, "muted"), lead="    ")
    if most is not None and (more := len(crux.sets) - most) > 0:
        least = "at least " if crux.more else ""
        ways = Content.assemble(
            (f" or one of {least}{count(more, 'other way')}; ", "muted"), ("i", "key"),
            (" lists them", "muted"),
        )  # fmt: skip
        sheet.line(ways)
    elif crux.more:
        sheet.line(Content.styled(f"and more than these {count(len(crux.sets), 'set')}", "muted"))


def _said(debate: Debate, change: Change) -> Content:
    style = "stands" if change.judgement == "accept" else "falls"
    return Content.assemble(
        (f"{change.judgement} ", style), one_line(shown(debate, change.row)),
        (f"  {debate.label(change.row)}", "muted"),
    )  # fmt: skip
