"""Revision cards for Anki, as the text file that it imports: what is held, why, and who said it.

The lines at the beginning tell Anki how to read the rest (Anki Manual, "Importing Text Files").
HTML is off, so that text stays text. Each card has an identity of its own that lasts as long as the
debate's title and the claim's name: importing a newer file changes cards instead of adding more.

Lost, and told: the date, the summary, standards of proof, full references, notes on sides, and
extra fields.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from debate.model import Debate, Role
from debate.model.text import many_lines, one_line
from debate.writers import Options, Writer
from debate.writers.cards import Card, cards, places
from debate.writers.cells import Guard
from debate.writers.outline import label
from debate.writers.part import Part, part
from debate.writers.unheld import CLAIMS, READER, tell

#: What Anki runs even in text: LaTeX, MathJax, sounds and speech, cloze deletions.
_RUN = re.compile(r"(?<=\[)(?=/?(?:latex|sound|anki|\$))|(?<=\\)(?=[(\[])|(?<=\{)(?=\{)", re.I)

#: An invisible character (a word joiner) that keeps it text.
_JOINER = "\u2060"

#: What speaks for and against a claim: the roles, and how the question for them is put.
_REASONS = (
    ((Role.CONDITION,), "On what condition does it hold?"),
    ((Role.SUPPORT,), "Which reasons are given for it?"),
    ((Role.OBJECTION,), "Which objections are raised to it?"),
)


class _Note(NamedTuple):
    """A card: what it is called for good, its two faces, its tags."""

    name: str
    front: list[str]
    back: list[str]
    tags: list[str]


#: What stands on the cards, if on any.
_HELD = (CLAIMS | READER) - {"orphaned note"} | {
    *("title", "outcome", "question", "citation", "cited passage", "speaker", "short name"),
    "cut-off claim",
}


def write(debate: Debate, options: Options) -> Iterator[str]:
    """The cards: each side's answers, then its claims in reading order; at the end the outcome."""
    chosen = part(debate, options)
    roles = {"speaker's role"} if chosen.debate.questions else set()  # it stands with the answers
    tell(chosen, options, _HELD | roles)
    guard = Guard()
    deck = _field(one_line(chosen.debate.title)).replace("::", ": :")
    yield "#separator:tab\n#html:false\n#notetype:Basic\n"
    if deck:
        yield f"#deck:{deck}\n"
    yield "#columns:Guid\tFront\tBack\tTags\n#guid column:1\n#tags column:4\n"
    for note in _notes(chosen, options.numbers):
        yield _line(chosen.debate.title, note, guard)
    guard.tell(options)


def _notes(chosen: Part, numbers: str) -> Iterator[_Note]:
    debate = chosen.debate
    for position, side in enumerate(debate.positions):
        yield from _answers(debate, position, f"side::{side.name}")
        for card in cards(chosen, position, numbers):
            yield from _claim(chosen, card, f"side::{side.name}")
    for card in cards(chosen, -1, numbers):
        yield from _claim(chosen, card, "side::background")
    if debate.outcome:
        said = [debate.outcome.text, *(place.said for place in places(debate, debate.outcome.cite))]
        yield _Note("outcome", [debate.title, "How did it end?"], said, ["outcome"])


def _answers(debate: Debate, position: int, tag: str) -> Iterator[_Note]:
    """What one side recommends on each question, and on what condition."""
    side = debate.positions[position]
    given = {
        claim.question: row
        for row in debate.roots(position)
        if (claim := debate.claims[row]).role is Role.RECOMMENDATION
    }
    for id, asked in debate.questions.items():
        options = " / ".join(asked.options.values())
        front = [f"What does {side.title} recommend, and on what condition?", asked.ask, options]
        if id not in given:
            back = [f"Nothing: {side.label} is silent on this question."]
        else:
            row = given[id]
            option = debate.claims[row].option or ""
            back = [f"{asked.options.get(option, option)}: {debate.text(row)}"]
            back += [f"only if: {debate.text(child)}" for child in _children(debate, row, _IF)]
        if side.role:
            back.append(f"({side.title}: {side.role})")
        yield _Note(f"{side.name} answers {id}", front, back, [tag, "role::recommendation"])


_IF = (Role.CONDITION,)


def _claim(chosen: Part, card: Card, tag: str) -> Iterator[_Note]:
    """What is said for and against one claim, and who said it where."""
    debate, row = chosen.debate, card.row
    claim = debate.claims[row]
    tags = [tag, f"role::{claim.role.value}", *claim.tags]
    quoted = f"“{card.text}”"
    if claim.target < 0:
        back = [f"{card.heading}", *(place.said for place in card.places)]
        back += [f"{title}: {text}" for title, text in card.remarks]
        yield _Note(f"{card.name} who", [quoted, "Who says so, and where?"], back, tags)
    for roles, asked in _REASONS:
        reasons = list(_children(debate, row, roles))
        if reasons:
            back = [line for child in reasons for line in _reason(debate, child)]
            front = [f"{card.whose}: {quoted}", asked]
            yield _Note(f"{card.name} {roles[0]}", front, back, tags)
    against = list(_children(debate, row, (Role.UNDERCUT,)))
    if against and claim.parent >= 0:
        front = [f"{card.whose}: {quoted}", f"is put forward on: “{debate.text(claim.parent)}”"]
        front.append("Grant the claim. Why may it not bear on that?")
        back = [line for child in against for line in _reason(debate, child)]
        yield _Note(f"{card.name} undercut", front, back, tags)


def _reason(debate: Debate, row: int) -> Iterator[str]:
    """A reason with what it bears jointly with, and what was written where it stands once more."""
    claim = debate.claims[row]
    joint = "".join(f" and {debate.text(c)}" for c in _children(debate, row, (Role.CO_PREMISE,)))
    again = f" (the same as {label(debate, claim.target)})" if claim.target >= 0 else ""
    weight = "" if claim.weight is None else f" (weight {claim.weight:g})"
    yield f"• {debate.text(row)}{joint}{again}{weight}"
    if claim.target >= 0 and claim.note:
        yield f"  {claim.note}"


def _children(debate: Debate, row: int, roles: Iterable[Role]) -> Iterator[int]:
    return (child for child in debate.children(row) if debate.claims[child].role in roles)


# ---------------------------------------------------------------------- text


def _line(title: str, note: _Note, guard: Guard) -> str:
    """A line of the file. A line break in a field is one; Anki reads quotes as CSV does."""
    id = hashlib.sha256(f"{title}\0{note.name}".encode("utf-8", "replace")).hexdigest()[:12]
    front, back = (guard(_field("\n".join(filter(None, face)))) for face in (note.front, note.back))
    tags = " ".join(dict.fromkeys(filter(None, map(_tag, note.tags))))
    return "\t".join([f"g{id}", *map(_quoted, (front, back, tags))]) + "\n"


def _field(text: str) -> str:
    """Text with its line breaks, nothing in it that Anki runs."""
    return _RUN.sub(_JOINER, many_lines(text).replace("\t", " "))


def _tag(text: str) -> str:
    """A tag in one word, as Anki has them."""
    return re.sub(r"[\s\"',;]+", "_", one_line(text)).lstrip("=+-@#'").strip("_:")


def _quoted(field: str) -> str:
    return '"' + field.replace('"', '""') + '"' if set(field) & set('"\n\t#') else field


WRITER = Writer("anki", "Anki cards", ".tsv", write)
