"""A filter leaves what a plain look at each claim says, and counts it so."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate.model import Debate
from debate.model.annotations import NO_ANNOTATIONS, Annotations
from debate.reasoning.evaluate import Evaluation
from debate.reasoning.filtering import Choice, Filter, Sieve
from debate.reasoning.judgements import Judgements
from tests.support.hostile import EMPTY, hostile
from tests.support.maps import debates, judged
from tests.support.walking import everything


def plainly(
    debate: Debate, row: int, choice: Choice, judgements: Judgements, notes: Annotations,
    verdict: Callable[[int], str],
) -> bool:  # fmt: skip
    """Whether one row has one thing, found out without any haste."""
    claim = debate.claims[row]
    said = debate.claims[claim.target] if claim.target >= 0 else claim
    rows = [row] if claim.target < 0 else [row, claim.target]
    match choice.facet:
        case "role":
            return claim.role.value == choice.value
        case "contested":
            return any(
                other.parent in rows and other.role.value in ("objection", "undercut")
                for other in debate.claims
            ) or any(end in rows for pair in debate.clashes for end in pair)
        case "unjudged":
            about = {*judgements.accepted, *judgements.rejected, *judgements.credence}
            return not about.intersection(rows) and row not in judgements.weight
        case "mine":
            own = [notes.rows[row] for row in rows if row in notes.rows]
            if choice.value == "mark":
                return any(annotation.marked for annotation in own)
            return any(annotation.note for annotation in own)
        case "verdict":
            return verdict(row) == choice.value
        case "cited":
            return bool(said.cite) == (choice.value == "yes")
        case "source":
            return choice.value in [citation.source for citation in said.cite]
        case "tag":
            return choice.value in said.tags
        case "scheme":
            return (said.scheme or "").casefold() == choice.value.casefold()


@st.composite
def looked_at(draw: st.DrawFn) -> tuple[Debate, Judgements, Annotations]:
    """A random debate with citations, tags and schemes, judged and annotated."""
    debate = draw(debates())
    for claim in debate.claims:
        if claim.target < 0 and draw(st.integers(0, 2)) == 0:
            claim.tags = tuple(draw(st.sets(st.sampled_from("xyz"), max_size=2)))
            claim.scheme = draw(st.sampled_from([None, "argument from sign", "my own kind"]))
    notes = NO_ANNOTATIONS
    for row in draw(st.sets(st.integers(0, len(debate.claims) - 1), max_size=4)):
        row = debate.meant(row)
        notes = notes.mark(row) if draw(st.booleans()) else notes.write(row, "A note.")
    return debate, draw(judged(debate)), notes


CHOICES = [
    *(Choice("role", role) for role in ("support", "objection", "undercut", "recommendation")),
    Choice("contested"),
    Choice("unjudged"),
    Choice("mine", "mark"),
    Choice("mine", "note"),
    *(Choice("verdict", verdict) for verdict in ("stands", "falls", "open")),
    Choice("cited", "yes"),
    Choice("cited", "no"),
    Choice("source", "s"),
    *(Choice("tag", tag) for tag in "xyz"),
    Choice("scheme", "argument from sign"),
    Choice("scheme", "my own kind"),
]


@given(looked_at(), st.frozensets(st.sampled_from(CHOICES), max_size=4))
def test_a_filter_leaves_what_a_plain_look_leaves(
    looked: tuple[Debate, Judgements, Annotations], wanted: Filter
) -> None:
    debate, judgements, notes = looked
    verdict = Evaluation(debate, judgements).verdict
    sifted = Sieve(debate, judgements, notes, verdict).sift(wanted)
    facets = {choice.facet for choice in wanted}
    expected = [
        row
        for row in range(len(debate.claims))
        if all(
            any(
                plainly(debate, row, choice, judgements, notes, verdict)
                for choice in wanted
                if choice.facet == facet
            )
            for facet in facets
        )
    ]
    assert [*sifted.matches] == expected
    above = {step for row in expected for step in debate.path(row)}
    assert [*sifted.kept] == sorted(above)


@given(looked_at())
def test_the_numbers_are_those_of_what_is_left(
    looked: tuple[Debate, Judgements, Annotations],
) -> None:
    debate, judgements, notes = looked
    sieve = Sieve(debate, judgements, notes, Evaluation(debate, judgements).verdict)
    counts = sieve.count()
    for choice in {*CHOICES, *(choice for counter in counts.values() for choice in counter)}:
        matches = sieve.sift(frozenset({choice})).matches
        for side, counter in counts.items():
            assert counter[choice] == sum(row in debate.side(side) for row in matches), choice


@pytest.mark.parametrize(
    ("choice", "names"),
    [
        (Choice("source", "t"), ["bo.stay"]),
        (Choice("source", "s"), ["ann.good", "ann:1.3.1", "bo.stay"]),
        (Choice("cited", "no"), ["ann.go", "ann.dry"]),
        (Choice("tag", "health"), ["ann.good", "ann:1.3.1"]),
        (Choice("scheme", "argument from expert opinion"), ["ann.good", "ann:1.3.1"]),
        (Choice("contested"), ["ann.go", "ann.good", "ann:1.3.1", "bo.stay", "bo.healthy"]),
    ],
)
def test_a_row_that_repeats_a_claim_is_found_with_it(choice: Choice, names: list[str]) -> None:
    debate = everything()
    matches = Sieve(debate).sift(frozenset({choice})).matches
    assert [debate.name(row) for row in matches][: len(names)] == names


@pytest.mark.parametrize("debate", [EMPTY, hostile()])
def test_nothing_and_everything_are_counted(debate: Debate) -> None:
    sieve = Sieve(debate)
    for counter in sieve.count().values():
        for choice in counter:
            assert sieve.sift(frozenset({choice})).matches
    assert len(sieve.sift(frozenset()).matches) == len(debate.claims)
