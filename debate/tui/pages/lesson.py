"""What a class sees below the headline, slide by slide: counts, bars, what follows from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from textual.content import Content

from debate.lessons import summary
from debate.lessons.record import Answer, Item, Record
from debate.lessons.slides import Kind, Slide
from debate.lessons.votes import (
    division_word,
    hands,
    latest,
    most_divisive,
    shares,
    tally,
)
from debate.model import Debate, Role
from debate.model.schemes import lookup
from debate.model.text import one_line
from debate.tui.pages import counts
from debate.tui.pages.sheet import Sheet
from debate.tui.pages.verdict import SIGNS, bar
from debate.tui.pages.words import count, heading, shown


class Option(NamedTuple):
    """The option of a vote or a prediction under the cursor; None is "none of them"."""

    option: str | None


class Side(NamedTuple):
    """A side to walk."""

    position: int


class Predict(NamedTuple):
    """A question on which the class has still to predict."""

    question: str


class Finish(NamedTuple):
    """The end of the class."""


@dataclass(frozen=True, slots=True)
class Room:
    """What a slide is drawn from: the record, the debate, and how much room there is.

    ``cruxes`` lays out what would change the outcome, which is worked out beside the screen.
    """

    record: Record
    debate: Debate
    width: int
    height: int
    cruxes: Callable[[int], Sheet]


#: What stands above each slide, and its headline where that is not a question or a claim.
_TITLES: Mapping[Kind, tuple[str, str]] = {
    "predict": ("Predict", ""),
    "vote": ("Hands up", ""),
    "first": ("The first vote", "This is what you think now"),
    "walk": ("Walk", "Walk through the argument"),
    "discuss": ("Discuss", "Discuss with your neighbours"),
    "judge": ("Judge", ""),
    "stands": ("If the class is right", "What stands if you are right about the claims?"),
    "divided": ("Crux", "What divides you most?"),
    "crux": ("Crux", "What would change the outcome?"),
    "shift": ("The shift", "How did you move?"),
    "end": ("The end", "That was the class"),
}


def titles(record: Record, slide: Slide) -> tuple[str, str]:
    """The line above a slide, and its headline."""
    above, headline = _TITLES[slide.kind]
    if slide.kind == "vote":
        above = (
            "Hands up: the first vote" if slide.round == 1 else "Hands up again: the second vote"
        )
    if slide.kind == "predict":
        above = "Predict: which answer will stand in the end?"
    if slide.on:
        item = record.item(slide.on)
        headline = item.text
        above += f" · {item.label}" if item.label else ""
    return above, headline


def needed(slide: Slide, item: Item | None) -> int:
    """The rows that what stands below the headline needs to be seen whole; 0 where it scrolls."""
    if item is None or slide.kind not in ("vote", "predict"):
        return 0
    options = len(item.options)
    return counts.rows(item) if slide.kind == "vote" else 2 * (options + 1) + 2


def body(room: Room, slide: Slide) -> Sheet:
    """What stands below the headline."""
    sheet = Sheet(room.width)
    _BODIES[slide.kind](sheet, room, slide)
    return sheet


# ---------------------------------------------------------------------- asking


def _predict(sheet: Sheet, room: Room, slide: Slide) -> None:
    item = room.record.item(slide.on)
    made = room.record.prediction(slide.on)
    sheet.blank()
    options: list[tuple[str | None, str]] = [*item.options.items(), (None, "None of them stands")]
    for number, (option, words) in enumerate(options, 1):
        chosen = made is not None and made.option == option
        top = len(sheet.lines)
        lead = Content.assemble(
            (" ◉ " if chosen else " ○ ", "mark" if chosen else "muted"), (f"{number}  ", "key")
        )
        sheet.write(Content.styled(one_line(words), "strong"), lead=lead, most=3)
        sheet.mark(Option(option), top)
        sheet.blank()
    said = "Verdicts stay hidden until you have predicted." if room.record.hidden else ""
    sheet.write(Content.styled(said or "Predicted. Choose again to change it.", "muted"))


def _vote(sheet: Sheet, room: Room, slide: Slide) -> None:
    item = room.record.item(slide.on)
    typed = hands(room.record, slide.round, slide.on)
    whole = tally(room.record, slide.round, slide.on)
    counts.entries(sheet, item, typed, whole, room.height, Option)
    sheet.blank()
    total = sum((whole or {}).values())
    people = room.record.people
    if people is None:
        said, style = f"{total} {'vote' if total == 1 else 'votes'}", "muted"
    elif total > people:
        said, style = f"! {total} votes, but only {people} in the room", "falls"
    else:
        said, style = f"{total} of {people} in the room", "stands" if total == people else "muted"
    sheet.write(Content.styled(said, style))


def _first(sheet: Sheet, room: Room, slide: Slide) -> None:
    for item in room.record.items:
        _named(sheet, item)
        counts.bars(sheet, item, tally(room.record, 1, item.id))


# ---------------------------------------------------------------------- working


def _walk(sheet: Sheet, room: Room, slide: Slide) -> None:
    debate = room.debate
    sheet.blank()
    for position, side in enumerate(debate.positions):
        if not debate.side(position):
            continue
        top = len(sheet.lines)
        key = str(position + 1) if position < 9 else "·"
        sheet.write(Content.styled(one_line(side.title), "strong"), lead=f"   {key}  ", most=2)
        for row in debate.roots(position):
            if debate.claims[row].role is Role.RECOMMENDATION:
                said = Content.styled(one_line(shown(debate, row)), "muted")
                sheet.write(said, lead="      ", most=2)
        sheet.mark(Side(position), top)
        sheet.blank()
    told = "w walks on where you stopped, H comes back here. The timer runs on meanwhile."
    sheet.write(Content.styled(told, "muted"))


def _discuss(sheet: Sheet, room: Room, slide: Slide) -> None:
    for item in room.record.questions:
        sheet.blank()
        sheet.write(Content.styled(item.text, "strong"), lead="?  ", most=4)
    for item in room.record.claims:
        row = _row(room.debate, item)
        asked = room.debate.claims[row].ask if row is not None else None
        if asked:
            sheet.blank()
            lead = Content.styled(f"{item.label}  ", "muted")
            sheet.write(Content.styled(one_line(asked), "question"), lead=lead, most=4)


def _judge(sheet: Sheet, room: Room, slide: Slide) -> None:
    item, debate = room.record.item(slide.on), room.debate
    if voted := latest(room.record, slide.on):
        counts.stack(sheet, item, voted)
    row = _row(debate, item)
    if row is None:
        sheet.blank()
        sheet.write(Content.styled("This claim is no longer in the debate.", "muted"))
        return
    roles = ((Role.CONDITION, "Only if"), (Role.SUPPORT, "For it"), (Role.OBJECTION, "Against it"))
    for role, title in roles:
        below = [child for child in debate.children(row) if debate.claims[child].role is role]
        if below:
            heading(sheet, title)
        for child in below[:4]:
            lead = Content.styled(f"{role.glyph}  ", role.value)
            sheet.write(Content(one_line(shown(debate, child))), lead=lead, most=3)
        if more := len(below[4:]):
            sheet.write(Content.styled(f"and {more} more", "muted"), lead="   ")
    for other in debate.links(row).clashes[:2]:
        heading(sheet, f"{debate.label(other)} says otherwise")
        sheet.write(Content(one_line(shown(debate, other))), lead="≠  ", most=3)
    claim = debate.claims[row]
    scheme = lookup(claim.scheme) if claim.scheme else None
    asked = [claim.ask] if claim.ask else []
    if asked or scheme:
        heading(sheet, "Ask yourselves")
    for question in [*asked, *(scheme.questions[:3] if scheme else ())]:
        sheet.write(Content.styled(one_line(question), "question"), lead="?  ", most=3)


def _row(debate: Debate, item: Item) -> int | None:
    """Where a claim that is voted on stands; None where it is gone."""
    try:
        return debate.meant(debate.find(item.id))
    except KeyError:
        return None


# ---------------------------------------------------------------------- finding


def _stands(sheet: Sheet, room: Room, slide: Slide) -> None:
    if room.record.hidden:
        _veiled(sheet, room)
        return
    if not any(finding.round <= slide.round for finding in room.record.findings):
        sheet.blank()
        sheet.write(Content.styled(summary.NO_FINDING, "muted"))
    for item in room.record.questions:
        mine = [f for f in room.record.findings if f.on == item.id and f.round <= slide.round]
        if not mine:
            continue
        _named(sheet, item)
        finding = mine[-1]
        style, sign = ("stands", "✓") if finding.option else ("open", "◌")
        said = summary.outcome(item, finding)
        said = said[:1].upper() + said[1:]
        sheet.write(Content.styled(said, f"{style}"), lead=Content.styled(f"{sign}  ", style))
        told = " ".join(_beside(room.record, item, slide))
        sheet.write(Content.styled(told, "muted"), lead="   ")
        if finding.answers:
            sheet.write(Content.styled("Each side by itself:", "muted"), lead="   ")
        names = [f"{answer.side} “{answer.option}”" for answer in finding.answers]
        widest = min(max(map(len, names), default=0), sheet.width // 2)
        for name, answer in zip(names, finding.answers, strict=True):
            _answer(sheet, name.ljust(widest), answer)
    sheet.blank()
    sheet.write(Content.styled(summary.CREDENCE_KEY, "muted"))


def _answer(sheet: Sheet, name: str, answer: Answer) -> None:
    """One side's recommendation: whether it stands alone, and how strong it is."""
    full, rest = bar(answer.strength, 10)
    sign = f"   {SIGNS[answer.verdict]} {answer.verdict:<7}"
    strength = Content.assemble((full, "mark"), (rest, "rule"), f" {answer.strength:.2f}")
    said = Content(f"{name}  ") + strength
    sheet.write(said, lead=Content.styled(sign, answer.verdict), most=2)


def _beside(record: Record, item: Item, slide: Slide) -> list[str]:
    """What the class said itself: its prediction, its vote; and what stood after the first vote."""
    mine = [f for f in record.findings if f.on == item.id and f.round <= slide.round]
    said = []
    if right := summary.right(record, item, mine[-1]):
        said.append(f"You predicted: {summary.predicted(record, item)} ({right}).")
    voted = latest(record, item.id, slide.round)
    split = shares(voted) if voted else None
    if split:
        most = max(split.values())
        first = [item.options[option] for option, share in split.items() if share == most]
        said.append(f"You voted for: {' and '.join(first)} ({100 * most:.0f} %).")
    if len(mine) > 1 and mine[0].option != mine[-1].option:
        said.append(f"After the first vote: {summary.outcome(item, mine[0])}.")
    return said


def _veiled(sheet: Sheet, room: Room) -> None:
    sheet.blank()
    sheet.write(Content.styled("Hidden until you have predicted.", "strong"))
    for item in room.record.questions:
        if room.record.prediction(item.id) is None:
            sheet.blank()
            sheet.write(Content(item.text), lead="→  ", most=3, target=Predict(item.id))
    sheet.blank()
    sheet.write(Content.styled("Enter goes to the prediction.", "muted"))


def _divided(sheet: Sheet, room: Room, slide: Slide) -> None:
    divided = most_divisive(room.record)
    if not divided:
        sheet.blank()
        none = "Nothing so far: no claim has been voted on, or you are of one mind on each."
        sheet.write(Content.styled(none, "muted"))
        return
    for item, number in divided:
        _named(sheet, item)
        counts.stack(sheet, item, latest(room.record, item.id) or {})
        sheet.write(Content.styled(f"{division_word(number)}  {number:.2f}", "accent"))
    sheet.blank()
    sheet.write(Content.styled(summary.DIVISION_KEY, "muted"))


def _crux(sheet: Sheet, room: Room, slide: Slide) -> None:
    if room.record.hidden:
        _veiled(sheet, room)
    else:
        sheet.below(room.cruxes(sheet.width))


def _shift(sheet: Sheet, room: Room, slide: Slide) -> None:
    for item in room.record.items:
        _named(sheet, item)
        shifted(sheet, room.record, item)


def shifted(sheet: Sheet, record: Record, item: Item) -> None:
    """Both votes on an item as bars, and how much of the class moved."""
    before, after = tally(record, 1, item.id), tally(record, 2, item.id)
    rows = summary.votes(record, item)
    shifts = {option: row[-1] for option, row in zip(item.options, rows, strict=True)}
    if item.kind == "claim":
        counts.stacks(sheet, before, after, shifts)
        return
    counts.compared(sheet, item, before, after, shifts)
    if moved := summary.movement(record, item):
        sheet.write(Content.styled(moved, "muted"), lead="   ")


def _end(sheet: Sheet, room: Room, slide: Slide) -> None:
    record = room.record
    sheet.blank()
    facts = filter(None, (summary.when(record), summary.who(record)))
    sheet.write(Content.styled(" · ".join(facts), "muted"))
    sheet.blank()
    if record.ended:
        told, style = "Finished. R shows the record, x writes it to a file.", "muted"
    else:
        told, style = "Finish the class, and show its record", "strong"
    sheet.write(Content.styled(told, style), lead="→  ", target=Finish())
    sheet.blank()
    for item in record.items:
        moved = summary.movement(record, item)
        said = f"{moved or 'no second vote':>18}  "
        text = Content.assemble((f"{item.label}  " if item.label else "", "muted"), item.text)
        sheet.write(text, lead=Content.styled(said, "strong" if moved else "muted"), most=2)
    if record.notes:
        sheet.blank()
        sheet.write(Content.styled(f"{count(len(record.notes), 'note')} taken", "muted"))


def _named(sheet: Sheet, item: Item) -> None:
    """An item's text above its bars."""
    sheet.blank()
    lead = Content.styled(f"{item.label}  " if item.label else "", "muted")
    sheet.write(Content.styled(item.text, "strong"), lead=lead, most=2)


_BODIES: Mapping[Kind, Callable[[Sheet, Room, Slide], None]] = {
    "predict": _predict,
    "vote": _vote,
    "first": _first,
    "walk": _walk,
    "discuss": _discuss,
    "judge": _judge,
    "stands": _stands,
    "divided": _divided,
    "crux": _crux,
    "shift": _shift,
    "end": _end,
}
