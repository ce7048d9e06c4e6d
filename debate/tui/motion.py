"""Reduced motion: nothing slides, nothing blinks, for whom that distracts or makes ill.

Asked for by ``motion = "none"`` in the settings file, by ``DEBATE_MOTION=none`` in the environment,
which has the last word for one run, or by Textual's own ``TEXTUAL_ANIMATIONS=none``.
"""

from __future__ import annotations

import os

from textual import events
from textual.app import App

from debate.tui.settings import MOTIONS, Settings

VARIABLE = "DEBATE_MOTION"


class Moving(App[None]):
    """An app that moves as little as is asked for."""

    def set_motion(self, settings: Settings) -> None:
        """Do as the environment says, else the settings, else as Textual is told."""
        asked = os.environ.get(VARIABLE) or settings.motion
        if asked in MOTIONS:
            self.animation_level = "none" if asked == "none" else "full"
        elif asked:
            settings.notices.append(f"{VARIABLE} must be one of {', '.join(MOTIONS)}")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Keep the cursor of a line that one writes in from blinking."""
        if self.animation_level == "none" and hasattr(event.widget, "cursor_blink"):
            event.widget.cursor_blink = False
