"""Statements and arguments of Argdown: a title, words over as many lines as they take, data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from debate.readers.argdown.data import BadData, data
from debate.readers.argdown.graph import Graph, Inference, Node, Occurrence
from debate.readers.argdown.words import Reader, Scan, Words, _Pieces

#: How a line begins.
LINE = re.compile(
    r"(?P<indent>[ \t]*)(?:(?P<blank>\n|\Z)|(?P<inference>--)"
    r"|(?P<relation>\+>|->|<\+|<-(?!-)|\+|-|><|_>|<_|_(?=\s))|(?P<number>\(\d+\))"
    r"|(?P<item>(?:\d+\.|\*)(?=\s))|(?P<heading>\#+[ ])|(?P<front>===)|)"
)
SPACES = re.compile(r"[ \t]*")


@dataclass(slots=True)
class Level:
    """An indentation, and what stands above the lines that have it."""

    width: int
    indent: str
    parent: Node | Inference | None
    occurrence: int = -1


@dataclass(slots=True)
class Structure:
    """A premise-conclusion structure being read."""

    argument: Node
    premises: list[Node]
    numbers: list[str]
    pending: Inference | None = None
    complete: bool = False


class Elements:
    """Reads statements and arguments into :attr:`graph`; errors gather in ``scan``."""

    def __init__(self, text: str) -> None:
        self.scan = Scan(text)
        self.text = text
        self.reader = Reader(self.scan)
        self.graph = Graph()
        self.front: dict[str, Any] = {}
        self.strict = False
        self._levels = [Level(0, "", None)]
        self._last: Node | Inference | None = None  # the element on which a deeper line hangs
        self._last_occurrence = -1
        self._structure: Structure | None = None
        self._described: Node | None = None  # the argument just above, for its structure
        self._fresh = True  # after an empty line
        self._concluded: Inference | None = None  # whose conclusion was read last

    def _past_comments(self, at: int) -> tuple[int, bool]:
        """Past lines that hold nothing but comments; whether there was one on this line."""
        text, passed = self.text, False
        while True:
            start = end_of(SPACES, text, at)
            if text[start : start + 1] not in ("/", "<"):
                return at, passed
            end = self.scan.comment(start)
            if end == start:
                return at, passed
            at, passed = end, True
            rest = end_of(SPACES, text, at)
            if text[rest : rest + 1] == "\n":
                at, passed = rest + 1, False

    def _member(self, at: int, width: int, indent: str, parent: int, sign: str) -> tuple[int, Node]:
        """A statement or an argument at the top or in a premise; what follows may hang on it."""
        end, node = self._node(at, parent, sign)
        self._levels = [Level(width, indent, node, self._last_occurrence)]
        self._concluded = None
        return end, node

    def _node(self, at: int, parent: int = -1, sign: str = "") -> tuple[int, Node]:
        """What a statement or argument says, and which it is."""
        text, start = self.text, at
        argument = text[at : at + 1] == "<"
        title, defined = "", True
        if text[at : at + 1] in ("[", "<") and not self._is_link(at):
            end = self.reader.title_end(at)
            if end > at:
                defined = text[end - 1] == ":"
                title = text[at + 1 : end - 1 - defined]
                at = end
        argument = argument and bool(title)
        words, at = self._words(at, bool(title) and not defined)
        if title and not defined and words.text and not words.tags_only:
            hint = f"write {text[start : start + len(title) + 2]}: before its text"
            self.scan.error(start, "no-colon", "a text after a title without a colon", hint)
            defined = True
        if title and defined and not words.text:
            self.scan.error(start, "no-text", "a title with a colon and no text", "write its text")
            defined = False
        if not title and not words.text:
            self.scan.error(start, "no-text", "there is no text here", "write one, or a [title]")
        node = self.graph.node(title, argument, start)
        if defined:
            node.define(words.text, words.source)
        self._annotate(node, words, defined)
        if self.graph.occurrences is not None:
            section = len(self.graph.sections) - 1
            place = Occurrence(node, parent, sign, start, defined, words.data, section)
            self._last_occurrence = len(self.graph.occurrences)
            self.graph.occurrences.append(place)
        self._last = node
        return at, node

    def _is_link(self, at: int) -> bool:
        return self.text[at] == "[" and self.reader._link(at) > at

    def _annotate(self, node: Node, words: Words, defined: bool) -> None:
        for tag in words.tags or ():
            node.tags = node.tags or {}
            if tag not in node.tags:
                node.tags[tag] = None
                if not defined:
                    node.loose_tags = node.loose_tags or []
                    node.loose_tags.append(tag)
        if words.data:
            node.data = node.data or []
            node.data.append(words.data)

    def _words(self, at: int, reference: bool = False) -> tuple[Words, int]:
        """Words over as many lines as they take, and the data behind them."""
        pieces, text, length = _Pieces(), self.text, len(self.text)
        data_text, data_at = "", 0
        while True:
            self.reader.data_at = -1
            at = self.reader.line(at, pieces)
            if self.reader.data_at >= 0:
                end = self.scan.data(at)
                if data_text:
                    self.scan.error(at, "second-data", "data once more", "put all in one pair")
                data_text, data_at = text[at:end], at
                self._check_data(data_text, at)
                at = end
                rest = end_of(SPACES, text, at)
                if rest < length and text[rest] != "\n" and not self.scan.comment(rest) > rest:
                    self.scan.error(rest, "after-data", "text behind data", "put the data last")
                continue
            if at >= length:
                break
            at += 1
            at, _ = self._past_comments(at)
            if at >= length or self._ends(at, bool(pieces.text) or reference):
                break
            if data_text and text[end_of(SPACES, text, at)] != "{":
                self.scan.error(at, "after-data", "text behind data", "put the data last")
            pieces.spaced()
        words = self.reader.finished(pieces)
        words.data, words.data_at = data_text, data_at
        if reference:
            words.tags_only = bool(words.tags) and all(
                piece.startswith("#") or not piece.strip() for piece in pieces.text
            )
        return words, at

    def _ends(self, at: int, begun: bool) -> bool:
        """Whether words, if there are any yet, end where a line begins."""
        found = LINE.match(self.text, at)
        assert found
        kind = found.lastgroup
        if kind == "front":
            return False
        if kind != "indent":
            return True
        start = found.end("indent")
        sign = self.text[start : start + 1]
        if sign not in ("[", "<") or not begun or self._is_link(start):
            return False
        end = self.reader.title_end(start)
        if end == start:
            return False
        return self.text[end - 1] == ":" or self.text[end : end + 1] in ("\n", "")

    def _check_data(self, found: str, at: int) -> None:
        try:
            data(found)
        except BadData as bad:
            start = at
            for _ in range(bad.line):
                start = self.text.find("\n", start) + 1
            hint = "write {key: value}, or \\{ for a brace in a text"
            self.scan.error(start, "bad-data", f"this is no YAML: {bad}", hint)


def end_of(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where what stands at a place ends; the place itself if it does not stand there."""
    found = pattern.match(text, at)
    return found.end() if found else at
