"""FreeMind's .mm, as FreeMind, Freeplane, MindMup and others write it."""

from __future__ import annotations

import re

from debate.files.reading import Reading
from debate.model import Role
from debate.model.problem import InvalidDebate, Problem
from debate.readers import Reader
from debate.readers.making import Making
from debate.readers.outlines import Item, read_items
from debate.readers.xml_tree import Element, elements, prose

_PREFIX = "debate:"

#: HTML's elements that begin a line.
_BLOCKS = {"p", "li", "div", "br", "h1", "h2", "h3", "h4", "td", "pre"}

#: Icons that people mark reasons with.
_ICONS = {
    **dict.fromkeys(("button_ok", "yes", "ksmiletris", "up", "thumbs-up"), Role.SUPPORT),
    **dict.fromkeys(("button_cancel", "no", "smily_bad", "down", "thumbs-down"), Role.OBJECTION),
}

#: What only says how a map looks, or when it was edited.
_LOOKS = re.compile(
    r"TEXT|LINK|COLOR|BACKGROUND_COLOR|FOLDED|POSITION|STYLE\w*|[HV]GAP\w*|VSHIFT\w*|CREATED|MODIFIED"
    r"|LOCALIZED_\w+|MAX_WIDTH|MIN_WIDTH|ID"
)


def likeness(sample: str, suffix: str) -> int:
    """A map of nodes."""
    if re.search(r"<map[\s>]", sample) and re.search(r"<node[\s>]", sample):
        return 3
    return int(suffix == ".mm")


def read(data: bytes, file: str) -> Reading:
    """A mind map: its middle is the title, and each branch from it a root.

    Arrows and clouds have no place in a debate; arrows are said, and kept in ``extra``.
    """
    found = elements(data, file)
    middle = next((n for n, one in enumerate(found) if one.tag == "node"), -1)
    if found[0].tag != "map" or middle < 0:
        first = found[0]
        what = "this is no mind map: <map> with a <node> in it is missing"
        place = first.line, first.column
        raise InvalidDebate([Problem(file, *place, "error", "freemind", what)])
    making = Making(file, _text(found, middle))
    items: list[Item] = []
    places: dict[int, int] = {middle: -1}
    for number, element in enumerate(found):
        if element.tag == "node" and number != middle:
            if element.parent not in places:
                making.notice(element.line, "second-map", "a second middle is left out")
                continue
            places[number] = len(items)
            items.append(_item(found, number, places[element.parent], making))
    own = [item for item in items if item.fields]
    if not own and found[middle].attributes.get("LINK"):
        making.debate.extra = {"freemind": {"LINK": found[middle].attributes["LINK"]}}
    return read_items(items, making, "freemind")


def _item(found: list[Element], number: int, parent: int, making: Making) -> Item:
    element = found[number]
    item = Item(_text(found, number), parent, element.line, url=element.attributes.get("LINK", ""))
    extra = {k: v for k, v in element.attributes.items() if not _LOOKS.fullmatch(k)}
    icons = []
    for child in element.children:
        below = found[child]
        given = below.attributes
        if below.tag == "attribute" and given.get("NAME", "").startswith(_PREFIX):
            item.fields[given["NAME"].removeprefix(_PREFIX)] = given.get("VALUE", "")
        elif below.tag == "attribute":
            extra[given.get("NAME", "")] = given.get("VALUE", "")
        elif below.tag == "icon":
            icon = given.get("BUILTIN", "")
            item.role = item.role or _ICONS.get(icon)
            icons.append(icon)
        elif below.tag == "richcontent" and given.get("TYPE") in ("NOTE", "DETAILS"):
            item.note = "\n".join(filter(None, (item.note, _prose(found, child))))
        elif below.tag == "arrowlink":
            making.notice(below.line, "arrow", "an arrow to another node has no place in a debate")
            extra["arrowlink"] = given.get("DESTINATION", "")
    if item.fields:
        item.note = item.url = ""
        item.role = None
    else:
        item.extra = extra | ({"icons": ",".join(icons)} if icons and item.role is None else {})
    return item


def _text(found: list[Element], number: int) -> str:
    """A node's text; a long one stands in a small page of HTML below it."""
    element = found[number]
    if "TEXT" in element.attributes:
        return element.attributes["TEXT"]
    for child in element.children:
        if found[child].tag == "richcontent" and found[child].attributes.get("TYPE") == "NODE":
            return _prose(found, child)
    return element.attributes.get("LOCALIZED_TEXT", "")


def _prose(found: list[Element], start: int) -> str:
    """The text of a small page of HTML, a line for each paragraph."""
    lines = [""]
    for tag, text in prose(found, start):
        if tag in _BLOCKS:
            lines.append("")
        lines[-1] += text
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


READER = Reader("freemind", "FreeMind mind maps", (".mm",), likeness, read)
