"""What the reader makes of the open debate: judgements, what follows from them, undo and redo.

Nothing is worked out before something is judged or asked for: whoever only reads pays nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from debate.model import Debate
from debate.reasoning.judgements import NO_JUDGEMENTS, Judgements, Kind
from debate.reasoning.semantics import QUADRATIC, SEMANTICS
from debate.tui import judged
from debate.tui.undoing import Spot, Undoing

if TYPE_CHECKING:
    from debate.reasoning.evaluate import Evaluation

#: Claims that are judged in a moment; for more, one is not kept waiting at the first judgement.
_SOON = 50_000


def _nobody() -> None:
    """Who is told of changes while no screen is there."""


class Judging:
    """The judgements on a debate, the last of a row of them that one can go back and forward in.

    ``asked`` is whether verdicts are wanted although nothing is judged; ``bars`` whether strengths
    are. ``veiled`` hides both, as long as a class is to predict first. ``changed`` is called after
    each change: by then :attr:`evaluation` is up to date.
    """

    def __init__(
        self,
        debate: Debate,
        judgements: Judgements = NO_JUDGEMENTS,
        undoing: Undoing | None = None,
    ) -> None:
        self.debate = debate
        self.judgements = judgements
        self.asked = False
        self.bars = False
        self.semantics = QUADRATIC
        self.veiled = False
        self.changed: Callable[[], object] = _nobody
        self.count = 0
        self._evaluation: Evaluation | None = None
        self.undoing = undoing or Undoing()
        self.undoing.keep(judged.KINDS, self._put)

    @property
    def shown(self) -> bool:
        """Whether verdicts are to be seen."""
        return self._wanted and not self.waits

    @property
    def waits(self) -> bool:
        """Whether :meth:`work_out` is to be called, beside the screen, before anything is seen."""
        return self._wanted and self._evaluation is None and len(self.debate.claims) > _SOON

    @property
    def _wanted(self) -> bool:
        return not self.veiled and (self.asked or self.bars or bool(self.judgements))

    @property
    def ready(self) -> bool:
        """Whether :attr:`evaluation` can be looked at without keeping anyone waiting."""
        return self._evaluation is not None or len(self.debate.claims) <= _SOON

    def work_out(self) -> Evaluation:
        """What followed from the judgements when this was called, questions included."""
        from debate.reasoning.evaluate import Evaluation

        evaluation = Evaluation(self.debate, self.judgements, semantics=self.semantics)
        if self.debate.questions:
            evaluation.scope()
        return evaluation

    def have(self, evaluation: Evaluation) -> None:
        """Take what was worked out, and what was judged meanwhile."""
        evaluation.restate(self.semantics)
        evaluation.judge(self.judgements)
        self._evaluation = evaluation
        self._tell()

    @property
    def evaluation(self) -> Evaluation:
        """What follows from the judgements; worked out when it is first looked at."""
        if self._evaluation is None:
            self._evaluation = self.work_out()
        return self._evaluation

    # ------------------------------------------------------------------ one judgement

    def toggle(self, row: int, kind: Kind) -> None:
        """Accept or reject a claim; once more takes it back."""
        row = self.debate.meant(row)
        now = self.judgements
        if row in (now.accepted if kind == "accept" else now.rejected):
            self.take(now.clear(row, kind))
        else:
            self.take(now.accept(row) if kind == "accept" else now.reject(row))

    def believe(self, row: int, credence: float | None) -> None:
        """Give a claim a credence, or with None take it back."""
        row = self.debate.meant(row)
        now = self.judgements
        self.take(now.clear(row, "credence") if credence is None else now.believe(row, credence))

    def weigh(self, row: int, weight: float | None) -> None:
        """Give a row's step a weight, or with None take it back."""
        now = self.judgements
        self.take(now.clear(row, "weight") if weight is None else now.weigh(row, weight))

    def clear(self, row: int) -> None:
        """Take back all that is judged of a row: of its claim, and of its step."""
        self.take(self.judgements.clear(self.debate.meant(row)).clear(row, "weight"))

    def weight(self, row: int) -> float:
        """What a row's step weighs now: as judged, as written, or by default."""
        return self.evaluation.case.verdict_weight(row)

    # ------------------------------------------------------------------ all of them

    def take(self, judgements: Judgements) -> None:
        """Judge otherwise; what was judged before can be gone back to."""
        if judgements == self.judgements:
            return
        self.undoing.did(judged.changes(self.judgements, judgements))
        self._become(judgements)

    def undo(self) -> bool:
        """Go back to what was judged before; False where there is nothing to go back to."""
        return self.undoing.undo() is not None

    def redo(self) -> bool:
        """Go forward again; False where one never went back."""
        return self.undoing.redo() is not None

    def follow(self, before: Judging, now: Callable[[Judgements], Judgements]) -> None:
        """Go on with what was judged in an earlier version of the debate; ``now`` moves the rows.

        Nobody is told; what was done is undone as before, for deeds move along by themselves.
        """
        self.asked, self.bars = before.asked, before.bars
        self.judgements = now(before.judgements)
        self.semantics, self.veiled = before.semantics, before.veiled

    def show(self, *, asked: bool | None = None, bars: bool | None = None) -> None:
        """Show verdicts although nothing is judged, or strengths, or no longer."""
        self.asked = self.asked if asked is None else asked
        self.bars = self.bars if bars is None else bars
        self._tell()

    def next_semantics(self) -> None:
        """Work strengths out by the next of the known semantics, and show them."""
        known = list(SEMANTICS.values())
        self.semantics = known[(known.index(self.semantics) + 1) % len(known)]
        if self._evaluation is not None:
            self._evaluation.restate(self.semantics)
        self.show(bars=True)

    def veil(self, veiled: bool) -> None:
        """Hide verdicts and strengths, or no longer."""
        if veiled != self.veiled:
            self.veiled = veiled
            self._tell()

    def _put(self, values: Mapping[Spot, Any]) -> bool:
        """Judge some rows as once before; whether that is another judgement than now."""
        now = judged.put(self.judgements, values)
        changed = now != self.judgements
        if changed:
            self._become(now)
        return changed

    def _become(self, judgements: Judgements) -> None:
        self.judgements = judgements
        if self._evaluation is not None:
            self._evaluation.judge(judgements)
        self._tell()

    def _tell(self) -> None:
        self.count += 1
        self.changed()
