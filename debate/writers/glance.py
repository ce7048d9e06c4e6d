"""A debate at a glance, as plain text: its overview, and its sides next to each other.

What the app shows as two screens, for a pipe, a dumb terminal, or a reader who wants no app.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from debate.model import Citation, Debate, Role
from debate.model.fragment import cited
from debate.reasoning.compare import Comparison, QuestionComparison, Stance
from debate.writers.outline import count
from debate.writers.plain import block, heading, paragraphs

if TYPE_CHECKING:
    from debate.reasoning.evaluate import Evaluation

#: Supports, and objections, shown of a recommendation: the strongest.
_REASONS = 3

#: Facts of the background shown before it says how many more there are.
_FACTS = 40


def overview(debate: Debate) -> Iterator[str]:
    """What is asked and who answers what, the background and the outcome; chunks of text."""
    yield heading(debate.title, "=")
    sizes = [
        debate.date or "",
        count(len(debate.positions), "side"),
        count(len(debate.questions), "question"),
        count(len(debate.claims), "claim"),
    ]
    yield block(" · ".join(filter(None, sizes)))
    if debate.summary:
        yield "\n"
        yield paragraphs(debate.summary)
    yield "\n"
    if debate.questions:
        yield heading("What is asked", "-")
        for question in debate.questions.values():
            yield block(f"{question.ask} ({' / '.join(question.options.values())})", "- ")
        yield "\n"
    yield heading("The sides", "-")
    for side in debate.positions:
        yield block(f"{side.title}, {side.role}" if side.role else side.title, "- ")
    if not debate.positions:
        yield "Nobody has taken a position yet.\n"
    yield from _background(debate)
    if debate.outcome:
        yield "\n"
        yield heading("Outcome", "-")
        yield block(_with_citations(debate, debate.outcome.text, debate.outcome.cite))


def comparison(
    debate: Debate,
    compared: Comparison,
    judged: Evaluation | None = None,
    deciding: Callable[[str], Iterable[str]] = lambda question: (),
) -> Iterator[str]:
    """Each side's answer to each question with its conditions and strongest reasons; the links.

    ``judged`` adds what stands of the answers, each side by itself, and what all come to together;
    ``deciding`` gives the text, by the question, on what would decide between two sides.
    """
    for asked in compared.questions:
        yield heading(asked.question.ask, "-")
        for stance in asked.stances:
            yield from _stance(debate, asked, stance, judged)
        if judged:
            option = judged.outcome(asked.id).option
            yield block(
                f"All sides together: {asked.question.options[option] if option else 'open'}"
            )
        yield from deciding(asked.id)
        yield "\n"
    yield from _theses(debate)
    yield from _pairs(debate, "Common ground", compared.common_ground)
    yield "\n"
    yield from _pairs(debate, "Clashes", compared.clashes)


# ---------------------------------------------------------------------- the overview's parts


def _background(debate: Debate) -> Iterator[str]:
    facts = list(debate.roots(-1))
    if facts:
        yield "\n"
        yield heading("Background", "-")
    for row in facts[:_FACTS]:
        claim = debate.claims[row]
        yield block(_with_citations(debate, debate.text(row), claim.cite), "- ")
    if len(facts) > _FACTS:
        yield f"  and {count(len(facts) - _FACTS, 'fact')} more\n"


def _with_citations(debate: Debate, text: str, cites: Iterable[Citation]) -> str:
    places = "; ".join(cited(debate, citation) for citation in cites)
    return f"{text} ({places})" if places else text


# ---------------------------------------------------------------------- the comparison's parts


def _stance(
    debate: Debate, asked: QuestionComparison, stance: Stance, judged: Evaluation | None
) -> Iterator[str]:
    label = debate.positions[stance.position].label
    if stance.claim is None:
        yield block(f"{label}: silent")
        return
    option = asked.question.options.get(stance.option or "", stance.option or "")
    kind = " (on a condition)" if stance.kind == "conditional" else ""
    verdict = f" - {_verdict(judged, stance.claim)}" if judged else ""
    yield block(f"{label}: {option}{kind}{verdict}")
    yield block(debate.text(stance.claim), "  ")
    for rows, word in (
        (stance.conditions, Role.CONDITION.connective),
        (stance.supports, Role.SUPPORT.connective),
        (stance.objections, Role.OBJECTION.connective),
    ):
        shown = rows if word == Role.CONDITION.connective else rows[:_REASONS]
        for row in shown:
            yield block(debate.text(row), f"  {word:<8}")
        if len(rows) > len(shown):
            yield f"  {'':<8}and {len(rows) - len(shown)} more\n"


def _verdict(judged: Evaluation, row: int) -> str:
    reason = judged.reason(row)
    return judged.verdict(row) + (f", {reason}" if reason else "")


def _theses(debate: Debate) -> Iterator[str]:
    """What sides argue without answering any question."""
    for position, side in enumerate(debate.positions):
        roots = (row for row in debate.roots(position) if _is_thesis(debate, row))
        rows = list(islice(roots, _REASONS + 1))
        if not rows:
            continue
        yield heading(f"{side.label} also argues", "-")
        yield from (block(debate.text(row), "- ") for row in rows[:_REASONS])
        if len(rows) > _REASONS:
            yield "  and more\n"
        yield "\n"


def _is_thesis(debate: Debate, row: int) -> bool:
    return debate.claims[row].role is Role.THESIS


def _pairs(debate: Debate, title: str, pairs: Iterable[tuple[int, int]]) -> Iterator[str]:
    yield heading(title, "-")
    none = True
    for first, second in pairs:
        none = False
        yield block(debate.text(first), f"- {debate.label(first)}: ", " " * 4)
        yield block(debate.text(second), f"  {debate.label(second)}: ", " " * 4)
    if none:
        yield "None is marked in this debate.\n"
