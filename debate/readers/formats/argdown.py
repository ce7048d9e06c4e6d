"""Argdown, version 1.7: statements, arguments, relations, reconstructions, sections, data."""

from __future__ import annotations

import re
from typing import Any

from debate.model import Debate, Problem
from debate.model.memory import without_collecting
from debate.model.reading import Reading
from debate.model.text import many_lines, one_line
from debate.readers import Reader, opening
from debate.readers.argdown import own
from debate.readers.argdown.building import Builder
from debate.readers.argdown.graph import Section
from debate.readers.argdown.including import whole
from debate.readers.argdown.parsing import Parser
from debate.readers.making import Making

_SIGN = r"(?:\+>?|->?|<[+\-_]|_>|><)"

#: Lines of Argdown: a title with a colon, at the left edge (where Markdown has the addresses of its
#: links) or behind a relation's sign or a premise's number; a title alone behind a sign.
_LINES = re.compile(
    r"^(?:\[[^\]\n^][^\]\n]*\]:[ \t]+(?!https?:|mailto:|[</#.])|<[^<>\n/!?]+>:[ \t]"
    rf"|[ \t]+{_SIGN}[ \t]*(?:\[[^\]\n]{{2,}}\](?!\()|<[^<>\n/!?]+>)"
    r"|\(\d+\)[ \t]*\[[^\]\n]+\])",
    re.M,
)


def likeness(sample: str, suffix: str) -> int:
    """How much the beginning of a file looks like Argdown."""
    if suffix in READER.extensions:
        return 3
    found = len(_LINES.findall(sample))
    return 2 if found > 1 or (found and sample.startswith("===")) else 0


def read(data: bytes, file: str) -> Reading:
    """The debate that an Argdown document holds."""
    with without_collecting():
        return _read(data, file)


def _read(data: bytes, file: str) -> Reading:
    text = opening.decoded(data, file).replace("\r\n", "\n").replace("\r", "\n")
    document = whole(text, file)
    parser = Parser(document.text)
    graph = parser.parse()
    making = Making(file)
    making.files = document.files
    making.problems += document.problems
    for trouble in parser.scan.troubles:
        place = document.place(trouble.at)
        making.problems.append(
            Problem(*place, "error", trouble.code, trouble.message, trouble.hint)
        )
    ours = parser.front.get("debate")
    _head(parser, making)
    if isinstance(ours, dict):
        own.head(ours, making)
        builder = own.OwnBuilder(graph, making, document.line)
        if "map" not in ours and builder.fits():
            builder.build()
            return builder.finish()
        if "map" not in ours:
            message = "this was written from a debate, and is now more than that: read as a map"
            making.notice(document.line(graph.front_at)[0], "no-sides", message)
    making.debate.extra = {**(making.debate.extra or {}), "argdown": _kept(parser)}
    graph.settle(parser.strict)
    Builder(graph, making, document.line, document.lines).build()
    reading = making.finish()
    if reading.debate and graph.sections:
        _inherit_sections(reading.debate)
    return reading


def _head(parser: Parser, making: Making) -> None:
    debate, sections = making.debate, parser.graph.sections
    title, date, abstract = (parser.front.get(key) for key in ("title", "date", "abstract"))
    debate.title = one_line(title) if isinstance(title, str) else ""
    debate.date = (one_line(date) or None) if isinstance(date, str) else None
    debate.summary = (many_lines(abstract) or None) if isinstance(abstract, str) else None
    tops = [section for section in sections if section.level == 1]
    if not debate.title and len(tops) == 1 and tops[0] is sections[0]:
        debate.title = one_line(tops[0].title)


def _kept(parser: Parser) -> dict[str, Any]:
    """What only Argdown has a place for."""
    kept: dict[str, Any] = {"mode": "strict" if parser.strict else "loose"}
    if parser.graph.front.strip():
        kept["front"] = many_lines(parser.graph.front.rstrip().strip("\n"))
    if parser.graph.sections:
        kept["sections"] = [_section(section) for section in parser.graph.sections]
    return kept


def _section(section: Section) -> dict[str, str]:
    made = {"level": str(section.level), "title": one_line(section.title)}
    if section.source:
        made["source"] = one_line(section.source)
    if section.data:
        made["data"] = many_lines(section.data)
    return made


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


READER = Reader("argdown", "Argdown", (".argdown", ".ad"), likeness, read)
