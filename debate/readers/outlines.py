"""Outlines: our own, which say what each item is, and other people's, which may have signs at most.

In an outline of other people's each root is a position of its own, with the item as its thesis, and
what hangs below is a support unless a sign, a word or the heading of a group says otherwise. Where
the roots themselves speak for and against, what they speak to is the title.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from debate.model import Role
from debate.model.reading import Reading
from debate.model.role import ROOT_ROLES
from debate.readers.json_places import Path
from debate.readers.making import Making
from debate.readers.records import Records

#: The words and signs by which people say what an item is, before its text.
_SIGN = re.compile(
    r"""(?xi) \s* (?:
        (?P<support>    \+ (?=\s) | ✅ | ✔ | (?:pro|support|reason|because) \s* : )
      | (?P<objection>  [-−–—] (?=\s) | ❌ | ✘ | (?:con|contra|objection|counter|but) \s* : )
      | (?P<condition>  \? (?=\s) | (?:only[ ]if|condition) \s* : )
      | (?P<co_premise> & (?=\s) | (?:and|co-premise|together[ ]with) \s* : )
      | (?P<undercut>   ~ (?=\s) | undercut \s* : )
    ) \s* """
)

#: What says the role of all that stands below it.
_GROUP = re.compile(
    r"""(?xi) (?:
        (?P<support>   \+ | ✅ | ✔ | pros? | for | (?:arguments?|reasons?) \s+ (?:for|in\s+favou?r)
                       | supports? | reasons? | supporting \s+ (?:arguments?|reasons?)
                       | advantages | benefits )
      | (?P<objection> [-−–—] | ❌ | ✘ | cons? | contras? | against | objections?
                       | (?:arguments?|reasons?) \s+ against | counter-?arguments?
                       | disadvantages | drawbacks )
      | (?P<condition> conditions? | only[ ]if )
    ) (?: \s* : )? """
)


@dataclass(slots=True)
class Item:
    """A line of an outline. ``fields`` are our own writer's, with ``kind`` among them.

    ``parent`` is the index of another item, -1 at the top. ``role`` is what the format itself says
    of the item, by an icon for instance. ``extra`` is what only the format has a place for.
    A ``side`` is no claim: what hangs on it is one position's. A ``settled`` text is the
    claim and no sign; ``whole`` is it with its sign, and ``marks`` what else told the ``role``:
    both are kept where the role is idle.
    """

    text: str
    parent: int
    line: int = 0
    fields: dict[str, str] = field(default_factory=dict)
    note: str = ""
    role: Role | None = None
    url: str = ""
    extra: dict[str, Any] = field(default_factory=dict)
    side: bool = False
    settled: bool = False
    whole: str = ""
    marks: dict[str, str] = field(default_factory=dict)


def read_items(items: Sequence[Item], making: Making, format: str) -> Reading:
    """The debate that the items of an outline make; ``making`` has its title."""
    if any("kind" in item.fields for item in items):
        return _Own(items, making).read()
    return _Foreign(items, making, format).read()


# ---------------------------------------------------------------------- other people's


@dataclass(slots=True)
class _Place:
    """Where what hangs on an item goes: below a row, or with -1 to the roots of a position.

    Without a position each root has its own; ``role`` is that of items that say none.
    """

    row: int = -1
    position: int | None = None
    role: Role | None = None


class _Foreign:
    """Items that may say by a sign, or by the heading of a group, what they are."""

    def __init__(self, items: Sequence[Item], making: Making, format: str) -> None:
        self.items, self.making, self.format = items, making, format
        self.below: dict[int, list[int]] = {}
        for number, item in enumerate(items):
            self.below.setdefault(item.parent, []).append(number)
        self.said = [
            (item.role, item.text) if item.settled else signed(item.text, item.role)
            for item in items
        ]
        self.groups = {
            number: role
            for number, item in enumerate(items)
            if number in self.below
            and not (item.settled or item.url)
            and (role := grouping(item.text))
            and item.role in (None, role)
        }
        self.places: dict[int, _Place] = {}
        self.unsigned: list[int] = []
        self.idle: list[int] = []

    def read(self) -> Reading:
        title, tops = self.making.debate.title, self.below.get(-1, [])
        self.places[-1] = _Place()
        # one root may well have a sign by chance, unless what is above it is sure to be a node
        certain = (
            self.format == "freemind" or len(tops) > 1 or any(one in self.groups for one in tops)
        )
        if title and certain and self._bears(-1):
            position, line = self.making.position(title), self.items[0].line
            row = self.making.claim(title, Role.THESIS, -1, position, line=line)
            self.places[-1] = _Place(row, position)
        for number, item in enumerate(self.items):
            above = self.places[item.parent]
            if number in self.groups and above.row >= 0:
                self.places[number] = self._group(item, above, self.groups[number])
            elif item.side or (number in self.groups and item.parent < 0):
                self.places[number] = self._side(number, item)
            else:
                self.places[number] = self._claim(number, item, above)
        self._tell()
        return self.making.finish()

    def _bears(self, number: int) -> bool:
        """Whether what is below says mostly how it bears on the item above, which is a claim."""
        below = self.below.get(number, [])
        if any(one in self.groups for one in below):
            return True
        signs = sum(self.said[one][0] not in (None, *ROOT_ROLES) for one in below)
        return 0 < len(below) <= 2 * signs

    def _side(self, number: int, item: Item) -> _Place:
        """A heading names a position; the background is nobody's."""
        if item.text.strip().lower() == "background":
            return _Place(position=-1)
        if number not in self.groups and self._bears(number):
            return self._claim(number, item, _Place())
        kept = {**item.extra, **({"url": item.url} if item.url else {})}
        extra = {self.format: kept} if kept else None
        text = item.whole or item.text
        named = {"speaker": text or None, "note": item.note or None, "extra": extra}
        return _Place(position=self.making.position(text, **named))

    def _group(self, item: Item, above: _Place, role: Role) -> _Place:
        """A heading says what is below it; what else stands beside it is kept at the claim."""
        kept = {**item.extra, **({"note": item.note.strip()} if item.note.strip() else {})}
        if kept:
            claim = self.making.fields(above.row)
            claim.extra = claim.extra or {}
            own = claim.extra.setdefault(self.format, {})
            own.setdefault("groups", []).append({"text": item.text, **kept})
        return _Place(above.row, above.position, role)

    def _claim(self, number: int, item: Item, above: _Place) -> _Place:
        role, text = self.said[number]
        role = None if role in ROOT_ROLES else role
        extra = dict(item.extra)
        if above.row < 0 and role:
            self.idle.append(item.line)
            text = item.whole or item.text
            extra |= item.marks
        more: dict[str, Any] = {"note": item.note.strip() or None, "line": item.line}
        if item.url:
            more["cite"] = _linked(self.making, item, text, extra)
        if extra:
            more["extra"] = {self.format: extra}
        if above.row < 0:
            position = self.making.position(text) if above.position is None else above.position
            root = Role.THESIS if position >= 0 else Role.BACKGROUND
            return _Place(self.making.claim(text, root, -1, position, **more), position)
        role = role or above.role
        if role is None:
            self.unsigned.append(item.line)
            role = Role.SUPPORT
        return _Place(self.making.claim(text, role, above.row, **more), above.position)

    def _tell(self) -> None:
        if some := self.unsigned:
            many = f"{len(some):,} items without a sign are"
            what = "1 item without a sign is" if len(some) == 1 else many
            hint = _HINTS.get(self.format, _HINT)
            self.making.notice(some[0], "unsigned", f"{what} read as supports", hint)
        if some := self.idle:
            many = f"{len(some):,} items at the top have signs, but nothing to bear on: they are"
            one = "1 item at the top has a sign, but nothing to bear on: it is"
            what = f"{one} a thesis" if len(some) == 1 else f"{many} theses"
            hint = "hang items with signs below the claim that they speak for or against"
            self.making.notice(some[0], "idle-sign", f"{what}, and the signs are kept", hint)


_HINT = "begin items with + or -, or with Pro: or Con:, to tell them apart"
_HINTS = {
    "markdown": "write - Pro: or - Con: before their texts, or + and - as bullets side by side"
}


def grouping(text: str) -> Role | None:
    """The role that the heading of a group gives to what stands below it: "Pro:", "Cons", "-"."""
    match = _GROUP.fullmatch(text.strip())
    return Role(match.lastgroup) if match and match.lastgroup else None


def signed(text: str, role: Role | None = None) -> tuple[Role | None, str]:
    """The role that an item's first sign or word says, and the rest of its text."""
    match = _SIGN.match(text)
    if match is None or not text[match.end() :].strip():
        return role, text
    found = Role((match.lastgroup or "").replace("_", "-"))
    if role and role is not found:
        return role, text  # it says something else than the format: text, then
    return found, text[match.end() :]


def _linked(making: Making, item: Item, text: str, extra: dict[str, Any]) -> Any:
    from debate.model import Citation
    from debate.model.fragment import web_address

    if web_address(item.url) is None:
        extra["url"] = item.url
        return ()
    return (Citation(making.source(text or item.url, url=item.url)),)


# ---------------------------------------------------------------------- our own


class _Own:
    """Items that our own writers made: each says what it is."""

    def __init__(self, items: Sequence[Item], making: Making) -> None:
        self.items, self.making = items, making
        self.records = Records(making, lambda path: (self._line(path), 1))
        self.rows: dict[int, int] = {}
        self.head: dict[str, Any] = {"debate": making.debate.title, "sources": {}, "questions": {}}
        self.question: dict[str, Any] = {}

    def read(self) -> Reading:
        position = -1
        for number, item in enumerate(self.items):
            kind = item.fields.get("kind", "")
            if kind in set(Role):
                self._claim(number, item, kind, position)
            elif kind == "position":
                fields = {**self._fields(item), "role": item.fields.get("who")}
                fields["note"] = item.fields.get("note")
                position = self.records.position(fields, (number,))
            elif kind == "facts":
                position = -1
            else:
                self._about(number, item, kind, position)
        self.records.head(self.head)
        return self.records.finish()

    def _claim(self, number: int, item: Item, role: str, position: int) -> None:
        fields = self._fields(item)
        text = item.text
        sign = "" if role in ROOT_ROLES else f"{Role(role).glyph} "
        text = text.removeprefix(sign) if sign else text
        parent = self.rows.get(item.parent, -1)
        if parent < 0 and role not in ROOT_ROLES:
            role = Role.THESIS  # somebody moved it to the top
            self.making.notice(item.line, "moved", "a claim at the top is read as a thesis")
        elif parent >= 0 and role in ROOT_ROLES:
            role = Role.SUPPORT
            self.making.notice(item.line, "moved", "a root below another claim is a support")
        self.rows[number] = self.records.claim(
            fields, text, role, parent, position, (number,), item.line
        )

    def _about(self, number: int, item: Item, kind: str, position: int) -> None:
        """A node of the head; one that somebody added is a claim."""
        fields = self._fields(item)
        if kind == "debate":
            self.head |= {"date": fields.get("date"), "extra": fields.get("extra")}
        elif kind == "summary":
            rest = item.fields.get("rest", "")
            self.head["summary"] = f"{item.text}\n{rest}" if rest else item.text
        elif kind == "outcome":
            self.head["outcome"] = {"claim": item.text, "cite": fields.get("cite")}
        elif kind == "question":
            self.question = {"ask": item.text, "options": {}}
            self.question["standard"] = fields.get("standard", "preponderance")
            self.head["questions"][fields.get("id", f"q{number}")] = self.question
        elif kind == "option" and self.question:
            self.question["options"][fields.get("id", f"o{number}")] = item.text
        elif kind == "source":
            keys = ("title", "author", "publisher", "date", "url")
            found = {key: item.fields.get(key) for key in keys}
            self.head["sources"][fields.get("id", f"s{number}")] = found
        elif kind not in ("questions", "sources"):
            self._added(number, item, position)

    def _added(self, number: int, item: Item, position: int) -> None:
        """An item without a kind among our own: somebody wrote it in their outliner."""
        parent = self.rows.get(item.parent, -1)
        role, text = signed(item.text, item.role)
        if parent < 0:
            role = Role.THESIS if position >= 0 else Role.BACKGROUND
        fields = {"note": item.note or None}
        self.rows[number] = self.records.claim(
            fields, text, role or Role.SUPPORT, parent, position, (number,), item.line
        )

    def _fields(self, item: Item) -> dict[str, Any]:
        """The fields of a node, with what is more than a word read as JSON."""
        found: dict[str, Any] = {}
        for key, value in item.fields.items():
            if key in ("cite", "tags", "extra", "agrees_with", "clashes_with"):
                try:
                    found[key] = json.loads(value)
                except (ValueError, RecursionError):
                    what = f"the attribute {key} is no JSON"
                    self.making.error(item.line, 1, "attribute", what, "remove it, or write JSON")
            else:
                found[key] = value
        return found

    def _line(self, path: Path) -> int:
        number = path[0] if path else 0
        return self.items[number].line if isinstance(number, int) and self.items else 1
