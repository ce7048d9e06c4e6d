"""Judgements as changes that can be undone: what is judged of each claim and of each step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from debate.reasoning.judgements import Judgements
from debate.tui.aside import weighs
from debate.tui.undoing import Changes, Spot
from debate.tui.whereabouts import Gone, Whereabouts

#: The first is accepted or rejected (True, False), the others a number; None where there is none.
KINDS = ("stance", "credence", "weight")


def changes(before: Judgements, after: Judgements) -> Changes:
    """What is judged otherwise in ``after``."""
    one, other = _spread(before), _spread(after)
    spots = (spot for spot in one | other if one.get(spot) != other.get(spot))
    return {spot: (one.get(spot), other.get(spot)) for spot in spots}


def put(judgements: Judgements, values: Mapping[Spot, Any]) -> Judgements:
    """The judgements with others at some spots; those on claims that are gone are passed over."""
    accepted, rejected = set(judgements.accepted), set(judgements.rejected)
    credence, weight = dict(judgements.credence), dict(judgements.weight)
    for (kind, place), value in values.items():
        if isinstance(place, Gone):
            continue
        if kind == "stance":
            accepted.discard(place)
            rejected.discard(place)
            if value is not None:
                (accepted if value else rejected).add(place)
            continue
        table = credence if kind == "credence" else weight
        if value is None:
            table.pop(place, None)
        else:
            table[place] = value
    return Judgements(frozenset(accepted), frozenset(rejected), credence, weight)


def moved(where: Whereabouts) -> Callable[[Spot], Spot]:
    """From a spot of one version of a debate to the same one in a later version."""
    new = where.alignment.new

    def now(spot: Spot) -> Spot:
        place = where.now(spot.place)
        if isinstance(place, Gone):
            return spot._replace(place=place)
        if spot.kind == "weight" and not weighs(new, place):
            return spot._replace(place=Gone(new.name(place), new.text(place)))
        return spot._replace(place=place if spot.kind == "weight" else new.meant(place))

    return now


def _spread(judgements: Judgements) -> dict[Spot, Any]:
    found: dict[Spot, Any] = {Spot("stance", row): True for row in judgements.accepted}
    found |= {Spot("stance", row): False for row in judgements.rejected}
    found |= {Spot("credence", row): value for row, value in judgements.credence.items()}
    return found | {Spot("weight", row): value for row, value in judgements.weight.items()}
