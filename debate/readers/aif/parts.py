"""The nodes and edges of an AIF file, each with its place; what is wrong with them is said."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from debate.model.text import many_lines, one_line
from debate.readers.checksum import counted
from debate.readers.making import Making
from debate.readers.nodes import Node, plain

#: The kinds of nodes that become claims and steps; of all others the file is kept.
CLAIM = "I"
STEPS = ("RA", "CA")

#: What the other kinds are, for people.
KINDS = {
    "MA": "rephrasing",
    "PA": "preference",
    "L": "locution",
    "TA": "transition",
    "YA": "illocutionary act",
}


@dataclass(slots=True)
class Part:
    """A node: its kind in capitals, and the numbers of the edges that lead to and from it."""

    id: str
    kind: str
    text: str
    node: Node
    into: list[int] = field(default_factory=list)
    out: list[int] = field(default_factory=list)

    @property
    def line(self) -> int:
        """Where it stands."""
        return self.node.line

    def kept(self) -> dict[str, Any]:
        """All that the file says of it and that a claim has no field for."""
        made, text = _kept(self.node, ("text", "type")), many_lines(self.text)
        if self.kind != CLAIM or text != one_line(self.text):
            made["text"] = text
        written = self.node.get("type")
        if written is not None and written.text != CLAIM:
            made["type"] = many_lines(written.text)
        return made


@dataclass(slots=True)
class Edge:
    """An edge between two nodes; ``used`` once a step or a premise is made of it."""

    source: Part
    target: Part
    node: Node
    used: bool = False

    def kept(self) -> dict[str, Any]:
        """All that the file says of it."""
        return _kept(self.node)


class Parts:
    """What an AIF file holds. ``stray`` nodes have an id that another one has, or none."""

    def __init__(self, making: Making, root: Node) -> None:
        self.making = making
        self.nodes: dict[str, Part] = {}
        self.stray: list[Part] = []
        self.edges: list[Edge] = []
        self.lost_edges: list[Node] = []
        self.check = 0
        for node in self._list(root, "nodes"):
            self._node(node)
        seen: set[tuple[str, str]] = set()
        for node in self._list(root, "edges"):
            self._edge(node, seen)

    def _list(self, root: Node, key: str) -> list[Node]:
        found = root.get(key)
        if found is None or found.null:
            self.making.error(root.line, root.column, "no-list", f"there is no list of {key} here")
            return []
        if found.kind != "list":
            self.making.error(found.line, found.column, "no-list", f"{key} is no list")
        for node in found.items:
            if node.kind != "mapping":
                what = f"among the {key} stands something that is none"
                self.making.error(node.line, node.column, "no-node", what)
        return [node for node in found.items if node.kind == "mapping"]

    def _node(self, node: Node) -> None:
        kind, text = _text(node, "type").strip(), _text(node, "text")
        id = _text(node, "nodeID", "id")
        part = Part(id, kind.upper(), text, node)
        self.check = counted(self.check, id, ":", kind)
        known = self.nodes.get(id)
        if not id:
            self.making.error(node.line, node.column, "no-id", "a node without nodeID")
            self.stray.append(part)
        elif known is None:
            self.nodes[id] = part
        else:
            same = (known.kind, known.text) == (part.kind, part.text)
            what = f"node {id} is here twice (first on line {known.line})"
            if same:
                self.making.notice(node.line, "duplicate-id", f"{what} and is read once")
            else:
                hint = "give one of them another nodeID; edges are taken to mean the first"
                self.making.error(node.line, node.column, "duplicate-id", what, hint)
                self.stray.append(part)

    def _edge(self, node: Node, seen: set[tuple[str, str]]) -> None:
        ids = _text(node, "fromID", "from"), _text(node, "toID", "to")
        self.check = counted(self.check, ids[0], ">", ids[1])
        missing = [id for id in ids if id not in self.nodes]
        if missing:
            which = f"node {missing[0]}" if missing[0] else "node"
            what = f"there is no {which} for this edge"
            self.making.error(node.line, node.column, "dangling", what)
        elif ids in seen:
            what = f"the edge from {ids[0]} to {ids[1]} is here twice"
            self.making.notice(node.line, "duplicate-edge", what)
        else:
            seen.add(ids)
            edge = Edge(self.nodes[ids[0]], self.nodes[ids[1]], node)
            edge.source.out.append(len(self.edges))
            edge.target.into.append(len(self.edges))
            self.edges.append(edge)
            return
        self.lost_edges.append(node)


def _text(node: Node, *names: str) -> str:
    found = node.get(*names)
    return "" if found is None or found.null else found.text


def _kept(node: Node, without: tuple[str, ...] = ()) -> dict[str, Any]:
    found = plain(node)
    return {key: value for key, value in found.items() if key not in (*without, "debate") and value}
