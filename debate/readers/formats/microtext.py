"""Argumentative microtexts as XML: short texts whose segments support and attack each other.

After Peldszus and Stede, "An annotated corpus of argumentative microtexts", ECA 2015. An adu is a
claim, its words those of its segments (edu), which may be joined. ``sup`` and ``exa`` are supports,
``reb`` an objection, ``und`` an undercut of the step that it leads to, ``add`` one more linked
premise of it. The text's side is one position; what the opponent says in it has the tag "opponent".
The topic is a question, and the stance its answer.
"""

from __future__ import annotations

from collections import deque
from typing import Any

from debate.model import Question, Role
from debate.model.memory import without_collecting
from debate.model.reading import Reading
from debate.model.text import many_lines
from debate.readers import Reader, xml_nodes
from debate.readers.making import Making, slug
from debate.readers.net import Net
from debate.readers.xml_nodes import Element

NAME = "microtext"

#: What edges become that lead to a claim, and those that lead to another edge (None: a premise).
_TO_CLAIM = {
    "sup": Role.SUPPORT,
    "exa": Role.SUPPORT,
    "reb": Role.OBJECTION,
    "und": Role.OBJECTION,
    "add": Role.SUPPORT,
}
_TO_STEP = {"und": Role.UNDERCUT, "reb": Role.UNDERCUT, "add": None, "sup": None, "exa": None}
_USUAL = {True: ("und", "add"), False: ("sup", "exa", "reb")}

_EXAMPLE = "argument from example"

_STANCES = {"pro": "For", "con": "Against"}


@without_collecting()
def read(data: bytes, file: str) -> Reading:
    """The debate that one text makes."""
    root = xml_nodes.parse(data, file)
    making = Making(file)
    if root.tag != "arggraph":
        what = f"<{root.tag}> is no <arggraph>"
        making.error(root.line, root.column, "no-arggraph", what, "give a microtext's graph")
    _Reader(making, root).read()
    return making.finish()


class _Reader:
    """One text; ``steps`` has the step that each edge became, or became a premise of."""

    def __init__(self, making: Making, root: Element) -> None:
        self.making, self.root, self.net = making, root, Net()
        self.units: dict[str, Element] = {}
        self.statements: dict[str, int] = {}
        self.steps: dict[str, int] = {}
        self.segments: dict[str, list[Element]] = {}
        self.aside: list[dict[str, Any]] = []
        self.positions: dict[str, int] = {}
        self.ids: dict[int, str] = {}
        self.answered = False

    def read(self) -> None:
        relations = self._parts()
        for unit in self.units.values():
            if unit.tag == "adu":
                self._claim(unit)
        self._relate(relations)
        self._loose()
        self._head()
        self.net.unroll(self.making, self._place)

    # ------------------------------------------------------------------ parts

    def _parts(self) -> list[Element]:
        """Sort the elements; the edges between claims, and between claims and edges."""
        edges: list[Element] = []
        for element in self.root.children:
            id = element.attributes.get("id", "")
            if element.tag == "edge":
                edges.append(element)
            elif element.tag not in ("edu", "adu", "joint"):
                self._aside(element, f"<{element.tag}> is no part of a microtext")
            if element.tag in ("edu", "adu", "joint", "edge"):
                if not id or id in self.units:
                    what = f"the id {id} is here twice" if id else f"an {element.tag} without id"
                    hint = "give each element an id of its own"
                    self.making.error(element.line, element.column, "id", what, hint)
                    id = f"{id or element.tag} on line {element.line}"
                self.units[id] = element
        self.ids = {id_of(element): id for id, element in self.units.items()}
        for edge in edges:
            self._check(edge)
        for edge in edges:
            if edge.attributes.get("type") == "seg" and self._ends(edge):
                self.segments.setdefault(edge.attributes["trg"], []).append(edge)
        return [e for e in edges if e.attributes.get("type") != "seg" and self._ends(e)]

    def _ends(self, edge: Element) -> bool:
        return all(edge.attributes.get(end, "") in self.units for end in ("src", "trg"))

    def _check(self, edge: Element) -> None:
        for end in ("src", "trg"):
            name = edge.attributes.get(end, "")
            if name not in self.units:
                what = f"there is no {name} for this edge" if name else f"an edge without {end}"
                self.making.error(edge.line, edge.column, "dangling", what)
                self._keep(edge)
                return

    # ------------------------------------------------------------------ claims

    def _claim(self, unit: Element) -> None:
        id = self.ids[id_of(unit)]
        kind = unit.attributes.get("type", "")
        words, segments = self._words(id)
        extra = {"type": kind or None, "edus": segments or None}
        own = _kept(unit, "id", "type")
        if kind not in ("pro", "opp"):
            what = f"{id} says neither pro nor opp" + (f" but {kind}" if kind else "")
            self.making.error(unit.line, unit.column, "type", what, "write pro or opp")
        self.statements[id] = self.net.statement(
            " ".join(filter(None, (word.strip() for word in words))),
            line=unit.line,
            id=id,
            tags=("opponent",) if kind == "opp" else (),
            extra={NAME: {key: value for key, value in (extra | own).items() if value}},
        )

    def _words(self, id: str) -> tuple[list[str], list[dict[str, str]]]:
        """The words of a unit, in the order of the text, and the segments that they stand in."""
        found: dict[str, tuple[int, str, dict[str, str]]] = {}
        waiting, seen = [id], {id}
        while waiting:
            for edge in self.segments.get(waiting.pop(), ()):
                source = edge.attributes["src"]
                unit = self.units[source]
                if source in seen:
                    continue
                seen.add(source)
                name = edge.attributes.get("id", "")
                kept = {"id": many_lines(source), "edge": many_lines(name)}
                if unit.tag == "joint":
                    waiting.append(source)
                    kept["tag"] = "joint"
                kept |= _kept(unit, "id")
                found[source] = id_of(unit), unit.words(), kept
        parts = sorted(found.values(), key=lambda part: part[0])
        return [text for _, text, _ in parts], [kept for _, _, kept in parts]

    # ------------------------------------------------------------------ relations

    def _relate(self, relations: list[Element]) -> None:
        """Steps to claims first, then what leads to a step that is there, as long as there is."""
        onto: dict[str, list[Element]] = {}
        waiting: deque[str] = deque()
        for edge in relations:
            source, target = edge.attributes["src"], edge.attributes["trg"]
            if source not in self.statements or edge.attributes.get("type") not in _TO_CLAIM:
                kind = edge.attributes.get("type", "")
                what = f"an edge of type {kind or 'none'} from {source} to {target}"
                self._aside(edge, what)
            elif target in self.statements:
                role = _TO_CLAIM[edge.attributes["type"]]
                premise, conclusion = self.statements[source], self.statements[target]
                step = self.net.step(role, [premise], conclusion, **self._fields(edge))
                self._unusual(edge, role, to_step=False)
                waiting.append(self._enter(edge, step))
            else:
                onto.setdefault(target, []).append(edge)
        while waiting:
            target = waiting.popleft()
            for edge in onto.pop(target, ()):
                waiting.append(self._attach(edge, self.steps[target]))
        for edges in onto.values():
            for edge in edges:
                self._aside(edge, f"{edge.attributes['trg']} is neither a claim nor a step here")

    def _attach(self, edge: Element, step: int) -> str:
        """Hang an edge on a step."""
        premise = self.statements[edge.attributes["src"]]
        role = _TO_STEP[edge.attributes["type"]]
        self._unusual(edge, role or Role.CO_PREMISE, to_step=True)
        fields = self._fields(edge)
        if role is None:
            fields.pop("scheme", None)
            self.net.join(premise, step, **fields)
        else:
            step = self.net.undercut([premise], step, **fields)
        return self._enter(edge, step)

    def _enter(self, edge: Element, step: int) -> str:
        id = self.ids[id_of(edge)]
        self.steps[id] = step
        return id

    def _fields(self, edge: Element) -> dict[str, Any]:
        kept = _kept(edge, "src", "trg")
        fields: dict[str, Any] = {"line": edge.line, "extra": {NAME: kept}}
        return fields | ({"scheme": _EXAMPLE} if kept["type"] == "exa" else {})

    def _unusual(self, edge: Element, role: Role, *, to_step: bool) -> None:
        kind = edge.attributes["type"]
        if kind not in _USUAL[to_step]:
            onto = "a step" if to_step else "a claim"
            what = f"{kind} from {edge.attributes['src']} leads to {onto}; it is read as: {role}"
            self.making.notice(edge.line, "unusual-edge", what)

    # ------------------------------------------------------------------ the whole

    def _place(self, statement: int) -> tuple[int, Role]:
        """A root is the text's own thesis, or the opponent's."""
        fields = self.net.statements[statement].fields
        who = "opponent" if fields["tags"] else "proponent"
        if who not in self.positions:
            self.positions[who] = self.making.position(who)
        answers = who == "proponent" and self.making.debate.questions and not self.answered
        if not answers:
            return self.positions[who], Role.THESIS
        self.answered = True
        ((name, _),) = self.making.debate.questions.items()
        fields |= {"question": name, "option": self.root.attributes["stance"]}
        return self.positions[who], Role.RECOMMENDATION

    def _head(self) -> None:
        """The topic as title and question, and all that the graph says of itself."""
        debate, given = self.making.debate, self.root.attributes
        topic = " ".join(given.get("topic_id", "").split("_")).strip()
        debate.title = many_lines(topic[:1].upper() + topic[1:])
        if topic and given.get("stance") in _STANCES:
            asked = Question(f"{debate.title}: for or against?", dict(_STANCES))
            debate.questions[slug(topic) or "topic"] = asked
        kept: dict[str, Any] = dict(_kept(self.root))
        if self.aside:
            kept["aside"] = self.aside
        if kept:
            debate.extra = {NAME: kept}

    def _loose(self) -> None:
        """Segments that are no claim's."""
        used = {edge.attributes["src"] for edges in self.segments.values() for edge in edges}
        for id, unit in self.units.items():
            if unit.tag in ("edu", "joint") and id not in used:
                self._aside(unit, f"the segment {id} belongs to no claim")
        for target, edges in self.segments.items():
            if self.units[target].tag not in ("adu", "joint"):
                for edge in edges:
                    self._aside(edge, f"{target} is no claim that a segment could be of")

    def _aside(self, element: Element, what: str) -> None:
        self.making.notice(element.line, "kept-aside", f"{what}; kept under `extra`")
        self._keep(element)

    def _keep(self, element: Element) -> None:
        words = many_lines(element.words())
        kept = {"tag": element.tag} | _kept(element)
        self.aside.append(kept | ({"text": words} if words else {}))


def _kept(element: Element, *without: str) -> dict[str, str]:
    """What an element says of itself."""
    given = element.attributes.items()
    return {key: many_lines(value) for key, value in given if value and key not in without}


def id_of(element: Element) -> int:
    """What tells an element from all others, in the order of the text."""
    return element.line << 20 | element.column


def likeness(sample: str, suffix: str) -> int:
    """Whether it is XML with the root of a microtext."""
    return 3 if "<arggraph" in sample and sample.lstrip("\ufeff \t\r\n").startswith("<") else 0


READER = Reader(NAME, "Argumentative microtext (XML)", (".xml",), likeness, read)
