"""Markdown outlines: headings, and lists nested to any depth, their items signed or not.

The outline that we export ourselves is one of them: claims, roles and levels come back, and where
they are said as a note; a debate that is to come back whole is exported as YAML or JSON.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from debate.model import Role
from debate.model.reading import Reading
from debate.readers import Reader
from debate.readers.making import Making
from debate.readers.opening import decoded
from debate.readers.outlines import Item, read_items, signed

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
_ITEM = re.compile(r"([ \t]*)([-*+]|\d{1,9}[.)])[ \t]+(.*)$")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
_UNDERLINE = re.compile(r"(=+|-+)[ \t]*$")

#: What our own outline writes before a claim: its number, a mark, its role.
_NUMBER = re.compile(r"\*\*(?:…)?[\w.]+(?: \(level \d+\))?\*\*(?: ★)?[ \t]*")
_ROLE = re.compile(r"\*([a-z-]+)(?: \((.*?)\))?\*:[ \t]*")
_TASK = re.compile(r"\[[ xX]\][ \t]+")

_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]\((<[^<>]*>|[^()\s]*(?:\([^()]*\)[^()\s]*)*)[^()]*\)")
_REFERENCE = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]\[[^\[\]]*\]")
_EMPHASIS = re.compile(r"(\*\*|__|(?<![\w*])\*|(?<![\w_])_|~~|`)(?=\S)(.+?)(?<=\S)\1")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{2,31});")

#: Sections of our own outline that repeat what stands elsewhere, or that are no claims.
_ASIDE = ("Questions", "Common ground", "Clashes", "Sources", "Outcome")


@dataclass(slots=True)
class _Line:
    """An item or a heading, with the lines that go on with it.

    ``heading`` is its level, 0 of an item; ``level`` is how far an item is indented.
    """

    heading: int
    level: int
    text: str
    line: int
    more: list[str] = field(default_factory=list)


def likeness(sample: str, suffix: str) -> int:
    """Headings or list items."""
    items = len(re.findall(r"^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S", sample, re.M))
    headings = len(re.findall(r"^#{1,6}[ \t]+\S", sample, re.M))
    if suffix in (".md", ".markdown"):
        return 2 if items or headings else 1
    return 2 if headings and items > 1 else int(items > 1 and suffix in ("", ".txt"))


def read(data: bytes, file: str) -> Reading:
    """An outline. A single first heading is the title, the others are sides, or claims with lists.

    Text that belongs to no item becomes the summary, or a note of the item or heading above it.
    """
    making = Making(file)
    lines = _lines(decoded(data, file))
    headings = [line for line in lines if line.heading]
    first = headings[0] if headings and lines[0] is headings[0] else None
    if first and all(line.heading > first.heading for line in headings[1:]):
        making.debate.title = plain(first.text)
        lines.remove(first)
        making.debate.summary = "\n".join(map(plain, first.more)) or None
    items = _items(lines, making)
    for number in {item.parent for item in items}:
        # what stands at the top and has items below it says whose they are
        if number >= 0 and items[number].parent < 0 and items[number].extra.pop("heading", None):
            items[number].side = True
    for item in items:
        item.extra.pop("heading", None)
    return read_items(items, making, "markdown")


def _lines(text: str) -> list[_Line]:
    """The items and headings, each with what goes on below it; code is text as it is."""
    found: list[_Line] = []
    fence = ""
    for number, line in enumerate(text.split("\n"), 1):
        line = line.rstrip("\r")
        if fence:
            fence = "" if line.strip().startswith(fence) else fence
        elif match := _FENCE.match(line):
            fence = match[1]
        elif match := _HEADING.match(line):
            found.append(_Line(len(match[1]), 0, match[2], number))
            continue
        elif match := _ITEM.match(line):
            found.append(_Line(0, len(match[1].expandtabs(4)), match[3], number))
            continue
        elif found and not found[-1].heading and not found[-1].more and _UNDERLINE.match(line):
            continue  # a rule between items
        if not line.strip() or (not fence and re.match(r"\[[^\]]+\]:\s", line)):
            continue
        if not found:
            found.append(_Line(7, 0, "", number))
        found[-1].more.append(line.strip())
    return found


def _items(lines: list[_Line], making: Making) -> list[Item]:
    items: list[Item] = []
    open_headings: list[tuple[int, int]] = []
    open_items: list[tuple[int, int]] = []
    aside = 0
    for line in lines:
        if line.heading == 7:
            making.debate.summary = "\n".join(map(plain, line.more))
            continue
        if line.heading:
            aside = (
                line.heading
                if line.heading == 2 and line.text in _ASIDE
                else (aside if aside and line.heading > aside else 0)
            )
        if aside:
            if line.heading == aside:
                what = f"the section {line.text!r} repeats what the claims say, or is no claim"
                making.notice(line.line, "aside", what)
            continue
        if line.heading:
            open_items = []
            while open_headings and open_headings[-1][0] >= line.heading:
                open_headings.pop()
            parent = open_headings[-1][1] if open_headings else -1
            open_headings.append((line.heading, len(items)))
        else:
            while open_items and open_items[-1][0] >= line.level:
                open_items.pop()
            parent = open_items[-1][1] if open_items else -1
            if parent < 0 and open_headings:
                parent = open_headings[-1][1]
            open_items.append((line.level, len(items)))
        items.append(_item(line, parent))
        if line.heading:
            items[-1].extra["heading"] = True
    return items


def _item(line: _Line, parent: int) -> Item:
    text, role = line.text, None
    if line.heading == 0:
        text = _TASK.sub("", text, count=1) if _TASK.match(text) else text
        text = _NUMBER.sub("", text, count=1) if _NUMBER.match(text) else text
        if (match := _ROLE.match(text)) and match[1] in set(Role):
            role, text = Role(match[1]), text[match.end() :]
    item = Item("", parent, line.line)
    links = [address.strip("<>") for _, address in _LINK.findall(text) if address.strip("<>")]
    if role is None:
        role, text = signed(text)
    item.role, item.text = role, plain(text.removesuffix("\\"))
    item.url = links[0] if links else ""
    if links[1:]:
        item.extra["links"] = links[1:]
    item.note = "\n".join(plain(more.removesuffix("\\")) for more in line.more)
    return item


def plain(text: str) -> str:
    """A line without its markup: links and emphasis are their words, escapes their characters."""
    from html import unescape

    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[1])
        return f"\x00{len(kept) - 1}\x00"

    text = _ESCAPE.sub(keep, text.replace("\x00", ""))
    text = _LINK.sub(r"\1", text)
    text = _REFERENCE.sub(r"\1", text)
    for _ in range(3):  # emphasis in emphasis
        text = _EMPHASIS.sub(r"\2", text)
    text = _ENTITY.sub(lambda match: unescape(match[0]), text)
    return re.sub("\x00(\\d+)\x00", lambda match: kept[int(match[1])], text).strip()


READER = Reader("markdown", "Markdown outline", (".md", ".markdown"), likeness, read)
