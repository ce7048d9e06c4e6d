"""The app on a debate, its map looked at: what the tests of the map share."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from debate.model import Debate
from debate.tui.screens.map import MapScreen
from tests.support.walking import Walk, walking


class Mapped(Walk):
    """A map that is looked at."""

    @property
    def map_screen(self) -> MapScreen:
        """The map's screen; fails while something else is shown."""
        assert isinstance(self.app.screen, MapScreen), self.app.screen
        return self.app.screen

    @property
    def seen(self) -> str:
        """The window on the map."""
        view = self.map_screen.map
        return "\n".join(view.render_line(y).text.rstrip() for y in range(view.size.height))

    @property
    def window(self) -> tuple[int, int]:
        """Where on the map the window is."""
        return self.map_screen.map.x, self.map_screen.map.y

    @property
    def boxes(self) -> set[str]:
        """The names of all claims that have a box."""
        drawn = self.map_screen.map.drawn
        assert drawn is not None
        assert self.app.session is not None
        return {self.app.session.debate.name(row) for row in drawn.drawing.index if row >= 0}

    def is_in_sight(self) -> bool:
        """Whether the whole current box is in the window."""
        view = self.map_screen.map
        box = view._box(view.row)
        assert box is not None
        return bool(
            view.x <= box.x
            and box.right <= view.x + view.size.width
            and view.y <= box.y
            and box.bottom <= view.y + view.size.height
        )


@asynccontextmanager
async def mapped(
    debate: Debate, folder: Path, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Mapped]:
    async with walking(debate, folder, size) as walk:
        await walk.pilot.press("m")
        await walk.pilot.pause()
        yield Mapped(walk.app, walk.pilot)
