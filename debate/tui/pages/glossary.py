"""What signs and terms mean, each in a line: for the help, and for whoever points at one."""

from __future__ import annotations

from debate.model import Role
from debate.tui.pages.verdict import SIGNS as _VERDICT_SIGNS

TERMS: dict[Role, str] = {
    Role.RECOMMENDATION: "what a side would have done, on one question",
    Role.THESIS: "what a side argues besides, without recommending anything",
    Role.CONDITION: "the claim holds only if this holds",
    Role.SUPPORT: "a reason for the claim above it",
    Role.OBJECTION: "a reason against the claim above it",
    Role.CO_PREMISE: "bears on the claim only together with the one above it",
    Role.UNDERCUT: "grants the claim above it, but denies that it bears on the matter",
    Role.BACKGROUND: "a fact that nobody here argues about",
}

#: Signs, the styles they stand in, and what they mean.
SIGNS = (
    ("=", "support", "a claim of another side says the same"),
    ("≠", "objection", "a claim of another side collides with it"),
    ("↪", "muted", "a claim that was made elsewhere, used once more"),
    ("▸", "muted", "folded: there is more beneath"),
    ("★", "mark", "you marked it"),
    ("✎", "note", "you wrote a note on it"),
    ("•", "mark", "under a filter: it matches; the dim rows are what it hangs on"),
    ("◆", "condition", "on the map: all reasons pass the condition at the double line"),
    ("~", "undercut", "on a line of the map: the undercut attacks this step, not the claim"),
    ("&", "co-premise", "in a box of the map: these premises are one reason together"),
)

VERDICTS = (
    ("✓ stands", "stands", "what speaks for it outweighs what speaks against it"),
    ("✗ falls", "falls", "you rejected it, it is outweighed, or no reason is left; not “false”"),
    ("◌ open", "open", "neither: a tie, or it hangs on something that is open"),
    ("accepted", "mark", "your judgement: it stands, whatever is said against it"),
    ("rejected", "mark", "your judgement: it falls, and what it alone carries falls with it"),
    ("credence", "mark", "how credible you find a claim, from 0 to 1"),
    ("weight", "mark", "how much a reason or an objection matters; 0 is “beside the point”"),
    ("━━━╌╌", "stands", "strength: all that bears on a claim taken together, from 0 to 1"),
    ("crux", "mark", "the fewest judgements that would change what stands"),
)

#: The signs of stances in a comparison.
STANCES = {
    "●": "recommends it without a condition",
    "◐": "recommends it on a condition",
    "○": "is silent on the question",
}


def of_role(role: Role) -> str:
    """What a role is: "support: a reason for the claim above it"."""
    return f"{role.value}: {TERMS[role]}"


def of_verdict(verdict: str) -> str:
    """What a verdict means; "" for what is none."""
    if verdict not in _VERDICT_SIGNS:
        return ""
    said = f"{_VERDICT_SIGNS[verdict]} {verdict}"
    return f"{said}: {next(meaning for name, _, meaning in VERDICTS if name == said)}"


def of_sign(sign: str, style: str) -> str:
    """What a character means that stands in a style; "" where it is only a part of a text."""
    for role in Role:
        if sign == role.glyph and style == role.value:
            return of_role(role)
    for each, name, meaning in SIGNS:
        if (sign, style) == (each, name):
            return f"{sign} {meaning}"
    return of_verdict(style)
