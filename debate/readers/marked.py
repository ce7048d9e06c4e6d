"""Markdown as people write it: its headings and items by line, and its words without the markup."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from html import unescape

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*)$")
_ITEM = re.compile(r"([ \t]*)([-*+]|\d{1,9}[.)])[ \t]+(.*)$")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
_UNDERLINE = re.compile(r" {0,3}(?:(=+)|-+)[ \t]*$")
_RULE = re.compile(r"[ \t]*([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_DEFINITION = re.compile(
    r"""[ \t]*\[([^\[\]^][^\[\]]*)\]:[ \t]+(<[^<>]*>|\S+)[ \t]*(?:["'(].*)?$"""
)
_FRONT = re.compile(r"---[ \t]*\r?\n(?!\s*\n)(.*?)^(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)", re.M | re.S)

_LINK = re.compile(
    r"\[((?:[^\[\]\\]|\\.)*)\]\((<[^<>]*>|[^()\s]*(?:\([^()]*\)[^()\s]*)*)(?:\s[^()]*)?\)"
)
_REFERENCE = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]\[([^\[\]]*)\]")
_MARK = re.compile(r"\*\*|__|(?<![\w*])\*|(?<![\w_])_|~~|`")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{2,31});")


@dataclass(slots=True)
class Line:
    """An item or a heading, with the lines that go on with it.

    ``heading`` is its level, 0 of an item and 7 of text that stands before all; ``level`` is how
    far an item is indented, ``bullet`` what stands before it.
    """

    heading: int
    level: int
    text: str
    line: int
    more: list[str] = field(default_factory=list)
    bullet: str = ""


# ---------------------------------------------------------------------- lines


def front_matter(text: str) -> tuple[str, str]:
    """What stands between rules at the very beginning, and the text with blanks in its place."""
    match = _FRONT.match(text)
    if match is None:
        return "", text
    return match[1], "\n" * match[0].count("\n") + text[match.end() :]


class Lines:
    """The items and headings of a text, each with what goes on below it; code is text as it is.

    ``found`` are they, ``addresses`` what the names of links stand for.
    """

    def __init__(self, text: str) -> None:
        self.found: list[Line] = []
        self.addresses: dict[str, str] = {}
        #: Where in the last line's ``more`` a paragraph begins that an underline makes a heading.
        self._paragraph = -1
        self._begins = 0
        self._blank = True
        fence = ""
        for number, line in enumerate(text.split("\n"), 1):
            line = line.rstrip("\r")
            if fence:
                fence = "" if line.strip().startswith(fence) else fence
                self._text(line, number)
                self._paragraph = -1
            elif match := _FENCE.match(line):
                fence = match[1]
                self._text(line, number)
                self._paragraph = -1
            else:
                self._line(line, number)

    def _line(self, line: str, number: int) -> None:
        if not line.strip():
            self._paragraph, self._blank = -1, True
        elif match := _HEADING.match(line):
            self._open(Line(len(match[1]), 0, _unclosed(match[2]), number))
        elif self._paragraph >= 0 and (match := _UNDERLINE.match(line)):
            self._underlined(1 if match[1] else 2)
        elif _RULE.match(line) or (self.found and not self._blank and _UNDERLINE.match(line)):
            self._paragraph, self._blank = -1, True  # a rule between items
        elif match := _ITEM.match(line):
            level = len(match[1].expandtabs(4))
            self._open(Line(0, level, match[3], number, bullet=match[2]))
            self._blank = False
        elif match := _DEFINITION.match(line):
            self.addresses.setdefault(match[1].lower(), match[2].strip("<>"))
        else:
            self._text(line, number)

    def _open(self, line: Line) -> None:
        self.found.append(line)
        self._paragraph, self._blank = -1, True

    def _text(self, line: str, number: int) -> None:
        """A line of a paragraph, or of code."""
        if not line.strip():
            return
        if not self.found:
            self.found.append(Line(7, 0, "", number))
        more = self.found[-1].more
        if self._blank and not line.startswith(("    ", "\t")):
            self._paragraph, self._begins = len(more), number
        more.append(line.strip())
        self._blank = False

    def _underlined(self, level: int) -> None:
        """The paragraph above is a heading."""
        last = self.found[-1]
        words = " ".join(last.more[self._paragraph :])
        del last.more[self._paragraph :]
        if last.heading == 7 and not last.more:
            self.found.pop()
        self._open(Line(level, 0, words, self._begins))


def _unclosed(heading: str) -> str:
    """A heading without the signs that may close it: "C#" keeps its own."""
    text = heading.strip()
    rest = text.rstrip("#")
    return rest.rstrip() if not rest or rest[-1] in " \t" else text


# ---------------------------------------------------------------------- words


def links(text: str, addresses: dict[str, str]) -> list[str]:
    """The addresses that a line links to, in its order; ``addresses`` are those of names."""
    found = [(match.start(), match[2].strip("<>")) for match in _LINK.finditer(text)]
    for match in _REFERENCE.finditer(text):
        found.append((match.start(), addresses.get((match[2] or match[1]).lower(), "")))
    return [address for _, address in sorted(found) if address]


def plain(text: str) -> str:
    """A line without its markup: links and emphasis are their words, escapes their characters."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[1])
        return f"\x00{len(kept) - 1}\x00"

    text = _ESCAPE.sub(keep, text.replace("\x00", ""))
    text = _LINK.sub(r"\1", text)
    text = _REFERENCE.sub(r"\1", text)
    for _ in range(3):  # emphasis in emphasis
        text = _unstressed(text)
    text = _ENTITY.sub(lambda match: unescape(match[0]), text)
    return re.sub("\x00(\\d+)\x00", lambda match: kept[int(match[1])], text).strip()


def _unstressed(text: str) -> str:
    """Without the outermost marks of emphasis; each kind is searched for its ends only once."""
    ends: dict[str, list[int]] = {}
    made: list[str] = []
    at = start = 0
    while match := _MARK.search(text, at):
        end = -1
        for mark in dict.fromkeys((match[0], match[0][0])):
            if mark not in ("~",) and (end := _end(text, match.start(), mark, ends)) >= 0:
                made += text[start : match.start()], text[match.start() + len(mark) : end]
                at = start = end + len(mark)
                break
        if end < 0:
            at = match.start() + 1
    made.append(text[start:])
    return "".join(made)


def _end(text: str, start: int, mark: str, ends: dict[str, list[int]]) -> int:
    """Where the emphasis that ``mark`` opens at ``start`` ends; -1 if it opens none."""
    begin = start + len(mark)
    if text[begin : begin + 1].isspace() or begin >= len(text):
        return -1
    if mark in "*_" and start and (text[start - 1].isalnum() or text[start - 1] in ("_", mark)):
        return -1
    if mark not in ends:
        ends[mark] = [one.start() for one in re.finditer(rf"(?<=\S)(?={re.escape(mark)})", text)]
    found = bisect_left(ends[mark], begin + 1)
    return ends[mark][found] if found < len(ends[mark]) else -1
