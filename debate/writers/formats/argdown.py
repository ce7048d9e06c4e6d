"""Argdown, as its own command line (1.7) reads it, and as our reader reads it back.

A debate that was Argdown comes out with the same statements, arguments, relations and texts; what
else a claim has stands in its data, under "debate". Any other debate has a heading for each side;
a claim is a statement, titled by its id, and what hangs on it a relation: read back, it is the same
debate. In Argdown's own eyes a condition and a co-premise support what they hang on; that they are
more, and everything else about a claim, it sees as data.

Lost, and told: a reader's notes and verdicts; in a debate that was Argdown, also the names of
sides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from debate.model import Debate, Question, Role
from debate.model.text import many_lines, one_line
from debate.readers.argdown.data import BadData, front_matter
from debate.readers.argdown.writing import escaped
from debate.writers import Options, Writer
from debate.writers.argdown.blocks import HOME, UNDER, Blocks
from debate.writers.argdown.rows import Rows, argdown_of, braces, flat, step_of
from debate.writers.part import part
from debate.writers.unheld import FIELDS, tell


def write(debate: Debate, options: Options) -> Iterator[str]:
    """The debate as one document."""
    chosen = part(debate, options)
    debate = chosen.debate
    tell(chosen, options, FIELDS)
    kept = (debate.extra or {}).get("argdown")
    mapped = isinstance(kept, dict)
    blocks = Blocks(Rows(debate, mapped), mapped)
    yield from _front(debate, kept if isinstance(kept, dict) else None)
    if mapped:
        _tell_map(debate, options)
        yield from _map(debate, blocks, kept if isinstance(kept, dict) else {})
    else:
        _tell(debate, options)
        yield from _sides(debate, blocks)


# ---------------------------------------------------------------------- the head


def _front(debate: Debate, kept: dict[str, Any] | None) -> Iterator[str]:
    """The front matter: as it was where it says the same, with what a debate has besides."""
    raw = kept.get("front", "") if kept else ""
    written, lines = {}, []
    if isinstance(raw, str) and raw.strip():
        try:
            written = front_matter(raw)
            lines.append(raw.rstrip())
        except BadData:
            lines = []
    head = {"title": debate.title, "date": debate.date, "abstract": debate.summary}
    for key, value in head.items():
        if kept is not None and key == "title" and _same_title(debate, written, kept):
            continue
        if value is not None and _plain(written.get(key)) != value:
            if key in written:
                lines = _without(lines, key)
            lines.append(f"{key}: {braces({'': value})[5:-1]}")
    own = _own_head(debate, kept is not None)
    if own or kept is None:
        lines = _without(lines, "debate")
        text = flat(own or {"format": 1})
        lines.append(f"debate: {braces({'': text})[5:-1]}")
    if lines:
        text = "\n".join(lines)
        yield f"===\n{text}\n===\n\n"


def _plain(value: Any) -> str | None:
    return many_lines(value) if isinstance(value, str) else None


def _same_title(debate: Debate, written: dict[str, Any], kept: dict[str, Any]) -> bool:
    """Whether a reader gives the debate its title without being told."""
    if "title" in written:
        return False
    sections = kept.get("sections")
    titles = [
        str(one.get("title"))
        for one in (sections if isinstance(sections, list) else [])
        if isinstance(one, dict)
    ]
    return debate.title in (titles[:1] or [debate.text(0) if debate.claims else ""]) or (
        bool(debate.claims) and debate.title == debate.text(0)
    )


def _without(lines: list[str], key: str) -> list[str]:
    """Front matter without one of its keys, and what is indented below it."""
    made, inside = [], False
    for line in "\n".join(lines).split("\n"):
        if not line.startswith((" ", "\t")):
            inside = line.startswith((f"{key}:", f'"{key}":'))
        if not inside:
            made.append(line)
    return made


def _own_head(debate: Debate, mapped: bool) -> dict[str, Any]:
    own: dict[str, Any] = {"format": 1}
    if debate.outcome:
        own["outcome"] = _bare(asdict(debate.outcome))
        if debate.outcome.cite:
            own["outcome"]["cite"] = [_bare(asdict(one)) for one in debate.outcome.cite]
    if debate.sources:
        own["sources"] = {id: _bare(asdict(source)) for id, source in debate.sources.items()}
    if debate.questions:
        own["questions"] = {id: _question(asked) for id, asked in debate.questions.items()}
    extra = {key: value for key, value in (debate.extra or {}).items() if key != "argdown"}
    if extra:
        own["extra"] = flat(extra)
    if mapped:
        return own | {"map": "yes"} if len(own) > 1 else {}
    return own


def _question(asked: Question) -> dict[str, Any]:
    usual = asked.standard == "preponderance"
    return {"ask": asked.ask, "options": asked.options} | (
        {} if usual else {"standard": asked.standard}
    )


def _bare(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value is not None and value != ()}


# ---------------------------------------------------------------------- a debate of sides


def _sides(debate: Debate, blocks: Blocks) -> Iterator[str]:
    for number, side in enumerate(debate.positions):
        fields = _bare({key: getattr(side, key) for key in ("speaker", "short", "role", "note")})
        own = {"position": side.name, **fields} | (
            {"extra": flat(side.extra)} if side.extra else {}
        )
        yield f"# {escaped(one_line(side.title) or side.name)} {braces({'debate': own})}\n\n"
        for root in debate.roots(number):
            yield from blocks.block(root)
    if debate.background:
        yield f"# Background {braces({'debate': {'background': 'yes'}})}\n\n"
        for root in debate.roots(-1):
            yield from blocks.block(root)


def _tell(debate: Debate, options: Options) -> None:
    roles = {Role.CONDITION: 0, Role.CO_PREMISE: 0}
    for claim in debate.claims:
        if claim.role in roles:
            roles[claim.role] += 1
    for role, number in roles.items():
        if number:
            how = "written as a support, its role in the data"
            options.lose(str(role), how, number)


# ---------------------------------------------------------------------- a debate that was Argdown


def _tell_map(debate: Debate, options: Options) -> None:
    for side in debate.positions:
        given = (side.speaker, side.short, side.role, side.note, side.extra)
        if any(given):
            options.lose("side's name", "left out: in Argdown a root has none")
    for claim in debate.claims:
        if claim.role is Role.CONDITION or (
            claim.role is Role.CO_PREMISE and not _linked(debate, claim.parent)
        ):
            options.lose(str(claim.role), "written as a support, its role in the data")
        elif claim.role in (Role.RECOMMENDATION, Role.BACKGROUND):
            options.lose(str(claim.role), "written as a statement")


def _linked(debate: Debate, parent: int) -> bool:
    return "inference" in step_of(debate.claims[parent])


def _map(debate: Debate, blocks: Blocks, kept: dict[str, Any]) -> Iterator[str]:
    """Statements by their sections; without any, root by root."""
    sections = kept.get("sections")
    sections = (
        [one for one in sections if isinstance(one, dict)] if isinstance(sections, list) else []
    )
    roots = [root for side in [*range(len(debate.positions)), -1] for root in debate.roots(side)]
    if not sections:
        for root in roots:
            yield from blocks.block(root)
    else:
        places = _sorted(debate, blocks, len(sections))
        for number, items in enumerate(places):
            if number:
                yield _heading(sections[number - 1])
            for item in items:
                blocks.queue.append(item)
                yield from blocks.drain()
    for structure in list(blocks.structures.values()):
        blocks.call(structure)
        yield from blocks.drain()


def _heading(section: dict[str, Any]) -> str:
    level = str(section.get("level", "1"))
    signs = "#" * (int(level) if level in {*"123456789"} else 1)
    words = section.get("source") or escaped(str(section.get("title", ""))) or "Section"
    data = f" {section['data']}" if section.get("data") else ""
    return f"{signs} {words}{data}\n\n"


def _sorted(debate: Debate, blocks: Blocks, number: int) -> list[list[tuple[str, Any]]]:
    """What begins a block, by section; what a row's own section holds leaves its parent's."""
    places: list[list[tuple[str, Any]]] = [[] for _ in range(number + 1)]
    inside: list[int] = []
    for row, claim in enumerate(debate.claims):
        above = inside[claim.parent] if claim.parent >= 0 else 0
        given = str(argdown_of(claim).get("section", ""))
        section = int(given) if given.isascii() and given.isdigit() and len(given) < 9 else above
        section = section if section <= number else above
        inside.append(section)
        if claim.parent < 0:
            places[section].append(("root", row))
        elif section != above and claim.ref is None:
            _move(blocks, row, places[section])
    for structure in blocks.structures.values():
        row = structure.argument
        if row >= 0 and debate.claims[row].parent >= 0:
            above = inside[debate.path(row)[0]]
            if inside[row] != above:
                blocks.called.add(structure.name)
                places[inside[row]].append(("structure", structure))
    return places


def _move(blocks: Blocks, row: int, place: list[tuple[str, Any]]) -> None:
    """Give a row a block in its own section, if it can stand apart from its parent."""
    rows, claim = blocks.rows, blocks.debate.claims[row]
    step = step_of(claim)
    if row in blocks.inline or "conclusion" in step:
        return
    if rows.title(row):
        blocks.homes[row] = HOME
        place.append(("root", row))
    elif "inference" not in step and claim.role in (Role.SUPPORT, Role.OBJECTION):
        blocks.homes[row] = UNDER
        rows.named(claim.parent)
        place.append(("under", row))


WRITER = Writer("argdown", "Argdown", ".argdown", write)
