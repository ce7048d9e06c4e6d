"""FreeMind's .mm, as FreeMind, Freeplane, MindMup and others write it."""

from __future__ import annotations

import re

from debate.model import Role
from debate.model.problem import InvalidDebate, Problem
from debate.model.reading import Reading
from debate.readers import Reader
from debate.readers.making import Making
from debate.readers.outlines import Item, read_items
from debate.readers.xml_nodes import Element, parse

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

    Where the branches speak for and against it, the middle is a thesis as well.

    Arrows and clouds have no place in a debate; arrows are said, and kept in ``extra``.
    """
    root = parse(data, file)
    middles = [one for one in root.children if one.tag == "node"]
    if root.tag != "map" or not middles:
        what = "this is no mind map: <map> with a <node> in it is missing"
        place = root.line, root.column
        raise InvalidDebate([Problem(file, *place, "error", "freemind", what)])
    middle = middles[0]
    making = Making(file, _text(middle))
    for other in middles[1:]:
        making.notice(other.line, "second-map", "a second middle is left out")
    items: list[Item] = []
    stack = [(one, -1) for one in reversed(middle.children) if one.tag == "node"]
    while stack:
        element, parent = stack.pop()
        below = [one for one in reversed(element.children) if one.tag == "node"]
        stack += [(child, len(items)) for child in below]
        items.append(_item(element, parent, making))
    if not any(item.fields for item in items) and middle.attributes.get("LINK"):
        making.debate.extra = {"freemind": {"LINK": middle.attributes["LINK"]}}
    return read_items(items, making, "freemind")


def _item(element: Element, parent: int, making: Making) -> Item:
    item = Item(_text(element), parent, element.line, url=element.attributes.get("LINK", ""))
    extra = {k: v for k, v in element.attributes.items() if not _LOOKS.fullmatch(k)}
    icons = []
    for below in element.children:
        given = below.attributes
        name = given.get("NAME", "")
        if below.tag == "attribute" and name.startswith(_PREFIX):
            item.fields[name.removeprefix(_PREFIX)] = given.get("VALUE", "")
        elif below.tag == "attribute":
            extra[name] = given.get("VALUE", "")
        elif below.tag == "icon":
            icon = given.get("BUILTIN", "")
            if item.role is None and (role := _ICONS.get(icon)):
                item.role, item.marks = role, {"icon": icon}
            else:
                icons.append(icon)
        elif below.tag == "richcontent" and given.get("TYPE") in ("NOTE", "DETAILS"):
            item.note = "\n".join(filter(None, (item.note, _prose(below))))
        elif below.tag == "arrowlink":
            making.notice(below.line, "arrow", "an arrow to another node has no place in a debate")
            extra["arrowlink"] = given.get("DESTINATION", "")
    if item.fields:
        item.note = item.url = ""
        item.role = None
    else:
        item.extra = extra | ({"icons": ",".join(icons)} if icons else {})
    return item


def _text(element: Element) -> str:
    """A node's text; a long one stands in a small page of HTML below it."""
    if "TEXT" in element.attributes:
        return element.attributes["TEXT"]
    for below in element.children:
        if below.tag == "richcontent" and below.attributes.get("TYPE") == "NODE":
            return _prose(below)
    return element.attributes.get("LOCALIZED_TEXT", "")


def _prose(page: Element) -> str:
    """The text of a small page of HTML, a line for each paragraph."""
    lines = [""]
    stack: list[Element | str] = [page]
    while stack:
        part = stack.pop()
        if isinstance(part, str):
            lines[-1] += part
            continue
        if part.tag in _BLOCKS:
            lines.append("")
        lines[-1] += part.text
        for child in reversed(part.children):
            stack += [child.tail, child]
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


READER = Reader("freemind", "FreeMind mind map", (".mm",), likeness, read)
