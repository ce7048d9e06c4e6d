"""The comparison: questions by sides, a cell's reasons, common ground and clashes."""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial

from debate.model import Debate
from debate.reasoning.cruxes import Crux, between, rivals
from debate.reasoning.evaluate import Evaluation
from debate.reasoning.judgements import Judgements
from debate.reasoning.solver import SolverMissing
from debate.tui.pages.compare import ComparisonPage
from debate.tui.pages.cruxes import deciding_page
from debate.tui.pages.sheet import Sheet
from debate.tui.pages.target import Cell
from debate.tui.screens.paged import PagedView
from debate.tui.session import Session
from debate.tui.widgets.page import Page

#: Pairs of sides of which it is worked out what would decide between them.
_PAIRS = 12

#: What decides a question under judgements: each crux with the names of its two sides.
Decisions = list[tuple[str, Crux]]


class CompareScreen(PagedView):
    """The sides next to each other."""

    VIEW = "compare"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._page = ComparisonPage(
            session.debate, self.comparison, session.judging, self._deciding
        )
        self._decisions: dict[tuple[str, Judgements], Decisions | str] = {}

    def lay_out(self, width: int) -> Sheet:
        """The comparison."""
        return self._page.build(width)

    @property
    def about(self) -> int:
        """The recommendation in the chosen cell."""
        if not self.comparison.questions or not self.session.debate.positions:
            return -1
        row = self._recommendation(self._page.chosen)
        return -1 if row is None else row

    def show_more(self, what: str) -> None:
        """More of the pairs."""
        self._page.show_more(what)

    def on_page_reached(self, message: Page.Reached) -> None:
        """Below the matrix stand the reasons of the cell one is on."""
        if isinstance(message.target, Cell) and message.target != self._page.chosen:
            self._page.chosen = message.target
            self.page.rebuild()
            self._decide()

    async def open(self, target: Hashable, clicked: bool) -> None:
        """Enter or two clicks on a cell walk to its recommendation; one only looks at it."""
        if not isinstance(target, Cell):
            await super().open(target, clicked)
        elif not clicked and (row := self._recommendation(target)) is not None:
            self.host.walk_to(row)

    # ------------------------------------------------------------------ what would decide

    def arrive(self) -> None:
        """Say what stands now, and begin to work out what would decide."""
        super().arrive()
        self._decide()

    def judged(self) -> None:
        """Say what stands now; what would decide may be something else."""
        super().judged()
        self._decide()

    def _asked(self) -> tuple[str, Judgements] | None:
        """The question of the chosen cell, under the judgements of now; None without questions."""
        if not self.comparison.questions:
            return None
        question = self.comparison.questions[self._page.chosen.question].id
        return question, self.session.judging.judgements

    def _deciding(self, width: int) -> Sheet:
        asked = self._asked()
        if asked is None:
            return Sheet(width)
        found = self._decisions.get(asked, "Working it out…")
        more = len(rivals(self.session.debate, asked[0])) - _PAIRS
        return deciding_page(self.session.debate, asked[0], found, max(0, more), width)

    def _decide(self) -> None:
        """Work it out beside the screen, once for each question and what is judged."""
        asked = self._asked()
        if asked is not None and asked not in self._decisions:
            self.run_worker(partial(self._work, asked), thread=True)

    def _work(self, asked: tuple[str, Judgements]) -> None:
        found = decisions(self.session.debate, *asked)
        self.app.call_later(self._decided, asked, found)

    def _decided(self, asked: tuple[str, Judgements], found: Decisions | str) -> None:
        self._decisions = {
            key: value for key, value in self._decisions.items() if key[1] == asked[1]
        }
        self._decisions[asked] = found
        if self.is_mounted and asked == self._asked():
            self.page.rebuild()

    def _recommendation(self, cell: Cell) -> int | None:
        return self.comparison.questions[cell.question].stances[cell.position].claim


def decisions(debate: Debate, question: str, judgements: Judgements) -> Decisions | str:
    """What would decide a question between each two rivals; a word to the user where it cannot."""
    evaluation = Evaluation(debate, judgements)
    found: Decisions = []
    for one, other in rivals(debate, question)[:_PAIRS]:
        names = f"{debate.positions[one].label} and {debate.positions[other].label}"
        try:
            found += [(names, crux) for crux in between(evaluation, one, other, question)]
        except SolverMissing as missing:
            return str(missing)
    return found
