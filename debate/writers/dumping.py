"""Plain data as JSON in which nothing is obeyed by a terminal, and nothing recurses."""

from __future__ import annotations

import json
import re
from json.encoder import encode_basestring
from typing import Any

from debate.writers.nesting import Token, walk

#: Characters that JSON allows as they are, but that terminals obey or UTF-8 cannot hold.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")

#: Those that YAML has no place for, not even escaped or not at all.
_NOT_IN_YAML = re.compile("[\ud800-\udfff\ufffe\uffff]")

_ENCODER = json.JSONEncoder(ensure_ascii=False)


def dump(value: Any) -> str:
    """``value`` as JSON on one line; deep data, for which the library's encoder recurses, too."""
    return _UNSAFE.sub(_escaped, _encoded(value))


def string(text: str) -> str:
    """A string as :func:`dump` has it."""
    made = encode_basestring(text)
    return made if made.isprintable() else _UNSAFE.sub(_escaped, made)


def dump_flow(value: Any) -> str:
    """``value`` as JSON that is YAML as well: characters that YAML cannot hold are left out."""
    return _UNSAFE.sub(_escaped, _NOT_IN_YAML.sub("", _encoded(value)))


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _encoded(value: Any) -> str:
    try:
        return _ENCODER.encode(value)
    except RecursionError:
        return _deep(value)


def _deep(value: Any) -> str:
    parts: list[str] = []
    comma = False
    for token, item in walk(value):
        if token in (Token.END_MAPPING, Token.END_LIST):
            parts.append("}" if token is Token.END_MAPPING else "]")
            comma = True
            continue
        if comma:
            parts.append(", ")
        comma = token is Token.SCALAR
        if token is Token.MAPPING:
            parts.append("{")
        elif token is Token.LIST:
            parts.append("[")
        elif token is Token.KEY:
            parts.append(f"{json.dumps(str(item), ensure_ascii=False)}: ")
        else:
            parts.append(json.dumps(item, ensure_ascii=False))
    return "".join(parts)
