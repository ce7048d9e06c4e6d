"""XML as a flat list of elements that know where they stand, with nothing that expands or fetches.

Expat reads it; a document type is refused, and with it all entities of one's own, which are what
XML's bombs and its reading of other files are made of.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

from debate.model.problem import InvalidDebate, Problem

#: Deeper nesting is no outline or map.
_DEEPEST = 4000


@dataclass(slots=True)
class Element:
    """An element: ``parent`` is its place in the list, -1 of the first; ``line`` counts from 1.

    ``tag`` and the keys of ``attributes`` have their namespace before them: "uri tag". ``text`` is
    what
    stands in it before its first child, ``tail`` what follows after its end.
    """

    tag: str
    attributes: dict[str, str]
    parent: int
    line: int
    column: int
    text: str = ""
    tail: str = ""
    children: list[int] = field(default_factory=list)


def elements(data: bytes, file: str) -> list[Element]:
    """All elements in the order of the document; raises InvalidDebate with the place."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    found: list[Element] = []
    open_ones: list[int] = []
    closed = -1  # the element after which text goes on

    def refuse(code: str, message: str, hint: str) -> InvalidDebate:
        line, column = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
        return InvalidDebate([Problem(file, line, column, "error", code, message, hint)])

    def doctype(*_: object) -> None:
        raise refuse("doctype", "a document type is not read", "remove the <!DOCTYPE …>")

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal closed
        closed = -1
        if len(open_ones) >= _DEEPEST:
            raise refuse("too-deep", f"elements more than {_DEEPEST:,} deep", "split the file")
        parent = open_ones[-1] if open_ones else -1
        if parent >= 0:
            found[parent].children.append(len(found))
        open_ones.append(len(found))
        place = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
        found.append(Element(tag, attributes, parent, *place))

    def end(_: str) -> None:
        nonlocal closed
        closed = open_ones.pop()

    def text(some: str) -> None:
        if closed >= 0:
            found[closed].tail += some
        elif open_ones:
            found[open_ones[-1]].text += some

    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        what = f"this is not XML: {expat.errors.messages[error.code]}"
        place = error.lineno, error.offset + 1
        raise InvalidDebate([Problem(file, *place, "error", "xml", what)]) from None
    except (LookupError, ValueError) as error:  # an encoding that there is not
        raise InvalidDebate([Problem(file, 1, 1, "error", "xml", str(error))]) from None
    return found


def prose(found: list[Element], start: int) -> list[tuple[str, str]]:
    """All text in and below an element, in order, with the tag of the element that begins it.

    What follows after the end of an element has no tag.
    """
    pieces: list[tuple[str, str]] = []
    stack = [(start, False)]
    while stack:
        number, ended = stack.pop()
        element = found[number]
        if ended:
            pieces.append(("", element.tail))
            continue
        pieces.append((element.tag, element.text))
        for child in reversed(element.children):
            stack += [(child, True), (child, False)]
    return pieces
