"""Carneades 4 (YAML): the debate as it is judged, all sides together, with a statement a claim.

An objection is an argument for the claim's rival, ``¬NAME``, and the two are an issue; a claim that
rests on its speaker's word is assumed, or an argument without premises if anything speaks against
it; a condition is one more premise of every argument for what it is a condition of, and where
nothing speaks for it rests on a circle, which is undecided; several undercuts of a step are
arguments for one statement that undercuts it; clashes are arguments for the rivals; options are
the positions of an issue. Where weights matter only by their order a preference compares them, else
they are what a criterion is worth. So each statement comes out with the label that the claim has.

What a map has no place for stands as JSON in ``meta``. Reading it back gives the same debate; lost
are what a reader marked, and the names of deep claims, which are cut.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from debate.model import Debate, Standard
from debate.model.text import many_lines, one_line
from debate.readers.carneades import STANDARDS
from debate.readers.checksum import counted
from debate.reasoning.compile import Case, compile_debate
from debate.reasoning.graph import ASSERTED, SUPPOSED, UNDECIDED
from debate.reasoning.scope import clashing
from debate.writers import Options, Writer, kept
from debate.writers.dumping import dump_flow
from debate.writers.part import Part, part

#: Undecided, for it rests on nothing but itself.
_SUPPOSED = "supposed"

_BY_WEIGHT = "by-weight"

#: Longer names than this are cut: YAML has a limit for keys.
_LONGEST = 200

_SHORT = {standard: short.upper() for short, standard in STANDARDS.items() if short}


@dataclass(slots=True)
class _Argument:
    name: str
    conclusion: str
    premises: tuple[str, ...]
    weight: float
    step: int = -1
    undercutter: str = ""


@dataclass(slots=True)
class _Issue:
    """What is weighed together: a claim and its rival, or a question (``row`` -1) and its options.

    ``positions`` are the statements that no claim has, with their texts.
    """

    row: int
    name: str
    positions: dict[str, str]
    arguments: list[_Argument]
    standard: Standard = "preponderance"

    @property
    def alone(self) -> bool:
        """Whether nothing is weighed here: any argument that stands is enough."""
        if self.standard == "scintilla":
            return True
        weak = self.standard in ("preponderance", "dialectical-validity")
        return weak and len({argument.conclusion for argument in self.arguments}) < 2

    def scheme(self) -> str:
        """How the arguments are weighed: "" as linked, by a preference, or by what each weighs."""
        weights = {argument.weight for argument in self.arguments}
        if self.alone or weights <= {1.0}:
            return ""
        if self.standard in ("preponderance", "dialectical-validity"):
            return _BY_WEIGHT if len(weights) > 1 else ""
        return "exact"


_HELD = frozenset(
    {"clashing pair", "weight", "credence", "question", "proof standard", "reader's note"}
    | {"verdict"}
)


def write(debate: Debate, options: Options) -> Iterator[str]:
    """The map, a statement or an argument a line."""
    chosen = part(debate, options)
    kept.tell(chosen, options, _HELD)
    yield from _Job(chosen).text()


class _Job:
    """One debate on its way out, in several passes over its claims."""

    def __init__(self, chosen: Part) -> None:
        self.chosen, self.debate = chosen, chosen.debate
        self.case: Case = compile_debate(self.debate)
        self.check = 0
        self.supposes = self.ordered = False
        self.exact: set[tuple[float, int]] = set()
        self.clashes: dict[int, list[int]] = {}
        for one, other in clashing(self.debate, range(len(self.debate.positions))):
            self.clashes.setdefault(one, []).append(other)
            self.clashes.setdefault(other, []).append(one)

    def text(self) -> Iterator[str]:
        """The whole file."""
        yield from self._meta()
        yield "\nstatements:\n"
        yield from self._statements()
        yield from self._weighed()
        yield from self._functions()
        head = "\narguments:\n"
        for issue in self._issues():
            for argument in self._stepwise(issue):
                yield head + self._argument(issue, argument)
                head = ""
        if self.supposes:
            circle = _Argument(_SUPPOSED, _SUPPOSED, (_SUPPOSED,), 1.0)
            yield self._argument(_Issue(-1, "", {}, []), circle)
        yield f"\n# debate {self.check:08x}\n"

    def _meta(self) -> Iterator[str]:
        yield f"meta:\n  title: {dump_flow(one_line(self.debate.title))}\n"
        yield "  note: Compiled by debate from claims, with all sides together.\n"
        yield f"  {kept.KEY}: {_quoted(kept.head(self.debate))}\n"
        head = f"  {kept.KEY}-refs:\n"
        for row, claim in enumerate(self.debate.claims):
            if claim.target >= 0:
                yield f"{head}    - {_quoted(kept.row(self.debate, row))}\n"
                head = ""

    # ------------------------------------------------------------------ statements

    def _statements(self) -> Iterator[str]:
        for issue in self._issues():
            if issue.row >= 0:
                yield self._claim(issue.row)
            for name, text in issue.positions.items():
                yield self._entry(name, {"text": text})
            self._note(issue)
            self.supposes |= any(_SUPPOSED in argument.premises for argument in issue.arguments)
        for row in sorted(self.case.graph.undercuts):
            text = f"The step from {self._name(row)} does not hold."
            yield self._entry(self._cut(row), {"text": text})
        if self.supposes:
            text = "What is supposed, and not asserted."
            yield self._entry(_SUPPOSED, {"text": text})
        for weight in sorted({weight for weight, _ in self.exact}):
            fields = {"text": f"Weight {weight!r}", "assumed": True}
            yield self._entry(f"weight({weight!r})", fields)

    def _claim(self, row: int) -> str:
        fields: dict[str, Any] = {"text": one_line(self.debate.claims[row].text)}
        if self._is_assumed(row):
            fields["assumed"] = True
        meta: dict[str, Any] = {}
        if (verdict := self.chosen.verdict(row)) is not None:
            meta["verdict"] = verdict
        if note := self.chosen.notes.of(row).note:
            meta["note"] = many_lines(note)
        own, name = _quoted(kept.row(self.debate, row)), self._name(row)
        said = _flow(fields)[:-1], _flow(meta)[:-1] + ", " * bool(meta)
        self._count(name)
        return f'  {dump_flow(name)}: {said[0]}, "meta": {said[1]}"{kept.KEY}": {own}}}}}\n'

    def _entry(self, name: str, fields: dict[str, Any]) -> str:
        self._count(name)
        return f"  {dump_flow(name)}: {_flow(fields)}\n"

    def _is_assumed(self, row: int) -> bool:
        """Whether a claim is in because it is said, and nothing speaks against it."""
        graph = self.case.graph
        bare = graph.word[row] == ASSERTED and row not in graph.conditions
        return bare and graph.standard.get(row) is None and not self._contrary(row)

    def _contrary(self, row: int) -> bool:
        graph = self.case.graph
        against = any(graph.weight[step] < 0 for step in graph.arguments(row))
        return against or row in graph.own or row in self.clashes

    # ------------------------------------------------------------------ issues and arguments

    def _issues(self) -> Iterator[_Issue]:
        """Each claim with its rival, then each question."""
        for row, claim in enumerate(self.debate.claims):
            if claim.target < 0:
                yield self._issue(row)
        for question in self.debate.questions:
            yield self._question(question)

    def _issue(self, row: int) -> _Issue:
        """A claim and what speaks for it and against it."""
        graph, name = self.case.graph, self._name(row)
        rival = f"¬{name}"
        conditions = tuple(map(self._name, graph.conditions.get(row, ())))
        standard = graph.standard.get(row, "preponderance")
        found: list[_Argument] = []
        for step in graph.arguments(row):
            premises, weight = self._names(graph.premises(step)), graph.weight[step]
            what, more = (name, conditions) if weight > 0 else (rival, ())
            undercut = self._cut(step) if step in graph.undercuts else ""
            found.append(
                _Argument(self._name(step), what, premises + more, abs(weight), step, undercut)
            )
        word, doubt = self._word(row), 0.0
        if row in graph.own:
            weight, standing, doubt = graph.own[row]
            word = (weight, standing == UNDECIDED)
        if word[0] and not self._is_assumed(row):
            premises = conditions + ((_SUPPOSED,) if word[1] else ())
            found.append(_Argument(f"word of {name}", name, premises, word[0]))
        found.append(_Argument(f"doubt of {name}", rival, (), doubt))
        for other in self.clashes.get(row, ()):
            weight, called = self.case.weighed(1.0, (other,)), self._name(other)
            found.append(_Argument(f"clash of {called} with {name}", rival, (called,), weight))
        issue = _Issue(row, name, {}, [each for each in found if each.weight > 0], standard)
        if standard == "scintilla":
            issue.arguments = [each for each in issue.arguments if each.conclusion == name]
        if any(each.conclusion == rival for each in issue.arguments) or not issue.alone:
            issue.positions = {rival: f"Not: {one_line(self.debate.claims[row].text)}"}
        return issue

    def _word(self, row: int) -> tuple[float, bool]:
        """What a claim's word weighs, and whether it is only supposed."""
        word = self.case.graph.word[row]
        return float(word in (ASSERTED, SUPPOSED)), word == SUPPOSED

    def _question(self, question: str) -> _Issue:
        """The options of a question, each with the recommendations for it."""
        asked = self.debate.questions[question]
        found = []
        for side in range(len(self.debate.positions)):
            row = self.debate.recommendation(side, question)
            if row is None or self.debate.claims[row].option not in asked.options:
                continue
            weight = self.case.weight(row)
            weight = self.case.weighed(1.0 if weight is None else weight, (row,))
            option = _short(f"{question}/{self.debate.claims[row].option}")
            name = self._name(row)
            found.append(_Argument(f"{name} for {option}", option, (name,), weight))
        options = asked.options.items()
        positions = {_short(f"{question}/{id}"): one_line(text) for id, text in options}
        standard = self.case.standard_of(question)
        return _Issue(
            -1, _short(question), positions, [each for each in found if each.weight > 0], standard
        )

    def _stepwise(self, issue: _Issue) -> Iterator[_Argument]:
        """An issue's arguments, each followed by those for what undercuts it."""
        yield from issue.arguments
        for argument in issue.arguments:
            if argument.undercutter:
                yield from self._undercuts(argument.step)

    def _undercuts(self, row: int) -> Iterator[_Argument]:
        graph = self.case.graph
        waiting = [row]
        while waiting:
            step = waiting.pop()
            for each in graph.undercuts[step]:
                below = each in graph.undercuts
                if graph.weight[each]:
                    cut = self._cut(each) if below else ""
                    premises = self._names(graph.premises(each))
                    conclusion = self._cut(step)
                    yield _Argument(self._name(each), conclusion, premises, 1.0, each, cut)
                if below:
                    waiting.append(each)

    # ------------------------------------------------------------------ weights

    def _weighed(self) -> Iterator[str]:
        """The issues in which something is weighed."""
        head = "\nissues:\n"
        for issue in self._issues():
            if issue.alone:
                continue
            positions = [*([issue.name] if issue.row >= 0 else []), *issue.positions]
            standard = _SHORT[issue.standard]
            fields = {"positions": positions, "standard": standard}
            self._count(*positions, standard)
            yield f"{head}  {dump_flow(issue.name)}: {_flow(fields)}\n"
            head = ""

    def _note(self, issue: _Issue) -> None:
        """Note the weighing functions that an issue's arguments have."""
        scheme = issue.scheme()
        self.ordered |= scheme == _BY_WEIGHT
        if scheme == "exact":
            self.exact |= {(each.weight, len(each.premises)) for each in issue.arguments}

    def _functions(self) -> Iterator[str]:
        """The weighing functions that some argument has."""
        if self.ordered or self.exact:
            yield "\nweighing_functions:\n"
        if self.ordered:
            order = {"property": "weight", "order": "ascending"}
            yield f"  {_BY_WEIGHT}: {_flow({'preference': [order]})}\n"
        for weight, size in sorted(self.exact):
            worth = {"factor": 1, "values": {repr(weight): weight}}
            criteria = {"hard": list(range(1, size + 1)), "soft": {"weight": worth}}
            yield f"  {_exactly(weight, size)}: {_flow({'criteria': criteria})}\n"

    def _argument(self, issue: _Issue, argument: _Argument) -> str:
        fields: dict[str, Any] = {"conclusion": argument.conclusion}
        premises, scheme = list(argument.premises), issue.scheme()
        if argument.conclusion.startswith("undercut "):
            scheme = ""
        if scheme == "exact":
            scheme = _exactly(argument.weight, len(premises))
            premises.insert(0, f"weight({argument.weight!r})")
        fields |= {"premises": premises} if premises else {}
        fields |= {"undercutter": argument.undercutter} if argument.undercutter else {}
        if scheme:
            fields |= {"scheme": scheme, "meta": {"weight": repr(argument.weight)}}
        cut = argument.undercutter
        weight = repr(argument.weight) if scheme else ""
        self._count(argument.conclusion, *premises, cut, scheme, weight)
        return f"  {dump_flow(argument.name)}: {_flow(fields)}\n"

    # ------------------------------------------------------------------ names

    def _name(self, row: int) -> str:
        return _short(self.debate.name(row))

    def _cut(self, row: int) -> str:
        """The statement that the step of a row does not hold."""
        return f"undercut {self._name(row)}"

    def _names(self, rows: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(map(self._name, rows))

    def _count(self, *names: str) -> None:
        self.check = counted(self.check, *names)


def _short(name: str) -> str:
    """A name that YAML takes for a key, however deep the claim."""
    if len(name) <= _LONGEST:
        return name
    return f"{name[:_LONGEST]}~{counted(0, name):08x}"


def _exactly(weight: float, size: int) -> str:
    return f"weight-{weight!r}-of-{size}"


def _flow(fields: dict[str, Any]) -> str:
    return dump_flow(fields)


def _quoted(value: Any) -> str:
    """Plain data as JSON in single quotes, so that YAML's limits do not matter to it."""
    return "'" + dump_flow(value).replace("'", "''") + "'"


WRITER = Writer("carneades", "Carneades 4 (YAML)", ".carneades.yml", write)
