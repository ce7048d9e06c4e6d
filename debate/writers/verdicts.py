"""Judged debates as plain text: what stands and why, and what would change it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from debate.model import Debate
from debate.reasoning.cruxes import Change, Crux, between, rivals
from debate.reasoning.evaluate import Evaluation, question_verdict, verdict
from debate.reasoning.explain import at_odds, sentence, why
from debate.reasoning.scope import Scope
from debate.writers.outline import count
from debate.writers.plain import block, heading

#: Claims that do not stand, and sets of judgements, listed before it is said how many there are.
_MOST = 40
_SETS = 5


def verdicts(evaluation: Evaluation, side: int | None = None) -> Iterator[str]:
    """Each question with its options and who recommends them; then what falls or is open.

    ``side`` is the index of a position that is taken alone; None is all sides together.
    """
    debate = evaluation.debate
    scope = evaluation.scope(None if side is None else [side])
    for question in debate.questions:
        yield from _question(evaluation, scope, question)
    rows = range(len(debate.claims)) if side is None else debate.side(side)
    wavering = [
        row for row in rows if debate.claims[row].target < 0 and evaluation.verdict(row) != "stands"
    ]
    if not rows:
        yield block("There are no claims.")
        return
    if not wavering:  # an option may fall all the same, by what other sides say
        each = len(scope.sides) > 1
        yield block("Every claim stands, each side by itself." if each else "Every claim stands.")
        return
    yield heading("Claims that fall or are open, each side by itself", "-")
    for row in wavering[:_MOST]:
        yield block(f"{debate.label(row)}: {debate.text(row)}", "- ")
        yield block(f"{sentence(debate, why(evaluation, row))}.", "    ")
    if len(wavering) > _MOST:
        yield block(f"and {count(len(wavering) - _MOST, 'other claim')}; --json has all", "- ")


def _question(evaluation: Evaluation, scope: Scope, question: str) -> Iterator[str]:
    debate, outcome = evaluation.debate, scope.outcome(question)
    asked = debate.questions[question]
    yield heading(asked.ask, "-")
    for option, label in outcome.options.items():
        yield block(f"{asked.options[option]}: {_said(verdict(label))}", "- ")
        for side, row in outcome.recommended.items():
            if debate.claims[row].option == option:
                reason = sentence(debate, why(evaluation, row, scope))
                yield block(f"{debate.positions[side].title}: {reason}.", "    ")
                odds = at_odds(evaluation, row)
                if odds:
                    yield block(odds, "    ")
    silent = [debate.positions[s].title for s in scope.sides if s not in outcome.recommended]
    if silent:
        yield block(f"silent: {', '.join(silent)}", "- ")
    if question_verdict(outcome) == "open":
        yield block("The question is open.")
    yield "\n"


def turning_points(
    debate: Debate,
    cruxes: Iterable[Crux],
    steepest: Iterable[tuple[int, float]],
    *,
    between: bool = False,
) -> Iterator[str]:
    """The cruxes by question, then the claims on which the strengths depend most.

    ``between`` is whether two sides were asked about; where nothing can turn, that is said.
    """
    cruxes, steepest = list(cruxes), list(steepest)
    if not cruxes and between:
        yield block("These two sides answer no question differently.")
        yield "\n" if steepest else ""
    elif not cruxes and not steepest:
        yield block("There is no recommendation here that could change.")
    last = None
    for crux in cruxes:
        if crux.question != last:
            yield heading(debate.questions[crux.question].ask, "-")
            last = crux.question
        yield block(_before_and_after(debate, crux))
        yield from _listed(debate, crux)
        yield "\n"
    if steepest:
        yield heading("Matters most", "-")
        for row, slope in steepest:
            way = (
                "the more credible, the stronger" if slope > 0 else "the more credible, the weaker"
            )
            yield block(f"{debate.label(row)}: {debate.text(row)} ({way}: {slope:+.3f})", "- ")


def deciding(evaluation: Evaluation, question: str, most: int = 12) -> Iterator[str]:
    """What would decide a question between each two sides that answer it differently.

    At most ``most`` pairs are worked out; how many more there are is said. Raises SolverMissing.
    """
    debate = evaluation.debate
    pairs = rivals(debate, question)
    for one, other in pairs[:most]:
        names = " and ".join(debate.positions[side].label for side in (one, other))
        for crux in between(evaluation, one, other, question):
            label = debate.questions[question].options[crux.after]
            yield block(f"Between {names}: {label} is the outcome if you")
            yield from _listed(debate, crux)
    if len(pairs) > most:
        more = count(len(pairs) - most, "other pair")
        yield block(f"and between {more} of sides: debate cruxes --between A B")


def _listed(debate: Debate, crux: Crux) -> Iterator[str]:
    """The sets of a crux, the first few."""
    for changes in crux.sets[:_SETS]:
        yield block(_changes(debate, changes), "- ", "  ")
    if not crux.sets:
        yield block("nothing you could judge changes this", "- ")
    more = len(crux.sets) - _SETS
    if more > 0:
        least = "at least " if crux.more else ""
        yield block(f"or one of {least}{count(more, 'other way')}; --json lists them", "- ")


def _before_and_after(debate: Debate, crux: Crux) -> str:
    if crux.position is None:
        options = debate.questions[crux.question].options
        return (
            f"Outcome {options.get(crux.before, crux.before)}; "
            f"it would be {options.get(crux.after, crux.after)} if you"
        )
    row = debate.recommendation(crux.position, crux.question)
    option = debate.claims[row].option if row is not None else None
    label = debate.questions[crux.question].options.get(option or "", "")
    side = debate.positions[crux.position].title
    would = {"stands": "stand", "falls": "fall"}[crux.after]
    return f"{side}, {label}: {_said(crux.before)}; it would {would} if you"


def _changes(debate: Debate, changes: Iterable[Change]) -> str:
    """The judgements of one set: "accept Fried 1.1 (Trump is …) and reject Åslund 1.2 (…)"."""
    return " and ".join(
        f"{change.judgement} {debate.label(change.row)} ({debate.text(change.row)})"
        for change in changes
    )


def _said(word: str) -> str:
    return "is open" if word == "open" else word
