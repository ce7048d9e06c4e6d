"""The smallest sets of judgements that solve a puzzle, found by clingo.

Exact, and why. The grounded labelling is the least fixpoint of rules that only ever add: a
statement is in when an argument for it stands and all rivals that could match it are beaten, out
when none of its arguments that could still carry it is left, fallen when none is that could even if
what is open counted in full; an argument stands when its premises are in and its undercuts beaten,
and is beaten when a premise is out or an undercut stands. Written as they are, these rules form a
program without negation but for the judgements themselves, on which nothing else bears. Such a
program has one stable model for each choice of judgements, its least model (van Emden and Kowalski,
"The semantics of predicate logic as a programming language", JACM 1976), and that is the grounded
labelling: a circle of statements that would hold each other up is in no least model. ``#minimize``
then proves the size smallest, and enumeration at that size is complete.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from debate.model import Standard
from debate.reasoning.graph import FALLEN, IN, NOTHING, OUT, SUPPOSED
from debate.reasoning.puzzle import ACCEPT, REJECT, Puzzle
from debate.reasoning.search import Choice
from debate.reasoning.standards import meets

if TYPE_CHECKING:
    from clingo import Backend, Control, Model

#: What to say where the solver is not installed.
MISSING = "this debate is too large to find its cruxes without clingo: pip install 'debate[cruxes]'"


class SolverMissing(Exception):
    """The extra ``cruxes`` is not installed; the message says how to install it."""

    def __init__(self) -> None:
        super().__init__(MISSING)


@dataclass(slots=True)
class Item:
    """An argument as the rules see it: what it weighs and the atoms that tell its fate.

    ``stands``, ``beaten`` (it cannot come to stand) and ``fallen`` (nor could it if what is open
    counted in full).
    """

    weight: float
    stands: int
    beaten: int
    fallen: int


def smallest_sets(puzzle: Puzzle, most: int) -> tuple[list[Choice], bool]:
    """The first ``most`` of the smallest solutions, in reading order, and whether there are more.

    No solutions where no judgements solve the puzzle. Raises SolverMissing.
    """
    found = _optimal(puzzle, 4 * most)
    if len(found) > 4 * most:
        return _in_order(puzzle, len(found[0]), most), True
    found.sort()
    return found[:most], len(found) > most


def _optimal(puzzle: Puzzle, most: int) -> list[Choice]:
    """Up to ``most`` smallest solutions and one more, in whatever order they come."""
    control, program = _encode(puzzle)
    control.configuration.solve.opt_mode = "optN"  # type: ignore[union-attr]
    control.configuration.solve.models = 0  # type: ignore[union-attr]
    found: list[Choice] = []
    with control.solve(yield_=True) as handle:
        for model in handle:
            if model.optimality_proven:
                found.append(program.choice(model))
                if len(found) > most:
                    break
    return found


def _in_order(puzzle: Puzzle, size: int, most: int) -> list[Choice]:
    """The first solutions of one size in reading order.

    Each time the solver decides the judgements in reading order, made rather than not, so that what
    it leaves out of its first answer is what the judgements before exclude: no solution comes
    earlier (Di Rosa, Giunchiglia and Maratea, "Solving satisfiability problems with preferences",
    Constraints 2010). That answer is then excluded and the next one asked for.
    """
    control, program = _encode(puzzle, size)
    control.configuration.solver.heuristic = "Domain"  # type: ignore[union-attr]
    found: list[Choice] = []
    while len(found) < most:
        with control.solve(yield_=True) as handle:
            model = handle.model()
            if model is None:
                break
            choice = program.choice(model)
        found.append(choice)
        with control.backend() as backend:
            backend.add_rule([], [program.judged[judgement] for judgement in choice])
    return found


def _encode(puzzle: Puzzle, size: int | None = None) -> tuple[Control, _Program]:
    """A solver with the puzzle's rules: fewest judgements, or as many as ``size``, in order."""
    try:
        from clingo import Control
    except ImportError:
        raise SolverMissing from None
    control = Control(["--warn=none"])
    with control.backend() as backend:
        program = _Program(puzzle, backend)
        program.write(size)
    return control, program


@dataclass(slots=True)
class _Program:
    """The rules of one puzzle, written atom by atom."""

    puzzle: Puzzle
    backend: Backend
    judged: dict[tuple[int, int], int] = field(default_factory=dict)
    labelled: dict[tuple[int, int], int] = field(default_factory=dict)
    accepted: dict[int, int] = field(default_factory=dict)
    never: int = 0

    def write(self, size: int | None) -> None:
        graph, backend = self.puzzle.graph, self.backend
        self.never = backend.add_atom()  # no rule derives it
        for statement in range(graph.size):
            for label in (IN, OUT, FALLEN):
                self.labelled[statement, label] = backend.add_atom()
        guards = self._judge()
        items = {statement: self._items(statement) for statement in range(graph.size)}
        for statement in range(graph.size):
            self._label(statement, items, guards.get(statement, []))
        for goal in self.puzzle.goals:
            atom = self.labelled[goal.statement, goal.label]
            backend.add_rule([], [-atom if goal.wanted else atom])
        cost = [(atom, 1) for atom in self.judged.values()]
        if size is None:
            backend.add_minimize(0, cost)
        else:
            self._exactly(size, cost)

    def choice(self, model: Model) -> Choice:
        """The judgements that a model makes."""
        return tuple(sorted(key for key, atom in self.judged.items() if model.is_true(atom)))

    def _exactly(self, size: int, cost: list[tuple[int, int]]) -> None:
        """Solutions of one size, with the judgements decided in reading order."""
        from clingo import HeuristicType

        enough = self.backend.add_atom()
        too_many = self.backend.add_atom()
        self.backend.add_weight_rule([enough], size, cost)
        self.backend.add_weight_rule([too_many], size + 1, cost)
        self.backend.add_rule([], [-enough])
        self.backend.add_rule([], [too_many])
        for rank, key in enumerate(sorted(self.judged, reverse=True), 1):
            self.backend.add_heuristic(self.judged[key], HeuristicType.Level, rank, rank, [])
            self.backend.add_heuristic(self.judged[key], HeuristicType.Sign, 1, rank, [])

    # ------------------------------------------------------------------ judgements

    def _judge(self) -> dict[int, list[int]]:
        """Rules for what is judged; what a statement's own rules must find absent, by statement."""
        puzzle, rule = self.puzzle, self.backend.add_rule
        guards: dict[int, list[int]] = {}
        for statement, ways in puzzle.options.items():
            for way in ways:
                self.judged[statement, way] = self.backend.add_atom()
            atoms = [self.judged[statement, way] for way in ways]
            rule(atoms, [], choice=True)
            if len(atoms) > 1:
                rule([], atoms)
        for statement in {*puzzle.options, *puzzle.fixed}:
            for way in (ACCEPT, REJECT):
                atom = self._way(statement, way)
                if atom is None:
                    continue
                guards.setdefault(statement, []).append(-atom)
                self._fix(statement, way, [atom])
                if way == ACCEPT:
                    self.accepted[statement] = atom
        for statement, rivals in puzzle.overrules.items():
            if statement not in self.accepted:
                continue
            for rival in rivals:
                over, spared = self.backend.add_atom(), self.accepted.get(rival)
                rule([over], [self.accepted[statement], *([-spared] if spared else [])])
                guards.setdefault(rival, []).append(-over)
                self._fix(rival, REJECT, [over])
        return guards

    def _way(self, statement: int, way: int) -> int | None:
        """The atom that a statement is judged one way, at present or by choice; None: never."""
        present = self.puzzle.fixed.get(statement)
        if present != way:
            return self.judged.get((statement, way))
        kept = self.backend.add_atom()
        other = self.judged.get((statement, REJECT if way == ACCEPT else ACCEPT))
        self.backend.add_rule([kept], [-other] if other else [])
        return kept

    def _fix(self, statement: int, way: int, body: list[int]) -> None:
        for label in (IN,) if way == ACCEPT else (OUT, FALLEN):
            self.backend.add_rule([self.labelled[statement, label]], body)

    # ------------------------------------------------------------------ arguments

    def _items(self, statement: int) -> tuple[list[Item], list[Item]]:
        """What speaks for a statement and what against it."""
        graph = self.puzzle.graph
        conditions = graph.conditions.get(statement, ())
        pro: list[Item] = []
        con: list[Item] = []
        if graph.word[statement] != NOTHING:
            pro.append(self._item(1.0, conditions, sure=graph.word[statement] != SUPPOSED))
        if statement in graph.own:
            weight, standing, contrary = graph.own[statement]
            pro.append(self._item(weight, conditions, sure=standing == IN))
            con.append(self._item(contrary, ()))
        for rival, weight in graph.against.get(statement, ()):
            con.append(self._item(weight, (rival,)))
        for argument in graph.arguments(statement):
            weight = graph.weight[argument]
            if weight > 0:
                pro.append(self._argument(argument, weight, conditions))
            elif weight < 0:
                con.append(self._argument(argument, -weight, ()))
        return pro, con

    def _argument(self, argument: int, weight: float, conditions: tuple[int, ...]) -> Item:
        """An argument of the graph, and before it the undercuts below it."""
        graph = self.puzzle.graph
        steps = [argument]
        for step in steps:  # grows as it goes
            steps.extend(u for u in graph.undercuts.get(step, ()) if graph.weight[u])
        items: dict[int, Item] = {}
        for step in reversed(steps):
            premises = graph.premises(step) + (conditions if step == argument else ())
            blows = [items[u] for u in graph.undercuts.get(step, ()) if graph.weight[u]]
            items[step] = self._item(weight, premises, blows)
        return items[argument]

    def _item(
        self,
        weight: float,
        premises: Iterable[int],
        undercuts: Iterable[Item] = (),
        *,
        sure: bool = True,
    ) -> Item:
        """An argument with the rules that make it stand or fall; one not sure never stands."""
        rule, atom = self.backend.add_rule, self.backend.add_atom
        item = Item(weight, atom(), atom(), atom())
        premises, undercuts = tuple(premises), tuple(undercuts)
        if sure:
            carried = [self.labelled[premise, IN] for premise in premises]
            rule([item.stands], carried + [blow.beaten for blow in undercuts])
        for premise in premises:
            rule([item.beaten], [self.labelled[premise, OUT]])
            rule([item.fallen], [self.labelled[premise, FALLEN]])
        for blow in undercuts:
            rule([item.beaten], [blow.stands])
            rule([item.fallen], [blow.stands])
        return item

    # ------------------------------------------------------------------ labels

    def _label(
        self, statement: int, items: dict[int, tuple[list[Item], list[Item]]], guard: list[int]
    ) -> None:
        """The rules of :func:`standards.decide` for one statement."""
        graph, rule = self.puzzle.graph, self.backend.add_rule
        pro, con = items[statement]
        standard: Standard = graph.standard.get(statement, "preponderance")
        issue = graph.issue_of.get(statement)
        if issue is not None:
            standard = graph.issues[issue].standard
            others = (other for other in graph.issues[issue].positions if other != statement)
            con = con + [item for other in others for item in items[other][0]]
        in_, out, fallen = (self.labelled[statement, label] for label in (IN, OUT, FALLEN))
        for weight, standing in self._by_weight(pro):
            if meets(standard, weight, 0):
                rivals = [r.beaten for r in con if not meets(standard, weight, r.weight)]
                rule([in_], [standing, *rivals, *guard])
        for rival, standing in [(0.0, 0), *self._by_weight(con)]:
            reason = [standing] if standing else []
            carrying = [item.beaten for item in pro if meets(standard, item.weight, rival)]
            rule([out], [*reason, *carrying, *guard])
            if not standing or standard != "scintilla":
                matching = [i.fallen for i in pro if i.weight > 0 and i.weight >= rival]
                rule([fallen], [*reason, *matching, *guard])

    def _by_weight(self, items: list[Item]) -> Iterator[tuple[float, int]]:
        """Each weight that occurs, with an atom that tells whether an argument of it stands."""
        atoms: dict[float, int] = {}
        for item in items:
            if item.weight > 0:
                if item.weight not in atoms:
                    atoms[item.weight] = self.backend.add_atom()
                self.backend.add_rule([atoms[item.weight]], [item.stands])
        yield from atoms.items()
