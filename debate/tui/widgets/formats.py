"""The list of formats: two dozen of them, so what is typed narrows it."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets.option_list import Option

from debate.tui.widgets.choices import Choices
from debate.tui.widgets.line import cut
from debate.writers import Writer


class FormatList(Choices):
    """Formats by title, each with its extension; letters find one, Backspace takes them back.

    A format is found by the beginnings of the words of its title, its name or its extension. Where
    none is, the letter is not taken: there is always one under the cursor.
    """

    class Narrowed(Message):
        """Other letters are looked for: ``typed``, "" for all formats."""

        def __init__(self, typed: str) -> None:
            self.typed = typed
            super().__init__()

    def __init__(self, formats: Iterable[Writer], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._formats = {writer.name: writer for writer in formats}
        self.typed = ""

    @property
    def writer(self) -> Writer:
        """The format under the cursor."""
        option = self.highlighted_option
        return self._formats[option.id] if option and option.id else next(iter(self._shown("")))

    def choose(self, name: str) -> None:
        """Go to a format, all of them shown if it is not among those that are."""
        if name not in {option.id for option in self.options}:
            self._narrow("")
        self.highlighted = self.get_option_index(name)

    def on_mount(self) -> None:
        """All of them."""
        self._list("")

    def on_resize(self) -> None:
        """The extensions stand at the right edge."""
        self._list(self.writer.name)

    def on_key(self, event: events.Key) -> None:
        """Letters narrow the list; keys that move in it are its own."""
        if event.key == "escape" and self.typed:
            typed = ""
        elif event.key == "backspace":
            typed = self.typed[:-1]
        elif event.is_printable and event.character and (self.typed or event.character.strip()):
            typed = self.typed + event.character
        else:
            return
        event.stop()
        event.prevent_default()
        self._narrow(typed)

    def _narrow(self, typed: str) -> None:
        if typed == self.typed or not list(self._shown(typed)):
            return
        kept = self.writer.name
        self.typed = typed
        self._list(kept)
        self.post_message(self.Narrowed(typed))

    def _shown(self, typed: str) -> Iterable[Writer]:
        wanted = typed.casefold().split()
        for writer in self._formats.values():
            text = f"{writer.title} {writer.name} {writer.extension}".casefold()
            words = text.translate(_APART).split()
            if all(any(word.startswith(part) for word in words) for part in wanted):
                yield writer

    def _list(self, kept: str) -> None:
        """Show what is found; the cursor stays on its format, or goes to one that is called so."""
        width = max(self.scrollable_content_region.width, 10)
        shown = list(self._shown(self.typed))
        self.set_options(Option(_line(writer, width), id=writer.name) for writer in shown)
        names = [writer.name for writer in shown]
        wanted = self.typed.casefold()
        called = (
            at for at, writer in enumerate(shown) if writer.title.casefold().startswith(wanted)
        )
        self.highlighted = names.index(kept) if kept in names else next(called, 0)


#: What stands between the words that can be typed.
_APART = str.maketrans(dict.fromkeys(".,()[]/-:", " "))


def _line(writer: Writer, width: int) -> Content:
    """The title, and at the right the extension where there is room for both."""
    extension = writer.extension
    room = width - cell_len(extension) - 1
    if room < cell_len(writer.title):
        return Content(cut(writer.title, width))
    gap = " " * (room - cell_len(writer.title) + 1)
    return Content.assemble(writer.title, gap, (extension, "dim"))
