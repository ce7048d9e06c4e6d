"""The app: it opens a debate, holds the views, and does what every view understands."""

from __future__ import annotations

import asyncio
import os
import signal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App
from textual.binding import BindingType
from textual.driver import Driver
from textual.screen import Screen

from debate.model import Debate
from debate.model.problem import InvalidDebate
from debate.tui import colours, home, settings
from debate.tui.actions import BY_ID, bindings, keys_of
from debate.tui.annotating import Annotating
from debate.tui.clipboard import Copying
from debate.tui.drivers import lasting
from debate.tui.editing import Editing
from debate.tui.filters import Filters
from debate.tui.guiding import Guiding
from debate.tui.jumping import Jumping
from debate.tui.motion import Moving
from debate.tui.pointing import Pointing
from debate.tui.screens.base import View
from debate.tui.session import MODES, Stop, ViewName
from debate.tui.shelving import Shelving
from debate.tui.teaching import Teaching

if TYPE_CHECKING:
    from textual.command import Provider

#: Where the theme that was chosen with the key is kept.
_TASTE = "taste"

#: How many complaints about the settings are told.
_NOTICES = 4


def _commands() -> type[Provider]:
    from debate.tui.commands import Commands

    return Commands


class DebateApp(
    Shelving, Guiding, Teaching, Annotating, Editing, Filters, Jumping, Moving, Copying, Pointing
):
    """A debate in the terminal; ``debate`` is None when it is still to be read from ``path``.

    With ``library`` True, ``path`` is a folder of debates to choose from.
    """

    CSS_PATH = "debate.tcss"
    TITLE = "debate"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("app")]
    COMMANDS: ClassVar[set[Any]] = {_commands}

    def __init__(self, debate: Debate | None, path: Path, *, library: bool = False) -> None:
        self.settings = settings.read()
        self.path = path
        self.library = path if library else None
        self.session = self.begin(debate) if debate else None
        waiting = "library" if library else "loading"
        self.DEFAULT_MODE = self.session.view if self.session else waiting  # type: ignore[misc]
        # Colours by number are the only ones that Textual leaves out altogether; greys would stay.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        for mode in (*MODES, "loading", "library"):
            self.add_mode(mode, partial(self.screen_of, mode))
        self.add_mode("between", Screen)
        self.set_keymap(self.settings.keys)
        self.set_motion(self.settings)
        self._dress()

    # ------------------------------------------------------------------ opening and closing

    def on_mount(self) -> None:
        """Say what is wrong with the settings; begin to read what is not read yet."""
        if notices := self.settings.notices:  # one box: several would run out of a small window
            told = notices[:_NOTICES]
            if more := len(notices) - len(told):
                told = [*told, f"and {more} more"]
            self.notify("\n".join(told), title="Settings", severity="warning", markup=False)
        if os.name == "posix" and not self.is_headless:
            self._leave_in_order()
        if self.session is None and self.library is None:
            self.fetch(self.path, self._refuse)
        self.opened()

    def get_driver_class(self) -> type[Driver]:
        """The platform's driver, made to survive its terminal."""
        return lasting(super().get_driver_class())

    def _leave_in_order(self) -> None:
        """When told to end from outside, give the terminal back as it was and keep the place."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, partial(self.exit, return_code=128 + number))

    def _refuse(self, problem: InvalidDebate) -> None:
        self._exception = problem
        self.exit(return_code=1)

    @property
    def failure(self) -> Exception | None:
        """What ended the app although nobody wanted to leave."""
        return self._exception

    def _fatal_error(self) -> None:
        """End without a word: who opened the app says what happened, in one line."""
        self._close_messages_no_wait()

    # ------------------------------------------------------------------ views

    def screen_of(self, view: str) -> Screen[None]:
        """A view's screen, imported when it is first needed."""
        if view == "library" and self.library is not None:
            from debate.tui.screens.library import LibraryScreen

            return LibraryScreen(self, self.library.resolve().name)
        if self.session is None or view == "loading":
            from debate.tui.screens.loading import LoadingScreen

            return LoadingScreen(self.path.name)
        if view == "overview":
            from debate.tui.screens.overview import OverviewScreen

            return OverviewScreen(self.session)
        if view == "compare":
            from debate.tui.screens.compare import CompareScreen

            return CompareScreen(self.session)
        if view == "map":
            from debate.tui.screens.map import MapScreen

            return MapScreen(self.session)
        if view == "guide":
            from debate.tui.screens.guide import GuideScreen

            return GuideScreen(self.session, self.progress)
        from debate.tui.screens.walk import WalkScreen

        return WalkScreen(self.session)

    def action_view(self, view: ViewName) -> None:
        """Show one of the views."""
        if self.session:
            if self.session.view == "guide":  # the key for back returns to the step
                self.session.history.jump(self.session.here, Stop(view, self.session.row))
            self._show(view)

    def _show(self, view: ViewName) -> None:
        if self.session:
            self.session.view = view
            self.switch_mode(view)

    def walk_to(self, row: int) -> None:
        """Walk to a claim, or go there on the map, and remember where one came from."""
        if self.session:
            to = Stop("map" if self.session.view == "map" else "walk", row)
            self.session.history.jump(self.session.here, to)
            self._go(to)

    def notify_briefly(self, told: str, seconds: float = 2) -> None:
        """Say why a key did nothing, or that it did: once, however often it was pressed."""
        self.clear_notifications()
        self.notify(told, timeout=seconds, markup=False)

    def action_help_quit(self) -> None:
        """Ctrl+C: end while the debate is read, for one waits; later say how one leaves."""
        if self.session is None:
            self.exit(return_code=130)
        else:
            key = keys_of(BY_ID["quit"], self.settings.keys)[0]
            self.notify_briefly(f"{key} quits.")

    def action_history(self, steps: int) -> None:
        """Go back (-1) or forward (1) to where one jumped from or to."""
        if self.session and (stop := self.session.history.go(steps, self.session.here)):
            self._go(stop)

    def action_side(self, number: int) -> None:
        """Walk side ``number``, where one last was on it; 0 is the background."""
        if not self.session:
            return
        there_is = number <= len(self.session.debate.positions)
        row = self.session.row_of(number - 1) if there_is else None
        if row is not None:
            self.walk_to(row)
        elif number == 0:
            self.notify_briefly("There is no background.")
        else:
            told = "This side says nothing." if there_is else f"There is no side {number}."
            self.notify_briefly(told)

    def _go(self, stop: Stop) -> None:
        if self.session is None:
            return
        if stop.row >= 0:
            self.session.move(stop.row)
        elsewhere = stop.view != self.current_mode
        self._show(stop.view)
        view = self.screen_stack[0]
        if not elsewhere and isinstance(view, View) and view.is_mounted:
            view.arrive()

    # ------------------------------------------------------------------ from bars and dialogs

    def action_walk(self, row: int) -> None:
        """Walk to a claim from a bar."""
        self.walk_to(row)

    # ------------------------------------------------------------------ themes

    def _dress(self) -> None:
        """Put the theme on before anything is drawn, so that nothing is styled twice."""
        for theme in colours.THEMES:
            self.register_theme(theme)
        chosen = self.settings.theme or home.recall(_TASTE).get("theme") or colours.DARK.name
        if self.no_color:
            chosen = colours.WITHOUT
        elif chosen not in self.available_themes:
            self.settings.notices.append(f"there is no theme called {chosen}")
            chosen = colours.DARK.name
        self.set_reactive(App.theme, chosen)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The roles' colours, for themes that are not ours too."""
        return colours.variables(self.current_theme)

    def action_next_theme(self) -> None:
        """Go on to the next theme: dark, light, more contrast, the terminal's own."""
        if self.no_color:
            self.notify_briefly("There are no colours: NO_COLOR is set.", 3)
            return
        at = colours.ROUND.index(self.theme) if self.theme in colours.ROUND else -1
        self.theme = colours.ROUND[(at + 1) % len(colours.ROUND)]
        try:
            home.keep(_TASTE, {"theme": self.theme})
        except OSError as error:
            self.log.warning(f"the theme is not remembered: {error}")

    # ------------------------------------------------------------------ dialogs

    def action_command_palette(self) -> None:
        """Offer every verb by its name."""
        from debate.tui.commands import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def action_search(self) -> None:
        """Search every claim, in the library those of all debates."""
        from debate.tui.screens.search import SearchScreen

        if self.session is None:
            self.search_library()
        else:
            self.push_screen(SearchScreen(self.session), self._found)

    def _found(self, row: int | None) -> None:
        if row is not None:
            self.walk_to(row)

    def action_help(self) -> None:
        """Show all keys, signs and terms."""
        from debate.tui.screens.help import HelpScreen

        if self.session or self.current_mode == "library":
            self.push_screen(HelpScreen(self))

    def action_export(self) -> None:
        """Write the debate to a file."""
        from debate.tui.screens.export import ExportScreen

        if self.session:
            notes, judging = self.session.noting.annotations, self.session.judging
            judged = judging if judging.judgements and not judging.veiled else None
            self.push_screen(ExportScreen(self.session.debate, self.path, notes, judged))
