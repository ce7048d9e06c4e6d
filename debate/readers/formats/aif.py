"""AIF as JSON, as AIFdb, OVA and the corpora of argument mining have it.

After Chesnevar et al., "Towards an argument interchange format", The Knowledge Engineering Review
21 (2006). An I node is a claim; an RA node a support whose premises are linked, a CA node an
objection, or an undercut if it leads to another step. An RA that leads to a step links its premises
to that step's. Rephrasings (MA) between two positions are agreements. Dialogue (L, TA, YA) and
preferences (PA) are noted at the claims that they are about. Whatever no field of a claim holds is
kept under ``extra``, so that :mod:`debate.writers.formats.aif` writes all of it again.
"""

from __future__ import annotations

import re
from collections import deque
from typing import Any

from debate.model import Role, schemes
from debate.model.memory import without_collecting
from debate.model.reading import Reading
from debate.model.text import one_line
from debate.readers import Reader, kept
from debate.readers.aif.parts import CLAIM, KINDS, STEPS, Edge, Part, Parts
from debate.readers.json_nodes import parse
from debate.readers.making import Making
from debate.readers.net import Net
from debate.readers.nodes import Node, plain
from debate.readers.opening import decoded

#: The key of all that is kept for this format.
NAME = "aif"

_ROLES = {"RA": Role.SUPPORT, "CA": Role.OBJECTION}


@without_collecting()
def read(data: bytes, file: str) -> Reading:
    """The debate that an AIF file holds."""
    root = parse(decoded(data, file), file)
    making = Making(file)
    inner = root.get("AIF")
    parts = Parts(making, root if inner is None else inner)
    own = root.get(kept.KEY)
    if own is not None:
        again = _restored(own, parts, file)
        if again is not None and all(found.severity == "note" for found in making.problems):
            again.problems = making.problems
            return again
        what = "nodes or edges were changed since debate wrote this; what it kept besides is left"
        making.notice(own.line, "changed", what)
        making.debate.title = one_line(plain(own).get(kept.KEY, "")) if own.pairs else ""
    _Reader(making, parts).read()
    _keep_rest(making, root, inner)
    return making.finish()


def _restored(own: Node, parts: Parts, file: str) -> Reading | None:
    """The debate that was written, if its nodes and edges are still the same."""
    check = own.get("check")
    if check is None or check.text != f"{parts.check:08x}":
        return None
    rows = []
    for part in parts.nodes.values():
        found = part.node.get(kept.KEY)
        if found is not None:
            rows.append((found, part.text))
    refs = own.get("refs")
    rows += [(found, "") for found in refs.items] if refs else []
    own.pairs = [pair for pair in own.pairs if pair[0].text not in ("check", "refs")]
    return kept.restore(own, rows, file)


class _Reader:
    """Turns the parts of a file into statements and steps."""

    def __init__(self, making: Making, parts: Parts) -> None:
        self.making, self.parts, self.net = making, parts, Net()
        self.statements: dict[str, int] = {}
        self.steps: dict[str, list[int]] = {}
        self.nodes: list[dict[str, Any]] = []

    def read(self) -> None:
        said = self._said()
        for part in (*self.parts.nodes.values(), *self.parts.stray):
            if part.kind == CLAIM:
                self._statement(part, said.get(part.id, []))
        self._direct()
        self._conclude()
        self._attach()
        self.net.unroll(self.making, self._place)
        self._link()
        self._rest()

    def _place(self, statement: int) -> tuple[int, Role]:
        """A root is the thesis of a position that is called after what it says."""
        return self.making.position(self.net.statements[statement].text), Role.THESIS

    def _statement(self, part: Part, said: list[str]) -> None:
        number = self.net.statement(
            part.text,
            line=part.line,
            id=part.id or None,
            note="\n".join(said) or None,
            extra={NAME: part.kept()},
        )
        self.statements.setdefault(part.id, number)

    def _said(self) -> dict[str, list[str]]:
        """The locutions that assert each claim: those with a YA node between."""
        said: dict[str, list[str]] = {}
        for part in self.parts.nodes.values():
            if part.kind == "YA":
                words = [one_line(each.text) for each in self._into(part) if each.kind == "L"]
                for target in self._out(part):
                    said.setdefault(target.id, []).extend(filter(None, words))
        return said

    # ------------------------------------------------------------------ steps

    def _direct(self) -> None:
        """Edges from claim to claim, which AIF does not have."""
        for edge in self.parts.edges:
            if edge.source.kind == edge.target.kind == CLAIM:
                what = f"an edge from claim {edge.source.id} straight to claim {edge.target.id}"
                self.making.notice(edge.node.line, "direct-edge", f"{what} is read as a support")
                edge.used = True
                extra = {NAME: {"edge": edge.kept()}}
                premise, conclusion = (self.statements[x.id] for x in (edge.source, edge.target))
                self.net.step(Role.SUPPORT, [premise], conclusion, line=edge.node.line, extra=extra)

    def _conclude(self) -> None:
        """Steps to a claim; one that leads to several is one for each."""
        for part in self.parts.nodes.values():
            premises = self._premises(part) if part.kind in STEPS else []
            for edge in self._edges(part.out) if premises else ():
                if edge.target.kind == CLAIM:
                    conclusion = self.statements[edge.target.id]
                    fields = self._fields(part)
                    step = self.net.step(_ROLES[part.kind], premises, conclusion, **fields)
                    self._use(part, edge, step)

    def _attach(self) -> None:
        """Steps to other steps, once those have something to hang on."""
        waiting = deque(self.steps)
        seen = set(waiting)
        while waiting:
            target = self.parts.nodes[waiting.popleft()]
            for edge in self._edges(target.into):
                part = edge.source
                premises = self._premises(part) if part.kind in STEPS else []
                if not premises or edge.used:
                    continue
                for step in self.steps[target.id][:]:
                    if part.kind == "CA":
                        made = self.net.undercut(premises, step, **self._fields(part))
                        self._use(part, edge, made)
                    else:
                        fields = self._fields(part)
                        fields.pop("scheme", None)
                        for premise in premises:
                            self.net.join(premise, step, **fields)
                        self._use(part, edge, None)
                if part.kind == "RA":
                    what = f"inference {part.id} leads to step {target.id}"
                    what += "; its premises are linked to those of that step"
                    self.making.notice(part.line, "step-to-step", what)
                if part.id in self.steps and part.id not in seen:
                    seen.add(part.id)
                    waiting.append(part.id)

    def _use(self, part: Part, edge: Edge, step: int | None) -> None:
        edge.used = True
        for other in self._edges(part.into):
            other.used |= other.source.kind == CLAIM
        if step is not None:
            self.steps.setdefault(part.id, []).append(step)

    def _premises(self, part: Part) -> list[int]:
        found = (self.statements[each.id] for each in self._into(part) if each.kind == CLAIM)
        return [*dict.fromkeys(found)]

    def _fields(self, part: Part) -> dict[str, Any]:
        written = part.node.get("scheme")
        names = [written.text if written else "", part.text]
        scheme = next((found.name for name in names if (found := schemes.lookup(name))), None)
        fields: dict[str, Any] = {"line": part.line, "extra": {NAME: part.kept()}}
        return fields | ({"scheme": scheme} if scheme else {})

    # ------------------------------------------------------------------ the rest

    def _link(self) -> None:
        """Rephrasings and preferences: a link where a debate has one, else a note."""
        for part in self.parts.nodes.values():
            if part.kind not in ("MA", "PA"):
                continue
            for one in self._into(part):
                for other in self._out(part):
                    if one.kind == other.kind == CLAIM and one is not other:
                        self._pair(part, one, other)

    def _pair(self, part: Part, one: Part, other: Part) -> None:
        rows = [self.net.row(self.statements[each.id]) for each in (one, other)]
        first, second = (self.making.fields(row) for row in rows)
        if part.kind == "MA" and first.position != second.position:
            self.making.agree(*rows)
            return
        word = "Rephrased as" if part.kind == "MA" else "Preferred to"
        first.note = "\n".join(filter(None, (first.note, f"{word}: {second.text}")))

    def _rest(self) -> None:
        """Keep the nodes and edges that are no part of the tree, and say which."""
        kept_nodes, counted = [], dict[str, list[Part]]()
        stray = [part for part in self.parts.stray if part.kind != CLAIM]
        for part in (*self.parts.nodes.values(), *stray):
            unused = part.kind in STEPS and part.id not in self.steps
            unused &= not any(edge.used for edge in self._edges(part.out))
            if part.kind not in (CLAIM, *STEPS):
                counted.setdefault(part.kind, []).append(part)
            elif unused or part in stray:
                lacks = "premise" if not self._premises(part) else "conclusion"
                what = (
                    f"the {part.kind} node {part.id} has no {lacks} in the tree and is kept aside"
                )
                self.making.notice(part.line, "loose-step", what)
            else:
                continue
            kept_nodes.append(part.kept())
        for kind, some in counted.items():
            what = KINDS.get(kind, f"{kind or 'unnamed'} node")
            number = f"{len(some):,} {what}{'s' * (len(some) != 1)}"
            self.making.notice(some[0].line, "kept-aside", f"{number} kept aside under `extra`")
        edges = [edge for edge in self.parts.edges if not edge.used]
        for edge in edges:
            if {edge.source.kind, edge.target.kind} <= {CLAIM, *STEPS}:
                what = f"the edge from {edge.source.id} to {edge.target.id} is kept aside"
                self.making.notice(edge.node.line, "loose-edge", what)
        found = {
            "nodes": kept_nodes,
            "edges": [edge.kept() for edge in edges] + [plain(n) for n in self.parts.lost_edges],
        }
        if any(found.values()):
            self.making.debate.extra = {NAME: {key: some for key, some in found.items() if some}}

    def _edges(self, numbers: list[int]) -> list[Edge]:
        return [self.parts.edges[number] for number in numbers]

    def _into(self, part: Part) -> list[Part]:
        return [edge.source for edge in self._edges(part.into)]

    def _out(self, part: Part) -> list[Part]:
        return [edge.target for edge in self._edges(part.out)]


def _keep_rest(making: Making, root: Node, inner: Node | None) -> None:
    """Keep what stands beside the nodes and edges; with ``inner``, beside all of AIF too."""
    extra = (making.debate.extra or {}).get(NAME, {})
    for key, node in (("file", root if inner is None else inner), ("around", inner and root)):
        found = plain(node) if node and node.kind == "mapping" else {}
        rest = {
            name: value
            for name, value in found.items()
            if name not in ("nodes", "edges", "AIF", kept.KEY) and value
        }
        if rest or (key == "around" and inner is not None):
            extra[key] = rest or {"AIF": "true"}
    if extra:
        making.debate.extra = {NAME: extra}


def likeness(sample: str, suffix: str) -> int:
    """Whether it is JSON with nodes and edges named as AIF names them."""
    if not re.match(r"\s*\{", sample):
        return 0
    if re.search(r'"(?:nodeID|fromID|toID|locutions|AIF)"\s*:', sample):
        return 3 if re.search(r'"(?:nodes|edges|AIF)"\s*:', sample) else 1
    return 1 if re.search(r'"nodes"\s*:\s*\[\s*\]', sample) and suffix == ".json" else 0


READER = Reader(NAME, "AIF (JSON)", (".aif.json", ".json"), likeness, read)
