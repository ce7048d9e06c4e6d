"""DOCX: the debate as a document of a word processor, to be handed in or worked on.

Sections and claims are headings of a multilevel list, citations are footnotes with links to the
cited words, and claims that meet others are linked to them. The parts are written as they come:
python-docx knows neither footnotes nor lists of many levels, and keeps a whole document in memory.

Lost, and told: extra fields.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count as counting

from debate.model import Citation, Debate
from debate.model.annotations import Annotation
from debate.writers import Options, Writer
from debate.writers.judged import TITLE
from debate.writers.outline import LOST, MARK, about, letters
from debate.writers.paper import Answer, Asked, Paper, Piece, lines, runs_left, word
from debate.writers.paper.word import left, paragraph, run
from debate.writers.paper.zipped import zipped
from debate.writers.xml_text import plain

#: More sides than this stand below each other in the table, not side by side.
_COLUMNS = 4

#: Characters of an address that Word takes.
_LONGEST = 2_000


def write(debate: Debate, options: Options) -> Iterator[bytes]:
    """The debate as a document."""
    paper = Paper(debate, options)
    paper.tell()
    _lose_numbers(paper)
    document = _Document(paper)
    title = plain(paper.debate.title) or "Debate"
    sides = len(paper.debate.positions) + 1
    return zipped(
        [
            ("[Content_Types].xml", [word.content_types()]),
            ("_rels/.rels", word.package_relations()),
            ("docProps/core.xml", [word.core(title, " ".join(lines(paper.debate.summary)))]),
            ("docProps/app.xml", [word.app()]),
            ("word/document.xml", document.body()),
            ("word/_rels/document.xml.rels", document.relations()),
            ("word/footnotes.xml", document.footnotes()),
            ("word/_rels/footnotes.xml.rels", document.footnote_relations()),
            ("word/styles.xml", word.styles(options.numbers)),
            ("word/numbering.xml", word.numbering(sides, options.numbers)),
            ("word/settings.xml", [word.settings()]),
            ("word/fontTable.xml", [word.fonts()]),
            ("word/theme/theme1.xml", word.theme()),
            ("word/footer1.xml", [word.footer(title)]),
        ],
        large=len(debate.claims) > 500_000,
    )


def _lose_numbers(paper: Paper) -> None:
    """Word counts on after Z by AA, BB, CC."""
    if paper.options.numbers == "outline":
        lettered = (claim for claim in paper.debate.claims if claim.depth % 2)
        odd = sum(claim.ordinal > 27 for claim in lettered)
        instead = f"past AA, counted as Word does: BB, CC for {letters(28)}, {letters(29)}"
        paper.options.lose("outline number", instead, odd)


class _Document:
    """A document in the making; its parts are yielded one after the other.

    Footnotes are a part of their own, after the text; so their numbers come from counting what is
    cited in the same order twice.
    """

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._debate = paper.debate
        self._links: dict[str, str] = {}
        self._targets = paper.linked()
        self._notes = counting(1)

    # ------------------------------------------------------------------ the text

    def body(self) -> Iterator[str]:
        """word/document.xml."""
        yield f'{word.XML}<w:document xmlns:w="{word.W}" xmlns:r="{word.R}"><w:body>\n'
        yield from self._head()
        yield from self._judgements()
        yield from self._comparison()
        for position, title in self._paper.sections():
            yield _heading(title)
            yield from self._side(position)
        yield from self._pairs("Common ground", self._debate.agreements)
        yield from self._pairs("Clashes", self._debate.clashes)
        yield from self._outcome()
        yield from self._lost()
        yield from self._sources()
        yield (
            '<w:sectPr><w:footerReference w:type="default" r:id="footer1"/>'
            '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1247" w:right="1276" '
            'w:bottom="1247" w:left="1276" w:header="624" w:footer="624" w:gutter="0"/>'
            "</w:sectPr></w:body></w:document>"
        )

    def _head(self) -> Iterator[str]:
        debate = self._debate
        yield _said("Title", plain(debate.title) or "Debate")
        if debate.date:
            yield _said("Subtitle", plain(debate.date))
        for line in lines(debate.summary):
            yield _said("Normal", line)

    def _judgements(self) -> Iterator[str]:
        """What the verdicts further down follow from."""
        if said := self._paper.preface():
            yield _heading(TITLE)
            yield _said("Normal", said)
        for how, claim in self._paper.judgements():
            yield paragraph("Normal", run(f"{how}: ", "Label") + run(claim, rtl=runs_left(claim)))

    def _comparison(self) -> Iterator[str]:
        """Who says what to which question: sides are columns, unless they are many."""
        questions = list(self._paper.questions())
        if not questions:
            return
        yield _heading("The sides compared")
        names = [plain(side.label) for side in self._debate.positions]
        columns = [self._cells(asked) for asked in questions]
        if names and len(names) <= _COLUMNS:
            first = [list(self._question(asked)) for asked in questions]
            rows = [[head, *cells] for head, cells in zip(first, columns, strict=True)]
            yield from _table(["Question", *names], rows)
            return
        for asked in questions:
            yield from self._question(asked)
        for start in range(0, len(questions) if names else 0, _COLUMNS):
            some = slice(start, start + _COLUMNS)
            rows = [
                [[_said("Option", name, "Label")], *(column[side] for column in columns[some])]
                for side, name in enumerate(names)
            ]
            yield from _table(["Side", *(asked.text for asked in questions[some])], rows)

    def _question(self, asked: Asked) -> Iterator[str]:
        """A question with its options, and what is decided."""
        yield _said("Option", asked.text, "Label")
        facts = [("Options", ", ".join(asked.options))] if asked.options else []
        facts += [("Standard of proof", asked.standard)] if asked.standard else []
        facts += [("By these judgements", asked.verdict)] if asked.verdict else []
        for title, text in facts:
            yield paragraph("ClaimDetails", run(f"{title}: ", "Label") + run(text))

    def _cells(self, asked: Asked) -> list[list[str]]:
        return [list(self._cell(answer)) for answer in asked.answers]

    def _cell(self, answer: Answer) -> Iterator[str]:
        said = self._run(Piece(answer.text, row=answer.row), "Label")
        yield paragraph("Option", said)
        for condition in answer.conditions:
            yield paragraph("Option", run("Only if: ", "Label") + run(condition))
        if answer.verdict:
            yield paragraph("Option", run(f"Verdict: {answer.verdict}", "Verdict"))

    # ------------------------------------------------------------------ claims

    def _side(self, position: int) -> Iterator[str]:
        if position >= 0:
            side = self._debate.positions[position]
            if side.role:
                yield _said("Speaker", plain(side.role))
            for line in lines(side.note):
                yield _said("Normal", line)
        listed = position + 2 if position >= 0 else len(self._debate.positions) + 2
        for row, number in self._paper.numbered(self._debate.side(position)):
            yield self._claim(row, number, listed)
            yield from self._beside(row)

    def _claim(self, row: int, number: str, listed: int) -> str:
        claim, paper = self._debate.claims[row], self._paper
        text = paper.text(row)
        marked = paper.part.notes.of(row).marked
        runs = run(f"{MARK} ", "Label") if marked else ""
        if claim.depth >= word.LEVELS and number:
            runs += run(f"{number} ", "Label")
        if claim.position >= 0 or claim.depth:
            runs += run(f"{paper.role(row)}: ", word.style_of(claim.role))
        runs += self._marked(row, run(text, rtl=runs_left(text)) + self._reference(claim.cite))
        more = "<w:keepNext/>" if self._is_followed(row) else ""
        style = f"Heading{claim.depth + 2}"
        if claim.depth >= word.LEVELS:
            style = "DeepClaim"
            more += f'<w:ind w:left="{left(word.LEVELS)}"/>'
        elif number:
            more += f'<w:numPr><w:ilvl w:val="{claim.depth}"/><w:numId w:val="{listed}"/></w:numPr>'
        return paragraph(style, runs, more, runs_left(text))

    def _is_followed(self, row: int) -> bool:
        """Whether something is said beside a claim that belongs on the same page."""
        claim = self._debate.claims[row]
        return bool(claim.ask or claim.note or next(self._paper.remarks(row), None))

    def _beside(self, row: int) -> Iterator[str]:
        """What is said beside a claim: facts on one line, then what takes lines of its own."""
        claim, paper = self._debate.claims[row], self._paper
        own = paper.part.notes.of(row)
        indent = f'<w:ind w:left="{left(claim.depth)}"/>'
        runs = ""
        for title, pieces in paper.remarks(row):
            style = "Verdict" if title == "Verdict" else ""
            runs += run("  ·  ") if runs else ""
            runs += run(f"{title}: ", "Label") + "".join(self._run(p, style) for p in pieces)
        if runs:
            yield paragraph("ClaimDetails", runs, indent)
        for title, text in (("To discuss", claim.ask), ("Note", claim.note)):
            yield from _told("ClaimDetails", title, text, indent)
        yield from _told("ReadersNote", "Reader’s note", own.note, indent)

    def _marked(self, row: int, runs: str) -> str:
        """A bookmark around what something else leads to."""
        if row not in self._targets:
            return runs
        start = f'<w:bookmarkStart w:id="{row}" w:name="claim_{row}"/>'
        return f'{start}{runs}<w:bookmarkEnd w:id="{row}"/>'

    def _run(self, piece: Piece, style: str = "") -> str:
        """Some words, linked to what they lead to."""
        if piece.row >= 0:
            inside = run(piece.text, "Hyperlink")
            return f'<w:hyperlink w:anchor="claim_{piece.row}" w:history="1">{inside}</w:hyperlink>'
        return self._link(piece, style, "link", self._links)

    @staticmethod
    def _link(piece: Piece, style: str, prefix: str, links: dict[str, str]) -> str:
        if not piece.address or len(piece.address) > _LONGEST:
            return run(piece.text, style)
        id = links.setdefault(piece.address, f"{prefix}{len(links) + 1}")
        inside = run(piece.text, "Hyperlink")
        return f'<w:hyperlink r:id="{id}" w:history="1">{inside}</w:hyperlink>'

    def _reference(self, cites: tuple[Citation, ...]) -> str:
        """The sign of a footnote."""
        if not cites:
            return ""
        sign = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        return f'<w:r>{sign}<w:footnoteReference w:id="{next(self._notes)}"/></w:r>'

    # ------------------------------------------------------------------ the rest

    def _pairs(self, title: str, pairs: Iterable[tuple[int, int]]) -> Iterator[str]:
        for number, pair in enumerate(pairs):
            if not number:
                yield _heading(title)
            for row, space in zip(pair, ("<w:keepNext/>" + word.spacing(80, 20), ""), strict=True):
                said = self._run(Piece(self._paper.whose(row), row=row))
                yield paragraph("Normal", f"{said}{run(': ' + self._paper.text(row))}", space)

    def _outcome(self) -> Iterator[str]:
        if outcome := self._debate.outcome:
            yield _heading("Outcome")
            yield paragraph("Normal", run(plain(outcome.text)) + self._reference(outcome.cite))

    def _lost(self) -> Iterator[str]:
        for number, lost in enumerate(self._paper.part.notes.lost):
            if not number:
                yield _heading(LOST)
            yield paragraph("Normal", _star(lost.annotation) + run(plain(about(lost))))
            yield from _told("ReadersNote", "Reader’s note", lost.annotation.note, "")

    def _sources(self) -> Iterator[str]:
        if self._debate.sources:
            yield _heading("Sources")
        for source in self._debate.sources.values():
            yield paragraph("Source", "".join(map(self._run, self._paper.reference(source))))

    # ------------------------------------------------------------------ the other parts

    def relations(self) -> Iterator[str]:
        """word/_rels/document.xml.rels; once the text is written."""
        yield from word.relations_head()
        yield from word.document_relations()
        yield from (word.link_relation(id, address) for address, id in self._links.items())
        yield "</Relationships>"

    def footnotes(self) -> Iterator[str]:
        """word/footnotes.xml: the separators, then a note for each claim that is cited."""
        yield f'{word.XML}<w:footnotes xmlns:w="{word.W}" xmlns:r="{word.R}">'
        for id, kind in (-1, "separator"), (0, "continuationSeparator"):
            line = word.paragraph("", f"<w:r><w:{kind}/></w:r>", word.spacing(0, 0))
            yield f'<w:footnote w:type="{kind}" w:id="{id}">{line}</w:footnote>'
        self._links.clear()
        for id, cites in enumerate(self._cited(), 1):
            yield f'<w:footnote w:id="{id}">{self._footnote(cites)}</w:footnote>\n'
        yield "</w:footnotes>"

    def _cited(self) -> Iterator[tuple[Citation, ...]]:
        """What footnotes are on, in the order of the text."""
        for claim in self._debate.claims:
            if claim.cite:
                yield claim.cite
        if self._debate.outcome and self._debate.outcome.cite:
            yield self._debate.outcome.cite

    def _footnote(self, cites: tuple[Citation, ...]) -> str:
        sign = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        runs = f"<w:r>{sign}<w:footnoteRef/></w:r>"
        for number, (piece, words) in enumerate(self._paper.places(cites)):
            runs += run("; " if number else " ") + self._run(piece)
            runs += run(f", “{words}”") if words else ""
        return word.paragraph("FootnoteText", runs + run("."))

    def footnote_relations(self) -> Iterator[str]:
        """word/_rels/footnotes.xml.rels; once the footnotes are written."""
        yield from word.relations_head()
        yield from (word.link_relation(id, address) for address, id in self._links.items())
        yield "</Relationships>"


def _heading(title: str) -> str:
    return _said("Heading1", title)


def _said(style: str, text: str, look: str = "") -> str:
    rtl = runs_left(text)
    return paragraph(style, run(text, look, rtl), rtl=rtl)


def _told(style: str, title: str, text: str | None, indent: str) -> Iterator[str]:
    """A text of several lines under a title, which stands before the first."""
    for number, line in enumerate(lines(text)):
        head = "" if number else run(f"{title}: ", "Label")
        yield paragraph(style, head + run(line, rtl=runs_left(line)), indent)


def _star(own: Annotation) -> str:
    return run(f"{MARK} ", "Label") if own.marked else ""


def _table(head: list[str], rows: Iterable[list[list[str]]]) -> Iterator[str]:
    """A table with a row of heads that is repeated on each page."""
    wide = word.TEXT // len(head)
    yield (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{wide * len(head)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:firstRow="1" w:firstColumn="1"/></w:tblPr><w:tblGrid>'
        + f'<w:gridCol w:w="{wide}"/>' * len(head)
        + "</w:tblGrid>"
    )
    heads = [[_said("Option", title, "Label")] for title in head]
    yield _row(
        heads, wide, "<w:cantSplit/><w:tblHeader/>", '<w:shd w:val="clear" w:fill="EEF0F3"/>'
    )
    for row in rows:
        yield _row(row, wide, "<w:cantSplit/>")
    yield "</w:tbl>\n" + paragraph("Option", "")  # two tables that meet would be one


def _row(cells: Iterable[list[str]], wide: int, kind: str, look: str = "") -> str:
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{look}</w:tcPr>{"".join(cell)}</w:tc>'
        for cell in cells
    )
    return f"<w:tr><w:trPr>{kind}</w:trPr>{made}</w:tr>"


WRITER = Writer("docx", "Word document", ".docx", write, binary=True)
