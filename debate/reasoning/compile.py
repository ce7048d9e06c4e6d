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

# Named here, since looking a member up in an Enum costs thirty times as much as a global does.
_SUPPORT, _OBJECTION, _UNDERCUT = Role.SUPPORT, Role.OBJECTION, Role.UNDERCUT
_CO_PREMISE, _CONDITION = Role.CO_PREMISE, Role.CONDITION
_STEPS = (_SUPPORT, _OBJECTION, _UNDERCUT)


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
        objects = self.debate.claims[row].role is _OBJECTION
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
            elif claim.role is _CO_PREMISE:
                steps.add(claim.parent)
            elif claim.role is _CONDITION:
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
            supposed = self.debate.claims[row].role is _CONDITION
            word = self.weighed(1.0, conditions)
            if word == 1:
                graph.word[row] = SUPPOSED if supposed else ASSERTED
            else:
                graph.own[row] = word, UNDECIDED if supposed else IN, 0.0

    def _has_support(self, row: int) -> bool:
        claims = self.debate.claims
        return any(claims[child].role is _SUPPORT for child in self.debate.children(row))

    def _weigh(self, row: int) -> None:
        """Work out what a step weighs, for verdicts and for strength (rule 4)."""
        claim, explicit = self.debate.claims[row], self.weight(row)
        if claim.role not in _STEPS:
            return
        pull, weight = 1.0 if explicit is None else explicit, self.verdict_weight(row)
        premises = self.graph.premises(row)
        if claim.role is _OBJECTION:
            self.pull[row] = -pull
            self.graph.weight[row] = -self.weighed(weight, premises)
            return
        if claim.role is _SUPPORT:
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
    size = len(debate.claims)
    rows, owner, none = list(range(size)), [-1] * size, [0.0] * size
    graph = Graph(size, [-1] * size, [-1] * size, rows, none, bytearray([ASSERTED]) * size, owner)
    case = Case(debate, NO_JUDGEMENTS, standard, graph, none.copy(), {}, {})
    rare, referring = _read(case)
    _refer(case, referring)
    _attach(case, rare)
    for target, places in case.refs.items():
        graph.users[target] = [owner[row] for row in places if owner[row] >= 0]
    _recommend(case)
    _believe_file(case)
    case.judge(judgements)
    return case


def _read(case: Case) -> tuple[list[int], list[int]]:
    """Chain each claim's supports and objections with their weights (rules 1, 4 and 5).

    This is the only walk over all claims, for looking at each costs the most. It also notes the
    credences, and finds the rows that hang on another in a rarer way and those that are refs.
    """
    debate, graph, pull = case.debate, case.graph, case.pull
    claims, head, following, weight = debate.claims, graph.head, graph.next, graph.weight
    owner, word, credence = graph.owner, graph.word, case.credence
    rare: list[int] = []
    referring: list[int] = []
    for position in (-1, *reversed(range(len(debate.positions)))):
        side = debate.side(position)
        spoken = position >= 0 and debate.positions[position].speaker is not None
        objection = -CONCESSION if spoken else -1.0
        # the very numbers that stand in premise, not equal ones: half the memory, less cache misses
        for row in reversed(graph.premise[side.start : side.stop]):
            claim = claims[row]
            role, given = claim.role, claim.weight
            owner[row] = parent = claim.parent
            if role is _SUPPORT:
                following[row] = head[parent]
                head[parent] = row
                word[parent] = NOTHING
                pull[row] = weight[row] = 1.0 if given is None else given
            elif role is _OBJECTION:
                following[row] = head[parent]
                head[parent] = row
                if given is None:
                    pull[row], weight[row] = -1.0, objection
                else:
                    pull[row] = weight[row] = -given
            elif parent >= 0:
                rare.append(row)
            if claim.credence is not None:
                credence[row] = claim.credence
            if claim.target >= 0:
                referring.append(row)
    return rare[::-1], referring[::-1]


def _refer(case: Case, referring: list[int]) -> None:
    """Let the rows of refs have the claim that they refer to as their premise (rule 3)."""
    for row in referring:
        target = case.debate.claims[row].target
        case.refs.setdefault(target, []).append(row)
        case.graph.premise[row] = target


def _attach(case: Case, rare: list[int]) -> None:
    """Hang conditions, co-premises and undercuts where they belong (rules 1, 2 and 6)."""
    graph, claims = case.graph, case.debate.claims
    owner, premise, joint, undercuts = graph.owner, graph.premise, graph.joint, graph.undercuts
    for row in rare:
        claim = claims[row]
        role, parent, meant = claim.role, claim.parent, premise[row]
        if role is _CONDITION:
            graph.conditions[parent] = (*graph.conditions.get(parent, ()), meant)
            if graph.word[row] == ASSERTED:
                graph.word[row] = SUPPOSED
            continue
        owner[row] = owner[parent]
        only = premise[parent]
        if only >= 0:
            joint[parent] = (only,)
            premise[parent] = -1
        if role is _CO_PREMISE:
            joint[parent] += (meant,)
        elif role is _UNDERCUT:
            undercuts.setdefault(parent, []).append(row)
            graph.weight[row] = case.pull[row] = 1.0 if claim.weight is None else claim.weight


def _recommend(case: Case) -> None:
    """Note the standards that recommendations have to meet (rule 10)."""
    debate = case.debate
    for position in range(len(debate.positions)):
        for row in debate.roots(position):
            question = debate.claims[row].question
            if question is not None and case.standard_of(question) != "preponderance":
                case.graph.standard[row] = case.standard_of(question)


def _believe_file(case: Case) -> None:
    """Take in the credences of the file (rules 4 to 6)."""
    claims, refs, graph = case.debate.claims, case.refs, case.graph
    premise, own, weight, conditions = graph.premise, graph.own, graph.weight, graph.conditions
    linked = []
    for row, credence in case.credence.items():
        claim = claims[row]
        role = claim.role
        # most claims bear on one other, alone: what _rest and _weigh do comes to this
        if (
            premise[row] >= 0
            and (role is not _SUPPORT or claim.parent not in conditions)
            and not (role is _CO_PREMISE or role is _CONDITION or row in refs or row in conditions)
        ):
            own[row] = credence, IN, round(1 - credence, 12)
            graph.word[row] = NOTHING
            weight[row] = round(weight[row] * credence, 12)
        else:
            linked.append(row)
    steps: set[int] = set()
    for row in linked:
        steps |= case._rest_all(row)
    for row in steps:
        case._weigh(row)
