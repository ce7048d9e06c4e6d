"""What PDF/UA-1 (ISO 14289-1) asks of a file, as far as a program can see it without a person.

It is no full validator: veraPDF is one, but is in no registry that tests may install from. It
judges what a screen reader needs: identification, language, title, tags on all that is shown, the
order of headings, heads of tables, alternate texts, tagged links, fonts with Unicode in the file.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator

import pikepdf
from pikepdf import Dictionary, Name, Object, Pdf

#: What shows something: text, lines and fills, pictures.
_SHOWN = {"Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh"}


class Tagged:
    """A file with its tags counted; ``problems`` is what is wrong with it."""

    def __init__(self, data: bytes) -> None:
        self.pdf = Pdf.open(io.BytesIO(data))
        self.tags: Counter[str] = Counter()
        self.headings: list[int] = []
        self.problems = [
            *self._head(), *self._tree(), *self._content(), *self._links(), *self._fonts()
        ]  # fmt: skip

    @property
    def bookmarks(self) -> list[str]:
        """The titles of all bookmarks, in order."""
        with self.pdf.open_outline() as outline:
            found, waiting = [], list(outline.root)[::-1]
            while waiting:
                item = waiting.pop()
                found.append(str(item.title))
                waiting += list(item.children)[::-1]
        return found

    @property
    def addresses(self) -> list[str]:
        """Where links lead outside."""
        return [str(note.A.URI) for note in self._annotations() if "/A" in note]

    def _head(self) -> Iterator[str]:
        root = self.pdf.Root
        with self.pdf.open_metadata() as xmp:
            if xmp.get("pdfuaid:part") != "1":
                yield "it does not say that it is PDF/UA-1"
            if not xmp.get("dc:title"):
                yield "no title"
        if not str(root.get("/Lang", "")):
            yield "no language"
        if not root.get("/MarkInfo", Dictionary()).get("/Marked", False):
            yield "not marked as tagged"
        if not root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False):
            yield "its window would show the file's name"
        if {"/OpenAction", "/AA", "/AcroForm"} & set(root.keys()):
            yield "something happens when it is opened"

    def _tree(self) -> Iterator[str]:
        waiting: list[tuple[Object, str]] = [(self.pdf.Root.StructTreeRoot, "")]
        while waiting:
            element, above = waiting.pop()
            kind = str(element.get("/S", ""))[1:]
            self.tags[kind] += bool(kind)
            if kind[:1] == "H" and kind[1:].isdigit():
                self.headings.append(int(kind[1:]))
            if kind == "Figure" and not str(element.get("/Alt", "")):
                yield "a figure without an alternate text"
            if kind in ("TH", "TD") and above != "TR":
                yield f"{kind} in {above}"
            kids = element.get("/K")
            listed = list(kids) if isinstance(kids, pikepdf.Array) else [kids] if kids else []
            inner = [kid for kid in listed if isinstance(kid, Dictionary) and "/S" in kid]
            waiting += [(kid, kind) for kid in inner[::-1]]
        for one, other in zip([0, *self.headings], self.headings, strict=False):
            if other > one + 1:
                yield f"a heading of level {other} after one of level {one}"
        if self.tags["Table"] and not self.tags["TH"]:
            yield "a table without heads"

    def _content(self) -> Iterator[str]:
        for number, page in enumerate(self.pdf.pages, 1):
            if str(page.obj.get("/Tabs", "")) != "/S" and "/Annots" in page.obj:
                yield f"page {number}: links are not in the order of the tags"
            depth = 0
            for instruction in pikepdf.parse_content_stream(page):
                operator = str(instruction.operator)
                depth += operator in ("BDC", "BMC")
                depth -= operator == "EMC"
                if operator in _SHOWN and not depth:
                    yield f"page {number}: something is shown that has no tag and is no artifact"
                    break

    def _annotations(self) -> Iterator[Object]:
        for page in self.pdf.pages:
            yield from page.obj.get("/Annots", [])

    def _links(self) -> Iterator[str]:
        links = list(self._annotations())
        if any(link.Subtype != Name.Link for link in links):
            yield "annotations that are no links"
        if any("/StructParent" not in link or not str(link.get("/Contents", "")) for link in links):
            yield "a link without a tag or a text"
        if any("/A" in link and link.A.S not in (Name.URI, Name.GoTo) for link in links):
            yield "a link that does something else than to lead somewhere"

    def _fonts(self) -> Iterator[str]:
        for object in self.pdf.objects:
            if not isinstance(object, Dictionary):
                continue
            if object.get("/Type") == Name.FontDescriptor and not (
                {"/FontFile", "/FontFile2", "/FontFile3"} & set(object.keys())
            ):
                yield f"{object.FontName} is not in the file"
            if object.get("/Subtype") == Name.Type0 and "/ToUnicode" not in object:
                yield f"{object.BaseFont} does not say what its signs mean"
