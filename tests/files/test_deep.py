"""The patient parser finds what PyYAML's own finds, and what libyaml finds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from debate.files.deep import DeepParser
from debate.model import Debate
from debate.writers import Options, get
from tests.support.strategies import debates


def told(events: Callable[[], Any]) -> list[tuple[Any, ...]]:
    """Each event with its value and its place; the error that ended them, if one did."""
    found: list[tuple[Any, ...]] = []
    try:
        while event := events():
            mark = event.start_mark
            found.append((type(event), getattr(event, "value", None), mark.line, mark.column))
    except yaml.YAMLError as error:
        found.append((type(error), str(error)))
    return found


_BITS = [
    "a",
    "- ",
    "  ",
    "\n",
    "\n  ",
    "\n    ",
    ": ",
    "? ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "#",
    " #",
    "'",
    '"',
    ">\n",
    "\t",
    "---",
    "é",
    "\x85",
]
_text = st.lists(st.sampled_from([*_BITS, "|\n"]), max_size=40)


@given(_text.map("".join))
def test_any_text_gives_the_events_of_pyyaml(text: str) -> None:
    data = text.encode()
    assert told(DeepParser(data).get_event) == told(yaml.SafeLoader(data).get_event)


@given(debates())
def test_any_debate_gives_the_events_of_libyaml(debate: Debate) -> None:
    data = "".join(get("yaml").write(debate, Options())).encode()
    assert told(DeepParser(data).get_event) == told(yaml.CSafeLoader(data).get_event)


@pytest.mark.parametrize("brackets", ["[" * 400, "[a, " * 400, "{a: [" * 200, "[\n" * 400])
def test_brackets_are_the_same_however_many(brackets: str) -> None:
    data = brackets.encode()
    assert told(DeepParser(data).get_event)[:100] == told(yaml.SafeLoader(data).get_event)[:100]
