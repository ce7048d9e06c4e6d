"""Argdown's text to what it says: one loop over the lines, whatever their depth.

A syntax error is reported with its place, and what can be read around it is read. Where Argdown
1.7 reads something, this reads the same.
"""

from __future__ import annotations

import re

from debate.readers.argdown.data import BadData, data, front_matter
from debate.readers.argdown.elements import LINE, SPACES, Level, end_of
from debate.readers.argdown.graph import Graph, Inference, Kind, Node, Section
from debate.readers.argdown.structures import Structures

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


class Parser(Structures):
    """Reads one document into ``graph``."""

    def parse(self) -> Graph:
        """Read all of it."""
        text = self.text
        at, length, usually = 0, len(text), _USUAL.match
        started = False
        while at < length:
            if text[at] == "\n":
                self._fresh = True
                at += 1
                continue
            if (usual := usually(text, at)) and self._usual(usual):
                at, started = usual.end(), True
                continue
            at, passed = self._past_comments(at)
            found = LINE.match(self.text, at)
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
        parent: Node | None = None
        if sign:
            if self._fresh or self._last is None:
                return False
            level = self._levels[-1]
            if indent != level.indent or level.width == 0:
                level = self._level(indent, start)
            if not isinstance(level.parent, Node):
                return False
            parent = level.parent
        elif not self._fresh or self._structure:
            return False
        argument = two or four
        node = graph.node(argument or one or three or "", argument is not None, start)
        if node.text is None:
            node.text = words.rstrip(" ")
        else:
            node.define(words.rstrip(" "), "")
        if parent:
            kind, incoming = _SIGNS[sign]
            if incoming:
                graph.relate(kind, node, parent, start)
            else:
                graph.relate(kind, parent, node, start)
        else:
            self._levels = [Level(0, "", node)]
            self._concluded = None
            self._described = node if argument else None
        self._last = node
        self._fresh = False
        return True

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
        end, node = self._member(end_of(SPACES, self.text, start), width, indent, -1, "")
        self._described = node if node.argument and kind != "item" else None
        return end

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
        at = end_of(SPACES, self.text, end)
        at, node = self._node(at, level.occurrence, sign)
        if parent is None:
            self._levels = [Level(0, "", node, self._last_occurrence)]
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

    def _level(self, indent: str, start: int) -> Level:
        """The level of a line that is indented so, as Argdown tells it: by counting characters."""
        levels, width = self._levels, len(indent)
        last = levels[-1]
        mixed = not (indent.startswith(last.indent) or last.indent.startswith(indent))
        if mixed:
            hint = "indent all lines with spaces alone, or all with tabs"
            self.scan.error(start, "mixed-indent", "tabs and spaces are mixed", hint)
        if width > last.width:
            last = Level(width, indent, self._last, self._last_occurrence)
            levels.append(last)
            return last
        while len(levels) > 1 and width < levels[-1].width:
            levels.pop()
        last = levels[-1]
        if len(levels) == 1 and last.parent is not None and not (self._fresh or mixed):
            hint = "indent it more than what it is about"
            self.scan.error(start, "not-indented", "a relation that is not indented", hint)
        return last

    # ------------------------------------------------------------------ headings, front matter

    def _heading(self, signs: str, end: int, start: int) -> int:
        if not self._fresh and (self._last is not None or self.graph.sections):
            hint = "put an empty line before it"
            self.scan.error(start, "no-empty-line", "a heading in the middle of an element", hint)
        words, at = self._words(end)
        source = words.source if words.source != words.text else ""
        section = Section(len(signs) - 1, words.text, source, words.data, start)
        self.graph.sections.append(section)
        self._last, self._levels, self._described = None, [Level(0, "", None)], None
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
