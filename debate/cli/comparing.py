"""The comparison as two commands print it: side by side, and what would decide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from debate.cli.streams import say, write

if TYPE_CHECKING:
    from debate.model import Debate
    from debate.reasoning.compare import Comparison
    from debate.reasoning.evaluate import Evaluation
    from debate.reasoning.solver import SolverMissing


def print_comparison(
    debate: Debate, compared: Comparison, judged: Evaluation | None = None
) -> None:
    """Print who says what and what would decide between two sides; ``judged`` adds verdicts."""
    from debate.reasoning.evaluate import Evaluation
    from debate.reasoning.solver import SolverMissing
    from debate.writers import glance
    from debate.writers.verdicts import deciding

    evaluation = judged or (Evaluation(debate) if debate.questions else None)
    missing: list[SolverMissing] = []

    def decides(question: str) -> Iterator[str]:
        """What would decide a question; without it the comparison is still worth printing."""
        if evaluation is not None:
            try:
                yield from deciding(evaluation, question)
            except SolverMissing as error:
                missing.append(error)

    write(glance.comparison(debate, compared, judged, decides))
    for error in missing[:1]:
        say(f"debate: what would decide between two sides is left out: {error}")
