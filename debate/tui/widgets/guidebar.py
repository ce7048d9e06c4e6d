"""How far one has come in a guided walk, in a line."""

from __future__ import annotations

from textual import events
from textual.content import Content

from debate.lessons.countdown import Countdown
from debate.lessons.progress import Progress
from debate.tui.pages.guide import progress_bar
from debate.tui.widgets.bar import Bar, Word
from debate.tui.widgets.timer import TICK, drawn, word

#: Cells of the line that grows, at most.
_CELLS = 40

#: The line does not move when the first prediction is made.
_MOST = "9 of 9 foreseen"


class GuideBar(Bar):
    """What is walked, a line that grows, the step's number, and how the predictions did.

    With them the time, where the presenter gave one.
    """

    DEFAULT_CSS = "GuideBar { background: $surface; }"

    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self.progress = progress
        self._line = range(0)
        self.countdown = Countdown()
        self._shown: object = None

    def on_mount(self) -> None:
        """Follow the time that is given."""
        self.set_interval(TICK, self.follow)

    def follow(self) -> None:
        """Draw the time, if it changed since the last look."""
        now = self._time()
        if now != self._shown:
            self._shown = now
            self.refresh()

    def _time(self) -> tuple[str, str]:
        """How much time is left, and the name of the style that goes with it."""
        if not self.countdown.on:
            return "", "muted"
        said, style = word(self.countdown)
        # Quiet as long as there is time: what is walked is to be looked at, not the clock.
        return f"{drawn(self.countdown.left)} {said}   ", "muted" if style == "stands" else style

    def words(self, width: int) -> list[Word]:
        """The number of the step always; the rest as far as there is room."""
        progress = self.progress
        step = Content.styled(f"step {progress.at + 1} of {progress.count} ", self.look("strong"))
        right, made, asked = progress.score
        told = f"{right} of {made} foreseen" if made else ""
        told = f" {told:>{len(_MOST) if asked else 0}}  "  # the line does not move at the first
        score = Content.styled(told, self.look("muted"))
        said, style = self._time()
        time = Content.styled(said, self.look(style))
        room = width - step.cell_length - score.cell_length - time.cell_length - 2
        whole = Content.styled(progress.lesson.title, self.look("title"))
        title = whole.truncate(max(0, room - 10), ellipsis=True)
        cells = max(0, min(_CELLS, room - title.cell_length - 4))
        full, rest = progress_bar(progress, cells)
        line = Content.assemble((full, self.look("mark")), (rest, self.look("rule")))
        blanks = " " * max(0, room - title.cell_length - cells)
        tip = "" if title.plain == whole.plain else whole.plain
        start = 1 + title.cell_length + len(blanks)
        self._line = range(start, start + cells)
        shown = Content.assemble(" ", title, blanks, line, " ", score)
        return [Word(shown, tip=tip), Word(time, "screen.clock"), Word(step)]

    async def on_click(self, event: events.Click) -> None:
        """Go to the step at a cell of the line."""
        if event.x in self._line and not self.screen.has_class("-present"):
            event.stop()
            share = (event.x - self._line.start) / max(1, len(self._line) - 1)
            await self.run_action(f"screen.to({round(share * (self.progress.count - 1))})")
