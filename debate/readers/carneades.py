"""Maps of Carneades 4, read into the argument graph.

The format is that of carneades/carneades-4 (src/engine/caes/encoding/yaml), without its rule
engine: a map with a language, argument schemes or issue schemes derives statements that are not in
the file, and is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from debate.model import Problem, Standard
from debate.model.problem import InvalidDebate
from debate.readers.nodes import Node, parse, unique
from debate.readers.weighing import BASIC, Function, Property, Step, enter
from debate.reasoning.graph import FALLEN, IN, Graph

#: The standards of proof by their short names; "" is what an issue has that names none.
STANDARDS: dict[str, Standard] = {
    "": "preponderance",
    "pe": "preponderance",
    "cce": "clear-and-convincing",
    "brd": "beyond-reasonable-doubt",
    "dv": "dialectical-validity",
}
#: The parts that derive statements which are not in the file.
ENGINE = ("language", "argument_schemes", "issue_schemes")
#: All parts that a map may have besides.
PARTS = (
    *("meta", "statements", "issues", "arguments", "assumptions", "references"),
    *("tests", "labels", "weighing_functions"),
)

#: What an argument may have.
OF_ARGUMENT = (
    *("conclusion", "premises", "undercutter", "scheme", "parameters", "weight", "meta"),
    *("title", "description"),
)


def no_part(field: str) -> str:
    """What is said of a field that no argument has."""
    meant = "; what undercuts it is its undercutter" if field.startswith("exception") else ""
    return f"{field} is no part of an argument{meant}"


@dataclass(slots=True)
class CarneadesMap:
    """A map: statement *i* of ``graph`` is called ``names[i]`` and says ``texts[i]``.

    ``expected`` is what the map itself says must come out, by name: "in", "out" or "undecided".
    """

    title: str
    graph: Graph
    names: list[str]
    texts: list[str]
    expected: dict[str, str] = field(default_factory=dict)
    notes: list[Problem] = field(default_factory=list)

    def find(self, name: str) -> int:
        """The statement called ``name``; raises KeyError."""
        wanted = normal(name)
        for statement, other in enumerate(self.names):
            if normal(other) == wanted:
                return statement
        raise KeyError(name)

    def judged(self, accepted: Iterable[int], rejected: Iterable[int]) -> Graph:
        """The graph in which some statements are accepted and some rejected besides."""
        graph = self.graph.variant()
        assume(graph, accepted)
        graph.fixed.update(dict.fromkeys(rejected, FALLEN))
        return graph


def normal(name: str) -> str:
    """A name as it is compared: ``price(volvo, low)`` is ``price(volvo,low)``."""
    return re.sub(r"\s*([(),])\s*", r"\1", name) if re.match(r"\S+\(.*\)$", name) else name


def assume(graph: Graph, statements: Iterable[int]) -> None:
    """Make statements in, and the rivals of each out unless they are made in as well."""
    assumed = {statement for statement, label in graph.fixed.items() if label == IN}
    assumed.update(statements)
    for statement in assumed:
        graph.fixed[statement] = IN
        issue = graph.issue_of.get(statement)
        if issue is not None:
            rivals = set(graph.issues[issue].positions) - assumed
            graph.fixed.update(dict.fromkeys(rivals, FALLEN))


def recognises(text: str) -> bool:
    """Whether a YAML file looks like a Carneades map, and not like a debate of ours."""
    keys = set(re.findall(r"^(\w+)\s*:", text, re.MULTILINE))
    marks = {"statements", "arguments", "issues", "assumptions", *ENGINE}
    return bool(keys & marks) and not keys & {"debate", "speaker"}


def read(text: str, file: str) -> CarneadesMap:
    """The map that ``text``, the contents of ``file``, holds; raises InvalidDebate."""
    reader = _Reader(file)
    found = reader.read(parse(text, file))
    if reader.errors:
        raise InvalidDebate([*reader.errors, *reader.notes])
    return found


class _Reader:
    """One file; what is wrong with it gathers in ``errors``."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.errors: list[Problem] = []
        self.notes: list[Problem] = []
        self.index: dict[str, int] = {}

    def read(self, root: Node) -> CarneadesMap:
        self._refuse(root)
        parts = self._fields(root)
        names: list[str] = []
        texts: list[str] = []
        assumed: list[int] = []
        for key, value in self._pairs(parts.get("statements")):
            fields = self._fields(value) if value.kind == "mapping" else {"text": value}
            self.index[normal(key.text)] = len(names)
            if fields.get("assumed", value).text.lower() in ("true", "yes", "on", "1"):
                assumed += [len(names)] if "assumed" in fields else []
            names.append(key.text)
            texts.append(fields["text"].text if "text" in fields else "")
        graph = Graph.empty(len(names))
        for key, value in self._pairs(parts.get("issues")):
            self._issue(graph, key, self._fields(value))
        known = BASIC | self._functions(parts.get("weighing_functions"))
        pairs = self._pairs(parts.get("arguments"))
        steps = [self._step(key, self._fields(value), known) for key, value in pairs]
        enter(graph, [step for step in steps if step], names, texts)
        assume(graph, assumed + self._statements(parts.get("assumptions"), self._note))
        title = self._fields(parts.get("meta")).get("title")
        expected = self._expected(parts.get("tests") or parts.get("labels"), names)
        return CarneadesMap(title.text if title else "", graph, names, texts, expected, self.notes)

    def _refuse(self, root: Node) -> None:
        """Raise for what needs the rule engine; note what is in no Carneades map."""
        engine = [key for key, value in root.pairs if key.text in ENGINE and not value.empty]
        if engine:
            what = f"{' and '.join(key.text for key in engine)} need Carneades's rule engine"
            hint = "debate judges maps whose statements and arguments are all written out"
            place = engine[0].line, engine[0].column
            problem = Problem(self.file, *place, "error", "needs-rules", what, hint)
            raise InvalidDebate([problem])
        for key, _ in root.pairs:
            if key.text not in PARTS and key.text not in ENGINE:
                self._note(key, "unknown-field", f"{key.text} is no part of a Carneades map")

    def _issue(self, graph: Graph, key: Node, fields: dict[str, Node]) -> None:
        positions = tuple(dict.fromkeys(self._statements(fields.get("positions"), self._error)))
        standard = fields.get("standard")
        written = standard.text.lower() if standard else ""
        if standard and written not in STANDARDS:
            self._error(standard, "standard", f"{standard.text} is none of PE, CCE, BRD and DV")
        elif any(position in graph.issue_of for position in positions):
            what = f"a position of {key.text} belongs to another issue already"
            self._error(key, "two-issues", what)
        elif len(positions) > 1:  # a single position has no rival to be weighed against
            graph.add_issue(positions, STANDARDS[written])

    def _step(self, key: Node, fields: dict[str, Node], known: dict[str, Function]) -> Step | None:
        conclusion = fields.get("conclusion")
        scheme = fields.get("scheme")
        function = known.get(scheme.text if scheme and not scheme.empty else "linked")
        if conclusion is None:
            self._error(key, "no-conclusion", f"argument {key.text} has no conclusion")
        if function is None and scheme:
            what = f"{scheme.text} is no scheme or weighing function here"
            self._error(scheme, "unknown-scheme", what, "known are " + ", ".join(known))
        found = self._statements(conclusion, self._error)
        premises = self._statements(fields.get("premises"), self._error)
        undercutter = self._statements(fields.get("undercutter"), self._error)
        for name, node in fields.items():
            if name not in OF_ARGUMENT:
                self._note(node, "unknown-field", no_part(name))
        if not found or function is None:
            return None
        meta = {name: node.text for name, node in self._fields(fields.get("meta")).items()}
        cut = undercutter[0] if undercutter else None
        return Step(found[0], tuple(premises), cut, function, meta)

    def _expected(self, node: Node | None, names: list[str]) -> dict[str, str]:
        expected = {}
        for label, value in self._fields(node).items():
            if label in ("in", "out", "undecided"):
                found = self._statements(value, self._note)
                expected.update(dict.fromkeys((names[statement] for statement in found), label))
        return expected

    # ------------------------------------------------------------------ weighing functions

    def _functions(self, node: Node | None) -> dict[str, Function]:
        """The functions that a map declares, each under its name."""
        found = {}
        for key, value in self._pairs(node):
            for kind, body in self._pairs(value):
                if kind.text == "constant":
                    found[key.text] = Function("constant", self._number(body))
                elif kind.text == "preference":
                    orders = body.items if body.kind == "list" else [body]
                    properties = tuple(self._order(self._fields(each)) for each in orders)
                    found[key.text] = Function("preference", properties=properties)
                elif kind.text == "criteria":
                    found[key.text] = self._criteria(self._fields(body))
                else:
                    what = f"{kind.text} is none of constant, preference and criteria"
                    self._error(kind, "weighing-function", what)
        return found

    def _order(self, fields: dict[str, Node]) -> Property:
        name, order = fields.get("property"), fields.get("order")
        listed = tuple(item.text for item in order.items) if order else ()
        # as in Carneades, a preference that does not say goes down
        descending = not listed and (order is None or order.text.lower() != "ascending")
        return Property(name.text if name else "", order=listed, descending=descending)

    def _criteria(self, fields: dict[str, Node]) -> Function:
        hard = fields["hard"].items if "hard" in fields else []
        properties = []
        for key, value in self._pairs(fields.get("soft")):
            parts = self._fields(value)
            share = self._number(parts["factor"]) if "factor" in parts else 0.0
            values = self._pairs(parts.get("values"))
            worth = {each.text: self._number(number) for each, number in values}
            properties.append(Property(key.text, share, worth))
        places = tuple(int(self._number(item)) for item in hard)
        return Function("criteria", properties=tuple(properties), hard=places)

    def _number(self, node: Node) -> float:
        try:
            return float(node.text)
        except ValueError:
            self._error(node, "number", f"{node.text or 'this'} is no number")
            return 0.0

    # ------------------------------------------------------------------ nodes

    def _pairs(self, node: Node | None) -> Iterator[tuple[Node, Node]]:
        """The entries of a mapping, which may be left out; anything else is an error."""
        if node is None or node.empty:
            return
        if node.kind != "mapping":
            self._error(node, "mapping", "here stands a list or text, not names with values")
        self.errors += unique(node, self.file)
        yield from node.pairs

    def _fields(self, node: Node | None) -> dict[str, Node]:
        return {key.text.lower(): value for key, value in self._pairs(node)}

    def _statements(
        self, node: Node | None, complain: Callable[[Node, str, str], None]
    ) -> list[int]:
        """The statements that a name, a list of names or a mapping to names stands for."""
        if node is None or node.empty:
            return []
        listed = node.items or [value for _, value in node.pairs]
        nodes = [node] if node.kind == "text" else listed
        found = []
        for each in nodes:
            statement = self.index.get(normal(each.text))
            if statement is None:
                complain(each, "unknown-statement", f"there is no statement {each.text or 'here'}")
            else:
                found.append(statement)
        return found

    def _error(self, node: Node, code: str, what: str, hint: str = "") -> None:
        self.errors.append(Problem(self.file, node.line, node.column, "error", code, what, hint))

    def _note(self, node: Node, code: str, what: str) -> None:
        self.notes.append(Problem(self.file, node.line, node.column, "note", code, what))
