"""``@include(file)`` in Argdown: the files, confined to the folder of the one that is read.

Each file is included once, as Argdown has it. Links that lead out of the folder count as out of it.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from debate.model import Problem
from debate.model.problem import InvalidDebate
from debate.readers import opening
from debate.readers.argdown.words import Scan

_SIGN = re.compile(r"<!--|/\*|//|@include\(([^)\n]+)\)")

#: Characters of all included files together.
_MOST = 1 << 28


@dataclass(slots=True)
class _Part:
    """A stretch of the whole text: where it begins there, and in which file at which place."""

    start: int
    scan: Scan
    file: str
    offset: int
    outer: int  # the place in the first file where it was included; -1 in that file itself


@dataclass(slots=True)
class _Reading:
    """A file being read, as far as ``at``."""

    scan: Scan
    file: str
    path: str
    outer: int
    at: int = 0


@dataclass(slots=True)
class Whole:
    """A document with all that it includes: one text, and whence each place of it is."""

    text: str
    files: tuple[str, ...]
    problems: list[Problem] = field(default_factory=list)
    _parts: list[_Part] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def place(self, at: int) -> tuple[str, int, int]:
        """File, line and column of a place."""
        part = self._part(at)
        return part.file, *part.scan.line(at - part.start + part.offset)

    def line(self, at: int) -> tuple[int, int]:
        """Line and column in the first file: of what is included, where it is."""
        if len(self._starts) == 1:
            return self._parts[0].scan.line(at)
        part = self._part(at)
        place = at - part.start + part.offset if part.outer < 0 else part.outer
        return self._parts[0].scan.line(place)

    def lines(self, places: Iterable[int]) -> list[int]:
        """The lines of many places, as :meth:`line` has them."""
        if len(self._starts) == 1:
            ends = self._parts[0].scan.ends
            return [bisect_right(ends, at) + 1 for at in places]
        return [self.line(at)[0] for at in places]

    def _part(self, at: int) -> _Part:
        return self._parts[max(0, bisect_right(self._starts, at) - 1)]


def whole(text: str, file: str) -> Whole:
    """The text of ``file`` with the files in it that it includes."""
    if "@include(" not in text:
        made = Whole(text, (file,), _starts=[0])
        made._parts.append(_Part(0, Scan(text), file, 0, -1))
        return made
    return _Including(text, file).run()


class _Including:
    def __init__(self, text: str, file: str) -> None:
        self.made = Whole("", (file,))
        self.pieces: list[str] = []
        self.length = self.included = 0
        self.root = os.path.realpath(os.path.dirname(file) or ".")  # noqa: PTH120
        path = os.path.realpath(file) if file != "-" else ""
        self.open = [_Reading(Scan(text), file, path, -1)]
        self.seen = {path}

    def run(self) -> Whole:
        """All files, whatever includes which, with a stack."""
        while self.open:
            reading = self.open[-1]
            text, scan = reading.scan.text, reading.scan
            start = at = reading.at
            found = None
            while match := _SIGN.search(text, at):
                if match[1] is not None:
                    found = match
                    break
                after_colon = match[0] == "//" and text[match.start() - 1 : match.start()] == ":"
                end = match.start() if after_colon else scan.comment(match.start())
                at = max(end, match.end())
            stop = found.start() if found else len(text)
            self._add(reading, start, stop)
            if not found:
                self.open.pop()
                continue
            reading.at = found.end()
            self._include(reading, found[1].strip(), found.start())
        self.made.text = "".join(self.pieces)
        return self.made

    def _add(self, reading: _Reading, start: int, stop: int) -> None:
        part = _Part(self.length, reading.scan, reading.file, start, reading.outer)
        self.made._parts.append(part)
        self.made._starts.append(self.length)
        self.pieces.append(reading.scan.text[start:stop])
        self.length += stop - start

    def _include(self, reading: _Reading, name: str, at: int) -> None:
        place = (reading.file, *reading.scan.line(at))
        path = self._path(reading, name, place)
        if path is None:
            return
        if path in self.seen:
            circle = any(path == outer.path for outer in self.open)
            what = "includes itself" if circle else "is included a second time"
            hint = "remove one of them" if circle else "once is enough"
            severity = "error" if circle else "note"
            message = f"{name} {what}"
            self.made.problems.append(
                Problem(*place, severity, "included-again", message, hint)  # type: ignore[arg-type]
            )
            return
        self.seen.add(path)
        shown = os.path.normpath(os.path.join(os.path.dirname(reading.file), name))  # noqa: PTH118, PTH120
        try:
            data = opening.bytes_of(path, blank=True)
            text = opening.decoded(data, shown).replace("\r\n", "\n").replace("\r", "\n")
        except InvalidDebate as invalid:
            first = invalid.problems[0]
            if first.code == "encoding":
                self.made.problems.append(first)
            else:
                self._refuse(place, "missing-include", f"{name} cannot be read: {first.message}")
            return
        self.included += len(text)
        if self.included > _MOST:
            self._refuse(place, "too-much-included", "the included files are too large")
            return
        self.made.files = (*self.made.files, shown)
        outer = at if reading.outer < 0 else reading.outer
        self.open.append(_Reading(Scan(text), shown, path, outer))

    def _path(self, reading: _Reading, name: str, place: tuple[str, int, int]) -> str | None:
        """The real path of a file to include; None, and a problem, where it may not be."""
        if reading.file == "-":
            self._refuse(place, "no-folder", "standard input has no folder to include from")
            return None
        folder = os.path.dirname(reading.path)  # noqa: PTH120
        try:
            path = os.path.realpath(os.path.join(folder, name))  # noqa: PTH118
        except (ValueError, OSError):
            path = ""
        inside = path.startswith(self.root.rstrip(os.sep) + os.sep)
        if os.path.isabs(name) or not inside:  # noqa: PTH117
            self._refuse(place, "outside", f"{name} is not in the folder of this file")
            return None
        if not os.path.isfile(path):  # noqa: PTH113
            self._refuse(place, "missing-include", f"there is no file {name}")
            return None
        return path

    def _refuse(self, place: tuple[str, int, int], code: str, message: str) -> None:
        hint = "include a file in or below the folder of this one"
        self.made.problems.append(Problem(*place, "error", code, message, hint))
