"""What would change the outcome if the class is right: a few cruxes of each recommendation."""

from __future__ import annotations

from dataclasses import replace

from debate.lessons.credences import judgements
from debate.lessons.record import Record
from debate.model import Debate
from debate.reasoning.cruxes import cruxes
from debate.reasoning.evaluate import Evaluation
from debate.tui.pages.cruxes import Found

#: Sets that are shown of each crux: a class has eight minutes.
_SETS = 1


def class_cruxes(debate: Debate, record: Record) -> Found:
    """The cruxes of every question voted on, on top of the class's votes; raises SolverMissing."""
    evaluation = Evaluation(debate, judgements(record, debate, 2))
    found = []
    for item in record.questions:
        if item.id in debate.questions:
            found += cruxes(evaluation, item.id)
    shown = [
        replace(crux, sets=crux.sets[:_SETS], more=crux.more or len(crux.sets) > _SETS)
        for crux in found
    ]
    return Found(shown, [], [])
