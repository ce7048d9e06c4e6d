"""The lines of a Kialo export: which claim each belongs to, and where that hangs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from debate.readers.making import Making

TITLE = re.compile(r"Discussion (?:Title|Name):[ \t]*(.*)", re.I)
_CLAIM = re.compile(
    r"[ \t]*(\d{1,9}(?:\.\d{1,9})*)\.[ \t]*(?:(Thesis|Question|Pro|Con)[ \t]*:)?[ \t]*(.*)", re.I
)
_UNKNOWN = re.compile(r"([^\W\d_]{1,20})[ \t]*:")
_SOURCE = re.compile(r"[ \t]*\[(\d{1,6})\][:.]?[ \t]*(.*)")
_SEE = re.compile(r"->[ \t]*See[ \t]+(\d{1,9}(?:\.\d{1,9})*)\.?[ \t]*$", re.I)


@dataclass(slots=True)
class Entry:
    """A claim as it stands: ``label`` in lower case ("" of none), ``parent`` an index or -1.

    ``unknown`` is the word that stands in the label's place and is none; it is in its text too.
    """

    number: str
    label: str
    line: int
    lines: list[str] = field(default_factory=list)
    parent: int = -1
    unknown: str = ""

    @property
    def text(self) -> str:
        """Its lines, without those that are blank at either end."""
        return "\n".join(self.lines).strip("\n")

    def see(self) -> str:
        """The number of the claim that is used here once more; "" of any other entry."""
        match = _SEE.fullmatch(self.text.strip())
        return match[1] if match else ""


class Lines:
    """A whole file: its title, its entries in order, and its sources by their numbers."""

    def __init__(self, making: Making, text: str) -> None:
        self.making = making
        self.title = ""
        self.entries: list[Entry] = []
        self.sources: dict[str, str] = {}
        self.before: list[str] = []
        self._numbers: dict[str, int] = {}
        self._last: dict[str, int] = {}
        lines = text.split("\n")
        end = self._sources(lines)
        self._labelled: set[str] = set()  # the numbers of what says what it is
        self._parents: dict[str, set[str]] = {}  # and how what hangs on a number is labelled
        for line in lines[:end]:
            if (match := _CLAIM.fullmatch(line.rstrip("\r"))) and match[2]:
                self._labelled.add(match[1])
                above = match[1].rpartition(".")[0]
                self._parents.setdefault(above, set()).add(match[2].lower())
        start = self._title(lines, end)
        blank = True
        for number in range(start, end):
            line = lines[number].rstrip("\r")
            entry = self._entry(line, number + 1, blank)
            blank = not line.strip()
            if entry is not None:
                self._place(entry)
            elif self.entries:
                self.entries[-1].lines.append(line.strip())
            elif not blank:
                self.before.append(line.strip())

    def find(self, number: str) -> int:
        """The entry that has a number; -1 where there is none."""
        return self._numbers.get(number, -1)

    def _sources(self, lines: list[str]) -> int:
        """Read the list of sources at the end; the number of the line at which it begins."""
        start = len(lines)
        for number in range(len(lines) - 1, -1, -1):
            line = lines[number].strip()
            if line.lower() == "sources:":
                start = number
                break
            if (match := _CLAIM.fullmatch(line)) and match[2]:
                return start
        else:
            return start
        found = ""
        for number in range(start + 1, len(lines)):
            line = lines[number].strip()
            if match := _SOURCE.fullmatch(line):
                found = match[1]
                if found in self.sources:
                    what = f"source [{found}] is listed twice"
                    self.making.error(number + 1, 1, "duplicate-source", what, "number it anew")
                    found = f"{found} "
                self.sources[found] = match[2].strip()
            elif line and found:
                self.sources[found] = f"{self.sources[found]} {line}".strip()
            elif line:
                what = "here should stand a source: [1] and what it is"
                self.making.error(number + 1, 1, "source", what)
        return start

    def _title(self, lines: list[str], end: int) -> int:
        """Read the title; the number of the first line after it."""
        for number in range(end):
            line = lines[number].strip().lstrip("\ufeff")
            if not line:
                continue
            match = TITLE.fullmatch(line)
            if not match:
                return number
            parts, number = [match[1]], number + 1
            while number < end and not parts[0]:  # it stands on the lines below
                parts.pop(0)
                while number < end and not lines[number].strip():
                    number += 1
                while number < end and (line := lines[number].strip()):
                    if (found := _CLAIM.fullmatch(line)) and found[2]:
                        break
                    parts.append(line)
                    number += 1
                break
            self.title = " ".join(parts)
            return number
        return end

    def argued(self, number: str) -> bool:
        """Whether there is a pro or a con of what has this number."""
        return not self._parents.get(number, set()).isdisjoint(("pro", "con"))

    def _entry(self, line: str, number: int, blank: bool) -> Entry | None:
        """The claim that begins on a line; None where the line belongs to what is before it."""
        match = _CLAIM.fullmatch(line)
        if not match:
            return None
        unknown = "" if match[2] else self._unknown(match[1], match[3])
        if not (match[2] or unknown or self._expected(match[1], blank)):
            return None
        entry = Entry(match[1], (match[2] or "").lower(), number, unknown=unknown)
        if match[3]:
            entry.lines.append(match[3].rstrip())
        return entry

    def _unknown(self, number: str, text: str) -> str:
        """The word that a claim has for a label, though it is none; "" where there is none.

        It stands on a claim, or alone on its line; the claim's number follows the one before.
        """
        above, _, last = number.rpartition(".")
        match = _UNKNOWN.match(text)
        if not match or number in self._labelled or int(last) != self._last.get(above, 0) + 1:
            return ""
        if not above:
            return match[1] if not self.entries and match[0] == text.strip() else ""
        return match[1] if above in self._numbers and self._is_claim(above) else ""

    def _is_claim(self, number: str) -> bool:
        """Whether what has this number is no question: that is said, or told by what is below."""
        label = self.entries[self._numbers[number]].label
        return label != "question" and (bool(label) or self.argued(number))

    def _expected(self, number: str, blank: bool) -> bool:
        """Whether a number may begin a claim that does not say what it is.

        That is a thesis, so it hangs on nothing, or on a question; and it follows the one before.
        """
        above, _, last = number.rpartition(".")
        if int(last) != self._last.get(above, 0) + 1:
            return False
        if not above:
            return not self.entries or (last != "1" and (blank or number in self._parents))
        return "." not in above and above in self._numbers and not self._is_claim(above)

    def _place(self, entry: Entry) -> None:
        """Hang an entry where its number says, else as near to that as can be."""
        above, _, last = entry.number.rpartition(".")
        number = above
        while number and number not in self._numbers:
            number = number.rpartition(".")[0]
        if above and not number and self.entries:
            entry.parent = self._root()
        elif number:
            entry.parent = self._numbers[number]
        before = self._last.get(above, 0)
        if number != above:
            near = self.entries[entry.parent].number if entry.parent >= 0 else ""
            place = f"is put under {near}" if near else "becomes a thesis"
            what = f"there is no {above} for {entry.number} to stand under; it {place}"
            self.making.error(entry.line, 1, "number", what, "number claims as they are nested")
        elif entry.number in self._numbers:
            what = f"{entry.number} is here twice (first on line {self._line(entry.number)})"
            self.making.error(entry.line, 1, "number", what, "give each claim a number of its own")
        elif int(last) != before + 1:
            after = f"{above}.{before}" if above else str(before)
            what = f"{entry.number} follows {after}" if before else f"{entry.number} comes first"
            self.making.notice(entry.line, "number", f"{what}; numbers between are missing")
        self._last[above] = max(before, int(last))
        self._numbers.setdefault(entry.number, len(self.entries))
        self.entries.append(entry)

    def _root(self) -> int:
        """The last entry that hangs on nothing."""
        found = len(self.entries) - 1
        while self.entries[found].parent >= 0:
            found = self.entries[found].parent
        return found

    def _line(self, number: str) -> int:
        return self.entries[self._numbers[number]].line
