"""From what an Argdown document says to a debate.

A statement or argument is a claim, and a relation the step that its source makes. An argument that
is reconstructed stands under its conclusion, with its premises, linked, under itself; one that has
neither a title nor a description is nothing but that step. What a debate has no place for goes to
``extra`` under "argdown", where the writer finds it; what belongs to a step stands there under
"step".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from debate.model import Role
from debate.model.text import one_line
from debate.readers.argdown.graph import SYMMETRIC, Graph, Inference, Node
from debate.readers.argdown.own import fields_of, own_data, without_own
from debate.readers.argdown.unrolling import Step, Unrolling
from debate.readers.argdown.writing import escaped
from debate.readers.making import Making, is_name

#: An undercut of an argument is put on so many of its steps.
_MOST_UNDERCUT = 8

_ROLES = {
    "support": Role.SUPPORT,
    "entails": Role.SUPPORT,
    "attack": Role.OBJECTION,
    "contrary": Role.OBJECTION,
    "contradictory": Role.OBJECTION,
}


#: The kinds of relation that are a step and nothing else.
_PLAIN = frozenset({"support", "attack", "entails"})


class Builder:
    """Puts a graph into a making.

    ``line`` tells line and column of a place, and ``lines`` the lines of many.
    """

    def __init__(
        self,
        graph: Graph,
        making: Making,
        line: Callable[[int], tuple[int, int]],
        lines: Callable[[Iterable[int]], list[int]],
    ) -> None:
        self.graph = graph
        self.making = making
        self.line = line
        self.lines = lines(node.at for node in graph.nodes)
        self.tree = Unrolling(len(graph.nodes))
        self.inferences: dict[int, Step] = {}  # by the index of the inference
        self.made: dict[int, list[Step]] = {}  # the steps that a node makes, where it matters

    def build(self) -> None:
        """Everything, unrolled to trees."""
        graph = self.graph
        for node in graph.nodes:
            if node.inferences and _is_step(node):
                self.tree.hide(node.index)
        for node in graph.unsaid():
            self.tree.hide(node.index)
        for node in graph.nodes:
            if node.inferences:
                self._reconstruct(node)
        undercuts = [relation for relation in graph.relations if relation[0] == "undercut"]
        attacked = {target.index for _, _, target, _ in undercuts}
        plain = self.tree.plain
        for kind, source, target, at in graph.relations:
            if kind in _PLAIN and source.index not in attacked:
                plain(_ROLES[kind], source.index, target.index, at)
            elif kind != "undercut":
                step = self._relate(kind, source.index, target.index, at)
                if source.index in attacked:
                    self.made.setdefault(source.index, []).append(step)
        for _, source, target, at in undercuts:
            self._undercut(source, target, at)
        self._tell()
        self.tree.unroll(self._claim, self._ref, self._position)
        self._name()

    # ------------------------------------------------------------------ claims

    def _claim(self, number: int, role: Role, parent: int, position: int, step: Any) -> int:
        """The row of a node where it is met first."""
        node = self.graph.nodes[number]
        text, title = node.text, node.title or None
        line = self.lines[number]
        if text is None:
            text = node.called
        elif step is None and not (node.argument or self.graph.sections or self._has_more(node)):
            return self.making.plain(text, role, parent, position, line, title)
        fields = self._own(node)
        extra = self._extra(node)
        if extra:
            fields["extra"] = {**fields.get("extra", {}), "argdown": extra}
        if step:
            fields["extra"] = {**fields.get("extra", {}), "step": {"argdown": step}}
        if node.tags:
            fields["tags"] = tuple(map(one_line, node.tags))
        if node.earlier:
            message = f"{_shown(node)} says several things; the last is shown, all are kept"
            self.making.notice(line, "several-texts", message)
        return self.making.claim(text, role, parent, position, line=line, id=title, **fields)

    def _ref(self, row: int, role: Role, parent: int, at: int, step: Any) -> int:
        """The row of a node that stands elsewhere."""
        extra = {"step": {"argdown": step}} if step else None
        return self.making.ref(row, role, parent, line=self.line(at)[0], extra=extra)

    def _position(self, number: int) -> int:
        node = self.graph.nodes[number]
        return self.making.position(node.title or node.text or node.called)

    def _has_more(self, node: Node) -> bool:
        """Whether more of a node is to be kept than its text and its title."""
        return bool(node.source or node.earlier or node.data or node.tags)

    def _own(self, node: Node) -> dict[str, Any]:
        """The fields of a claim that our writer put into its data."""
        if not node.data:
            return {}
        fields = fields_of(own_data(node.data), self.making.debate)
        fields.pop("tags", None)
        return fields

    def _extra(self, node: Node) -> dict[str, Any]:
        extra: dict[str, Any] = {}
        if node.argument:
            extra["kind"] = "argument"
        if node.text is None:
            extra["bare"] = "yes"
        if node.source:
            extra["source"] = one_line(node.source)
        if node.earlier:
            extra["earlier"] = [one_line(source or escaped(text)) for text, source in node.earlier]
        if node.data and (kept := [data for one in node.data if (data := without_own(one))]):
            extra["data"] = kept
        if node.loose_tags:
            extra["tags"] = node.loose_tags
        if node.numbers:
            extra["numbers"] = node.numbers
        if self.graph.sections:
            extra["section"] = str(node.section + 1)
        return extra

    def _name(self) -> None:
        """Keep titles that are no ids."""
        fields, rows = self.making.fields, self.tree.rows
        for node in self.graph.nodes:
            if node.title and not is_name(node.title) and rows[node.index] >= 0:
                claim = fields(rows[node.index])
                claim.extra = claim.extra or {}
                claim.extra.setdefault("argdown", {})["title"] = node.title

    # ------------------------------------------------------------------ steps

    def _relate(self, kind: str, source: int, target: int, at: int) -> Step:
        role = _ROLES[kind]
        if kind in _PLAIN:
            return self.tree.step(role, (source,), target, at, None)
        extra = {"relation": kind} if kind == "contradictory" else {}
        step = self.tree.step(role, (source,), target, at, extra)
        if source != target:
            self.tree.step(role, (target,), source, at, {**extra, "mirror": "yes"})
        return step

    def _reconstruct(self, argument: Node) -> None:
        """The inferences of an argument, and the argument under its conclusion."""
        steps = argument.inferences or []
        direct = _is_step(argument)
        for number, step in enumerate(steps, 1):
            last = step is steps[-1]
            assert step.conclusion
            extra: dict[str, Any] = {"inference": argument.called}
            if len(steps) > 1:
                extra["number"] = str(number)
            if step.rules:
                extra["rules"] = one_line(step.rules)
            if step.data:
                extra["data"] = step.data
            if last and direct and argument.numbers:
                extra["numbers"] = argument.numbers
            premises = tuple(premise.index for premise in step.premises)
            concluded = argument.index if last and not direct else step.conclusion.index
            if premises:
                made = self.tree.step(Role.SUPPORT, premises, concluded, step.at, extra)
                self.inferences[step.index] = made
            if last and not direct:
                hung, below = {"conclusion": "yes"}, step.conclusion.index
                made = self.tree.step(Role.SUPPORT, (argument.index,), below, step.at, hung)
                self.inferences[step.index] = made

    def _undercut(self, source: Node, target: Node | Inference, at: int) -> None:
        if isinstance(target, Inference):
            step = self.inferences.get(target.index)
            if step is not None:
                self.tree.undercut(source.index, step, at)
                return
            target = target.argument
        steps = self.made.get(target.index, [])[:_MOST_UNDERCUT]
        for step in steps:
            self.tree.undercut(source.index, step, at)
        if not steps:
            message = f"an undercut of {_shown(target)}, which makes no step, is an objection to it"
            self.making.notice(self.line(at)[0], "misplaced", message)
            extra = {"relation": "undercut"}
            self.tree.step(Role.OBJECTION, (source.index,), target.index, at, extra)

    def _tell(self) -> None:
        """What is put in another way."""
        pairs = sum(kind in SYMMETRIC for kind, *_ in self.graph.relations)
        if pairs:
            many = "a pair of contrary statements is"
            if pairs > 1:
                many = f"{pairs:,} pairs of contrary statements are"
            message = f"{many} put as objections to each other"
            self.making.notice(0, "contraries", message)


def _is_step(node: Node) -> bool:
    """Whether an argument is nothing but an inference."""
    steps: Iterable[Inference] = node.inferences or ()
    return bool(node.argument and not node.title and all(step.premises for step in steps))


def _shown(node: Node) -> str:
    return f"<{node.called}>" if node.argument else f"[{node.called}]"
