"""What becomes of the recommendations, in one line that is there as long as one judges."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from debate.model.text import one_line
from debate.tui.pages.verdict import SIGNS, asked_by
from debate.tui.session import Session
from debate.tui.widgets.bar import Bar, Word

if TYPE_CHECKING:
    from debate.reasoning.scope import Outcome

#: How a recommendation is said, the longest way first: side, option, verdict.
_Form = Callable[[str, str, str], str]
_WAYS: tuple[_Form, ...] = (
    lambda side, option, verdict: f"{side} “{option}” {SIGNS[verdict]} {verdict}",
    lambda side, option, verdict: f"{side} {SIGNS[verdict]} {verdict}",
    lambda side, option, verdict: f"{side} {SIGNS[verdict]}",
)

_TOGETHER = "What all sides' arguments come to together; the comparison has them side by side."


class Standing(Bar):
    """Each question with the standing of each side's answer alone, and what all sides come to.

    Where not all questions fit, the one that the current claim is about comes first.
    """

    DEFAULT_CSS = "Standing { background: $surface; }"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._about: str | None = None
        self.update()

    def follow(self) -> None:
        """The current claim is another one: drawn anew only where that asks another question."""
        if self.display and self._about != asked_by(self.session.judging, self.session.row):
            self.refresh()

    def update(self) -> None:
        """Show what follows from the judgements now."""
        self.display = self.session.judging.shown and bool(self.session.debate.questions)
        self.refresh()

    def words(self, width: int) -> list[Word]:
        """As much as fits, said as fully as it fits."""
        questions = list(self.session.debate.questions)
        self._about = asked_by(self.session.judging, self.session.row)
        if self._about in questions:
            questions.remove(self._about)
            questions.insert(0, self._about)
        evaluation = self.session.judging.evaluation
        found = [evaluation.outcome(question) for question in questions]
        tries = [(found, way) for way in _WAYS] + [(found[:1], way) for way in _WAYS]
        said: list[Word] = []
        for some, way in tries:
            said = list(self._said(some, way))
            if sum(word.content.cell_length for word in said) <= width:
                break
        return said

    def _said(self, outcomes: Iterable[Outcome], way: _Form) -> Iterator[Word]:
        from debate.reasoning.evaluate import question_verdict

        debate, evaluation = self.session.debate, self.session.judging.evaluation
        for number, outcome in enumerate(outcomes):
            between = "   " if number else " "
            options = debate.questions[outcome.question].options
            name = outcome.question.replace("-", " ").capitalize()
            asked = one_line(debate.questions[outcome.question].ask)
            yield self._word(f"{between}{name}  ", "heading", "app.view('compare')", asked)
            for place, (side, row) in enumerate(outcome.recommended.items()):
                verdict = evaluation.verdict(row)
                option = options.get(debate.claims[row].option or "", "")
                name = debate.positions[side].label
                yield self._word(" · " if place else "", "muted")
                tip = f"{name}: “{option}” {verdict}. {one_line(debate.text(row))}"
                yield self._word(way(name, option, verdict), verdict, f"app.walk({row})", tip)
            together = question_verdict(outcome)
            means = options[outcome.option] if outcome.option else together
            yield self._word(" → all sides: ", "muted")
            yield self._word(means, "strong", "app.view('compare')", _TOGETHER)

    def _word(self, text: str, name: str, action: str = "", tip: str = "") -> Word:
        return Word(Content(text).stylize(self.look(name)), action, tip)
