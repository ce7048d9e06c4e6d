"""A class written and read back; and what is said of a file that is none."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given, settings

from debate.lessons.keeping import read, write
from debate.lessons.record import Record, Vote
from debate.model.problem import InvalidDebate
from tests.support.classes import record, records


@settings(max_examples=40)
@given(records())
def test_what_is_written_is_read_back(made: Record) -> None:
    assert read(write(made), "class.json") == made


def wrong(text: str) -> list[str]:
    with pytest.raises(InvalidDebate) as caught:
        read(text, "c.json")
    return [str(problem) for problem in caught.value.problems]


def changed(**fields: Any) -> str:
    return json.dumps(asdict(record(Vote(1, "q", {"go": 3}))) | fields, indent=1)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"kind": "debate"}, "kind is not one of those that there are; write 'class'"),
        ({"format": 2}, "format is not one of those that there are; write 1"),
        ({"people": -1}, "people is out of bounds; write at least 0"),
        ({"people": "many"}, "people is of the wrong kind; write integer"),
        ({"colour": "red"}, "there is no field colour here; remove it"),
        ({"begun": "yesterday"}, "yesterday is no time with an offset"),
        ({"begun": "2026-11-25T09:00:00"}, "is no time with an offset"),
        ({"votes": [{"round": 3, "on": "q", "counts": {}}]}, "round is not one of those"),
        ({"votes": [{"round": 1, "on": "z", "counts": {}}]}, "nothing called z is voted on"),
        ({"votes": [{"round": 1, "on": "q", "counts": {"up": 1}}]}, "q has no option up"),
        ({"votes": [{"round": 1, "on": "q", "counts": {"go": 10_000}}]}, "write at most 9999"),
        ({"predictions": [{"on": "q", "option": "up"}]}, "q has no option up"),
        ({"predictions": [{"on": "z", "option": None}]}, "nothing called z is voted on"),
        ({"plan": [{"phase": "sleep", "minutes": 5}]}, "phase is not one of those"),
    ],
)
def test_each_mistake_is_told_with_its_line(fields: dict[str, Any], said: str) -> None:
    text = changed(**fields)
    [problem] = wrong(text)
    assert said in problem
    line = int(problem.split(":")[1])
    key = next(iter(fields))
    where = next(n for n, each in enumerate(text.split("\n"), 1) if f'"{key}"' in each)
    assert line >= where
    assert line <= where + 8


def test_the_line_is_the_very_one() -> None:
    text = changed(votes=[{"round": 1, "on": "q", "counts": {"go": 1}, "colour": 3}])
    line = next(n for n, each in enumerate(text.split("\n"), 1) if '"colour"' in each)
    assert wrong(text) == [f"c.json:{line}:14: there is no field colour here; remove it"]


def test_a_missing_field_is_named() -> None:
    data = asdict(record())
    del data["items"]
    [problem] = wrong(json.dumps(data))
    assert problem == 'c.json:1:1: items is missing here; add "items": …'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "c.json:1:1: this is not JSON: expecting value"),
        ("{", "c.json:1:2: this is not JSON"),
        ('{"kind": "class",\n}', "c.json:2:1: this is not JSON"),
        ("[]", "is of the wrong kind"),
        ("null", "is of the wrong kind"),
        ("[" * 100_000, "nested deeper than any class is"),
        ("1" * 5000, "this is not JSON"),
    ],
)
def test_what_is_no_class_is_refused(text: str, said: str) -> None:
    assert said in wrong(text)[0]


def test_a_key_that_stands_twice_is_refused() -> None:
    text = changed().replace('"group": ""', '"group": "a",\n "group": "b"')
    [problem] = wrong(text)
    assert "group stands here twice" in problem


def test_an_item_twice_and_a_vote_without_options_are_refused() -> None:
    items = asdict(record())["items"]
    items[1]["id"] = "q"
    items[2]["options"] = {"agree": "Agree"}
    said = wrong(changed(items=items))
    assert any("q is an item already" in each for each in said)
    assert any("one cannot vote on this" in each for each in said)
