"""Why a claim has its verdict: what speaks for it, what against it, and what decided."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from debate.model import Role
from debate.model.text import one_line
from debate.reasoning.evaluate import Evaluation
from debate.reasoning.explain import Point, at_odds, sentence, why
from debate.tui.pages.sheet import Sheet
from debate.tui.pages.target import Walk
from debate.tui.pages.verdict import SIGNS
from debate.tui.pages.words import count, heading, shown

#: Points of a kind that are shown.
_MOST = 40

_POINTS = {
    "word": "its speaker's word",
    "supposition": "it is supposed: nobody argues that it holds",
    "credence": "the credence it is given",
    "doubt": "the doubt that its credence leaves",
}

_FATES = {
    "stands": "it stands, and counts",
    "undecided": "it is open",
    "open": "it is open",
    "beaten": "it falls, and does not count",
}


def why_page(evaluation: Evaluation, row: int, width: int) -> Sheet:
    """The explanation of a row's verdict; each step is a spot that leads to its claim."""
    debate, sheet = evaluation.debate, Sheet(width)
    found = why(evaluation, row)
    sheet.blank()
    sheet.write(Content.styled(shown(debate, row), "claim"))
    sheet.blank()
    _verdict(sheet, evaluation, row)
    if debate.claims[found.row].role is Role.RECOMMENDATION and len(debate.positions) > 1:
        together = sentence(debate, why(evaluation, found.row, evaluation.scope()))
        sheet.write(Content.styled(f"All sides together: it {together}.", "muted"), lead="  ")
    if odds := at_odds(evaluation, row):
        sheet.write(Content.styled(odds, "question"), lead="  ")
    _points(sheet, evaluation, "What speaks for it", found.pro)
    _points(sheet, evaluation, "What speaks against it", found.con)
    sheet.blank()
    return sheet


def _verdict(sheet: Sheet, evaluation: Evaluation, row: int, subject: str = "It") -> None:
    """The verdict in a sentence."""
    said = sentence(evaluation.debate, why(evaluation, row))
    verdict = evaluation.verdict(row)
    sheet.write(Content(f"{subject} {said}."), lead=Content.styled(f"{SIGNS[verdict]} ", verdict))


def _points(sheet: Sheet, evaluation: Evaluation, title: str, points: Sequence[Point]) -> None:
    heading(sheet, title)
    conditions = list(dict.fromkeys(row for point in points for row in point.conditions))
    for row in conditions:  # all that speaks for a claim hangs on the same ones
        _because(sheet, evaluation, row, "only if")
    for number, point in enumerate(points[:_MOST]):
        if number or conditions:
            sheet.blank()
        _point(sheet, evaluation, point)
    if not points:
        sheet.line(Content.styled("nothing", "muted"))
    if len(points) > _MOST:
        more = f"and {count(len(points) - _MOST, 'lighter step')}"
        sheet.line(Content.styled(more, "muted"))


def _point(sheet: Sheet, evaluation: Evaluation, point: Point) -> None:
    """One step: what it is, what it weighs, and why its claim stands or not."""
    weight = f"weighs {point.weight:.2g}: {_FATES[point.fate]}"
    if point.row is None:
        sheet.write(Content.assemble(_POINTS[point.kind], (f"  {weight}", "muted")), lead="· ")
    else:
        _step(sheet, evaluation, point.row, point.kind == "clash")
        sheet.write(Content.styled(weight, "muted"), lead="  ")
    for rows, what in (
        (point.premises, "rests on"),
        (point.undercuts, "true, but beside the point:"),
    ):
        for row in rows:
            _because(sheet, evaluation, row, "" if _is(evaluation, point, row) else what)


def _is(evaluation: Evaluation, point: Point, row: int) -> bool:
    """Whether a row is the claim that a point itself makes."""
    return point.row is not None and row == evaluation.debate.meant(point.row)


def _step(sheet: Sheet, evaluation: Evaluation, row: int, clash: bool) -> None:
    debate = evaluation.debate
    role = debate.claims[row].role
    glyph, style = ("≠", "objection") if clash else (role.glyph, role.value)
    says = "clashes with" if clash else role.connective
    text = Content.assemble(
        (f"{says} ", style), one_line(shown(debate, row)), (f"  {debate.label(row)}", "muted")
    )
    sheet.write(text, lead=Content.styled(f"{glyph} ", style), most=3, target=Walk(row))


def _because(sheet: Sheet, evaluation: Evaluation, row: int, what: str) -> None:
    """A claim that keeps a step from standing, and what becomes of it; "" where it is known."""
    debate = evaluation.debate
    verdict = evaluation.verdict(row)
    if not what:
        said = f"it {sentence(debate, why(evaluation, row))}"
        sheet.write(Content.styled(said, verdict), lead="  └ ")
        return
    lead = "└ " if what == "only if" else "  └ "
    top = len(sheet.lines)
    text = Content.assemble(
        (f"{what} ", "muted"), one_line(shown(debate, row)), (f"  {debate.label(row)}", "muted")
    )
    sheet.write(text, lead=lead)
    said = f"{SIGNS[verdict]} {sentence(debate, why(evaluation, row))}"
    sheet.write(Content.styled(said, verdict), lead=" " * len(lead))
    sheet.mark(Walk(row), top)
