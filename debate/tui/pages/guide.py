"""The steps of a guided walk as pages: one idea each, in the middle of the window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.content import Content

from debate.lessons.clash import ClashWalk
from debate.lessons.progress import Progress
from debate.lessons.side import SideWalk
from debate.lessons.steps import Closing, Crux, Opening, Pair, Predict, Show
from debate.model import Debate, Role
from debate.model.text import one_line
from debate.reasoning import cruxes
from debate.tui.judging import Judging
from debate.tui.pages.card import write_card
from debate.tui.pages.claim import claim_page
from debate.tui.pages.cruxes import Found, crux_page
from debate.tui.pages.prediction import write_prediction
from debate.tui.pages.sheet import Sheet
from debate.tui.pages.verdict import bar, own
from debate.tui.pages.words import count, heading, joined

#: Nobody reads lines longer than this with ease; and the width of two claims side by side.
_MEASURE, _ABREAST = 88, 120

#: From this width on two claims stand side by side.
_TWO = 90

#: Below so many rows blank lines are saved.
_LOW = 20

#: Other sides whose stance is named.
_OTHERS = 6


@dataclass(slots=True)
class Guide:
    """What the page of a step is made of.

    ``cruxes`` gives what would decide between two sides on a question, or a word on why that is
    not known (yet); ``key`` the key of a verb.
    """

    progress: Progress
    judging: Judging
    cruxes: Callable[[Crux], Sequence[cruxes.Crux] | str]
    key: Callable[[str], str]

    @property
    def debate(self) -> Debate:
        """The debate that is walked through."""
        return self.progress.lesson.debate


def guide_page(guide: Guide, width: int, height: int) -> Sheet:
    """The page of the step one is at, for a window of so many cells and lines."""
    page, low = Sheet(width), height < _LOW
    step = guide.progress.step
    if isinstance(step, Show):
        _show(page, guide, step, height)
        return page
    wide = isinstance(step, Pair) and width >= _TWO
    body = Sheet(min(width - 4, _ABREAST if wide else _MEASURE))
    match step:
        case Opening():
            _opening(body, guide)
        case Predict():
            write_prediction(body, guide.progress, guide.judging, low)
        case Pair():
            _pair(body, guide.debate, step, low)
        case Crux():
            _crux(body, guide, step)
        case Closing():
            _closing(body, guide)
    page.blank(max(1, min((height - len(body.lines)) // 3, 6)))
    page.below(body, indent=max(2, (width - body.width) // 2))
    page.blank()
    return page


# ---------------------------------------------------------------------- beginning


def _opening(sheet: Sheet, guide: Guide) -> None:
    lesson, debate = guide.progress.lesson, guide.debate
    if isinstance(lesson, SideWalk):
        _opening_of_side(sheet, guide, lesson)
    elif isinstance(lesson, ClashWalk):
        _opening_of_clash(sheet, debate, lesson)
    asked = guide.progress.score[2]
    sheet.blank()
    if asked:
        told = f"{count(asked, 'time')} you are asked what you expect, before it is shown."
        sheet.write(Content.styled(told, "muted"))
    keys = Content.assemble(
        (guide.key("guide.next"), "key"), " goes on   ",
        (guide.key("guide.present"), "key"), " large, for a projector   ",
        (guide.key("guide.leave"), "key"), " leaves; your place is kept",
    )  # fmt: skip
    sheet.write(keys)


def _opening_of_side(sheet: Sheet, guide: Guide, lesson: SideWalk) -> None:
    debate = guide.debate
    side = debate.positions[lesson.position] if lesson.position >= 0 else None
    sheet.write(Content.styled(one_line(side.title) if side else "The background", "claim"))
    if side and side.role:
        sheet.write(Content.styled(one_line(side.role), "muted"))
    if side is None:
        sheet.write(Content.styled("Facts that nobody here argues about", "muted"))
    sheet.blank()
    sheet.write(Content("One case, one claim at a time."))
    asked = [
        debate.questions[step.question]
        for step in lesson.steps
        if isinstance(step, Predict) and step.kind == "option"
    ]
    if asked:
        heading(sheet, "What is asked")
    for question in asked:
        sheet.write(Content.styled(one_line(question.ask), "question"), lead="  ")
    shown = [step.row for step in lesson.steps if isinstance(step, Show)]
    heading(sheet, "What you will see")
    counts = Counter(debate.claims[row].role for row in shown)
    for role in Role:
        if number := counts[role]:
            reads = f"reads “{role.connective}”" if role.connective else ""
            lead = Content.styled(f"  {role.glyph} ", role.value)
            named = f"{count(number, role.value):<18}"
            sheet.write(Content.assemble(named, (reads, "muted")), lead=lead)
    if lesson.left_out:
        told = (
            f"{count(lesson.left_out, 'claim')} further down are left out; where they hang,"
            f" {guide.key('guide.deeper')} walks them too."
        )
        sheet.write(Content.styled(told, "muted"), lead="  ")


def _opening_of_clash(sheet: Sheet, debate: Debate, lesson: ClashWalk) -> None:
    question = debate.questions.get(lesson.collision.question or "")
    sheet.write(Content.styled(one_line(question.ask) if question else lesson.title, "claim"))
    sheet.blank()
    sides = [debate.positions[side] for side in (lesson.collision.one, lesson.collision.other)]
    told = [Sheet((sheet.width - 5) // 2) for _ in sides]
    for each, side in zip(told, sides, strict=True):
        each.write(Content.styled(one_line(side.title), "strong"))
        if side.role:
            each.write(Content.styled(one_line(side.role), "muted"), most=3)
    against = Sheet(1)
    against.line(Content.styled("≠", "objection"))
    sheet.beside([told[0], against, told[1]])
    sheet.blank()
    if question:
        said = "They recommend different things. You hear each in turn: what is recommended and on"
        said += " what condition, the weightiest reasons, and the objections that each grants."
    else:
        said = "They answer no question in common, but their claims collide."
    sheet.write(Content(said))
    marked = [
        count(len(lesson.clashing), "clash") + " marked",
        count(len(lesson.agreed), "claim") + " in common",
    ]
    sheet.write(Content.styled(" · ".join(marked), "muted"))


# ---------------------------------------------------------------------- claims


def _show(page: Sheet, guide: Guide, step: Show, height: int) -> None:
    """The claim's page as in the walk; verdicts on it wait until they were predicted."""
    debate, lesson, row = guide.debate, guide.progress.lesson, step.row
    hidden = guide.progress.hides(row)
    width = min(page.width, _MEASURE + 3)
    if height >= _LOW:
        page.blank(2 if height >= 2 * _LOW else 1)
    body = claim_page(debate, row, width, height, None if hidden else guide.judging)
    while body.lines and not body.lines[-1]:
        body.lines.pop()
    extra = Sheet(width - 3)
    judged = own(guide.judging.judgements, row, debate.meant(row)) if hidden else ""
    if judged:
        extra.write(Content.assemble("your judgement: ", (judged, "mark"), "; what follows waits"))
    if isinstance(lesson, SideWalk):
        if others := _others(debate, row):
            extra.write(others, lead=Content.styled("The others: ", "muted"))
        if below := lesson.hidden(row):
            told = f"▸ {count(below, 'claim')} beneath this one; "
            key = guide.key("guide.deeper")
            extra.write(Content.assemble((told, "muted"), (key, "key"), (" walks them", "muted")))
    if extra.lines:
        body.blank()
        body.below(extra, indent=2)
    page.below(body, indent=max(0, (page.width - width) // 2))
    page.blank()


def _others(debate: Debate, row: int) -> Content | None:
    """What the other sides recommend on the question that a claim belongs to."""
    root = debate.claims[debate.path(row)[0]]
    question = debate.questions.get(root.question or "")
    if root.role is not Role.RECOMMENDATION or question is None:
        return None
    said = []
    for position, side in enumerate(debate.positions[: _OTHERS + 2]):
        if position != root.position:
            answer = debate.recommendation(position, root.question or "")
            option = debate.claims[answer].option if answer is not None else None
            label = question.options.get(option or "", "silent on this")
            said.append(f"{one_line(side.label)} → {one_line(label)}")
    return Content(joined(said, _OTHERS)) if said else None


def _pair(sheet: Sheet, debate: Debate, step: Pair, low: bool) -> None:
    sign, word, style = ("=", "They agree", "support") if step.agree else (
        "≠", "They clash", "objection"
    )  # fmt: skip
    sheet.line(Content.styled(f"{sign} {word}", style))
    sheet.blank()
    if sheet.width >= _TWO - 4:
        cards = [Sheet((sheet.width - 4) // 2) for _ in range(2)]
        for card, row in zip(cards, (step.one, step.other), strict=True):
            _with_way(card, debate, row, low)
        sheet.beside(cards, gap=4, trim=False)
        return
    _with_way(sheet, debate, step.one, low)
    sheet.blank()
    _with_way(sheet, debate, step.other, low)


def _with_way(sheet: Sheet, debate: Debate, row: int, low: bool) -> None:
    """A card, and the claim that it bears on."""
    write_card(sheet, debate, row, low=low)
    claim = debate.claims[row]
    if claim.parent >= 0:
        way = {Role.SUPPORT: "a reason for", Role.OBJECTION: "an objection to"}
        lead = way.get(claim.role, f"{claim.role} of")
        text = f"{lead}: {one_line(debate.text(claim.parent))}"
        sheet.write(Content.styled(text, "muted"), lead="   ", most=3)


def _crux(sheet: Sheet, guide: Guide, step: Crux) -> None:
    debate = guide.debate
    sheet.write(Content.styled("What would decide it", "claim"))
    told = "The fewest judgements that would make one of the two options the outcome of these two."
    sheet.write(Content.styled(told, "muted"))
    found = guide.cruxes(step)
    if isinstance(found, str):
        sheet.blank()
        sheet.write(Content.styled(found, "muted"))
        return
    names = f"{debate.positions[step.one].label} and {debate.positions[step.other].label}"
    sheet.below(crux_page(debate, Found([], [(names, crux) for crux in found], []), sheet.width))


# ---------------------------------------------------------------------- the end


def _closing(sheet: Sheet, guide: Guide) -> None:
    lesson = guide.progress.lesson
    sheet.write(Content.styled(f"{lesson.title}: you have walked it", "claim"))
    right, made, asked = guide.progress.score
    if asked:
        heading(sheet, "Your predictions")
        sheet.write(_tally(guide.progress), lead="  ")
        sheet.write(Content(score_told(right, made, asked)), lead="  ")
    if isinstance(lesson, SideWalk) and lesson.left_out:
        told = f"{count(lesson.left_out, 'claim')} of this side were left out; the outline has all."
        sheet.blank()
        sheet.write(Content.styled(told, "muted"))
    if isinstance(lesson, ClashWalk) and not lesson.agreed:
        sheet.blank()
        sheet.write(Content.styled("No claims of the two are marked as common ground.", "muted"))
    heading(sheet, "Where to go from here")
    for verb, does in (
        ("guide.clash", "walk two sides that collide"),
        ("guide.side", "walk a side"),
        ("view.walk", "the outline, to judge claim by claim"),
        ("view.compare", "all sides next to each other"),
        ("guide.again", "start this walk over"),
    ):
        lead = Content.styled(f"  {guide.key(verb)}  ", "key")
        sheet.write(Content(does), lead=lead)


def _tally(progress: Progress) -> Content:
    """Every prediction as a sign: it came true, it did not, or nothing was predicted."""
    signs = []
    for step in progress.lesson.steps:
        if isinstance(step, Predict):
            guess = progress.guessed(step)
            if guess is None or guess.choice < 0:
                signs.append(Content.styled("·", "muted"))
            else:
                signs.append(Content.styled(*(("✓", "stands") if guess.right else ("✗", "falls"))))
    return Content(" ").join(signs)


def score_told(right: int, made: int, asked: int) -> str:
    """How one did, in words."""
    if not made:
        return f"You predicted nothing, of {count(asked, 'time')} that you were asked."
    told = f"{right} of {count(made, 'prediction')} came true"
    return f"{told}." if made == asked else f"{told}; {asked - made} you passed over."


def progress_bar(progress: Progress, cells: int) -> tuple[str, str]:
    """How far one is, as a heavy line and the light rest of it."""
    return bar(progress.at / max(1, progress.count - 1), cells)
