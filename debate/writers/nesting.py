"""Plain nested data as a flat stream of tokens, so that no writer recurses into it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum, auto
from typing import Any


class Token(Enum):
    """What a step of the walk is; KEY and SCALAR carry a value."""

    MAPPING = auto()
    LIST = auto()
    END_MAPPING = auto()
    END_LIST = auto()
    KEY = auto()
    SCALAR = auto()


def walk(value: Any) -> Iterator[tuple[Token, Any]]:
    """The tokens of ``value``: mappings, lists and tuples of scalars, nested to any depth."""
    stack: list[tuple[Token | None, Any]] = [(None, value)]
    while stack:
        token, item = stack.pop()
        if token is not None:
            yield token, item
        elif isinstance(item, Mapping):
            yield Token.MAPPING, None
            stack.append((Token.END_MAPPING, None))
            for key in reversed(item):
                stack += [(None, item[key]), (Token.KEY, key)]
        elif isinstance(item, list | tuple):
            yield Token.LIST, None
            stack.append((Token.END_LIST, None))
            stack += [(None, inner) for inner in reversed(item)]
        else:
            yield Token.SCALAR, item
