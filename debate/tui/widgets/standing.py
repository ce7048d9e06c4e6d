"""What becomes of the recommendations, in one line that is there as long as one judges."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from debate.model.text import one_line
from debate.tui.pages.verdict import SIGNS, asked_by
from debate.tui.pages.words import apart, cut
from debate.tui.session import Session
from debate.tui.widgets.bar import Bar, Word

if TYPE_CHECKING:
    from debate.reasoning.scope import Outcome


class _Form(NamedTuple):
    """How it is said: a recommendation (of side, option, verdict), and what all sides come to.

    ``most`` is how many cells the question and the outcome may take, ``least`` how many the name
    of a side takes at least where it is cut.
    """

    way: Callable[[str, str, str], str]
    together: str = " → all sides: "
    most: int = 1000
    least: int = 1000


def _signed(side: str, option: str, verdict: str) -> str:
    return f"{side} {SIGNS[verdict]}"


#: The longest form first; then those with names that are cut.
_WHOLE = (
    _Form(lambda side, option, verdict: f"{side} “{option}” {SIGNS[verdict]} {verdict}"),
    _Form(lambda side, option, verdict: f"{side} {SIGNS[verdict]} {verdict}"),
    _Form(_signed),
)
_CUT = (_Form(_signed, least=12), _Form(_signed, " → ", least=6), _Form(_signed, " → ", 14, 4))

#: Cells of a question's name where sides are only counted.
_NAME = 14

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
        for some in (found, found[:1]):
            for form in _WHOLE:
                said = list(self._said(some, form))
                if _cells(said) <= width:
                    return said
        return self._cut(found[0], width)

    def _cut(self, outcome: Outcome, width: int) -> list[Word]:
        """One question with the names of its sides cut; where they find no room, counted."""
        names = apart([self.session.debate.positions[side].label for side in outcome.recommended])
        for form in _CUT:
            room = width - _cells(self._said([outcome], form, [""] * len(names)))
            each = _share([Content(name).cell_length for name in names], room)
            if each >= form.least:
                return list(self._said([outcome], form, [cut(name, each) for name in names]))
        return list(self._counted(outcome, width))

    def _said(
        self, outcomes: Iterable[Outcome], form: _Form, names: Sequence[str] | None = None
    ) -> Iterator[Word]:
        debate, evaluation = self.session.debate, self.session.judging.evaluation
        for number, outcome in enumerate(outcomes):
            options = debate.questions[outcome.question].options
            yield self._asked("   " if number else " ", outcome, form.most)
            for place, (side, row) in enumerate(outcome.recommended.items()):
                verdict = evaluation.verdict(row)
                option = options.get(debate.claims[row].option or "", "")
                name = debate.positions[side].label
                yield self._word(" · " if place else "", "muted")
                tip = f"{name}: “{option}” {verdict}. {one_line(debate.text(row))}"
                said = form.way(name if names is None else names[place], option, verdict)
                yield self._word(said, verdict, f"app.walk({row})", tip)
            yield from self._together(outcome, form.together, form.most)

    def _counted(self, outcome: Outcome, width: int) -> Iterator[Word]:
        """How many sides' answers stand, fall and are open: there is no room for their names."""
        positions, evaluation = self.session.debate.positions, self.session.judging.evaluation
        words = [self._asked(" ", outcome, _NAME)]
        verdicts = {side: evaluation.verdict(row) for side, row in outcome.recommended.items()}
        for verdict, sign in SIGNS.items():
            if sides := [side for side, each in verdicts.items() if each == verdict]:
                tip = f"{verdict}: {', '.join(positions[side].label for side in sides)}"
                said = f"{len(sides)} {sign} {verdict}"
                words.append(self._word(" · " if len(words) > 1 else "", "muted"))
                words.append(self._word(said, verdict, "app.view('compare')", tip))
        yield from words
        room = width - _cells(words) - len(" → ")
        yield from self._together(outcome, " → ", max(room, 1))

    def _asked(self, before: str, outcome: Outcome, most: int) -> Word:
        """The question, by its name."""
        name = outcome.question.replace("-", " ").capitalize()
        tip = one_line(self.session.debate.questions[outcome.question].ask)
        return self._word(f"{before}{cut(name, most)}  ", "heading", "app.view('compare')", tip)

    def _together(self, outcome: Outcome, lead: str, most: int) -> Iterator[Word]:
        from debate.reasoning.evaluate import question_verdict

        options = self.session.debate.questions[outcome.question].options
        means = options[outcome.option] if outcome.option else question_verdict(outcome)
        tip = _TOGETHER if cut(means, most) == means else f"“{one_line(means)}”. {_TOGETHER}"
        yield self._word(lead, "muted")
        yield self._word(cut(means, most), "strong", "app.view('compare')", tip)

    def _word(self, text: str, name: str, action: str = "", tip: str = "") -> Word:
        return Word(Content(text).stylize(self.look(name)), action, tip)


def _cells(words: Iterable[Word]) -> int:
    return sum(word.content.cell_length for word in words)


def _share(lengths: Sequence[int], room: int) -> int:
    """How long texts may be at most, to fit in ``room`` cells together."""
    each = max(lengths, default=room)
    while each > 0 and sum(min(length, each) for length in lengths) > room:
        each -= 1
    return each
