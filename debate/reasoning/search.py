"""The smallest sets of judgements that solve a puzzle, found by search alone.

Exact, and why. Sizes are tried from 1 up, and for each size all sets of it, so that the first size
with an answer is the smallest and its answers are complete. What is skipped is proved empty: at
each step a *core* is looked for, judgements of which any solution must contain one, because while
all of them stay as they are :class:`debate.reasoning.bounds.Bounds` excludes a solution whatever
else is judged. Branching on the first member of the core that a solution changes, with the members
before it left alone from there on, meets each remaining solution exactly once. (The idea is that of
implicit hitting sets: Reiter, "A theory of diagnosis from first principles", AIJ 1987.)
"""

from __future__ import annotations

from debate.reasoning.bounds import Bounds
from debate.reasoning.puzzle import Puzzle

#: A set of judgements: the statements with the ways to judge them, in reading order.
Choice = tuple[tuple[int, int], ...]


class TooHard(Exception):
    """The search would take too long; an answer needs the solver."""


def smallest_sets(puzzle: Puzzle, patience: int) -> list[Choice]:
    """All smallest solutions in reading order; none where no judgements solve the puzzle.

    ``patience`` is how many statements may be labelled on the way; TooHard is raised beyond.
    """
    bounds = _Patient(puzzle, patience)
    for size in range(1, len(puzzle.options) + 1):
        if not bounds.possible({}, list(puzzle.options)):
            return []
        found = _of_size(puzzle, bounds, size)
        if found:
            return sorted(found)
    return []


class _Patient(Bounds):
    """Bounds that count the work done with them."""

    def __init__(self, puzzle: Puzzle, patience: int) -> None:
        super().__init__(puzzle)
        self.patience = patience

    def possible(self, choice: dict[int, int], free: list[int]) -> bool:  # type: ignore[override]
        self.patience -= self.graph.size
        if self.patience < 0:
            raise TooHard
        return super().possible(choice, free)


def _of_size(puzzle: Puzzle, bounds: _Patient, size: int) -> list[Choice]:
    """All solutions of one size, where there are no smaller ones."""
    found: list[Choice] = []
    waiting: list[tuple[dict[int, int], frozenset[int]]] = [({}, frozenset())]
    while waiting:
        choice, frozen = waiting.pop()
        free = [s for s in puzzle.options if s not in choice and s not in frozen]
        if len(choice) == size:
            if puzzle.solved(choice):
                found.append(tuple(sorted(choice.items())))
            continue
        if not bounds.possible(choice, free):
            continue
        left = set(frozen)
        for statement in _core(bounds, choice, free):
            for way in puzzle.options[statement]:
                waiting.append(({**choice, statement: way}, frozenset(left)))
            left.add(statement)
    return found


def _core(bounds: _Patient, choice: dict[int, int], free: list[int]) -> list[int]:
    """Statements of which every solution judges one; none could be left out of this core."""
    core = list(free)
    loose: list[int] = []
    for statement in free:
        if not bounds.possible(choice, [*loose, statement]):
            loose.append(statement)
            core.remove(statement)
    return core
