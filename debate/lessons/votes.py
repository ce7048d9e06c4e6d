"""Counting: what a class said, how it shifted, and what it is most divided on.

Nothing here divides by the number of votes before it has seen that there are some.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from debate.lessons.record import ANSWERS, Item, Record, Round, Vote


def tally(record: Record, round: Round, on: str) -> dict[str, int] | None:
    """The votes for each option of an item, in its order; None where there was no vote.

    All hands and all single votes together; of what one person said several times, the last.
    """
    last: dict[str | None, Mapping[str, int]] = {}
    for vote in record.votes:
        if vote.round == round and vote.on == on:
            last[vote.by] = vote.counts
    if not last:
        return None
    options = record.item(on).options
    return {option: sum(counts.get(option, 0) for counts in last.values()) for option in options}


def hands(record: Record, round: Round, on: str) -> dict[str, int]:
    """The show of hands on an item as it was typed so far: options without a count are left out."""
    for vote in record.votes:
        if (vote.round, vote.on, vote.by) == (round, on, None):
            return dict(vote.counts)
    return {}


def with_hands(record: Record, round: Round, on: str, counts: Mapping[str, int]) -> Record:
    """The record with another show of hands on an item; without one where ``counts`` is empty."""
    place = next(
        (n for n, v in enumerate(record.votes) if (v.round, v.on, v.by) == (round, on, None)),
        len(record.votes),
    )
    new = (Vote(round, on, dict(counts)),) if counts else ()
    return replace(record, votes=record.votes[:place] + new + record.votes[place + 1 :])


def latest(record: Record, on: str, upto: Round = 2) -> dict[str, int] | None:
    """The last vote on an item in which anybody voted, of the rounds up to one."""
    for round in (2, 1):
        if round <= upto:
            counts = tally(record, round, on)
            if counts and sum(counts.values()):
                return counts
    return None


def shares(counts: Mapping[str, int]) -> dict[str, float] | None:
    """The share of each option in all votes, from 0 to 1; None where nobody voted."""
    total = sum(counts.values())
    return {option: number / total for option, number in counts.items()} if total else None


@dataclass(frozen=True, slots=True)
class Shift:
    """One option before and after: the votes, and by how many points of a hundred it moved."""

    option: str
    before: int
    after: int
    points: float


def shift(record: Record, on: str) -> list[Shift] | None:
    """How each option of an item moved from the first vote to the second.

    The points are of the shares, so that somebody who came late shifts nothing by that. None where
    one of the two votes is missing or empty.
    """
    before, after = tally(record, 1, on), tally(record, 2, on)
    if not before or not after:
        return None
    one, other = shares(before), shares(after)
    if one is None or other is None:
        return None
    return [
        Shift(option, before[option], after[option], 100 * (other[option] - one[option]))
        for option in before
    ]


def moved(shifts: Sequence[Shift]) -> float:
    """The share of the class that moved, net, in points: half the sum of all options' shifts.

    It is the dissimilarity of the two votes (Duncan and Duncan, "A methodological analysis of
    segregation indexes", American Sociological Review 20, 1955), times 100.
    """
    return sum(abs(each.points) for each in shifts) / 2


# ---------------------------------------------------------------------- division


def agreement(disagree: float, unsure: float, agree: float) -> float:
    """Van der Eijk's agreement A of votes on the scale disagree, unsure, agree.

    1 where all are in one place, 0 where they are spread evenly, -1 where one half stands at each
    end (van der Eijk, "Measuring agreement in ordered rating scales", Quality and Quantity 35,
    2001). The votes are taken apart into layers, in each of which every place that is used holds
    the same number; A is the mean of the layers' own, by their size. On three places a layer's own
    is 1 where it uses one, 0.5 where it uses two neighbours, -1 where it uses both ends and not the
    middle, 0 where it uses all. Raises ValueError where nobody voted or a number is negative.
    """
    votes = [disagree, unsure, agree]
    total = sum(votes)
    if total <= 0 or min(votes) < 0:
        raise ValueError(f"no votes to compare: {votes}")
    found = 0.0
    while max(votes) > 0:
        used = [place for place in range(3) if votes[place] > 0]
        height = min(votes[place] for place in used)
        own = {1: 1.0, 2: -1.0 if used == [0, 2] else 0.5, 3: 0.0}[len(used)]
        found += own * height * len(used) / total
        votes = [max(0, number - height) for number in votes]
    return found


def division(counts: Mapping[str, int]) -> float | None:
    """How divided a vote on a claim is: (1 - A) / 2, from 0, one mind, to 1, two camps.

    A is :func:`agreement`. None where nobody voted.
    """
    if not sum(counts.values()):
        return None
    return (1 - agreement(*(counts.get(answer, 0) for answer in _SCALE))) / 2


_SCALE = sorted(ANSWERS, key=("disagree", "unsure", "agree").index)

#: What is said of a division, from each number on.
_WORDS = ((0.75, "deeply divided"), (0.5, "divided"), (0.25, "leaning one way"), (0, "of one mind"))


def division_word(number: float) -> str:
    """A division in words."""
    return next(word for least, word in _WORDS if number >= least)


def most_divisive(record: Record, most: int = 3) -> list[tuple[Item, float]]:
    """The claims on which the class is divided most, by the last vote on each.

    Only those on which there is some division; at a tie, those that come first in the record.
    """
    found = []
    for item in record.claims:
        counts = latest(record, item.id)
        number = division(counts) if counts else None
        if number:
            found.append((item, number))
    return sorted(found, key=lambda pair: -pair[1])[:most]


def credence(counts: Mapping[str, int]) -> float | None:
    """The credence that a vote gives a claim: the share of agreement among those who took sides.

    agree / (agree + disagree); who is unsure says nothing either way. None where nobody took sides.
    """
    agree, disagree = counts.get("agree", 0), counts.get("disagree", 0)
    return agree / (agree + disagree) if agree + disagree else None
