"""The time that a phase has left: large in the class, small above whatever one walks meanwhile."""

from __future__ import annotations

from typing import Protocol

from textual.content import Content
from textual.widget import Widget

from debate.lessons.classroom import Classroom
from debate.lessons.record import PHASE_TITLES
from debate.tui.actions import BY_ID, keys_of
from debate.tui.looks import look
from debate.tui.pages.counts import digits
from debate.tui.session import Session
from debate.tui.widgets.bar import Bar, Word, between

#: Seconds between two looks at the clock, and those in which the time is nearly over.
TICK = 0.5
_SOON = 60


def drawn(seconds: float) -> str:
    """Minutes and seconds: "12:00"; after the end, how long it is over: "+1:05"."""
    whole = int(-seconds) if seconds < 0 else -int(-seconds // 1)  # 59.4 is a minute still
    return f"{'+' if seconds < 0 else ''}{whole // 60}:{whole % 60:02}"


class Time(Protocol):
    """What has a time that runs down: a class, or a countdown."""

    @property
    def left(self) -> float:
        """Seconds that are left; fewer than none once the time is over."""

    @property
    def runs(self) -> bool:
        """Whether it is not paused."""


def word(time: Time) -> tuple[str, str]:
    """How the time stands, in a word, and the name of the style that goes with it."""
    if time.left <= 0:
        return "time is over", "falls"
    if not time.runs:
        return "paused", "muted"
    if time.left <= _SOON:
        return "last minute", "open"
    return "left", "stands"


class Timer(Widget):
    """Large digits and a word; a click stops it or lets it run on."""

    DEFAULT_CSS = "Timer { width: 20; height: 4; }"

    def __init__(self, classroom: Classroom) -> None:
        super().__init__()
        self.classroom = classroom
        self._shown: object = None

    def on_mount(self) -> None:
        """Follow the clock."""
        self.set_interval(TICK, self.follow)

    def follow(self) -> None:
        """Draw what changed since the last look."""
        now = (drawn(self.classroom.left), word(self.classroom))
        if now != self._shown:
            self._shown = now
            self.refresh()

    def render(self) -> Content:
        """Three rows of digits, and the word under them."""
        said, style = word(self.classroom)
        rows = [row.rjust(self.size.width) for row in digits(drawn(self.classroom.left))]
        lines = [*rows, said.rjust(self.size.width)]
        return Content("\n".join(lines)).stylize(look(self.app, style))

    async def on_click(self) -> None:
        """Stop it, or let it run on."""
        await self.run_action("screen.pause")


class ClassStrip(Bar):
    """One line above a view that says that a class is on, in which phase, and its time."""

    def __init__(self, session: Session, classroom: Classroom) -> None:
        super().__init__()
        self.session = session
        self.classroom = classroom
        self._shown: object = None

    def on_mount(self) -> None:
        """Follow the clock."""
        self.set_interval(TICK, self.follow)

    def follow(self) -> None:
        """Draw what changed since the last look."""
        now = (drawn(self.classroom.left), word(self.classroom))
        if now != self._shown:
            self._shown = now
            self.refresh()

    def words(self, width: int) -> list[Word]:
        """The phase and its time; the key that leads back."""
        said, style = word(self.classroom)
        key = keys_of(BY_ID["class"], self.session.settings.keys)[0]
        time = Content.assemble(
            (f" {PHASE_TITLES[self.classroom.phase]}  ", self.look("heading")),
            (f"{drawn(self.classroom.left)} {said}", self.look(style)),
        )
        back = Content.assemble(
            (f" {key} ", self.look("key")), ("Back to the class ", self.look("muted"))
        )
        return between([Word(time, "app.lesson")], [Word(back, "app.lesson")], width)


class PhaseBar(Bar):
    """All phases of a class, where it is among them, and how far in the phase."""

    def __init__(self, classroom: Classroom) -> None:
        super().__init__()
        self.classroom = classroom

    def words(self, width: int) -> list[Word]:
        """The phases; a click goes to one. Who and which slide stand at the end, if they fit."""
        room, here = self.classroom, self.classroom.phase
        phases = room.record.phases
        done = phases.index(here) if here in phases else len(phases)
        said = []
        for number, phase in enumerate(phases):
            sign = "✓" if number < done else "●" if phase == here else "○"
            style = "current" if phase == here else "muted"
            name = f" {sign} {PHASE_TITLES[phase]} "
            said.append(Word(Content.styled(name, self.look(style)), f"screen.phase('{phase}')"))
        used = sum(each.content.cell_length for each in said)
        place = f"{room.record.at + 1} of {len(room.slides)} "
        group = f"{room.record.group}  ".lstrip() if room.record.group else ""
        for text in (group + place, place, ""):
            if used + Content(text).cell_length <= width:
                break
        return between(said, [Word(Content.styled(text, self.look("muted")))], width)
