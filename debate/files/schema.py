"""The JSON Schema of the files, made from the same table of keys that the reader follows.

One schema serves a debate's own file and the files of its positions, so that one header line works
in both: which of the two a file is, is told by the keys that only debate.yaml has.
"""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any, Final, get_args

from debate.files.checks import ID
from debate.files.keys import CLAIM, DEBATE, POSITION, RECOMMENDATION_KEYS, REF_KEYS, Key, Shape
from debate.model import Citation, Question, Role, Source, Standard
from debate.model.role import STEP_ROLES
from debate.model.schemes import SCHEMES

#: JSON Schema, draft 2020-12.
DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"

_Schema = dict[str, Any]

# YAML reads 1 and 2018-11-26 as a number and a date; for us they are text.
_TEXT: Final[_Schema] = {"type": ["string", "number", "boolean"]}
_ID: Final[_Schema] = {"type": ["string", "number", "boolean"], "pattern": f"^{ID.pattern}$"}
_SHARE: Final[_Schema] = {"type": "number", "minimum": 0, "maximum": 1}

_CITATION_ABOUT = {
    "source": "The id of a source, declared in debate.yaml.",
    "paragraph": "Which block of the source between blank lines, the headline being 0.",
    "page": "The page, where a source has pages.",
    "at": "Where in the source, said in any other way.",
    "words": "At most eight whole words, copied exactly: their first occurrence is the place.",
}
_SOURCE_ABOUT = {
    "title": "The title of the document.",
    "author": "Who wrote it.",
    "publisher": "Where it appeared.",
    "date": "When it appeared, as you would write it.",
    "url": "Its address on the web.",
}
_QUESTION_ABOUT = {
    "ask": "The question as it is asked.",
    "options": "What can be answered, at least two: a label for each id.",
    "standard": "The proof standard that a recommendation must meet.",
}


def schema() -> _Schema:
    """The schema as plain data, ready for ``json.dumps``."""
    own = [key for key in DEBATE if key not in POSITION]
    return {
        "$schema": DRAFT,
        "title": "A debate, or one position of it",
        "type": "object",
        "if": {"anyOf": [{"required": [key]} for key in own]},
        "then": {"$ref": "#/$defs/debate"},
        "else": {"$ref": "#/$defs/position"},
        "$defs": {
            "debate": _mapping(DEBATE, {"required": ["debate"]}),
            "position": _mapping(POSITION),
            "source": _record(Source, _SOURCE_ABOUT),
            "question": _question(),
            "citation": _citation(),
            **{f"key-{name}": _described(name, key) for name, key in CLAIM.items()},
            **{_list_name(role): _claims(role) for role in Role},
        },
    }


def _list_name(role: Role) -> str:
    return f"{role}-list"


def _mapping(keys: dict[str, Key], more: _Schema | None = None) -> _Schema:
    return _object({name: _described(name, key) for name, key in keys.items()}, more)


def _claim(keys: list[str], required: list[str]) -> _Schema:
    """A claim with these keys; each is described once, for all roles."""
    return _object({name: {"$ref": f"#/$defs/key-{name}"} for name in keys}, {"required": required})


def _object(properties: _Schema, more: _Schema | None = None) -> _Schema:
    closed = {"type": "object", "properties": properties, "additionalProperties": False}
    return closed | (more or {})


def _described(name: str, key: Key) -> _Schema:
    return {"description": key.about, **_value(name, key)}


def _value(name: str, key: Key) -> _Schema:
    """What may stand as the value of a key."""
    if key.role:
        return {"$ref": f"#/$defs/{_list_name(key.role)}"}
    if key.shape is Shape.NAMES:
        return _one_or_many(_TEXT)
    if key.shape is Shape.CITES:
        return _one_or_many({"$ref": "#/$defs/citation"})
    return _SPECIAL.get(name, _TEXT)


def _one_or_many(one: _Schema) -> _Schema:
    return {"anyOf": [one, {"type": "array", "items": one}]}


def _by_id(name: str) -> _Schema:
    return {
        "type": "object",
        "propertyNames": {"pattern": f"^{ID.pattern}$"},
        "additionalProperties": {"$ref": f"#/$defs/{name}"},
    }


_SPECIAL: Final[dict[str, _Schema]] = {
    "format": {"enum": [1, "1"]},
    "id": _ID,
    "weight": _SHARE,
    "credence": _SHARE,
    "scheme": {**_TEXT, "examples": [scheme.name for scheme in SCHEMES.values()]},
    "extra": {"type": "object"},
    "sources": _by_id("source"),
    "questions": _by_id("question"),
    "positions": {"anyOf": [{"type": "array", "items": _ID}, _by_id("position")]},
    "outcome": {
        "anyOf": [
            _TEXT,
            {
                "type": "object",
                "properties": {
                    "claim": _TEXT,
                    "cite": _one_or_many({"$ref": "#/$defs/citation"}),
                },
                "required": ["claim"],
                "additionalProperties": False,
            },
        ]
    },
}


def _record(kind: type, about: dict[str, str]) -> _Schema:
    """A record of the model whose fields are all text; those without a default are required."""
    return {
        "type": "object",
        "properties": {name: {"description": text, **_TEXT} for name, text in about.items()},
        "required": [f.name for f in fields(kind) if f.default is MISSING],
        "additionalProperties": False,
    }


def _question() -> _Schema:
    made = _record(Question, _QUESTION_ABOUT)
    options = {"type": "object", "additionalProperties": _TEXT, "minProperties": 2}
    made["properties"]["options"] |= options
    made["properties"]["standard"] = {
        "description": _QUESTION_ABOUT["standard"],
        "enum": list(get_args(Standard)),
    }
    return made


def _citation() -> _Schema:
    made = _record(Citation, _CITATION_ABOUT)
    count = {"type": "integer", "minimum": 0}
    made["properties"]["paragraph"] = {
        "description": _CITATION_ABOUT["paragraph"],
        **_one_or_many(count),
    }
    return made


def _claims(role: Role) -> _Schema:
    """A list of claims in a role: full ones, bare sentences, and refs where these may stand."""
    keys = [name for name in CLAIM if _allowed(name, role)]
    required = ["claim", *(RECOMMENDATION_KEYS if role is Role.RECOMMENDATION else ())]
    kinds = [_claim([name for name in keys if name != "ref"], required)]
    if role is not Role.RECOMMENDATION:
        kinds = [_TEXT, *kinds, _claim([name for name in keys if name in REF_KEYS], ["ref"])]
    return {"type": "array", "items": {"anyOf": kinds}}


def _allowed(name: str, role: Role) -> bool:
    """Whether a key means anything on a claim in this role."""
    if name in RECOMMENDATION_KEYS:
        return role is Role.RECOMMENDATION
    if name in ("undercuts", "together_with"):
        return role in STEP_ROLES
    return not (name == "weight" and role is Role.CO_PREMISE)
