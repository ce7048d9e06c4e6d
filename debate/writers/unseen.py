"""What a map of boxes does not show of a debate, told once for all formats that are such a map."""

from __future__ import annotations

from debate.writers import Options
from debate.writers.part import Part


def lose_unseen(chosen: Part, options: Options) -> None:
    """Tell what is not in the boxes: what is said of the debate as a whole, and beside claims."""
    debate, notes = chosen.debate, chosen.notes
    claims, sides = debate.claims, debate.positions
    annotations = [*notes.rows.values(), *(lost.annotation for lost in notes.lost)]
    extras = [debate.extra, *(side.extra for side in sides), *(claim.extra for claim in claims)]
    for what, number in (
        ("summary", int(bool(debate.summary))),
        ("outcome", int(debate.outcome is not None)),
        ("source", len(debate.sources)),
        ("citation", sum(len(claim.cite) for claim in claims)),
        ("speaker's role", sum(bool(side.role) for side in sides)),
        ("speaker's note", sum(bool(side.note) for side in sides)),
        ("scheme", sum(bool(claim.scheme) for claim in claims)),
        ("weight", sum(claim.weight is not None for claim in claims)),
        ("credence", sum(claim.credence is not None for claim in claims)),
        ("tag", sum(len(claim.tags) for claim in claims)),
        ("discussion question", sum(bool(claim.ask) for claim in claims)),
        ("note", sum(bool(claim.note) for claim in claims)),
        ("extra field", sum(len(extra or ()) for extra in extras)),
        ("reader's note", sum(bool(own.note) for own in annotations)),
        ("reader's mark", sum(own.marked for own in annotations)),
        ("verdict", len(claims) if chosen.judged else 0),
    ):
        options.lose(what, "left out; a map shows claims, and how they hang together", number)
