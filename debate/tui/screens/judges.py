"""A view of a claim that one can judge."""

from __future__ import annotations

from debate.reasoning.judgements import Kind
from debate.tui.screens.leads import Leads

#: How much a step is weighed up or down at once, in tenths.
_TENTH = 10

_NO_STEP = "Only a reason, an objection or a recommendation has a weight."
_NO_MORE, _NO_LESS = "It weighs 1: nothing weighs more.", "It weighs 0: nothing weighs less."


class Judges(Leads):
    """The verbs that judge ``session.row``, and its step to the claim above it."""

    def action_judge(self, kind: Kind) -> None:
        """Accept or reject the claim, or take that back."""
        if self.session.row >= 0:
            self.session.judging.toggle(self.session.row, kind)

    def action_unjudge(self) -> None:
        """Take back what is judged of this row."""
        if self.session.row >= 0:
            self.session.judging.clear(self.session.row)

    def action_beside(self) -> None:
        """The step does not bear on the claim above it; once more takes that back."""
        judging, row = self.session.judging, self._step()
        if row >= 0:
            judging.weigh(row, None if judging.judgements.weight.get(row) == 0 else 0.0)

    def action_weigh(self, tenths: int) -> None:
        """Make the step weightier, or lighter."""
        judging, row = self.session.judging, self._step()
        if row >= 0:
            now = judging.weight(row)
            weight = min(max(round(now * _TENTH) + tenths, 0), _TENTH) / _TENTH
            if weight == now:
                self.notify(_NO_MORE if tenths > 0 else _NO_LESS, timeout=3)
            else:
                judging.weigh(row, weight)

    def action_credence(self) -> None:
        """Ask how credible the claim is."""
        from debate.tui.screens.slider import TAKEN_BACK, Slider

        judging, row = self.session.judging, self.session.row
        if row < 0:
            return
        meant = judging.debate.meant(row)
        now = judging.judgements.credence.get(meant, judging.debate.claims[meant].credence)

        def believe(credence: float | None) -> None:
            if credence is not None:
                judging.believe(row, None if credence == TAKEN_BACK else credence)

        title = f"How credible is {judging.debate.label(row)}?"
        self.app.push_screen(Slider(title, 0.5 if now is None else now), believe)

    def _step(self) -> int:
        """The row whose step is meant; -1, with a word to the user, where it makes none."""
        from debate.readers.judgements import has_weight  # reads YAML, which the walk need not

        row = self.session.row
        if row < 0 or has_weight(self.session.debate, row):
            return row
        self.notify(_NO_STEP, timeout=3)
        return -1
