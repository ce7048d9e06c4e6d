"""What stands on paper, whatever the paper is: a debate said in pieces that are laid out later.

Documents of a word processor, typeset pages and mind maps all say the same of a claim; this is
where that is put together, with links in it that are either addresses or rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import NamedTuple

from debate.model import Citation, Debate, Source
from debate.model.fragment import cited, link, reference, web_address
from debate.model.text import many_lines
from debate.reasoning.compare import QuestionComparison, Stance, compare
from debate.writers import Options
from debate.writers.cards import beside
from debate.writers.judged import judgements, preface
from debate.writers.outline import answer, full, label, listed, named, numbered, role, short
from debate.writers.part import part
from debate.writers.unheld import CLAIMS, READER, SIDES, WHOLE, tell
from debate.writers.xml_text import plain

#: What is said of a debate on paper.
HELD = WHOLE | SIDES | CLAIMS | READER | {"unfit link", "judgement", "cut-off claim"}

#: What a standard of proof is called.
_STANDARDS = {
    "scintilla": "scintilla of evidence",
    "preponderance": "preponderance of the evidence",
    "clear-and-convincing": "clear and convincing evidence",
    "beyond-reasonable-doubt": "beyond reasonable doubt",
    "dialectical-validity": "dialectical validity",
}


#: What takes lines of its own beside a claim.
_LONG = ("To discuss", "Note", "Reader's note")


class Piece(NamedTuple):
    """Some words, and where they lead: to an address, or to the claim of a row (-1 is none)."""

    text: str
    address: str | None = None
    row: int = -1


class Remark(NamedTuple):
    """What is said beside a claim: a title, and pieces to follow each other as they are."""

    title: str
    pieces: list[Piece]


class Answer(NamedTuple):
    """What a side says to a question: in short, on what conditions, and what becomes of it."""

    side: int
    text: str
    conditions: list[str]
    verdict: str | None
    row: int


class Asked(NamedTuple):
    """A question with its options, its standard of proof, and an answer for each side."""

    text: str
    options: list[str]
    standard: str
    answers: list[Answer]
    verdict: str | None


class Paper:
    """A part of a debate, ready to be laid out; ``debate`` is that part."""

    def __init__(self, debate: Debate, options: Options) -> None:
        self.options = options
        self.part = part(debate, options)
        self.debate = self.part.debate
        self.comparison = compare(self.debate)

    # ------------------------------------------------------------------ the whole

    def sections(self) -> Iterator[tuple[int, str]]:
        """The sides by their index, and -1 for the background, with their titles."""
        for position, side in enumerate(self.debate.positions):
            yield position, plain(full(side))
        if self.debate.background:
            yield -1, "Background"

    def preface(self) -> str:
        """What the verdicts follow from; "" where nothing is judged."""
        return plain(preface(self.part.judged)) if self.part.judged else ""

    def judgements(self) -> Iterator[tuple[str, str]]:
        """Each claim that is judged: how, and which it is with what it says."""
        if self.part.judged:
            for how, claim in judgements(self.part.judged, self.options.numbers):
                yield how, plain(claim)

    def questions(self) -> Iterator[Asked]:
        """Each question with what the sides say to it."""
        for asked in self.comparison.questions:
            options = [plain(text) for text in asked.question.options.values()]
            standard = _STANDARDS[asked.question.standard]
            if asked.question.standard == "preponderance" and self.part.judged is None:
                standard = ""  # the usual one, which no file writes
            answers = [self._answer(asked, stance) for stance in asked.stances]
            yield Asked(
                plain(asked.question.ask), options, standard, answers, self._outcome(asked.id)
            )

    def _answer(self, asked: QuestionComparison, stance: Stance) -> Answer:
        row = -1 if stance.claim is None else stance.claim
        said = plain(answer(asked, stance))
        conditions = [plain(self.debate.text(other)) for other in stance.conditions]
        return Answer(
            stance.position,
            said[:1].upper() + said[1:],
            conditions,
            self.part.verdict(row) if row >= 0 else None,
            row,
        )

    def _outcome(self, question: str) -> str | None:
        """What becomes of the options, all sides together; None where nothing is judged."""
        if self.part.judged is None:
            return None
        from debate.reasoning.evaluate import verdict

        outcome = self.part.judged.outcome(question)
        names = self.part.judged.debate.questions[question].options
        words = {"stands": "stands", "falls": "falls", "open": "is open"}
        said = [
            f"{plain(names[option])} {words[verdict(label)]}"
            for option, label in outcome.options.items()
        ]
        return "; ".join(said)

    def reference(self, source: Source) -> list[Piece]:
        """A source for the list at the end, with its address where it has one."""
        pieces = [Piece(plain(reference(source)))]
        if source.url:
            pieces += [Piece(" "), Piece(plain(source.url), web_address(source.url))]
        return pieces

    # ------------------------------------------------------------------ claims

    def numbered(self, rows: Iterable[int]) -> Iterator[tuple[int, str]]:
        """Rows with their numbers, short enough to print; "" where nothing is numbered."""
        for row, number in numbered(self.debate, rows, self.options.numbers):
            yield row, short(number) if number else ""

    def text(self, row: int) -> str:
        """What a row says, through a ref."""
        return plain(self.debate.text(row))

    def role(self, row: int) -> str:
        """The role in words, with a capital."""
        said = plain(role(self.debate, row))
        return said[:1].upper() + said[1:]

    def label(self, row: int) -> str:
        """Whose claim, and its number: "Fried 1.2"; without numbers, its first words."""
        return plain(named(self.debate, row, self.options.numbers))

    def whose(self, row: int) -> str:
        """The same before what the claim says: without numbers, just whose it is."""
        return plain(label(self.debate, row, self.options.numbers))

    def linked(self) -> set[int]:
        """The rows that something else on the paper leads to."""
        debate = self.debate
        found = {claim.target for claim in debate.claims if claim.target >= 0}
        for pair in (*debate.agreements, *debate.clashes):
            found.update(pair)
        found.update(item.row for asked in self.questions() for item in asked.answers)
        return found - {-1}

    def places(self, cites: Iterable[Citation]) -> Iterator[tuple[Piece, str]]:
        """Where something is said, with the address of the place, and the words cited there."""
        for citation in cites:
            source = self.debate.sources.get(citation.source)
            address = link(source, citation) if source else None
            yield Piece(plain(cited(self.debate, citation)), address), plain(citation.words or "")

    def remarks(self, row: int) -> Iterator[Remark]:
        """What is said in short beside a claim itself, but for where it is cited."""
        claim, links = self.debate.claims[row], self.debate.links(row)
        rows = {
            "Same claim as": [claim.target],
            "Agrees with": links.agrees,
            "Clashes with": links.clashes,
        }
        for title, text in beside(self.part, row, self.options.numbers):
            if title in rows:
                yield Remark(title, self._links(rows[title]))
            elif title not in _LONG:
                yield Remark(title, [Piece(plain(text))])

    def _links(self, rows: Iterable[int]) -> list[Piece]:
        pieces: list[Piece] = []
        for row in rows:
            pieces += [Piece(listed(("", ""), self.options.numbers))] if pieces else []
            pieces.append(Piece(self.label(row), row=row))
        return pieces

    # ------------------------------------------------------------------ what is not there

    def tell(self, held: Set[str] = HELD, how: Mapping[str, str] | None = None) -> None:
        """Tell what has no place on the paper."""
        tell(self.part, self.options, held, how)


def lines(text: str | None) -> list[str]:
    """The lines of a text that are not blank, the same way."""
    return [line for line in map(plain, many_lines(text or "").split("\n")) if line]


#: Scripts that run from right to left: Hebrew to Arabic Extended-A, and their presentation forms.
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")


def runs_left(text: str) -> bool:
    """Whether a text's first letter is of a script that runs from right to left (UAX 9, P2)."""
    first = _LETTER.search(text)
    return bool(first and _RIGHT_TO_LEFT.match(first[0]))
