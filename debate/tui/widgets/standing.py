"""What becomes of the recommendations, in one line that is there as long as one judges."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from textual.content import Content

from debate.tui.pages.verdict import SIGNS, asked_by
from debate.tui.session import Session
from debate.tui.widgets.bar import Bar, Word

#: How a recommendation is said, the longest way first: side, option, verdict.
_Form = Callable[[str, str, str], str]
_WAYS: tuple[_Form, ...] = (
    lambda side, option, verdict: f"{side} “{option}” {SIGNS[verdict]} {verdict}",
    lambda side, option, verdict: f"{side} {SIGNS[verdict]} {verdict}",
    lambda side, option, verdict: f"{side} {SIGNS[verdict]}",
)


class Standing(Bar):
    """Each question with the standing of each side's answer alone, and what all sides come to.

    Where not all questions fit, the one that the current claim is about comes first.
    """

    DEFAULT_CSS = "Standing { background: $surface; }"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.update()

    def update(self) -> None:
        """Show what follows from the judgements now."""
        self.display = self.session.judging.shown and bool(self.session.debate.questions)
        self.refresh()

    def words(self, width: int) -> list[Word]:
        """As much as fits, said as fully as it fits."""
        questions = list(self.session.debate.questions)
        about = asked_by(self.session.judging, self.session.row)
        if about in questions:
            questions.remove(about)
            questions.insert(0, about)
        tries = [(questions, way) for way in _WAYS] + [(questions[:1], way) for way in _WAYS]
        said: list[Word] = []
        for some, way in tries:
            said = list(self._said(some, way))
            if sum(word.content.cell_length for word in said) <= width:
                break
        return said

    def _said(self, questions: Iterable[str], way: _Form) -> Iterator[Word]:
        from debate.reasoning.evaluate import question_verdict

        debate, evaluation = self.session.debate, self.session.judging.evaluation
        for number, question in enumerate(questions):
            between = "   " if number else " "
            outcome = evaluation.outcome(question)
            options = debate.questions[question].options
            yield self._word(f"{between}{question.replace('-', ' ').capitalize()}  ", "heading")
            for place, (side, row) in enumerate(outcome.recommended.items()):
                verdict = evaluation.verdict(row)
                option = options.get(debate.claims[row].option or "", "")
                name = debate.positions[side].label
                yield self._word(" · " if place else "", "muted")
                yield self._word(way(name, option, verdict), verdict, f"app.walk({row})")
            together = question_verdict(outcome)
            means = options[outcome.option] if outcome.option else together
            yield self._word(" → all sides: ", "muted")
            yield self._word(means, "strong")

    def _word(self, text: str, name: str, action: str = "") -> Word:
        return Word(Content(text).stylize(self.look(name)), action)
