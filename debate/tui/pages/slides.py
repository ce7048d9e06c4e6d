"""The steps of a guided walk as slides: what is said large, and the lines above and below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content

from debate.lessons.predict import pose
from debate.lessons.steps import Closing, Crux, Opening, Pair, Predict, Show
from debate.model import Debate
from debate.model.fragment import cited
from debate.model.text import one_line
from debate.tui.pages.guide import Guide, score_told
from debate.tui.pages.prediction import choice_line, told, write_because
from debate.tui.pages.sheet import Sheet
from debate.tui.pages.words import shown

#: The widest line below a slide, and the lines of a choice.
_MEASURE, _LINES = 100, 2

#: The share of the window that choices may take together with why the right one is right.
_BELOW = 2 / 3

#: Ways to decide that are shown: a slide is no list.
_SETS = 2


class Slides(NamedTuple):
    """One slide. Notes are the presenter's and never stand on it."""

    text: str
    above: Content = Content.empty()
    below: Sequence[Content] = ()


def slide(guide: Guide, width: int, height: int) -> Slides:
    """The slide of the step one is at, for a window of so many cells and lines."""
    debate, step, lesson = guide.debate, guide.progress.step, guide.progress.lesson
    below = Sheet(min(width - 8, _MEASURE))
    match step:
        case Opening():
            return Slides(lesson.title, Content.styled(one_line(debate.title), "muted"))
        case Show(row):
            return Slides(shown(debate, row), _head(debate, row), _beside(debate, row, below))
        case Predict():
            return _prediction(guide, step, below, height)
        case Pair(one, other, agree):
            sign, style = ("= they agree", "support") if agree else ("≠ they clash", "objection")
            texts = [f"{_who(debate, row)}: {shown(debate, row)}" for row in (one, other)]
            return Slides(f"\n{sign[0]}\n".join(texts), Content.styled(sign, style))
        case Crux():
            _decided(guide, step, below)
            return Slides("What would decide it?", below=below.lines)
        case Closing():
            right, made, asked = guide.progress.score
            score = f"{right} of {made} came true" if made else "The end"
            if asked:
                below.line(Content.styled(score_told(right, made, asked), "muted"))
            return Slides(score, Content.styled(lesson.title, "muted"), below.lines)


def _head(debate: Debate, row: int) -> Content:
    role = debate.claims[row].role
    return Content.assemble(
        (debate.label(row), "strong"),
        (f"   {role.glyph} {role.connective or role.value}", role.value),
    )


def _beside(debate: Debate, row: int, sheet: Sheet) -> list[Content]:
    """Where it is said, and who agrees or clashes."""
    meant = debate.meant(row)
    for citation in debate.claims[meant].cite[:2]:
        sheet.line(Content.styled(one_line(cited(debate, citation)), "muted"))
    links = debate.links(meant)
    for rows, sign, word, style in (
        (links.agrees, "=", "agrees", "support"),
        (links.clashes, "≠", "clashes", "objection"),
    ):
        if names := list(dict.fromkeys(_who(debate, other) for other in rows))[:3]:
            sheet.line(Content.styled(f"{sign} {word}: {', '.join(names)}", style))
    return sheet.lines


def _prediction(guide: Guide, step: Predict, sheet: Sheet, height: int) -> Slides:
    """The claim large and the question under it; or, where it is about none, the question large."""
    debate, guess = guide.debate, guide.progress.guessed(step)
    posed = pose(debate, step)
    about = posed.about >= 0
    if about:
        sheet.write(Content.styled(posed.ask, "strong"))
        sheet.blank()
    for number, choice in enumerate(posed.choices):
        lead, text, _ = choice_line(number, choice, guess)
        sheet.write(text, lead=lead, most=_LINES)
    if guess is not None:
        why = Sheet(sheet.width)
        write_because(why, debate, step, guide.judging)
        if why.lines and len(sheet.lines) + 1 + len(why.lines) <= height * _BELOW:
            sheet.blank()
            sheet.below(why)
    head = Content.styled("What do you expect?" if guess is None else told(guess), "heading")
    asked = "\n".join(filter(None, (posed.question, posed.ask)))
    return Slides(shown(debate, posed.about) if about else asked, head, sheet.lines)


def _decided(guide: Guide, step: Crux, sheet: Sheet) -> None:
    found = guide.cruxes(step)
    if isinstance(found, str):
        sheet.write(Content.styled(found, "muted"))
        return
    for crux in found:
        label = guide.debate.questions[crux.question].options[crux.after]
        sheet.write(Content.styled(f"“{one_line(label)}” comes out if you", "heading"))
        for number, changes in enumerate(crux.sets[:_SETS]):
            if number:
                sheet.line(Content.styled("or", "muted"))
            for change in changes:
                said = Content.assemble(
                    (
                        f"  {change.judgement} ",
                        "stands" if change.judgement == "accept" else "falls",
                    ),
                    (f"{guide.debate.label(change.row)}  ", "muted"),
                    one_line(shown(guide.debate, change.row)),
                )
                sheet.line(said)
        if len(crux.sets) > _SETS or crux.more:
            sheet.line(Content.styled("or in other ways", "muted"))
        if not crux.sets:
            sheet.line(Content.styled("  nothing you could judge changes this", "muted"))
        sheet.blank()


def _who(debate: Debate, row: int) -> str:
    position = debate.claims[row].position
    return one_line(debate.positions[position].label) if position >= 0 else "Background"
