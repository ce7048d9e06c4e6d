"""The events of a YAML file, turned into flat rows: the loop that every claim passes through.

PyYAML's parser is used below its constructors, so that scalars stay strings and nothing is built
twice. The loop is one function on local variables, for it runs some twenty times a claim; all that
goes wrong is handled outside of it. Places are noted only when asked for, in a second pass.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import yaml
from yaml import events as ev
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from debate.files.finding import Broken, Finding, Row, Spot, nearest, quoted
from debate.files.keys import CLAIM, POSITION, Key, Shape
from debate.files.shapes import validated_claims
from debate.model import Claim, Role
from debate.model.text import many_lines, one_line

#: Claims, and brackets, that may stand inside each other.
DEEPEST = 1000

#: Rows validated at once: enough to make the call cheap, few enough to stay in the cache.
_BATCH = 200

Tick = Callable[[int], None]

_SEQUENCE, _MAPPING, _SCALAR = ev.SequenceStartEvent, ev.MappingStartEvent, ev.ScalarEvent
_STARTS = (_SEQUENCE, _MAPPING)
_ENDS = (ev.SequenceEndEvent, ev.MappingEndEvent)
_LINE, _TEXT, _NAMES, _CITES, _PLAIN, _CLAIMS, _POSITIONS = map(int, Shape)


@dataclass(slots=True)
class Side:
    """A position that stands in the debate's own file: its name and its head."""

    name: str
    head: Row = field(default_factory=dict)


@dataclass(slots=True)
class Part:
    """What one file holds: claims in file order with their parents and roles, and its head.

    ``side`` gives for each root row the index into ``sides`` (-1: the file's own lists), and
    ``sorted`` is False when siblings do not stand grouped by role in the model's order. A file that
    is ``broken`` could not be read to its end and gives no claims.
    """

    file: str
    head: Row = field(default_factory=dict)
    sides: list[Side] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    side: dict[int, int] = field(default_factory=dict)
    sorted: bool = True
    broken: bool = False
    findings: list[Finding] = field(default_factory=list)
    places: dict[Spot, tuple[int, int]] = field(default_factory=dict)


def parse(
    data: bytes, file: str, keys: dict[str, Key], tick: Tick, *, places: bool = False
) -> Part:
    """The rows of one file, whose top level has ``keys``; what is wrong is in its ``findings``."""
    part = Part(file)
    try:
        if _may_share(data):
            _refuse_sharing(data)
        _Loop(data, part, tick, places).run(keys)
    except (Broken, yaml.YAMLError) as error:
        part.findings.append(error.finding if isinstance(error, Broken) else _syntax(error))
        # Half a file has claims without ends: what it would be blamed for may stand further down.
        part.broken = True
        part.claims, part.parents, part.roles, part.side = [], [], [], {}
    return part


#: A key as the loop uses it: field, shape, role, its bit, and the bits of lists that come after it.
#: The shape is a plain int here, which compares twice as fast as the enumeration's members.
_Entry = tuple[str, int, Role, int, int]


def _table(keys: dict[str, Key]) -> dict[str, _Entry]:
    lists = {name: 1 << i for i, (name, key) in enumerate(keys.items()) if key.role}
    return {
        name: (
            key.field,
            int(key.shape),
            key.role or Role.THESIS,
            1 << i,
            _later(key, 1 << i, lists),
        )
        for i, (name, key) in enumerate(keys.items())
    }


def _later(key: Key, bit: int, lists: dict[str, int]) -> int:
    return sum(other for other in lists.values() if other > bit) if key.role else 0


_CLAIM_TABLE, _POSITION_TABLE = _table(CLAIM), _table(POSITION)


def _may_share(data: bytes) -> bool:
    """Whether an anchor, alias or tag may stand here: its mark at the start of a word."""
    for mark in (b"&", b"*", b"!"):
        at = data.find(mark)
        while at >= 0:
            if (at == 0 or data[at - 1] in b" \t\r\n[{,:?-") and data[at + 1 : at + 2].strip():
                return True
            at = data.find(mark, at + 1)
    return False


def _refuse_sharing(data: bytes) -> None:
    """Refuse anchors, aliases and tags: they share or construct, which plain text does not need."""
    get: Callable[[], Any] = CParser(data).get_event
    depth = 0
    while True:
        event = get()
        kind = type(event)
        if kind is ev.StreamEndEvent:
            return
        if kind in _STARTS:
            depth += 1
            if depth > 4 * DEEPEST:
                return  # the loop refuses it with a better message
        elif kind in _ENDS:
            depth -= 1
        if kind is ev.AliasEvent:
            raise Broken(
                _at(
                    event,
                    "alias",
                    f"{quoted('*' + event.anchor)} is an alias",
                    "use `ref: ID`, or put the text in quotes",
                )
            )
        if getattr(event, "anchor", None):
            raise Broken(
                _at(
                    event,
                    "anchor",
                    f"{quoted('&' + event.anchor)} is an anchor",
                    "remove it, or put the text in quotes",
                )
            )
        if getattr(event, "tag", None):
            raise Broken(
                _at(
                    event,
                    "tag",
                    f"{quoted(event.tag)} is a tag",
                    "remove it, or put the text in quotes",
                )
            )


#: What libyaml says, in part, and what a writer of debates should do about it.
_HINTS = {
    "mapping values are not allowed": "put text that holds ': ' in quotes",
    "cannot start any token": "put the text in quotes",
    "did not find expected key": "check the indentation; put text with colons in quotes",
    "found a tab": "indent with spaces",
    "block collections": "check the indentation",
    "unexpected end of stream": "close the quote",
    "Unicode character": "write the character itself",
    "escape": "use single quotes, in which a backslash is only a backslash",
    "did not find expected ',' or": "close the bracket",
}


def _syntax(error: yaml.YAMLError) -> Finding:
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    context = getattr(error, "context", None)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    message = one_line(f"{problem}, {context}" if context else problem)
    hint = next((hint for part, hint in _HINTS.items() if part in message), "check the YAML syntax")
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    return Finding("syntax", f"this is no valid YAML: {message}", hint, (), line, column)


class _Loop:
    """One pass over a file: the state that the hot loop and what it calls on trouble share."""

    def __init__(self, data: bytes, part: Part, tick: Tick, places: bool) -> None:
        self.part = part
        self.get: Callable[[], Any] = CParser(data).get_event
        self.tick = tick
        self.places = part.places if places else None
        self.done: list[int] = []

    def run(self, keys: dict[str, Key]) -> None:
        """Read the one document of the file."""
        get = self.get
        get()
        if type(get()) is ev.StreamEndEvent:
            raise Broken(Finding("empty", "the file holds only comments", "write `debate: …`"))
        top = get()
        if type(top) is not _MAPPING:
            raise Broken(
                _at(top, "wrong-type", "the file must be a mapping of keys", "write `key: value`")
            )
        self._read(_table(keys), self.part.head, -1)
        self._validate()
        get()
        more = get()
        if type(more) is not ev.StreamEndEvent:
            self._find(
                more, "second-document", "a second document begins here", "keep one in a file"
            )

    def _read(self, keys: dict[str, _Entry], head: Row, owner: int) -> None:
        """The loop: from after the start of a head's mapping to its end.

        ``target`` is the mapping being filled, ``row`` its claim (-1 in the head), ``listing`` says
        that the items of a list are next, and ``seen`` has a bit for each key met in the mapping.
        """
        get, part, places, tick = self.get, self.part, self.places, self.tick
        rows: list[Any] = part.claims
        parents, roles, side, done = part.parents, part.roles, part.side, self.done
        mapping, scalar, sequence, mapping_end = _MAPPING, _SCALAR, _SEQUENCE, ev.MappingEndEvent
        line, text_of, cites, lists, positions = _LINE, _TEXT, _CITES, _CLAIMS, _POSITIONS
        base: Spot = ("head",) if owner < 0 else ("side", owner)
        target, table, row, role, listing, seen, level = head, keys, -1, Role.THESIS, False, 0, 0
        stack: list[tuple[Row, dict[str, _Entry], int, Role, bool, int, int]] = []
        while True:
            event = get()
            kind = type(event)
            if listing:
                if kind is mapping or kind is scalar:
                    at = len(rows)
                    if not at % 10_000:
                        tick(event.start_mark.index)
                    parents.append(row)
                    roles.append(role)
                    if row < 0:
                        side[at] = owner
                    if places is not None:
                        places[(at,)] = _mark(event)
                    if kind is scalar:
                        rows.append({"text": one_line(event.value)})
                        done.append(at)
                    elif level > DEEPEST:
                        raise Broken(_deep(event, "claims"))
                    else:
                        stack.append((target, table, row, role, True, seen, level))
                        target, table, row, listing, seen = {}, _CLAIM_TABLE, at, False, 0
                        rows.append(target)
                elif kind is ev.SequenceEndEvent:
                    target, table, row, role, listing, seen, level = stack.pop()
                else:
                    self._refuse(event, "here a claim must stand", "write `- claim: …`")
            elif kind is scalar:
                entry = table.get(event.value)
                if entry is None:
                    self._unknown(event, table)
                    continue
                field, shape, child, bit, later = entry
                value = get()
                if seen & bit:
                    self._duplicate(event, value)
                    continue
                seen |= bit
                if places is not None:
                    places[(*((row,) if row >= 0 else base), field or event.value)] = _mark(value)
                if shape <= text_of:
                    if type(value) is not scalar:
                        self._refuse(value, f"{quoted(event.value)} takes text", "write it as text")
                        continue
                    text = value.value.strip()
                    if not text.isprintable():
                        text = one_line(text) if shape == line else many_lines(text)
                    if text:
                        target[field] = text
                elif shape == lists:
                    if type(value) is sequence:
                        if seen & later:
                            part.sorted = False
                        stack.append((target, table, row, role, False, seen, level))
                        role, listing, level = child, True, level + 1
                    elif not _nothing(value):
                        self._refuse(
                            value, f"{quoted(event.value)} takes a list", "write `- claim: …`"
                        )
                elif shape == cites and type(value) is mapping and places is None:
                    target[field] = [self._citation()]
                elif shape == positions and type(value) is mapping:
                    self._inline_positions()
                else:
                    spot = () if places is None else (*((row,) if row >= 0 else base), field)
                    self._fill(target, field, shape, value, spot)
            elif kind is mapping_end:
                if not stack:
                    return
                done.append(row)
                if len(done) >= _BATCH:
                    self._validate()
                target, table, row, role, listing, seen, level = stack.pop()
            else:
                self._odd_key(event)

    def _validate(self) -> None:
        """Put claims in the place of the raw rows that are complete.

        That is done while they are still in the processor's cache, and their memory is used again.
        """
        rows, done, findings = self.part.claims, self.done, self.part.findings

        def report(at: int, finding: Finding) -> None:
            findings.append(replace(finding, spot=(done[at], *finding.spot)))

        raw: list[Any] = [rows[row] for row in done]
        for row, claim in zip(done, validated_claims(raw, report), strict=True):
            rows[row] = claim
        done.clear()

    def _inline_positions(self) -> None:
        """Positions that stand in the debate's own file: a mapping from name to position."""
        sides = self.part.sides
        while type(event := self.get()) is not ev.MappingEndEvent:
            value = self.get()
            if type(event) is not _SCALAR or type(value) is not _MAPPING:
                self._refuse(value, "a position is a mapping", "write `speaker: …` under its name")
                continue
            if any(side.name == event.value for side in sides):
                self._duplicate(event, value)
                continue
            sides.append(Side(event.value))
            self._place(("side", len(sides) - 1), event)
            self._read(_POSITION_TABLE, sides[-1].head, len(sides) - 1)

    def _citation(self) -> Row:
        """One citation of the first pass, the short way: a mapping that is flat, as nearly all are.

        What is not flat in it, a list of paragraphs say, takes the long way by itself.
        """
        get, scalar = self.get, _SCALAR
        made: Row = {}
        while True:
            event = get()
            if type(event) is not scalar:
                if type(event) is ev.MappingEndEvent:
                    break
                self._odd_key(event)
                continue
            key = event.value
            value = get()
            if key in made:
                self._duplicate(event, value)
            elif type(value) is scalar:
                text = value.value
                made[key] = text if text.isprintable() else many_lines(text)
            else:
                made[key] = self._compose(value, ())
        return _numbered(made)

    def _fill(self, target: Row, field: str, shape: int, value: Any, spot: Spot) -> None:
        """Put a value that is no text and no list of claims into ``target``."""
        if shape == _CITES and type(value) is _SEQUENCE and self.places is None:
            plain: Any = []
            while type(event := self.get()) is not ev.SequenceEndEvent:
                flat = type(event) is _MAPPING
                plain.append(self._citation() if flat else self._compose(event, ()))
        else:
            plain = self._compose(value, spot)
            if shape == _CITES:
                cites = _as_list(plain)
                plain = [_numbered(cite) if isinstance(cite, dict) else cite for cite in cites]
            elif shape == _NAMES:
                plain = _as_list(plain)
        if plain not in ("", []):
            target[field] = plain

    def _compose(self, event: Any, spot: Spot) -> Any:
        """Any plain value: text, lists and mappings, without recursion."""
        if type(event) is _SCALAR:
            return many_lines(event.value)
        get, places = self.get, self.places
        root = target = _container(event)
        stack: list[tuple[Any, Spot]] = []
        while True:
            value = event = get()
            if type(event) in _ENDS:
                if not stack:
                    return root
                target, spot = stack.pop()
                continue
            key: str | int = len(target)
            if type(target) is dict:
                if type(event) is not _SCALAR:
                    self._odd_key(event)
                    continue
                key, value = event.value, get()
                if key in target:
                    self._duplicate(event, value)
                    continue
            if places is not None:
                places[(*spot, key)] = _mark(value)
            flat = type(value) is _SCALAR
            made = many_lines(value.value) if flat else _container(value)
            if type(target) is dict:
                target[key] = made
            else:
                target.append(made)
            if not flat:
                if len(stack) > DEEPEST:
                    raise Broken(_deep(value, "values"))
                stack.append((target, spot))
                target, spot = made, () if places is None else (*spot, key)

    # ------------------------------------------------------------------ trouble

    def _skip(self, event: Any) -> None:
        """Read past the value that begins with ``event``."""
        depth = 0
        while True:
            if type(event) in _STARTS:
                depth += 1
                if depth > DEEPEST:
                    raise Broken(_deep(event, "values"))
            elif type(event) in _ENDS:
                depth -= 1
            if depth <= 0:
                return
            event = self.get()

    def _odd_key(self, event: Any) -> None:
        self._refuse(event, "a key must be a word", "write `key: value`")
        self._skip(self.get())

    def _refuse(self, event: Any, message: str, hint: str) -> None:
        found = (
            "a list"
            if type(event) is _SEQUENCE
            else "a mapping"
            if type(event) is _MAPPING
            else "text"
        )
        self._find(event, "wrong-type", f"{message}, and {found} was found", hint)
        self._skip(event)

    def _duplicate(self, key: Any, value: Any) -> None:
        self._find(
            key,
            "duplicate-key",
            f"the key {quoted(key.value)} stands here twice",
            "keep one of the two",
        )
        self._skip(value)

    def _unknown(self, key: Any, table: dict[str, _Entry]) -> None:
        known = ", ".join(table)
        self._find(
            key,
            "unknown-field",
            f"there is no field {quoted(key.value)} here",
            nearest(key.value, table, f"write one of {known}"),
        )
        self._skip(self.get())

    def _find(self, event: Any, code: str, message: str, hint: str) -> None:
        self.part.findings.append(_at(event, code, message, hint))

    def _place(self, spot: Spot, event: Any) -> None:
        if self.places is not None:
            self.places[spot] = _mark(event)


def _container(event: Any) -> Any:
    return {} if type(event) is _MAPPING else []


def _mark(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _at(event: Any, code: str, message: str, hint: str) -> Finding:
    return Finding(code, message, hint, (), *_mark(event))


def _deep(event: Any, what: str) -> Finding:
    return _at(event, "too-deep", f"{what} are nested more than {DEEPEST} deep", "split them")


def _nothing(event: Any) -> bool:
    """Whether a key was left without a value."""
    return type(event) is _SCALAR and event.implicit[0] and event.value in ("", "~", "null")


def _numbered(cite: Row) -> Row:
    """A raw citation in which one paragraph is a list of one."""
    if "paragraph" in cite:
        cite["paragraph"] = _as_list(cite["paragraph"])
    return cite


def _as_list(plain: Any) -> list[Any]:
    return plain if isinstance(plain, list) else [] if plain == "" else [plain]
