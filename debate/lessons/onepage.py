"""What of a class finds room on one page to print: the important first, and what is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from debate.lessons.record import Item, Record
from debate.lessons.votes import most_divisive

#: Rows of a printed page (A4 or Letter), of the rows that all the parts below take.
_PAGE = 70

#: Rows of the head with its facts, of a part's heading, and of what follows for a question.
_HEAD, _HEADING, _FOLLOWS = 6, 3, 7.5

#: Characters in a row of a question, of a claim beside its votes, and of a note.
_QUESTION, _CLAIM, _NOTE = 90, 46, 120

#: Claims and notes that are kept however long all else is.
_LEAST = 2


def fitted(record: Record) -> tuple[Record, str]:
    """The record without what one page has no room for, and a sentence that says what that is.

    Questions stay. Of the claims, those that divided the class most stay, and of the notes the
    last; notes give way first.
    """
    room = _PAGE - _HEAD - sum(map(_asked, record.questions))
    if record.claims:
        room -= _HEADING + _FOLLOWS * max(1, len(record.questions))
    claims = [item for item, _ in most_divisive(record, len(record.claims))]
    claims += [item for item in record.claims if item not in claims]
    room -= _HEADING
    taken, room = _room([_rows(f"{item.label} {item.text}", _CLAIM) + 0.6 for item in claims], room)
    claims = claims[:taken]
    taken, room = _room(
        [_rows(note.text, _NOTE) for note in reversed(record.notes)], room - _HEADING
    )
    notes = record.notes[len(record.notes) - taken :]
    kept = {item.id for item in claims}
    items = tuple(item for item in record.items if item.kind == "question" or item.id in kept)
    left = [
        f"{count} {what}{'s' * (count != 1)}"
        for what, count in (
            ("claim", len(record.claims) - len(claims)),
            ("note", len(record.notes) - len(notes)),
        )
        if count
    ]
    told = f"Left out to stay on one page: {' and '.join(left)}; the Markdown record has all."
    return replace(record, items=items, notes=notes), told if left else ""


def _room(rows: Sequence[float], room: float) -> tuple[int, float]:
    """How many of the first of these find room, and the room that is left."""
    for number, needed in enumerate(rows):
        if needed > room and number >= _LEAST:
            return number, room
        room -= needed
    return len(rows), room


def _asked(item: Item) -> float:
    return _rows(item.text, _QUESTION) + len(item.options) * 1.8 + 4


def _rows(text: str, characters: int) -> int:
    return -(-len(text) // characters) or 1
