"""XMind: the debate as a mind map that XMind opens (2020 and later; content.json in a zip).

Sides, the background and the questions are the main topics; claims hang on each other as in the
debate. A role is a label in words and a marker; what is said beside a claim is in its note.

Lost, and told: extra fields.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import debate as package
from debate.model import Debate, Role
from debate.writers import Options, Writer
from debate.writers.judged import TITLE
from debate.writers.outline import LOST, about
from debate.writers.paper import Paper, Piece, lines
from debate.writers.paper.zipped import zipped
from debate.writers.xml_text import plain

#: XMind's own signs for what the roles are.
_MARKERS = {
    Role.RECOMMENDATION: "flag-dark-blue",
    Role.THESIS: "flag-gray",
    Role.CONDITION: "symbol-question",
    Role.SUPPORT: "symbol-plus",
    Role.OBJECTION: "symbol-minus",
    Role.CO_PREMISE: "symbol-equality",
    Role.UNDERCUT: "symbol-no-entry",
    Role.BACKGROUND: "symbol-info",
}

#: The sign of a claim that a reader marked.
_STAR = "star-yellow"


def write(debate: Debate, options: Options) -> Iterator[bytes]:
    """The debate as a workbook of one sheet."""
    paper = Paper(debate, options)
    paper.tell()
    metadata = {
        "dataStructureVersion": "2",
        "creator": {"name": "debate", "version": package.__version__},
    }
    manifest: dict[str, Any] = {"file-entries": {"content.json": {}, "metadata.json": {}}}
    return zipped(
        [
            ("content.json", _Sheet(paper).content()),
            ("metadata.json", [json.dumps(metadata)]),
            ("manifest.json", [json.dumps(manifest)]),
        ],
        large=len(debate.claims) > 500_000,
    )


class _Sheet:
    """The one sheet; topics are written as they come, for a tree may be very deep."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._debate = paper.debate

    def content(self) -> Iterator[str]:
        """The text of content.json."""
        title = plain(self._debate.title) or "Debate"
        sheet = {"id": "sheet", "class": "sheet", "title": title}
        root = _topic("root", title, notes=[self._debate.date or "", *lines(self._debate.summary)])
        root["structureClass"] = "org.xmind.ui.logic.right"
        yield f'[{_open(sheet)},"rootTopic":{_open(root)}'
        yield from _children(self._main())
        yield '},"relationships":'
        yield from _listed(json.dumps(found) for found in self._relationships())
        yield "}]\n"

    def _main(self) -> Iterator[Iterator[str]]:
        """The topics on the title, each as pieces of text."""
        debate = self._debate
        if ground := self._paper.preface():
            yield _branch(_topic("judgements", TITLE, notes=[ground]), self._judgements())
        if debate.questions:
            yield _branch(_topic("questions", "Questions"), self._questions())
        for position, title in self._paper.sections():
            yield self._side(position, title)
        if debate.outcome:
            places = list(self._paper.places(debate.outcome.cite))
            topic = _topic("outcome", "Outcome")
            said = _topic("outcome-text", plain(debate.outcome.text), notes=_cites(places))
            _link(said, places)
            yield _branch(topic, [iter((json.dumps(said),))])
        if self._paper.part.notes.lost:
            yield _branch(_topic("lost", LOST), self._lost())
        if debate.sources:
            yield _branch(_topic("sources", "Sources"), self._sources())

    def _judgements(self) -> Iterator[Iterator[str]]:
        for number, (how, claim) in enumerate(self._paper.judgements()):
            yield iter((json.dumps(_topic(f"judgement-{number}", f"{how}: {claim}")),))

    def _questions(self) -> Iterator[Iterator[str]]:
        for number, asked in enumerate(self._paper.questions()):
            notes = [f"Options: {', '.join(asked.options)}"] if asked.options else []
            notes += [f"Standard of proof: {asked.standard}"] if asked.standard else []
            notes += [f"By these judgements: {asked.verdict}"] if asked.verdict else []
            topic = _topic(f"question-{number}", asked.text, notes=notes)
            answers = []
            for answer in asked.answers:
                whose = plain(self._debate.positions[answer.side].label)
                said = _topic(f"answer-{number}-{answer.side}", f"{whose}: {answer.text}")
                if answer.row >= 0:
                    said["href"] = f"xmind:#claim-{answer.row}"
                answers.append(iter((json.dumps(said),)))
            yield _branch(topic, answers)

    def _side(self, position: int, title: str) -> Iterator[str]:
        notes: list[str] = []
        if position >= 0:
            side = self._debate.positions[position]
            notes = [plain(side.role or ""), *lines(side.note)]
        yield _open(_topic(f"side-{position + 1}", title, notes=notes))
        yield from self._outline(position)
        yield "}"

    def _outline(self, position: int) -> Iterator[str]:
        """The claims of a side as children, opened and closed as their depth says."""
        claims, at = self._debate.claims, -1
        for row, number in self._paper.numbered(self._debate.side(position)):
            depth = claims[row].depth
            if depth > at:
                yield ',"children":{"attached":['
            else:
                yield "}" + "]}}" * (at - depth) + ","
            at = depth
            yield _open(self._claim(row, number))
        yield "}" + "]}}" * at + "]}" if at >= 0 else ""

    def _claim(self, row: int, number: str) -> dict[str, Any]:
        paper, claim = self._paper, self._debate.claims[row]
        own = paper.part.notes.of(row)
        places = list(paper.places(claim.cite))
        notes = [
            *_cites(places),
            *(f"{title}: {_text(pieces)}" for title, pieces in paper.remarks(row)),
            *(f"To discuss: {line}" for line in lines(claim.ask)),
            *(f"Note: {line}" for line in lines(claim.note)),
            *(f"Reader's note: {line}" for line in lines(own.note)),
        ]
        topic = _topic(f"claim-{row}", f"{number} {paper.text(row)}".strip(), notes=notes)
        topic["labels"] = [paper.role(row), *map(plain, claim.tags)]
        topic["markers"] = [{"markerId": _MARKERS[claim.role]}]
        if own.marked:
            topic["labels"].append("Marked")
            topic["markers"].append({"markerId": _STAR})
        if claim.target >= 0:
            topic["href"] = f"xmind:#claim-{claim.target}"
        else:
            _link(topic, places)
        return topic

    def _lost(self) -> Iterator[Iterator[str]]:
        for number, lost in enumerate(self._paper.part.notes.lost):
            topic = _topic(f"lost-{number}", plain(about(lost)), notes=lines(lost.annotation.note))
            if lost.annotation.marked:
                topic["markers"] = [{"markerId": _STAR}]
            yield iter((json.dumps(topic),))

    def _sources(self) -> Iterator[Iterator[str]]:
        for number, source in enumerate(self._debate.sources.values()):
            said, *where = self._paper.reference(source)
            topic = _topic(f"source-{number}", said.text)
            if where and where[-1].address:
                topic["href"] = where[-1].address
            elif where:
                topic |= _topic(topic["id"], said.text, notes=[where[-1].text])
            yield iter((json.dumps(topic),))

    def _relationships(self) -> Iterator[dict[str, str]]:
        """What agrees and what clashes, as lines across the map."""
        for kind, pairs in (("agrees", self._debate.agreements), ("clashes", self._debate.clashes)):
            for one, other in pairs:
                yield {
                    "id": f"{kind}-{one}-{other}",
                    "class": "relationship",
                    "title": f"{kind} with",
                    "end1Id": f"claim-{one}",
                    "end2Id": f"claim-{other}",
                }


def _topic(id: str, title: str, *, notes: Iterable[str] = ()) -> dict[str, Any]:
    topic: dict[str, Any] = {"id": id, "class": "topic", "title": title}
    if said := "\n".join(filter(None, map(plain, notes))):
        topic["notes"] = {"plain": {"content": said}}
    return topic


def _link(topic: dict[str, Any], places: Iterable[tuple[Piece, str]]) -> None:
    """A topic has one link: the first place that has an address."""
    address = next((piece.address for piece, _ in places if piece.address), None)
    if address:
        topic["href"] = address


def _cites(places: Iterable[tuple[Piece, str]]) -> Iterator[str]:
    for piece, words in places:
        quoted = f" “{words}”" if words else ""
        where = f" <{piece.address}>" if piece.address else ""
        yield f"{piece.text}{quoted}{where}"


def _text(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _open(topic: dict[str, Any]) -> str:
    """A topic without the brace that ends it, so that more may follow."""
    return json.dumps(topic)[:-1]


def _branch(topic: dict[str, Any], children: Iterable[Iterator[str]]) -> Iterator[str]:
    yield _open(topic)
    yield from _children(children)
    yield "}"


def _children(topics: Iterable[Iterator[str]]) -> Iterator[str]:
    """Topics that hang on one, if there are any."""
    first = True
    for topic in topics:
        yield ',"children":{"attached":[' if first else ","
        yield from topic
        first = False
    yield "" if first else "]}"


def _listed(items: Iterable[str]) -> Iterator[str]:
    yield "["
    for number, item in enumerate(items):
        yield f",{item}" if number else item
    yield "]"


WRITER = Writer("xmind", "XMind mind map", ".xmind", write, binary=True)
