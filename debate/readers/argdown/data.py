"""YAML in Argdown: the front matter of a document, and data in braces."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

#: Brackets within brackets; deeper ones would overflow the library's stack.
_DEEPEST = 60
_WIDEST = 200

_BLOCK = re.compile(r"{[ \t]*\n")


class BadData(Exception):
    """No YAML: what is wrong, in a line, and in which line of it (from 0)."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


def front_matter(text: str) -> dict[str, Any]:
    """The mapping that a document begins with; scalars are strings. Raises BadData."""
    found = _loaded(text)
    if found is None or found == "":
        return {}
    if not isinstance(found, dict):
        raise BadData("the front matter is no mapping")
    return found


def data(text: str) -> Any:
    """What braces hold, from "{" to "}"; scalars are strings. Raises BadData."""
    if text.startswith('{"'):
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            pass  # YAML allows more
    if block := _BLOCK.match(text):  # braces alone on their lines hold a block of lines
        text = text[block.end() : text.rindex("}")]
    return _loaded(text)


def _loaded(text: str) -> Any:
    brackets = text.count("[") + text.count("{")
    indent = max(len(line) - len(line.lstrip(" -?")) for line in text.split("\n"))
    if indent > _WIDEST or (brackets > _DEEPEST and _depth(text) > _DEEPEST):
        raise BadData("nested too deep")
    try:
        if "*" in text and "&" in text:
            _refuse_aliases(text)
        return yaml.load(text, yaml.cyaml.CBaseLoader)  # scalars stay strings
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "this is no YAML"
        raise BadData(str(problem), mark.line if mark else 0) from None
    except (ValueError, RecursionError, TypeError) as error:
        raise BadData("this is no YAML") from error


def _refuse_aliases(text: str) -> None:
    for event in yaml.parse(text, yaml.cyaml.CBaseLoader):
        if isinstance(event, yaml.AliasEvent):
            raise BadData("aliases are not read")


def _depth(text: str) -> int:
    depth = most = 0
    for sign in text:
        if sign in "[{":
            depth += 1
            most = max(most, depth)
        elif sign in "]}":
            depth -= 1
    return most
