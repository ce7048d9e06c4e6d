"""What would change the recommendation above a claim: worked out beside the screen, then listed."""

from __future__ import annotations

from textual.content import Content

from debate.model import Debate
from debate.reasoning.cruxes import between, cruxes
from debate.reasoning.evaluate import Evaluation
from debate.reasoning.gradient import matters_most
from debate.reasoning.judgements import Judgements
from debate.reasoning.solver import SolverMissing
from debate.tui.judging import Judging
from debate.tui.pages.cruxes import Found, crux_page
from debate.tui.pages.sheet import Sheet
from debate.tui.pages.verdict import asked_by
from debate.tui.screens.listing import Listing
from debate.tui.widgets.page import Page

#: Claims that are named of those on which a strength depends.
_MATTER = 7


class CruxScreen(Listing):
    """The cruxes of the recommendation above a row; of all recommendations where it has none."""

    def __init__(self, judging: Judging, row: int) -> None:
        super().__init__("What would change it", self._lay_out)
        self._debate = judging.debate
        self._judgements = judging.judgements
        self._row = row
        self._question = asked_by(judging, row)
        self._found: Found | str = "Working it out…"

    def on_mount(self) -> None:
        """Work it out, off the screen's thread and on a copy: the user may go on."""
        self.run_worker(self._work, thread=True)

    def _work(self) -> None:
        try:
            found: Found | str = find(self._debate, self._judgements, self._row, self._question)
        except SolverMissing as missing:
            found = str(missing)
        self.app.call_later(self._show, found)

    def _show(self, found: Found | str) -> None:
        self._found = found
        for page in self.query(Page):  # none, once the dialog is closed
            page.rebuild()

    def _lay_out(self, width: int) -> Sheet:
        if isinstance(self._found, Found):
            return crux_page(self._debate, self._found, width)
        sheet = Sheet(width)
        sheet.blank()
        sheet.write(Content.styled(self._found, "muted"))
        return sheet


def find(debate: Debate, judgements: Judgements, row: int, question: str | None) -> Found:
    """The cruxes that a reader at a row wants to see; raises SolverMissing."""
    evaluation = Evaluation(debate, judgements)
    alone = cruxes(evaluation, question)
    if question is None:
        return Found(alone, [], [])
    mine = debate.claims[row].position
    recommendation = debate.recommendation(mine, question)
    pairs = []
    for other, side in enumerate(debate.positions):
        if other != mine:
            names = f"{debate.positions[mine].label} and {side.label}"
            pairs += [(names, crux) for crux in between(evaluation, mine, other, question)]
    matters = [] if recommendation is None else matters_most(evaluation, [recommendation], _MATTER)
    return Found([crux for crux in alone if crux.position == mine], pairs, matters)
