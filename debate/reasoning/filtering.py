"""Filtering claims: which have what one looks for, how many there are, and where they hang.

A filter is a set of choices. Choices of one facet widen it (a support *or* an objection), facets
narrow it (*and* contested). A row that uses a claim once more has its own role and step, and all
else from that claim. Every function goes over the claims a few times at most, in loops that a
million claims pass through in about a second; call them beside the screen where there are so many.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress, filterfalse
from operator import attrgetter
from typing import Literal

from debate.model import Claim, Debate, Role
from debate.model.annotations import NO_ANNOTATIONS, Annotations
from debate.model.schemes import lookup
from debate.model.text import one_line
from debate.reasoning.judgements import NO_JUDGEMENTS, Judgements

Facet = Literal[
    "role", "contested", "unjudged", "mine", "verdict", "cited", "source", "tag", "scheme"
]

FACETS: tuple[Facet, ...] = (
    "role", "contested", "unjudged", "mine", "verdict", "cited", "source", "tag", "scheme",
)  # fmt: skip

_ATTACKS = frozenset(role for role in Role if role.attacks)


_ROLE, _SCHEME, _CITE, _TAGS = map(attrgetter, ("role", "scheme", "cite", "tags"))


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to filter by: a facet, and what is looked for in it.

    ``value`` is a role; "yes" or "no" of *cited*; "yes" of *contested* (something speaks against
    the claim directly, or it clashes) and *unjudged*; "mark" or "note" of *mine*; a verdict; a
    source's id; a tag; a scheme's usual name.
    """

    facet: Facet
    value: str = "yes"


#: What is counted by looking for it; all else is tallied.
_SOUGHT = (Choice("contested"), Choice("unjudged"), Choice("mine", "mark"), Choice("mine", "note"))

#: What is looked for; nothing in it is no filter.
Filter = frozenset[Choice]

EVERYTHING: Filter = frozenset()


@dataclass(frozen=True, slots=True)
class Sifted:
    """What a filter leaves: the rows that match, and with them all that they hang on; sorted."""

    matches: array[int]
    kept: array[int]


@dataclass
class Sieve:
    """A debate, and what a reader made of it; ``verdict`` is None as long as nothing is judged."""

    debate: Debate
    judgements: Judgements = NO_JUDGEMENTS
    notes: Annotations = NO_ANNOTATIONS
    verdict: Callable[[int], str] | None = None

    # ------------------------------------------------------------------ what matches

    def sift(self, wanted: Filter) -> Sifted:
        """The rows that have, in each facet of ``wanted``, one of the values that it names."""
        rows: Sequence[int] = range(len(self.debate.claims))
        for facet in FACETS:
            values = {choice.value for choice in wanted if choice.facet == facet}
            if values:
                rows = list(_FINDERS[facet](self, rows, values))
        matches = array("I", rows)
        return Sifted(matches, with_ancestors(self.debate, matches))

    def _having(
        self, rows: Iterable[int], values: set[str], of: Callable[[Claim], Iterable[str]]
    ) -> Iterator[int]:
        said = self._said
        return (row for row in rows if not values.isdisjoint(of(said[row])))

    def _role(self, rows: Iterable[int], values: set[str]) -> Iterator[int]:
        claims = self.debate.claims
        return (row for row in rows if claims[row].role in values)

    def _contested(self, rows: Iterable[int], values: set[str]) -> Iterator[int]:
        return filter(self.contested.__contains__, rows)

    def _unjudged(self, rows: Iterable[int], values: set[str]) -> Iterator[int]:
        judged = self._with_refs(self.judgements.claims()) | {*self.judgements.weight}
        return filterfalse(judged.__contains__, rows)

    def _mine(self, rows: Iterable[int], values: set[str]) -> Iterator[int]:
        mine = self._with_refs(
            row
            for row, annotation in self.notes.rows.items()
            if ("mark" in values and annotation.marked) or ("note" in values and annotation.note)
        )
        return filter(mine.__contains__, rows)

    def _verdict(self, rows: Iterable[int], values: set[str]) -> Iterator[int]:
        verdict = self.verdict
        return (row for row in rows if verdict is not None and verdict(row) in values)

    def _cited(self, rows: Iterable[int], values: set[str]) -> Iterator[int]:
        said = self._said
        return (row for row in rows if ("yes" if said[row].cite else "no") in values)

    def _source(self, rows: Iterable[int], values: set[str]) -> Iterator[int]:
        return self._having(rows, values, _sources)

    def _tag(self, rows: Iterable[int], values: set[str]) -> Iterator[int]:
        return self._having(rows, values, _tags)

    def _scheme(self, rows: Iterable[int], values: set[str]) -> Iterator[int]:
        said, names = self._said, self._schemes
        return (row for row in rows if said[row].scheme and names[said[row].scheme] in values)

    @cached_property
    def _said(self) -> list[Claim]:
        """The claim that each row makes, through a ref."""
        claims = self.debate.claims
        return [claim if claim.target < 0 else claims[claim.target] for claim in claims]

    @cached_property
    def _refs(self) -> list[tuple[int, int]]:
        """The rows that use a claim once more, each with that claim's row."""
        claims = self.debate.claims
        return [(row, claim.target) for row, claim in enumerate(claims) if claim.target >= 0]

    def _with_refs(self, rows: Iterable[int]) -> set[int]:
        """Rows, and those that use their claims once more."""
        found = set(rows)
        found.update([row for row, target in self._refs if target in found])
        return found

    @cached_property
    def contested(self) -> set[int]:
        """Rows with an objection or an undercut right beneath them, or a claim they clash with."""
        found = {claim.parent for claim in self.debate.claims if claim.role in _ATTACKS}
        found.update(row for pair in self.debate.clashes for row in pair)
        return self._with_refs(found - {-1})

    @cached_property
    def _schemes(self) -> dict[str | None, str]:
        """The usual name of each scheme that occurs, by the name as it is written."""
        return {
            name: _usual(name) for name in {claim.scheme for claim in self.debate.claims} if name
        }

    # ------------------------------------------------------------------ how many there are

    def count(self) -> dict[int, Counter[Choice]]:
        """How many rows each choice leaves, by side (-1: the background); only what occurs."""
        rows = range(len(self.debate.claims))
        found = {
            choice: array("I", _FINDERS[choice.facet](self, rows, {choice.value}))
            for choice in _SOUGHT
        }
        sides = [*range(len(self.debate.positions)), -1]
        return {side: self._count(self.debate.side(side), found) for side in sides}

    def _count(self, rows: range, sought: dict[Choice, array[int]]) -> Counter[Choice]:
        """The numbers for some rows: of ``sought`` all rows are known, the rest is tallied here."""
        said = self._said[rows.start : rows.stop]
        cites = list(filter(_CITE, said))
        found: Counter[Choice] = Counter()
        for choice, matches in sought.items():
            found[choice] = bisect_left(matches, rows.stop) - bisect_left(matches, rows.start)
        for role, number in Counter(map(_ROLE, self.debate.claims[rows.start : rows.stop])).items():
            found[Choice("role", role.value)] = number
        for scheme, number in Counter(filter(None, map(_SCHEME, said))).items():
            found[Choice("scheme", self._schemes[scheme])] += number
        found[Choice("cited", "yes")] = len(cites)
        found[Choice("cited", "no")] = len(said) - len(cites)
        sources = Counter([claim.cite[0].source for claim in cites if len(claim.cite) == 1])
        sources.update(id for claim in cites if len(claim.cite) > 1 for id in _sources(claim))
        for source, number in sources.items():
            found[Choice("source", source)] = number
        for tags, number in Counter(filter(None, map(_TAGS, said))).items():
            for tag in dict.fromkeys(map(one_line, tags)):
                found[Choice("tag", tag)] += number
        if self.verdict is not None:
            for verdict, number in Counter(map(self.verdict, rows)).items():
                found[Choice("verdict", verdict)] = number
        return +found


def with_ancestors(debate: Debate, rows: Iterable[int]) -> array[int]:
    """``rows`` and all that they hang on, in reading order."""
    claims = debate.claims
    kept = bytearray(len(claims))
    for row in rows:
        while row >= 0 and not kept[row]:
            kept[row] = 1
            row = claims[row].parent
    return array("I", compress(range(len(claims)), kept))


def _sources(claim: Claim) -> Iterable[str]:
    return dict.fromkeys(citation.source for citation in claim.cite)


def _tags(claim: Claim) -> Iterable[str]:
    return dict.fromkeys(map(one_line, claim.tags))


def _usual(name: str) -> str:
    scheme = lookup(name)
    return scheme.name if scheme else one_line(name)


_Finder = Callable[[Sieve, Iterable[int], set[str]], Iterator[int]]

_FINDERS: dict[Facet, _Finder] = {
    "role": Sieve._role,
    "contested": Sieve._contested,
    "unjudged": Sieve._unjudged,
    "mine": Sieve._mine,
    "verdict": Sieve._verdict,
    "cited": Sieve._cited,
    "source": Sieve._source,
    "tag": Sieve._tag,
    "scheme": Sieve._scheme,
}
