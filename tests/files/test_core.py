"""Our schemas are the ones that pydantic derives from the same annotations."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest
from pydantic import TypeAdapter

from debate.files.core import schema, validator
from debate.model import Citation, Claim, Outcome, Question, Source
from debate.model.claim import STRUCTURE

#: What pydantic also writes down and the core does without: names, and the defaults of flags.
_UNUSED = {"ref", "metadata", "init", "kw_only", "collect_init_only", "computed_fields"}
_FLAGS = {"frozen", "post_init"}


def needed(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {key: needed(inner) for key, inner in value.items() if key not in _UNUSED}
        return {key: inner for key, inner in kept.items() if key not in _FLAGS or inner}
    return [needed(inner) for inner in value] if isinstance(value, list) else value


@pytest.mark.parametrize("kind", [Citation, Source, Question, Outcome])
def test_pydantic_derives_the_same(kind: Any) -> None:
    assert schema(kind) == needed(TypeAdapter(kind).core_schema)


def test_of_a_claim_too_but_for_its_place_in_the_list() -> None:
    theirs = needed(TypeAdapter(Claim).core_schema)
    structure = {field.name for field in fields(Claim) if STRUCTURE in field.metadata}
    assert structure == {"role", "position", "parent", "depth", "ordinal", "end", "target"}
    theirs["fields"] = [name for name in theirs["fields"] if name not in structure]
    arguments = theirs["schema"]
    arguments["fields"] = [f for f in arguments["fields"] if f["name"] not in structure]
    assert schema(Claim) == theirs


def test_a_validator_is_made_once() -> None:
    assert validator(Source) is validator(Source)


def test_a_type_that_no_record_has_is_refused() -> None:
    with pytest.raises(TypeError, match="set"):
        schema(set[str])
