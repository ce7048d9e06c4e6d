"""Choosing what the outline is filtered by: each choice with how many claims it leaves."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import Worker, WorkerState

from debate.model import Role
from debate.reasoning.filtering import EVERYTHING, Choice, Facet, Filter, Sifted
from debate.tui.looks import look
from debate.tui.matching import fold, words
from debate.tui.pages.sieve import ALWAYS, HEADINGS, ORDER, glyph, said, sentence
from debate.tui.screens.dialog import Dialog
from debate.tui.session import Session
from debate.tui.widgets.choices import Choices
from debate.tui.widgets.line import cut

#: Choices of one facet that are listed; of more, what is typed finds the others.
_LISTED = 40

#: The least cells of a column of numbers.
_COLUMN = 6

_Counts = dict[int, Counter[Choice]]


#: What the keys do that are meant for the list beneath the line one writes in.
_KEYS = {
    "down": "cursor_down",
    "ctrl+n": "cursor_down",
    "up": "cursor_up",
    "ctrl+p": "cursor_up",
    "pagedown": "page_down",
    "pageup": "page_up",
    "tab": "tick",
    "space": "tick",
}


class _Narrowing(Input):
    """What is typed narrows the list; some keys are meant for the list, Space before any word.

    They are passed on from here, and are no bindings: those would overtake what is typed.
    """

    class Meant(Message):
        """A key was pressed that is meant for the list: what it does there."""

        def __init__(self, does: str) -> None:
            self.does = does
            super().__init__()

    async def _on_key(self, event: events.Key) -> None:
        if event.key in _KEYS and not (event.key == "space" and self.value):
            event.stop()
            event.prevent_default()
            self.post_message(self.Meant(_KEYS[event.key]))


class FilterScreen(Dialog[Filter | None]):
    """Ends with what is to be looked for (nothing is everything), or None to leave it as it is."""

    DEFAULT_CSS = """
    FilterScreen {
        align: center middle;
        & > Vertical {
            width: 90%; max-width: 76; height: 92%; max-height: 44;
            padding: 0 1;
            background: $surface;
            border: round $primary;
            border-title-color: $primary;
            border-title-style: bold;
            border-subtitle-color: $foreground 65%;
        }
        Input, Input:focus { border: none; height: 1; padding: 0 1; background: $panel; }
        &:ansi Input { text-style: underline; background: ansi_default; }
        #head { height: 1; color: $foreground 65%; text-align: right; padding-right: 2; }
        OptionList, OptionList:focus {
            height: 1fr; border: none; padding: 0; background: transparent;
            scrollbar-size-vertical: 1; text-wrap: nowrap; text-overflow: ellipsis;
        }
        OptionList > .option-list--option-highlighted { background: $primary 22%; }
        OptionList > .option-list--option-disabled { color: $foreground; }
        &:ansi .option-list--option-highlighted { text-style: bold underline; }
        #found { height: 2; border-top: solid $foreground 25%; padding: 0 1; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Close"),
        Binding("ctrl+r", "everything", "Show everything", show=False, priority=True),
        Binding("ctrl+l", "list", "List marks and notes", show=False, priority=True),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._sieve = session.filtering.sieve
        self._large = session.filtering.large
        self._wanted = set(session.filtering.wanted)
        self._touched = False
        self._counts: _Counts | None = None
        self._choices: list[Choice] = []

    def compose(self) -> ComposeResult:
        """What is typed narrows the list beneath it; what is found by the ticks stands last."""
        with Vertical() as frame:
            frame.border_title = "Filter the outline"
            frame.border_subtitle = "Tab or Space ticks · Enter shows · ctrl+r all · Esc closes"
            yield _Narrowing(placeholder="type to find a tag, a source, a kind of argument")
            yield Static(id="head")
            yield Choices(id="choices")
            yield Static(id="found")

    def on_mount(self) -> None:
        """Count, beside the screen where that takes long."""
        self.query_one(Input).focus()
        self._tell("Counting…")
        self._work("count", self._sieve.count)

    def on_resize(self) -> None:
        """The columns are as wide as the window lets them be."""
        self._list()

    @property
    def list(self) -> OptionList:
        """The list of choices."""
        return self.query_one("#choices", OptionList)

    @property
    def unsaved(self) -> bool:
        """Whether something was ticked that is not shown yet."""
        return self.wanted != self.session.filtering.wanted

    @property
    def wanted(self) -> Filter:
        """What is ticked."""
        return frozenset(self._wanted)

    # ------------------------------------------------------------------ beside the screen

    def _work(self, name: str, work: Callable[[], object]) -> None:
        if self._large:
            self.run_worker(work, name, name, exclusive=True, thread=True)
        else:
            self._have(name, work())

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show what was counted or found."""
        if event.state is WorkerState.SUCCESS:
            self._have(event.worker.name, event.worker.result)

    def _have(self, name: str, result: object) -> None:
        if name == "count":
            assert isinstance(result, dict)
            self._counts = result
            self._list()
            self._look()
        elif isinstance(result, Sifted):
            self._tell_found(result)

    def _look(self) -> None:
        """Find what is left by what is ticked."""
        if not self._wanted:
            self._tell("Nothing is ticked: Enter shows what the cursor is on.")
        else:
            self._tell("Looking…")
            self._work("sift", partial(self._sieve.sift, self.wanted))

    def _tell_found(self, sifted: Sifted) -> None:
        session = self.session
        side = session.rows
        here = bisect_left(sifted.matches, side.stop) - bisect_left(sifted.matches, side.start)
        text = f"{len(sifted.matches):,} of {len(session.debate.claims):,}"
        if self._several:
            text = f"{here:,} of {len(side):,} here · {text} on all sides"
        name = sentence(self.wanted, session.debate)
        width = self.query_one("#found").content_size.width
        self._tell(f"{cut(name, max(10, width - len(text) - 2))}: {text}")

    def _tell(self, text: str) -> None:
        self.query_one("#found", Static).update(Content(text))

    # ------------------------------------------------------------------ the list

    def _list(self) -> None:
        """List all choices that what is typed leaves, the cursor on the one it was on."""
        if self._counts is None:
            return
        options = self.list
        current = self._choice(options.highlighted)
        options.clear_options()
        self._choices = []
        rows: list[Option] = []
        for heading, facets in groupby(ORDER, key=HEADINGS.__getitem__):
            found = [*self._found(heading, tuple(facets))]
            if found:
                rows.append(
                    Option(Content.styled(heading, self._look_of("heading")), disabled=True)
                )
            rows += found
        options.add_options(rows)
        there = {self._choices[int(row.id)]: place for place, row in enumerate(rows) if row.id}
        first = next(iter(there.values()), None)
        options.highlighted = there.get(current, first) if current else first
        columns = ("here", "all") if self._several else ("claims",)
        head = "".join(f"{column:>{self._column}}" for column in columns)
        self.query_one("#head", Static).update(Content(head))

    def _found(self, heading: str, facets: Sequence[Facet]) -> Iterator[Option]:
        """The choices under one heading, the most frequent first where their order says nothing."""
        assert self._counts is not None
        debate, query = self.session.debate, words(self.query_one(Input).value)
        total: Counter[Choice] = sum(self._counts.values(), Counter())
        for facet in facets:
            of_it = {choice for choice in (*total, *ALWAYS, *self._wanted) if choice.facet == facet}
            matching = [
                choice
                for choice in of_it
                if all(word in fold(f"{heading} {said(choice, debate)}") for word in query)
            ]
            matching.sort(key=partial(_order, total))
            for choice in matching[:_LISTED]:
                self._choices.append(choice)
                yield Option(self._prompt(choice), id=str(len(self._choices) - 1))
            if len(matching) > _LISTED:
                more = f"      and {len(matching) - _LISTED:,} more: type to find them"
                yield Option(Content.styled(more, self._look_of("muted")), disabled=True)

    def _choice(self, place: int | None) -> Choice | None:
        if place is None or place >= self.list.option_count:
            return None
        id = self.list.get_option_at_index(place).id
        return self._choices[int(id)] if id else None

    @property
    def _several(self) -> bool:
        """Whether there are sides to be told apart."""
        return len(self.session.rows) < len(self.session.debate.claims)

    @property
    def _column(self) -> int:
        """The cells of a column of numbers."""
        return max(_COLUMN, len(f"{len(self.session.debate.claims):,}") + 2)

    def _prompt(self, choice: Choice) -> Content:
        """A choice: its tick, its sign and words, and how many claims have it."""
        assert self._counts is not None
        counts = [sum(counter[choice] for counter in self._counts.values())]
        if self._several:
            counts.insert(0, self._counts[self.session.side][choice])
        numbers = "".join(f"{number:>{self._column},}" for number in counts)
        ticked = choice in self._wanted
        sign, style = glyph(choice)
        room = max(8, self.list.content_size.width - 9 - len(numbers))
        words = Content(said(choice, self.session.debate)).truncate(room, ellipsis=True, pad=True)
        plain = "" if counts[-1] else "muted"
        return Content.assemble(
            (" [x] " if ticked else " [ ] ", self._look_of("mark" if ticked else "muted")),
            (f"{sign} ", self._look_of(style)),
            words.stylize(self._look_of(plain)),
            (numbers, self._look_of(plain or "muted")),
        )

    def _look_of(self, name: str) -> Style:
        return look(self.app, name) if name else Style()

    # ------------------------------------------------------------------ keys

    def on_input_changed(self) -> None:
        """List what is left by what stands there now."""
        self._list()

    def on__narrowing_meant(self, message: _Narrowing.Meant) -> None:
        """Move over the choices, or tick one."""
        if message.does == "tick":
            self._tick()
        else:
            getattr(self.list, f"action_{message.does}")()

    def _tick(self) -> None:
        """Tick the choice under the cursor, or no longer."""
        place = self.list.highlighted
        if place is None or (choice := self._choice(place)) is None:
            return
        self._touched = True
        self._wanted ^= {choice}
        self.list.replace_option_prompt_at_index(place, self._prompt(choice))
        self._look()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click ticks."""
        self.list.highlighted = event.option_index
        self._tick()
        self.query_one(Input).focus()

    def on_input_submitted(self) -> None:
        """Show what is ticked; where nothing was, what the cursor is on."""
        choice = self._choice(self.list.highlighted)
        if not self._wanted and not self._touched and choice is not None:
            self._wanted.add(choice)
        self.dismiss(self.wanted)

    def action_everything(self) -> None:
        """Show everything again."""
        self.dismiss(EVERYTHING)

    async def action_list(self) -> None:
        """List marks and notes instead."""
        self.dismiss(None)
        await self.app.run_action("app.notes")


_MOST_WANTED = (Role.SUPPORT, Role.OBJECTION)

#: The order of those whose number says less about them than what they are.
_FIXED: dict[str, tuple[str, ...]] = {
    "role": (*_MOST_WANTED, *(r for r in Role if r not in _MOST_WANTED)),
    "mine": ("mark", "note"),
    "cited": ("yes", "no"),
    "verdict": ("stands", "falls", "open"),
}


def _order(total: Counter[Choice], choice: Choice) -> tuple[int, str]:
    """Where a choice stands in its facet: in a fixed order, or the most frequent first."""
    fixed = _FIXED.get(choice.facet)
    return (fixed.index(choice.value) if fixed else -total[choice]), choice.value
