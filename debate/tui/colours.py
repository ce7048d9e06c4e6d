"""The colours: our themes, and one table of what each role, verdict and speaker has in each.

Blue speaks for a claim and orange against it. All that must be told apart differs in lightness as
well as in hue, so that people who see no red, no green or no blue tell it apart too: the tests
compute that, and the contrast of every text with every ground it stands on. Colour is never alone
all the same: each role has its glyph and its word (:class:`debate.model.Role`).
"""

from __future__ import annotations

from textual.color import Color
from textual.theme import Theme

from debate.model import Role

DARK_NAME, LIGHT_NAME = "debate-dark", "debate-light"
CONTRAST_DARK_NAME, CONTRAST_LIGHT_NAME = "debate-contrast-dark", "debate-contrast-light"

#: What the columns of the table below are for; the last is the terminal's own 16 colours.
_COLUMNS = (DARK_NAME, LIGHT_NAME, CONTRAST_DARK_NAME, CONTRAST_LIGHT_NAME, "ansi")

#: How many speakers have a colour of their own; with more, colours come round again.
SPEAKERS = 6

# fmt: off
_TABLE: dict[str, tuple[str, str, str, str, str]] = {
    f"role-{Role.RECOMMENDATION}": ("#f2f5f9", "#14181f", "#ffffff", "#000000", "ansi_default"),
    f"role-{Role.THESIS}": ("#d5dbe5", "#2a303a", "#f0f0f0", "#141414", "ansi_default"),
    f"role-{Role.CONDITION}": ("#cf93bd", "#7f3cba", "#e5abcb", "#6420a0", "ansi_magenta"),
    f"role-{Role.SUPPORT}": ("#69a9fb", "#02347a", "#8fb8ff", "#00196b", "ansi_blue"),
    f"role-{Role.OBJECTION}": ("#f08f2e", "#a14100", "#ffa526", "#6c2a00", "ansi_yellow"),
    f"role-{Role.CO_PREMISE}": ("#8fe6ef", "#2a6672", "#a6f4ff", "#0a4a4f", "ansi_cyan"),
    f"role-{Role.UNDERCUT}": ("#f2dc85", "#452600", "#fcf5b8", "#2b1700", "ansi_red"),
    f"role-{Role.BACKGROUND}": ("#a5afbd", "#565f6c", "#c8cdd4", "#3a3f46", "ansi_default"),
    "stands": ("#62dcbc", "#0c685c", "#6ff0d0", "#004c3d", "ansi_green"),
    "falls": ("#f08088", "#6e0a14", "#ffaaaa", "#500006", "ansi_red"),
    "open": ("#f0d660", "#725c00", "#fff06b", "#504200", "ansi_yellow"),
    "speaker-1": ("#7d9bff", "#1458c4", "#a0bcff", "#083f96", "ansi_blue"),
    "speaker-2": ("#f5d53d", "#6f5c00", "#ffe23d", "#504200", "ansi_yellow"),
    "speaker-3": ("#d88bae", "#a8305f", "#f7a8cc", "#801743", "ansi_magenta"),
    "speaker-4": ("#7ee8f2", "#003b35", "#8ff4ff", "#001f1b", "ansi_cyan"),
    "speaker-5": ("#a3a84f", "#2d0a63", "#bdc463", "#25005c", "ansi_green"),
    "speaker-6": ("#e6efd8", "#3b2f00", "#f2fbe4", "#2b2200", "ansi_red"),
}
# fmt: on


#: Words that matter less, the ground under the cursor, and that under it where the keys are meant
#: for something else: a colour of the theme, and how much of it, in percent.
_TINTS: dict[str, tuple[str, tuple[int, int, int, int]]] = {
    "muted": ("foreground", (72, 76, 80, 84)),
    "cursor-ground": ("primary", (18, 12, 18, 10)),
    "left-ground": ("foreground", (10, 12, 10, 10)),
}


def _theme(
    name: str, *, primary: str, secondary: str, accent: str, foreground: str, background: str,
    surface: str, panel: str, border: str, scrollbar: str, hovered: str,
) -> Theme:  # fmt: skip
    """One of our themes; the verdicts' colours are those of Textual's own messages."""
    column = _COLUMNS.index(name)
    return Theme(
        name=name,
        primary=primary,
        secondary=secondary,
        accent=accent,
        warning=_TABLE["open"][column],
        error=_TABLE["falls"][column],
        success=_TABLE["stands"][column],
        foreground=foreground,
        background=background,
        surface=surface,
        panel=panel,
        dark=column % 2 == 0,
        variables={
            "block-cursor-text-style": "none",
            "border": border,
            "scrollbar": scrollbar,
            "scrollbar-hover": hovered,
            "scrollbar-active": primary,
            "scrollbar-background": background,
            "scrollbar-background-hover": background,
            "scrollbar-background-active": background,
            "scrollbar-corner-color": background,
        },
    )


DARK = _theme(
    DARK_NAME, primary="#72b4f7", secondary="#4d7fae", accent="#f2a654", foreground="#d5dbe5",
    background="#10141a", surface="#161b23", panel="#1d242e", border="#3a4554",
    scrollbar="#2c3644", hovered="#3d4a5c",
)  # fmt: skip

LIGHT = _theme(
    LIGHT_NAME, primary="#0a5cad", secondary="#4d7fae", accent="#a14100", foreground="#22272f",
    background="#fbfaf7", surface="#f3f1ec", panel="#e8e5de", border="#c3beb3",
    scrollbar="#cfcabf", hovered="#b5afa2",
)  # fmt: skip

CONTRAST_DARK = _theme(
    CONTRAST_DARK_NAME, primary="#8cc8ff", secondary="#8cc8ff", accent="#ffb454",
    foreground="#ffffff", background="#000000", surface="#080a0c", panel="#15181d",
    border="#ffffff", scrollbar="#7a8594", hovered="#b4bfce",
)  # fmt: skip

CONTRAST_LIGHT = _theme(
    CONTRAST_LIGHT_NAME, primary="#00367f", secondary="#00367f", accent="#6c2a00",
    foreground="#000000", background="#ffffff", surface="#fafafa", panel="#f2f2f2",
    border="#000000", scrollbar="#7a7a7a", hovered="#4a4a4a",
)  # fmt: skip

#: Our own themes.
THEMES = (DARK, LIGHT, CONTRAST_DARK, CONTRAST_LIGHT)

#: The theme of those who want no colours at all.
WITHOUT = "ansi-dark"

#: The themes that the key goes round; a settings file may name any that Textual knows.
ROUND = (*(theme.name for theme in THEMES), "ansi-dark", "ansi-light")


def speaker(position: int) -> str:
    """What the style, and the CSS variable, of a side's own colour are called; -1 the background.

    ``look(app, speaker(0))`` is the style of the first side's name, and ``$speaker-1`` its colour.
    """
    return Role.BACKGROUND.value if position < 0 else f"speaker-{position % SPEAKERS + 1}"


def variables(theme: Theme) -> dict[str, str]:
    """The CSS variables of the table under a theme, ours or not."""
    if theme.ansi:
        plain = {name: colours[-1] for name, colours in _TABLE.items()}
        return plain | dict.fromkeys(_TINTS, "ansi_default")
    column = _COLUMNS.index(theme.name) if theme.name in _COLUMNS else 0 if theme.dark else 1
    told = {"primary": theme.primary, "foreground": theme.foreground}
    if told["foreground"] is None:  # as in some of Textual's own
        told["foreground"] = theme.to_color_system().generate()["foreground"]
    return {name: colours[column] for name, colours in _TABLE.items()} | {
        name: Color.parse(told[of] or "black").with_alpha(percents[column] / 100).hex
        for name, (of, percents) in _TINTS.items()
    }
