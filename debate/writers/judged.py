"""What is judged and what follows from it, in the words and signs that go beside a claim.

A verdict has a sign and a word, here as on the screen; it is never told by its colour alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from debate.reasoning.judgements import Judgements
from debate.writers.outline import label
from debate.writers.part import Part

if TYPE_CHECKING:
    from debate.reasoning.evaluate import Evaluation

SIGNS = {"stands": "✓", "falls": "✗", "open": "◌"}

#: Over a list of judgements.
TITLE = "Judgements"


def preface(judged: Evaluation) -> str:
    """What verdicts follow from, lest a page that is passed on be taken for what a side thinks."""
    semantics, standard = judged.semantics.title, judged.case.standard
    what = "the judgements of a reader" if judged.judgements else "the arguments alone"
    said = (
        f"The verdicts (stands, falls, open) and the strengths (0 to 1, {semantics}) on these "
        f"pages follow from {what}; they are no side's own view."
    )
    return f"{said} Standard of proof: {standard}." if standard else said


def judgements(judged: Evaluation, numbers: str = "decimal") -> Iterator[tuple[str, str]]:
    """Each claim that is judged: how, and which it is with what it says; in reading order."""
    debate, found = judged.debate, judged.judgements
    for row in sorted({*found.claims(), *found.weight}):
        yield own(found, row, row), f"{label(debate, row, numbers)}: {debate.text(row)}"


def own(judgements: Judgements, row: int, meant: int) -> str:
    """What the reader judged of a row, in a word or two; "" where nothing."""
    said = [*shares(judgements, row, meant)]
    if meant in judgements.accepted:
        said.insert(0, "accepted")
    if meant in judgements.rejected:
        said.insert(0, "rejected")
    return ", ".join(said)


def shares(judgements: Judgements, row: int, meant: int) -> Iterator[str]:
    """The credence of a claim and the weight of its step, as far as the reader gave them."""
    if meant in judgements.credence:
        yield f"credence {judgements.credence[meant]:g}"
    if row in judgements.weight:
        weight = judgements.weight[row]
        yield f"weight {weight:g}" if weight else "beside the point"


def verdict(chosen: Part, row: int) -> str:
    """The verdict on a claim, its side alone: "✗ falls: rejected"; "" where nothing is judged."""
    judged, word = chosen.judged, chosen.verdict(row)
    if judged is None or word is None:
        return ""
    whole = chosen.whole(row)
    accepted = judged.debate.meant(whole) in judged.judgements.accepted
    reason = judged.reason(whole) or ("accepted" if accepted and word == "stands" else "")
    return f"{SIGNS[word]} {word}{f': {reason}' if reason else ''}"


def standing(chosen: Part, row: int) -> str:
    """The verdict with the strength: "✓ stands, strength 0.75"; "" where nothing is judged."""
    strength = chosen.strength(row)
    return "" if strength is None else f"{verdict(chosen, row)}, strength {strength:.2f}"


def outcome(judged: Evaluation, question: str) -> str:
    """What all sides together come to on a question: "✓ Meet", "◌ open"."""
    from debate.reasoning.evaluate import question_verdict

    found = judged.outcome(question)
    word = question_verdict(found)
    options = judged.debate.questions[question].options
    return f"{SIGNS[word]} {options[found.option] if found.option else word}"
