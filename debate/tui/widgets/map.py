"""The map's widget: a window on a drawn map that follows the current box, or is moved freely."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from rich.style import Style
from textual import events
from textual.geometry import Offset, Region
from textual.strip import Strip

from debate.layout.drawing import Box
from debate.model.text import one_line
from debate.tui.landings import Landing
from debate.tui.looks import look
from debate.tui.map.canvas import Canvas, Look
from debate.tui.map.minimap import Minimap
from debate.tui.map.paint import Painter
from debate.tui.map.plan import Drawn
from debate.tui.widgets.tipped import Tipped

#: Cells between the current box and the edge of the window, where there is room.
_MARGIN_X, _MARGIN_Y = 6, 3

#: Cells that the wheel moves.
_WHEEL_X, _WHEEL_Y = 8, 3

#: Rows from which a box has a border with words in it.
_FRAMED = 3


class MapPlace(NamedTuple):
    """Where a window on a map is: the box of ``row`` stands at ``x`` and ``y`` in it."""

    row: int
    x: int
    y: int


class MapView(Tipped, can_focus=True, inherit_bindings=False):
    """A window on a map: one widget that paints what lies in it, and only that."""

    ALLOW_SELECT = False  # dragging moves the map

    DEFAULT_CSS = "MapView { width: 1fr; height: 1fr; }"

    def __init__(
        self,
        chosen: Callable[[int], object],
        toggled: Callable[[int], object],
        zoomed: Callable[[int], object],
    ) -> None:
        """``chosen`` is called with the row of a box that is clicked, ``toggled`` at a second
        click, ``zoomed`` with the steps by which Ctrl and the wheel zoom.
        """
        super().__init__()
        self._chosen, self._toggled, self._zoomed = chosen, toggled, zoomed
        self.drawn: Drawn | None = None
        self.row = -1
        self.folded: set[int] = set()
        self.with_minimap = True
        self.empty = ""
        self.x = self.y = 0
        self._minimap: Minimap | None = None
        self._canvas: Canvas | None = None
        self._strips: list[Strip | None] = []
        self._styles: dict[Look, Style] = {}
        self._grip: tuple[int, int] | None = None
        self._dragged = False
        self._must_center = True
        self._clicked = -1
        self._begin: MapPlace | None = None

    # ------------------------------------------------------------------ what is shown

    def show(self, drawn: Drawn | None, row: int, folded: set[int], *, keep: bool = False) -> None:
        """Show a map; ``keep`` leaves the current box where it is in the window."""
        before = self._box(self.row) if keep else None
        at = (before.x - self.x, before.y - self.y) if before else None
        self.drawn, self.row, self.folded = drawn, row, folded
        self._minimap = None
        box = self._box(row)
        if at and box:
            self.x, self.y = int(box.x - at[0]), int(box.y - at[1])
            self._into_sight()
        else:
            self._must_center = True
            self._center()
        self.repaint()

    def move(self, row: int) -> None:
        """Be on another box of the same map."""
        self.row = row
        self._into_sight()
        self.repaint()

    def repaint(self) -> None:
        """Paint the window anew; of its lines only those are shown anew that changed."""
        before, strips = self._canvas, self._strips
        if before is None or (before.width, before.height) != self.size or not self.size:
            self._canvas = None
            self.refresh()
            return
        canvas = self._paint()
        for y in range(before.height):
            if canvas.is_same(y, before):
                self._strips[y] = strips[y]
            else:
                self.refresh(Region(0, y, before.width, 1))

    def notify_style_update(self) -> None:
        """Forget what was painted in the old colours."""
        super().notify_style_update()
        self._styles.clear()
        self._canvas = None

    def on_resize(self) -> None:
        """Keep the current box in sight."""
        self._minimap = None
        if self._must_center:
            self._center()
        else:
            self._into_sight()
        self.repaint()

    # ------------------------------------------------------------------ painting

    def render_line(self, y: int) -> Strip:
        """Line ``y`` of the window, made when it is first shown."""
        canvas = self._canvas
        if canvas is None or (canvas.width, canvas.height) != self.size:
            canvas = self._paint()
        if (strip := self._strips[y]) is None:
            strip = self._strips[y] = canvas.strip(y, self._style)
        return strip

    def _paint(self) -> Canvas:
        canvas = self._canvas = Canvas(*self.size)
        self._strips = [None] * canvas.height
        if self.drawn is None or not self.drawn.drawing.boxes:
            canvas.text(2, 1, self.empty, ("muted",))
        else:
            Painter(canvas, self.drawn, self.x, self.y, self.row, self.folded).all()
            if self.with_minimap and self._is_larger and self.minimap.fits(self.size):
                self.minimap.paint(canvas, self.corner, self.x, self.y, self.row)
        canvas.finish()
        return canvas

    @property
    def minimap(self) -> Minimap:
        """The whole map, scaled down."""
        if self._minimap is None:
            assert self.drawn is not None
            self._minimap = Minimap(self.drawn.drawing, self.size)
        return self._minimap

    @property
    def corner(self) -> tuple[int, int]:
        """Where the minimap stands: it never hides the current box."""
        box = self._box(self.row)
        hidden = (int(box.right) - self.x, int(box.bottom) - self.y) if box else (0, 0)
        return self.minimap.place_in(self.size, hidden)

    def _style(self, names: Look) -> Style:
        if (style := self._styles.get(names)) is None:
            found = self.visual_style
            for name in names:
                found += look(self.app, name)
            style = self._styles[names] = found.rich_style
        return style

    # ------------------------------------------------------------------ where the window is

    def _box(self, row: int) -> Box | None:
        if self.drawn is None or (number := self.drawn.drawing.index.get(row)) is None:
            return None
        return self.drawn.drawing.boxes[number]

    def place(self) -> MapPlace | None:
        """Where the window is: by the current box, or if it is out of sight, by one that is not."""
        if self.drawn is None or self._must_center:
            return self._begin
        right, bottom = self.x + self.size.width, self.y + self.size.height
        seen = self.drawn.tiles.within(self.x, self.y, right, bottom).boxes
        boxes = [b for number in seen if (b := self.drawn.drawing.boxes[number]).row >= 0]
        box = next((b for b in boxes if b.row == self.row), next(iter(boxes), None))
        return MapPlace(box.row, int(box.x) - self.x, int(box.y) - self.y) if box else None

    def begin(self, place: MapPlace | None) -> None:
        """Have the window where it was on an earlier version of the map, once there is a map."""
        self._begin = place

    @property
    def _is_larger(self) -> bool:
        """Whether the map is larger than the window."""
        if self.drawn is None:
            return False
        width, height = self.size
        return self.drawn.drawing.width > width or self.drawn.drawing.height > height

    def _center(self) -> None:
        """Put the current box in the middle, and a map that is small as a whole."""
        if not self.size.width or not self.size.height:
            return
        if self.drawn is not None and self._begin is not None:
            begin, self._begin = self._begin, None
            if (there := self._box(begin.row)) is not None:
                self.x, self.y = int(there.x) - begin.x, int(there.y) - begin.y
                self._must_center = False
                self.pan(0, 0)
                return
        if (box := self._box(self.row)) is not None:
            self.x = int(box.center[0]) - self.size.width // 2
            self.y = int(box.center[1]) - self.size.height // 2
            self._must_center = False
        self._clamp(0)

    def _into_sight(self) -> None:
        """Move the window as little as shows the current box with something around it.

        A box that is out of sight altogether comes to the middle.
        """
        if (box := self._box(self.row)) is None or not self.size.width:
            return
        width, height = self.size
        if not (
            self.x - width // 2 < box.x < self.x + width * 3 // 2
            and self.y - height // 2 < box.y < self.y + height * 3 // 2
        ):
            self._center()
            return
        margin_x = max(0, min(_MARGIN_X, (width - int(box.width)) // 2))
        margin_y = max(0, min(_MARGIN_Y, (height - int(box.height)) // 2))
        x = min(self.x, int(box.x) - margin_x)
        self.x = max(x, int(box.right) + margin_x - width) if x == self.x else x
        y = min(self.y, int(box.y) - margin_y)
        self.y = max(y, int(box.bottom) + margin_y - height) if y == self.y else y
        self._clamp(margin_x)

    def _clamp(self, beyond: int) -> None:
        """Keep the window on the map; a map that is smaller stands in its middle."""
        if self.drawn is None:
            return
        sizes = (
            (self.x, int(self.drawn.drawing.width), self.size.width, max(beyond, 2)),
            (self.y, int(self.drawn.drawing.height), self.size.height, max(beyond // 2, 1)),
        )
        self.x, self.y = (
            -((window - whole) // 2)
            if whole <= window
            else max(-more, min(at, whole - window + more))
            for at, whole, window, more in sizes
        )

    def pan(self, x: int, y: int) -> None:
        """Move the window freely, until at least some of the map is left in it."""
        if self.drawn is None or not self.drawn.drawing.boxes:
            return
        width, height = self.size
        least = 8, 4
        whole = int(self.drawn.drawing.width), int(self.drawn.drawing.height)
        self.x = max(least[0] - width, min(self.x + x, whole[0] - least[0]))
        self.y = max(least[1] - height, min(self.y + y, whole[1] - least[1]))
        self.repaint()

    # ------------------------------------------------------------------ the mouse

    def _on_minimap(self, x: int, y: int) -> bool:
        """Go where one points on the minimap; False where it is not."""
        if not (self.with_minimap and self._is_larger and self.drawn):
            return False
        left, top = self.corner
        inside = 0 <= x - left < self.minimap.width and 0 <= y - top < self.minimap.height
        if not inside or not self.minimap.fits(self.size):
            return False
        to_x, to_y = self.minimap.there(x - left, y - top)
        self.x, self.y = int(to_x) - self.size.width // 2, int(to_y) - self.size.height // 2
        self._clamp(0)
        self.repaint()
        return True

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the map."""
        event.stop()
        self._dragged = self._on_minimap(event.x, event.y)
        self._grip = event.x, event.y
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag the map, or the window on the minimap."""
        event.stop()
        if self._grip is None or not event.button:
            return
        if self._dragged and self._on_minimap(event.x, event.y):
            return
        x, y = self._grip[0] - event.x, self._grip[1] - event.y
        if x or y:
            self._dragged = True
            self._grip = event.x, event.y
            self.pan(x, y)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go."""
        event.stop()
        self._grip = None
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Go to the box under the mouse; a second click, or one on its marker, folds or unfolds."""
        event.stop()
        if self._dragged:
            self._dragged = False
            return
        if event.chain == 2 and self._clicked >= 0:  # it may have moved into sight meanwhile
            self._toggled(self._clicked)
            return
        row = self._row_at(event.x, event.y)
        self._clicked = -1 if row is None else row
        if row is not None:
            (self._toggled if self._on_marker(row, event.x, event.y) else self._chosen)(row)

    def _on_marker(self, row: int, x: int, y: int) -> bool:
        """Whether a cell is on the words in the lower border of a folded box."""
        box = self._box(row)
        if box is None or row not in self.folded or box.height < _FRAMED:
            return False
        left = box.right - box.width // 2
        return y + self.y == int(box.bottom) - 1 and x + self.x >= left

    def tip(self, at: Offset) -> str:
        """All that the box under the mouse says, where it is cut."""
        row = self._row_at(at.x, at.y)
        if self.drawn is None or row is None or self.drawn.faces.zoom == "full":
            return ""
        debate = self.drawn.faces.debate
        role = debate.claims[row].role
        return f"{role.glyph} {role.value} {debate.label(row)}: {one_line(debate.text(row))}"

    def landings(self) -> Iterator[Landing]:
        """The boxes in sight."""
        if self.drawn is None:
            return
        width, height = self.size
        window = self.x, self.y, self.x + width, self.y + height
        for number in self.drawn.tiles.within(*window).boxes:
            box = self.drawn.drawing.boxes[number]
            at = Offset(int(box.x) - self.x, int(box.y) - self.y)
            if box.row >= 0 and 0 <= at.x < width and 0 <= at.y < height:
                yield Landing(at, partial(self._chosen, box.row))

    def _row_at(self, x: int, y: int) -> int | None:
        if self.drawn is None:
            return None
        x, y = x + self.x, y + self.y
        for number in self.drawn.tiles.within(x, y, x, y).boxes:
            box = self.drawn.drawing.boxes[number]
            if box.x <= x < box.right and box.y <= y < box.bottom and box.row >= 0:
                return box.row
        return None

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move down; with Shift, to the right."""
        event.stop()
        if event.ctrl:
            self._zoomed(-1)
        else:
            self.pan(*((_WHEEL_X, 0) if event.shift else (0, _WHEEL_Y)))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move up; with Shift, to the left."""
        event.stop()
        if event.ctrl:
            self._zoomed(1)
        else:
            self.pan(*((-_WHEEL_X, 0) if event.shift else (0, -_WHEEL_Y)))

    def on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        """Move to the right."""
        event.stop()
        self.pan(_WHEEL_X, 0)

    def on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        """Move to the left."""
        event.stop()
        self.pan(-_WHEEL_X, 0)
