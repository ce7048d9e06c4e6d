"""Our own YAML: what :func:`debate.files.read` reads back as the same debate.

One file holds everything, its positions too; :func:`files` has the layout of a folder. Quoting is
the YAML library's: events go to its emitter, and its text is handed on a claim at a time.

Lost, and told: what is no part of a debate, a reader's notes, judgements and verdicts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import yaml

from debate.files.keys import CLAIM, DEBATE, POSITION, Shape
from debate.model import Citation, Claim, Debate, Role
from debate.model.text import many_lines, one_line
from debate.writers import Options, Writer
from debate.writers.nesting import Token, walk
from debate.writers.part import part
from debate.writers.unheld import FIELDS, tell

#: What lets an editor complete and check the file; ``debate schema`` prints the schema.
HEADER = "# yaml-language-server: $schema=.debate.schema.json\n"

#: The key under which children of a role stand.
_LISTS = {key.role: name for keys in (CLAIM, POSITION) for name, key in keys.items() if key.role}

#: The keys of a claim in the order in which they are written, each with its field.
_FIELDS = [
    (name, CLAIM[name].field)
    for name in ("question", "option", "id", *(name for name in CLAIM if CLAIM[name].field))
]

#: The keys whose values, or values' items, are one line of text.
_ONE_LINE = {
    name
    for keys in (CLAIM, POSITION, DEBATE)
    for name, key in keys.items()
    if key.shape in (Shape.LINE, Shape.NAMES)
}

_STRING = "tag:yaml.org,2002:str"


def write(debate: Debate, options: Options) -> Iterator[str]:
    """The debate as one file."""
    chosen = part(debate, options)
    debate = chosen.debate
    tell(chosen, options, FIELDS, otherwise="left out; json has room")
    emit = _Emitter()
    with emit.file():
        _head(emit, debate)
        if debate.positions:
            with emit.key("positions"), emit.mapping():
                for position, side in enumerate(debate.positions):
                    with emit.key(side.name), emit.mapping():
                        yield from _position(emit, debate, position)
        yield from _background(emit, debate)
    yield emit.text()


def files(debate: Debate) -> dict[str, Iterator[str]]:
    """The debate as a folder: the text, in chunks, of debate.yaml and of each NAME.yaml."""
    made = {"debate.yaml": _debate_file(debate)}
    for position, side in enumerate(debate.positions):
        made[f"{side.name}.yaml"] = _position_file(debate, position)
    return made


def _debate_file(debate: Debate) -> Iterator[str]:
    emit = _Emitter()
    with emit.file():
        _head(emit, debate)
        emit.field("positions", [side.name for side in debate.positions] or None)
        yield from _background(emit, debate)
    yield emit.text()


def _position_file(debate: Debate, position: int) -> Iterator[str]:
    emit = _Emitter()
    with emit.file():
        yield from _position(emit, debate, position)
    yield emit.text()


# ---------------------------------------------------------------------- parts of a debate


def _head(emit: _Emitter, debate: Debate) -> None:
    emit.field("format", 1)
    emit.field("debate", debate.title)
    emit.field("date", debate.date)
    emit.field("summary", debate.summary)
    if debate.outcome:
        outcome = {"claim": debate.outcome.text, "cite": _cites(debate.outcome.cite)}
        emit.field("outcome", _present(outcome) if debate.outcome.cite else debate.outcome.text)
    keys = ("title", "author", "publisher", "date", "url")
    sources = debate.sources.items()
    emit.field("sources", {id: _present_of(source, keys) for id, source in sources} or None)
    questions = {}
    for id, question in debate.questions.items():
        questions[id] = {"ask": question.ask, "options": question.options}
        if question.standard != "preponderance":
            questions[id]["standard"] = question.standard
    emit.field("questions", questions or None)
    emit.field("extra", debate.extra)


def _position(emit: _Emitter, debate: Debate, position: int) -> Iterator[str]:
    side = debate.positions[position]
    for key in ("speaker", "short", "role"):
        emit.field(key, getattr(side, key))
    emit.field("note", side.note)
    emit.field("extra", side.extra)
    yield from _claims(emit, debate, debate.side(position))


def _background(emit: _Emitter, debate: Debate) -> Iterator[str]:
    yield from _claims(emit, debate, debate.background)


def _claims(emit: _Emitter, debate: Debate, side: range) -> Iterator[str]:
    """One side's claims, whatever their depth: ``open`` is the path, with each list open on it."""
    claims = debate.claims
    path: list[tuple[int, Role | None]] = [(-1, None)]
    for row in side:
        claim = claims[row]
        while path[-1][0] != claim.parent:
            _close(emit, path)
        parent, listed = path.pop()
        if listed is not claim.role:
            if listed is not None:
                emit.end_list()
            emit.scalar(_LISTS.get(claim.role, "background"))
            emit.begin_list()
        path.append((parent, claim.role))
        fields = _present_claim(claim)
        if claim.end == row + 1 and list(fields) == ["claim"]:
            emit.scalar(fields["claim"])
        else:
            emit.begin_mapping()
            for name, value in fields.items():
                emit.field(name, value)
            path.append((row, None))
        yield emit.text()
    while len(path) > 1:
        _close(emit, path)
    if path[0][1] is not None:
        emit.end_list()


def _close(emit: _Emitter, path: list[tuple[int, Role | None]]) -> None:
    if path.pop()[1] is not None:
        emit.end_list()
    emit.end_mapping()


def _present_claim(claim: Claim) -> dict[str, Any]:
    """What a claim's mapping holds besides its children."""
    fields: dict[str, Any] = {}
    for name, field in _FIELDS:
        value = getattr(claim, field)
        if name == "cite":
            value = _cites(value)
        if value is not None and value != () and not (name == "claim" and claim.ref):
            fields[name] = value
    return fields


def _cites(cites: tuple[Citation, ...]) -> Any:
    made = [
        _present_of(citation, ("source", "paragraph", "page", "at", "words")) for citation in cites
    ]
    for citation in made:
        if len(citation.get("paragraph", ())) == 1:
            [citation["paragraph"]] = citation["paragraph"]
    return made[0] if len(made) == 1 else made or None


def _present_of(record: Any, keys: Iterable[str]) -> dict[str, Any]:
    return _present({key: getattr(record, key) for key in keys})


def _present(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value is not None and value != ()}


# ---------------------------------------------------------------------- the emitter


class _Emitter:
    """YAML events to text that is taken away as it comes."""

    def __init__(self) -> None:
        self._chunks: list[str] = [HEADER]
        stream: Any = self
        # Lines are never folded: in deep nesting, folding leaves one word a line.
        dumper = yaml.CDumper(stream, indent=2, width=2**31 - 1, allow_unicode=True)
        self._emit: Callable[[yaml.Event], None] = dumper.emit
        self._resolve: Callable[..., Any] = dumper.resolve

    def write(self, text: str) -> None:
        """Take text from the library."""
        self._chunks.append(text)

    def text(self) -> str:
        """What was written since the last time."""
        text = "".join(self._chunks)
        self._chunks.clear()
        return text

    @contextmanager
    def file(self) -> Iterator[None]:
        self._emit(yaml.StreamStartEvent())
        self._emit(yaml.DocumentStartEvent(explicit=False))
        with self.mapping():
            yield
        self._emit(yaml.DocumentEndEvent(explicit=False))
        self._emit(yaml.StreamEndEvent())

    @contextmanager
    def mapping(self) -> Iterator[None]:
        self.begin_mapping()
        yield
        self.end_mapping()

    @contextmanager
    def key(self, name: str) -> Iterator[None]:
        self.scalar(name)
        yield

    def field(self, name: str, value: Any) -> None:
        """A key with plain data, small mappings and lists on one line; nothing for None."""
        if value is None:
            return
        clean = one_line if name in _ONE_LINE else many_lines
        self.scalar(name)
        flow = name in ("cite", "tags", "agrees_with", "clashes_with")
        for token, item in walk(value):
            if token is Token.MAPPING:
                self.begin_mapping(flow)
            elif token is Token.LIST:
                self.begin_list(flow)
            elif token is Token.END_MAPPING:
                self.end_mapping()
            elif token is Token.END_LIST:
                self.end_list()
            else:
                self.scalar(item, clean)

    def scalar(self, value: Any, clean: Callable[[str], str] = one_line) -> None:
        """A string, quoted where another YAML reader would take it for something else; a number."""
        if not isinstance(value, str):
            self._emit(yaml.ScalarEvent(None, None, (True, False), _number(value)))
            return
        text = clean(value)
        tag = self._resolve(yaml.ScalarNode, text, (True, False))
        style = "|" if "\n" in text else None
        self._emit(yaml.ScalarEvent(None, None, (tag == _STRING, True), text, style=style))

    def begin_mapping(self, flow: bool = False) -> None:
        self._emit(yaml.MappingStartEvent(None, None, True, flow_style=flow))

    def end_mapping(self) -> None:
        self._emit(yaml.MappingEndEvent())

    def begin_list(self, flow: bool = False) -> None:
        self._emit(yaml.SequenceStartEvent(None, None, True, flow_style=flow))

    def end_list(self) -> None:
        self._emit(yaml.SequenceEndEvent())


def _number(value: Any) -> str:
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else repr(value)


WRITER = Writer("yaml", "YAML", ".yaml", write)
