"""Every key of the file format, in one table: the reader and the JSON Schema both follow it."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from debate.model import Role


class Shape(IntEnum):
    """What may stand as the value of a key; the scalars come first, so ``<= TEXT`` means text."""

    LINE = 0  # one line of text
    TEXT = 1  # text of several lines
    NUMBER = 2  # from 0 to 1
    NAMES = 3  # a name or a list of names
    CITES = 4  # a citation or a list of them
    PLAIN = 5  # a mapping of plain values, checked afterwards
    CLAIMS = 6  # a list of claims
    POSITIONS = 7  # names of files, or a mapping from name to the position itself


class Key(NamedTuple):
    """A key: the field of the model it fills, its shape, its meaning, the role of claims there."""

    field: str
    shape: Shape
    about: str
    role: Role | None = None


CLAIM: dict[str, Key] = {
    "claim": Key("text", Shape.LINE, "What is claimed: one line that can be understood alone."),
    "ref": Key("ref", Shape.LINE, "In place of `claim`: the id of a claim to use once more."),
    "id": Key("id", Shape.LINE, "A name for the claim, unique in its file."),
    "question": Key("question", Shape.LINE, "The question that the recommendation answers."),
    "option": Key("option", Shape.LINE, "The option of that question that is recommended."),
    "cite": Key("cite", Shape.CITES, "Where it is said: a citation or a list of them."),
    "scheme": Key("scheme", Shape.LINE, "The argumentation scheme of the step, by Walton's name."),
    "weight": Key("weight", Shape.NUMBER, "The weight of the step to the parent, 0 to 1."),
    "credence": Key("credence", Shape.NUMBER, "How credible the claim itself is, 0 to 1."),
    "tags": Key("tags", Shape.NAMES, "Words to filter by."),
    "ask": Key("ask", Shape.LINE, "A question for discussion."),
    "note": Key("note", Shape.TEXT, "A remark on the claim."),
    "extra": Key("extra", Shape.PLAIN, "What only another format has a place for; kept as it is."),
    "agrees_with": Key("agrees_with", Shape.NAMES, "Claims in other positions that say the same."),
    "clashes_with": Key("clashes_with", Shape.NAMES, "Claims in other positions that collide."),
    "only_if": Key("", Shape.CLAIMS, "Conditions: it holds only if these do.", Role.CONDITION),
    "supports": Key("", Shape.CLAIMS, "Reasons for the claim.", Role.SUPPORT),
    "objections": Key("", Shape.CLAIMS, "Reasons against the claim.", Role.OBJECTION),
    "together_with": Key(
        "", Shape.CLAIMS, "Linked premises: it bears only with these.", Role.CO_PREMISE
    ),
    "undercuts": Key(
        "", Shape.CLAIMS, "Claims that deny that it bears on its parent.", Role.UNDERCUT
    ),
}

POSITION: dict[str, Key] = {
    "speaker": Key("speaker", Shape.LINE, "Whose case this is; absent in a map that many wrote."),
    "short": Key("short", Shape.LINE, "The short name used in outline numbers."),
    "role": Key("role", Shape.LINE, "Who the speaker is."),
    "note": Key("note", Shape.TEXT, "A remark on the position."),
    "extra": Key("extra", Shape.PLAIN, "What only another format has a place for; kept as it is."),
    "recommendations": Key(
        "", Shape.CLAIMS, "What is recommended, at most one for a question.", Role.RECOMMENDATION
    ),
    "claims": Key("", Shape.CLAIMS, "Theses that recommend nothing.", Role.THESIS),
}

DEBATE: dict[str, Key] = {
    "format": Key("format", Shape.LINE, "The version of the file format: 1."),
    "debate": Key("title", Shape.LINE, "The title of the debate."),
    "date": Key("date", Shape.LINE, "When it took place, as you would write it."),
    "summary": Key("summary", Shape.TEXT, "What it is about, in a few sentences."),
    "outcome": Key(
        "outcome", Shape.PLAIN, "How the matter ended: text, or a claim with a citation."
    ),
    "sources": Key("sources", Shape.PLAIN, "The documents that are cited, by id."),
    "questions": Key("questions", Shape.PLAIN, "What is asked, by id."),
    "positions": Key(
        "positions", Shape.POSITIONS, "The sides: names of files beside this one, or a mapping."
    ),
    "extra": Key("extra", Shape.PLAIN, "What only another format has a place for; kept as it is."),
    "background": Key("", Shape.CLAIMS, "Facts that nobody here argues about.", Role.BACKGROUND),
}

#: The keys to name to who wrote one that there is not, and none that is near to it.
USUAL = (
    *("debate", "questions", "sources", "positions", "background"),
    *("speaker", "short", "recommendations", "claims"),
    *("claim", "id", "cite", "only_if", "supports", "objections"),
)

#: Keys a row with `ref` may carry.
REF_KEYS = frozenset({"ref", "id", "weight", "note", "extra", "undercuts", "together_with"})

#: Keys that only a recommendation may carry.
RECOMMENDATION_KEYS = ("question", "option")
