"""Markdown as GitHub and pandoc read it: headings, and each side as a nested list.

Text from the debate stays text: every character that either of the two gives a meaning is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from debate.model import Citation, Debate
from debate.model.annotations import Annotation
from debate.model.fragment import cited, link, reference, web_address
from debate.reasoning.compare import Comparison, compare
from debate.writers import Options, Writer
from debate.writers.marked import address as _address
from debate.writers.marked import lines as _lines
from debate.writers.marked import starting as _starting
from debate.writers.marked import text as _text
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

#: Levels that are nested; readers of Markdown give up on very deep lists. Deeper claims stand at
#: the last level, where their numbers tell.
_NESTED = 10


def write(debate: Debate, options: Options) -> Iterator[str]:
    """The debate as Markdown."""
    chosen = part(debate, options)
    debate = chosen.debate
    comparison = compare(debate)
    links = _Links(debate)
    yield f"# {_text(debate.title)}\n"
    if debate.date:
        yield f"\n*{_text(debate.date)}*\n"
    if debate.summary:
        yield f"\n{_lines(debate.summary)}\n"
    yield from _questions(debate, comparison)
    for position, side in enumerate(debate.positions):
        yield f"\n## {_text(side.title)}\n"
        if side.role:
            yield f"\n*{_text(side.role)}*\n"
        if side.note:
            yield f"\n{_lines(side.note)}\n"
        yield from _outline(chosen, position, links)
    if debate.background:
        yield "\n## Background\n"
        yield from _outline(chosen, -1, links)
    yield from _pairs(debate, "Common ground", comparison.common_ground)
    yield from _pairs(debate, "Clashes", comparison.clashes)
    if debate.outcome:
        said = links.said(debate.outcome.text, debate.outcome.cite)
        yield f"\n## Outcome\n\n{_starting(said)}\n"
    yield from _lost(chosen)
    yield from _sources(debate)
    yield from links.definitions()


def _questions(debate: Debate, comparison: Comparison) -> Iterator[str]:
    if comparison.questions:
        yield "\n## Questions\n"
    for asked in comparison.questions:
        yield f"\n### {_text(asked.question.ask)}\n\n"
        for stance in asked.stances:
            whose = _text(debate.positions[stance.position].label)
            yield f"- **{whose}**: {_text(answer(asked, stance))}\n"
            for row in stance.conditions:
                yield f"    - *only if*: {_text(debate.text(row))}\n"


def _outline(chosen: Part, position: int, links: _Links) -> Iterator[str]:
    debate = chosen.debate
    yield "\n"
    for row, number in numbered(debate, debate.side(position)):
        claim = debate.claims[row]
        indent = "    " * min(claim.depth, _NESTED)
        what = f" *{_text(role(debate, row))}*:" if position >= 0 else ""
        said = links.said(debate.text(row), claim.cite)
        own = chosen.notes.of(row)
        mark = f" {MARK}" if own.marked else ""
        lines = [f"**{short(number)}**{mark}{what} {said}"]
        lines += [f"*{title}*: {_text(text)}" for title, text in remarks(debate, row)]
        lines += _note(own)
        if row in chosen.cut:
            lines.append(f"*{count(chosen.cut[row], 'claim')} left out below*")
        yield f"{indent}- " + f"\\\n{indent}  ".join(lines) + "\n"


def _note(own: Annotation) -> list[str]:
    """What a reader wrote beside a claim: a line each, and told apart from the debate's own."""
    lines = [_text(line) for line in own.note.split("\n") if line.strip()]
    return [f"**Reader's note**: {lines[0]}", *map(_starting, lines[1:])] if lines else []


def _lost(chosen: Part) -> Iterator[str]:
    for number, lost in enumerate(chosen.notes.lost):
        if not number:
            yield f"\n## {LOST}\n\n"
        mark = f" {MARK}" if lost.annotation.marked else ""
        yield "- " + "\\\n  ".join([_starting(_text(about(lost))) + mark, *_note(lost.annotation)])
        yield "\n"


def _pairs(debate: Debate, title: str, pairs: Iterable[tuple[int, int]]) -> Iterator[str]:
    """Claims of two sides that are linked, one above the other."""
    for number, pair in enumerate(pairs):
        if not number:
            yield f"\n## {title}\n\n"
        lines = [f"**{_text(label(debate, row))}**: {_text(debate.text(row))}" for row in pair]
        yield "- " + "\\\n  ".join(lines) + "\n"


def _sources(debate: Debate) -> Iterator[str]:
    if debate.sources:
        yield "\n## Sources\n\n"
    for source in debate.sources.values():
        address = web_address(source.url)
        where = f" <{_address(address)}>" if address else ""
        yield f"- {_starting(_text(reference(source)))}{where}\n"


class _Links:
    """Links to cited places, numbered; their addresses stand at the end, so the text reads well."""

    def __init__(self, debate: Debate) -> None:
        self._debate = debate
        self._numbers: dict[str, int] = {}

    def said(self, text: str, cites: Iterable[Citation]) -> str:
        """A text and, in brackets, where it is said."""
        places = "; ".join(map(self._place, cites))
        return f"{_text(text)} ({places})" if places else _text(text)

    def _place(self, citation: Citation) -> str:
        name = _text(cited(self._debate, citation))
        source = self._debate.sources.get(citation.source)
        address = link(source, citation) if source else None
        if address is None:
            return name
        return f"[{name}][{self._numbers.setdefault(address, len(self._numbers) + 1)}]"

    def definitions(self) -> Iterator[str]:
        """What each number stands for."""
        if self._numbers:
            yield "\n"
        for address, number in self._numbers.items():
            yield f"[{number}]: <{_address(address)}>\n"


WRITER = Writer("markdown", "Markdown", ".md", write)
