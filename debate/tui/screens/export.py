"""Writing the debate to a file from inside the app: what of it, how, where to, and a preview."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Checkbox, Input, OptionList, Select, SelectionList, Static
from textual.widgets.selection_list import Selection
from textual.worker import Worker, WorkerState

from debate.model import Debate
from debate.model.annotations import NO_ANNOTATIONS, Annotations
from debate.tui.exporting import Export, Saved, extension_of, file_name, formats, renamed, told
from debate.tui.judging import Judging
from debate.tui.screens.dialog import Dialog
from debate.tui.widgets.choices import Ticks
from debate.tui.widgets.formats import FormatList
from debate.writers import Options, Writer, of_file

#: The format that is offered first.
_FIRST = "markdown"

#: How claims can be numbered, as they look.
_NUMBERS = (("1.2.3", "decimal"), ("I.A.1", "outline"), ("none", "none"))

#: How long one may go on typing before the preview follows, in seconds.
_PAUSE = 0.15

#: How long it is to be read what a file could not hold, in seconds.
_READING = 15


class ExportScreen(Dialog[Path | None]):
    """A dialog that ends with the path that was written, or None."""

    DEFAULT_CSS = """
    ExportScreen {
        align: center middle;
        & > #dialog {
            width: 96%; max-width: 120; height: 96%; max-height: 48;
            padding: 0 2;
            background: $surface;
            border: round $primary;
            border-title-color: $primary;
            border-title-style: bold;
            border-subtitle-color: $muted;
        }
        #choices { height: 30%; min-height: 7; max-height: 14; margin-top: 1; }
        #choices > Vertical { width: 4fr; min-width: 32; height: 100%; margin-right: 2; }
        #choices > .sides { width: 2fr; min-width: 14; }
        #choices > .how { width: 26; height: 100%; scrollbar-size-vertical: 1; }
        &.-narrow #choices > .how { width: 20; }
        .label { color: $muted; height: 1; width: 10; }
        .heading { color: $muted; height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
        .field { height: 1; }
        #where { height: 1; margin-top: 1; }
        #where > .label { width: 6; }
        OptionList, OptionList:focus {
            height: 1fr; border: none; padding: 0; background: transparent;
            scrollbar-size-vertical: 1; text-wrap: nowrap; text-overflow: ellipsis;
        }
        Input, Input:focus { border: none; height: 1; padding: 0 1; background: $panel; }
        Input:focus { background: $cursor-ground; }
        #file { width: 1fr; }
        Select { width: 1fr; height: 1; }
        Select.-textual-compact > SelectCurrent { background: $panel; padding: 0 1; height: 1; }
        Select:focus > SelectCurrent { background: $cursor-ground; border: none; }
        Select > SelectOverlay, Select > SelectOverlay:focus {
            height: auto; max-height: 10; padding: 0 1; background: $panel;
        }
        Checkbox { width: 1fr; }
        &:ansi .option-list--option-highlighted { text-style: bold underline; }
        &:ansi Input { text-style: underline; background: ansi_default; }
        &:ansi SelectCurrent { border: none; text-style: underline; }
        &.-short #choices { height: 6; min-height: 6; margin-top: 0; }
        &.-short #where { margin-top: 0; }
        #preview {
            height: 1fr; margin-top: 1; border-top: solid $foreground 25%;
            border-title-color: $muted; scrollbar-size-vertical: 1;
        }
        &.-short #preview { margin-top: 0; }
        #preview:focus { border-top: solid $primary; }
        #preview > Static { width: auto; }
        #preview.-none > Static { width: 100%; color: $muted; padding: 1 0; text-align: center; }
        #answer { height: auto; max-height: 3; color: $error; }
        #buttons { height: 1; margin-bottom: 0; align-horizontal: right; }
        Button { margin-left: 2; }
    }
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (22, "-tall")]

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel"),
        Binding("ctrl+s", "save", "Save", priority=True),
    ]

    def __init__(
        self,
        debate: Debate,
        source: Path,
        notes: Annotations = NO_ANNOTATIONS,
        judging: Judging | None = None,
    ) -> None:
        """Offer to write ``debate``, read from ``source``, beside where one is working.

        ``notes`` are the reader's, and ``judging`` has judgements, to go with it unless they are
        not wanted.
        """
        super().__init__()
        self._debate = debate
        self._notes = notes
        self._export = Export(debate, judging)
        self._offered = file_name(source)
        self._replacing: Path | None = None
        self._named = False
        self._formats, self._unusable = formats()
        self._extensions = {writer.extension for writer in self._formats.values()}
        self._sides = [(side.name, side.label) for side in debate.positions]
        if debate.background:
            self._sides.append(("background", "Background"))

    def compose(self) -> ComposeResult:
        """Choices above, then the file, the preview below."""
        with Vertical(id="dialog") as dialog:
            dialog.border_title = "Export"
            dialog.border_subtitle = "ctrl+s saves · Tab moves on · Esc cancels"
            with Horizontal(id="choices"):
                with Vertical():
                    yield Static(id="typed", classes="heading")
                    yield FormatList(self._formats.values(), id="format")
                with Vertical(classes="sides"):
                    yield Static("Sides", classes="heading")
                    yield Ticks(
                        *(Selection(Content(title), name, True) for name, title in self._sides),
                        id="sides",
                    )
                with VerticalScroll(classes="how", can_focus=False):
                    yield from self._how()
            with Horizontal(id="where"):
                yield Static("File", classes="label")
                yield Input(id="file")
            with VerticalScroll(id="preview", can_focus=True) as preview:
                preview.border_title = " Preview "
                yield Static(id="text")
            yield Static(id="answer")
            with Horizontal(id="buttons"):
                yield Button("Save", id="save", variant="primary", compact=True)
                yield Button("Cancel", id="cancel", compact=True)

    def _how(self) -> ComposeResult:
        """How much of it, and how it is set."""
        with Horizontal(classes="field"):
            yield Static("Levels", classes="label")
            yield Input(placeholder="all", restrict=r"\d{0,4}", id="depth")
        with Horizontal(classes="field"):
            yield Static("Numbers", classes="label")
            yield Select(_NUMBERS, value="decimal", allow_blank=False, compact=True, id="numbers")
        with Horizontal(classes="field", id="styled"):
            yield Static("Style", classes="label")
            yield Select[str]([], compact=True, id="style")
        yield Checkbox("citations", value=True, id="cites", compact=True)
        if self._notes:
            yield Checkbox("my notes", value=True, id="notes", compact=True)
        if self._export.judging:
            yield Checkbox("my judgements", value=True, id="judged", compact=True)

    def on_mount(self) -> None:
        """Begin with the format most people read."""
        self.on_format_list_narrowed(FormatList.Narrowed(""))
        self._list.choose(_FIRST)
        self._list.focus()
        if self._unusable:
            self.notify("\n".join(self._unusable), severity="warning", markup=False)

    # ------------------------------------------------------------------ what is chosen

    @property
    def _list(self) -> FormatList:
        return self.query_one(FormatList)

    @property
    def unsaved(self) -> bool:
        """Whether a name or a number was written, or sides were chosen."""
        written = self.query_one("#depth", Input).value or self._named
        return bool(written) or len(self.query_one(SelectionList).selected) < len(self._sides)

    @property
    def writer(self) -> Writer:
        """The chosen format's writer."""
        return self._list.writer

    @property
    def options(self) -> Options:
        """What is chosen but the judgements; raises ValueError, saying why, if it is no file."""
        chosen = self.query_one("#sides", SelectionList).selected
        sides = tuple(name for name, _ in self._sides if name in chosen)
        if self._sides and not sides:
            raise ValueError("Choose at least one side.")
        depth = self.query_one("#depth", Input).value.strip()
        whole = len(sides) == len(self._sides)
        style = self.query_one("#style", Select).value
        return Options(
            sides=() if whole else sides,
            depth=int(depth) if depth else None,
            notes=self._notes if self._ticked("#notes") else None,
            cites=self._ticked("#cites"),
            numbers=str(self.query_one("#numbers", Select).value),
            style=style if style in self.writer.styles else "",
        )

    def _ticked(self, box: str) -> bool:
        return any(found.value for found in self.query(box).results(Checkbox))

    @property
    def path(self) -> Path:
        """Where the file goes; raises ValueError, saying why, when it can go nowhere."""
        typed = self.query_one("#file", Input).value.strip()
        if not typed:
            raise ValueError("Give the file a name.")
        try:
            return Path(typed).expanduser()
        except RuntimeError as error:  # ~somebody who has no home here
            raise ValueError(f"There is no {typed}: {error}") from error

    # ------------------------------------------------------------------ following the choice

    def on_format_list_narrowed(self, event: FormatList.Narrowed) -> None:
        """Say what is looked for."""
        said = f"Format: {event.typed}▏" if event.typed else "Format (type to find)"
        self.query_one("#typed", Static).update(Content(said))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Another format: another extension, other styles, another preview."""
        if event.option_list is self._list:
            self._name_after_format()
            self._offer_styles()
            self._preview_soon()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """The format is chosen: on to the name of the file."""
        if event.option_list is self._list:
            self.query_one("#file").focus()

    def on_selection_list_selected_changed(self) -> None:
        """Other sides."""
        self._preview_soon()

    def on_select_changed(self) -> None:
        """Other numbers, or another style."""
        self._preview_soon()

    def on_checkbox_changed(self) -> None:
        """With citations, notes, judgements, or without."""
        self._preview_soon()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Another depth, or another name."""
        self._replacing = None
        if event.input.id == "depth":
            self._preview_soon()
        else:
            self._named = event.input.has_focus
            self._answer("")
            self._format_after_name(event.value.strip())

    def _name_after_format(self) -> None:
        """Let the file's extension follow the format, unless it is one that no format has."""
        file = self.query_one("#file", Input)
        typed = file.value.strip() or self._offered
        if extension_of(typed, self._extensions) != self.writer.extension:
            file.value = renamed(typed, self.writer.extension, self._extensions)

    def _format_after_name(self, typed: str) -> None:
        """Let the format follow the extension that is typed, as it does on the command line."""
        found = extension_of(typed, self._extensions)
        if found and found != self.writer.extension:
            name = of_file(typed)
            if name in self._formats:
                self._list.choose(name)

    def _offer_styles(self) -> None:
        """The styles of the format; the line is gone where there are none."""
        styles = self.writer.styles
        self.query_one("#styled").display = bool(styles)
        select = self.query_one("#style", Select)
        select.set_options((Content(style), style) for style in styles)
        if styles:
            select.value = styles[0]

    def _preview_soon(self) -> None:
        self._replacing = None
        self.set_timer(_PAUSE, self._preview)

    def _preview(self) -> None:
        try:
            options = self.options
        except ValueError as problem:
            self._answer(str(problem))
            return
        self._answer("")
        judged = self._ticked("#judged")
        self._work("preview", partial(self._export.beginning, self.writer, options, judged))

    def _show(self, text: str) -> None:
        """The preview; of a file that is no text a quiet word."""
        writer = self.writer
        self.query_one("#preview").set_class(writer.binary, "-none")
        said = f"{writer.title}: no text, and so no preview" if writer.binary else text
        self.query_one("#text", Static).update(Content(said))

    # ------------------------------------------------------------------ saving

    def on_input_submitted(self) -> None:
        """Enter in a field saves."""
        self.action_save()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Save, or leave."""
        if event.button.id == "save":
            self.action_save()
        else:
            self.action_cancel()

    def action_cancel(self) -> None:
        """Close without writing."""
        self.dismiss(None)

    def action_save(self) -> None:
        """Write the file; what is already there is replaced only when asked for twice."""
        try:
            path, options = self.path, self.options
            there = path.exists()
        except (ValueError, OSError) as problem:
            self._answer(told(problem))
            return
        if there and path != self._replacing:
            self._replacing = path
            self._answer(f"{path.name} is already there. Save once more to replace it.")
            return
        self._answer("Writing…")
        judged = self._ticked("#judged")
        self._work("save", partial(self._export.save, self.writer, path, options, judged))

    def _work(self, name: str, work: Callable[[], str | Saved]) -> None:
        """Off the screen's own thread: a large debate takes seconds to write."""
        self.run_worker(work, name, name, exclusive=True, thread=True, exit_on_error=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show what the preview found, or how the saving went."""
        worker = event.worker
        if event.state is WorkerState.ERROR:
            if worker.name == "preview":
                self._show("")
            self._answer(told(worker.error))
        elif event.state is WorkerState.SUCCESS and worker.name == "preview":
            self._show(str(worker.result))
        elif event.state is WorkerState.SUCCESS and isinstance(worker.result, Saved):
            self._done(worker.result)

    def _done(self, saved: Saved) -> None:
        """Say where the file is, and what it could not hold."""
        said = "\n".join([f"Saved {saved.path}", *saved.lost])
        timeout = _READING if saved.lost else None
        self.notify(said, title="Export", markup=False, timeout=timeout)
        self.dismiss(saved.path)

    def _answer(self, text: str) -> None:
        self.query_one("#answer", Static).update(Content(text))
        save = self.query_one("#save", Button)
        save.label = "Replace" if self._replacing else "Save"
