"""What an Argdown document says: statements, arguments, their relations, and sections.

The rules are those of Argdown 1.7: what shares a title is one; a relation of an argument that is
reconstructed is its conclusion's; in strict mode a support between statements is an entailment and
an attack makes them contrary to each other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["support", "attack", "undercut", "contradictory", "entails", "contrary"]

#: The kinds of relation that hold in both directions.
SYMMETRIC = frozenset({"contradictory", "contrary"})


class Node:
    """A statement or an argument: everything that has the same title.

    ``text`` is what it says where it was defined last, None where it is only referred to;
    ``source`` is that text as it was written, where marks are lost in ``text``. ``earlier`` are its
    other definitions, each a text and a source.
    """

    # What few nodes have costs only those: it stands in a dictionary of their own.
    __slots__ = ("__dict__", "argument", "at", "index", "section", "text", "title")

    number = 0  # "Untitled 3" has no title and this number
    source = ""
    earlier: list[tuple[str, str]] | None = None
    data: list[str] | None = None
    tags: dict[str, None] | None = None
    loose_tags: list[str] | None = None  # those beside a reference, in no text
    inferences: list[Inference] | None = None
    numbers: list[str] | None = None  # of its premises, where they do not count from 1

    def __init__(self, title: str, argument: bool, at: int, section: int, index: int) -> None:
        self.index = index  # among the nodes of its graph
        self.title = title
        self.argument = argument
        self.at = at
        self.section = section
        self.text: str | None = None

    @property
    def called(self) -> str:
        """The title, or the one that Argdown gives it."""
        return self.title or f"Untitled {self.number}"

    def define(self, text: str, source: str) -> None:
        """What it says, once more."""
        if self.text is not None:
            self.earlier = self.earlier or []
            self.earlier.append((self.text, self.source))
        self.text = text
        if source or self.source:
            self.source = source


class Inference:
    """A step of an argument: from its premises, an earlier conclusion among them, to a statement.

    ``rules`` is what stands on its line, and ``data`` the braces there.
    """

    __slots__ = ("argument", "at", "conclusion", "data", "index", "premises", "rules")

    def __init__(self, argument: Node, premises: list[Node], at: int) -> None:
        self.index = -at - 1  # no node's, and no other inference's
        self.argument = argument
        self.premises = premises
        self.at = at
        self.conclusion: Node | None = None
        self.rules = ""
        self.data = ""


@dataclass(slots=True, frozen=True)
class Section:
    """A heading: its level from 1, its text, that text as written, and its data."""

    level: int
    title: str
    source: str
    data: str
    at: int


#: A relation: its kind, whence, whither (an inference if that is undercut), and its place.
Relation = tuple[Kind, Node, "Node | Inference", int]


@dataclass(slots=True)
class Occurrence:
    """A place where a node stands: below another (-1: below none), by a sign, with data."""

    node: Node
    parent: int
    sign: str
    at: int
    defined: bool
    data: str
    section: int


@dataclass(slots=True)
class Graph:
    """A whole document. ``nodes`` are in the order of their first mention."""

    nodes: list[Node] = field(default_factory=list)
    statements: dict[str, Node] = field(default_factory=dict)
    arguments: dict[str, Node] = field(default_factory=dict)
    untitled: list[Node] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    front: str = ""
    front_at: int = 0
    occurrences: list[Occurrence] | None = None
    known: set[int] = field(default_factory=set)
    _counted: int = 0  # the relations that are in ``known``
    _related: int = 0  # the nodes that were there when the last relation came

    def node(self, title: str, argument: bool, at: int) -> Node:
        """The node with a title; "" makes a new one without."""
        section = len(self.sections) - 1
        if not title:
            return self._untitled(argument, at, section)
        table = self.arguments if argument else self.statements
        found = table.get(title)
        if found is None:
            found = self._numbered(title, argument) if title.startswith("Untitled ") else None
            if found is None:
                found = Node(title, argument, at, section, len(self.nodes))
                self.nodes.append(found)
            table[title] = found
        return found

    def _untitled(self, argument: bool, at: int, section: int) -> Node:
        number = len(self.untitled) + 1
        found = None
        if self._explicit:
            table = self.arguments if argument else self.statements
            found = table.get(f"Untitled {number}")
        if found is None:
            found = Node("", argument, at, section, len(self.nodes))
            found.number = number
            self.nodes.append(found)
        self.untitled.append(found)
        return found

    @property
    def _explicit(self) -> bool:
        """Whether somebody wrote a title of the kind that is given to what has none."""
        return self._written

    _written: bool = False

    def _numbered(self, title: str, argument: bool) -> Node | None:
        """The node without a title that Argdown calls so."""
        self._written = True
        number = title.removeprefix("Untitled ")
        if not (number.isascii() and number.isdigit() and len(number) < 10 and number[0] != "0"):
            return None
        index = int(number) - 1
        if index >= len(self.untitled) or self.untitled[index].argument != argument:
            return None
        found = self.untitled[index]
        found.title = title
        return found

    def relate(self, kind: Kind, source: Node, target: Node | Inference, at: int) -> None:
        """A relation, unless it is there: it is not, if one of the two was not there before."""
        if source.index < self._related > target.index and self._is_known(kind, source, target):
            return
        self._related = len(self.nodes)
        self.relations.append((kind, source, target, at))

    def _is_known(self, kind: Kind, source: Node, target: Node | Inference) -> bool:
        known = self.known
        for at in range(self._counted, len(self.relations)):
            known.add(_key(*self.relations[at][:3]))
        self._counted = len(self.relations)
        if _key(kind, source, target) in known:
            return True
        return (
            kind in SYMMETRIC and isinstance(target, Node) and _key(kind, target, source) in known
        )

    def settle(self, strict: bool) -> None:
        """Apply what Argdown derives once a document is read."""
        if not strict and not any(node.inferences for node in self.nodes):
            self._forget()
            return
        relations, self.relations = self.relations, []
        self._forget()
        self._related = len(self.nodes)  # from here on they come in another order
        for kind, source, target, at in relations:
            if source.inferences and source.argument:
                conclusion = source.inferences[-1].conclusion
                if conclusion is target:
                    continue  # a reason for itself
                source = conclusion or source
            if kind == "undercut" and isinstance(target, Node) and target.inferences:
                target = target.inferences[-1]
            if strict and isinstance(target, Node) and not source.argument and not target.argument:
                kind = {"support": "entails", "attack": "contrary"}.get(kind, kind)  # type: ignore[assignment]
            self.relate(kind, source, target, at)
        self._drop_redundant()
        self._forget()

    def unsaid(self) -> list[Node]:
        """Arguments that nobody wrote, of a structure without any step; nothing hangs on them."""
        found = {
            node.index: node
            for node in self.untitled
            if node.argument and not (node.title or node.inferences or node.data or node.tags)
            if node.text is None
        }
        for _, source, target, _ in self.relations if found else ():
            meant = target.argument if isinstance(target, Inference) else target
            found.pop(source.index, None)
            found.pop(meant.index, None)
        return [*found.values()]

    def _forget(self) -> None:
        self.known.clear()
        self._counted = 0

    def _drop_redundant(self) -> None:
        """An attack on an argument that is already one on a premise of it is not kept."""
        attacks: dict[int, set[int]] = {}
        for kind, source, target, _ in self.relations:
            if isinstance(target, Node) and not target.argument and not source.argument:
                if kind in ("attack", *SYMMETRIC):
                    attacks.setdefault(id(source), set()).add(id(target))
                if kind in SYMMETRIC:
                    attacks.setdefault(id(target), set()).add(id(source))
        if attacks:
            self.relations = [one for one in self.relations if not _redundant(one, attacks)]


_KINDS = ("support", "attack", "undercut", "contradictory", "entails", "contrary")


def _key(kind: Kind, source: Node, target: Node | Inference) -> int:
    """One number for a relation."""
    return ((source.index << 40) + target.index) * 8 + _KINDS.index(kind)


def _redundant(relation: Relation, attacks: dict[int, set[int]]) -> bool:
    kind, source, target, _ = relation
    if kind != "attack" or source.argument or not isinstance(target, Node) or not target.inferences:
        return False
    attacked = attacks.get(id(source))
    if not attacked:
        return False
    concluded = {id(step.conclusion) for step in target.inferences}
    premises = (one for step in target.inferences for one in step.premises)
    return any(id(one) in attacked and id(one) not in concluded for one in premises)
