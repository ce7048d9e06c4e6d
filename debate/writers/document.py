"""A debate as one flat run of blocks, for formats that set it as a text: see markdown and text.

Which parts there are, in which order and in which words is settled here; how a title, an item or
a note looks is the format's own. Nothing is held back: a block is made when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum, auto
from typing import NamedTuple

from debate.model import Citation, Debate, Source
from debate.model.annotations import Annotation
from debate.model.fragment import reference, web_address
from debate.model.text import many_lines
from debate.reasoning.compare import compare
from debate.writers import Options
from debate.writers.judged import TITLE, judgements, outcome, preface, standing, verdict
from debate.writers.outline import (
    LOST,
    MARK,
    about,
    answer,
    count,
    full,
    label,
    numbered,
    remarks,
    role,
    short,
    terms,
)
from debate.writers.part import Part
from debate.writers.unheld import FIELDS, READER, tell

#: What is in some block: of a debate all that is fit to be read.
HELD = (FIELDS - {"unfit link", "extra field"}) | READER | {"judgement", "cut-off claim"}

#: From this depth on a row says its level where no number does: no format indents forever.
_DEEP = 10


class Kind(IntEnum):
    """What a block is; ITEM stands in a list, at the block's depth."""

    TITLE = auto()
    SMALL = auto()
    PROSE = auto()
    SECTION = auto()
    QUESTION = auto()
    ITEM = auto()


class Weight(IntEnum):
    """How a run of text is set."""

    PLAIN = auto()
    STRONG = auto()
    EMPHASIS = auto()


class Run(NamedTuple):
    """A piece of a line: plain text from the debate, our own ``end`` of it, where it is said."""

    text: str
    weight: Weight = Weight.PLAIN
    end: str = ""
    cites: tuple[Citation, ...] = ()


Line = Sequence[Run]


class Block(NamedTuple):
    """One block: lines of runs that stand a blank apart.

    Of an item, ``sign`` is what a plain outline puts before it, ``loose`` whether there is room
    above it, ``note`` what a reader wrote beside it, and ``address`` where it is on the web.
    """

    kind: Kind
    lines: Sequence[Line]
    depth: int = 0
    sign: str = ""
    loose: bool = False
    note: str = ""
    address: str = ""


def document(chosen: Part, options: Options) -> Iterator[Block]:
    """The blocks of a part of a debate, numbered and judged as the options say."""
    debate, numbers = chosen.debate, options.numbers
    tell(chosen, options, HELD)
    yield _block(Kind.TITLE, debate.title)
    if debate.date:
        yield _block(Kind.SMALL, debate.date)
    if debate.summary:
        yield _prose(debate.summary)
    yield from _judgements(chosen, numbers)
    yield from _questions(chosen)
    for position, side in enumerate(debate.positions):
        yield _block(Kind.SECTION, full(side))
        if side.role:
            yield _block(Kind.SMALL, side.role)
        if side.note:
            yield _prose(side.note)
        yield from _outline(chosen, position, numbers)
    if debate.background:
        yield _block(Kind.SECTION, "Background")
        yield from _outline(chosen, -1, numbers)
    yield from _pairs(debate, "Common ground", debate.agreements, numbers)
    yield from _pairs(debate, "Clashes", debate.clashes, numbers)
    if debate.outcome:
        yield _block(Kind.SECTION, "Outcome")
        yield Block(Kind.PROSE, [[Run(debate.outcome.text, cites=debate.outcome.cite)]])
    yield from _lost(chosen)
    yield from _sources(debate.sources.values())


def _judgements(chosen: Part, numbers: str) -> Iterator[Block]:
    """What the verdicts further down follow from."""
    if chosen.judged is None:
        return
    yield _block(Kind.SECTION, TITLE)
    yield _prose(preface(chosen.judged))
    for how, claim in judgements(chosen.judged, numbers):
        yield _item([Run(how, Weight.STRONG, ":"), Run(claim)], sign="-")


def _questions(chosen: Part) -> Iterator[Block]:
    debate, judged = chosen.debate, chosen.judged
    if debate.questions:
        yield _block(Kind.SECTION, "Questions")
    for asked in compare(debate).questions:
        yield _block(Kind.QUESTION, asked.question.ask)
        yield _block(Kind.SMALL, terms(asked.question))
        for stance in asked.stances:
            whose = debate.positions[stance.position].label
            line = [Run(whose, Weight.STRONG, ":"), Run(answer(asked, stance))]
            if judged and stance.claim is not None:
                line.append(Run(f"({verdict(chosen, stance.claim)})"))
            yield _item(line)
            for row in stance.conditions:
                line = [Run("only if", Weight.EMPHASIS, ":"), Run(debate.text(row))]
                yield _item(line, depth=1)
        if judged:
            said = outcome(judged, asked.id)
            yield _item([Run("All sides together", Weight.EMPHASIS, ":"), Run(said)])


def _outline(chosen: Part, position: int, numbers: str) -> Iterator[Block]:
    debate = chosen.debate
    for row, number in numbered(debate, debate.side(position), numbers):
        claim, own = debate.claims[row], chosen.notes.of(row)
        called = short(number) or (f"level {claim.depth + 1}" if claim.depth >= _DEEP else "")
        line = [Run(called, Weight.STRONG)] if called else []
        if own.marked:
            line.append(Run(MARK))
        if position >= 0 or claim.depth:
            line.append(Run(role(debate, row), Weight.EMPHASIS, ":"))
        line.append(Run(debate.text(row), cites=claim.cite))
        lines: list[Line] = [line]
        if said := standing(chosen, row):
            lines.append(_remark("Verdict", said))
        lines += [_remark(title, text) for title, text in remarks(debate, row, numbers)]
        if row in chosen.cut:
            cut = f"{count(chosen.cut[row], 'claim')} left out below"
            lines.append([Run(cut, Weight.EMPHASIS)])
        loose = not claim.depth and position >= 0
        yield Block(Kind.ITEM, lines, claim.depth, claim.role.glyph, loose, own.note)


def _pairs(
    debate: Debate, title: str, pairs: Iterable[tuple[int, int]], numbers: str
) -> Iterator[Block]:
    """Claims of two sides that are linked, one above the other."""
    for number, pair in enumerate(pairs):
        if not number:
            yield _block(Kind.SECTION, title)
        whose = [Run(label(debate, row, numbers), Weight.STRONG, ":") for row in pair]
        lines = [[run, Run(debate.text(row))] for run, row in zip(whose, pair, strict=True)]
        yield Block(Kind.ITEM, lines, sign="-", loose=True)


def _lost(chosen: Part) -> Iterator[Block]:
    """Notes whose claims are gone."""
    for number, lost in enumerate(chosen.notes.lost):
        if not number:
            yield _block(Kind.SECTION, LOST)
        mark = [Run(MARK)] if lost.annotation.marked else []
        yield _item([Run(about(lost)), *mark], sign="-", own=lost.annotation)


def _sources(sources: Iterable[Source]) -> Iterator[Block]:
    for number, source in enumerate(sources):
        if not number:
            yield _block(Kind.SECTION, "Sources")
        address = web_address(source.url) or ""
        yield Block(Kind.ITEM, [[Run(reference(source))]], sign="-", address=address)


def _block(kind: Kind, text: str) -> Block:
    return Block(kind, [[Run(text)]])


def _prose(text: str) -> Block:
    return Block(Kind.PROSE, [[Run(line)] for line in many_lines(text).split("\n")])


def _item(line: Line, depth: int = 0, sign: str = "", own: Annotation | None = None) -> Block:
    return Block(Kind.ITEM, [line], depth, sign, note=own.note if own else "")


def _remark(title: str, text: str) -> Line:
    return [Run(title, Weight.EMPHASIS, ":"), Run(text)]
