"""The colours: our themes, and one table of what colour each role has in the light and the dark.

Blue speaks for a claim and orange against it, told apart by people who see no red or no green too.
Colour is never alone: each role has its glyph and its word (:class:`debate.model.Role`).
"""

from __future__ import annotations

from textual.theme import Theme

from debate.model import Role

#: Columns of the table: on dark ground, on light, and in the terminal's own 16 colours.
_ROLES: dict[Role, tuple[str, str, str]] = {
    Role.RECOMMENDATION: ("#f2f5f9", "#14181f", "ansi_default"),
    Role.THESIS: ("#d5dbe5", "#2a303a", "ansi_default"),
    Role.CONDITION: ("#c3a6f2", "#6a3cab", "ansi_magenta"),
    Role.SUPPORT: ("#72b4f7", "#0a5cad", "ansi_blue"),
    Role.OBJECTION: ("#f2a654", "#ad5200", "ansi_yellow"),
    Role.CO_PREMISE: ("#9fcdf8", "#33709f", "ansi_cyan"),
    Role.UNDERCUT: ("#e6bf94", "#8a5a1d", "ansi_red"),
    Role.BACKGROUND: ("#a5afbd", "#565f6c", "ansi_default"),
}

#: What tells sides apart on a map of all, beside their names: columns as above.
_SIDES: tuple[tuple[str, str, str], ...] = (
    ("#7fd1c7", "#0b6f66", "ansi_cyan"),
    ("#e9c46a", "#7d5a00", "ansi_yellow"),
    ("#d7a1e8", "#7b2f93", "ansi_magenta"),
    ("#9fd07a", "#3f6d12", "ansi_green"),
    ("#f49a9a", "#a1262c", "ansi_red"),
    ("#9db4f5", "#3a4fb0", "ansi_blue"),
)

#: How many sides have a colour of their own; further ones share.
SIDES = len(_SIDES)

DARK = Theme(
    name="debate-dark",
    primary="#72b4f7",
    secondary="#4d7fae",
    accent="#f2a654",
    warning="#e5c46b",
    error="#f2777f",
    success="#7cc7a2",
    foreground="#d5dbe5",
    background="#10141a",
    surface="#161b23",
    panel="#1d242e",
    dark=True,
    variables={
        "block-cursor-text-style": "none",
        "border": "#3a4554",
        "scrollbar": "#2c3644",
        "scrollbar-hover": "#3d4a5c",
        "scrollbar-active": "#72b4f7",
        "scrollbar-background": "#10141a",
        "scrollbar-background-hover": "#10141a",
        "scrollbar-background-active": "#10141a",
        "scrollbar-corner-color": "#10141a",
    },
)

LIGHT = Theme(
    name="debate-light",
    primary="#0a5cad",
    secondary="#4d7fae",
    accent="#ad5200",
    warning="#8a6400",
    error="#b3261e",
    success="#1f7a4d",
    foreground="#22272f",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e8e5de",
    dark=False,
    variables={
        "block-cursor-text-style": "none",
        "border": "#c3beb3",
        "scrollbar": "#cfcabf",
        "scrollbar-hover": "#b5afa2",
        "scrollbar-active": "#0a5cad",
        "scrollbar-background": "#fbfaf7",
        "scrollbar-background-hover": "#fbfaf7",
        "scrollbar-background-active": "#fbfaf7",
        "scrollbar-corner-color": "#fbfaf7",
    },
)

#: The theme of those who want no colours at all.
WITHOUT = "ansi-dark"

#: The themes that the key goes round; a settings file may name any that Textual knows.
ROUND = (DARK.name, LIGHT.name, "ansi-dark", "ansi-light")


def variables(theme: Theme) -> dict[str, str]:
    """The CSS variables ``$role-…`` and ``$side-…`` under a theme, ours or not."""
    column = 2 if theme.ansi else 0 if theme.dark else 1
    sides = {f"side-{number}": colours[column] for number, colours in enumerate(_SIDES)}
    return {f"role-{role}": colours[column] for role, colours in _ROLES.items()} | sides
