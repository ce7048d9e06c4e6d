"""The head of a debate: title, sources, questions, outcome, and who speaks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from debate.files.checks import ID, check_citation
from debate.files.finding import KEY, Finding, Row, Spot, quoted
from debate.files.shapes import validated
from debate.model import Debate, Outcome, Position, Question, Source

Report = Callable[[Finding], None]

_ID_HINT = "write letters, digits, - and _ only"


def read_head(head: Row, report: Report, *, spoilt: bool) -> Debate:
    """A debate without claims from the head of its file; ``spoilt`` heads lost a key already."""
    if (version := head.get("format")) not in (None, "1"):
        message = f"format {quoted(version)} is not known"
        report(Finding("format", message, "write `format: 1`", ("head", "format")))
    if not head.get("title") and not spoilt:
        report(Finding("missing-field", "the debate has no title", "add `debate: …`", ("head",)))
    debate = Debate(head.get("title", ""), head.get("date"), head.get("summary"))
    debate.sources = _table(head, "sources", Source, report)
    debate.questions = _table(head, "questions", Question, report)
    for name, question in debate.questions.items():
        _check_options(name, question, report)
    debate.outcome = _outcome(debate, head.get("outcome"), report)
    debate.extra = _extra(head, ("head", "extra"), report)
    return debate


def _extra(head: Row, spot: Spot, report: Report) -> dict[str, Any] | None:
    """What another format keeps there: a mapping, nothing where it is empty."""
    given = head.get("extra")
    if given is None or isinstance(given, dict):
        return given or None
    hint = "write `extra: {some-key: …}`"
    report(Finding("wrong-type", f"{quoted('extra')} takes a mapping", hint, spot))
    return None


def _table(head: Row, key: str, kind: type, report: Report) -> dict[str, Any]:
    """A mapping from id to one of the model's records."""
    given = head.get(key, {})
    if not isinstance(given, dict):
        message = f"{quoted(key)} takes a mapping from ids"
        report(Finding("wrong-type", message, "write `some-id: {…}`", ("head", key)))
        return {}
    made = {}
    for name, value in given.items():
        spot: Spot = ("head", key, name)
        if not ID.fullmatch(name):
            report(Finding("bad-id", f"{quoted(name)} is no id", _ID_HINT, (*spot, KEY)))
        record = validated(kind, value, spot, report)
        if record is not None:
            made[name] = record
    return made


def _check_options(name: str, question: Question, report: Report) -> None:
    spot: Spot = ("head", "questions", name, "options")
    if len(question.options) < 2:
        message = f"the question {quoted(name)} has fewer than two options"
        report(Finding("few-options", message, "add what else could be answered", spot))
    for option in question.options:
        if not ID.fullmatch(option):
            where = (*spot, option, KEY)
            report(Finding("bad-id", f"{quoted(option)} is no id", _ID_HINT, where))


def _outcome(debate: Debate, given: Any, report: Report) -> Outcome | None:
    if given is None:
        return None
    if isinstance(given, str):
        return Outcome(given)
    spot: Spot = ("head", "outcome")
    if not isinstance(given, dict) or set(given) - {"claim", "cite"} or "claim" not in given:
        hint = "write text, or `claim: …` and `cite: …`"
        report(Finding("wrong-type", "the outcome is text, or a claim with a citation", hint, spot))
        return None
    cites = given.get("cite", [])
    cites = cites if isinstance(cites, list) else [cites]
    for cite in cites:
        if isinstance(cite, dict) and isinstance(cite.get("paragraph"), str):
            cite["paragraph"] = [cite["paragraph"]]
    outcome: Outcome | None = validated(
        Outcome, {"text": given["claim"], "cite": cites}, spot, report
    )
    if outcome:
        for at, citation in enumerate(outcome.cite):
            check_citation(debate, citation, (*spot, "cite", at), report)
    return outcome


def read_position(name: str, head: Row, spot: Spot, report: Report) -> Position:
    """A position without claims; ``spot`` is that of its head."""
    position = Position(
        name, head.get("speaker"), head.get("short"), head.get("role"), head.get("note")
    )
    position.extra = _extra(head, (*spot, "extra"), report)
    return position


def check_names(names: Iterable[Any], report: Report, where: Spot) -> list[str]:
    """The names of positions that can be used; they name files, so nothing may climb out.

    The spot of a name is its number in ``where``.
    """
    good: list[str] = []
    for at, name in enumerate(names):
        spot: Spot = (*where, at)
        if not isinstance(name, str) or not ID.fullmatch(name):
            hint = (
                "write the name of a file beside this one, without .yaml: letters, digits, - and _"
            )
            report(Finding("bad-id", f"{quoted(name)} is no name of a position", hint, spot))
        elif name == "background":
            hint = "choose another: it names the background"
            report(Finding("bad-id", "no position can be called 'background'", hint, spot))
        elif name in good:
            message = f"the position {quoted(name)} is listed twice"
            report(Finding("duplicate-id", message, "name each once", spot))
        else:
            good.append(name)
    return good
