"""OPML 1.0 to 2.0 (http://opml.org/spec2.opml): outlines, our own and other people's."""

from __future__ import annotations

import re

from debate.model.problem import InvalidDebate, Problem
from debate.model.reading import Reading
from debate.readers import Reader
from debate.readers.making import Making
from debate.readers.outlines import Item, read_items
from debate.readers.xml_nodes import Element, parse

#: The namespace of our own attributes, and their prefix, as debate.writers.formats.opml has them.
NAMESPACE, _OWN = "urn:x-debate:outline:1", "debate:"

_VERSION, _OLD = "2.0", ("1.0", "1.1")

#: What the specification requires of an outline of a type, and the versions that a feed may have.
_REQUIRED = {"rss": "xmlUrl", "link": "url", "include": "url"}
_FEEDS = ("RSS", "RSS1", "RSS2", "RDF", "ATOM", "ATOM1", "scriptingNews")

#: Attributes that are read as something, or that only say how an outliner shows the item.
_KNOWN = ("text", "_note", "url", "type", "isComment", "isBreakpoint")


def likeness(sample: str, suffix: str) -> int:
    """Its root says it."""
    if re.search(r"<opml[\s>]", sample):
        return 3
    return int(suffix == ".opml")


def read(data: bytes, file: str) -> Reading:
    """An outline; other elements and attributes of the items are kept in ``extra``."""
    root = parse(data, file)
    head, body = _checked(root, file)
    title = next((one for one in head.children if one.tag == "title"), None)
    making = Making(file, title.text if title else "")
    making.debate.extra = _head_extra(head) or None
    own = root.attributes.get(f"xmlns:{_OWN[:-1]}") == NAMESPACE
    items: list[Item] = []
    stack = [(element, -1) for element in reversed(body.children)]
    while stack:
        element, parent = stack.pop()
        if element.tag != "outline":
            making.notice(element.line, "element", f"<{element.tag}> is no outline; left out")
            continue
        _check_outline(making, element)
        stack += [(child, len(items)) for child in reversed(element.children)]
        items.append(_item(element, parent, own))
    if any(problem.severity == "error" for problem in making.problems):
        raise InvalidDebate(making.problems)
    if (version := root.attributes["version"]) in _OLD:
        what = f"OPML {version} is an old version, which is read as {_VERSION}"
        hint = f'write <opml version="{_VERSION}">'
        making.error(root.line, root.column, "old-version", what, hint)
    return read_items(items, making, "opml")


def _checked(root: Element, file: str) -> tuple[Element, Element]:
    """Head and body of a document that is as the specification says; raises InvalidDebate."""

    def refuse(element: Element, message: str, hint: str) -> InvalidDebate:
        place = element.line, element.column
        return InvalidDebate([Problem(file, *place, "error", "opml", message, hint)])

    if root.tag != "opml":
        raise refuse(root, f"this is no OPML: its root is <{root.tag}>", "write <opml version=…>")
    version = root.attributes.get("version")
    if version is None:
        raise refuse(root, "<opml> has no version", 'write <opml version="2.0">')
    if version not in (_VERSION, *_OLD):
        raise refuse(root, f"OPML {version} is not known", f'write <opml version="{_VERSION}">')
    parts = {one.tag: one for one in root.children}
    for name in ("head", "body"):
        if name not in parts:
            raise refuse(root, f"<opml> has no <{name}>", f"add <{name}>…</{name}>")
    body = parts["body"]
    if not body.children:
        raise refuse(body, "<body> has no outline", 'add <outline text="…"/>')
    return parts["head"], body


def _head_extra(head: Element) -> dict[str, object]:
    kept = {one.tag: one.text.strip() for one in head.children if one.tag != "title"}
    return {"opml": {"head": kept}} if kept else {}


def _check_outline(making: Making, element: Element) -> None:
    given = element.attributes
    place = element.line, element.column
    if "text" not in given:
        making.error(*place, "opml", "an outline without text", 'write <outline text="…">')
    kind = given.get("type", "").lower()
    needed = _REQUIRED.get(kind)
    if needed and not given.get(needed):
        what = f"an outline of type {kind} without {needed}"
        making.error(*place, "opml", what, f'add {needed}="…", or remove the type')
    version = given.get("version")
    if kind == "rss" and version and version not in _FEEDS:
        making.error(*place, "opml", f"{version} is no kind of feed", f"write {', '.join(_FEEDS)}")


def _item(element: Element, parent: int, is_own: bool) -> Item:
    given = dict(element.attributes)
    names = [name for name in given if is_own and name.startswith(_OWN)]
    own = {name.removeprefix(_OWN): given.pop(name) for name in names}
    extra = {name: value for name, value in given.items() if name not in _KNOWN}
    if given.get("type") and not own:
        extra["type"] = given["type"]
    note = "" if own else given.get("_note", "")
    url = "" if own else given.get("url", "")
    return Item(given.get("text", ""), parent, element.line, own, note, None, url, extra)


READER = Reader("opml", "OPML outline", (".opml",), likeness, read)
