"""JSON of other people's formats as the tree of nodes that YAML comes as, each with its place.

Every scalar stays the text that was written (numbers too, however large), and nothing recurses.
Our own files are read by Python's reader instead, which is faster: see
:mod:`debate.readers.json_places`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]
from typing import NoReturn

from debate.model.problem import InvalidDebate, Problem
from debate.readers.nodes import PENDING, Node

#: Deeper than any map is nested.
_DEEPEST = 1_000

_BLANK = re.compile(r"[ \t\r\n]*")
_WORD = re.compile(r"[-+.\w]+")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_TEXT = r'"([^"\\\x00-\x1f]*)"'

#: A whole entry of a mapping as most are: its key, a string without escapes or a bare word.
_PAIR = re.compile(
    rf"[ \t\r\n]*{_TEXT}[ \t\r\n]*:[ \t\r\n]*"
    rf"(?:{_TEXT}|({_NUMBER.pattern}|true|false|null))(?=[ \t\r\n]*[,}}])"
)

#: Text nodes hold nothing, and share it.
_NO_ITEMS: list[Node] = []
_NO_PAIRS: list[tuple[Node, Node]] = []

_NAMES = frozenset({"true", "false", "null", "NaN", "Infinity", "-Infinity"})


def parse(text: str, file: str) -> Node:
    """The tree of one JSON text, with the names that Python and JavaScript add for numbers.

    A string is a text node that is ``quoted``; a key given twice stays twice. Raises InvalidDebate
    with the place of what is wrong.
    """
    return _Parser(text, file).parse()


class _Parser:
    """One pass over a text; ``at`` is where it stands."""

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file, self.at = text, file, 0
        self.lines = [0, *(match.end() for match in re.finditer("\n", text)), len(text) + 1]
        self.line = 1

    def parse(self) -> Node:
        top = Node("list", 1, 1)
        nest = [top]
        closed = False  # a value is complete, so that a comma or an end must follow
        while True:
            sign = self._next()
            inner = nest[-1]
            if len(nest) == 1 and top.items:
                if sign:
                    self._wrong("here the value is complete already")
                return top.items[0]
            if sign and sign in "}]":
                self._close(sign, nest, closed)
                closed = True
                continue
            if closed and len(nest) > 1:
                if sign != ",":
                    self._wrong("a comma is missing here")
                self.at += 1
                sign = self._next()
                if sign and sign in "}]":
                    self._wrong("after the comma something must follow")
            if inner.kind == "mapping":
                if self._pair(inner):
                    closed = True
                    continue
                self._key(inner, sign)
            closed = self._value(nest)

    def _close(self, sign: str, nest: list[Node], closed: bool) -> None:
        inner = nest[-1]
        if len(nest) == 1 or sign != ("}" if inner.kind == "mapping" else "]"):
            self._wrong(f"this {sign} closes nothing")
        if (inner.items or inner.pairs) and not closed:
            self._wrong("a value is missing here")
        nest.pop()
        self.at += 1

    def _pair(self, mapping: Node) -> bool:
        """Take in a whole entry, if it is as most are: many times as fast as by its parts."""
        match = _PAIR.match(self.text, self.at)
        if match is None:
            return False
        line, column = self._place(match.start(1) - 1)
        key = Node("text", line, column, match[1], _NO_ITEMS, _NO_PAIRS, True)
        group = 2 if match[2] is not None else 3
        line, column = self._place(match.start(group) - (group == 2))
        value = Node("text", line, column, match[group], _NO_ITEMS, _NO_PAIRS, group == 2)
        mapping.pairs.append((key, value))
        self.at = match.end()
        return True

    def _key(self, mapping: Node, sign: str) -> None:
        if sign != '"':
            self._wrong("here a name in double quotes must stand")
        line, column = self._place(self.at)
        mapping.pairs.append(
            (Node("text", line, column, self._string(), _NO_ITEMS, _NO_PAIRS, True), PENDING)
        )
        if self._next() != ":":
            self._wrong("a colon is missing here")
        self.at += 1

    def _value(self, nest: list[Node]) -> bool:
        """Take in one value, or the beginning of a nest; whether it is complete."""
        sign = self._next()
        line, column = self._place(self.at)
        if sign and sign in "{[":
            node = Node("mapping" if sign == "{" else "list", line, column)
            _put(nest[-1], node)
            nest.append(node)
            if len(nest) > _DEEPEST:
                self._wrong(f"nested more than {_DEEPEST:,} deep")
            self.at += 1
            return False
        if sign == '"':
            node = Node("text", line, column, self._string(), _NO_ITEMS, _NO_PAIRS, True)
        else:
            node = Node("text", line, column, self._bare(sign), _NO_ITEMS, _NO_PAIRS)
        _put(nest[-1], node)
        return True

    def _string(self) -> str:
        start = self.at
        try:
            found: str
            found, self.at = scanstring(self.text, start + 1, False)
        except JSONDecodeError as error:
            self.at = start if "Unterminated" in error.msg else error.pos
            self._wrong(
                "this string has no end" if self.at == start else "this escape means nothing"
            )
        return found

    def _bare(self, sign: str) -> str:
        match = _WORD.match(self.text, self.at)
        word = match[0] if match else ""
        if not word:
            self._wrong(f"{sign} may not stand here" if sign else "the file ends in the middle")
        if word not in _NAMES and not _NUMBER.fullmatch(word):
            self._wrong(f"{word[:30]} is no number and no string; a string stands in double quotes")
        self.at += len(word)
        return word

    def _next(self) -> str:
        """The character after blanks; "" at the end."""
        match = _BLANK.match(self.text, self.at)
        assert match
        self.at = match.end()
        return self.text[self.at : self.at + 1]

    def _place(self, at: int) -> tuple[int, int]:
        """The line and column of a place; mostly one after that which was asked for last."""
        lines, line = self.lines, self.line
        if at < lines[line - 1] or at >= lines[line]:
            line = self.line = bisect_right(lines, at)
        return line, at - lines[line - 1] + 1

    def _wrong(self, what: str) -> NoReturn:
        place = self._place(self.at)
        raise InvalidDebate([Problem(self.file, *place, "error", "json", what)])


def _put(inner: Node, node: Node) -> None:
    if inner.kind == "list":
        inner.items.append(node)
    else:
        inner.pairs[-1] = (inner.pairs[-1][0], node)
