"""Carneades maps as debates: every statement, argument, undercutter and issue comes out."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from debate import files, readers
from debate.model import Debate, Role
from debate.model.problem import InvalidDebate
from debate.model.reading import Reading
from debate.readers.formats.carneades import likeness, read
from debate.writers import ALL
from debate.writers.formats import yaml as own
from tests.support.shared import shared


def opened(text: str) -> Reading:
    return read(dedent(text).encode(), "map.yml")


def outline(debate: Debate | None) -> list[str]:
    assert debate
    return [
        f"{'  ' * claim.depth}{claim.role.glyph}{'=' * (claim.target >= 0)}{debate.text(row)}"
        for row, claim in enumerate(debate.claims)
    ]


def codes(reading: Reading) -> list[tuple[str, str]]:
    return [(found.severity, found.code) for found in reading.problems]


def test_what_is_no_part_of_an_argument_is_told() -> None:
    reading = opened("""\
        statements: {a: A, b: B}
        arguments:
          x: {conclusion: a, premises: [b], scheme: linked, exceptions: [e]}
        """)
    assert [(found.line, found.column, found.code) for found in reading.problems] == [
        (3, 53, "unknown-field"),
    ]
    assert "what undercuts it is its undercutter" in reading.problems[0].message
    assert outline(reading.debate) == ["○A", "  +B"]


def named(debate: Debate, row: int) -> str:
    """The name of a claim's statement in the map."""
    claim = debate.claims[debate.meant(row)]
    assert claim.extra is not None
    return str(claim.extra["carneades"].get("name", claim.id))


def found_steps(debate: Debate) -> dict[str, set[tuple[str, str, str]]]:
    """By argument: its conclusion, premises and undercutters, as (what, name, name)."""
    found: dict[str, set[tuple[str, str, str]]] = {}
    for row, claim in enumerate(debate.claims):
        step = (claim.extra or {}).get("step")
        if claim.role is Role.SUPPORT:
            assert step
            argument = found.setdefault(step["carneades"]["name"], set())
            conclusion = named(debate, claim.parent)
            argument.add(("premise", named(debate, row), conclusion))
            for child in debate.children(row):
                if debate.claims[child].role is Role.CO_PREMISE:
                    argument.add(("premise", named(debate, child), conclusion))
                elif debate.claims[child].role is Role.UNDERCUT:
                    argument.add(("undercut", named(debate, child), conclusion))
        elif claim.role is Role.OBJECTION:
            assert step
            argument = found.setdefault(step["carneades"]["undercuts"], set())
            argument.add(("undercut", named(debate, row), named(debate, claim.parent)))
    return found


def listed(value: Any) -> list[str]:
    """The names that a name, a list or a mapping to names gives."""
    if value is None:
        return []
    if isinstance(value, dict):
        return [str(each) for each in value.values()]
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]


def test_every_map_of_the_corpus(tmp_path: Path) -> None:
    paths = sorted(shared("corpora", "carneades").glob("*.yml"))
    assert len(paths) == 21
    for path in paths:
        data = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        assert data["meta"]
        reading = readers.read(path, format="carneades")
        assert [found for found in reading.problems if found.severity == "error"] == []
        debate = reading.debate
        assert debate
        rows = [row for row, claim in enumerate(debate.claims) if claim.target < 0]
        statements = data.get("statements") or {}
        assert sorted(named(debate, row) for row in rows) == sorted(statements)
        expected: dict[str, set[tuple[str, str, str]]] = {}
        for name, argument in (data.get("arguments") or {}).items():
            conclusion = argument["conclusion"]
            parts = {("premise", each, conclusion) for each in listed(argument.get("premises"))}
            parts |= {("undercut", u, conclusion) for u in listed(argument.get("undercutter"))}
            if parts:
                expected[name] = parts
        assert found_steps(debate) == expected, path
        for name, issue in (data.get("issues") or {}).items():
            question = debate.questions[name]
            answers = {
                named(debate, row)
                for row in rows
                if debate.claims[row].role is Role.RECOMMENDATION
                and debate.claims[row].question == name
            }
            assert len(question.options) == len(answers) == len(issue["positions"])
            assert answers == set(issue["positions"])
        assumed = set(filter(None, listed(data.get("assumptions"))))
        kept = {
            named(debate, row)
            for row in rows
            if (debate.claims[row].extra or {})["carneades"].get("assumed")
        }
        aside = (debate.extra or {}).get("carneades", {}).get("assumptions", [])
        assert kept.isdisjoint(aside)
        assert assumed <= kept | set(aside)
        made = tmp_path / f"{path.stem}.yaml"
        made.write_text("".join(own.write(debate, ALL)), "utf-8")
        again = files.read(made)
        assert again.debate == debate
        assert not [found for found in again.problems if found.severity == "error"]


def test_issues_are_questions_that_sides_answer() -> None:
    reading = opened("""
        statements: {go: Go, stay: Stay, dry: It is dry, wet: It is wet, sun: The sun shines}
        issues:
          trip: {positions: [go, stay], standard: CCE}
          weather: {positions: [dry, wet]}
        arguments:
          a: {conclusion: go, premises: [dry]}
          b: {conclusion: stay, premises: {minor: wet}}
          c: {conclusion: dry, premises: [sun], scheme: argument from sign}
        assumptions: [sun]
        """)
    assert reading.problems == []
    debate = reading.debate
    assert outline(debate) == [
        *("●Go", "  +=It is dry", "●It is dry", "  +The sun shines"),
        *("●Stay", "  +=It is wet", "●It is wet"),
    ]
    assert debate
    assert debate.questions["trip"].standard == "clear-and-convincing"
    assert debate.claims[3].scheme == "argument from sign"
    assert debate.claims[3].extra
    assert debate.claims[3].extra["carneades"] == {"assumed": "true"}


def test_weights_and_premises_that_carry_alone() -> None:
    reading = opened("""
        statements: {a: A, b: B, c: C, u: U}
        weighing_functions: {light: {constant: 0.25}, odd: {preference: []}}
        arguments:
          one: {conclusion: c, premises: [a, b], scheme: convergent, undercutter: u}
          two: {conclusion: c, premises: [a], scheme: light}
          three: {conclusion: c, premises: [b], scheme: odd}
        """)
    assert codes(reading) == [("note", "weighing")]
    assert outline(reading.debate) == [
        *("○C", "  +A", "    ~U", "  +B", "    ~=U", "  +=A", "  +=B"),
    ]
    assert reading.debate
    assert [claim.weight for claim in reading.debate.claims if claim.weight is not None] == [0.25]


def test_metadata_references_and_what_is_not_read() -> None:
    reading = opened("""
        meta: {title: T, notes: A note., source: A book, extra: [1, {a: b}]}
        statements: {p: {text: P, meta: {by: Ann}}, "f( x )": Q}
        references: {r1: {title: Book, creator: Ann, date: 2001, url: "http://a.b"}, r2: Other}
        tests: {in: [p]}
        language: {foo/1: foo}
        colour: red
        """)
    assert codes(reading) == [("note", "needs-rules"), ("note", "unknown-field")]
    debate = reading.debate
    assert debate
    assert (debate.title, debate.summary) == ("T", "A note.")
    assert [(s.title, s.author, s.date, s.url) for s in debate.sources.values()] == [
        ("Book", "Ann", "2001", "http://a.b"),
        ("Other", None, None, None),
    ]
    assert debate.extra == {
        "carneades": {
            "meta": {"source": "A book", "extra": ["1", {"a": "b"}]},
            "tests": {"in": ["p"]},
            "language": {"foo/1": "foo"},
            "colour": "red",
        }
    }
    assert debate.claims[1].extra == {"carneades": {"name": "f( x )"}}


def test_what_is_wrong_is_said_and_the_rest_is_read() -> None:
    reading = opened("""\
        statements: {p: P, q: Q, p: Again}
        issues:
          {i: {positions: [p, q, x], standard: best}, j: {positions: [q, p]}, k: {positions: p}}
        arguments:
          a: {conclusion: r, premises: [p]}
          b: {premises: [p]}
          c: {conclusion: q, premises: [p, s]}
          d: {conclusion: p}
        assumptions: [z]
        """)
    assert sorted((found.line, found.code) for found in reading.problems) == [
        *((1, "duplicate-key"), (3, "standard"), (3, "two-issues"), (3, "two-issues")),
        *((3, "unknown-statement"), (5, "unknown-statement"), (6, "no-conclusion")),
        *((7, "unknown-statement"), (8, "no-premises"), (9, "unknown-statement")),
    ]
    assert outline(reading.debate) == ["●P", "●Q", "  +=P"]


def test_circles_are_refs() -> None:
    reading = opened("""
        statements: {p: P, q: Q}
        arguments: {a: {conclusion: p, premises: [q]}, b: {conclusion: q, premises: [p]}}
        """)
    assert outline(reading.debate) == ["○P", "  +Q", "    +=P"]


@pytest.mark.parametrize("text", ["- a", "x", "statements: [a", "statements: *x"])
def test_what_is_no_map(text: str) -> None:
    try:
        reading = opened(text)
    except InvalidDebate as invalid:
        assert invalid.problems[0].line
    else:
        assert reading.problems


def test_likeness() -> None:
    assert likeness("meta: {}\nstatements:\n  p: P\n", ".yml") == 3
    assert likeness("arguments: {}\n", ".yml") == 2
    assert likeness("meta:\n  title: x\n", ".yml") == 1
    assert likeness("debate: x\nstatements: {}\n", ".yml") == 0


_WHOLE = (
    b"meta: {title: T}\nstatements: {p: P, q: Q}\nissues: {i: {positions: [p, q]}}\n"
    b"arguments: {a: {conclusion: p, premises: [q], undercutter: q}}\nassumptions: [q]\n"
)


@given(st.binary(max_size=20), st.integers(0, len(_WHOLE)), st.integers(0, 30))
def test_any_bytes_end_in_a_debate_or_in_problems(junk: bytes, at: int, gone: int) -> None:
    for data in (junk, _WHOLE[:at] + junk + _WHOLE[at + gone :]):
        try:
            assert read(data, "x") is not None
        except InvalidDebate as invalid:
            assert invalid.problems
