"""What a debate is: one flat, pre-order list of claims and the tables they refer to.

This package imports nothing else of ``debate``, no Textual and no pydantic, so that every other
room can build on it without paying for anything.
"""

from debate.model.claim import Citation, Claim
from debate.model.debate import Debate, Outcome, Position, Question, Source, Standard
from debate.model.problem import Problem, Severity
from debate.model.role import Role

__all__ = [
    "Citation",
    "Claim",
    "Debate",
    "Outcome",
    "Position",
    "Problem",
    "Question",
    "Role",
    "Severity",
    "Source",
    "Standard",
]
