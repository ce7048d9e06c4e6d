"""Walk the clash: two sides that collide, in turn, and what would decide between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, zip_longest
from typing import NamedTuple

from debate.lessons.predict import reply_choices
from debate.lessons.steps import Closing, Crux, Opening, Pair, Predict, Show, Step
from debate.model import Debate
from debate.reasoning.compare import Comparison, Stance

#: Reasons and objections of each side that are shown, and pairs that agree or clash.
_REASONS, _OBJECTIONS, _PAIRS = 3, 2, 6

#: How many times one is asked for the other side's answer.
_REPLIES = 2

#: Collisions that are listed: nobody chooses among more.
_MOST = 400


class Collision(NamedTuple):
    """Two sides, by index, that recommend different options on a question.

    Without ``question`` they do not, and clash claim by claim alone.
    """

    question: str | None
    one: int
    other: int


def collisions(debate: Debate, comparison: Comparison) -> list[Collision]:
    """Where two sides collide: question by question, and then those that clash over claims alone.

    On a question, pairs whose claims are marked as clashing come first.
    """
    marked: set[tuple[int, int]] = set()
    for row, other in comparison.clashes:
        sides = sorted((debate.claims[row].position, debate.claims[other].position))
        if sides[0] >= 0:
            marked.add((sides[0], sides[1]))
    found: list[Collision] = []
    for asked in comparison.questions:
        answers = [s for s in asked.stances if s.option in asked.question.options]
        pairs = [
            Collision(asked.id, one.position, other.position)
            for one, other in combinations(answers, 2)
            if one.option != other.option
        ]
        found += sorted(pairs, key=lambda pair: (pair.one, pair.other) not in marked)
        if len(found) >= _MOST:
            return found[:_MOST]
    over = {(pair.one, pair.other) for pair in found}
    return (found + [Collision(None, *sides) for sides in sorted(marked - over)])[:_MOST]


def why_none(debate: Debate, comparison: Comparison) -> str:
    """Why there is no collision to walk, for the user."""
    if len(debate.positions) < 2:
        return "There is no clash to walk: it takes two sides, and here is only one."
    if not debate.questions:
        return "There is no clash to walk: no question is asked, and no claims marked as clashing."
    answering = max(
        sum(stance.option is not None for stance in asked.stances) for asked in comparison.questions
    )
    if answering < 2:
        return "There is no clash to walk: no two sides answer the same question."
    return "There is no clash to walk: those who answer the same question recommend the same."


class ClashWalk:
    """The walk through one collision."""

    def __init__(self, debate: Debate, comparison: Comparison, collision: Collision) -> None:
        self.debate = debate
        self.collision = collision
        self.agreed = _of(debate, comparison.common_ground, collision)
        self.clashing = _of(debate, comparison.clashes, collision)
        stances = next((q.stances for q in comparison.questions if q.id == collision.question), [])
        self.stances: list[Stance] = [
            stance
            for side in (collision.one, collision.other)
            for stance in stances
            if stance.position == side
        ]
        self.steps: list[Step] = [Opening(), *self._steps(), Closing()]

    @property
    def key(self) -> str:
        """The question and the two sides."""
        names = [self.debate.positions[side].name for side in self.collision[1:]]
        return ":".join(["clash", self.collision.question or "", *names])

    @property
    def title(self) -> str:
        """Who collides."""
        one, other = (self.debate.positions[side].label for side in self.collision[1:])
        return f"{one} against {other}"

    # ------------------------------------------------------------------ what is a step

    def _steps(self) -> Iterator[Step]:
        question = self.collision.question
        if question is not None:
            yield from self._recommended(question)
            paired = {row for pair in self._shown_pairs() for row in pair}
            for most, reasons in (
                (_REASONS, [stance.supports for stance in self.stances]),
                (_OBJECTIONS, [stance.objections for stance in self.stances]),
            ):
                yield from _in_turn(
                    [[r for r in rows if r not in paired][:most] for rows in reasons]
                )
        yield from self._pairs()
        if question is not None:
            yield Predict("outcome", question=question, side=self.collision.one,
                          other=self.collision.other)  # fmt: skip
            yield Crux(question, self.collision.one, self.collision.other)

    def _recommended(self, question: str) -> Iterator[Step]:
        """What each recommends and on what condition, then the two side by side."""
        for number, stance in enumerate(self.stances):
            if number == 0 or len(self.debate.questions[question].options) > 2:
                yield Predict("option", question=question, side=stance.position)
            if stance.claim is not None:
                yield Show(stance.claim)
            yield from map(Show, stance.conditions)
        one, other = (stance.claim for stance in self.stances)
        if one is not None and other is not None:
            yield Pair(one, other, agree=False)

    def _shown_pairs(self) -> list[tuple[int, int]]:
        """The clashes that are shown side by side, each claim of them only there."""
        recommended = {stance.claim for stance in self.stances}
        return [pair for pair in self.clashing if not recommended.issuperset(pair)][:_PAIRS]

    def _pairs(self) -> Iterator[Step]:
        for number, (one, other) in enumerate(self._shown_pairs()):
            if number < _REPLIES and len(reply_choices(self.debate, one, other)) > 1:
                side = self.debate.claims[other].position
                yield Predict("reply", one, side=side, answer=other)
            yield Pair(one, other, agree=False)
        for one, other in self.agreed[:_PAIRS]:
            yield Pair(one, other, agree=True)


def _in_turn(rows: Sequence[Sequence[int]]) -> Iterator[Step]:
    """The first of each side, the second of each, and so on."""
    for turn in zip_longest(*rows):
        yield from (Show(row) for row in turn if row is not None)


def _of(
    debate: Debate, pairs: Sequence[tuple[int, int]], collision: Collision
) -> list[tuple[int, int]]:
    """The pairs between two sides, the claim of the first one first."""
    found = []
    for row, other in pairs:
        sides = debate.claims[row].position, debate.claims[other].position
        if sides == (collision.one, collision.other):
            found.append((row, other))
        elif sides == (collision.other, collision.one):
            found.append((other, row))
    return found
