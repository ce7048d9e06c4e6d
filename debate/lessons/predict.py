"""What is asked before it is shown: the question, the choices, and which of them is right."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from debate.lessons.steps import Predict
from debate.model import Debate
from debate.model.text import one_line
from debate.reasoning.evaluate import Evaluation

#: Choices among claims, the right one among them.
_CLAIMS = 3

_VERDICTS = ("stands", "falls", "open")


class Posed(NamedTuple):
    """A prediction as it is put.

    ``about`` is the row of the claim that it is about, -1 for none; ``question`` the question of
    the debate that it is about, "" for none.
    """

    ask: str
    choices: tuple[str, ...]
    about: int = -1
    question: str = ""


def pose(debate: Debate, step: Predict) -> Posed:
    """Put the question."""
    who = debate.positions[step.side].label if step.side >= 0 else ""
    match step.kind:
        case "option":
            question = debate.questions[step.question]
            choices = tuple(map(_said, question.options.values()))
            ask = f"What does {who} recommend?"
            return Posed(ask, choices, question=_said(question.ask))
        case "echo":
            choices = (f"{who} agrees", f"{who} says the opposite", f"{who} passes it over")
            return Posed(f"What do you think {who} says to this?", choices, step.row)
        case "reply":
            choices = tuple(
                _said(debate.text(row)) for row in reply_choices(debate, step.row, step.answer)
            )
            return Posed(f"Which of these is {who}'s answer?", choices, step.row)
        case "verdict":
            who = debate.positions[debate.claims[step.row].position].label
            ask = f"You have seen the whole case of {who} for this. Does it stand?"
            return Posed(ask, ("It stands", "It falls", "It stays open"), step.row)
        case "outcome":
            question = debate.questions[step.question]
            choices = tuple(_said(question.options[option]) for option in _options(debate, step))
            choices = (*choices, "Neither: it stays open")
            ask = "If these two settle it, what comes out?"
            return Posed(ask, choices, question=_said(question.ask))


def answer(debate: Debate, step: Predict, evaluation: Callable[[], Evaluation]) -> int:
    """The number of the right choice; ``evaluation`` is called only where a verdict is asked."""
    match step.kind:
        case "option":
            row = debate.recommendation(step.side, step.question)
            option = debate.claims[row].option if row is not None else None
            return list(debate.questions[step.question].options).index(option or "")
        case "echo":
            links = debate.links(step.row)
            clashes = any(debate.claims[row].position == step.side for row in links.clashes)
            agrees = any(debate.claims[row].position == step.side for row in links.agrees)
            return 1 if clashes else 0 if agrees else 2
        case "reply":
            return reply_choices(debate, step.row, step.answer).index(step.answer)
        case "verdict":
            return _VERDICTS.index(evaluation().verdict(step.row))
        case "outcome":
            options = _options(debate, step)
            found = evaluation().outcome(step.question, (step.side, step.other)).option
            return options.index(found) if found in options else len(options)


def reply_choices(debate: Debate, row: int, reply: int) -> list[int]:
    """Claims of the side of ``reply``, it among them, that might be its answer to ``row``.

    The others are near it on its level or above and have nothing to do with ``row``.
    """
    links = debate.links(row)
    related = {*links.agrees, *links.clashes}
    claim = debate.claims[reply]
    level = debate.children(claim.parent) if claim.parent >= 0 else debate.roots(claim.position)
    texts = {_said(debate.text(reply))}
    found = [reply]
    for near in [*level, *debate.roots(claim.position)]:
        text = _said(debate.text(near))
        if len(found) < _CLAIMS and near not in related and text and text not in texts:
            found.append(near)
            texts.add(text)
    return sorted(found)


def _options(debate: Debate, step: Predict) -> list[str]:
    """What the two sides of an outcome recommend."""
    rows = [debate.recommendation(side, step.question) for side in (step.side, step.other)]
    options = [debate.claims[row].option for row in rows if row is not None]
    return [option for option in dict.fromkeys(options) if option]


def _said(text: str) -> str:
    return one_line(text)
