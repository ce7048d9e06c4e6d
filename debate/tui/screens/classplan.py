"""What a class will vote on, and its plan: everything is chosen already, and can be changed."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from debate.lessons import choosing
from debate.lessons.classroom import clock
from debate.lessons.record import PHASE_TITLES, PRESET, Item, Phase, Record, Stage
from debate.model.text import one_line
from debate.tui.pages.sheet import Sheet
from debate.tui.pages.words import heading
from debate.tui.screens.dialog import Framed
from debate.tui.session import Session
from debate.tui.widgets.page import Page

#: From this width on, the plan stands beside what is voted on.
_TWO = 92

#: What each phase is for, in a few words.
_FOR: dict[Phase, str] = {
    "predict": "and vote a first time",
    "walk": "through the argument",
    "discuss": "with the neighbours",
    "judge": "claim by claim",
    "crux": "what it hangs on",
    "again": "and see the shift",
}

#: Seconds that a vote takes, for a word on whether the first phase is long enough.
_A_VOTE = 30


class Chosen(NamedTuple):
    """An item that is voted on or not."""

    id: str


class Planned(NamedTuple):
    """A phase's minutes."""

    phase: Phase


class Words(NamedTuple):
    """The name of the class, or how many are in the room."""

    field: str


class Begin(NamedTuple):
    """The class begins."""


class PlanScreen(Framed[Record | None]):
    """Ends with the record of a new class, or None."""

    DEFAULT_CSS = """
    PlanScreen {
        background: $background;
        & > Vertical {
            width: 98%; max-width: 140; height: 96%;
            padding: 0 1;
        }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "Cancel", priority=True),
        Binding("space", "choose", "Choose", priority=True),
        Binding("+,plus,equals_sign", "minutes(1)", "More minutes", priority=True),
        Binding("-,minus", "minutes(-1)", "Fewer minutes", priority=True),
        Binding("slash,/", "add", "Add a claim", priority=True),
        Binding("p", "preset", "45 minutes", priority=True),
        Binding("b", "begin", "Begin", priority=True),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        debate = session.debate
        self.questions = choosing.questions(debate)
        self.claims = [choosing.claim(debate, row) for row in choosing.suggested(debate)]
        chosen = [*self.questions[: choosing.QUESTIONS], *self.claims[: choosing.CLAIMS]]
        self.chosen = {item.id for item in chosen}
        self.plan = list(PRESET)
        self.group = ""
        self.people: int | None = None
        self._before = self._chosen_now

    def compose(self) -> ComposeResult:
        """The page in a frame."""
        with Vertical() as frame:
            frame.border_title = "A class by show of hands"
            frame.border_subtitle = (
                "Enter changes · + − minutes · / adds a claim · b begins · Esc closes"
            )
            yield Page(self._lay_out)

    @property
    def unsaved(self) -> bool:
        """Whether anything was chosen otherwise."""
        return self._chosen_now != self._before

    @property
    def _chosen_now(self) -> tuple[object, ...]:
        return frozenset(self.chosen), tuple(self.plan), self.group, self.people

    @property
    def page(self) -> Page:
        """The page."""
        return self.query_one(Page)

    # ------------------------------------------------------------------ the page

    def _lay_out(self, width: int) -> Sheet:
        sheet = Sheet(width)
        if width >= _TWO:
            right = 42
            left = Sheet(width - right - 4)
            self._items(left)
            plan = Sheet(right)
            self._planned(plan)
            padded = Sheet(width - right - 2)
            padded.below(left, indent=2)
            sheet.beside([padded, plan], gap=2)
        else:
            inner = Sheet(width - 2)
            self._planned(inner)
            self._items(inner)
            sheet.below(inner, indent=2)
        sheet.blank()
        return sheet

    def _items(self, sheet: Sheet) -> None:
        for title, items, none in (
            ("Questions to vote on", self.questions, "This debate asks no question."),
            ("Claims to vote on", self.claims, "No claim suggests itself: / finds one."),
        ):
            heading(sheet, title)
            if not items:
                sheet.write(Content.styled(none, "muted"))
            for item in items:
                on = item.id in self.chosen
                sign = Content.styled("[x] " if on else "[ ] ", "mark" if on else "muted")
                text = Content.assemble((f"{item.label}  " if item.label else "", "muted"),
                                        (item.text, "" if on else "muted"))  # fmt: skip
                sheet.write(text, lead=sign, most=2, target=Chosen(item.id))

    def _planned(self, sheet: Sheet) -> None:
        total = sum(stage.minutes for stage in self.plan)
        heading(sheet, f"The plan: {total} minutes")
        for stage in self.plan:
            name = f"{PHASE_TITLES[stage.phase]:<11}"
            minutes = f"{stage.minutes:>3} min" if stage.minutes else "   –   "
            style = "strong" if stage.minutes else "muted"
            line = Content.assemble(
                (name, style), (minutes, style), "  ", (_FOR[stage.phase], "muted")
            )
            sheet.line(line, target=Planned(stage.phase))
        if told := self._tight():
            sheet.write(Content.styled(told, "open"))
        heading(sheet, "The class")
        for field, name, value in (
            ("group", "Name", self.group),
            ("people", "In the room", "" if self.people is None else str(self.people)),
        ):
            said = Content(value) if value else Content.styled("Enter to say", "muted")
            lead = Content.styled(f"{name:<13}", "strong")
            sheet.write(said, lead=lead, most=1, target=Words(field))
        sheet.blank()
        ready = Content.styled(" b ", "key") + Content.styled("Begin the class", "strong")
        sheet.line(ready, target=Begin())

    def _tight(self) -> str:
        """A word where the first vote will hardly fit in its phase."""
        minutes = next((s.minutes for s in self.plan if s.phase == "predict"), 0)
        votes = len(self._items_chosen())
        if not minutes or votes * _A_VOTE <= minutes * 60:
            return ""
        return f"{votes} votes in {minutes} minutes is a hurry: about half a minute each."

    def _items_chosen(self) -> list[Item]:
        return [item for item in [*self.questions, *self.claims] if item.id in self.chosen]

    # ------------------------------------------------------------------ choosing

    def on_page_chosen(self, message: Page.Chosen) -> None:
        """Change what the cursor is on."""
        self._change(message.target)

    def action_choose(self) -> None:
        """The same for the space bar."""
        if self.page.spot:
            self._change(self.page.spot.target)

    def _change(self, target: Hashable) -> None:
        match target:
            case Chosen(id):
                self.chosen ^= {id}
            case Planned(phase):
                self._set(phase, 0 if self._minutes(phase) else self._usual(phase))
            case Words(field):
                self._ask(field)
            case Begin():
                self.action_begin()
                return
        self.page.rebuild()

    def _minutes(self, phase: Phase) -> int:
        return next(stage.minutes for stage in self.plan if stage.phase == phase)

    def _usual(self, phase: Phase) -> int:
        return next(stage.minutes for stage in PRESET if stage.phase == phase) or 10

    def _set(self, phase: Phase, minutes: int) -> None:
        self.plan = [
            replace(stage, minutes=min(max(minutes, 0), 600)) if stage.phase == phase else stage
            for stage in self.plan
        ]
        self.page.rebuild()

    def action_minutes(self, minutes: int) -> None:
        """More or fewer minutes for the phase under the cursor."""
        spot = self.page.spot
        if spot and isinstance(spot.target, Planned):
            self._set(spot.target.phase, self._minutes(spot.target.phase) + minutes)

    def action_preset(self) -> None:
        """The plan of 45 minutes."""
        self.plan = [Stage(stage.phase, stage.minutes) for stage in PRESET]
        self.page.rebuild()

    def _ask(self, field: str) -> None:
        from debate.tui.screens.asking import Asking

        def given(text: str | None) -> None:
            if text is not None and field == "people":
                self.people = int(text) if text else None
            elif text is not None:
                self.group = one_line(text)
            self.page.rebuild()

        if field == "people":
            now = "" if self.people is None else str(self.people)
            asking = Asking("How many are in the room?", now, whole_number=True)
        else:
            asking = Asking("What is the class called?", self.group)
        self.app.push_screen(asking, given)

    def action_add(self) -> None:
        """Find any claim, and vote on it."""
        from debate.tui.screens.search import SearchScreen

        def found(row: int | None) -> None:
            if row is None:
                return
            item = choosing.claim(self.session.debate, row)
            if item.id not in {claim.id for claim in self.claims}:
                self.claims.insert(0, item)
            self.chosen.add(item.id)
            self.page.rebuild()

        self.app.push_screen(SearchScreen(self.session), found)

    def action_begin(self) -> None:
        """End with the record of a class that begins now."""
        items = self._items_chosen()
        if not items:
            self.app.notify("Choose at least one question or claim.", timeout=3)
        elif not any(stage.minutes for stage in self.plan):
            self.app.notify("Give at least one phase a minute.", timeout=3)
        else:
            begun = clock().isoformat(timespec="seconds")
            title = one_line(self.session.debate.title) or "A debate without a title"
            record = Record(
                "class", 1, title, begun, tuple(items), tuple(self.plan), self.group, self.people
            )
            self.dismiss(record)
