"""Plain text for any terminal, mail or printer: the questions, then each side as an outline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from debate.model import Citation, Debate
from debate.model.annotations import Annotation
from debate.model.fragment import cited, reference, web_address
from debate.reasoning.compare import Comparison, compare
from debate.writers import Options, Writer
from debate.writers.outline import (
    LOST,
    MARK,
    about,
    answer,
    count,
    label,
    numbered,
    remarks,
    role,
    short,
)
from debate.writers.part import Part, part
from debate.writers.plain import block, heading, paragraphs

#: Levels that are indented; deeper claims stand at the last one, where their numbers tell.
_INDENTED = 12


def write(debate: Debate, options: Options) -> Iterator[str]:
    """The debate as text."""
    chosen = part(debate, options)
    debate = chosen.debate
    comparison = compare(debate)
    yield from _head(debate)
    yield from _questions(debate, comparison)
    for position, side in enumerate(debate.positions):
        yield "\n" + heading(side.title, "-")
        if side.role:
            yield block(side.role)
        if side.note:
            yield "\n" + paragraphs(side.note)
        yield from _outline(chosen, position)
    if debate.background:
        yield "\n" + heading("Background", "-")
        yield from _outline(chosen, -1)
    yield from _pairs(debate, "Common ground", comparison.common_ground)
    yield from _pairs(debate, "Clashes", comparison.clashes)
    if debate.outcome:
        yield "\n" + heading("Outcome", "-") + "\n"
        yield block(f"{debate.outcome.text}{_places(debate, debate.outcome.cite)}")
    yield from _lost(chosen)
    yield from _sources(debate)


def _head(debate: Debate) -> Iterator[str]:
    yield heading(debate.title, "=")
    if debate.date:
        yield block(debate.date)
    if debate.summary:
        yield "\n" + paragraphs(debate.summary)


def _questions(debate: Debate, comparison: Comparison) -> Iterator[str]:
    for number, asked in enumerate(comparison.questions):
        yield "\n" if number else "\n" + heading("Questions", "-") + "\n"
        yield block(asked.question.ask)
        for stance in asked.stances:
            whose = debate.positions[stance.position].label
            yield block(f"{whose}: {answer(asked, stance)}", "  ", "      ")
            for row in stance.conditions:
                yield block(f"only if: {debate.text(row)}", "    ", "      ")


def _outline(chosen: Part, position: int) -> Iterator[str]:
    debate = chosen.debate
    for row, number in numbered(debate, debate.side(position)):
        claim = debate.claims[row]
        indent = "  " * min(claim.depth, _INDENTED)
        under = indent + "    "
        if not claim.depth and (position >= 0 or claim.ordinal == 1):
            yield "\n"
        own = chosen.notes.of(row)
        mark = f"{MARK} " if own.marked else ""
        what = f"{short(number)} {role(debate, row)}: " if position >= 0 else f"{short(number)} "
        said = f"{mark}{what}{debate.text(row)}{_places(debate, claim.cite)}"
        yield block(said, f"{indent}{claim.role.glyph} ", under)
        for title, text in remarks(debate, row):
            yield block(f"{title}: {text}", under, under + "  ")
        yield from _note(own, under)
        if row in chosen.cut:
            yield block(f"{count(chosen.cut[row], 'claim')} left out below", under)


def _note(own: Annotation, under: str) -> Iterator[str]:
    """What a reader wrote beside a claim, under a bar, told apart from the debate's own notes."""
    if own.note:
        yield f"{under}| Reader's note:\n"
    for line in filter(str.strip, own.note.split("\n")):
        yield block(line, f"{under}| ", f"{under}| ")


def _lost(chosen: Part) -> Iterator[str]:
    for number, lost in enumerate(chosen.notes.lost):
        yield "\n" if number else "\n" + heading(LOST, "-") + "\n"
        yield block(f"{MARK} " * lost.annotation.marked + about(lost), "- ")
        yield from _note(lost.annotation, "  ")


def _pairs(debate: Debate, title: str, pairs: Iterable[tuple[int, int]]) -> Iterator[str]:
    """Claims of two sides that are linked, one above the other."""
    for number, pair in enumerate(pairs):
        yield "\n" if number else "\n" + heading(title, "-") + "\n"
        for bullet, row in zip("- ", pair, strict=True):
            yield block(f"{label(debate, row)}: {debate.text(row)}", f"{bullet} ", "    ")


def _sources(debate: Debate) -> Iterator[str]:
    if debate.sources:
        yield "\n" + heading("Sources", "-") + "\n"
    for source in debate.sources.values():
        yield block(reference(source), "- ")
        if address := web_address(source.url):
            yield f"  {address}\n"


def _places(debate: Debate, cites: Iterable[Citation]) -> str:
    places = "; ".join(cited(debate, citation) for citation in cites)
    return f" [{places}]" if places else ""


WRITER = Writer("text", "Plain text", ".txt", write)
