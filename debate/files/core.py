"""Validators of the model's records, made with pydantic's core and without pydantic itself.

``pydantic.TypeAdapter`` derives the same schemas from the same annotations (a test holds the two
side by side), but importing it and deriving them takes longer than reading a debate: a quarter of
the time to the first frame. What the core understands: pydantic_core.core_schema.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic_core import SchemaValidator

from debate.model.claim import STRUCTURE

_Schema = dict[str, Any]

_SCALARS: dict[Any, str] = {str: "str", int: "int", float: "float", Any: "any"}


@cache
def validator(kind: Any) -> SchemaValidator:
    """What turns raw values into a ``kind``: a record of the model, or a list of them."""
    return SchemaValidator(schema(kind))


def schema(kind: Any) -> _Schema:
    """The core's schema for a type; raises TypeError for one that no record of ours has."""
    if kind in _SCALARS:
        return {"type": _SCALARS[kind]}
    if is_dataclass(kind):
        return _record(kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {"type": "enum", "cls": kind, "members": list(kind), "sub_type": "str"}
    return _composed(kind, get_origin(kind), get_args(kind))


def _composed(kind: Any, origin: Any, of: tuple[Any, ...]) -> _Schema:
    if origin is Annotated:
        bounds = {name: getattr(bound, name) for bound in of[1:] for name in bound.__slots__}
        return schema(of[0]) | bounds
    if origin in (Union, UnionType) and len(of) == 2 and of[1] is type(None):
        return {"type": "nullable", "schema": schema(of[0])}
    if origin is Literal:
        return {"type": "literal", "expected": list(of)}
    if origin is list:
        return {"type": "list", "items_schema": schema(of[0])}
    if origin is tuple and of[1:] == (...,):
        return {"type": "tuple", "items_schema": [schema(of[0])], "variadic_item_index": 0}
    if origin is dict:
        key, value = map(schema, of)
        return {"type": "dict", "keys_schema": key, "values_schema": value}
    raise TypeError(f"no schema for {kind}")


def _record(kind: Any) -> _Schema:
    hints = get_type_hints(kind, include_extras=True)
    # Whoever builds the list of claims sets their structure: here it is not even given defaults.
    given = [field for field in fields(kind) if STRUCTURE not in field.metadata]
    args = [_field(field, hints[field.name]) for field in given]
    config = {"title": kind.__name__}
    if strict := getattr(kind, "__pydantic_config__", None):
        config |= {"extra_fields_behavior": strict["extra"]}
    return {
        "type": "dataclass",
        "cls": kind,
        "fields": [field.name for field in given],
        "slots": True,
        "config": config,
        "schema": {
            "type": "dataclass-args",
            "dataclass_name": kind.__name__,
            "fields": args,
        },
    }


def _field(field: Field[Any], hint: Any) -> _Schema:
    value = schema(hint)
    if field.default is not MISSING:
        value = {"type": "default", "default": field.default, "schema": value}
    return {"type": "dataclass-field", "name": field.name, "schema": value}
