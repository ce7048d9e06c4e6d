"""Several sides together: clashes between them, and what becomes of each question (rules 7 and 8).

A claim that clashes with another is an argument of weight 1 against it. Two recommendations on the
same question need no such argument, since the question is that clash already: its options are
rival positions of an issue, and each recommendation is an argument for one of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from debate.model import Debate, Role
from debate.reasoning.compile import Case
from debate.reasoning.graph import FALLEN, IN, Graph
from debate.reasoning.labelling import label, relabel
from debate.reasoning.order import order


@dataclass(slots=True)
class Outcome:
    """What becomes of a question: the label of each option by id, in the order of the file.

    ``recommended`` gives the row with which a position answers, by position; who is silent is not
    in it.
    """

    question: str
    options: dict[str, int]
    recommended: dict[int, int] = field(default_factory=dict)

    @property
    def option(self) -> str | None:
        """The one option that stands, if one alone does."""
        standing = [option for option, label in self.options.items() if label == IN]
        return standing[0] if len(standing) == 1 else None


class Scope:
    """Some sides of a case, or all of them, taken together.

    ``labels`` are by row, those of the sides alone with what the clashes change, ``order`` is the
    order of ``graph``. :meth:`update` brings them up to date once the case is judged otherwise.
    """

    def __init__(self, case: Case, sides: Iterable[int], alone: bytearray) -> None:
        self.case = case
        self.sides = tuple(sides)
        self.graph = case.graph.variant()
        self._clashes = clashing(case.debate, self.sides)
        self._partners: dict[int, set[int]] = {}
        for one, other in self._clashes:
            self.graph.add_user(one, other)
            self.graph.add_user(other, one)
            self._partners.setdefault(one, set()).add(other)
            self._partners.setdefault(other, set()).add(one)
        self.order = order(self.graph)
        self._overruled: set[int] = set()
        self._weigh_clashes()
        self._fix()
        self.labels = alone[:]
        changed = {*self.graph.against, *self._overruled}
        relabel(self.graph, self.order, self.labels, changed)

    def update(self, touched: set[int]) -> None:
        """Label again what rests on claims whose judgement, or whose steps' weight, has changed."""
        before = self._overruled
        if not touched.isdisjoint(self._partners):
            self._weigh_clashes()
        self._fix()
        changed = touched | (before ^ self._overruled)
        changed |= {rival for row in touched for rival in self._partners.get(row, ())}
        relabel(self.graph, self.order, self.labels, changed)

    def _fix(self) -> None:
        """Take over from the case what is fixed, and add what an accepted claim overrules."""
        self._overruled = self.overruled(self.case.judgements.accepted)
        overruled = dict.fromkeys(self._overruled, FALLEN)
        self.graph.fixed = self.case.graph.fixed | overruled

    def _weigh_clashes(self) -> None:
        """Enter the clashes as arguments, by the credences that the case has (rules 4 and 8)."""
        graph, case = self.graph, self.case
        graph.against = {}
        for one, other in self._clashes:
            graph.against.setdefault(other, []).append((one, case.weighed(1.0, (one,))))
            graph.against.setdefault(one, []).append((other, case.weighed(1.0, (other,))))

    def overruled(self, accepted: Iterable[int]) -> set[int]:
        """The claims that are out because one that clashes with them is accepted (rule 7)."""
        accepted = set(accepted)
        out = {other for row in accepted for other in self.rivals(row)}
        return out - accepted - self.case.judgements.rejected

    def rivals(self, row: int) -> set[int]:
        """The claims that clash with one: linked as such, or recommending another option."""
        claim = self.case.debate.claims[row]
        found = set(self._partners.get(row, ()))
        if claim.role is Role.RECOMMENDATION and claim.position in self.sides:
            for side in self.sides:
                other = self.case.debate.recommendation(side, claim.question or "")
                if other is not None and self.case.debate.claims[other].option != claim.option:
                    found.add(other)
        return found

    def outcome(self, question: str) -> Outcome:
        """What becomes of a question, by the recommendations of these sides."""
        debate = self.case.debate
        asked = debate.questions[question]
        recommended = {
            side: row
            for side in self.sides
            if (row := debate.recommendation(side, question)) is not None
        }
        rows = list(recommended.values())
        graph = Graph.empty(len(rows))
        graph.fixed = {place: self.labels[row] for place, row in enumerate(rows)}
        options = add_options(self.case, graph, question, {r: i for i, r in enumerate(rows)})
        labels = label(graph)
        found = {option: labels[options[option]] for option in asked.options}
        return Outcome(question, found, recommended)


def clashing(debate: Debate, sides: Collection[int]) -> list[tuple[int, int]]:
    """The clashes that count: between these sides (or the background), not over a question."""
    found: list[tuple[int, int]] = []
    if len(sides) < 2:
        return found
    counted = {*sides, -1}
    for pair in debate.clashes:
        one, other = sorted(map(debate.meant, pair))
        ends = debate.claims[one], debate.claims[other]
        question = ends[0].question
        over_question = question is not None and question == ends[1].question
        if one != other and not over_question and counted >= {c.position for c in ends}:
            found.append((one, other))
    return sorted(set(found))


def add_options(
    case: Case, graph: Graph, question: str, statements: dict[int, int]
) -> dict[str, int]:
    """Add a question to a graph in which recommendations are ``statements`` by row (rule 8).

    The statement of each option by id.
    """
    options = {option: graph.add_statement() for option in case.debate.questions[question].options}
    for row, statement in statements.items():
        weight = case.weight(row)
        weight = case.weighed(1.0 if weight is None else weight, (row,))
        option = case.debate.claims[row].option or ""
        if option in options:  # files are checked for that, debates made by programs are not
            graph.add_argument(options[option], (statement,), weight)
    graph.add_issue(tuple(options.values()), case.standard_of(question))
    return options
