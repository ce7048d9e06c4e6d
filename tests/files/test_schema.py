"""The JSON Schema accepts what the reader accepts, and refuses what it refuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from debate.files import bundled
from debate.files.keys import CLAIM, DEBATE, POSITION
from debate.files.schema import schema

VALIDATOR = Draft202012Validator(schema())
STARTER = Path(__file__).parents[2] / "debate" / "cli" / "starter"


def plain(path: Path) -> Any:
    """A YAML file as an editor's language server sees it."""
    return json.loads(json.dumps(yaml.safe_load(path.read_text("utf-8")), default=str))


def test_it_is_a_valid_schema() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize(
    "path", [*bundled().glob("*.yaml"), *STARTER.glob("*.yaml")], ids=lambda path: path.name
)
def test_it_accepts_every_file_that_ships(path: Path) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(plain(path))] == []


def test_the_file_beside_the_bundled_debate_is_this_schema() -> None:
    beside = bundled().parent / "debate.schema.json"
    assert json.loads(beside.read_text("utf-8")) == schema()
    for path in bundled().glob("*.yaml"):
        header = path.read_text("utf-8").splitlines()[0]
        assert header == "# yaml-language-server: $schema=../debate.schema.json"


def test_it_describes_every_key() -> None:
    made = schema()["$defs"]
    for key in CLAIM:
        assert made[f"key-{key}"]["description"] == CLAIM[key].about
    for name, keys in (("debate", DEBATE), ("position", POSITION)):
        assert list(made[name]["properties"]) == list(keys)


@pytest.mark.parametrize(
    "bad",
    [
        {"debate": "x", "titel": "y"},
        {"debate": "x", "questions": {"q": {"ask": "?", "options": {"only": "one"}}}},
        {"debate": "x", "sources": {"s": {"author": "without a title"}}},
        {"debate": "x", "sources": {"not an id": {"title": "t"}}},
        {"claims": [{"suports": []}]},
        {"claims": [{"claim": "x", "undercuts": ["y"]}]},
        {"claims": [{"claim": "x", "weight": 2}]},
        {"claims": [{"claim": "x", "option": "y"}]},
        {"claims": [{"claim": "x", "supports": [{"ref": "y", "cite": {"source": "s"}}]}]},
        {"recommendations": ["a bare sentence"]},
        {"recommendations": [{"claim": "x", "question": "q"}]},
    ],
    ids=json.dumps,
)
def test_it_refuses(bad: Any) -> None:
    assert not VALIDATOR.is_valid(bad)
