"""The argument graph: statements, the arguments for and against them, and what cancels an argument.

It is kept in flat lists of numbers, because a debate of a million claims has as many arguments and
must be judged in seconds. Statements and arguments are counted from 0 and every table is indexed by
one of the two. In a debate both are the rows: argument *i* is the step from the claim in row *i* to
its parent, so that neither its premise nor its conclusion needs a list of its own. A Carneades map
fills the same tables through :meth:`Graph.add_argument`.

After Gordon, Prakken and Walton, "The Carneades model of argument and burden of proof", Artificial
Intelligence 171 (2007), and Gordon and Walton, "Formalizing balancing arguments", COMMA 2016.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from debate.model import Standard

#: The label of a statement, from good to bad: what rests on several is as bad as the worst of them.
#: FALLEN is "out" that is also a verdict: rejected, outweighed or without a reason. OUT alone is
#: out by a tie, by a margin or for want of a premise that is itself open.
IN, UNDECIDED, OUT, FALLEN = 0, 1, 2, 3

#: What a statement rests on besides its arguments: nothing, its speaker's word, or a supposition.
NOTHING, ASSERTED, SUPPOSED = 0, 1, 2

#: The name of each label (FALLEN is a kind of out).
LABELS = ("in", "undecided", "out", "out")

#: How a function weighs an argument: the labels of its premises -> the least weight that it can
#: come to have, the greatest, and the greatest when premises that are out but open count in full.
Weigher = Callable[[Sequence[int]], tuple[float, float, float]]


@dataclass(slots=True)
class Issue:
    """Statements of which at most one can be in: each one's arguments are the others' rivals."""

    positions: tuple[int, ...]
    standard: Standard = "preponderance"


@dataclass(slots=True)
class Graph:
    """Statements ``0 .. size - 1`` and arguments ``0 .. len(premise) - 1``.

    ``head[s]`` is the first argument about statement ``s`` and ``next[a]`` the one after ``a``,
    -1 where there is none. ``weight[a]`` is positive for an argument for its conclusion and
    negative for one against it. ``premise[a]`` is the only premise of ``a``; it is -1 where
    ``a`` has several, can be cancelled or is weighed by a function: then ``joint``, ``undercuts``
    and ``weigher`` say so, and ``weighed`` has the conclusions of those that a function weighs. An
    undercut is an argument too, but about the argument it attacks, and stands in no statement's
    list. ``owner[s]`` is the statement that ``s`` bears on, -1 where there is none, and
    ``users[s]`` lists the others.

    What few statements have stands in dictionaries: ``conditions``, premises of every argument for
    one; ``own``, an argument of its own for it (weight, and IN or UNDECIDED) and the weight of one
    against it; ``against``, statements that speak against it with a weight, one argument each; a
    ``standard`` other than preponderance; an issue; and a label ``fixed`` whatever speaks for it.
    """

    size: int
    head: list[int]
    next: list[int]
    premise: list[int]
    weight: list[float]
    word: bytearray
    owner: list[int]
    joint: dict[int, tuple[int, ...]] = field(default_factory=dict)
    undercuts: dict[int, list[int]] = field(default_factory=dict)
    weigher: dict[int, Weigher] = field(default_factory=dict)
    weighed: set[int] = field(default_factory=set)
    users: dict[int, list[int]] = field(default_factory=dict)
    conditions: dict[int, tuple[int, ...]] = field(default_factory=dict)
    own: dict[int, tuple[float, int, float]] = field(default_factory=dict)
    against: dict[int, list[tuple[int, float]]] = field(default_factory=dict)
    standard: dict[int, Standard] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    issue_of: dict[int, int] = field(default_factory=dict)
    fixed: dict[int, int] = field(default_factory=dict)

    @classmethod
    def empty(cls, size: int, word: int = NOTHING) -> Graph:
        """``size`` statements without an argument, each resting on ``word``."""
        return cls(size, [-1] * size, [], [], [], bytearray([word]) * size, [-1] * size)

    def variant(self) -> Graph:
        """The same graph, of which what is fixed and what speaks against what may be changed.

        Nothing that grows with the graph is copied: the lists are shared.
        """
        against = {statement: list(rivals) for statement, rivals in self.against.items()}
        users = {statement: list(users) for statement, users in self.users.items()}
        return replace(self, fixed=self.fixed.copy(), against=against, users=users)

    # ------------------------------------------------------------------ reading

    def arguments(self, statement: int) -> Iterator[int]:
        """The arguments for and against a statement."""
        argument = self.head[statement]
        while argument >= 0:
            yield argument
            argument = self.next[argument]

    def premises(self, argument: int) -> tuple[int, ...]:
        """The premises of one argument, its conclusion's conditions not among them."""
        premise = self.premise[argument]
        return (premise,) if premise >= 0 else self.joint[argument]

    def used_by(self, statement: int) -> Iterator[int]:
        """The statements whose label depends directly on this one's."""
        if self.owner[statement] >= 0:
            yield self.owner[statement]
        yield from self.users.get(statement, ())

    def rests_on(self, statement: int) -> Iterator[int]:
        """The statements on which this one's label depends directly, with repetitions."""
        yield from self.conditions.get(statement, ())
        yield from (rival for rival, _ in self.against.get(statement, ()))
        group: tuple[int, ...] = (statement,)
        if statement in self.issue_of:
            group = self.issues[self.issue_of[statement]].positions
        steps = [argument for position in group for argument in self.arguments(position)]
        while steps:
            argument = steps.pop()
            yield from self.premises(argument)
            steps.extend(self.undercuts.get(argument, ()))

    def unusual(self, among: Collection[int] | None = None) -> dict[int, int]:
        """The statements that need more than their arguments and word to be labelled.

        1 says that this is an argument of its own, 2 that there is more; other statements are left
        out, and those that are not ``among`` the given ones.
        """
        tables: tuple[Collection[int], ...] = (
            *(self.conditions, self.against, self.standard),
            *(self.issue_of, self.fixed, self.weighed),
        )
        if among is None:
            return dict.fromkeys(self.own, 1) | dict.fromkeys(set().union(*tables), 2)
        marks = {statement: 1 for statement in among if statement in self.own}
        return marks | {s: 2 for s in among if any(s in table for table in tables)}

    # ------------------------------------------------------------------ adding

    def add_statement(self, word: int = NOTHING) -> int:
        """One more statement."""
        self.head.append(-1)
        self.word.append(word)
        self.owner.append(-1)
        self.size += 1
        return self.size - 1

    def add_argument(self, conclusion: int, premises: Iterable[int], weight: float) -> int:
        """An argument for ``conclusion``, or against it where ``weight`` is negative."""
        argument = self._append(conclusion, premises, weight)
        self.next[argument] = self.head[conclusion]
        self.head[conclusion] = argument
        return argument

    def add_weigher(self, argument: int, conclusion: int, weigher: Weigher) -> None:
        """Let a function of its premises' labels weigh an argument."""
        self.make_joint(argument)
        self.weigher[argument] = weigher
        self.weighed.add(conclusion)

    def add_undercut(self, argument: int, conclusion: int, premises: Iterable[int]) -> int:
        """An argument that cancels ``argument``, which is about ``conclusion``, when it stands."""
        undercut = self._append(conclusion, premises, 1.0)
        self.make_joint(argument)
        self.undercuts[argument] = [*self.undercuts.get(argument, ()), undercut]
        return undercut

    def add_issue(self, positions: tuple[int, ...], standard: Standard) -> None:
        """Statements in rivalry; a ring of dependence lets them be labelled together."""
        for position, other in zip(positions, positions[1:] + positions[:1], strict=True):
            self.issue_of[position] = len(self.issues)
            if position != other:
                self.add_user(position, other)
        self.issues.append(Issue(positions, standard))

    def add_user(self, statement: int, user: int) -> None:
        """Note that the label of ``user`` depends on that of ``statement``."""
        self.users.setdefault(statement, []).append(user)

    def make_joint(self, argument: int) -> None:
        """Move the only premise where further premises, undercuts and weighers are looked for."""
        premise = self.premise[argument]
        if premise >= 0:
            self.joint[argument] = (premise,)
            self.premise[argument] = -1

    def _append(self, conclusion: int, premises: Iterable[int], weight: float) -> int:
        premises = tuple(premises)
        argument = len(self.premise)
        self.next.append(-1)
        self.weight.append(weight)
        if len(premises) == 1:
            self.premise.append(premises[0])
        else:
            self.premise.append(-1)
            self.joint[argument] = premises
        for premise in premises:
            self.add_user(premise, conclusion)
        return argument
