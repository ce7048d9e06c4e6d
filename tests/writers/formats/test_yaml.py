"""Our own YAML: reading what was written gives the same debate."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from debate.files import load, read
from debate.model import Debate
from debate.writers import Options, export
from debate.writers.formats.yaml import HEADER, files
from debate.writers.part import part
from tests.support.build import build
from tests.support.command import KERCH
from tests.support.strategies import TRICKY, debates


def read_back(text: str) -> Debate:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "debate.yaml")
        path.write_text(text, "utf-8")
        reading = read(path)
    assert reading.debate is not None, reading.problems
    return reading.debate


@settings(max_examples=40)
@given(debates())
def test_reading_what_was_written_is_the_identity(debate: Debate) -> None:
    assert read_back(export(debate, "yaml")) == debate


@settings(max_examples=30)
@given(debates(), st.data())
def test_a_part_reads_back_as_that_part(debate: Debate, data: st.DataObject) -> None:
    sides = data.draw(st.lists(st.sampled_from(["on", "off", "012", "background"]), unique=True))
    depth = data.draw(st.none() | st.integers(0, 2))
    chosen = part(debate, Options(tuple(sides), depth)).debate
    assert read_back(export(debate, "yaml", sides=sides, depth=depth)) == chosen


@settings(max_examples=30)
@given(debates())
def test_a_folder_reads_back(debate: Debate) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, chunks in files(debate).items():
            Path(folder, name).write_text("".join(chunks), "utf-8")
        assert load(folder) == debate


def test_the_bundled_debate() -> None:
    debate = load(KERCH)
    assert read_back(export(debate, "yaml")) == debate
    assert sorted(files(debate)) == ["aslund.yaml", "debate.yaml", "fried.yaml", "otoole.yaml"]


@pytest.mark.parametrize("text", TRICKY)
def test_other_readers_see_a_string_too(text: str) -> None:
    debate = build({"one": {"claims": [text.strip()]}}, title=text.strip())
    found = yaml.safe_load(export(debate, "yaml"))
    assert found["debate"] == text.strip()
    assert found["positions"]["one"]["claims"] == [text.strip()]


def test_how_it_looks() -> None:
    debate = build(
        {
            "one": {
                "speaker": "Ann One",
                "recommendations": [{
                    "question": "q", "option": "yes", "id": "do", "claim": "Do it: now.",
                    "cite": {"source": "s", "paragraph": 2, "words": "yes, we can"},
                    "note": "First.\n\nSecond.",
                    "only_if": ["It is legal."],
                    "supports": [{"claim": "It helps.", "weight": 0.5, "undercuts": ["Beside."]}],
                }],
            }
        },
        title="A title", date="2018-11-26",
        questions={"q": {"ask": "Which?", "options": {"yes": "Yes", "no": "No"}}},
        sources={"s": {"title": "S"}},
    )  # fmt: skip
    assert (
        export(debate, "yaml")
        == HEADER
        + """\
format: 1
debate: A title
date: '2018-11-26'
sources:
  s:
    title: S
questions:
  q:
    ask: Which?
    options:
      'yes': 'Yes'
      'no': 'No'
positions:
  one:
    speaker: Ann One
    recommendations:
    - question: q
      option: 'yes'
      id: do
      claim: 'Do it: now.'
      cite: {source: s, paragraph: 2, words: 'yes, we can'}
      note: |-
        First.

        Second.
      only_if:
      - It is legal.
      supports:
      - claim: It helps.
        weight: 0.5
        undercuts:
        - Beside.
"""
    )
