"""JSON that says where it is wrong: Python's own reader, and where something stands in the text.

For our own format, whose files may have a million claims: places are looked for only when something
is wrong. :mod:`debate.readers.json_nodes` has the place of everything, and is slower.
"""

from __future__ import annotations

import json
import re
from typing import Any

from debate.model.problem import InvalidDebate, Problem

#: A step into JSON: a key or a number.
Path = tuple[str | int, ...]

_TOKEN = re.compile(r'[ \t\r\n]*([{}\[\]:,]|"(?:[^"\\]|\\.)*"|[^ \t\r\n{}\[\]:,"]+)', re.S)


def parse(text: str, file: str) -> Any:
    """The value that ``text`` holds; raises InvalidDebate with the place of what is wrong."""
    try:
        return json.loads(text, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        what, place = f"this is not JSON: {error.msg.lower()}", (error.lineno, error.colno)
    except RecursionError:
        what, place = "lists and mappings are nested too deep", (1, 1)
    except ValueError as error:  # NaN, or a number with thousands of digits
        what, place = str(error).partition(";")[0], (1, 1)
    raise InvalidDebate([Problem(file, *place, "error", "json", what)])


def _refuse(constant: str) -> float:
    raise ValueError(f"{constant} is no number in JSON")


def place(text: str, path: Path) -> tuple[int, int]:
    """Line and column of the value at ``path``, or of the nearest around it that is there."""
    at: list[str | int] = []
    kinds: list[str] = []
    best, start, key = 0, 0, True
    for match in _TOKEN.finditer(text):
        token = match[1]
        if token in "}]":
            if not kinds:
                break
            kinds.pop()
            at.pop()
            key = False
        elif token == ",":
            if kinds and kinds[-1] == "[":
                at[-1] = int(at[-1]) + 1
            key = bool(kinds) and kinds[-1] == "{"
        elif token == ":":
            key = False
        elif key and kinds and kinds[-1] == "{":
            at[-1] = _string(token)
        else:
            here = tuple(at)
            if here == path[: len(here)] and len(here) >= best:
                best, start = len(here), match.start(1)
                if here == path:
                    break
            if token in "{[":
                kinds.append(token)
                at.append("" if token == "{" else 0)
                key = token == "{"
    before = text[:start]
    return before.count("\n") + 1, start - before.rfind("\n")


def _string(token: str) -> str:
    try:
        return str(json.loads(token))
    except ValueError:
        return token
