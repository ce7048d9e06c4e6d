"""Which fields of a debate a format has no place for: counted, and told once for each kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from debate.model import Debate
from debate.writers import Options
from debate.writers.part import Part

#: What stands beside a claim, by field, as it is called.
_FIELDS = {
    "scheme": "scheme",
    "weight": "weight",
    "credence": "credence",
    "tags": "tag",
    "ask": "discussion question",
    "note": "note",
    "cite": "citation",
}
_HEAD = ("date", "summary", "outcome")
_POSITION = {"speaker": "speaker", "role": "speaker's role", "note": "note on a position"}


def tell(debate: Debate, options: Options, how: str, *, held: Collection[str] = ()) -> None:
    """Say how many of each there are, and ``how`` they are put; but for those that are ``held``.

    What is held is named by its noun, as it is said.
    """
    counts: Counter[str] = Counter()
    for claim in debate.claims:
        for field, what in _FIELDS.items():
            value = getattr(claim, field)
            if value is not None and value != ():
                counts[what] += len(value) if isinstance(value, tuple) else 1
    counts["question"] = len(debate.questions)
    counts["source"] = len(debate.sources)
    counts["agreeing pair"], counts["clashing pair"] = len(debate.agreements), len(debate.clashes)
    for name in _HEAD:
        counts[name] = int(getattr(debate, name) is not None)
    for side in debate.positions:
        for field, what in _POSITION.items():
            counts[what] += getattr(side, field) is not None
    nouns = ("question", "source", *_FIELDS.values(), "agreeing pair", "clashing pair", *_HEAD)
    for what in (*nouns, *_POSITION.values()):
        if what not in held:
            options.lose(what, how, counts[what])


def tell_reader(chosen: Part, options: Options, how: str = "left out") -> None:
    """Say that what a reader wrote beside the claims, and judged of them, is put that way."""
    notes = chosen.notes.rows.values()
    options.lose("reader's note", how, sum(bool(note.note) for note in notes))
    options.lose("reader's mark", how, sum(note.marked for note in notes))
    options.lose("note on a claim that is gone", how, len(chosen.notes.lost))
    if chosen.judged is not None:
        options.lose("verdict", how, len(chosen.debate.claims))
