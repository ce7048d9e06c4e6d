"""A prediction: what is asked, the choices, and once one has chosen, what is right and why."""

from __future__ import annotations

from textual.content import Content

from debate.lessons.predict import pose
from debate.lessons.progress import Guess, Progress
from debate.lessons.steps import Predict
from debate.model import Debate, Role
from debate.model.text import one_line
from debate.tui.judging import Judging
from debate.tui.pages.card import write_card
from debate.tui.pages.sheet import Sheet
from debate.tui.pages.target import Choice, Walk
from debate.tui.pages.verdict import standing, write_verdict
from debate.tui.pages.words import count


def write_prediction(sheet: Sheet, progress: Progress, judging: Judging, low: bool) -> None:
    """The whole page of a step that asks."""
    step, debate = progress.step, progress.lesson.debate
    if not isinstance(step, Predict):
        return
    posed, guess = pose(debate, step), progress.guessed(step)
    sheet.line(Content.styled("What do you expect?" if guess is None else told(guess), "heading"))
    _gap(sheet, low)
    if posed.about >= 0:
        write_card(sheet, debate, posed.about, low=low)
        _gap(sheet, low)
    if posed.question:
        sheet.write(Content.styled(posed.question, "question"))
        _gap(sheet, low)
    sheet.write(Content.styled(posed.ask, "strong"))
    _gap(sheet, low)
    for number, choice in enumerate(posed.choices):
        lead, text, target = choice_line(number, choice, guess)
        sheet.write(text, lead=lead, most=3, target=target)
    sheet.blank()
    if guess is None:
        keys = Content.assemble(
            (f"1–{len(posed.choices)}", "key"), " or a click predicts   ",
            ("Space", "key"), " only shows the answer",
        )  # fmt: skip
        sheet.write(keys)
    else:
        write_because(sheet, debate, step, judging)


def told(guess: Guess) -> str:
    """How one did, in a word or two."""
    if guess.choice < 0:
        return "The answer"
    return "✓ As you expected" if guess.right else "✗ Not as you expected"


def choice_line(
    number: int, choice: str, guess: Guess | None
) -> tuple[Content, Content, Choice | None]:
    """A choice: its number, and after one has chosen, whether it is right and was one's own."""
    if guess is None:
        return Content.styled(f"  {number + 1}  ", "key"), Content(choice), Choice(number)
    right, mine = number == guess.answer, number == guess.choice
    sign, style = ("✓", "stands") if right else ("✗", "falls") if mine else (" ", "muted")
    note = "  your prediction" if mine else ""
    lead = Content.styled(f"{sign} {number + 1}  ", style)
    return lead, Content.assemble((choice, "strong" if right else "muted"), (note, "mark")), None


def write_because(sheet: Sheet, debate: Debate, step: Predict, judging: Judging) -> None:
    """Why the right answer is right."""
    match step.kind:
        case "option":
            row = debate.recommendation(step.side, step.question)
            if row is not None:
                conditions = [r for r in debate.children(row) if _is_condition(debate, r)]
                on = f"but only on {count(len(conditions), 'condition')}"
                who = debate.positions[step.side].label
                said = f"{who} recommends this, {on if conditions else 'without conditions'}."
                sheet.write(Content(said))
        case "echo":
            links = debate.links(step.row)
            sides = [debate.claims[row].position for row in links.clashes + links.agrees]
            if step.side not in sides:
                who = debate.positions[step.side].label
                sheet.write(
                    Content(f"No claim of {who} is marked as agreeing or clashing with it.")
                )
            for rows, sign, style in (
                (links.clashes, "≠", "objection"),
                (links.agrees, "=", "support"),
            ):
                for row in rows:
                    if debate.claims[row].position == step.side:
                        _linked(sheet, debate, row, sign, style)
        case "reply":
            _linked(sheet, debate, step.answer, "≠", "objection")
        case "verdict":
            write_verdict(sheet, judging, step.row)
            _basis(sheet, judging)
        case "outcome":
            for side in (step.side, step.other):
                row = debate.recommendation(side, step.question)
                if row is not None:
                    _alone(sheet, debate, row, judging)
            _basis(sheet, judging)


def _alone(sheet: Sheet, debate: Debate, row: int, judging: Judging) -> None:
    """What becomes of a recommendation on its side's own case."""
    verdict = standing(judging, row, always=True)
    side = debate.positions[debate.claims[row].position].label
    label = debate.questions[debate.claims[row].question or ""].options.get(
        debate.claims[row].option or "", ""
    )
    said = Content.assemble(f"{side} “{one_line(label)}” by itself: ", verdict or "")
    sheet.write(said, target=Walk(row))


def _basis(sheet: Sheet, judging: Judging) -> None:
    """On what judgements a verdict rests."""
    judged = bool(judging.judgements)
    basis = "With your judgements so far." if judged else "With nothing judged: at their word."
    sheet.write(Content.styled(basis, "muted"))


def _linked(sheet: Sheet, debate: Debate, row: int, sign: str, style: str) -> None:
    lead = Content.styled(f"{sign} ", style)
    text = Content.assemble((f"{debate.label(row)}  ", style), one_line(debate.text(row)))
    sheet.write(text, lead=lead, most=3, target=Walk(row))


def _is_condition(debate: Debate, row: int) -> bool:
    return debate.claims[row].role is Role.CONDITION


def _gap(sheet: Sheet, low: bool) -> None:
    if not low:
        sheet.blank()
