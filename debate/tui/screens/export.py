"""Writing the debate to a file from inside the app: format, sides, depth, name, and a preview."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from itertools import takewhile
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Checkbox, Input, OptionList, SelectionList, Static
from textual.widgets.option_list import Option
from textual.widgets.selection_list import Selection
from textual.worker import Worker, WorkerState, get_current_worker

from debate import writers
from debate.model import Debate
from debate.model.annotations import NO_ANNOTATIONS, Annotations
from debate.tui.screens.dialog import Dialog
from debate.writers import Options, Writer

#: How much of a file the preview shows; of more, nothing is even computed.
PREVIEW_LINES, PREVIEW_CHARACTERS = 120, 12_000

#: The format that is offered first.
_FIRST = "markdown"

#: How long one may go on typing before the preview follows, in seconds.
_PAUSE = 0.15


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
        #choices { height: 8; margin-top: 1; }
        #choices > Vertical { width: 3fr; height: 100%; margin-right: 2; }
        #choices > .sides { width: 2fr; }
        #choices > .file { margin-right: 0; }
        .label { color: $muted; height: 1; }
        .below { margin-top: 1; }
        OptionList, OptionList:focus {
            height: 1fr; border: none; padding: 0; background: transparent;
            scrollbar-size-vertical: 1; text-wrap: nowrap; text-overflow: ellipsis;
        }
        Input, Input:focus { border: none; height: 1; padding: 0 1; background: $panel; }
        Input:focus { background: $cursor-ground; }
        &:ansi .option-list--option-highlighted { text-style: bold underline; }
        &:ansi Input { text-style: underline; background: ansi_default; }
        &.-short #choices { height: 6; margin-top: 0; }
        #preview {
            height: 1fr; margin-top: 1; border-top: solid $foreground 25%;
            border-title-color: $muted; scrollbar-size-vertical: 1;
        }
        #preview:focus { border-top: solid $primary; }
        #preview > Static { width: auto; }
        #answer { height: auto; max-height: 3; color: $error; }
        #buttons { height: 1; margin-bottom: 0; align-horizontal: right; }
        Button { margin-left: 2; }
    }
    """

    VERTICAL_BREAKPOINTS = [(0, "-short"), (22, "-tall")]

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel"),
        Binding("ctrl+s", "save", "Save", priority=True),
    ]

    def __init__(self, debate: Debate, source: Path, notes: Annotations = NO_ANNOTATIONS) -> None:
        """Offer to write ``debate``, read from ``source``, beside where one is working.

        ``notes`` are the reader's, to go with it unless they are not wanted.
        """
        super().__init__()
        self._debate = debate
        self._notes = notes
        self._offered = _file_name(source)
        self._replacing: Path | None = None
        self._named = False
        self._formats, self._unusable = _formats()
        self._sides = [(side.name, side.label) for side in debate.positions]
        if debate.background:
            self._sides.append(("background", "Background"))

    def compose(self) -> ComposeResult:
        """Choices above, the preview below."""
        with Vertical(id="dialog") as dialog:
            dialog.border_title = "Export"
            dialog.border_subtitle = "ctrl+s saves · Tab moves on · Esc cancels"
            with Horizontal(id="choices"):
                with Vertical():
                    yield Static("Format", classes="label")
                    yield OptionList(
                        *(Option(Content(w.title), id=w.name) for w in self._formats.values()),
                        id="format",
                    )
                with Vertical(classes="sides"):
                    yield Static("Sides", classes="label")
                    yield SelectionList[str](
                        *(Selection(Content(title), name, True) for name, title in self._sides),
                        id="sides",
                    )
                with Vertical(classes="file"):
                    yield Static("Levels to show", classes="label")
                    yield Input(placeholder="all", restrict=r"\d{0,4}", id="depth")
                    yield Static("File", classes="label below")
                    yield Input(id="file")
                    if self._notes:
                        yield Checkbox("with my notes", value=True, id="notes", compact=True)
            with VerticalScroll(id="preview", can_focus=True) as preview:
                preview.border_title = "Preview"
                yield Static(id="text")
            yield Static(id="answer")
            with Horizontal(id="buttons"):
                yield Button("Save", id="save", variant="primary", compact=True)
                yield Button("Cancel", id="cancel", compact=True)

    def on_mount(self) -> None:
        """Begin with the format most people read."""
        formats = self.query_one("#format", OptionList)
        formats.highlighted = list(self._formats).index(_FIRST)
        formats.focus()
        if self._unusable:
            self.notify("\n".join(self._unusable), severity="warning", markup=False)

    # ------------------------------------------------------------------ what is chosen

    @property
    def unsaved(self) -> bool:
        """Whether a name or a number was written, or sides were chosen."""
        written = self.query_one("#depth", Input).value or self._named
        return bool(written) or len(self.query_one(SelectionList).selected) < len(self._sides)

    @property
    def writer(self) -> Writer:
        """The chosen format's writer."""
        formats = self.query_one("#format", OptionList)
        option = formats.highlighted_option
        return self._formats[option.id or _FIRST if option else _FIRST]

    @property
    def options(self) -> Options:
        """The chosen sides and depth; raises ValueError, saying why, when they make no file."""
        chosen = self.query_one("#sides", SelectionList).selected
        sides = tuple(name for name, _ in self._sides if name in chosen)
        if self._sides and not sides:
            raise ValueError("Choose at least one side.")
        depth = self.query_one("#depth", Input).value.strip()
        whole = len(sides) == len(self._sides)
        switch = next(iter(self.query(Checkbox)), None)
        return Options(
            sides=() if whole else sides,
            depth=int(depth) if depth else None,
            notes=self._notes if switch is not None and switch.value else None,
        )

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

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Another format: another extension, another preview."""
        if event.option_list.id == "format":
            self._name_after_format()
            self._preview_soon()

    def on_selection_list_selected_changed(self) -> None:
        """Other sides."""
        self._preview_soon()

    def on_checkbox_changed(self) -> None:
        """With notes, or without."""
        self._preview_soon()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Another depth, or another name."""
        self._replacing = None
        if event.input.id == "depth":
            self._preview_soon()
        else:
            self._named = event.input.has_focus
            self._answer("")

    def _name_after_format(self) -> None:
        """Let the file's extension follow the format, unless it is one that no format has."""
        file = self.query_one("#file", Input)
        known = {writer.extension for writer in self._formats.values()}
        typed = Path(file.value.strip() or self._offered)
        if typed.name and (typed.suffix in known or not typed.suffix):
            file.value = str(typed.with_suffix(self.writer.extension))

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
        work = partial(_beginning, self._debate, self.writer, options)
        self._work("preview", work)

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
            self._answer(_told(problem))
            return
        if there and path != self._replacing:
            self._replacing = path
            self._answer(f"{path.name} is already there. Save once more to replace it.")
            return
        self._answer("Writing…")
        work = partial(_save, self._debate, self.writer, path, options)
        self._work("save", work)

    def _work(self, name: str, work: Callable[[], str | Path]) -> None:
        """Off the screen's own thread: a large debate takes seconds to write."""
        self.run_worker(work, name, name, exclusive=True, thread=True, exit_on_error=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show what the preview found, or how the saving went."""
        worker = event.worker
        if event.state is WorkerState.ERROR:
            self._answer(_told(worker.error))
        elif event.state is WorkerState.SUCCESS and worker.name == "preview":
            self.query_one("#text", Static).update(Content(str(worker.result)))
        elif event.state is WorkerState.SUCCESS and isinstance(worker.result, Path):
            self.notify(f"Saved {worker.result}", title="Export", markup=False)
            self.dismiss(worker.result)

    def _answer(self, text: str) -> None:
        self.query_one("#answer", Static).update(Content(text))
        save = self.query_one("#save", Button)
        save.label = "Replace" if self._replacing else "Save"


# ---------------------------------------------------------------------- off the screen


def _beginning(debate: Debate, writer: Writer, options: Options) -> str:
    """The first lines of the file; the rest is never computed."""
    worker = get_current_worker()
    parts: list[str] = []
    size = 0
    for part in takewhile(lambda _: not worker.is_cancelled, writer.write(debate, options)):
        parts.append(part)
        size += len(part)
        if size > PREVIEW_CHARACTERS:
            break
    lines = "".join(parts)[:PREVIEW_CHARACTERS].split("\n")
    return "\n".join(lines[:PREVIEW_LINES])


def _save(debate: Debate, writer: Writer, path: Path, options: Options) -> Path:
    writers.save(debate, writer, path, options)
    return path


def _told(error: BaseException | None) -> str:
    """An error as one line for people."""
    if isinstance(error, OSError) and error.strerror:
        return f"Cannot write {error.filename or 'the file'}: {error.strerror}"
    return " ".join(str(error or "That did not work.").split())


def _formats() -> tuple[dict[str, Writer], list[str]]:
    """All writers by name, and a line on each that another package offers but breaks."""
    found: dict[str, Writer] = {}
    unusable: list[str] = []
    for name in writers.names():
        try:
            found[name] = writers.get(name)
        except writers.UnusableWriter as error:
            unusable.append(str(error))
    return found, unusable


def _file_name(source: Path) -> str:
    """What a debate's file or folder is called, as far as every file system takes it."""
    named = source.resolve()
    if named.suffix == ".yaml":
        named = named.parent if named.name == "debate.yaml" else named.with_suffix("")
    return re.sub(r"[^\w-]+", "-", named.name).strip("-")[:60] or "debate"
