"""A class as a file and back: JSON, with line and column of whatever is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from debate.lessons.record import Record
from debate.model.problem import InvalidDebate, Problem
from debate.readers.nodes import Node, parse, unique

_RECORD = TypeAdapter(Record)

#: A way down into the file: keys and numbers of items.
_Way = tuple[str | int, ...]


def write(record: Record) -> str:
    """The record as JSON; :func:`read` makes the same record of it."""
    return json.dumps(asdict(record), ensure_ascii=False, indent=1) + "\n"


def read(text: str, file: str) -> Record:
    """The record that ``text``, the contents of ``file``, holds.

    Raises InvalidDebate with all that is wrong: JSON that is none, keys that are unknown, missing
    or twice there, values of another kind, votes and predictions on what is not voted on.
    """
    try:
        twice: list[str] = []
        json.loads(text, object_pairs_hook=lambda pairs: _unique(pairs, twice))
    except json.JSONDecodeError as error:
        what = f"this is not JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        problem = Problem(file, error.lineno, error.colno, "error", "json", what)
        raise InvalidDebate([problem]) from error
    except RecursionError as error:
        what = "nested deeper than any class is"
        raise InvalidDebate([Problem(file, 0, 0, "error", "too-deep", what)]) from error
    except ValueError as error:  # a number of more digits than Python reads
        what = f"this is not JSON: {str(error).partition(';')[0]}"
        raise InvalidDebate([Problem(file, 0, 0, "error", "json", what)]) from error
    try:
        record = _RECORD.validate_json(text.encode("utf-8", "surrogatepass"), strict=True)
    except ValidationError as error:
        found = [(_way(detail), *_words(detail)) for detail in error.errors(include_url=False)]
        raise InvalidDebate(_problems(found, text, file)) from None
    if wrong := list(_unsound(record)):
        raise InvalidDebate(_problems(wrong, text, file))
    if twice:
        raise InvalidDebate(_all_unique(text, file))
    return record


def _unique(pairs: list[tuple[str, Any]], twice: list[str]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        twice.append(pairs[-1][0])
    return made


# ---------------------------------------------------------------------- what is wrong


def _way(detail: ErrorDetails) -> _Way:
    return detail["loc"]


def _words(detail: ErrorDetails) -> tuple[str, str]:
    """What is wrong, and what to write instead, for one of pydantic's errors."""
    kind, where = detail["type"], detail["loc"]
    context, last = detail.get("ctx", {}), where[-1] if where else "class"
    if kind == "missing":
        return f"{last} is missing here", f'add "{last}": …'
    if kind in ("unexpected_keyword_argument", "extra_forbidden"):
        return f"there is no field {last} here", "remove it"
    if kind == "literal_error":
        return f"{last} is not one of those that there are", f"write {context['expected']}"
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = "at least" if kind == "greater_than_equal" else "at most"
        return f"{last} is out of bounds", f"write {bound} {next(iter(context.values()))}"
    said = detail["msg"].removeprefix("Input should be ").removeprefix("a valid ")
    return f"{last} is of the wrong kind", f"write {said}"


def _unsound(record: Record) -> Iterator[tuple[_Way, str, str]]:
    """Where a record does not fit together: each with the way to the place."""
    known = {item.id: item for item in record.items}
    ids = ", ".join(list(known)[:6]) or "nothing"
    seen: set[str] = set()
    for number, item in enumerate(record.items):
        if item.id in seen:
            yield ("items", number, "id"), f"{item.id} is an item already", "give each its own id"
        seen.add(item.id)
        if len(item.options) < 2:
            yield ("items", number, "options"), "one cannot vote on this", "name two options"
    for number, vote in enumerate(record.votes):
        if vote.on not in known:
            yield ("votes", number, "on"), f"nothing called {vote.on} is voted on", f"it is {ids}"
            continue
        for option in vote.counts:
            if option not in known[vote.on].options:
                options = ", ".join(known[vote.on].options)
                what = f"{vote.on} has no option {option}"
                yield ("votes", number, "counts", option), what, f"it has {options}"
    for number, made in enumerate(record.predictions):
        item_ = known.get(made.on)
        if item_ is None:
            what = f"nothing called {made.on} is voted on"
            yield ("predictions", number, "on"), what, f"it is {ids}"
        elif made.option is not None and made.option not in item_.options:
            what = f"{made.on} has no option {made.option}"
            options = ", ".join(item_.options)
            yield ("predictions", number, "option"), what, f"it has {options}, or null"
    for way, time in _times(record):
        try:
            if time is not None and datetime.fromisoformat(time).tzinfo is None:
                raise ValueError
        except ValueError:
            hint = "write it like 2026-11-25T09:00:00+01:00"
            yield way, f"{time or 'nothing'} is no time with an offset", hint


def _times(record: Record) -> Iterator[tuple[_Way, str | None]]:
    yield ("begun",), record.begun
    yield ("ended",), record.ended
    for number, note in enumerate(record.notes):
        yield ("notes", number, "at"), note.at
    for number, timer in enumerate(record.timers):
        yield ("timers", number, "ends"), timer.ends


# ---------------------------------------------------------------------- where it is


def _problems(found: Iterable[tuple[_Way, str, str]], text: str, file: str) -> list[Problem]:
    """Problems with their places, which a second reading finds (JSON is YAML)."""
    root = _root(text, file)
    made = []
    for way, what, hint in found:
        node = _at(root, way) if root else None
        line, column = (node.line, node.column) if node else (0, 0)
        made.append(Problem(file, line, column, "error", "class", what, hint))
    return made


def _root(text: str, file: str) -> Node | None:
    try:
        return parse(text, file)
    except InvalidDebate:  # JSON that is no YAML: a tab, say; then there is no place to tell
        return None


def _at(node: Node, way: _Way) -> Node:
    """The node at the end of a way, or as far down it as there is one."""
    for part in way:
        if isinstance(part, int) and node.kind == "list" and part < len(node.items):
            node = node.items[part]
        elif node.kind == "mapping" and (below := _value(node, str(part))) is not None:
            node = below
        else:
            break
    return node


def _value(mapping: Node, name: str) -> Node | None:
    return next((value for key, _, value in mapping.entries() if key == name), None)


def _all_unique(text: str, file: str) -> list[Problem]:
    """A problem for each key that stands twice in its mapping."""
    root = _root(text, file)
    if root is None:
        return [Problem(file, 0, 0, "error", "duplicate-key", "a key stands twice in a mapping")]
    found: list[Problem] = []
    nodes = [root]
    while nodes:
        node = nodes.pop()
        found += unique(node, file)
        nodes += [*node.items, *(value for _, value in node.pairs)]
    return sorted(found, key=lambda problem: (problem.line, problem.column))
