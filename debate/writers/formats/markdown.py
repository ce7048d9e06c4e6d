"""Markdown as GitHub and pandoc read it: headings, and each side as a nested list.

Text from the debate stays text: every character that either of the two gives a meaning is escaped.

Lost, and told: extra fields, and addresses that no browser may be sent to.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from debate.model import Citation, Debate
from debate.model.fragment import cited, link
from debate.writers import Options, Writer
from debate.writers.document import Block, Kind, Line, Run, Weight, document
from debate.writers.marked import address, starting, text
from debate.writers.part import part

#: Levels that are nested; readers of Markdown give up on very deep lists. Deeper claims stand at
#: the last level, where their numbers tell.
_NESTED = 10

#: Addresses that are held back to stand together; of more, those so far stand before a section's
#: next tree, so that a debate of any size is written without being gathered.
_GATHERED = 5_000

_HEADINGS = {Kind.TITLE: "# ", Kind.SECTION: "## ", Kind.QUESTION: "### "}
_MARKS = {Weight.PLAIN: "", Weight.STRONG: "**", Weight.EMPHASIS: "*"}


def write(debate: Debate, options: Options) -> Iterator[str]:
    """The debate as Markdown."""
    chosen = part(debate, options)
    links = _Links(chosen.debate)
    last = None
    for block in document(chosen, options):
        if links.many and not block.depth:
            yield from links.definitions()
            last = None
        if block.kind is Kind.ITEM:
            yield ("" if last is Kind.ITEM else "\n") + _item(block, links)
        else:
            yield ("" if block.kind is Kind.TITLE else "\n") + _paragraph(block, links)
        last = block.kind
    yield from links.definitions()


def _paragraph(block: Block, links: _Links) -> str:
    """A heading, or text that stands by itself."""
    lines = "\n".join(links.line(line) for line in block.lines)
    if block.kind is Kind.SMALL:
        return f"*{lines}*\n"
    return f"{_HEADINGS[block.kind]}{lines}\n" if block.kind in _HEADINGS else f"{lines}\n"


def _item(block: Block, links: _Links) -> str:
    indent = "    " * min(block.depth, _NESTED)
    lines = [links.line(line) for line in block.lines] + _note(block.note)
    if block.address:
        lines[0] += f" <{address(block.address)}>"
    return f"{indent}- " + f"\\\n{indent}  ".join(lines) + "\n"


def _note(note: str) -> list[str]:
    """What a reader wrote beside a claim: a line each, and told apart from the debate's own."""
    lines = [text(line) for line in note.split("\n") if line.strip()]
    return [f"**Reader's note**: {lines[0]}", *map(starting, lines[1:])] if lines else []


@lru_cache(1024)
def _set(run: Run) -> str:
    """A run that stands out: mostly one of a few words."""
    mark, said = _MARKS[run.weight], text(run.text)
    return f"{mark}{said}{mark}{run.end}" if said else run.end


class _Links:
    """Links to cited places, numbered; their addresses stand at the end, so the text reads well."""

    def __init__(self, debate: Debate) -> None:
        self._debate = debate
        self._numbers: dict[str, int] = {}
        self._last = 0

    @property
    def many(self) -> bool:
        """Whether it is time to say what the numbers stand for."""
        return len(self._numbers) >= _GATHERED

    def line(self, line: Line) -> str:
        """The runs of a line, kept from starting a block."""
        made = " ".join(filter(None, map(self._run, line)))
        return made if line[0].weight is not Weight.PLAIN else starting(made)

    def _run(self, run: Run) -> str:
        if run.weight is not Weight.PLAIN:
            return _set(run)
        made = text(run.text)
        if not run.cites:
            return made
        return f"{made} ({'; '.join(map(self._place, run.cites))})"

    def _place(self, citation: Citation) -> str:
        name = text(cited(self._debate, citation))
        source = self._debate.sources.get(citation.source)
        found = link(source, citation) if source else None
        if found is None:
            return f"{name}: “{text(citation.words)}”" if citation.words else name
        if found not in self._numbers:
            self._last += 1
            self._numbers[found] = self._last
        return f"[{name}][{self._numbers[found]}]"

    def definitions(self) -> Iterator[str]:
        """What each number so far stands for."""
        if self._numbers:
            yield "\n"
        for found, number in self._numbers.items():
            yield f"[{number}]: <{address(found)}>\n"
        self._numbers.clear()


WRITER = Writer("markdown", "Markdown", ".md", write)
