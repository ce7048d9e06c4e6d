"""Argdown's shortcodes: names between two dots or two colons that stand for a sign."""

from __future__ import annotations

import re

#: Names that stand for the same sign between dots and between colons.
_SIGNS = {
    "A": "∀", "E": "∃", "O": "\U0001d5e2", "P": "\U0001d5e3", "->": "→", "<->": "↔", "~": "¬",
    "^": "∧", "v": "∨", "v_": "⊻", "<>": "◇", "[]": "◻", "happy": "😀", "smiley": "☺",
    "laugh": "😆", "lol": "😆", "rofl": "🤣", "joy": "😂", "heart": "❤", "?": "❓",
    "question": "❓", "love": "😍", "wink": "😉", "shush": "🤫", "meh": "😐", "eye-roll": "🙄",
    "sad": "😢", "disappointed": "😞", "scream": "😱", "+1": "👍", "up": "👍", "-1": "👎",
    "down": "👎", "think": "🤔", "star": "⭐", "y": "✔", "agree": "✔", "n": "❌", "disagree": "❌",
    "smile": "☺",
}  # fmt: skip

SHORTCODES = {f"{mark}{name}{mark}": sign for name, sign in _SIGNS.items() for mark in ".:"}
SHORTCODES[":smile:"] = "☺\ufe0f"

_NAMES = "|".join(map(re.escape, sorted(_SIGNS, key=len, reverse=True)))

#: Where a known shortcode may stand, as a pattern.
PATTERN = rf"\.(?:{_NAMES})\.|:(?:{_NAMES}):"
