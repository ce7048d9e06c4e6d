"""From a debate to its argument graph: rules 1 to 6 of judging, in tables that can be changed.

1. A support is an argument for its parent, an objection one against it. ``together_with`` adds
   premises to a step; ``only_if`` adds them to every argument for a claim.
2. An undercut that stands cancels the step it hangs on.
3. A ref is the claim it refers to, once more.
4. An argument weighs its ``weight``, or 1, or 0.4 for an objection that a speaker grants himself,
   times the lowest explicit credence among its premises.
5. A claim without supports and credence rests on its speaker's word (weight 1). A credence of v is
   an argument of weight v for the claim and one of 1 - v against it, in place of the word.
6. A condition is supposed: until something speaks for it, its word is undecided.

The rows of the debate are the statements and the arguments of the graph; the row of a ref is an
argument whose premise is the row it refers to.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from debate.model import Debate, Role, Standard
from debate.reasoning.graph import ASSERTED, FALLEN, IN, NOTHING, SUPPOSED, UNDECIDED, Graph
from debate.reasoning.judgements import NO_JUDGEMENTS, Judgements

#: What an objection weighs that its own speaker grants and still maintains his claim.
CONCESSION = 0.4

_STEPS = (Role.SUPPORT, Role.OBJECTION, Role.UNDERCUT)


@dataclass(slots=True)
class Case:
    """A debate under judgements.

    ``graph`` has each side alone: no clashes, no options. ``pull[row]`` is the weight of a step for
    strength (1 where absent for every role), negative for an objection. ``credence`` has the
    explicit credences, ``refs`` the rows of the refs to each claim.
    """

    debate: Debate
    judgements: Judgements
    standard: Standard | None
    graph: Graph
    pull: list[float]
    credence: dict[int, float]
    refs: dict[int, list[int]]

    # ------------------------------------------------------------------ judgements

    def judge(self, judgements: Judgements) -> tuple[set[int], set[int]]:
        """Take other judgements; the claims judged otherwise, and the steps weighed otherwise.

        The tables that depend on them are brought up to date, nothing is labelled.
        """
        judgements = judgements.of(self.debate)
        claims, steps = judgements.changes(self.judgements)
        self.judgements = judgements
        reweighed = set(steps)
        for row in claims:
            self._fix(row)
            reweighed |= self._believe(row)
        for row in reweighed:
            self._weigh(row)
        return claims, reweighed

    def weight(self, row: int) -> float | None:
        """The explicit weight of a row's step: the reader's, else the file's."""
        judged = self.judgements.weight.get(row)
        return self.debate.claims[row].weight if judged is None else judged

    def verdict_weight(self, row: int) -> float:
        """What a row's step weighs for a verdict before any credence: 1, or 0.4, by default."""
        explicit = self.weight(row)
        if explicit is not None:
            return explicit
        objects = self.debate.claims[row].role is Role.OBJECTION
        return CONCESSION if objects and self._is_concession(row) else 1.0

    def standard_of(self, question: str) -> Standard:
        """The standard of a question, or the one that was asked for in place of all."""
        return self.standard or self.debate.questions[question].standard

    def weighed(self, weight: float, premises: Iterable[int]) -> float:
        """A weight times the lowest explicit credence among the premises."""
        credence = self.credence
        held = [credence[premise] for premise in premises if premise in credence]
        # rounded, so that what is equal on paper is a tie: 1 - 0.9 is 0.1
        return round(weight * min(held), 12) if held else weight

    def _fix(self, row: int) -> None:
        """Accepted is in, rejected is out, else the arguments decide (rule 7)."""
        self.graph.fixed.pop(row, None)
        if row in self.judgements.accepted:
            self.graph.fixed[row] = IN
        elif row in self.judgements.rejected:
            self.graph.fixed[row] = FALLEN

    def _believe(self, row: int) -> set[int]:
        """Take in a claim's credence; the rows whose weight depends on it."""
        credence = self.judgements.credence.get(row, self.debate.claims[row].credence)
        if credence is None:
            self.credence.pop(row, None)
        else:
            self.credence[row] = credence
        return self._rest_all(row)

    def _rest_all(self, row: int) -> set[int]:
        """Take in what a claim rests on, and what words on condition of it do; steps from it."""
        self._rest(row)
        steps = set()
        for place in (row, *self.refs.get(row, ())):
            claim = self.debate.claims[place]
            if claim.role in _STEPS:
                steps.add(place)
            elif claim.role is Role.CO_PREMISE:
                steps.add(claim.parent)
            elif claim.role is Role.CONDITION:
                self._rest(claim.parent)
                steps.update(self.graph.arguments(claim.parent))
        return steps

    def _rest(self, row: int) -> None:
        """What a claim rests on besides its arguments: a word or a credence (rules 5 and 6)."""
        graph = self.graph
        conditions = graph.conditions.get(row, ())
        graph.own.pop(row, None)
        graph.word[row] = NOTHING
        credence = self.credence.get(row)
        if credence is not None:
            pro = self.weighed(credence, conditions)
            graph.own[row] = pro, IN, round(1 - credence, 12)
        elif not self._has_support(row):
            supposed = self.debate.claims[row].role is Role.CONDITION
            word = self.weighed(1.0, conditions)
            if word == 1:
                graph.word[row] = SUPPOSED if supposed else ASSERTED
            else:
                graph.own[row] = word, UNDECIDED if supposed else IN, 0.0

    def _has_support(self, row: int) -> bool:
        claims = self.debate.claims
        return any(claims[child].role is Role.SUPPORT for child in self.debate.children(row))

    def _weigh(self, row: int) -> None:
        """Work out what a step weighs, for verdicts and for strength (rule 4)."""
        claim, explicit = self.debate.claims[row], self.weight(row)
        if claim.role not in _STEPS:
            return
        pull, weight = 1.0 if explicit is None else explicit, self.verdict_weight(row)
        premises = self.graph.premises(row)
        if claim.role is Role.OBJECTION:
            self.pull[row] = -pull
            self.graph.weight[row] = -self.weighed(weight, premises)
            return
        if claim.role is Role.SUPPORT:
            premises += self.graph.conditions.get(claim.parent, ())
        self.pull[row] = pull
        self.graph.weight[row] = self.weighed(weight, premises)

    def _is_concession(self, row: int) -> bool:
        position = self.debate.claims[row].position
        return position >= 0 and self.debate.positions[position].speaker is not None


def compile_debate(
    debate: Debate, judgements: Judgements = NO_JUDGEMENTS, standard: Standard | None = None
) -> Case:
    """The graph of a debate under judgements, linear in its claims."""
    claims = debate.claims
    roles = [claim.role for claim in claims]
    parents = [claim.parent for claim in claims]
    size = len(claims)
    weight = _weights(debate, roles)
    graph = Graph(size, [-1] * size, [-1] * size, list(range(size)), weight, bytearray(), parents)
    graph.word = _link(graph, parents, weight)
    pulls = dict.fromkeys(Role, 0.0) | {Role.SUPPORT: 1.0, Role.OBJECTION: -1.0}
    case = Case(debate, NO_JUDGEMENTS, standard, graph, [pulls[r] for r in roles], {}, {})
    # one walk over all claims finds those with something of their own: looking costs the most
    marked = [
        row
        for row, claim in enumerate(claims)
        if claim.weight is not None or claim.credence is not None or claim.target >= 0
    ]
    _refer(case, marked)
    rare = [row for row, heavy in enumerate(weight) if not heavy and parents[row] >= 0]
    if rare:
        graph.owner = parents.copy()
        _attach(case, rare)
    for target, rows in case.refs.items():
        graph.users[target] = [graph.owner[row] for row in rows if graph.owner[row] >= 0]
    _recommend(case)
    _read_numbers(case, marked)
    case.judge(judgements)
    return case


def _weights(debate: Debate, roles: list[Role]) -> list[float]:
    """The weight of each support and, negative, of each objection, by default; 0 for other rows."""
    weight: list[float] = []
    for position in (*range(len(debate.positions)), -1):
        side = debate.side(position)
        spoken = position >= 0 and debate.positions[position].speaker is not None
        table = dict.fromkeys(Role, 0.0)
        table[Role.SUPPORT] = 1.0
        table[Role.OBJECTION] = -CONCESSION if spoken else -1.0
        weight += [table[role] for role in roles[side.start : side.stop]]
    return weight


def _link(graph: Graph, parents: list[int], weight: list[float]) -> bytearray:
    """Chain each claim's supports and objections; who has no support rests on the word."""
    head, following = graph.head, graph.next
    word = bytearray([ASSERTED]) * graph.size
    # the very numbers that stand in premise, not equal ones: half the memory, fewer cache misses
    for row in reversed(graph.premise):
        heavy = weight[row]
        if heavy:
            parent = parents[row]
            following[row] = head[parent]
            head[parent] = row
            if heavy > 0:
                word[parent] = NOTHING
    return word


def _refer(case: Case, marked: list[int]) -> None:
    """Let the rows of refs have the claim that they refer to as their premise (rule 3)."""
    claims = case.debate.claims
    for row in marked:
        target = claims[row].target
        if target >= 0:
            case.refs.setdefault(target, []).append(row)
            case.graph.premise[row] = target


def _attach(case: Case, rare: list[int]) -> None:
    """Hang conditions, co-premises and undercuts where they belong (rules 1, 2 and 6)."""
    graph, claims = case.graph, case.debate.claims
    for row in rare:
        claim = claims[row]
        parent, meant = claim.parent, graph.premise[row]
        if claim.role is Role.CONDITION:
            graph.conditions[parent] = (*graph.conditions.get(parent, ()), meant)
            if graph.word[row] == ASSERTED:
                graph.word[row] = SUPPOSED
            continue
        graph.owner[row] = graph.owner[parent]
        graph.make_joint(parent)
        if claim.role is Role.CO_PREMISE:
            graph.joint[parent] += (meant,)
        elif claim.role is Role.UNDERCUT:
            graph.undercuts[parent] = [*graph.undercuts.get(parent, ()), row]
            graph.weight[row] = case.pull[row] = 1.0


def _recommend(case: Case) -> None:
    """Note the standards that recommendations have to meet (rule 10)."""
    debate = case.debate
    for position in range(len(debate.positions)):
        for row in debate.roots(position):
            question = debate.claims[row].question
            if question is not None and case.standard_of(question) != "preponderance":
                case.graph.standard[row] = case.standard_of(question)


def _read_numbers(case: Case, marked: list[int]) -> None:
    """Take in the weights and credences of the file (rules 4 to 6)."""
    graph, pull, weight = case.graph, case.pull, case.graph.weight
    steps: set[int] = set()
    linked = []
    claims = case.debate.claims
    for row in marked:
        claim = claims[row]
        role = claim.role
        if claim.weight is not None and role in _STEPS:
            pull[row] = weight[row] = -claim.weight if role is Role.OBJECTION else claim.weight
        credence = claim.credence
        if credence is None:
            continue
        case.credence[row] = credence
        # most claims bear on one other, alone: what _rest and _weigh do comes to this
        if (
            (role is Role.SUPPORT or role is Role.OBJECTION)
            and graph.premise[row] >= 0
            and row not in case.refs
            and row not in graph.conditions
            and claim.parent not in graph.conditions
        ):
            graph.own[row] = credence, IN, round(1 - credence, 12)
            graph.word[row] = NOTHING
            weight[row] = round(weight[row] * credence, 12)
        else:
            linked.append(row)
    for row in linked:
        steps |= case._rest_all(row)
    for row in steps:
        case._weigh(row)
