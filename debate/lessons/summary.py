"""What a record says, worked out once for the page, the Markdown and the screen."""

from __future__ import annotations

from datetime import datetime

from debate.lessons.record import PHASE_TITLES, Finding, Item, Record, Round
from debate.lessons.votes import Shift, moved, shift, tally

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

HIDDEN = "Hidden until the class has predicted."

NO_FINDING = "No vote on a claim took sides, so nothing follows from it."

#: What the measure of division means, in one line.
DIVISION_KEY = "0 is one mind, 1 is two camps of equal size at both ends (van der Eijk)."

#: How votes become credences, in one line.
CREDENCE_KEY = "A claim is believed by the share that agrees among those who agree or disagree."


def day(time: str) -> str:
    """A time as a day: "25 November 2026"."""
    at = datetime.fromisoformat(time)
    return f"{at.day} {_MONTHS[at.month - 1]} {at.year}"


def hour(time: str) -> str:
    """The hour of a time: "09:05"."""
    return f"{datetime.fromisoformat(time):%H:%M}"


def when(record: Record) -> str:
    """When a class was: "25 November 2026, 09:00 to 09:45"."""
    begun = f"{day(record.begun)}, {hour(record.begun)}"
    if record.ended is None:
        return f"{begun}, not finished"
    if day(record.ended) == day(record.begun):
        return f"{begun} to {hour(record.ended)}"
    return f"{begun}, to {day(record.ended)}, {hour(record.ended)}"


def who(record: Record) -> str:
    """Which class: "10a, 28 people"; "" where nobody said."""
    people = record.people
    said = "" if people is None else "1 person" if people == 1 else f"{people} people"
    return ", ".join(filter(None, (record.group, said)))


def plan(record: Record) -> str:
    """The plan in a line: "Predict 5, Walk 12 (17 minutes)"."""
    stages = [f"{PHASE_TITLES[phase]} {record.minutes(phase)}" for phase in record.phases]
    total = sum(record.minutes(phase) for phase in record.phases)
    return f"{', '.join(stages)} ({total} minutes)"


def predicted(record: Record, item: Item) -> str:
    """What the class predicted on a question, in words; "" where it did not."""
    made = record.prediction(item.id)
    if made is None:
        return ""
    return item.options[made.option] if made.option else "none of them stands"


def votes(record: Record, item: Item) -> list[tuple[str, str, str, str]]:
    """A line for each option: its words, the first vote, the second, and the shift."""
    before, after = tally(record, 1, item.id), tally(record, 2, item.id)
    shifts = {each.option: each for each in shift(record, item.id) or ()}
    return [
        (label, voted(before, option), voted(after, option), shifted(shifts.get(option)))
        for option, label in item.options.items()
    ]


def in_a_row(record: Record, item: Item) -> tuple[str, str, str]:
    """Both votes and the shift, each for all options at once: "12 · 3 · 11"; a dash for none."""
    cells = []
    for round in _ROUNDS:
        counts = tally(record, round, item.id)
        cells.append(" · ".join(map(str, counts.values())) if counts else "–")
    moves = shift(record, item.id)
    return cells[0], cells[1], " · ".join(map(shifted, moves)) if moves else "–"


#: What the numbers of a row stand for, in their order.
ROW_KEY = "agree · unsure · disagree"

_ROUNDS: tuple[Round, Round] = (1, 2)


def voted(counts: dict[str, int] | None, option: str) -> str:
    """A count with its share: "17 (65 %)"; a dash where there was no vote."""
    if counts is None:
        return "–"
    total = sum(counts.values())
    return f"{counts[option]} ({100 * counts[option] / total:.0f} %)" if total else "0"


def shifted(each: Shift | None) -> str:
    """A shift in points: "+21"; a dash where there is none to speak of."""
    if each is None:
        return "–"
    points = round(each.points)
    return f"+{points}" if points > 0 else f"−{-points}" if points < 0 else "0"


def movement(record: Record, item: Item) -> str:
    """How much of the class moved: "21 of 100 moved"; "" where two votes are not there."""
    shifts = shift(record, item.id)
    if shifts is None:
        return ""
    return f"{round(moved(shifts))} of 100 moved"


def found(record: Record, item: Item) -> list[tuple[str, Finding]]:
    """What stands on a question if the class is right, after each vote, with the vote's name.

    Nothing as long as the class is still to predict.
    """
    if record.hidden:
        return []
    names: dict[Round, str] = {1: "After the first vote", 2: "After the second vote"}
    return [(names[f.round], f) for f in record.findings if f.on == item.id]


def unfound(record: Record) -> str:
    """Why nothing is said of what stands; "" where something is."""
    if record.hidden:
        return HIDDEN
    return "" if record.findings else NO_FINDING


def outcome(item: Item, finding: Finding) -> str:
    """What becomes of a question in words: "Meet stands", "every answer falls"."""
    if finding.option is not None:
        return f"{item.options.get(finding.option, finding.option)} stands"
    if finding.answers and all(answer.verdict == "falls" for answer in finding.answers):
        return "every answer falls"
    return "open: no answer outweighs the others"


def answers(finding: Finding) -> str:
    """Each side's recommendation in words: "Fried “Meet” falls (0.31)"."""
    return "; ".join(
        f"{answer.side} “{answer.option}” {_VERDICTS[answer.verdict]} ({answer.strength:.2f})"
        for answer in finding.answers
    )


_VERDICTS = {"stands": "stands", "falls": "falls", "open": "is open"}


def right(record: Record, item: Item, finding: Finding) -> str:
    """How the prediction compares: "as predicted", "not as predicted"; "" where there was none."""
    made = record.prediction(item.id)
    if made is None:
        return ""
    return "as predicted" if made.option == finding.option else "not as predicted"
