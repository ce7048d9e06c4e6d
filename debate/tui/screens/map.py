"""The map: the argument of one side, or of all, drawn as boxes and lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from debate.tui.actions import BY_ID, NOT_ON_MAP, bindings, keys_of
from debate.tui.map.plan import ALL, Drawn, Plan, Version
from debate.tui.screens.judges import Judges
from debate.tui.session import Session
from debate.tui.steps import NOWHERE, Step, step
from debate.tui.widgets.bar import Word, between
from debate.tui.widgets.map import MapPlace, MapView
from debate.tui.widgets.standing import Standing
from debate.tui.widgets.tabs import SideBar

if TYPE_CHECKING:
    from debate.model.alignment import Alignment

#: Boxes that are laid out in a moment; for more, the screen is not kept waiting.
_SOON = 2_500

_SIZES = {"full": "full text", "line": "one line", "glyph": "signs only"}


class MapBar(SideBar):
    """The sides, all of them together, and how the map is shown."""

    def __init__(self, session: Session, plan: Plan) -> None:
        super().__init__(session)
        self.plan = plan

    def words(self, width: int) -> list[Word]:
        """The sides on the left as far as they fit, how one looks at them on the right."""
        plan, action = self.plan, BY_ID["map.all"]
        key = keys_of(action, self.session.settings.keys)[0]
        everyone = self.tab(key, "All sides", plan.sides, action.command)
        said = [_SIZES[plan.zoom]]
        if plan.focus >= 0:
            said.insert(0, f"only {self.session.debate.label(plan.focus)}")
        state = Word(Content(f"{' · '.join(said)} ").stylize(self.look("muted")))
        room = width - everyone.content.cell_length - state.content.cell_length
        sides = super().words(max(20, room))
        return between([*sides, everyone], [state], width)

    @property
    def current(self) -> int:
        """The side whose map it is: none on the map of all."""
        return ALL if self.plan.sides else self.session.side


class MapScreen(Judges):
    """The argument, drawn."""

    VIEW = "map"
    KEYS: ClassVar[tuple[str, ...]] = (
        "fold.toggle", "map.larger", "map.smaller", "map.all", "map.focus", "map.turn",
        "judge.accept", "judge.reject", "judge.why", "claim.link", "search", "history.back",
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("walk", but=NOT_ON_MAP), *bindings("map")]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.plan = Plan(session.debate, session.judging)
        self._shown: Version | None = None
        self._bar_side = ALL
        self._place: MapPlace | None = None

    def bars(self) -> Iterable[Widget]:
        """The sides."""
        yield MapBar(self.session, self.plan)

    def body(self) -> Iterable[Widget]:
        """The map."""
        view = MapView(self._chosen, self._toggled, self._zoomed)
        view.begin(self._place)
        yield view

    @property
    def map(self) -> MapView:
        """The map's widget."""
        return self.query_one(MapView)

    # ------------------------------------------------------------------ drawing

    def arrive(self) -> None:
        """Show the claim that is current now, on its map."""
        if self.session.row < 0:
            self.map.empty = "Nobody has said anything here yet: there is nothing to draw."
            self.map.repaint()
            return
        self.plan.show(self.session.row)
        if self._shown != self.plan.version or self.map.row != self.session.row:
            self.draw()  # else one looks at it where one left it

    def judged(self) -> None:
        """Show the verdicts on all boxes in sight."""
        super().judged()
        if self.map.drawn:
            self.map.drawn.faces.forget()
        if self.session.row >= 0:
            self.draw(keep=True)

    def draw(self, keep: bool = False) -> None:
        """Draw the map if it is another than is shown, and be on the current claim.

        A large one is drawn beside the screen; until it is ready the old one stays.
        """
        plan, row = self.plan, self.session.row
        if self._shown != plan.version or self._bar_side != self.session.side:
            self._bar_side = self.session.side
            self.query_one(MapBar).refresh()
        self.map.with_minimap = plan.minimap
        if self._shown == plan.version and row in self._rows:
            self.map.move(row)
        elif plan.count > _SOON:
            self.host.notify_briefly("Drawing a large map…")
            work = partial(self._draw_beside, plan.version, plan.pencil(), keep)
            self.run_worker(work, group="map", thread=True, exclusive=True)
        else:
            self._have(plan.version, plan.pencil()(), keep)

    @property
    def _rows(self) -> dict[int, int]:
        return self.map.drawn.drawing.index if self.map.drawn else {}

    def _draw_beside(self, version: Version, pencil: Callable[[], Drawn], keep: bool) -> None:
        self.app.call_later(self._have, version, pencil(), keep)

    def _have(self, version: Version, drawn: Drawn, keep: bool) -> None:
        if version != self.plan.version:
            return  # something was folded or judged meanwhile; that is drawn already, or will be
        self._shown = version
        self.map.show(drawn, self.session.row, self.plan.folding.folded, keep=keep)

    # ------------------------------------------------------------------ another version

    def place(self) -> tuple[Plan, MapPlace | None]:
        """Which map, how it is folded and seen, and where the window is."""
        return self.plan, self.map.place() if self.is_mounted else self._place

    def put(self, place: object, alignment: Alignment) -> None:
        """Show the same map, with what is still there at the same place of the window."""
        if isinstance(place, tuple):
            plan, window = place
            self.plan.follow(plan, alignment)
            if window is not None:
                self._place = window._replace(row=alignment.near(window.row))

    # ------------------------------------------------------------------ moving

    def _to(self, row: int) -> None:
        """Be on a claim, unfolding what hides it."""
        self.session.move(row)
        self.plan.show(row)
        self.draw(keep=True)
        self.query_one(Standing).follow()

    def _chosen(self, row: int) -> None:
        self._to(row)

    def _toggled(self, row: int) -> None:
        self._to(row)
        self.action_fold("toggle")

    def _zoomed(self, steps: int) -> None:
        self.action_resize(steps)

    def action_move(self, to: str) -> None:
        """Move by structure: the arrows go to what is drawn above, below and beside."""
        row, view = self.session.row, self.map
        if row < 0 or view.drawn is None:
            return
        if to in ("pagedown", "pageup"):
            view.pan(0, view.size.height // 2 * (1 if to == "pagedown" else -1))
            return
        drawing = view.drawn.drawing
        if to in ("top", "bottom"):
            rows = [box.row for box in drawing.boxes if box.row >= 0]
            self._to(rows[0 if to == "top" else -1])
            return
        below = "down" if self.plan.flow == "down" else "right"
        if to == below and row in self.plan.folding:
            self.action_fold("toggle")
        elif (found := self.plan.step(drawing, row, to)) is not None:
            self._to(found)

    def action_go(self, to: Step) -> None:
        """Step through the argument as in the walk."""
        if self.session.row < 0:
            return
        row = step(self.session.debate, self.session.row, to)
        if row is None:
            self.host.notify_briefly(NOWHERE[to])
        else:
            self._to(row)

    def action_pan(self, x: int, y: int) -> None:
        """Move the window by a part of its size."""
        width, height = self.map.size
        self.map.pan(x * max(4, width // 6), y * max(2, height // 6))

    # ------------------------------------------------------------------ what is shown

    def action_fold(self, how: str) -> None:
        """Fold or unfold one box, or all of them, or by a level."""
        row = self.session.row
        if row < 0:
            return
        self.plan.fold(how, row)
        self.session.move(self.plan.shown_for(row))
        self.draw(keep=True)

    def action_resize(self, steps: int) -> None:
        """Zoom in, or out."""
        if self.session.row >= 0 and self.plan.resize(steps):
            self.draw(keep=True)

    def action_turn(self) -> None:
        """Let the map grow to the right, or down again."""
        if self.session.row >= 0:
            self.plan.turn()
            self.draw()

    def action_all_sides(self) -> None:
        """Show all sides on one map, or again the one whose claim is current."""
        if self.session.row < 0 or not self.session.debate.positions:
            return
        self.plan.which = self.session.side if self.plan.sides else ALL
        self.plan.focus = -1
        self.plan.show(self.session.row)
        self.draw()

    def action_focus_on(self) -> None:
        """Show only what is under the current claim, or all again."""
        if (row := self.session.row) >= 0:
            self._focus(-1 if self.plan.focus == row else row)

    def _focus(self, row: int) -> None:
        self.plan.focus = row
        self.plan.show(self.session.row)
        self.draw()

    def action_minimap(self) -> None:
        """Show the small map in the corner, or hide it."""
        self.plan.minimap = not self.plan.minimap
        self.map.with_minimap = self.plan.minimap
        self.map.repaint()

    # ------------------------------------------------------------------ the claim

    def action_open(self) -> None:
        """Go to the claim in the walk; to the one that is meant, where a box repeats it."""
        row = self.session.row
        if row >= 0:
            self.session.history.jump(self.session.here, self.session.here._replace(view="walk"))
            self.session.move(self.session.debate.meant(row))
            self.host.action_view("walk")

    def action_clear(self) -> None:
        """Back to the whole map, and without the marks of a search."""
        self.session.query = ()
        if self.plan.focus >= 0:
            self._focus(-1)
