"""Argdown's text to what it says: one loop over the lines, whatever their depth.

A syntax error is reported with its place, and what can be read around it is read. Where Argdown
1.7 reads something, this reads the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from debate.readers.argdown.data import BadData, data, front_matter
from debate.readers.argdown.graph import Graph, Inference, Kind, Node, Occurrence, Section
from debate.readers.argdown.words import Reader, Scan, Words, _Pieces

_LINE = re.compile(
    r"(?P<indent>[ \t]*)(?:(?P<blank>\n|\Z)|(?P<inference>--)"
    r"|(?P<relation>\+>|->|<\+|<-(?!-)|\+|-|><|_>|<_|_(?=\s))|(?P<number>\(\d+\))"
    r"|(?P<item>(?:\d+\.|\*)(?=\s))|(?P<heading>\#+[ ])|(?P<front>===)|)"
)
#: A whole line of the usual kind: a relation's sign or a title or both, and words without any mark,
#: which end with the line. Most lines are so, and are read at once.
_TITLE = r"(?:\[([^\[\]\n]+)\]|<([^<>\n-][^<>\n]*)>):"
_WORD = r"[^\\@#*_\[\]<{}/\n\t:.]"
_USUAL = re.compile(
    rf"([ \t]*)(?:(\+>|->|<\+|<-|[+\-])[ ]?(?:{_TITLE}[ ])?|{_TITLE}[ ])"
    rf"(?![ =>\-(])({_WORD}+(?:[.:](?=[ \n]|\Z){_WORD}*)*)"
    r"(?:\n(?=[ \t]*(?:\n|[+\-]|<[+_]|<-(?!-)|\Z))|\Z)"
)
_FRONT = re.compile(r"===+([\s\S]*?)===+")
_SPACES = re.compile(r"[ \t]*")

#: The kind of each sign, and whether what stands below is its source.
_SIGNS: dict[str, tuple[Kind, bool]] = {
    "+": ("support", True),
    "<+": ("support", True),
    "+>": ("support", False),
    "-": ("attack", True),
    "<-": ("attack", True),
    "->": ("attack", False),
    "_": ("undercut", True),
    "<_": ("undercut", True),
    "_>": ("undercut", False),
    "><": ("contradictory", False),
}


@dataclass(slots=True)
class _Level:
    """An indentation, and what stands above the lines that have it."""

    width: int
    indent: str
    parent: Node | Inference | None
    occurrence: int = -1


@dataclass(slots=True)
class _Structure:
    """A premise-conclusion structure being read."""

    argument: Node
    premises: list[Node]
    numbers: list[str]
    pending: Inference | None = None
    complete: bool = False


class Parser:
    """Reads one document into :attr:`graph`; errors gather in ``scan``."""

    def __init__(self, text: str) -> None:
        self.scan = Scan(text)
        self.text = text
        self.reader = Reader(self.scan)
        self.graph = Graph()
        self.front: dict[str, Any] = {}
        self.strict = False
        self._levels = [_Level(0, "", None)]
        self._last: Node | Inference | None = None  # the element on which a deeper line hangs
        self._last_occurrence = -1
        self._structure: _Structure | None = None
        self._described: Node | None = None  # the argument just above, for its structure
        self._fresh = True  # after an empty line
        self._concluded: Inference | None = None  # whose conclusion was read last

    def parse(self) -> Graph:
        """Read all of it."""
        at, length = 0, len(self.text)
        started = False
        while at < length:
            if (usual := _USUAL.match(self.text, at)) and self._usual(usual):
                at, started = usual.end(), True
                continue
            at, passed = self._past_comments(at)
            found = _LINE.match(self.text, at)
            assert found
            kind = found.lastgroup or ""
            if kind == "blank":
                self._fresh = self._fresh or not passed
                at = found.end() if found.end() > at else length
                continue
            if kind == "front" and not started:
                at = self._front_matter(found.start("front"))
                started = True
                continue
            started = True
            at = self._element(kind, found, at)
            self._fresh = False
        self._end_structure(length)
        return self.graph

    def _usual(self, found: re.Match[str]) -> bool:
        """Read a line of the usual kind; whether it could be."""
        indent, sign, one, two, three, four, words = found.groups()
        graph = self.graph
        if "  " in words or graph.occurrences is not None or self.reader.all_slow:
            return False
        start = found.end(1)
        parent: Node | Inference | None = None
        if sign:
            if self._fresh or self._last is None:
                return False
            level = self._level(indent, start)
            parent = level.parent
            if not isinstance(parent, Node):
                return False
        elif not self._fresh or self._structure:
            return False
        argument = two or four
        title = argument or one or three or ""
        node = graph.node(title, argument is not None, start)
        if node.text is None:
            node.text = words.rstrip(" ")
        else:
            node.define(words.rstrip(" "), "")
        if sign and isinstance(parent, Node):
            kind, incoming = _SIGNS[sign]
            one, other = (node, parent) if incoming else (parent, node)
            graph.relate(kind, one, other, start)
        else:
            self._levels = [_Level(0, "", node)]
            self._concluded = None
            self._described = node if argument else None
        self._last = node
        self._fresh = False
        return True

    def _past_comments(self, at: int) -> tuple[int, bool]:
        """Past lines that hold nothing but comments; whether there was one on this line."""
        text, passed = self.text, False
        while True:
            start = _end(_SPACES, text, at)
            if text[start : start + 1] not in ("/", "<"):
                return at, passed
            end = self.scan.comment(start)
            if end == start:
                return at, passed
            at, passed = end, True
            rest = _end(_SPACES, text, at)
            if text[rest : rest + 1] == "\n":
                at, passed = rest + 1, False

    def _element(self, kind: str, found: re.Match[str], at: int) -> int:
        indent, end = found["indent"], found.end()
        if kind == "relation":
            return self._relation(found["relation"], indent, end, found.start("relation"))
        if kind == "inference":
            return self._inference(found.start("inference"))
        if kind == "number":
            return self._premise(found["number"], end, found.start("number"))
        self._end_structure(at)
        if kind == "heading":
            return self._heading(found["heading"], end, found.start("heading"))
        start = end if kind == "item" else found.end("indent")
        if not self._fresh and self._last is not None and kind != "item":
            hint = "put an empty line before it"
            self.scan.error(start, "no-empty-line", "a new element in the middle of another", hint)
        width = len(indent) + 1 if kind == "item" else 0
        end, node = self._member(_end(_SPACES, self.text, start), width, indent, -1, "")
        self._described = node if node.argument and kind != "item" else None
        return end

    # ------------------------------------------------------------------ statements and arguments

    def _member(self, at: int, width: int, indent: str, parent: int, sign: str) -> tuple[int, Node]:
        """A statement or an argument at the top or in a premise; what follows may hang on it."""
        end, node = self._node(at, parent, sign)
        self._levels = [_Level(width, indent, node, self._last_occurrence)]
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
                rest = _end(_SPACES, text, at)
                if rest < length and text[rest] != "\n" and not self.scan.comment(rest) > rest:
                    self.scan.error(rest, "after-data", "text behind data", "put the data last")
                continue
            if at >= length:
                break
            at += 1
            at, _ = self._past_comments(at)
            if at >= length or self._ends(at, bool(pieces.text) or reference):
                break
            if data_text and text[_end(_SPACES, text, at)] != "{":
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
        found = _LINE.match(self.text, at)
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

    # ------------------------------------------------------------------ relations

    def _relation(self, sign: str, indent: str, end: int, start: int) -> int:
        if self._fresh and self._last is not None:
            hint = "remove the empty line above it"
            self.scan.error(start, "loose-relation", "a relation that hangs on nothing", hint)
        level = self._level(indent, start)
        parent = level.parent
        if parent is None:
            hint = "write the statement above it that it is about"
            self.scan.error(start, "loose-relation", "a relation that hangs on nothing", hint)
        kind, incoming = _SIGNS[sign]
        at = _end(_SPACES, self.text, end)
        at, node = self._node(at, level.occurrence, sign)
        if parent is None:
            self._levels = [_Level(0, "", node, self._last_occurrence)]
            return at
        if isinstance(parent, Inference) and (kind != "undercut" or not incoming):
            hint = "write <_ before what undercuts the inference"
            self.scan.error(start, "no-undercut", "an inference can only be undercut", hint)
            kind, incoming = "undercut", True
        if incoming:
            if kind == "undercut" and len(self._levels) == 2 and self._concluded:
                parent = self._concluded  # below a conclusion it is on the step to it
            self.graph.relate(kind, node, parent, start)
        elif isinstance(parent, Node):
            self.graph.relate(kind, parent, node, start)
        return at

    def _level(self, indent: str, start: int) -> _Level:
        """The level of a line that is indented so, as Argdown tells it: by counting characters."""
        levels, width = self._levels, len(indent)
        last = levels[-1]
        mixed = not (indent.startswith(last.indent) or last.indent.startswith(indent))
        if mixed:
            hint = "indent all lines with spaces alone, or all with tabs"
            self.scan.error(start, "mixed-indent", "tabs and spaces are mixed", hint)
        if width > last.width:
            last = _Level(width, indent, self._last, self._last_occurrence)
            levels.append(last)
            return last
        while len(levels) > 1 and width < levels[-1].width:
            levels.pop()
        last = levels[-1]
        if len(levels) == 1 and last.parent is not None and not (self._fresh or mixed):
            hint = "indent it more than what it is about"
            self.scan.error(start, "not-indented", "a relation that is not indented", hint)
        return last

    # ------------------------------------------------------------------ reconstructions

    def _premise(self, number: str, end: int, start: int) -> int:
        """A statement with a number before it."""
        structure = self._structure
        if structure and self._fresh:
            if structure.complete and not structure.pending:
                self._end_structure(start)
            else:
                hint = "remove the empty line above it"
                message = "an empty line in a premise-conclusion structure"
                self.scan.error(start, "empty-line", message, hint)
        if self._structure is None:
            if not self._fresh and self._last is not None:
                hint = "put an empty line before it"
                message = "a numbered statement in the middle of another element"
                self.scan.error(start, "no-empty-line", message, hint)
            self._structure = self._begin(start)
        structure = self._structure
        at, node = self._member(_end(_SPACES, self.text, end), 0, "", -1, "")
        structure.numbers.append(number[1:-1])
        if structure.pending:
            structure.pending.conclusion = node
            self._concluded = structure.pending
            structure.pending, structure.premises = None, [node]
            structure.complete = True
        else:
            structure.premises.append(node)
            structure.complete = False
        return at

    def _begin(self, start: int) -> _Structure:
        """A structure of the argument above it, or of one without a title."""
        argument, self._described = self._described, None
        if argument is not None and argument.inferences:
            hint = "give one of them another title"
            message = f"a second premise-conclusion structure of <{argument.called}>"
            self.scan.error(start, "second-structure", message, hint)
            argument = None
        if argument is None:
            argument = self.graph.node("", True, start)
        argument.section = len(self.graph.sections) - 1
        return _Structure(argument, [], [])

    def _inference(self, start: int) -> int:
        """The line or lines between premises and a conclusion."""
        text = self.text
        body = start + 2
        end, rules, data_text = self._rules(body)
        structure = self._structure
        if structure is None:
            hint = "number the premises above it: (1) …"
            self.scan.error(start, "no-premises", "an inference without premises", hint)
            structure = self._structure = self._begin(start)
        elif structure.pending:
            hint = "write a conclusion between them: (3) …"
            self.scan.error(start, "no-conclusion", "an inference without conclusion", hint)
            structure.premises = [*structure.pending.premises]
            (structure.argument.inferences or []).remove(structure.pending)
        elif self._fresh:
            hint = "remove the empty line above it"
            message = "an empty line in a premise-conclusion structure"
            self.scan.error(start, "empty-line", message, hint)
        step = Inference(structure.argument, structure.premises, start)
        step.rules, step.data = rules, data_text
        structure.argument.inferences = structure.argument.inferences or []
        structure.argument.inferences.append(step)
        structure.pending, structure.complete = step, False
        self._last, self._levels = step, [_Level(0, "", step)]
        rest = _end(_SPACES, text, end)
        if rest < len(text) and text[rest] != "\n" and self.scan.comment(rest) == rest:
            hint = "begin a new line behind the dashes"
            self.scan.error(rest, "after-inference", "text behind an inference", hint)
            return rest
        return text.find("\n", rest) + 1 or len(text)

    def _rules(self, at: int) -> tuple[int, str, str]:
        """What stands between the dashes: its end, the rules, the data."""
        text, length, start = self.text, len(self.text), at
        rules, data_text = "", ""
        while at < length:
            if text.startswith("--", at):
                while text.startswith("-", at):
                    at += 1
                return at, " ".join(rules.split()), data_text
            if text[at] in "/<" and (end := self.scan.comment(at)) > at:
                at = end
                continue
            if text[at] == "{" and (end := self.scan.data(at)) > at:
                data_text = text[at:end]
                self._check_data(data_text, at)
                at = end
                continue
            if text[at] == "\n" and (text.startswith(("\n\n", "\n("), at)):
                break
            if text[at] == "\\" and text[at + 1 : at + 2] not in ("", "\n"):
                rules += text[at + 1]
                at += 2
                continue
            rules += text[at]
            at += 1
        hint = "write ---- or -- name of the rule --"
        self.scan.error(start - 2, "open-inference", "an inference line that does not end", hint)
        line = text.find("\n", start)
        line = length if line < 0 else line
        return line, " ".join(text[start:line].strip("- ").split()), ""

    def _end_structure(self, at: int) -> None:
        structure, self._structure = self._structure, None
        if structure is None:
            return
        if structure.pending:
            place = structure.pending.at
            hint = "write a conclusion below it: (3) …"
            self.scan.error(place, "no-conclusion", "an inference without conclusion", hint)
            structure.argument.inferences = (structure.argument.inferences or [])[:-1] or None
        elif not structure.complete:
            place = structure.premises[-1].at if structure.premises else at
            hint = "write ---- and a numbered conclusion below them"
            message = "numbered statements without an inference"
            self.scan.error(place, "no-conclusion", message, hint)
        if structure.numbers != [str(number + 1) for number in range(len(structure.numbers))]:
            structure.argument.numbers = structure.numbers

    # ------------------------------------------------------------------ headings, front matter

    def _heading(self, signs: str, end: int, start: int) -> int:
        if not self._fresh and (self._last is not None or self.graph.sections):
            hint = "put an empty line before it"
            self.scan.error(start, "no-empty-line", "a heading in the middle of an element", hint)
        words, at = self._words(end)
        source = words.source if words.source != words.text else ""
        section = Section(len(signs) - 1, words.text, source, words.data, start)
        self.graph.sections.append(section)
        self._last, self._levels, self._described = None, [_Level(0, "", None)], None
        return at

    def _front_matter(self, start: int) -> int:
        found = _FRONT.match(self.text, start)
        if not found:
            hint = "close it with a line of ==="
            self.scan.error(start, "open-front-matter", "front matter that does not end", hint)
            return self.text.find("\n", start) + 1 or len(self.text)
        self.graph.front, self.graph.front_at = found[1], start
        try:
            self.front = front_matter(found[1])
        except BadData as bad:
            at = found.start(1)
            for _ in range(bad.line):
                at = self.text.find("\n", at) + 1
            self.scan.error(at, "bad-front-matter", f"this is no YAML: {bad}", "write key: value")
        ours = self.front.get("debate")
        if isinstance(ours, str) and ours.startswith("{"):  # with keys too long for YAML
            try:
                self.front["debate"] = data(ours)
            except BadData:
                self.scan.error(start, "bad-front-matter", "no JSON under debate", "remove it")
        settings = self.front.get("model")
        if isinstance(settings, dict):
            self.strict = settings.get("mode") == "strict"
            self.reader.configure(settings)
        if isinstance(self.front.get("debate"), dict):
            self.graph.occurrences = []
        return self.text.find("\n", found.end()) + 1 or len(self.text)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at
