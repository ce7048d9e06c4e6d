"""What the app does for the jump overlay: it labels the screen that is shown, and goes there."""

from __future__ import annotations

from collections.abc import Callable
from inspect import isawaitable

from textual._context import visible_screen_stack
from textual.app import App


class Jumping(App[None]):
    """An app on whose screens one goes anywhere by typing a label."""

    def action_jump(self) -> None:
        """Put a label on everything one can go to."""
        from debate.tui.landings import collect
        from debate.tui.screens.jump import JumpScreen

        screen = self.screen
        if isinstance(screen, JumpScreen):
            return
        if not (landings := collect(screen)):
            self.notify("Nothing here to go to.", timeout=2)
            return
        visible_screen_stack.set(self._background_screens)
        painted = screen._compositor.render_strips()
        self.push_screen(JumpScreen(painted, landings, self.size), self._jump)

    async def _jump(self, go: Callable[[], object] | None) -> None:
        if go is not None and isawaitable(went := go()):
            await went
