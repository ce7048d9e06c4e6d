"""Outlines: our own, which say what each item is, and other people's, which may have signs at most.

In an outline of other people's each root is a position of its own, with the item as its thesis, and
what hangs below is a support unless a sign or a word says otherwise.
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


@dataclass(slots=True)
class Item:
    """A line of an outline. ``fields`` are our own writer's, with ``kind`` among them.

    ``parent`` is the index of another item, -1 at the top. ``role`` is what the format itself says
    of the item, by an icon for instance. ``extra`` is what only the format has a place for.
    A ``side`` is no claim: what hangs on it is one position's.
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


def read_items(items: Sequence[Item], making: Making, format: str) -> Reading:
    """The debate that the items of an outline make; ``making`` has its title."""
    if any("kind" in item.fields for item in items):
        return _Own(items, making).read()
    return _foreign(items, making, format)


# ---------------------------------------------------------------------- other people's


def _foreign(items: Sequence[Item], making: Making, format: str) -> Reading:
    rows: list[int] = []
    sides: dict[int, int] = {}
    unsigned: list[int] = []
    for number, item in enumerate(items):
        if item.side:
            sides[number] = _side(item, making)
            rows.append(-1)
            continue
        role, text = signed(item.text, item.role)
        more: dict[str, Any] = {"note": item.note.strip() or None, "line": item.line}
        if item.url:
            more["cite"] = _linked(making, item, text)
        if item.extra:
            more["extra"] = {format: item.extra}
        if item.parent < 0 or item.parent in sides:
            root = Role.THESIS
            if item.parent in sides:
                position = sides[item.parent]
                root = Role.THESIS if position >= 0 else Role.BACKGROUND
            else:
                position = making.position(text)
            rows.append(making.claim(text, root, -1, position, **more))
            continue
        if role is None or role in ROOT_ROLES:
            unsigned.append(item.line)
            role = Role.SUPPORT
        rows.append(making.claim(text, role, rows[item.parent], **more))
    if unsigned:
        what = (
            "1 item without a sign is"
            if len(unsigned) == 1
            else (f"{len(unsigned):,} items without a sign are")
        )
        hint = "begin items with + or -, or with Pro: or Con:, to tell them apart"
        making.notice(unsigned[0], "unsigned", f"{what} read as supports", hint)
    return making.finish()


def _side(item: Item, making: Making) -> int:
    """The position that a heading names; the background is nobody's."""
    if item.text.strip().lower() == "background":
        return -1
    return making.position(item.text, speaker=item.text or None, note=item.note or None)


def signed(text: str, role: Role | None = None) -> tuple[Role | None, str]:
    """The role that an item's first sign or word says, and the rest of its text."""
    match = _SIGN.match(text)
    if match is None or not text[match.end() :].strip():
        return role, text
    found = next(name for name, some in match.groupdict().items() if some)
    return role or Role(found.replace("_", "-")), text[match.end() :]


def _linked(making: Making, item: Item, text: str) -> Any:
    from debate.model import Citation
    from debate.model.fragment import web_address

    if web_address(item.url) is None:
        item.extra["url"] = item.url
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
