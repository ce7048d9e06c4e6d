"""Verdicts, judgements and strengths as they are said on a page and drawn in a line.

A verdict has a sign, a word and a colour; it is never told by its colour alone.
"""

from __future__ import annotations

from textual.content import Content

from debate.model import Role
from debate.tui.judging import Judging
from debate.tui.pages.sheet import Sheet
from debate.writers.judged import SIGNS, own, shares

__all__ = ["SIGNS", "asked_by", "bar", "outcome", "own", "sign", "standing", "write_verdict"]

#: Cells of a bar of strength.
_BAR = 5


def bar(strength: float, cells: int = _BAR) -> tuple[str, str]:
    """A strength as a heavy line and the light rest of it, told apart without colour too."""
    full = round(strength * cells)
    return "━" * full, "╌" * (cells - full)


def write_verdict(sheet: Sheet, judging: Judging, row: int) -> None:
    """Whether a claim stands and why, how strong it is, and what the reader judged."""
    from debate.reasoning.explain import at_odds, sentence, why

    evaluation, debate = judging.evaluation, judging.debate
    verdict, reason = evaluation.verdict(row), evaluation.reason(row)
    word = f"{verdict}: {reason}" if reason else verdict
    said = sentence(debate, why(evaluation, row)).partition(", because ")[2]
    lead = Content.styled(f"{SIGNS[verdict]} {word}  ", f"{verdict}")
    text = Content.styled(f"because {said}" if said else "", "muted")
    if lead.cell_length + 24 > sheet.width:
        sheet.line(lead)
        lead = Content("  ")
    sheet.write(text, lead=lead)
    judged = ", ".join(shares(judging.judgements, row, debate.meant(row)))
    if judged:  # that it is accepted or rejected is said already
        sheet.write(Content.assemble("your judgement: ", (judged, "mark")), lead="  ")
    if judging.bars:
        full, rest = bar(strength := evaluation.strength(row), 20)
        sheet.line(
            Content.assemble(
                "  ",
                (full, verdict),
                (rest, "rule"),
                (f"  strength {strength:.2f}, {judging.semantics.title}", "muted"),
            )
        )
    if odds := at_odds(evaluation, row) if judging.shown else "":
        sheet.write(Content.styled(odds, "question"), lead="  ")


def sign(judging: Judging | None, row: int) -> Content:
    """The verdict on a claim, to stand before its text; nothing where nothing is to be seen."""
    if judging is None or not judging.shown:
        return Content.empty()
    verdict = judging.evaluation.verdict(row)
    return Content.styled(f"{SIGNS[verdict]} {verdict}  ", verdict)


def standing(judging: Judging | None, row: int, *, always: bool = False) -> Content | None:
    """The verdict on a recommendation, its side alone; None where nothing is to be seen.

    ``always`` is for who asked for it: whether verdicts are shown does not matter then.
    """
    if judging is None or not (judging.shown or always):
        return None
    verdict, reason = judging.evaluation.verdict(row), judging.evaluation.reason(row)
    return Content.styled(f"{SIGNS[verdict]} {verdict}{f': {reason}' if reason else ''}", verdict)


def outcome(judging: Judging | None, question: str) -> Content | None:
    """What all sides together come to on a question; None where nothing is to be seen."""
    if judging is None or not judging.shown:
        return None
    from debate.reasoning.evaluate import question_verdict

    found = judging.evaluation.outcome(question)
    verdict = question_verdict(found)
    options = judging.debate.questions[question].options
    said = options[found.option] if found.option else verdict
    return Content.assemble(("→ all sides: ", "muted"), (f"{SIGNS[verdict]} {said}", verdict))


def asked_by(judging: Judging, row: int) -> str | None:
    """The question that the recommendation above a row answers; None where there is none."""
    if row < 0:
        return None
    root = judging.debate.claims[judging.debate.path(row)[0]]
    return root.question if root.role is Role.RECOMMENDATION else None
