"""The library: the debates of a folder, to be sorted, filtered, searched and opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Input

from debate.library.catalogue import ORDERS, Catalogue, Order
from debate.library.refresh import Step
from debate.model.text import one_line
from debate.tui.actions import bindings
from debate.tui.screens.base import LEAST_HEIGHT, LEAST_WIDTH, WIDE, TooSmall
from debate.tui.screens.pointed import Pointed
from debate.tui.widgets.bar import Bar, Word, between
from debate.tui.widgets.card import Card
from debate.tui.widgets.keybar import KeyBar
from debate.tui.widgets.shelf import CLAIMS, VISITED, Shelf, room_for_sides

if TYPE_CHECKING:
    from debate.tui.shelving import Shelving

#: What the columns are called, and the order that each one gives.
_NAMES: dict[Order, str] = {"title": "Title", "size": "Claims", "visited": "Last visit"}


class LibraryBar(Bar):
    """Which library it is, how many debates it has, and how far they are read."""

    def __init__(self, name: str, catalogue: Catalogue) -> None:
        super().__init__()
        self.catalogue = catalogue
        self.told = ""
        self._library = one_line(name)

    def words(self, width: int) -> list[Word]:
        """The name at the left, the numbers at the right."""
        all_of_it, shown = len(self.catalogue), len(self.catalogue.shown)
        count = f"{all_of_it:,} debate{'s' * (all_of_it != 1)}"
        if self.catalogue.words:
            count = f"{shown:,} of {count}"
        told = f"{self.told} · " if self.told else ""
        right = Content.assemble((told, self.look("accent")), (f"{count} ", self.look("muted")))
        room = max(0, width - right.cell_length - 1)
        name = Content.assemble(
            (" Library  ", self.look("muted")), (self._library, self.look("title"))
        )
        return between([Word(name.truncate(room, ellipsis=True))], [Word(right)], width)


class Columns(Bar):
    """The names of the columns; a click sorts by one, and an arrow tells which it is."""

    DEFAULT_CSS = "Columns { background: transparent; }"

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self.catalogue = catalogue

    def words(self, width: int) -> list[Word]:
        """Each name over its column."""
        width -= 1  # the list's scrollbar
        last = [self._column("size", CLAIMS), self._column("visited", VISITED)]
        if sides := room_for_sides(width):
            last.insert(0, Word(Content.styled(f" {'Sides':<{sides + 1}}", self.look("muted"))))
        return between([self._column("title", 0)], [*last, Word(Content("  "))], width + 1)

    def _column(self, order: Order, width: int) -> Word:
        name, style = _NAMES[order], self.look("muted")
        if order == self.catalogue.order:
            name, style = f"{name} {'▴' if order == 'title' else '▾'}", self.look("heading")
        text = f"{name:>{width}}" if width else f"  {name}"
        return Word(Content.styled(text, style), f"screen.sort('{order}')")


class LibraryScreen(Pointed[None]):
    """The list, and what is to be known of the debate that the cursor is on."""

    KEYS: ClassVar[tuple[str, ...]] = (
        "library.open", "search", "library.filter", "library.sort", "library.reread",
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("library")]
    AUTO_FOCUS = "Shelf"

    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (LEAST_WIDTH, "-narrow"), (WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LEAST_HEIGHT, "-high")]

    DEFAULT_CSS = """
    LibraryScreen {
        layers: base notice;
        &.-tiny > *, &.-low > * { display: none; }
        &.-tiny > TooSmall, &.-low > TooSmall { display: block; }
        Input, Input:focus { border: none; height: 1; padding: 0 1; background: $surface; }
        &.-tiny Input, &.-low Input { height: 0; }
        Container { height: 1fr; layout: vertical; }
        Shelf { height: 1fr; }
    }
    """

    def __init__(self, host: Shelving, name: str) -> None:
        super().__init__()
        self.settings = host.settings
        self.catalogue = Catalogue()
        self._library = name
        self._at: str | None = None

    def compose(self) -> ComposeResult:
        """Bars around the list and the card."""
        yield LibraryBar(self._library, self.catalogue)
        field = Input(placeholder="title, question, side or folder")
        field.display = False
        yield field
        yield Columns(self.catalogue)
        with Container():
            yield Shelf(self.catalogue, self._moved)
            yield Card(self.catalogue)
        yield KeyBar(self, self.KEYS)
        yield TooSmall()

    def on_mount(self) -> None:
        """Have the list filled."""
        self.host.fill(self)

    @property
    def host(self) -> Shelving:
        """The app, as the one it is."""
        return cast("Shelving", self.app)

    @property
    def shelf(self) -> Shelf:
        """The list."""
        return self.query_one(Shelf)

    def on_screen_resume(self) -> None:
        """Look anew when each debate was visited."""
        self.catalogue.visited = self.host.visits()
        self.catalogue.arrange()
        self._update()

    # ------------------------------------------------------------------ what is listed

    def take(self, step: Step) -> None:
        """Something became known of the library."""
        if step.total and step.done < step.total:
            self._tell(f"reading {step.done:,} of {step.total:,}")
        self.catalogue.take(step.entries, step.gone)
        self._update()

    def told(self, text: str, message: str = "") -> None:
        """Say how far it is, and what stands where no debate does."""
        self.shelf.message = message
        self._tell(text)

    @property
    def kept(self) -> dict[str, Any]:
        """Where one is in the list, and how it is sorted."""
        return {"path": self._at, "order": self.catalogue.order}

    def recall(self, kept: dict[str, Any]) -> None:
        """Go where one was the last time."""
        self.action_sort(str(kept.get("order", "title")))
        if isinstance(path := kept.get("path"), str):
            self.shelf.find(path)

    def _tell(self, text: str) -> None:
        bar = self.query_one(LibraryBar)
        bar.told = text
        bar.refresh()

    def _update(self, *, first: bool = False) -> None:
        self.shelf.update(first=first)
        for widget in self.query(Bar):
            widget.refresh()

    def _moved(self) -> None:
        entry = self.shelf.entry
        self._at = entry.path if entry else self._at
        self.query_one(Card).show(entry)

    # ------------------------------------------------------------------ keys

    def action_move(self, to: str) -> None:
        """Move over the list."""
        every = len(self.catalogue.shown)
        page = self.shelf.page_rows
        steps = {"down": 1, "up": -1, "pagedown": page, "pageup": -page, "top": -every}
        self.shelf.move(steps.get(to, every))

    def action_sort(self, order: str = "") -> None:
        """Sort by the next column, or by the one that is named."""
        names: tuple[Order, ...] = ORDERS
        following = names[(names.index(self.catalogue.order) + 1) % len(names)]
        self.catalogue.sort(next((name for name in names if name == order), following))
        self._update()

    def action_filter(self) -> None:
        """Write what to look for in titles, questions and sides."""
        field = self.query_one(Input)
        field.display = True
        self.set_focus(field)  # at once: the next keys are meant for it

    def on_input_changed(self, event: Input.Changed) -> None:
        """List what has all the words."""
        self.catalogue.filter(event.value)
        self.shelf.message = "No debate has all these words. Esc lists all." if event.value else ""
        self._update(first=bool(event.value))

    def on_input_submitted(self) -> None:
        """Back to the list, filtered."""
        self.set_focus(self.shelf)

    def action_clear(self) -> None:
        """List all debates again."""
        field = self.query_one(Input)
        field.value = ""
        self.set_focus(self.shelf)
        field.display = False

    def action_open(self) -> None:
        """Open the debate under the cursor."""
        if (entry := self.shelf.entry) is not None:
            self.host.open_entry(entry.path)

    def on_shelf_opened(self) -> None:
        """Open what was clicked twice."""
        self.action_open()

    def action_reread(self) -> None:
        """Look anew for what changed."""
        self.host.begin_refresh()
