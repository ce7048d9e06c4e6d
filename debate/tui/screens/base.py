"""What the three views have in common: the bars, and a word where the window is too small."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget

from debate.tui.screens.pointed import Pointed
from debate.tui.session import Session, ViewName
from debate.tui.widgets.keybar import KeyBar
from debate.tui.widgets.standing import Standing
from debate.tui.widgets.tabs import TopBar

if TYPE_CHECKING:
    from debate.model.alignment import Alignment
    from debate.tui.app import DebateApp

#: The smallest window that shows anything of use, in columns and rows.
LEAST_WIDTH, LEAST_HEIGHT = 60, 16

#: From this width on there is room for two panes beside each other.
WIDE = 100


class TooSmall(Widget):
    """Stands in for everything else in a window that is too small."""

    DEFAULT_CSS = """
    TooSmall { display: none; width: 1fr; height: 1fr; content-align: center middle;
               text-align: center; padding: 0 1; }
    """

    def render(self) -> Content:
        """How large the window is, and how large it should be."""
        width, height = self.app.size
        return Content(
            f"{width}x{height} is too small; give me at least {LEAST_WIDTH}x{LEAST_HEIGHT}"
        )


class View(Pointed[None]):
    """A view: subclasses say what it is called, what it consists of, and which keys to show.

    The screen has the class ``-narrow`` below 100 columns, ``-wide`` from there on, and ``-tiny``
    or ``-low`` where only :class:`TooSmall` is shown. To go to a claim, call
    ``self.host.walk_to(row)``: it switches to the walk, and the key for back returns here.
    """

    VIEW: ClassVar[ViewName]

    #: Ids of the actions at the foot, the most needed first.
    KEYS: ClassVar[tuple[str, ...]] = ()

    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (LEAST_WIDTH, "-narrow"), (WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LEAST_HEIGHT, "-high")]

    DEFAULT_CSS = """
    View {
        layers: base notice;
        &.-tiny > *, &.-low > * { display: none; }
        &.-tiny > TooSmall, &.-low > TooSmall { display: block; }
    }
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        """The bars around the body."""
        yield TopBar(self.session, self.VIEW)
        yield from self.bars()
        yield Standing(self.session)
        yield from self.body()
        keys = ("library", *self.KEYS) if self.host.library else self.KEYS
        yield KeyBar(self.session, keys)
        yield TooSmall()

    def bars(self) -> Iterable[Widget]:
        """Further bars under the first."""
        return ()

    def body(self) -> Iterable[Widget]:
        """What stands between the bars."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a verb can be carried out: not by a view whose widgets are still to come."""
        return self.is_mounted and super().check_action(action, parameters)

    def arrive(self) -> None:
        """The view is shown (again), or the current claim was changed from outside it."""

    @property
    def about(self) -> int:
        """The row of the claim that one is looking at; -1 for none."""
        return self.session.row

    def place(self) -> object:
        """Where one is on this view, for the one that is built when the debate has changed."""
        return None

    def put(self, place: object, alignment: Alignment) -> None:
        """Begin where one was on the view of an earlier version; called before it is mounted."""

    def judged(self) -> None:
        """Something was judged otherwise: show what follows."""
        self.query_one(Standing).update()

    def noted(self) -> None:
        """Something was marked, or a note was written."""

    def on_screen_resume(self) -> None:
        """Look at the session anew whenever the view comes to the front."""
        self.query_one(Standing).update()
        self.arrive()
        self.host.tell_of_files()

    @property
    def host(self) -> DebateApp:
        """The app, as the one it is."""
        return cast("DebateApp", self.app)
