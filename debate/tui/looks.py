"""What the names of styles mean: under a theme's colours, and in the terminal's own sixteen.

A table and no component classes: Textual would match each of those against all CSS, several times,
and the first frame would wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.style import Style

from debate.model import Role

if TYPE_CHECKING:
    from textual.app import App

_LOOKS: dict[str, tuple[str, str]] = {
    # where one is
    "cursor": ("on $primary 22%", "bold"),
    "left": ("on $foreground 10%", "bold"),
    "mark": ("bold $primary", "bold $primary"),
    "current": ("bold $background on $primary", "bold reverse"),
    "current-key": ("$background 75% on $primary", "reverse"),
    "match": ("bold $background on $warning", "bold underline"),
    # words
    "title": ("bold", "bold"),
    "heading": ("bold $primary", "bold $primary"),
    "strong": ("bold", "bold"),
    "claim": ("bold $role-recommendation", "bold"),
    "panel": ("on $panel", ""),
    "key": ("bold $accent", "bold $accent"),
    "question": ("italic $foreground 80%", "italic"),
    "option": ("bold", "bold"),
    "chosen": ("bold underline", "bold underline"),
    "muted": ("$foreground 65%", "dim"),
    "accent": ("$accent", "$accent"),
    "note": ("$warning", "$warning"),
    # verdicts
    "stands": ("$success", ""),
    "falls": ("$error", "bold"),
    "open": ("$warning", ""),
    # lines
    "rule": ("$foreground 25%", "dim"),
    "guide": ("$foreground 20%", "dim"),
    **{role.value: (f"$role-{role}", f"$role-{role}") for role in Role},
}


def look(app: App[Any], name: str) -> Style:
    """The style called ``name`` under the app's theme; raises KeyError for a name there is not."""
    coloured, plain = _LOOKS[name]
    return app.stylesheet.parse_style(plain if app.native_ansi_color else coloured)
