"""The roles a claim can play towards its parent, and how each is named, drawn and read aloud."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a claim is to its parent, or what kind of root it is.

    The order is the order in which siblings stand: see :data:`ROLE_ORDER`.
    """

    RECOMMENDATION = "recommendation"
    THESIS = "thesis"
    CONDITION = "condition"
    SUPPORT = "support"
    OBJECTION = "objection"
    CO_PREMISE = "co-premise"
    UNDERCUT = "undercut"
    BACKGROUND = "background"

    @property
    def glyph(self) -> str:
        """One terminal cell that tells the role without colour."""
        return _GLYPHS[self]

    @property
    def connective(self) -> str:
        """How the step from the parent reads aloud ("because", "but", …); empty for a root."""
        return _CONNECTIVES[self]

    @property
    def attacks(self) -> bool:
        """Whether the role speaks against what it hangs on (an objection or an undercut)."""
        return self is Role.OBJECTION or self is Role.UNDERCUT


#: Position of each role among its siblings (lower comes first).
ROLE_ORDER: dict[Role, int] = {role: order for order, role in enumerate(Role)}

#: The roles of claims that have no parent.
ROOT_ROLES = frozenset({Role.RECOMMENDATION, Role.THESIS, Role.BACKGROUND})

#: The roles whose step to the parent can be undercut or strengthened by a co-premise.
STEP_ROLES = frozenset({Role.SUPPORT, Role.OBJECTION, Role.UNDERCUT})

_GLYPHS = {
    Role.RECOMMENDATION: "●",
    Role.THESIS: "○",
    Role.CONDITION: "?",
    Role.SUPPORT: "+",
    Role.OBJECTION: "-",
    Role.CO_PREMISE: "&",
    Role.UNDERCUT: "~",
    Role.BACKGROUND: "·",
}

_CONNECTIVES = {
    Role.RECOMMENDATION: "",
    Role.THESIS: "",
    Role.CONDITION: "only if",
    Role.SUPPORT: "because",
    Role.OBJECTION: "but",
    Role.CO_PREMISE: "and",
    Role.UNDERCUT: "true, but beside the point:",
    Role.BACKGROUND: "",
}
