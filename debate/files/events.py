"""The events of a YAML file, turned into flat rows: the loop that every claim passes through.

PyYAML's parser is used below its constructors, so that scalars stay strings and nothing is built
twice. The loop is one function on local variables, for it runs some twenty times a claim; all that
goes wrong is handled outside of it. Places are noted only when asked for, in a second pass. What is
seen to be text needs no more validation; pydantic looks at the fields that hold something else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, get_type_hints

import yaml
from yaml import events as ev

from debate.files.finding import (
    KEY,
    Broken,
    Finding,
    OneSpot,
    Row,
    Spot,
    quoted,
)
from debate.files.keys import CLAIM, POSITION, Key, Shape
from debate.files.shapes import as_raw, known, paragraphs, validated
from debate.files.syntax import (
    ENDS,
    Events,
    at,
    beyond_libyaml,
    nothing,
    patient_events,
    quick_events,
    refuse_sharing,
    syntax,
    too_deep,
)
from debate.files.trouble import Trouble, mark
from debate.model import Citation, Claim, Role
from debate.model.reading import DEEPEST
from debate.model.text import many_lines, one_line

#: What pydantic makes of a claim's fields that hold more than text.
_TYPES = get_type_hints(Claim, include_extras=True)

Tick = Callable[[int], None]

_SEQUENCE, _MAPPING, _SCALAR = ev.SequenceStartEvent, ev.MappingStartEvent, ev.ScalarEvent
_LINE, _TEXT, _NUMBER, _NAMES, _CITES, _PLAIN, _CLAIMS, _POSITIONS = map(int, Shape)


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
    is ``broken`` could not be read to its end and gives no claims. Rows that are ``spoilt`` (-1 is
    the head) lost a field that was refused: that something is missing in them is no news.
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
    spoilt: set[int] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)
    places: dict[Spot, tuple[int, int]] = field(default_factory=dict)


def parse(
    data: bytes,
    file: str,
    keys: dict[str, Key],
    tick: Tick,
    *,
    places: bool = False,
    only: Spot | None = None,
) -> Part:
    """The rows of one file, whose top level has ``keys``; what is wrong is in its ``findings``.

    With ``places`` all places are noted, or that of ``only`` one spot.
    """
    for events in (quick_events, patient_events):
        part = Part(file) if only is None else Part(file, places=OneSpot(only))
        try:
            refuse_sharing(data, events)
            _Loop(events(data), part, tick, places).run(keys)
        except (Broken, yaml.YAMLError) as error:
            if events is quick_events and beyond_libyaml(error):
                continue
            part.findings.append(error.finding if isinstance(error, Broken) else syntax(error))
            # Half a file has claims without ends: what it is blamed for may stand further down.
            part.broken = True
            part.claims, part.parents, part.roles, part.side = [], [], [], {}
        break
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


class _Loop(Trouble):
    """One pass over a file: the state that the hot loop and what it calls on trouble share."""

    def __init__(self, get: Events, part: Part, tick: Tick, places: bool) -> None:
        super().__init__(get, part.findings, part.places if places else None)
        self.part = part
        self.tick = tick

    def run(self, keys: dict[str, Key]) -> None:
        """Read the one document of the file."""
        get = self.get
        get()
        hint = "write `debate: …`" if "debate" in keys else "write `speaker: …`"
        if type(get()) is ev.StreamEndEvent:
            raise Broken(Finding("empty", "the file holds only comments", hint))
        top = get()
        if type(top) is not _MAPPING:
            raise Broken(at(top, "wrong-type", "the file must be a mapping of keys", hint))
        self._read(_table(keys), self.part.head, -1)
        get()
        more = get()
        if type(more) is not ev.StreamEndEvent:
            self.find(
                more, "second-document", "a second document begins here", "keep one in a file"
            )

    def _read(self, keys: dict[str, _Entry], head: Row, owner: int) -> None:
        """The loop: from after the start of a head's mapping to its end.

        ``target`` is the mapping being filled, ``row`` its claim (-1 in the head), ``listing`` says
        that the items of a list are next, and ``seen`` has a bit for each key met in the mapping.
        """
        get, part, places, tick = self.get, self.part, self.places, self.tick
        rows, parents, roles, side = part.claims, part.parents, part.roles, part.side
        mapping, scalar, sequence, mapping_end = _MAPPING, _SCALAR, _SEQUENCE, ev.MappingEndEvent
        line, text_of, lists, positions = _LINE, _TEXT, _CLAIMS, _POSITIONS
        base: Spot = ("head",) if owner < 0 else ("side", owner)
        target: Any = SimpleNamespace()
        table, row, role, listing, seen, level = keys, -1, Role.THESIS, False, 0, 0
        stack: list[tuple[Any, dict[str, _Entry], int, Role, bool, int, int]] = []
        while True:
            event = get()
            kind = type(event)
            if listing:
                if kind is mapping or kind is scalar:
                    new = len(rows)
                    if not new % 10_000:
                        tick(event.start_mark.index)
                    parents.append(row)
                    roles.append(role)
                    if row < 0:
                        side[new] = owner
                    if places is not None:
                        places[(new,)] = mark(event)
                    if level > DEEPEST:
                        raise Broken(too_deep(event, "claims"))
                    if kind is scalar:
                        rows.append(Claim(one_line(event.value)))
                    else:
                        stack.append((target, table, row, role, True, seen, level))
                        target, table, row, listing, seen = Claim(), _CLAIM_TABLE, new, False, 0
                        rows.append(target)
                elif kind is ev.SequenceEndEvent:
                    target, table, row, role, listing, seen, level = stack.pop()
                else:
                    self.refuse(event, "here a claim must stand", "write `- claim: …`")
            elif kind is scalar:
                entry = table.get(event.value)
                if entry is None:
                    part.spoilt.add(row)
                    self.unknown(event, table)
                    continue
                field, shape, child, bit, later = entry
                value = get()
                if seen & bit:
                    self.duplicate(event, value)
                    continue
                seen |= bit
                if places is not None:
                    places[(*((row,) if row >= 0 else base), field or event.value)] = mark(value)
                if shape <= text_of:
                    if type(value) is not scalar:
                        part.spoilt.add(row)
                        self.refuse(value, f"{quoted(event.value)} takes text", "write it as text")
                        continue
                    text = value.value.strip()
                    if not text.isprintable():
                        text = one_line(text) if shape == line else many_lines(text)
                    if text:
                        setattr(target, field, text)
                elif shape == lists:
                    if type(value) is sequence:
                        if seen & later:
                            part.sorted = False
                        stack.append((target, table, row, role, False, seen, level))
                        role, listing, level = child, True, level + 1
                    elif not nothing(value):
                        self.refuse(
                            value, f"{quoted(event.value)} takes a list", "write `- claim: …`"
                        )
                elif shape == positions and type(value) is not sequence:
                    if type(value) is mapping:
                        self._inline_positions()
                    elif not nothing(value):
                        hint = "write the names as `[one, other]`"
                        self.refuse(value, f"{quoted(event.value)} takes a list", hint)
                else:
                    self._fill(target, field, shape, value, (row,) if row >= 0 else base)
            elif kind is mapping_end:
                if not stack:
                    head.update(vars(target))
                    return
                target, table, row, role, listing, seen, level = stack.pop()
            else:
                self.odd_key(event)

    def _inline_positions(self) -> None:
        """Positions that stand in the debate's own file: a mapping from name to position."""
        sides = self.part.sides
        while type(event := self.get()) is not ev.MappingEndEvent:
            if type(event) is not _SCALAR:
                self.odd_key(event)
                continue
            value = self.get()
            if type(value) is not _MAPPING:
                self.refuse(value, "a position is a mapping", "write `speaker: …` under its name")
                continue
            if any(side.name == event.value for side in sides):
                self.duplicate(event, value)
                continue
            sides.append(Side(event.value))
            self.place(("side", len(sides) - 1), event)
            self._read(_POSITION_TABLE, sides[-1].head, len(sides) - 1)

    def _fill(self, target: Any, field: str, shape: int, value: Any, spot: Spot) -> None:
        """Put a value that is no text and no list of claims into ``target``.

        In a first pass what is as it should be takes the short way; what is not, and all of a
        second pass, is composed and given to pydantic, which finds the words for what is wrong.
        """
        plain: Any
        spot = (*spot, field)
        if self.places is None and shape == _CITES and type(value) is _MAPPING:
            one = self._citation()
            if type(one) is Citation:
                setattr(target, field, (one,))
                return
            plain = [one]
        elif self.places is None and shape == _CITES and type(value) is _SEQUENCE:
            plain = []
            while type(event := self.get()) is not ev.SequenceEndEvent:
                flat = type(event) is _MAPPING
                plain.append(self._citation() if flat else self._compose(event, ()))
        else:
            plain = self._compose(value, spot)
        if plain in ("", []):
            return
        if type(target) is Claim:
            plain = known(shape, plain) or validated(
                _TYPES[field], as_raw(shape, plain), spot, self.part.findings.append
            )
        if plain is not None:
            setattr(target, field, plain)

    def _citation(self) -> Citation | Row:
        """One citation of a first pass; a raw mapping if anything in it is unusual."""
        get, scalar = self.get, _SCALAR
        made: Row = {}
        odd = False
        while True:
            event = get()
            if type(event) is not scalar:
                if type(event) is ev.MappingEndEvent:
                    break
                self.odd_key(event)
                continue
            key = event.value
            value = get()
            if key in made:
                self.duplicate(event, value)
            elif type(value) is scalar:
                text = value.value.strip()
                made[key] = text if text.isprintable() else many_lines(text)
            else:
                made[key] = self._compose(value, ())
                odd = odd or key != "paragraph"
        if "paragraph" in made:
            made["paragraph"] = numbers = paragraphs(made["paragraph"])
            odd = odd or type(numbers) is not tuple
        if odd:
            return made
        try:
            return Citation(**made)
        except TypeError:  # a key too many, or too few
            return made

    def _compose(self, event: Any, spot: Spot) -> Any:
        """Any plain value: text, lists and mappings, without recursion."""
        if type(event) is _SCALAR:
            return many_lines(event.value)
        get, places = self.get, self.places
        root = target = _container(event)
        stack: list[tuple[Any, Spot]] = []
        while True:
            value = event = get()
            if type(event) in ENDS:
                if not stack:
                    return root
                target, spot = stack.pop()
                continue
            key: str | int = len(target)
            if type(target) is dict:
                if type(event) is not _SCALAR:
                    self.odd_key(event)
                    continue
                key, value = event.value, get()
                if key in target:
                    self.duplicate(event, value)
                    continue
            if places is not None:
                places[(*spot, key)] = mark(value)
                places[(*spot, key, KEY)] = mark(event)
            flat = type(value) is _SCALAR
            made = many_lines(value.value) if flat else _container(value)
            if type(target) is dict:
                target[key] = made
            else:
                target.append(made)
            if not flat:
                if len(stack) > DEEPEST:
                    raise Broken(too_deep(value, "values"))
                stack.append((target, spot))
                target, spot = made, () if places is None else (*spot, key)


def _container(event: Any) -> Any:
    return {} if type(event) is _MAPPING else []
