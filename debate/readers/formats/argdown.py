"""Argdown, version 1.7: statements, arguments, relations, reconstructions, sections, data."""

from __future__ import annotations

from typing import Any

from debate.files.reading import Reading
from debate.model import Debate
from debate.model.text import many_lines, one_line
from debate.readers import Reader, opening
from debate.readers.argdown.building import Builder
from debate.readers.argdown.parsing import Parser
from debate.readers.making import Making


def likeness(sample: str, suffix: str) -> int:
    """How much the beginning of a file looks like Argdown."""
    named = suffix in READER.extensions
    return 3 if named else 0


def read(data: bytes, file: str) -> Reading:
    """The debate that an Argdown document holds."""
    text = opening.decoded(data, file).replace("\r\n", "\n").replace("\r", "\n")
    parser = Parser(text)
    graph = parser.parse()
    making = Making(file)
    for trouble in parser.scan.troubles:
        line, column = parser.scan.line(trouble.at)
        making.error(line, column, trouble.code, trouble.message, trouble.hint)
    _head(parser, making)
    graph.settle(parser.strict)
    Builder(graph, making, parser.scan.line).build()
    reading = making.finish()
    if reading.debate and graph.sections:
        _inherit_sections(reading.debate)
    return reading


def _inherit_sections(debate: Debate) -> None:
    """Keep the number of a claim's section where it is not that of the claim above it."""
    numbers: list[str] = []
    for claim in debate.claims:
        above = numbers[claim.parent] if claim.parent >= 0 else "0"
        extra = (claim.extra or {}).get("argdown", {})
        number = extra.get("section", above)
        if number == above:
            extra.pop("section", None)
            if claim.extra and not claim.extra.get("argdown", True):
                claim.extra = {key: kept for key, kept in claim.extra.items() if kept} or None
        numbers.append(number)


def _head(parser: Parser, making: Making) -> None:
    debate, front, graph = making.debate, parser.front, parser.graph
    title, date, abstract = (front.get(key) for key in ("title", "date", "abstract"))
    debate.title = one_line(title) if isinstance(title, str) else ""
    debate.date = (one_line(date) or None) if isinstance(date, str) else None
    debate.summary = (many_lines(abstract) or None) if isinstance(abstract, str) else None
    tops = [section for section in graph.sections if section.level == 1]
    if not debate.title and len(tops) == 1 and tops[0] is graph.sections[0]:
        debate.title = one_line(tops[0].title)
    extra: dict[str, Any] = {"mode": "strict" if parser.strict else "loose"}
    if graph.front.strip():
        extra["front"] = graph.front.strip("\n").rstrip()
    if graph.sections:
        extra["sections"] = [_section(section) for section in graph.sections]
    debate.extra = {"argdown": extra}


def _section(section: Any) -> dict[str, str]:
    made = {"level": str(section.level), "title": section.title}
    if section.source:
        made["source"] = section.source
    if section.data:
        made["data"] = section.data
    return made


READER = Reader("argdown", "Argdown", (".argdown", ".ad"), likeness, read)
