"""XML of other people's formats as a tree of elements that know where they stand.

Nothing recurses and nothing is fetched. A document type that declares anything is refused, so that
no entity can grow or lead elsewhere; one that only names the document's type is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from debate.model.problem import InvalidDebate, Problem

#: Deeper than any map is nested.
_DEEPEST = 3_000


@dataclass(slots=True)
class Element:
    """An element: ``text`` is all character data directly in it, ``tail`` what follows it.

    ``line`` and ``column`` count from 1. Names keep their prefixes as they are written.
    """

    tag: str
    line: int
    column: int
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element] = field(default_factory=list)
    text: str = ""
    tail: str = ""

    def all(self, *tags: str) -> Iterator[Element]:
        """The elements beneath this one that have one of the tags, in the order of the file."""
        stack = [*reversed(self.children)]
        while stack:
            element = stack.pop()
            if element.tag in tags:
                yield element
            stack += reversed(element.children)

    def words(self) -> str:
        """All the text in the element and beneath it."""
        parts: list[str] = []
        stack: list[Element | str] = [self]
        while stack:
            part = stack.pop()
            if isinstance(part, str):
                parts.append(part)
                continue
            for child in reversed(part.children):
                stack += [child.tail, child]
            parts.append(part.text)
        return "".join(parts)


def parse(data: bytes, file: str) -> Element:
    """The root of one XML document; raises InvalidDebate with the place of what is wrong."""
    return _Parser(file).parse(data)


class _Parser:
    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Element | None = None
        self.nest: list[Element] = []
        self.pieces: list[str] = []
        self.declared = False
        self.expat = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self.pieces.append
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._refuse
        parser.SkippedEntityHandler = self._skipped

    def parse(self, data: bytes) -> Element:
        try:
            self.expat.Parse(data, True)
        except expat.ExpatError as error:
            what = expat.ErrorString(error.code)
            raise self._wrong(what, error.lineno, error.offset + 1, "xml") from None
        except (UnicodeError, LookupError, ValueError):
            what = "the file is not in the encoding that it names"
            raise self._wrong(what, 1, 1, "encoding") from None
        assert self.root is not None
        return self.root

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._flush()
        line, column = self.expat.CurrentLineNumber, self.expat.CurrentColumnNumber + 1
        element = Element(tag, line, column, attributes)
        if self.nest:
            self.nest[-1].children.append(element)
        else:
            self.root = element
        self.nest.append(element)
        if len(self.nest) > _DEEPEST:
            raise self._wrong(f"nested more than {_DEEPEST:,} deep", line, column, "too-deep")

    def _end(self, tag: str) -> None:
        self._flush()
        self.nest.pop()

    def _flush(self) -> None:
        """Put the text gathered so far where it belongs."""
        if not self.pieces:
            return
        text = "".join(self.pieces)
        self.pieces.clear()
        if self.nest:
            inner = self.nest[-1]
            if inner.children:
                inner.children[-1].tail += text
            else:
                inner.text += text

    def _doctype(self, name: str, system: str | None, public: str | None, internal: int) -> None:
        if internal:
            self._refuse()

    def _refuse(self, *_: object) -> None:
        line, column = self.expat.CurrentLineNumber, self.expat.CurrentColumnNumber + 1
        what = "a document type that declares things is not read"
        raise self._wrong(what, line, column, "doctype", "take the <!DOCTYPE …[ … ]> out")

    def _skipped(self, name: str, is_parameter: bool) -> None:
        line, column = self.expat.CurrentLineNumber, self.expat.CurrentColumnNumber + 1
        raise self._wrong(
            f"there is no entity &{name};", line, column, "xml", "write the character"
        )

    def _wrong(self, what: str, line: int, column: int, code: str, hint: str = "") -> InvalidDebate:
        return InvalidDebate([Problem(self.file, line, column, "error", code, what, hint)])
