"""YAML of other people's formats as a tree of nodes that know where they stand.

Every scalar stays the text that was written (no Norway problem), nothing recurses, and what makes a
file mean something else than it shows is refused: aliases, a second document, a key given twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from operator import setitem
from typing import Any

import yaml

from debate.model.problem import InvalidDebate, Problem
from debate.model.text import many_lines

#: Deeper than any map is nested; a bomb of brackets stops here.
_DEEPEST = 100


@dataclass(slots=True)
class Node:
    """A piece of YAML: ``text`` of a scalar, ``items`` of a list, ``pairs`` of a mapping.

    ``kind`` is "text", "list" or "mapping"; ``line`` and ``column`` count from 1. A scalar left
    empty has ``text`` "" and is :attr:`empty`, like an empty list or mapping.
    """

    kind: str
    line: int
    column: int
    text: str = ""
    items: list[Node] = field(default_factory=list)
    pairs: list[tuple[Node, Node]] = field(default_factory=list)
    quoted: bool = False

    @property
    def null(self) -> bool:
        """Whether this is a scalar that says that there is nothing."""
        return self.kind == "text" and self.text in ("", "~", "null") and not self.quoted

    def get(self, *names: str) -> Node | None:
        """The value under the first of the names that is there; None of what is no mapping."""
        for wanted in names:
            for name, _, value in self.entries():
                if name == wanted:
                    return value
        return None

    @property
    def empty(self) -> bool:
        """Whether nothing stands here (YAML's null counts as nothing)."""
        return self.null or (self.kind != "text" and not self.items and not self.pairs)

    def entries(self) -> Iterator[tuple[str, Node, Node]]:
        """The entries of a mapping: the key's text, the key, the value."""
        for key, value in self.pairs:
            yield key.text, key, value


def parse(text: str, file: str) -> Node:
    """The tree of one YAML document; an empty file is an empty mapping.

    Raises InvalidDebate with the place of what is wrong.
    """
    top = Node("list", 1, 1)
    nest = [top]
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            _take(event, nest, file)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise _wrong(file, line, column, "yaml", error.problem or "this is not YAML") from error
    except yaml.reader.ReaderError as error:
        # the library counts bytes
        before = text.encode("utf-8", "replace")[: error.position].decode("utf-8", "ignore")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        found = text[len(before) : len(before) + 1] or text[-1:]
        what = f"the character U+{ord(found):04X} may not stand in YAML"
        raise _wrong(file, line, column, "yaml", what) from error
    if len(top.items) > 1:
        second = top.items[1]
        what = "a second document begins here; one file is one map"
        raise _wrong(file, second.line, second.column, "second-document", what)
    return top.items[0] if top.items else Node("mapping", 1, 1)


def _take(event: yaml.Event, nest: list[Node], file: str) -> None:
    """Put what an event says into the innermost open node."""
    mark = event.start_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    if isinstance(event, yaml.AliasEvent):
        what = "aliases are not followed; write the value again"
        raise _wrong(file, line, column, "alias", what)
    if isinstance(event, yaml.ScalarEvent):
        scalar = Node("text", line, column, text=event.value, quoted=event.style is not None)
        _put(nest, scalar, file)
    elif isinstance(event, yaml.CollectionStartEvent):
        kind = "mapping" if isinstance(event, yaml.MappingStartEvent) else "list"
        node = Node(kind, line, column)
        _put(nest, node, file)
        nest.append(node)
        if len(nest) > _DEEPEST:
            raise _wrong(file, line, column, "too-deep", f"nested more than {_DEEPEST} deep")
    elif isinstance(event, yaml.CollectionEndEvent):
        nest.pop()


def _put(nest: list[Node], node: Node, file: str) -> None:
    """Add a node to the innermost open one: its key, its value or its next item."""
    parent = nest[-1]
    if parent.kind == "list":
        parent.items.append(node)
    elif parent.pairs and parent.pairs[-1][1] is PENDING:
        parent.pairs[-1] = (parent.pairs[-1][0], node)
    else:
        if node.kind != "text":
            raise _wrong(file, node.line, node.column, "key", "a key has to be plain text")
        parent.pairs.append((node, PENDING))


def plain(node: Node, clean: Callable[[str], str] = many_lines) -> Any:
    """A node as mappings and lists of strings, made clean; what is null in a mapping is left out.

    Of a key given twice the last counts. Nothing recurses.
    """
    top: list[Any] = []
    waiting: list[tuple[Node, Callable[[Any], object]]] = [(node, top.append)]
    while waiting:
        node, put = waiting.pop()
        if node.kind == "text":
            put(clean(node.text))
        elif node.kind == "list":
            made: list[Any] = [None] * len(node.items)
            put(made)
            waiting += [(item, partial(setitem, made, at)) for at, item in enumerate(node.items)]
        else:
            pairs = [pair for pair in node.pairs if not pair[1].null]
            mapping = dict.fromkeys(clean(key.text) for key, _ in pairs)
            put(mapping)
            waiting += [
                (value, partial(setitem, mapping, clean(key.text)))
                for key, value in reversed(pairs)
            ]
    return top[0]


def unique(mapping: Node, file: str) -> list[Problem]:
    """A problem for each key that a mapping has twice."""
    seen: dict[str, Node] = {}
    problems = []
    for name, key, _ in mapping.entries():
        if name in seen:
            what = f"{name} stands here twice (first on line {seen[name].line})"
            problems.append(Problem(file, key.line, key.column, "error", "duplicate-key", what))
        seen.setdefault(name, key)
    return problems


#: Stands where the value of a key just read will stand.
PENDING = Node("text", 0, 0)


def _wrong(file: str, line: int, column: int, code: str, what: str) -> InvalidDebate:
    return InvalidDebate([Problem(file, line, column, "error", code, what)])
