"""A class by show of hands: one slide at a time, with the time that is left, for a projector."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from debate.lessons.classroom import Classroom
from debate.lessons.record import MOST, PHASES, Phase
from debate.lessons.slides import Slide
from debate.lessons.votes import hands, tally
from debate.tui.actions import bindings
from debate.tui.pages import lesson
from debate.tui.pages.cruxes import Found, crux_page
from debate.tui.pages.headline import headline
from debate.tui.pages.sheet import Sheet
from debate.tui.pages.target import Walk
from debate.tui.screens.base import LEAST_HEIGHT, LEAST_WIDTH, WIDE, TooSmall
from debate.tui.screens.pointed import Pointed
from debate.tui.session import Session
from debate.tui.widgets.keybar import KeyBar
from debate.tui.widgets.page import Page
from debate.tui.widgets.timer import PhaseBar, Timer

if TYPE_CHECKING:
    from debate.tui.app import DebateApp

#: Rows of the bars and of the space between, and the share of the window's rows that a headline
#: may take where what stands below it can be scrolled.
_AROUND, _SHARE = 5, 5

#: Rows of the timer beside it, and lines that what stands above a headline takes at most.
_TIMER, _LINES = 4, 2


class ClassScreen(Pointed[None]):
    """The slides of one class; everything that is done to it goes through ``classroom``."""

    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (LEAST_WIDTH, "-narrow"), (WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LEAST_HEIGHT, "-high")]

    KEYS: ClassVar[tuple[str, ...]] = (
        "class.next", "class.pause", "class.longer", "class.note", "class.undo", "view.walk",
        "class.record", "class.people", "class.take", "class.leave",
    )  # fmt: skip

    # A clicker's keys come first, whatever has the focus.
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(b.key, b.action, b.description, show=False, id=b.id, priority=True)
            for b in bindings("class")
        ),
        *(Binding(str(n), f"digit({n})", show=False, priority=True) for n in range(10)),
    ]

    DEFAULT_CSS = """
    ClassScreen {
        layers: base notice;
        #head { height: auto; padding: 1 2 0 2; }
        #head > Static { width: 1fr; height: auto; min-height: 4;
                         padding-right: 2; text-wrap: nowrap; }
        Page { height: 1fr; margin: 0 2; }
        &.-wide #head { padding: 1 6 0 6; }
        &.-wide Page { margin: 0 4; }
        &.-tiny > *, &.-low > * { display: none; }
        &.-tiny > TooSmall, &.-low > TooSmall { display: block; }
    }
    """

    def __init__(self, session: Session, classroom: Classroom) -> None:
        super().__init__()
        self.session = session
        self.classroom = classroom
        self._shown: Slide | None = None
        self._kept: set[tuple[Slide, int]] = set()
        self._cruxes: Found | str = ""

    def compose(self) -> ComposeResult:
        """The phases, the headline beside the time, the slide, and the keys."""
        yield PhaseBar(self.classroom)
        with Horizontal(id="head"):
            yield Static(id="headline")
            yield Timer(self.classroom)
        yield Page(self._lay_out)
        yield KeyBar(self.session, self.KEYS)
        yield TooSmall()

    @property
    def host(self) -> DebateApp:
        """The app, as the one it is."""
        return cast("DebateApp", self.app)

    @property
    def page(self) -> Page:
        """What stands below the headline."""
        return self.query_one(Page)

    def on_mount(self) -> None:
        """Show where the class is."""
        self.page.focus()
        self.show()

    def on_screen_resume(self) -> None:
        """One comes back from a walk."""
        self.page.focus()
        self.show()

    def on_resize(self) -> None:
        """The headline is cut for another size."""
        if self.is_mounted:
            self.call_after_refresh(self.show)

    def show(self) -> None:
        """Draw the class as it is now."""
        slide = self.classroom.slide
        lines = [*self._above(slide), *self._headline(slide)]
        self.query_one("#headline", Static).update(Content("\n").join(lines))
        if fresh := slide != self._shown:
            self._shown = slide
            self.page.scroll_to(y=0, animate=False, force=True)
        self.page.rebuild()
        if fresh:
            self.page.action_end("first")
            if slide.kind == "predict" and (made := self.classroom.record.prediction(slide.on)):
                self.page.point(lesson.Option(made.option))
            self._arrive(slide)
        self.query_one(PhaseBar).refresh()
        self.query_one(Timer).follow()

    @property
    def _measure(self) -> int:
        """The cells beside the timer."""
        return max(20, self.size.width - 2 * (6 if self.size.width >= WIDE else 2) - 22)

    def _above(self, slide: Slide) -> list[Content]:
        """What the slide is for, wrapped here: the widget would break words."""
        above = Sheet(self._measure)
        title, _ = lesson.titles(self.classroom.record, slide)
        above.write(Content.styled(title, "bold $accent"), most=_LINES)
        return above.lines

    def _headline(self, slide: Slide) -> list[Content]:
        """The headline, which leaves room for what stands below it."""
        item = self.classroom.record.item(slide.on) if slide.on else None
        needed = lesson.needed(slide, item)
        around = _AROUND - 1 + len(self._above(slide))
        room = self.size.height - around - needed if needed else self.size.height // _SHARE
        _, text = lesson.titles(self.classroom.record, slide)
        return headline(text, self._measure, max(2, room))

    def _below(self) -> int:
        """The rows below the headline, before they are laid out: between it and the keys."""
        slide = self.classroom.slide
        head = max(_TIMER, len(self._above(slide)) + len(self._headline(slide)))
        return max(1, self.size.height - head - 3)

    def _lay_out(self, width: int) -> Sheet:
        sheet = Sheet(width)
        room = lesson.Room(
            self.classroom.record,
            self.session.debate,
            max(1, width - 2),
            self._below(),
            self._crux_sheet,
        )
        slide = self.classroom.slide
        if slide.on and self._headline(slide)[-1].plain.endswith("…"):
            item = self.classroom.record.item(slide.on)
            sheet.blank()
            sheet.write(Content.styled(item.text, "muted"), lead="  ")
        sheet.below(lesson.body(room, slide), indent=2)
        return sheet

    # ------------------------------------------------------------------ going on

    def action_step(self, slides: int) -> None:
        """The next slide, or the one before."""
        self._leave_vote(partial(self.classroom.step, slides), slides > 0)

    def action_leap(self, phases: int) -> None:
        """The next phase, or the one before."""
        self._leave_vote(partial(self.classroom.leap, phases), phases > 0)

    def action_phase(self, phase: Phase) -> None:
        """Go to the start of a phase."""
        if phase in PHASES:
            slides = self.classroom.slides
            at = next((n for n, slide in enumerate(slides) if slide.phase == phase), -1)
            self._leave_vote(partial(self.classroom.go, at), False)

    def _leave_vote(self, then: partial[bool], ask: bool) -> None:
        """Leave the slide; where there are more votes than people, ask first."""
        slide, record = self.classroom.slide, self.classroom.record
        total = 0
        if slide.kind == "vote":
            total = sum((tally(record, slide.round, slide.on) or {}).values())
        people = record.people
        if not ask or people is None or total <= people or (slide, total) in self._kept:
            then()
            self.show()
            return
        from debate.tui.screens.chooser import Chooser

        def answered(choice: int | None) -> None:
            if choice == 1:
                self.classroom.people(total)
            elif choice == 2:
                self._kept.add((slide, total))
            if choice in (1, 2):
                then()
            self.show()

        choices = ["Correct the counts", f"There are {total} people", "Leave it as it is"]
        title = f"{total} votes, but only {people} in the room"
        self.app.push_screen(Chooser(title, list(map(Content, choices))), answered)

    def _arrive(self, slide: Slide) -> None:
        """Work out what a slide shows, where it has to be worked out."""
        if slide.kind in ("stands", "crux", "end"):
            self.host.work_out_class()
        if slide.kind == "crux" and not self.classroom.record.hidden:
            self._cruxes = "Working it out…"
            self.run_worker(self._find_cruxes, thread=True, exclusive=True)

    def _find_cruxes(self) -> None:
        """Off the screen's thread."""
        from debate.reasoning.solver import SolverMissing
        from debate.tui.pages.turning import class_cruxes

        try:
            found: Found | str = class_cruxes(self.session.debate, self.classroom.record)
        except SolverMissing as missing:
            found = str(missing)
        self.app.call_later(self._have_cruxes, found)

    def _have_cruxes(self, found: Found | str) -> None:
        self._cruxes = found
        if self.is_mounted:
            self.page.rebuild()

    def _crux_sheet(self, width: int) -> Sheet:
        if not isinstance(self._cruxes, str):
            return crux_page(self.session.debate, self._cruxes, width)
        sheet = Sheet(width)
        sheet.blank()
        sheet.write(Content.styled(self._cruxes, "muted"))
        return sheet

    # ------------------------------------------------------------------ counting

    def action_line(self, lines: int) -> None:
        """The next option, or scroll."""
        self.classroom.settle()
        self.page.action_step("down" if lines > 0 else "up")

    def action_digit(self, digit: int) -> None:
        """A digit of a count, or the number of an option in a prediction."""
        slide = self.classroom.slide
        if slide.kind == "predict":
            self._predict_number(slide, digit)
        elif slide.kind == "walk" and digit:
            self.app.call_later(self.host.action_side, digit)
        elif (at := self._counting()) is not None:
            now = self.classroom.typing(slide.round, slide.on, at)
            number = digit if now is None else now * 10 + digit
            if number <= MOST:
                self.classroom.count(slide.round, slide.on, at, number)
                self.show()

    def action_erase(self) -> None:
        """Take back a digit; of the last one the whole count."""
        slide = self.classroom.slide
        if (at := self._counting()) is not None:
            now = hands(self.classroom.record, slide.round, slide.on).get(at)
            if now is not None:
                left = now // 10 if now >= 10 else None
                self.classroom.count(slide.round, slide.on, at, left)
                self.show()

    def _counting(self) -> str | None:
        """The option whose count the cursor is on; None where nothing is counted."""
        spot = self.page.spot
        if self.classroom.slide.kind == "vote" and spot and isinstance(spot.target, lesson.Option):
            return spot.target.option
        return None

    def _predict_number(self, slide: Slide, digit: int) -> None:
        options: list[str | None] = [*self.classroom.record.item(slide.on).options, None]
        if 1 <= digit <= len(options):
            self.classroom.predict(slide.on, options[digit - 1])
            self.show()
            self.page.point(lesson.Option(options[digit - 1]))

    def action_choose(self) -> None:
        """Choose what the cursor is on; after a count go to the next, after the last go on."""
        slide, spots = self.classroom.slide, self.page.spots
        if slide.kind == "vote" and self.page.spot in spots:
            self.classroom.settle()
            if self.page.spot == spots[-1]:
                self.action_step(1)
            else:
                self.page.action_step("down")
        elif self.page.spot is not None:
            self.page.action_open()
        else:
            self.action_step(1)

    def on_page_chosen(self, message: Page.Chosen) -> None:
        """Do what a spot is for."""
        slide = self.classroom.slide
        match message.target:
            case lesson.Option(option) if slide.kind == "predict":
                self.classroom.predict(slide.on, option)
                self.show()
            case lesson.Predict(question):
                self.classroom.go(self.classroom.find(Slide("predict", "predict", question)))
                self.show()
            case lesson.Side(position):
                self.host.action_side(position + 1)
            case lesson.Finish():
                if self.classroom.record.ended is None:
                    self.classroom.end()
                    self.show()
                self.action_record()
            case Walk(row):
                self.host.walk_to(row)

    def on_page_reached(self) -> None:
        """Another count is typed from here on."""
        self.classroom.settle()

    # ------------------------------------------------------------------ beside the slides

    def action_pause(self) -> None:
        """Stop the timer, or let it run on."""
        self.classroom.pause()
        self.show()

    def action_longer(self) -> None:
        """A minute more."""
        self.classroom.longer(1)
        self.show()

    def action_jot(self) -> None:
        """Write a note."""
        self.host.action_jot()

    def action_people(self) -> None:
        """Say how many are in the room."""
        from debate.tui.screens.asking import Asking

        def given(text: str | None) -> None:
            if text is None:
                return
            self.classroom.people(int(text) if text else None)
            self.show()

        now = self.classroom.record.people
        asking = Asking(
            "How many are in the room?", "" if now is None else str(now), whole_number=True
        )
        self.app.push_screen(asking, given)

    def action_undo_count(self) -> None:
        """Take back the last count, prediction or note."""
        self._tell("Undone", self.classroom.undo(), "There is nothing to undo.")

    def action_redo_count(self) -> None:
        """Make it again."""
        self._tell("Redone", self.classroom.redo(), "There is nothing to redo.")

    def _tell(self, done: str, what: str | None, nothing: str) -> None:
        self.show()
        if self.classroom.slide.kind in ("stands", "end"):
            self.host.work_out_class()
        self.host.notify_briefly(f"{done}: {what}." if what else nothing)

    def action_take(self) -> None:
        """Judge in the walk as the class did."""
        self.host.take_class()

    def action_record(self) -> None:
        """Show the record so far."""
        self.host.show_record()

    def action_write(self) -> None:
        """Write the record to a file."""
        self.host.write_record(self.classroom.record)

    def action_leave(self) -> None:
        """Leave the class, which is kept."""
        self.host.leave_class()
