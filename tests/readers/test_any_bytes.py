"""Reading any bytes ends in a debate or in problems, never in an exception."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate import bundled, load, readers
from debate.readers import opening
from debate.writers import names
from tests.support.reading import reading, written
from tests.support.walking import everything

FORMATS = readers.names()[1:]


@pytest.mark.parametrize("name", FORMATS)
@given(data=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode()))
def test_any_bytes(name: str, data: bytes) -> None:
    found = reading(name, data)
    assert found.debate or any(problem.severity == "error" for problem in found.problems)


@pytest.mark.parametrize("name", [name for name in FORMATS if name in names()])
def test_a_file_that_was_spoilt(name: str) -> None:
    whole = written(name, everything()).encode()
    chance = random.Random(7)
    for _ in range(30):
        start = chance.randrange(len(whole))
        end = min(len(whole), start + chance.randrange(1, 400))
        other = chance.randrange(len(whole))
        for data in (
            whole[:start],
            whole[start:],
            whole[:start] + whole[end:],
            whole[:start] + whole[other : other + end - start] + whole[end:],
            whole[:start] + bytes([chance.randrange(256)]) + whole[start + 1 :],
        ):
            found = reading(name, data)
            assert found.debate or found.problems


@pytest.mark.parametrize("name", [name for name in FORMATS if name in names()])
def test_the_content_says_which_format_it_is(name: str) -> None:
    data = written(name, load(bundled())).encode()
    assert opening.detect(data, "-") == name
    assert opening.detect(data, "some.yaml") in (name, readers.OWN)


def test_our_own_is_told_by_its_keys() -> None:
    data = written("yaml", load(bundled())).encode()
    for name in ("-", "some.txt", "some.yaml", "some.md"):
        assert opening.detect(data, name) == readers.OWN
