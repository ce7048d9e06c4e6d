"""The words of a statement in Argdown: what they say, and what marks stand in them.

Follows the tokens of Argdown 1.7 in their order, but a ``//`` in a web address begins no comment,
and a mark that nothing closes is read as the character it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

from debate.readers.argdown.shortcodes import PATTERN, SHORTCODES

#: What makes a line of words more than the characters that stand there.
_SLOW = re.compile(rf"[\\@#*_\[\]<{{}}/\t]|  |{PATTERN}")
_PLAIN = re.compile(r"[^\\@#*_\[\],.:;</>\-\n(){}\t ][^\\@#*_\[\],.:;</>\-\n(){}]*")
_SPACES = re.compile(r"[ \t]+")
_ESCAPED = re.compile(r"\\[^\n] *")
_SPECIAL = re.compile(r"(?:\.[^\s]+?\.|:[^\s]+?:)[ \t]?")
_TAG = re.compile(
    r"#(?:\(([^)]+)\)|([a-zA-Z0-9\[\\\]^_`\-\u00A0-\uD7FF\uF900-\uFDCF\uFDF0-\uFFEF]+))[ \t]?"
)
_BEFORE_END = frozenset("\n)}_.,!?;:-*")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*\Z")
_BREAKS = re.compile(r"[ \t]*\n[ \t]*")
_AFTER_DATA = re.compile(r"\s*[,}]")
_LONGEST_DATA = 1 << 17


@dataclass(slots=True)
class Words:
    """What was read: the text, the text as written if it holds marks, its tags, and data."""

    text: str
    source: str
    tags: list[str] | None = None
    data: str = ""
    data_at: int = 0
    tags_only: bool = False


@dataclass(slots=True)
class Trouble:
    """A syntax error at a place of the text."""

    at: int
    code: str
    message: str
    hint: str


class Scan:
    """A document's text with a memory of what comes next in it, so that no search is repeated."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.troubles: list[Trouble] = []
        self._next: dict[str, tuple[int, int]] = {}
        self._no_data = (0, 0, False)
        self._lines: list[int] | None = None

    def error(self, at: int, code: str, message: str, hint: str) -> None:
        """Something is wrong there."""
        self.troubles.append(Trouble(at, code, message, hint))

    def find(self, what: str, at: int) -> int:
        """Where ``what`` comes next; the length of the text where it does not."""
        start, known = self._next.get(what, (0, -1))
        if not start <= at <= known:
            known = self.text.find(what, at)
            known = len(self.text) if known < 0 else known
            self._next[what] = at, known
        return known

    def line(self, at: int) -> tuple[int, int]:
        """Line and column of a place, from 1."""
        ends = self.ends
        line = bisect_right(ends, at)
        return line + 1, at - (ends[line - 1] if line else 0) + 1

    @property
    def ends(self) -> list[int]:
        """Where the lines end, each behind its line break."""
        if self._lines is None:
            self._lines = [found.end() for found in re.finditer("\n", self.text)]
        return self._lines

    # ------------------------------------------------------------------ what is no word

    def comment(self, at: int) -> int:
        """Where the comment that begins there ends; ``at`` where none does."""
        text = self.text
        if text.startswith("<!--", at):
            end, length = self.find("-->", at), 3
        elif text.startswith("/*", at):
            end, length = self.find("*/", at + 2), 2
        elif text.startswith("//", at):
            return self.find("\n", at)
        else:
            return at
        if end < len(text):
            return end + length
        return at

    def data(self, at: int) -> int:
        """Where the data in braces that begin there ends; ``at`` where none does."""
        text, last = self.text, at
        stop = min(len(text), at + _LONGEST_DATA)
        start, passed, ended = self._no_data
        close = at
        if start <= at < passed:  # known to hold no end, up to there
            if ended:
                return at
            close = passed
        close = text.find("}", close, stop)
        while close >= 0:
            if not _AFTER_DATA.match(text, close + 1):
                last = close + 1
            after = text[close + 1 : close + 3]
            if len(after) == 2 and after[0].isspace() and after[1] not in ",}":
                break
            close = text.find("}", close + 1, stop)
        if last == at:
            self._no_data = at, stop if close < 0 else close, close >= 0
        return last


@dataclass(slots=True)
class _Open:
    """A bold or italic range that has begun: its mark, and which piece that is."""

    mark: str
    piece: int
    at: int


@dataclass(slots=True)
class _Pieces:
    """Words in the making."""

    text: list[str] = field(default_factory=list)
    source: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    marked: bool = False

    def add(self, text: str, source: str = "") -> None:
        self.text.append(text)
        self.source.append(source or text)

    def spaced(self) -> None:
        """What stands for the end of a line between words."""
        for some in (self.text, self.source):
            if some and not some[-1].endswith(" "):
                some.append(" ")


class Reader:
    """Reads words from a place on; ``ends`` says whether they end where a line begins."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.data_at = -1
        self.keep_tags = True
        self._shortcodes = SHORTCODES
        self.all_slow = False

    def configure(self, settings: dict[str, Any]) -> None:
        """Take over what a document's ``model`` settings say of its words."""
        self.keep_tags = str(settings.get("removeTagsFromText", "")).lower() != "true"
        own = settings.get("shortcodes")
        if isinstance(own, dict):
            signs = {
                name: sign["unicode"]
                for name, sign in own.items()
                if isinstance(sign, dict) and isinstance(sign.get("unicode"), str)
            }
            self._shortcodes, self.all_slow = SHORTCODES | signs, True

    def line(self, at: int, pieces: _Pieces) -> int:
        """Read to the end of a line, or to data: where that is. ``data_at`` is set for data."""
        text = self.scan.text
        end = text.find("\n", at)
        if end < 0:
            end = len(text)
        if not self.all_slow and not _SLOW.search(text, at, end):
            words = text[at:end].strip(" ")
            if words:
                pieces.text.append(words)
                pieces.source.append(words)
            return end
        return self._slow(at, pieces)

    def _slow(self, at: int, pieces: _Pieces) -> int:
        text, length = self.scan.text, len(self.scan.text)
        skipped = False
        while at < length:
            plain = _PLAIN.match(text, at)
            if plain:
                pieces.add(plain[0])
                at, skipped = plain.end(), False
                continue
            sign = text[at]
            if sign == "\n":
                break
            if sign in " \t":
                at, skipped = _end(_SPACES, text, at), True
                continue
            if sign in "/<" and (end := self._comment(at)) > at:
                at, skipped = end, True
                continue
            if sign == "{" and (end := self.scan.data(at)) > at:
                self.data_at = at
                return at
            at = self._token(sign, at, pieces, skipped)
            skipped = False
        return at

    def _comment(self, at: int) -> int:
        text = self.scan.text
        if text.startswith("//", at) and at and text[at - 1] == ":":
            start = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at), at - 20) + 1
            rest = text[at + 2 : at + 3]
            if _ADDRESS.search(text, start, at - 1) and rest and not rest.isspace():
                return at
        return self.scan.comment(at)

    def _token(self, sign: str, at: int, pieces: _Pieces, skipped: bool) -> int:
        """Read one token that begins with a sign of the language; where it ends."""
        text = self.scan.text
        if sign == "\\" and (found := _ESCAPED.match(text, at)):
            pieces.add(found[0][1:], found[0])
            return found.end()
        if sign in ".:" and (found := _SPECIAL.match(text, at)):
            return self._shortcode(found[0], found.end(), pieces)
        if sign in "*_":
            return self._emphasis(at, pieces, skipped)
        if sign == "[" and (end := self._link(at)) > at:
            return self._linked(at, end, pieces)
        if sign == "#" and (end := self._tag(at, pieces)) > at:
            return end
        if sign == "@" and (end := self._mention(at)) > at:
            pieces.add(text[at:end])
            pieces.marked = True
            return end
        if sign in "[<" and (end := self.title_end(at)) > at:
            what = "[a title]" if sign == "[" else "<a title>"
            hint = f"escape it, \\{sign}, or mention it, @{what}"
            self.scan.error(at, "title-in-text", f"{what} in the middle of a text", hint)
        end = at + 1
        if text[end : end + 1] in (" ", "\t"):
            end += 1
        pieces.add(text[at:end].replace("\t", " "), text[at:end])
        return end

    def _shortcode(self, found: str, end: int, pieces: _Pieces) -> int:
        sign = self._shortcodes.get(found.strip())
        if sign is None:
            pieces.add(found)
        else:
            pieces.add(sign + " " * found.endswith(" "), found)
            pieces.marked = True
        return end

    def _emphasis(self, at: int, pieces: _Pieces, skipped: bool) -> int:
        text = self.scan.text
        last = pieces.open[-1] if pieces.open else None
        if last and not skipped and text.startswith(last.mark, at):
            end = at + len(last.mark)
            after = text[end : end + 1]
            if not after or after in " \t" or after in _BEFORE_END:
                pieces.open.pop()
                space = after in (" ", "\t") and after != ""
                pieces.add(" " if after == " " else "", text[at : end + space])
                pieces.marked = True
                return end + space
        for mark in (text[at] * 2, text[at]):
            end = at + len(mark)
            if text.startswith(mark, at) and end < len(text) and not text[end].isspace():
                pieces.open.append(_Open(mark, len(pieces.text), at))
                pieces.add("", mark)
                return end
        end = at + 1 + (text[at + 1 : at + 2] in (" ", "\t"))
        pieces.add(text[at:end].replace("\t", " "), text[at:end])
        return end

    def _link(self, at: int) -> int:
        """Where a link [words](address) ends."""
        text, scan = self.scan.text, self.scan
        close = scan.find("]", at + 2)
        if not text.startswith("](", close) or text[at + 1] == "]":
            return at
        end = scan.find(")", close + 3)
        if end >= len(text):
            return at
        return end + 1 + (text[end + 1 : end + 2] in (" ", "\t"))

    def _linked(self, at: int, end: int, pieces: _Pieces) -> int:
        image = self.scan.text[at:end]
        words = _BREAKS.sub(" ", image[1 : image.rindex("](")])
        pieces.add(words + " " * image.endswith(" "), _BREAKS.sub(" ", image))
        pieces.marked = True
        return end

    def _tag(self, at: int, pieces: _Pieces) -> int:
        text = self.scan.text
        if text.startswith("#(", at) and self.scan.find(")", at) >= len(text):
            return at
        found = _TAG.match(text, at)
        if not found:
            return at
        tag = _BREAKS.sub(" ", found[1] or found[2])
        if tag not in pieces.tags:
            pieces.tags.append(tag)
        image = _BREAKS.sub(" ", found[0])
        pieces.add(image if self.keep_tags else "", image)
        pieces.marked = True
        return found.end()

    def _mention(self, at: int) -> int:
        end = self._closed(at + 1, {"[": "]", "<": ">"}.get(self.scan.text[at + 1 : at + 2], ""))
        if not end:
            return at
        return end + (self.scan.text[end : end + 1] in (" ", "\t"))

    def title_end(self, at: int) -> int:
        """Where a title in brackets that begins there ends, its colon included."""
        text = self.scan.text
        close = "]" if text[at] == "[" else ">"
        end = self._closed(at, close + ":")
        if end:
            return end
        if text[at + 1 : at + 2] in ("-", "\n", ""):
            return at
        return self._closed(at, close) or at

    def _closed(self, at: int, close: str) -> int:
        """Where what begins at ``at`` is closed on its line, a character within; 0 if nowhere."""
        if not close:
            return 0
        found = self.scan.find(close, at + 2)
        if found >= len(self.scan.text) or self.scan.find("\n", at + 1) < found:
            return 0
        return found + len(close)

    def finished(self, pieces: _Pieces) -> Words:
        """The words that were gathered."""
        for left in pieces.open:
            pieces.text[left.piece] = left.mark
            hint = f"close it, or write \\{left.mark[0]} for the character itself"
            self.scan.error(left.at, "unclosed", f"{left.mark} is not closed", hint)
        text = "".join(pieces.text).strip()
        source = ""
        if pieces.marked and not pieces.open:
            source = "".join(pieces.source).strip()
        return Words(text, source, pieces.tags or None)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at
