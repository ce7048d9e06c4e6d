"""A small debate with every kind of step, for all that draws or lists steps."""

from __future__ import annotations

import re

from debate.model import Debate
from tests.support.build import build


def steps() -> Debate:
    """A claim with a joint reason that is undercut, an undercut of that, and a claim used again."""
    support = {
        "claim": "support",
        "weight": 0.5,
        "together_with": ["co-premise"],
        "undercuts": [{"claim": "undercut", "undercuts": ["counter"]}],
    }
    objection = {
        "claim": "objection",
        "id": "objection",
        "supports": [{"ref": "root", "note": "In a circle."}],
    }
    root = {"claim": "claim", "id": "root", "supports": [support], "objections": [objection]}
    return build({"one": {"claims": [root | {"only_if": ["condition"]}]}})


def row(debate: Debate, text: str) -> int:
    """The row that says ``text`` itself."""
    return next(row for row, claim in enumerate(debate.claims) if claim.text == text)


def squeezed(text: str) -> str:
    """Text without blanks and without what is not seen."""
    return re.sub(r"[\s\u2060]+", "", text)
