"""Kialo's text export, the old kind and the current one.

A thesis is a position of its own. A question with theses is a question whose options they are, each
recommended by a position of its own. Pros are supports, cons objections; ``-> See 1.2.`` is a ref.
A pro that begins with "Only if:" is a condition. Links and ``[n]`` are citations; where they stood,
and how a claim was broken into lines, is kept under ``extra``.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from debate.model import Citation, Question, Role
from debate.model.memory import without_collecting
from debate.model.reading import Reading
from debate.model.text import many_lines, one_line
from debate.readers import Reader
from debate.readers.kialo import words
from debate.readers.kialo.lines import TITLE, Entry, Lines
from debate.readers.making import Making, option_name
from debate.readers.opening import decoded

NAME = "kialo"

_ROLES = {"pro": Role.SUPPORT, "con": Role.OBJECTION}
_URL = re.compile(r"<?(?:https?|ftp)://", re.I)


@without_collecting()
def read(data: bytes, file: str) -> Reading:
    """The debate that a Kialo export holds."""
    making = Making(file)
    lines = Lines(making, decoded(data, file))
    making.debate.title = one_line(words.plain(lines.title)[0])
    if not lines.title:
        making.notice(1, "no-title", "the title is missing; it stands after Discussion Name:")
    _Reader(making, lines).read()
    return making.finish()


class _Reader:
    """Makes rows of entries."""

    def __init__(self, making: Making, lines: Lines) -> None:
        self.making, self.lines, self.entries = making, lines, lines.entries
        self.rows: dict[int, int] = {}
        self.extra: dict[str, Any] = {}
        self.options: dict[int, str] = {}
        self.used: set[str] = set()

    def read(self) -> None:
        asked = self._questions()
        targets = self._targets(asked)
        waiting = [number for number in range(len(self.entries)) if number not in asked]
        refs = []
        while waiting:
            later = []
            for number in waiting:
                parent = self._above(number, targets, asked)
                if parent >= 0 and parent not in self.rows:
                    later.append(number)
                    continue
                row = self._row(number, parent, targets)
                self.rows[number] = row
                if number in targets:
                    refs.append((row, targets[number]))
            if len(later) == len(waiting):  # uses that hang on each other
                targets = {number: at for number, at in targets.items() if number not in later}
                for number in later:
                    self.entries[number].parent = -1
            waiting = later
        for row, target in refs:
            self.making.aim(row, self.rows[target])
        self._rest()

    # ------------------------------------------------------------------ what uses what

    def _targets(self, asked: set[int]) -> dict[int, int]:
        """For each entry that uses another once more, that entry."""
        found: dict[int, int] = {}
        for number, entry in enumerate(self.entries):
            wanted = entry.see()
            if not wanted or entry.parent < 0 or entry.parent in asked:
                continue
            target = self.lines.find(wanted)
            seen = {number}
            while target >= 0 and target not in seen and (see := self.entries[target].see()):
                seen.add(target)
                target = self.lines.find(see)
            if target < 0 or target in seen or target in asked:
                what = f"there is no claim {wanted} to see"
                self.making.error(entry.line, 1, "see", what, "write the number of a claim")
            else:
                found[number] = target
        return found

    def _above(self, number: int, targets: dict[int, int], asked: set[int]) -> int:
        """The entry that one hangs on: -1 of a thesis, and a used claim itself for its use."""
        parent = self.entries[number].parent
        if parent in asked:
            return -1
        if parent in targets and self.entries[number].parent == parent:
            entry = self.entries[number]
            what = f"{entry.number} stands under a use of {self.entries[targets[parent]].number}"
            self.making.notice(entry.line, "under-use", f"{what}, and is put under that itself")
            entry.parent = targets[parent]
        return targets.get(parent, parent)

    # ------------------------------------------------------------------ questions

    def _questions(self) -> set[int]:
        """The entries that ask; each with two theses or more becomes a question."""
        theses: dict[int, list[int]] = {}
        for number, entry in enumerate(self.entries):
            if entry.parent >= 0 and entry.label in ("", "thesis"):
                theses.setdefault(entry.parent, []).append(number)
        asked = set()
        for number, entry in enumerate(self.entries):
            answers = theses.get(number, [])
            if entry.parent >= 0 or not (
                entry.label == "question"
                or (answers and not entry.label and not self.lines.argued(entry.number))
            ):
                continue
            asked.add(number)
            ask, fields = self._text(entry)
            if len(answers) < 2:
                what = "a question without two answers to choose from is kept under `extra`"
                self.making.notice(entry.line, "few-options", what)
                self.extra.setdefault("questions", []).append(many_lines(entry.text))
                continue
            options: dict[str, str] = {}
            for answer in answers:
                label = one_line(self._text(self.entries[answer])[0]) or "(no text)"
                options[option_name(label, options)] = label
                self.options[answer] = [*options][-1]
            id = option_name(one_line(ask), self.making.debate.questions)
            if "extra" in fields or "cite" in fields:
                kept = {id: many_lines(words.marked(entry.text, self._address))}
                self.extra.setdefault("asks", {}).update(kept)
            self.making.debate.questions[id] = Question(one_line(ask) or "(no text)", options)
            for answer in answers:
                self.entries[answer].label = f"thesis {id}"
        return asked

    # ------------------------------------------------------------------ rows

    def _row(self, number: int, parent: int, targets: dict[int, int]) -> int:
        entry = self.entries[number]
        if number in targets:
            return self.making.ref(-1, self._role(entry), self.rows[parent], line=entry.line)
        text, fields = self._text(entry)
        if parent >= 0:
            role = self._role(entry)
            if role is Role.SUPPORT and text.lower().startswith(words.ONLY_IF.lower()):
                role, text = Role.CONDITION, text[len(words.ONLY_IF) :]
            return self.making.claim(text, role, self.rows[parent], line=entry.line, **fields)
        if entry.label in _ROLES:
            what = f"a {entry.label} of nothing becomes a thesis"
            self.making.error(entry.line, 1, "no-parent", what, "put it under a thesis")
        if entry.unknown:
            what = f"{entry.unknown} is no label; this is read as a thesis"
            self.making.error(entry.line, 1, "label", what, "write Thesis: or Question:")
        side = self.making.position(text)
        role = Role.THESIS
        if number in self.options:
            role = Role.RECOMMENDATION
            fields |= {"question": entry.label.partition(" ")[2], "option": self.options[number]}
        return self.making.claim(text, role, -1, side, line=entry.line, **fields)

    def _role(self, entry: Entry) -> Role:
        if entry.label not in _ROLES:
            what = "what stands under a claim is a Pro or a Con; this is read as a pro"
            if entry.unknown:
                what = f"{entry.unknown} is no label; {what}"
            self.making.error(entry.line, 1, "label", what, "write Pro: or Con:")
        return _ROLES.get(entry.label, Role.SUPPORT)

    def _text(self, entry: Entry) -> tuple[str, dict[str, Any]]:
        """What an entry says, and its citations and how it was written as fields of a claim."""
        whole = words.marked(entry.text, self._address)
        text, links = words.plain(whole)
        fields: dict[str, Any] = {}
        sources = dict.fromkeys(self._source(name, address) for name, address in links)
        if sources:
            fields["cite"] = tuple(map(Citation, sources))
        usual = words.written(one_line(text), [address for _, address in links])
        if not words.alike(many_lines(whole), usual):
            fields["extra"] = {NAME: {"text": many_lines(whole)}}
        return text, fields

    def _address(self, number: str) -> str | None:
        """The address of a source in the list at the end, or its id where it has none."""
        if number not in self.lines.sources:
            return None
        title, url = _split(self.lines.sources[number])
        self.used.add(number)
        id = self.making.source(title or _host(url), url=url or None)
        return words.escaped(url) if url else f"#{id}"

    def _source(self, name: str, address: str) -> str:
        """The id of the source that a link leads to."""
        sources = self.making.debate.sources
        if address.startswith("#") and address[1:] in sources:
            return address[1:]
        address = one_line(address)
        known = (id for id, source in sources.items() if source.url == address)
        return next(known, "") or self.making.source(_host(address), url=address or None)

    def _rest(self) -> None:
        """Keep what belongs to no claim."""
        for number in self.lines.sources:
            if number not in self.used:
                title, url = _split(self.lines.sources[number])
                self.making.source(title or _host(url), url=url or None)
        if self.lines.before:
            self.making.notice(1, "kept-aside", "what stands before the first claim is kept aside")
            self.extra["before"] = [many_lines(line) for line in self.lines.before]
        if self.extra:
            self.making.debate.extra = {NAME: self.extra}


def _split(source: str) -> tuple[str, str]:
    """A source's title and its address, which stands at the end."""
    source = one_line(source)
    title, _, last = source.rpartition(" ")
    if not _URL.match(last):
        return source, ""
    return title.strip(" -–:,"), last.strip("<>")


def _host(address: str) -> str:
    """What to call a source that has an address only."""
    try:
        host = urlsplit(address).hostname
    except ValueError:
        host = None
    return (host or address or "(no title)").removeprefix("www.")


def likeness(sample: str, suffix: str) -> int:
    """Whether it begins as an export does, or has claims numbered and labelled as one."""
    if re.match(rf"\s*{TITLE.pattern}", sample.lstrip("\ufeff"), re.I):
        return 3
    first = re.search(r"^\s*1\.[ \t]*\S", sample, re.M)
    below = re.search(r"^\s*1\.1\.[ \t]*(?:Pro|Con|Thesis)[ \t]*:", sample, re.M | re.I)
    return 2 if first and below and first.start() < below.start() else 0


READER = Reader(NAME, "Kialo text", (".txt", ".kialo.txt"), likeness, read)
