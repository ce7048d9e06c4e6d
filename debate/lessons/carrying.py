"""A guided walk goes on in a later version of its debate: the same walk, at the same step."""

from __future__ import annotations

from collections.abc import Callable

from debate.lessons.clash import ClashWalk, Collision, collisions
from debate.lessons.predict import answer, pose
from debate.lessons.progress import Guess, Progress
from debate.lessons.side import SideWalk
from debate.lessons.steps import Crux, Lesson, Pair, Predict, Show, Step
from debate.model.alignment import Alignment
from debate.reasoning.compare import Comparison
from debate.reasoning.evaluate import Evaluation


class _NowhereError(Exception):
    """A claim or a side of a step is gone."""


class Carrying:
    """From the walks through one version of a debate to those through a later one."""

    def __init__(self, alignment: Alignment, compared: Callable[[], Comparison]) -> None:
        """``compared`` is called for a comparison of the later version, if that is needed."""
        self._alignment = alignment
        self._compared = compared
        self._sides = dict(alignment.sides())

    def progress(self, before: Progress) -> Progress | None:
        """How far one is in the walk now; None where there is nothing left to walk.

        Where a step is gone, that is the one after it that is still there, or the one before. What
        was predicted stays, unless what could be chosen is no longer the same.
        """
        lesson = self._lesson(before.lesson)
        if lesson is None:
            return None
        after = Progress(lesson)
        numbers = {step: number for number, step in enumerate(lesson.steps)}
        steps = before.lesson.steps
        for number in (*range(before.at, len(steps)), *range(before.at - 1, -1, -1)):
            now = self.step(steps[number])
            if now in numbers:
                after.at = numbers[now]
                break
        for step in steps:
            now, guess = self.step(step), before.guessed(step)
            if guess and isinstance(step, Predict) and isinstance(now, Predict) and now in numbers:
                moved = self._guess(guess, step, now)
                if moved is not None:
                    after.guesses[after.key(now)] = moved
        return after

    def step(self, step: Step) -> Step | None:
        """The same step in the later version; None where what it shows is gone."""
        try:
            return self._step(step)
        except _NowhereError:
            return None

    def _step(self, step: Step) -> Step:
        match step:
            case Show(row):
                return Show(self._row(row))
            case Pair(one, other, agree):
                return Pair(self._row(one), self._row(other), agree)
            case Crux(question, one, other):
                return Crux(question, self._side(one), self._side(other))
            case Predict(kind, row, question, side, other, right):
                row, right = self._row(row), self._row(right)
                return Predict(kind, row, question, self._side(side), self._side(other), right)
        return step

    def _row(self, row: int) -> int:
        if row < 0:
            return row
        if (now := self._alignment.row(row)) is None:
            raise _NowhereError
        return now

    def _side(self, side: int) -> int:
        if side not in self._sides:
            raise _NowhereError
        return self._sides[side]

    def _lesson(self, lesson: Lesson) -> Lesson | None:
        new = self._alignment.new
        try:
            if isinstance(lesson, SideWalk):
                side = self._side(lesson.position)
                if not new.side(side):
                    return None
                walk = SideWalk(new, side)
                walk.follow(lesson, self._alignment)
                return walk
            if isinstance(lesson, ClashWalk):
                question, one, other = lesson.collision
                wanted = Collision(question, self._side(one), self._side(other))
                comparison = self._compared()
                for found in collisions(new, comparison):
                    if found.question == question and {*found[1:]} == {*wanted[1:]}:
                        return ClashWalk(new, comparison, wanted)
        except _NowhereError:
            pass
        return None

    def _guess(self, guess: Guess, old: Predict, new: Predict) -> Guess | None:
        if old.kind in ("verdict", "echo"):
            choice, right = guess  # the choices are always the same ones
        else:
            before = pose(self._alignment.old, old).choices
            after = {text: n for n, text in enumerate(pose(self._alignment.new, new).choices)}
            found = [after.get(before[n], -2) if n >= 0 else n for n in guess]
            if -2 in found:
                return None
            choice, right = found
        if new.kind in ("option", "echo", "reply"):  # what the debate says, no judgement
            right = answer(self._alignment.new, new, _unasked)
        return Guess(choice, right)


def _unasked() -> Evaluation:
    raise AssertionError("what a debate says needs no verdict")
