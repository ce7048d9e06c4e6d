"""CSV for spreadsheets: a row a claim, by RFC 4180 (commas, quotes doubled, CR LF).

The file begins with a byte order mark. Without one, Excel takes a CSV file that is opened by a
double click for the code page of the machine, and "Åslund" comes out garbled; LibreOffice, Google
Sheets, pandas and R drop the mark. Programs that do not are better served by the JSON format.

Lost, and told: what is said of the debate as a whole and of its speakers, full references, and
extra fields.
"""

from __future__ import annotations

from collections.abc import Iterator

from debate.model import Debate
from debate.model.text import many_lines, one_line
from debate.writers import Options, Writer
from debate.writers.cards import Card, cards
from debate.writers.cells import Guard
from debate.writers.outline import label
from debate.writers.part import Part, part
from debate.writers.unheld import CLAIMS, READER, tell

HEADER = (
    *("name", "number", "position", "speaker", "role", "depth", "parent", "question", "option"),
    *("claim", "same as", "citations", "addresses", "scheme", "weight", "credence", "tags"),
    *("to discuss", "note", "agrees with", "clashes with", "verdict", "strength", "marked"),
    *("reader's note", "left out below"),
)

_MARK = "\ufeff"

#: What there are columns for.
_HELD = (CLAIMS | READER) - {"orphaned note"} | {
    *("question", "citation", "cited passage", "speaker", "short name", "cut-off claim"),
}


def write(debate: Debate, options: Options) -> Iterator[str]:
    """The claims in reading order, those used once more too; parents by name."""
    chosen = part(debate, options)
    tell(chosen, options, _HELD)
    guard = Guard()
    yield _MARK + _line(list(HEADER))
    for position in [*range(len(chosen.debate.positions)), -1]:
        names: list[str] = []
        for card in cards(chosen, position, options.numbers):
            del names[chosen.debate.claims[card.row].depth :]
            cells = _cells(chosen, card, names[-1] if names else "")
            names.append(card.name)
            yield _line([guard(cell) if cell else cell for cell in cells])
    guard.tell(options)


def _cells(chosen: Part, card: Card, parent: str) -> list[str]:
    debate, row = chosen.debate, card.row
    claim, links, own = debate.claims[row], debate.links(row), chosen.notes.of(row)
    side = debate.positions[claim.position] if claim.position >= 0 else None
    asked = debate.questions.get(claim.question or "")
    strength = chosen.strength(row)
    return [
        card.name,
        card.whose,  # a number alone would be taken for one: 1.10 is 1.1
        side.name if side else "background",
        one_line(side.title) if side else "",
        claim.role.value,
        str(claim.depth),
        parent,
        asked.ask if asked else claim.question or "",
        (asked.options.get(claim.option or "") if asked else None) or claim.option or "",
        one_line(card.text),
        label(debate, claim.target) if claim.target >= 0 else "",
        "; ".join(place.said for place in card.places),
        " ".join(place.address for place in card.places if place.address),
        claim.scheme or "",
        _number(claim.weight),
        _number(claim.credence),
        ", ".join(claim.tags),
        claim.ask or "",
        claim.note or "",
        ", ".join(label(debate, other) for other in links.agrees),
        ", ".join(label(debate, other) for other in links.clashes),
        chosen.verdict(row) or "",
        "" if strength is None else f"{strength:.4g}",
        "yes" if own.marked else "",
        own.note,
        str(chosen.cut.get(row, "")),
    ]


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _line(cells: list[str]) -> str:
    return ",".join(map(_quoted, cells)) + "\r\n"


def _quoted(cell: str) -> str:
    """A cell with its line breaks, in quotes where RFC 4180 wants it so, and where others might."""
    if not cell:
        return cell
    cell = many_lines(cell)
    plain = cell.isalnum() or not set(cell) & set("\"',;\t\n ")
    return cell if plain else '"' + cell.replace('"', '""') + '"'


WRITER = Writer("csv", "CSV table", ".csv", write)
