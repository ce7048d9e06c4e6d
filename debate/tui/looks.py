"""What the names of styles mean: under a theme's colours, and in the terminal's own sixteen.

A table and no component classes: Textual would match each of those against all CSS, several times,
and the first frame would wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.style import Style

from debate.model import Role
from debate.tui.colours import SPEAKERS, speaker

if TYPE_CHECKING:
    from textual.app import App

_LOOKS: dict[str, tuple[str, str]] = {
    # where one is
    "cursor": ("on $cursor-ground", "bold"),
    "left": ("on $left-ground", "bold"),
    "mark": ("bold $primary", "bold $primary"),
    "current": ("bold $background on $primary", "bold reverse"),
    "current-key": ("$background 85% on $primary", "reverse"),
    "match": ("bold $background on $warning", "bold underline"),
    "selected": ("$background on $primary", "bold underline reverse"),
    "jump": ("bold $background on $warning", "bold reverse"),
    "jump-done": ("$background 85% on $warning", "reverse"),
    "jump-hint": ("bold $background on $primary", "bold reverse"),
    # words
    "title": ("bold", "bold"),
    "heading": ("bold $primary", "bold $primary"),
    "strong": ("bold", "bold"),
    "claim": ("bold $role-recommendation", "bold"),
    "panel": ("on $panel", ""),
    "key": ("bold $accent", "bold $accent"),
    "question": ("italic $foreground 86%", "italic"),
    "option": ("bold", "bold"),
    "chosen": ("bold underline", "bold underline"),
    "muted": ("$muted", "dim"),
    "accent": ("$accent", "$accent"),
    "note": ("$warning", "$warning"),
    # verdicts
    "stands": ("$stands", ""),
    "falls": ("$falls", "bold"),
    "open": ("$open", ""),
    # the map
    "here": ("on $primary 24%", "reverse"),
    "here-border": ("bold $primary", "bold"),
    "map-line": ("$foreground 58%", ""),
    "map-mini": ("on $panel", ""),
    "map-window": ("on $primary 22%", "reverse"),
    **{f"ground-{role.value}": (f"on $role-{role} 7%", "") for role in Role},
    **{
        f"side-{n}": (f"bold $background on ${speaker(n)}", f"bold reverse ${speaker(n)}")
        for n in range(SPEAKERS)
    },
    # lines
    "rule": ("$foreground 25%", "dim"),
    "guide": ("$foreground 20%", "dim"),
    **{role.value: (f"$role-{role}", f"$role-{role}") for role in Role},
    **{name: (f"${name}", f"${name}") for name in map(speaker, range(SPEAKERS))},
}


def names() -> list[str]:
    """All names there are."""
    return list(_LOOKS)


def look(app: App[Any], name: str) -> Style:
    """The style called ``name`` under the app's theme; raises KeyError for a name there is not."""
    coloured, plain = _LOOKS[name]
    return app.stylesheet.parse_style(plain if app.native_ansi_color else coloured)
