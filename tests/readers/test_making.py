"""What foreign files are made of comes out as a debate that our own files could hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate import files
from debate.model import Debate, Role
from debate.model.reading import Reading
from debate.readers.making import Making, slug
from debate.readers.net import Net
from debate.writers import ALL
from debate.writers.formats import yaml
from tests.support.strategies import TRICKY


def read_back(debate: Debate, folder: Path) -> Reading:
    path = folder / "made.yaml"
    path.write_text("".join(yaml.write(debate, ALL)), "utf-8")
    return files.read(path)


def test_siblings_are_grouped_by_role_stably(tmp_path: Path) -> None:
    making = Making("x.map", "A title")
    side = making.position("One side")
    root = making.claim("Root", Role.THESIS, position=side, line=3)
    for number, role in enumerate([Role.OBJECTION, Role.SUPPORT, Role.OBJECTION, Role.SUPPORT]):
        making.claim(f"{role} {number}", role, root, line=10 - number)
    making.claim("A fact", Role.BACKGROUND)
    reading = making.finish()
    assert reading.debate
    assert [claim.text for claim in reading.debate.claims] == [
        *("Root", "support 1", "support 3", "objection 0", "objection 2", "A fact"),
    ]
    assert [*reading.lines] == [3, 9, 7, 10, 8, 0]
    assert reading.debate.positions[0].name == "one-side"
    assert read_back(reading.debate, tmp_path).debate == reading.debate


def test_what_a_parent_cannot_carry_is_put_near_to_it_and_said() -> None:
    making = Making("x.map")
    root = making.claim("Root", Role.THESIS, position=making.position("a"))
    undercut = making.claim("Beside the point", Role.UNDERCUT, root, line=2)
    support = making.claim("Because", Role.SUPPORT, root)
    joined = making.claim("And", Role.CO_PREMISE, support)
    on_joined = making.claim("No step", Role.UNDERCUT, joined)
    again = making.ref(root, Role.SUPPORT, joined)
    below = making.claim("Of the ref", Role.SUPPORT, again)
    reading = making.finish()
    assert reading.debate
    roles = {
        reading.debate.text(row): claim.role for row, claim in enumerate(reading.debate.claims)
    }
    assert roles["Beside the point"] is Role.OBJECTION
    parents = {
        claim.text: reading.debate.text(claim.parent)
        for claim in reading.debate.claims
        if claim.parent >= 0
    }
    assert parents["No step"] == "Because"
    assert parents["Of the ref"] == "Root"
    assert [(found.line, found.code) for found in reading.problems] == [(2, "misplaced")]
    assert undercut < on_joined < below


def test_names_are_unique_whatever_the_texts() -> None:
    making = Making("x.map")
    for name in ("debate", "background", "Ja!", "ja", "JA", "שלום", "שלום", "x" * 90):
        making.position(name)
    names = [side.name for side in making.debate.positions]
    assert names[:2] == ["debate", "background-2"]
    assert len(set(names)) == len(names)
    assert all(len(slug(f"a word {name}")) <= 32 for name in names)


def test_too_deep_is_refused_with_its_line() -> None:
    making = Making("x.map")
    row = making.claim("0", Role.THESIS, position=making.position("a"))
    for depth in range(1, 1002):
        row = making.claim(str(depth), Role.SUPPORT, row, line=depth)
    reading = making.finish()
    assert reading.debate is None
    assert [(found.line, found.code) for found in reading.problems] == [(1001, "too-deep")]


@pytest.mark.parametrize("text", TRICKY)
def test_a_slug_is_a_name(text: str) -> None:
    assert all(character.isascii() for character in slug(text))
    assert not set(slug(text)) & set(" .:/\\")


_NUMBERS = st.integers(0, 11)


@given(
    texts=st.lists(st.sampled_from(TRICKY), min_size=12, max_size=12),
    steps=st.lists(
        st.tuples(
            st.sampled_from([Role.SUPPORT, Role.OBJECTION, Role.CONDITION]),
            st.lists(_NUMBERS, min_size=1, max_size=3, unique=True),
            _NUMBERS,
        ),
        max_size=20,
    ),
    undercuts=st.lists(st.tuples(st.lists(_NUMBERS, min_size=1, max_size=2), st.integers(0, 99))),
)
def test_every_statement_and_step_of_a_net_comes_out_once(
    tmp_path_factory: pytest.TempPathFactory,
    texts: list[str],
    steps: list[tuple[Role, list[int], int]],
    undercuts: list[tuple[list[int], int]],
) -> None:
    net = Net()
    for text in texts:
        net.statement(text)
    for role, premises, conclusion in steps:
        net.step(role, premises, conclusion, extra={"kind": str(role)})
    for premises, target in undercuts:
        if net.steps and net.steps[target % len(net.steps)].role is not Role.CONDITION:
            net.undercut(premises, target % len(net.steps))
    making = Making("x.map", "A net")
    net.unroll(making)
    debate = making.finish().debate
    assert debate
    claims = debate.claims
    assert sorted(claim.text for claim in claims if claim.target < 0) == sorted(texts)
    rows = [row for row, claim in enumerate(claims) if claim.role is not Role.THESIS]
    assert len(rows) == sum(len(step.premises) for step in net.steps)
    kinds = [claim.role for claim in claims if claim.role not in (Role.THESIS, Role.CO_PREMISE)]
    assert sorted(kinds) == sorted(
        role
        for step in net.steps
        for role in ([step.role] * (len(step.premises) if step.role is Role.CONDITION else 1))
    )
    folder = tmp_path_factory.mktemp("net")
    again = read_back(debate, folder)
    assert again.debate == debate
    assert not [found for found in again.problems if found.severity == "error"]
