"""How far one has come in a guided walk, what one predicted, and how one did."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from debate.lessons.side import SideWalk
from debate.lessons.steps import Lesson, Predict, Show, Step, step_key


class Guess(NamedTuple):
    """A prediction and what was right, by number; ``choice`` is -1 where one only looked."""

    choice: int
    answer: int

    @property
    def right(self) -> bool:
        """Whether it came true."""
        return self.choice == self.answer


class Progress:
    """A walk under way: ``at`` is the number of the step, ``guesses`` what was predicted by key."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.at = 0
        self.guesses: dict[str, Guess] = {}

    @property
    def step(self) -> Step:
        """The step one is at."""
        return self.lesson.steps[self.at]

    @property
    def count(self) -> int:
        """How many steps there are."""
        return len(self.lesson.steps)

    def key(self, step: Step | None = None) -> str:
        """What a step is kept under; without ``step``, the one that one is at."""
        return step_key(self.lesson.debate, step or self.step)

    # ------------------------------------------------------------------ going on

    def go(self, to: int) -> bool:
        """Go to a step by number, no further than the ends; False where that is where one is."""
        to = min(max(to, 0), self.count - 1)
        moved = to != self.at
        self.at = to
        return moved

    def find(self, row: int) -> int | None:
        """The number of the step that shows a row; None where none does."""
        return next((n for n, s in enumerate(self.lesson.steps) if s == Show(row)), None)

    def skip(self) -> bool:
        """Go past all that hangs on the claim one is at; False where nothing comes after."""
        row = self.row
        if row < 0:
            return self.go(self.at + 1)
        end = self.lesson.debate.claims[row].end
        side = self.lesson.debate.claims[row].position
        for number in range(self.at + 1, self.count):
            step = self.lesson.steps[number]
            about = step.row if isinstance(step, Show | Predict) else -1
            if about < 0 or about >= end or about < row or self._side(about) != side:
                return self.go(number)
        return False

    def up(self) -> bool:
        """Go to the claim that the one at hand bears on; False where it stands at the top."""
        parent = self.lesson.debate.claims[self.row].parent if self.row >= 0 else -1
        number = self.find(parent) if parent >= 0 else None
        return number is not None and self.go(number)

    @property
    def row(self) -> int:
        """The claim that the step is about; -1 for none."""
        return self.row_of(self.step)

    @staticmethod
    def row_of(step: Step) -> int:
        """The claim that a step is about; -1 for none."""
        return step.row if isinstance(step, Show | Predict) else getattr(step, "one", -1)

    def _side(self, row: int) -> int:
        return self.lesson.debate.claims[row].position

    # ------------------------------------------------------------------ branches

    def branch(self, deeper: bool) -> bool:
        """Walk what hangs on the claim at hand as well, or no longer; False: nothing changes."""
        step, lesson = self.step, self.lesson
        if not isinstance(step, Show) or not isinstance(lesson, SideWalk):
            return False
        changed = lesson.open(step.row) if deeper else lesson.close(step.row)
        if changed:
            self.at = lesson.steps.index(step)
        return changed

    # ------------------------------------------------------------------ predictions

    @property
    def waits(self) -> bool:
        """Whether the step asks, and nothing is predicted yet."""
        return isinstance(self.step, Predict) and self.key() not in self.guesses

    def guess(self, choice: int, answer: int) -> None:
        """Predict (-1: only look); the first prediction counts."""
        self.guesses.setdefault(self.key(), Guess(choice, answer))

    def guessed(self, step: Step) -> Guess | None:
        """What was predicted at a step."""
        return self.guesses.get(self.key(step))

    @property
    def score(self) -> tuple[int, int, int]:
        """Predictions that came true, those that were made, and those that could have been."""
        asked = [step for step in self.lesson.steps if isinstance(step, Predict)]
        made = [g for step in asked if (g := self.guessed(step)) and g.choice >= 0]
        return sum(guess.right for guess in made), len(made), len(asked)

    def hides(self, row: int) -> bool:
        """Whether the verdict on a claim is to be hidden: it is still to be predicted.

        Verdicts of a recommendation's whole case wait for the prediction of what becomes of it.
        """
        debate = self.lesson.debate
        root = debate.path(row)[0] if row >= 0 else -1
        for step in self.lesson.steps:
            if isinstance(step, Predict) and self.guessed(step) is None:
                if step.kind == "outcome":
                    return True
                if step.kind == "verdict" and step.row == root:
                    return True
        return False

    @property
    def secret(self) -> bool:
        """Whether any verdict is still to be predicted."""
        verdicts = ("verdict", "outcome")
        return any(
            isinstance(step, Predict) and step.kind in verdicts and self.guessed(step) is None
            for step in self.lesson.steps
        )

    def again(self) -> None:
        """Start over, with nothing predicted."""
        self.at = 0
        self.guesses.clear()

    # ------------------------------------------------------------------ from one day to the next

    def as_json(self) -> dict[str, Any]:
        """What is to be kept."""
        kept: dict[str, Any] = {"at": self.key(), "step": self.at + 1, "of": self.count}
        if self.guesses:
            kept["guesses"] = {key: list(guess) for key, guess in self.guesses.items()}
        if isinstance(self.lesson, SideWalk):
            name = self.lesson.debate.name
            kept["opened"] = [name(row) for row in sorted(self.lesson.opened)]
            kept["closed"] = [name(row) for row in sorted(self.lesson.closed)]
        return kept

    def resume(self, kept: Mapping[str, Any]) -> None:
        """Go where one stopped, as far as that is still there."""
        if isinstance(self.lesson, SideWalk):
            for names, do in (("opened", self.lesson.open), ("closed", self.lesson.close)):
                for row in self._found(kept.get(names)):
                    do(row)
        keys = {self.key(step): number for number, step in enumerate(self.lesson.steps)}
        at = kept.get("at")
        self.go(keys.get(at, 0) if isinstance(at, str) else 0)
        guesses = kept.get("guesses")
        for key, guess in guesses.items() if isinstance(guesses, dict) else ():
            if key in keys and isinstance(guess, list) and [type(n) for n in guess] == [int, int]:
                self.guesses[key] = Guess(*guess)

    def _found(self, names: object) -> list[int]:
        rows: list[int] = []
        for name in names if isinstance(names, list) else ():
            try:
                row = self.lesson.debate.find(name) if isinstance(name, str) else -1
            except KeyError:
                continue
            if isinstance(self.lesson, SideWalk) and row in self.lesson.debate.side(
                self.lesson.position
            ):
                rows.append(row)
        return rows
