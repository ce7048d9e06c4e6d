"""From what an Argdown document says to a debate.

A statement or argument is a claim, and a relation the step that its source makes. An argument that
is reconstructed stands under its conclusion, with its premises, linked, under itself; one that has
neither a title nor a description is nothing but that step. What a debate has no place for goes to
``extra`` under "argdown", where the writer finds it; what belongs to a step stands there under
"step".
"""

from __future__ import annotations

from typing import Any

from debate.model import Role
from debate.model.text import one_line
from debate.readers.argdown.graph import SYMMETRIC, Graph, Inference, Node
from debate.readers.argdown.own import fields_of, own_data, without_own
from debate.readers.argdown.writing import escaped
from debate.readers.making import Making, slug
from debate.readers.net import Net

#: An undercut of an argument is put on so many of its steps.
_MOST_UNDERCUT = 8

_ROLES = {
    "support": Role.SUPPORT,
    "entails": Role.SUPPORT,
    "attack": Role.OBJECTION,
    "contrary": Role.OBJECTION,
    "contradictory": Role.OBJECTION,
}


class Builder:
    """Puts a graph into a making."""

    def __init__(self, graph: Graph, making: Making, lines: Any) -> None:
        self.graph = graph
        self.making = making
        self.line = lines
        self.net = Net()
        self.numbers: dict[int, int] = {}  # of each node in the net, by identity
        self.steps: dict[int, list[int]] = {}  # what a node is a premise of, by its number
        self.inferences: dict[int, int] = {}  # the step of each inference, by identity

    def build(self) -> None:
        """Everything, unrolled to trees."""
        for node in self.graph.nodes:
            if not self._is_step(node):
                self._statement(node)
        for node in self.graph.nodes:
            if node.inferences:
                self._reconstruct(node)
        undercuts = []
        for relation in self.graph.relations:
            kind, source, target, at = relation
            if kind == "undercut":
                undercuts.append((source, target, at))
                continue
            assert isinstance(target, Node)
            self._relate(kind, source, target, at)
        for source, target, at in undercuts:
            self._undercut(source, target, at)
        self._rest()
        self.net.unroll(self.making)
        self._name()

    @staticmethod
    def _is_step(node: Node) -> bool:
        """Whether an argument is nothing but an inference."""
        return bool(
            node.argument
            and node.inferences
            and not node.title
            and all(step.premises for step in node.inferences)
        )

    # ------------------------------------------------------------------ claims

    def _statement(self, node: Node) -> None:
        own = self._own(node)
        extra = self._extra(node)
        if extra:
            own["extra"] = {**own.get("extra", {}), "argdown": extra}
        if node.tags:
            own["tags"] = tuple(node.tags)
        if node.title:
            own["id"] = node.title
        text = node.text if node.text is not None else node.called
        if node.earlier:
            message = f"{_shown(node)} says several things; the last is shown, all are kept"
            self.making.notice(self.line(node.at)[0], "several-texts", message)
        number = self.net.statement(text, line=self.line(node.at)[0], **own)
        self.numbers[id(node)] = number

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
        if node.data:
            kept = [without_own(data) for data in node.data]
            kept = [data for data in kept if data]
            if kept:
                extra["data"] = kept
        if node.loose_tags:
            extra["tags"] = node.loose_tags
        if node.numbers:
            extra["numbers"] = node.numbers
        if self.graph.sections:
            extra["section"] = str(node.section + 1)
        return extra

    def _name(self) -> None:
        """Keep titles that are no ids, and sections only where they change."""
        fields, net = self.making.fields, self.net
        for node in self.graph.nodes:
            number = self.numbers.get(id(node), -1)
            if number < 0 or not node.title:
                continue
            claim = fields(net.row(number))
            if slug(node.title) != node.title:
                claim.extra = claim.extra or {}
                claim.extra.setdefault("argdown", {})["title"] = node.title

    # ------------------------------------------------------------------ steps

    def _step(
        self, role: Role, premises: list[int], conclusion: int, at: int, extra: dict[str, Any]
    ) -> int:
        fields = {"extra": {"argdown": extra}} if extra else {}
        step = self.net.step(role, premises, conclusion, line=self.line(at)[0], **fields)
        for premise in premises:
            self.steps.setdefault(premise, []).append(step)
        return step

    def _relate(self, kind: str, source: Node, target: Node, at: int) -> None:
        one, other = self.numbers[id(source)], self.numbers[id(target)]
        extra = {"relation": kind} if kind == "contradictory" else {}
        self._step(_ROLES[kind], [one], other, at, extra)
        if kind in SYMMETRIC and one != other:
            self._step(_ROLES[kind], [other], one, at, {**extra, "mirror": "yes"})

    def _reconstruct(self, argument: Node) -> None:
        """The inferences of an argument, and the argument under its conclusion."""
        steps = argument.inferences or []
        direct = self._is_step(argument)
        own = self.numbers.get(id(argument), -1)
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
            premises = [self.numbers[id(premise)] for premise in step.premises]
            conclusion = self.numbers[id(step.conclusion)] if direct or not last else own
            if premises:
                made = self._step(Role.SUPPORT, premises, conclusion, step.at, extra)
                self.inferences[id(step)] = made
            if last and not direct:
                concluded = {"conclusion": "yes"}
                target = self.numbers[id(step.conclusion)]
                made = self._step(Role.SUPPORT, [own], target, step.at, concluded)
                self.inferences[id(step)] = made

    def _undercut(self, source: Node, target: Node | Inference, at: int) -> None:
        line = self.line(at)[0]
        premise = self.numbers[id(source)]
        if isinstance(target, Inference):
            step = self.inferences.get(id(target))
            if step is not None:
                self.net.undercut([premise], step, line=line)
                return
            target = target.argument
        number = self.numbers[id(target)]
        steps = [step for step in self.steps.get(number, ()) if self._can_be_undercut(step)]
        for step in steps[:_MOST_UNDERCUT]:
            self.net.undercut([premise], step, line=line)
        if not steps:
            message = f"an undercut of {_shown(target)}, which makes no step, is an objection to it"
            self.making.notice(line, "misplaced", message)
            self._step(Role.OBJECTION, [premise], number, at, {"relation": "undercut"})

    def _can_be_undercut(self, step: int) -> bool:
        """Whether an undercut on a step reads back as one on the argument or statement."""
        extra = self.net.steps[step].fields.get("extra")
        return not extra or set(extra["argdown"]) == {"relation"}

    # ------------------------------------------------------------------ what is said of all

    def _rest(self) -> None:
        kinds = [kind for kind, *_ in self.graph.relations]
        symmetric = sum(kind in SYMMETRIC for kind in kinds)
        if symmetric:
            what = "statement" if symmetric == 1 else "statements"
            message = f"{symmetric:,} pairs of contrary {what} are objections to each other"
            if symmetric == 1:
                message = "a pair of contrary statements are objections to each other"
            self.making.notice(0, "contraries", message)


def _shown(node: Node) -> str:
    return f"<{node.called}>" if node.argument else f"[{node.called}]"
