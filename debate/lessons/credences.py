"""If the class is right: its votes on claims as credences, and what follows from them."""

from __future__ import annotations

from debate.lessons.record import Answer, Finding, Record, Round
from debate.lessons.votes import credence, latest
from debate.model import Debate
from debate.reasoning.evaluate import Evaluation
from debate.reasoning.judgements import Judgements


def judgements(record: Record, debate: Debate, round: Round) -> Judgements:
    """The class's votes as judgements: a credence for each claim on which it took sides.

    Of the votes up to a round the last counts (:func:`debate.lessons.votes.credence`). Claims that
    the debate no longer has are left out; a ref's vote is its claim's.
    """
    found = Judgements()
    for item in record.claims:
        counts = latest(record, item.id, round)
        share = credence(counts) if counts else None
        if share is None:
            continue
        try:
            row = debate.find(item.id)
        except KeyError:
            continue
        found = found.believe(debate.meant(row), share)
    return found


def findings(record: Record, evaluation: Evaluation) -> tuple[Finding, ...]:
    """What becomes of each question that was voted on, after each vote that there was.

    Works on ``evaluation`` and leaves it with the judgements of the last vote. Nothing is found
    where no vote says anything about a claim.
    """
    found: list[Finding] = []
    rounds: tuple[Round, ...] = (1, 2)
    for round in rounds:
        if not any(vote.round == round for vote in record.votes):
            continue
        judged = judgements(record, evaluation.debate, round)
        if judged.credence:
            evaluation.judge(judged)
            found += [
                _finding(evaluation, item.id, round)
                for item in record.questions
                if item.id in evaluation.debate.questions
            ]
    return tuple(found)


def _finding(evaluation: Evaluation, question: str, round: Round) -> Finding:
    debate = evaluation.debate
    outcome = evaluation.outcome(question)
    options = debate.questions[question].options
    answers = tuple(
        Answer(
            debate.positions[side].label,
            options.get(debate.claims[row].option or "", debate.claims[row].option or ""),
            evaluation.verdict(row),
            min(max(evaluation.strength(row), 0.0), 1.0),
        )
        for side, row in outcome.recommended.items()
    )
    return Finding(round, question, outcome.option, answers)
