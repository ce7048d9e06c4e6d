"""Plain text for any terminal, mail or printer: the questions, then each side as an outline.

Lost, and told: extra fields, and addresses that no browser may be sent to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from debate.model import Citation, Debate
from debate.model.fragment import cited
from debate.writers import Options, Writer
from debate.writers.document import Block, Kind, Line, document
from debate.writers.part import part
from debate.writers.plain import block, heading

#: Levels that are indented; deeper claims stand at the last one, where their numbers tell.
_INDENTED = 12

_RULES = {Kind.TITLE: "=", Kind.SECTION: "-"}


def write(debate: Debate, options: Options) -> Iterator[str]:
    """The debate as text."""
    chosen = part(debate, options)
    debate = chosen.debate
    last = None
    for found in document(chosen, options):
        if _has_room(found, last):
            yield "\n"
        if found.kind is Kind.ITEM:
            yield from _item(debate, found)
        elif found.kind in _RULES:
            yield heading(_said(debate, found.lines[0]), _RULES[found.kind])
        else:
            yield "".join(block(_said(debate, line)) for line in found.lines)
        last = found.kind


def _has_room(found: Block, last: Kind | None) -> bool:
    """Whether a blank line stands above a block."""
    if found.kind is Kind.ITEM:
        return found.loose or last in (Kind.SECTION, Kind.PROSE)
    return found.kind not in (Kind.TITLE, Kind.SMALL)


def _item(debate: Debate, found: Block) -> Iterator[str]:
    """A row of an outline, or of a list, with what hangs on it further in."""
    indent = "  " * (min(found.depth, _INDENTED) + (not found.sign))
    under = indent + "    "
    first, *others = found.lines
    yield block(_said(debate, first), f"{indent}{found.sign} " if found.sign else indent, under)
    for line in others:
        yield block(_said(debate, line), under, under + "  ")
    if found.address:
        yield f"{indent}  {found.address}\n"
    yield from _note(found.note, under)


def _note(note: str, under: str) -> Iterator[str]:
    """What a reader wrote beside a claim, under a bar, told apart from the debate's own notes."""
    if note:
        yield f"{under}| Reader's note:\n"
    for line in filter(str.strip, note.split("\n")):
        yield block(line, f"{under}| ", f"{under}| ")


def _said(debate: Debate, line: Line) -> str:
    """The runs of a line and where they are said."""
    return " ".join(
        [
            f"{run.text}{run.end}{_places(debate, run.cites)}" if run.cites else run.text + run.end
            for run in line
        ]
    )


def _places(debate: Debate, cites: Iterable[Citation]) -> str:
    return f" [{'; '.join([_place(debate, citation) for citation in cites])}]"


def _place(debate: Debate, citation: Citation) -> str:
    words = f": “{citation.words}”" if citation.words else ""
    return f"{cited(debate, citation)}{words}"


WRITER = Writer("text", "Plain text", ".txt", write)
