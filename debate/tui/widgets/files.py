"""What is to be said of the debate's files: that they are read anew, or what is wrong with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from debate.model.problem import Problem
from debate.tui.actions import BY_ID, keys_of
from debate.tui.pages.problems import Fault, problems_page, summary
from debate.tui.pages.sheet import Sheet
from debate.tui.widgets.bar import Bar, Word, between
from debate.tui.widgets.page import Page

if TYPE_CHECKING:
    from debate.tui.app import DebateApp

#: Cells of the line that shows how far the reading has come.
_BAR = 20

#: What share of a window the problems take at most, and lines they have at least if they need them.
_SHARE, _LEAST = 0.35, 3


class News(NamedTuple):
    """What is known of the files.

    ``problems`` are those of a save that is broken, ``open`` whether they are listed; ``read`` is
    the share that is read of files that have changed, None when nothing is being read. ``rest``
    says that what is shown is what could be read in spite of the problems.
    """

    problems: Sequence[Problem] = ()
    open: bool = True
    read: float | None = None
    rest: bool = False

    def __bool__(self) -> bool:
        return bool(self.problems) or self.read is not None


class FilesPane(Vertical):
    """A line that is there while there is news of the files, and under it what is wrong."""

    DEFAULT_CSS = """
    FilesPane {
        dock: bottom; height: auto; margin-bottom: 1;
        background: $surface;
        _Head { background: $error 25%; }
        &.-sound _Head { background: $panel; }
        &:ansi _Head { background: ansi_default; border-top: solid ansi_default; height: 2; }
        Page { height: 1; padding-left: 1; background: $surface; }
        &.-closed Page { display: none; }
        &.-silent { display: none; }
    }
    """

    def __init__(self, news: News) -> None:
        super().__init__()
        self.news = news

    def compose(self) -> ComposeResult:
        """The line, the list."""
        yield _Head()
        yield Page(self._lay_out)

    def on_mount(self) -> None:
        """Show what is known."""
        self.tell(self.news)

    def on_resize(self) -> None:
        """Be as high as the list needs, and no higher than the window allows."""
        self._fit()

    def tell(self, news: News) -> None:
        """Show other news."""
        if not self.children:  # it is being mounted, and will ask for the last news then
            self.news = news
            return
        listed = news.problems != self.news.problems or not self.page.spots
        self.news = news
        # Not ``display``, which would show it in a window that is too small for anything.
        self.set_class(not news, "-silent")
        self.set_class(not news.problems, "-sound")
        self.set_class(not news.problems or not news.open, "-closed")
        if listed and news.problems:
            self.page.scroll_to(y=0, animate=False, force=True)
            self.page.rebuild()
        self._fit()
        self.query_one(_Head).refresh()

    def _fit(self) -> None:
        lines = len(problems_page(self.news.problems, max(1, self.size.width - 3)).lines)
        most = max(_LEAST, int(self.screen.size.height * _SHARE))
        self.page.styles.height = max(1, min(lines, most))

    @property
    def page(self) -> Page:
        """The list's widget."""
        return self.query_one(Page)

    @property
    def fault(self) -> Fault | None:
        """The problem that the cursor is on."""
        target = spot.target if (spot := self.page.spot) else None
        return target if isinstance(target, Fault) else None

    def on_descendant_focus(self) -> None:
        """Say which keys are understood now."""
        self.query_one(_Head).refresh()

    def on_descendant_blur(self) -> None:
        """Say which keys are understood now."""
        self.query_one(_Head).refresh()

    def on_page_chosen(self, message: Page.Chosen) -> None:
        """Open the editor where the problem is; one click only goes to it."""
        from debate.files.locating import Place

        message.stop()
        if message.clicked and not message.twice:
            return
        if isinstance(fault := message.target, Fault):
            app = cast("DebateApp", self.app)
            app.edit_at(Place(fault.file, fault.line, fault.column))

    def _lay_out(self, width: int) -> Sheet:
        page = Sheet(width)
        page.below(problems_page(self.news.problems, width - 2), indent=1)
        return page


class _Head(Bar):
    """The line: what has happened, and the keys that help."""

    def words(self, width: int) -> list[Word]:
        pane = cast("FilesPane", self.parent)
        news = pane.news
        if news.read is not None:
            full = int(news.read * _BAR)
            said = Content.assemble(
                " Reading the changed files ",
                ("━" * full, self.look("heading")),
                ("━" * (_BAR - full), self.look("rule")),
                f" {news.read:4.0%}",
            )
            return between([Word(said)], [], width)
        said = Content.assemble((f" ✗ {summary(news.problems)}", self.look("strong")))
        keys = list(self._keys(pane))
        rest = Content(f" · the {'rest' if pane.news.rest else 'last good state'} is shown")
        used = said.cell_length + sum(word.content.cell_length for word in keys)
        if used + rest.cell_length < width:
            said += rest
        said = said.truncate(max(0, width - (used - said.cell_length)), ellipsis=True)
        return between([Word(said)], keys, width)

    def _keys(self, pane: FilesPane) -> list[Word]:
        toggles = "app.problems"
        if not pane.news.open:
            return [self._key("files.problems", "Show", toggles)]
        if pane.has_focus_within:
            return [
                self._key("files.edit", "Open there", "app.edit"),
                self._key("files.problems", "Hide", toggles),
            ]
        return [self._key("files.problems", "Go to them", toggles)]

    def _key(self, id: str, label: str, action: str) -> Word:
        app = cast("DebateApp", self.app)
        key = keys_of(BY_ID[id], app.settings.keys)[0]
        content = Content.assemble(
            (f" {key} ", self.look("key")), (f"{label} ", self.look("muted"))
        )
        return Word(content, action)
