"""What to vote on: all questions, and the claims that a class can be expected to care about."""

from __future__ import annotations

from collections.abc import Iterable

from debate.lessons.record import ANSWERS, Item
from debate.model import Debate, Role
from debate.model.text import one_line

#: Questions and claims that are chosen at first: a vote on each takes about half a minute.
QUESTIONS, CLAIMS = 3, 5

#: Claims that are offered.
OFFERED = 24

#: Claims up to which one waits for strengths to be worked out; of more, only the form is looked at.
_SOON = 20_000


def questions(debate: Debate) -> list[Item]:
    """Every question as something to vote on."""
    return [
        Item(id, "question", one_line(asked.ask), dict(asked.options))
        for id, asked in debate.questions.items()
    ]


def claim(debate: Debate, row: int) -> Item:
    """A claim as something to vote on; a ref is the claim that it refers to."""
    row = debate.meant(row)
    text = one_line(debate.text(row)) or "(no text)"
    return Item(debate.name(row), "claim", text, dict(ANSWERS), debate.label(row))


def suggested(debate: Debate, most: int = OFFERED) -> list[int]:
    """The rows of claims worth a vote, the worthiest first; recommendations are none of them.

    First the conditions of recommendations, which decide more than anything else; then in turn the
    claims on which the recommendations' strengths depend most
    (:func:`debate.reasoning.gradient.matters_most`) and those that are contested: by a claim of
    another side, or by objections beneath them.
    """
    roots = [row for row, claim in enumerate(debate.claims) if claim.role is Role.RECOMMENDATION]
    conditions = [
        child
        for row in roots
        for child in debate.children(row)
        if debate.claims[child].role is Role.CONDITION
    ]
    mattering = _mattering(debate, roots, most)
    contested = _contested(debate, most)
    turns = [row for pair in _alternating(mattering, contested) for row in pair]
    found = dict.fromkeys(
        row
        for row in map(debate.meant, [*conditions, *turns])
        if debate.claims[row].role is not Role.RECOMMENDATION and debate.text(row)
    )
    return list(found)[:most]


def _mattering(debate: Debate, roots: list[int], most: int) -> list[int]:
    if not roots or len(debate.claims) > _SOON:
        return []
    from debate.reasoning.evaluate import Evaluation
    from debate.reasoning.gradient import matters_most

    return [row for row, _ in matters_most(Evaluation(debate), roots, most)]


def _contested(debate: Debate, most: int) -> list[int]:
    """Claims that another side's contradict, or that have objections: the most of them first."""
    against: dict[int, int] = {}
    for pair in debate.clashes:
        for row in pair:
            against[row] = against.get(row, 0) + 2  # somebody really says otherwise
    for claim in debate.claims:
        if claim.role is Role.OBJECTION and claim.parent >= 0:
            against[claim.parent] = against.get(claim.parent, 0) + 1
    return sorted(against, key=lambda row: (-against[row], row))[:most]


def _alternating(one: list[int], other: list[int]) -> Iterable[list[int]]:
    for place in range(max(len(one), len(other))):
        yield [*one[place : place + 1], *other[place : place + 1]]
