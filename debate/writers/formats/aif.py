"""AIF as JSON: an I node a claim, an RA or CA node a step, one node wherever a claim is used again.

What AIF has no place for stands under the key "debate" of nodes, edges and the whole, which other
programs pass over. Reading it back gives the same debate; lost are a reader's notes and
judgements, which stand beside their claims, and the order of keys. A debate that came from AIF gets
its own nodes again: their ids, times and whatever else was there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from debate.model import Claim, Debate, Role
from debate.model.role import STEP_ROLES
from debate.model.text import one_line
from debate.readers.checksum import counted
from debate.writers import Options, Writer, kept
from debate.writers.dumping import dump
from debate.writers.part import Part, part

_NAME = "aif"

#: The roles that have a node for the step to what they hang on.
_HAVE_NODES = STEP_ROLES | {Role.CONDITION}

_EDGE_KEYS = ("edgeID", "fromID", "toID", "from", "to", kept.KEY)

_TYPES = {True: ("CA", "Default Conflict"), False: ("RA", "Default Inference")}


def write(debate: Debate, options: Options) -> Iterator[str]:
    """The debate as one JSON object, a node or an edge a line."""
    chosen = part(debate, options)
    _tell(chosen, options)
    job = _Job(chosen)
    options.lose("edge of the file it came from", "left out, for its end is gone", job.dangling)
    yield '{\n"nodes": [' if job.around is None else '{\n"AIF": {\n"nodes": ['
    yield from _listed(job.nodes())
    yield '\n],\n"edges": ['
    yield from _listed(job.edges())
    yield "\n]"
    for key, value in job.file.items():
        yield f",\n{dump(key)}: {dump(value)}"
    if job.around is not None:
        yield "\n}"
        for key, value in job.around.items():
            yield f",\n{dump(key)}: {dump(value)}"
    yield f',\n"{kept.KEY}": {{'
    yield from (f"{dump(key)}: {dump(value)},\n  " for key, value in job.head().items())
    yield '"refs": ['
    yield from _listed(kept.row(job.debate, row) for row in job.refs())
    yield "\n  ]\n}\n}\n"


def _tell(chosen: Part, options: Options) -> None:
    held = {"agreeing pair", "clashing pair", "scheme", "reader's note", "verdict"}
    kept.tell(chosen, options, held)
    claims = chosen.debate.claims
    conditions = sum(claim.role is Role.CONDITION for claim in claims)
    options.lose("condition", "written as an inference (RA) to what depends on it", conditions)


def _listed(items: Iterator[Mapping[str, Any]]) -> Iterator[str]:
    between = "\n  "
    for item in items:
        yield between + dump(item)
        between = ",\n  "


class _Job:
    """One debate on its way out; nodes first, then edges."""

    def __init__(self, chosen: Part) -> None:
        self.chosen, self.debate = chosen, chosen.debate
        ours = _mapping(self.debate.extra)
        self.loose = _records(ours.get("nodes"))
        edges = _records(ours.get("edges"))
        self.file = {"locutions": [], **_plain(ours.get("file"))}
        around = _plain(ours.get("around"))
        self.around: dict[str, Any] | None = {
            k: v for k, v in around.items() if k not in ("AIF", kept.KEY)
        }
        if not around:
            self.around = None
        self.check = 0
        self._claims: dict[int, str] = {}
        self._steps: dict[int, str] = {}
        self._known: set[str] = {_id(node) for node in self.loose} - {""}
        self._own()
        numbers = [int(id) for id in self._known if id.isdecimal() and len(id) < 19]
        self._base = max(numbers, default=0)
        whole = [edge for edge in edges if set(_ends(edge)) <= self._known]
        self.loose_edges = whole
        self.dangling = len(edges) - len(whole)
        self._rephrased = self._joined_by_nodes()

    def _own(self) -> None:
        """The ids that nodes had in the file they came from. Steps may share one, claims not."""
        shared: dict[str, tuple[str, ...]] = {}
        for row, claim in enumerate(self.debate.claims):
            if claim.extra is None:
                continue
            id = _id(_mapping(claim.extra))
            if claim.target < 0 and id and id not in self._known:
                self._known.add(id)
                self._claims[row] = id
            raw = self._raw(row)
            id = _id(raw)
            if id and id not in self._known:
                self._known.add(id)
                shared[id] = _likeness(claim, raw)
            if id in shared and shared[id] == _likeness(claim, raw):
                self._steps[row] = id

    # ------------------------------------------------------------------ nodes

    def nodes(self) -> Iterator[Mapping[str, Any]]:
        """All nodes."""
        written: set[str] = set()
        for row, claim in enumerate(self.debate.claims):
            if claim.target < 0:
                yield self._node(self._claim(row), self._claim_node(row))
            id = self._step(row)
            if id and id not in written:
                if row in self._steps:
                    written.add(id)
                yield self._node(id, self._step_node(row))
        for one, other, attacks in self._links():
            type, text = ("CA", "Default Conflict") if attacks else ("MA", "Default Rephrase")
            yield self._node(self._link_id(one, other, attacks), {"text": text, "type": type})
        seen: set[str] = set()
        for number, node in enumerate(self.loose):
            id = _id(node)
            if not id or id in seen:  # as in the file: another has it
                id = self._loose_id(number)
            seen.add(id)
            yield self._node(id, {"text": "", "type": "", **node})

    def _node(self, id: str, fields: Mapping[str, Any]) -> Mapping[str, Any]:
        self.check = counted(self.check, id, ":", str(fields["type"]))
        return {"nodeID": id, **{key: value for key, value in fields.items() if key != "nodeID"}}

    def _claim_node(self, row: int) -> dict[str, Any]:
        claim = self.debate.claims[row]
        raw = _mapping(claim.extra)
        text = one_line(claim.text)
        if "text" in raw and one_line(str(raw["text"])) == text:
            text = str(raw["text"])
        made: dict[str, Any] = {"text": "", "type": "I"} | raw | {"text": text}
        if (verdict := self.chosen.verdict(row)) is not None:
            made["verdict"] = verdict
        if note := self.chosen.notes.of(row).note:
            made["readersNote"] = note
        return made | {kept.KEY: kept.row(self.debate, row)}

    def _step_node(self, row: int) -> dict[str, Any]:
        claim = self.debate.claims[row]
        type, text = _TYPES[claim.role.attacks]
        if claim.role is Role.CONDITION:
            text = "Condition"
        elif claim.role is Role.CO_PREMISE:
            text = "Linked Premise"
        made = {"text": claim.scheme or text, "type": type}
        return made | self._raw(row) if row in self._steps else made

    # ------------------------------------------------------------------ edges

    def edges(self) -> Iterator[Mapping[str, Any]]:
        """All edges."""
        taken = {str(edge.get("edgeID")) for edge in self.loose_edges}
        number = 0
        for source, target, more in self._pairs():
            number += 1
            while str(number) in taken:
                number += 1
            self.check = counted(self.check, source, ">", target)
            made = {"edgeID": str(number), "fromID": source, "toID": target, "formEdgeID": None}
            yield made | more
        for edge in self.loose_edges:
            source, target = _ends(edge)
            self.check = counted(self.check, source, ">", target)
            yield edge

    def _pairs(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """The ends of each edge, and what stands there besides."""
        claims = self.debate.claims
        written: set[tuple[str, str]] = set()
        for row, claim in enumerate(claims):
            if claim.parent < 0:
                continue
            here, step = self._claim(self.debate.meant(row)), self._step(row)
            onto = self._onto(row)
            pairs = [(here, step), (step, onto)] if step else [(here, onto)]
            more = {} if step else self._edge_fields(row)
            shared = row in self._steps or claim.parent in self._steps
            for pair in pairs:
                if not shared or pair not in written:
                    yield *pair, more
                if shared:
                    written.add(pair)
        for one, other, attacks in self._links():
            id = self._link_id(one, other, attacks)
            yield self._claim(one), id, {}
            yield id, self._claim(other), {}

    def _edge_fields(self, row: int) -> dict[str, Any]:
        """What else the file it came from says of the edge that a step was there."""
        fields = _plain(self._raw(row).get("edge"))
        return {key: value for key, value in fields.items() if key not in _EDGE_KEYS}

    def _onto(self, row: int) -> str:
        """The node that a row's step leads to: the step above for what bears on that."""
        claim = self.debate.claims[row]
        if claim.role in (Role.UNDERCUT, Role.CO_PREMISE):
            above = claim.parent
            while self.debate.claims[above].role is Role.CO_PREMISE:
                above = self.debate.claims[above].parent
            if step := self._step(above):
                return step
        return self._claim(self.debate.meant(claim.parent))

    def _links(self) -> Iterator[tuple[int, int, bool]]:
        """Claims that agree or clash, as far as the file does not have the rephrasing already."""
        for attacks, pairs in ((False, self.debate.agreements), (True, self.debate.clashes)):
            for one, other in pairs:
                ids = {self._claim(one), self._claim(other)}
                if attacks or ids not in self._rephrased:
                    yield one, other, attacks

    def _joined_by_nodes(self) -> list[set[str]]:
        """The pairs of claims that rephrasings kept from the file join."""
        made: list[set[str]] = []
        kinds = {_id(node) for node in self.loose if str(node.get("type", "")).upper() == "MA"}
        ends: dict[str, tuple[list[str], list[str]]] = {id: ([], []) for id in kinds}
        for edge in self.loose_edges:
            source, target = _ends(edge)
            if target in ends:
                ends[target][0].append(source)
            if source in ends:
                ends[source][1].append(target)
        for before, after in ends.values():
            made += [{one, other} for one in before for other in after]
        return made

    # ------------------------------------------------------------------ ids

    def _claim(self, row: int) -> str:
        row = self.debate.meant(row)
        return self._claims.get(row) or str(self._base + 2 * row + 1)

    def _step(self, row: int) -> str:
        """The id of the node between a row and what it bears on; "" where there is none."""
        claim = self.debate.claims[row]
        if claim.parent < 0:
            return ""
        if row in self._steps:
            return self._steps[row]
        if claim.role is Role.CO_PREMISE:
            above = self._onto(row)
            needed = above == self._claim(self.debate.meant(claim.parent))
        else:
            needed = claim.role in _HAVE_NODES and not self._is_direct(row)
        return str(self._base + 2 * row + 2) if needed else ""

    def _link_id(self, one: int, other: int, attacks: bool) -> str:
        """The id of a link's node; pairs are told apart, whatever else they stand between."""
        size = len(self.debate.claims)
        return str(self._base + 2 * size * (size + 1) + 2 * (one * size + other) + attacks)

    def _loose_id(self, number: int) -> str:
        size = len(self.debate.claims)
        return str(self._base + 2 * size * (2 * size + 1) + number + 1)

    def _raw(self, row: int) -> dict[str, Any]:
        """What the file that it came from says of a row's step."""
        extra = self.debate.claims[row].extra
        step = (extra or {}).get("step")
        return _mapping(step) if isinstance(step, Mapping) else {}

    def _is_direct(self, row: int) -> bool:
        """Whether the step was an edge, and nothing hangs on it that needs a node."""
        bears = (Role.UNDERCUT, Role.CO_PREMISE)
        claims = self.debate.claims
        return "edge" in self._raw(row) and not any(
            claims[child].role in bears for child in self.debate.children(row)
        )

    def refs(self) -> Iterator[int]:
        """The rows that have no node of their own."""
        return (row for row, claim in enumerate(self.debate.claims) if claim.target >= 0)

    def head(self) -> dict[str, Any]:
        """The debate's head; ``check`` tells whether nodes and edges are still those written."""
        return kept.head(self.debate) | {"check": f"{self.check:08x}"}


def _likeness(claim: Claim, raw: Mapping[str, Any]) -> tuple[str, ...]:
    """What two rows have in common if one node was made two steps."""
    return ("against" if claim.role.attacks else "for", str(raw.get("text", "")))


def _mapping(extra: Any) -> dict[str, Any]:
    """What is kept for AIF in a claim's, a step's or a debate's ``extra``."""
    found = extra.get(_NAME) if isinstance(extra, Mapping) else None
    return {k: v for k, v in found.items() if k != kept.KEY} if isinstance(found, Mapping) else {}


def _plain(found: Any) -> dict[str, Any]:
    return dict(found) if isinstance(found, Mapping) else {}


def _records(found: Any) -> list[dict[str, Any]]:
    listed: Iterable[Any] = found if isinstance(found, list) else []
    return [dict(each) for each in listed if isinstance(each, Mapping)]


def _id(record: Mapping[str, Any]) -> str:
    return _end(record, "nodeID", "id")


def _ends(edge: Mapping[str, Any]) -> tuple[str, str]:
    return _end(edge, "fromID", "from"), _end(edge, "toID", "to")


def _end(record: Mapping[str, Any], *keys: str) -> str:
    found = next((record[key] for key in keys if key in record), "")
    return found if isinstance(found, str) else ""


WRITER = Writer(_NAME, "AIF (JSON)", ".aif.json", write)
