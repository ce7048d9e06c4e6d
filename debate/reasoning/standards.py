"""Proof standards: when the weight for a statement meets its burden against the weight of a rival.

Gordon, Prakken and Walton (2007), section 3; the margins are those of Carneades 4.
"""

from __future__ import annotations

from debate.model import Standard
from debate.reasoning.graph import FALLEN, IN, OUT, UNDECIDED

#: What "clear and convincing" asks over the rival, and "beyond reasonable doubt" besides of it.
MARGIN = 0.5
DOUBT = 0.3


def meets(standard: Standard, pro: float, con: float) -> bool:
    """Whether weight ``pro`` meets the standard against ``con``; nothing carries no statement.

    It only ever turns true as ``pro`` grows and false as ``con`` grows: the labelling, the search
    for cruxes and the proofs of both rest on that.
    """
    if pro <= 0:
        return False
    if standard == "preponderance":
        return pro > con
    if standard == "scintilla":
        return True
    if standard == "dialectical-validity":
        return con <= 0
    if standard == "clear-and-convincing":
        return pro - con > MARGIN
    return pro - con > MARGIN and con < DOUBT


def decide(
    standard: Standard,
    pro: tuple[float, float, float],
    con: tuple[float, float],
) -> int:
    """The label of a statement.

    ``pro`` is the weight of its heaviest argument that stands, that may come to stand, and that
    may once what is open counts in full; ``con`` the rival's heaviest that stands, and that may.
    """
    stands, may, open_may = pro
    rival, rival_may = con
    if meets(standard, stands, rival_may):
        return IN
    if meets(standard, may, rival):
        return UNDECIDED
    outweighed = open_may < rival and standard != "scintilla"
    return FALLEN if open_may <= 0 or outweighed else OUT
