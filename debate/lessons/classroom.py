"""A class under way: its record, changed step by step, with undo; told on after each change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from debate.lessons import timing
from debate.lessons.record import MOST, Finding, Note, Phase, Prediction, Record, Round
from debate.lessons.slides import Slide, slides
from debate.lessons.votes import hands, with_hands
from debate.model.text import one_line

#: Nobody takes back more than this.
_DEEPEST = 1000


def clock() -> datetime:
    """The time now, with the place's offset."""
    return datetime.now().astimezone()


class Classroom:
    """The record of a class, what one is looking at, and what can be undone.

    ``changed`` is called with the record after each change: to keep it. Undo and redo take back
    counts, predictions, notes and the number of people, not where one is or what time it is.
    """

    def __init__(
        self,
        record: Record,
        changed: Callable[[Record], object],
        now: Callable[[], datetime] = clock,
    ) -> None:
        self.record = record
        self._changed = changed
        self._now = now
        self._undo: list[tuple[str, Record]] = []
        self._redo: list[tuple[str, Record]] = []
        self._cell: object = None
        self.slides = slides(record)
        self.record = replace(record, at=min(record.at, len(self.slides) - 1))

    # ------------------------------------------------------------------ where one is

    @property
    def slide(self) -> Slide:
        """What is shown."""
        return self.slides[self.record.at]

    @property
    def phase(self) -> Phase:
        """The phase of what is shown."""
        return self.slide.phase

    def go(self, at: int) -> bool:
        """Show slide ``at``; another phase's timer starts. False at either end."""
        if not 0 <= at < len(self.slides) or at == self.record.at:
            return False
        before = self.phase
        self._cell = None
        record = replace(self.record, at=at)
        if self.slides[at].phase != before:
            record = timing.start(record, self.slides[at].phase, self._now())
        self._become(record)
        return True

    def step(self, slides: int) -> bool:
        """Go on, or back, by so many slides."""
        return self.go(self.record.at + slides)

    def leap(self, phases: int) -> bool:
        """Go to the first slide of the next phase, or of the one before (-1)."""
        at, phase = self.record.at, self.phase
        if phases > 0:
            ahead = (n for n in range(at, len(self.slides)) if self.slides[n].phase != phase)
            return self.go(next(ahead, len(self.slides) - 1))
        first = next(n for n, slide in enumerate(self.slides) if slide.phase == phase)
        before = self.slides[first - 1].phase if first and at == first else phase
        return self.go(next(n for n, slide in enumerate(self.slides) if slide.phase == before))

    def find(self, slide: Slide) -> int:
        """The number of a slide; raises ValueError."""
        return self.slides.index(slide)

    # ------------------------------------------------------------------ time

    @property
    def left(self) -> float:
        """The seconds that the phase has left."""
        return timing.left(self.record, self.phase, self._now())

    @property
    def runs(self) -> bool:
        """Whether the phase's timer runs."""
        return timing.runs(self.record, self.phase)

    def begin(self) -> None:
        """Let the timer of the phase run."""
        self._become(timing.start(self.record, self.phase, self._now()))

    def pause(self) -> None:
        """Stop the timer, or let it run on."""
        now = self._now()
        stopped = timing.stop(self.record, now)
        self._become(stopped if self.runs else timing.start(self.record, self.phase, now))

    def halt(self) -> None:
        """Stop the timer, if it runs: one leaves, and comes back to the same time."""
        if self.runs:
            self._become(timing.stop(self.record, self._now()))

    def longer(self, minutes: int) -> None:
        """Give the phase more time."""
        self._become(timing.longer(self.record, self.phase, 60.0 * minutes, self._now()))

    # ------------------------------------------------------------------ what the class says

    def count(self, round: Round, on: str, option: str, number: int | None) -> None:
        """Set the hands for an option, or with None take that count back.

        Typing one number is one step to undo, however many digits it has. Raises ValueError for a
        number that is not from 0 to 9999.
        """
        if number is not None and not 0 <= number <= MOST:
            raise ValueError(f"{number} is not from 0 to {MOST}")
        counts = hands(self.record, round, on)
        counts.pop(option, None)
        if number is not None:
            counts[option] = number
        options = self.record.item(on).options
        ordered = {option: counts[option] for option in options if option in counts}
        which = "first" if round == 1 else "second"
        item = self.record.item(on)
        what = f"the {which} vote on {item.label or item.text}"
        changed = with_hands(self.record, round, on, ordered)
        self._take(what, replace(changed, findings=()), (round, on, option))

    def settle(self) -> None:
        """One is done with a count: what is typed from here on is undone by itself."""
        self._cell = None

    def typing(self, round: Round, on: str, option: str) -> int | None:
        """The count that is being typed; None where a digit begins a new one."""
        if self._cell != (round, on, option):
            return None
        return hands(self.record, round, on).get(option)

    def predict(self, question: str, option: str | None) -> None:
        """Record which option the class expects to stand; None for none of them."""
        others = tuple(made for made in self.record.predictions if made.on != question)
        made = (*others, Prediction(question, option))
        self._take("the prediction", replace(self.record, predictions=made))

    def note(self, text: str) -> None:
        """Write something down; blank text is nothing."""
        if text := one_line(text):
            note = Note(text, self.phase, self._now().isoformat(timespec="seconds"))
            self._take("the note", replace(self.record, notes=(*self.record.notes, note)))

    def people(self, number: int | None) -> None:
        """Say how many are in the room."""
        self._take("the number of people", replace(self.record, people=number))

    def found(self, findings: tuple[Finding, ...]) -> None:
        """Keep what follows from the votes."""
        if findings != self.record.findings:
            self._become(replace(self.record, findings=findings))

    def end(self, over: bool = True) -> None:
        """The class is over, or goes on after all; its timers stop."""
        stopped = timing.stop(self.record, self._now())
        ended = self._now().isoformat(timespec="seconds") if over else None
        self._become(replace(stopped, ended=ended))

    # ------------------------------------------------------------------ undo

    def undo(self) -> str | None:
        """Take back the last change; what that was, None where there is none."""
        return self._restore(self._undo, self._redo)

    def redo(self) -> str | None:
        """Make again what was undone; what that was, None where there is nothing."""
        return self._restore(self._redo, self._undo)

    def _restore(
        self, source: list[tuple[str, Record]], kept: list[tuple[str, Record]]
    ) -> str | None:
        if not source:
            return None
        what, record = source.pop()
        kept.append((what, self.record))
        self._cell = None
        self._become(
            replace(
                self.record,
                votes=record.votes,
                predictions=record.predictions,
                notes=record.notes,
                people=record.people,
                findings=record.findings,
            )
        )
        return what

    def _take(self, what: str, record: Record, cell: object = None) -> None:
        if record == self.record:
            return
        if cell is None or cell != self._cell:
            self._undo = [*self._undo[-_DEEPEST + 1 :], (what, self.record)]
        self._cell = cell
        self._redo.clear()
        self._become(record)

    def _become(self, record: Record) -> None:
        self.record = record
        self._changed(record)
