"""What must hold between claims: ids, links, refs, roles. Each check reports; none stops."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from debate.files.finding import Finding, Hint, nearest, quoted
from debate.files.keys import CLAIM, RECOMMENDATION_KEYS, REF_KEYS
from debate.model import Citation, Claim, Debate, Role, schemes
from debate.model.role import STEP_ROLES

ID = re.compile(r"[A-Za-z0-9_-]+")
_ID_HINT = "write letters, digits, - and _ only"
_MOST_WORDS = 8
_RECOMMENDATION = Role.RECOMMENDATION
_ON_STEPS = frozenset({Role.UNDERCUT, Role.CO_PREMISE})

#: Reports a finding about a row; the spot of the finding is relative to the row.
Report = Callable[[int, Finding], None]


def check_rows(debate: Debate, report: Report) -> None:
    """What each row must be by itself and towards its parent and its question."""
    answered: dict[tuple[int, str], int] = {}
    schemes_seen: dict[str, Finding | None] = {}
    sources = debate.sources
    for row, claim in enumerate(debate.claims):
        if claim.ref is not None:
            _check_ref_row(row, claim, report)
        elif not claim.text:
            report(row, Finding("missing-claim", "a claim without text", "add `claim: …`"))
        if claim.role is _RECOMMENDATION:
            _check_recommendation(debate, row, claim, answered, report)
        elif claim.question is not None or claim.option is not None:
            for key in RECOMMENDATION_KEYS:
                if getattr(claim, key) is not None:
                    message = f"{quoted(key)} stands on a {claim.role}"
                    hint = "only what stands under `recommendations` answers a question"
                    report(row, Finding("misplaced-key", message, hint, (key,)))
        if claim.role in _ON_STEPS:
            _check_place(debate, row, claim, report)
        if claim.scheme is not None:
            if claim.scheme not in schemes_seen:
                schemes_seen[claim.scheme] = _scheme(claim.scheme)
            if found := schemes_seen[claim.scheme]:
                report(row, found)
        for at, citation in enumerate(claim.cite):
            if citation.source not in sources or _words(citation) > _MOST_WORDS:
                check_citation(debate, citation, ("cite", at), partial(report, row))


def _check_ref_row(row: int, claim: Claim, report: Report) -> None:
    for name, key in CLAIM.items():
        if key.field and name not in REF_KEYS and getattr(claim, key.field) not in ("", None, ()):
            message = f"a `ref` carries no {quoted(name)}"
            hint = (
                "write it at the claim that it refers to"
                if name != "claim"
                else "keep `ref` or `claim`"
            )
            report(row, Finding("misplaced-key", message, hint, (key.field,)))


def _check_recommendation(
    debate: Debate, row: int, claim: Claim, answered: dict[tuple[int, str], int], report: Report
) -> None:
    if claim.question is None or claim.option is None:
        missing = "question" if claim.question is None else "option"
        known = debate.questions if claim.question is None else debate.questions.get(claim.question)
        add = f"add `{missing}: …`" if known else "add it, or move the claim under `claims`"
        report(row, Finding("missing-field", f"a recommendation without {missing}", add))
        return
    hint: Hint
    question = debate.questions.get(claim.question)
    if question is None:
        hint = nearest(claim.question, debate.questions, "add it under `questions` in debate.yaml")
        message = f"there is no question {quoted(claim.question)}"
        report(row, Finding("unknown-question", message, hint, ("question",)))
        return
    if claim.option not in question.options:
        message = f"the question {quoted(claim.question)} has no option {quoted(claim.option)}"
        hint = nearest(
            claim.option, question.options, f"write one of {', '.join(question.options)}"
        )
        report(row, Finding("unknown-option", message, hint, ("option",)))
    if (claim.position, claim.question) in answered:
        message = f"a second recommendation on {quoted(claim.question)}"
        hint = "keep one for each question; the other may be a support or stand under `claims`"
        report(row, Finding("second-recommendation", message, hint))
    answered[claim.position, claim.question] = row


def _check_place(debate: Debate, row: int, claim: Claim, report: Report) -> None:
    """Undercuts and co-premises hang on steps; a co-premise has no step of its own."""
    parent = debate.claims[claim.parent].role
    key = "undercuts" if claim.role is Role.UNDERCUT else "together_with"
    if parent is Role.CO_PREMISE:
        message, hint = f"a co-premise has no {key} of its own", "write it at its first premise"
        report(row, Finding("misplaced-key", message, hint))
    elif parent not in STEP_ROLES:
        message = f"{quoted(key)} means nothing on a {parent}"
        hint = "it belongs on a support, an objection or an undercut"
        report(row, Finding("misplaced-key", message, hint))
    if claim.role is Role.CO_PREMISE and claim.weight is not None:
        message, hint = "a co-premise has no weight of its own", "write it at its first premise"
        report(row, Finding("misplaced-key", message, hint, ("weight",)))


def _scheme(name: str) -> Finding | None:
    if schemes.lookup(name):
        return None
    near = schemes.nearest(name)
    hint = f"did you mean {quoted(near)}?" if near else "it is kept, without critical questions"
    message = f"the scheme {quoted(name)} is not known here"
    return Finding("unknown-scheme", message, hint, ("scheme",), severity="note")


def check_citation(
    debate: Debate,
    citation: Citation,
    spot: tuple[str | int, ...],
    report: Callable[[Finding], None],
) -> None:
    """A citation names a known source, and its anchor has at most eight words."""
    if citation.source not in debate.sources:
        hint = nearest(citation.source, debate.sources, "add it under `sources` in debate.yaml")
        message = f"there is no source {quoted(citation.source)}"
        report(Finding("unknown-source", message, hint, (*spot, "source")))
    if (count := _words(citation)) > _MOST_WORDS:
        message = f"the anchor has {count} words"
        report(Finding("long-anchor", message, "keep at most eight", (*spot, "words")))


def _words(citation: Citation) -> int:
    """The words of the anchor."""
    return len(citation.words.split()) if citation.words else 0


def index_ids(debate: Debate, report: Report) -> dict[int, dict[str, int]]:
    """The rows of each position by id (-1 is the background); bad and double ids are reported."""
    ids: dict[int, dict[str, int]] = {side: {} for side in range(-1, len(debate.positions))}
    match = ID.fullmatch
    for row, claim in enumerate(debate.claims):
        name = claim.id
        if name is None:
            continue
        if not match(name):
            report(row, Finding("bad-id", f"{quoted(name)} is no id", _ID_HINT, ("id",)))
        if ids[claim.position].setdefault(name, row) != row:
            message = f"the id {quoted(name)} is used twice in {debate.position_name(row)}"
            report(row, Finding("duplicate-id", message, "give one of them another", ("id",)))
    return ids


def resolve(debate: Debate, unread: frozenset[str], report: Report) -> None:
    """Set the targets of refs, and the pairs of claims that agree and clash.

    Names into positions that could not be read (``unread``) are passed over: nothing is known.
    """
    ids = index_ids(debate, report)
    names = {side.name: index for index, side in enumerate(debate.positions)} | {"background": -1}

    def find(row: int, name: str, key: tuple[str | int, ...]) -> int | None:
        own = ids[debate.claims[row].position]
        if name in own:
            return own[name]
        where, _, rest = name.partition(".")
        if where in unread:
            return None
        if where in names and rest in ids[names[where]]:
            return ids[names[where]][rest]
        known = ids[names[where]] if where in names and rest else own
        prefix = f"{where}." if known is not own else ""
        hint = nearest(name, known, "write an id, or POSITION.id", prefix)
        message = f"there is no claim {quoted(name)}"
        report(row, Finding("dangling", message, hint, key))
        return None

    def pairs(row: int, key: str, links: tuple[str, ...], found: set[tuple[int, int]]) -> None:
        for at, name in enumerate(links):
            other = find(row, name, (key, at))
            if other is None:
                continue
            if debate.claims[other].position == debate.claims[row].position:
                hint = "link to a claim of another position"
                message = f"{quoted(name)} is in the same position"
                report(row, Finding("own-side", message, hint, (key, at)))
            else:
                found.add((min(row, other), max(row, other)))

    agreements: set[tuple[int, int]] = set()
    clashes: set[tuple[int, int]] = set()
    refs = []
    for row, claim in enumerate(debate.claims):
        if claim.ref is not None:
            target = find(row, claim.ref, ("ref",))
            if target is not None:
                claim.target = target
                refs.append(row)
        if claim.agrees_with:
            pairs(row, "agrees_with", claim.agrees_with, agreements)
        if claim.clashes_with:
            pairs(row, "clashes_with", claim.clashes_with, clashes)
    debate.agreements, debate.clashes = sorted(agreements), sorted(clashes)
    _check_targets(debate, refs, report)


def _check_targets(debate: Debate, refs: list[int], report: Report) -> None:
    for row in refs:
        claim = debate.claims[row]
        if claim.target == row:
            report(row, Finding("ref-to-itself", "a ref to itself", "name another claim", ("ref",)))
        elif debate.claims[claim.target].ref is not None:
            hint = f"name the claim that it refers to, {quoted(debate.claims[claim.target].ref)}"
            report(row, Finding("ref-to-ref", "a ref to another ref", hint, ("ref",)))
