"""The guided walk: a step at a time, on one's own or in large letters for a room."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container

from debate.lessons.carrying import Carrying
from debate.lessons.predict import answer, pose
from debate.lessons.progress import Progress
from debate.lessons.side import SideWalk
from debate.lessons.steps import Crux, Predict, Show, Step
from debate.reasoning import cruxes
from debate.reasoning.evaluate import Evaluation
from debate.reasoning.judgements import Judgements
from debate.reasoning.solver import SolverMissing
from debate.tui.actions import BY_ID, bindings, keys_of
from debate.tui.pages.guide import Guide, guide_page
from debate.tui.pages.sheet import Sheet
from debate.tui.pages.slides import slide
from debate.tui.pages.target import Choice, Cite, Walk
from debate.tui.screens.base import TooSmall
from debate.tui.screens.judges import Judges
from debate.tui.session import Session
from debate.tui.widgets.guidebar import GuideBar
from debate.tui.widgets.keybar import KeyBar
from debate.tui.widgets.page import Page, PagePlace
from debate.tui.widgets.slide import Slide
from debate.tui.widgets.standing import Standing
from debate.tui.widgets.steppage import StepPage
from debate.tui.widgets.tabs import TopBar

if TYPE_CHECKING:
    from debate.model.alignment import Alignment

#: Verbs of the walk that are understood here too.
_BORROWED = (
    "claim.link", "claim.source", "claim.copy",
    "judge.accept", "judge.reject", "judge.clear", "judge.credence", "judge.beside",
    "judge.weightier", "judge.lighter",
)  # fmt: skip

#: The actions that those run: they are about one claim.
_OF_A_CLAIM = frozenset(BY_ID[id].does.partition("(")[0] for id in _BORROWED)

#: Verbs of the app that have to wait until a verdict was predicted.
_SECRET = ("judge.why", "judge.cruxes")

_FIRST = "Predict first: what becomes of this is asked further on."


def _kept(id: str, does: str) -> Binding:
    return Binding(BY_ID[id].keys, does, BY_ID[id].title, show=False, id=id)


class _Place(NamedTuple):
    """Where one is in a walk beside its step, and how the step is shown."""

    step: Step
    page: PagePlace | None
    aims: bool
    presents: bool
    black: bool


class GuideScreen(Judges):
    """One guided walk after another; which one, the app says."""

    VIEW = "guide"
    KEYS: ClassVar[tuple[str, ...]] = (
        "guide.next", "guide.previous", "guide.present", "guide.skip", "guide.deeper",
        "view.walk", "claim.source", "judge.accept", "judge.reject", "guide.leave",
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("guide"),
        *(binding for binding in bindings("walk") if binding.id in _BORROWED),
        *(_kept(id, BY_ID[id].does) for id in _SECRET),
        *(_kept(f"side.{number}", f"choose({number})") for number in range(1, 10)),
    ]

    DEFAULT_CSS = """
    GuideScreen {
        #standing { height: auto; display: none; }
        &.-told #standing { display: block; }
        #stage { height: 1fr; }
        Slide { display: none; }
        StepPage { height: 1fr; }
        &.-present {
            TopBar, KeyBar, StepPage { display: none; }
            Slide { display: block; }
            GuideBar { dock: bottom; background: $background; }
        }
        &.-present #standing, &.-tiny #standing, &.-low #standing { display: none; }
        &.-black GuideBar { display: none; }
    }
    """

    def __init__(self, session: Session, progress: Progress) -> None:
        super().__init__(session)
        self.progress = progress
        self._decided: dict[tuple[Crux, Judgements], Sequence[cruxes.Crux] | str] = {}
        self._place: _Place | None = None
        self._shown: tuple[Progress, Step] | None = None
        self._guide = Guide(progress, session.judging, self._cruxes, self._key)

    def compose(self) -> ComposeResult:
        """The bars, the page, and the slide that takes its place."""
        yield TopBar(self.session, self.VIEW)
        yield GuideBar(self.progress)
        yield Container(Standing(self.session), id="standing")
        begin, aims = (self._place.page, self._place.aims) if self._place else (None, False)
        page = StepPage(self._lay_out, begin=begin, aims=aims)
        yield Container(page, Slide(), id="stage")
        yield KeyBar(self.session, self.KEYS)
        yield TooSmall()

    def _lay_out(self, width: int) -> Sheet:
        return guide_page(self._guide, width, self.page.size.height)

    @property
    def page(self) -> StepPage:
        """The page's widget."""
        return self.query_one(StepPage)

    @property
    def presents(self) -> bool:
        """Whether the step is shown large."""
        return self.has_class("-present")

    def _key(self, id: str) -> str:
        return keys_of(BY_ID[id], self.session.settings.keys)[0]

    # ------------------------------------------------------------------ showing a step

    def arrive(self) -> None:
        """Show the step that is current now, of whatever walk is."""
        if self.progress is not self.host.progress:
            self.progress = self._guide.progress = self.host.progress
            self.query_one(GuideBar).progress = self.progress
        if self._shown != (self.progress, self.progress.step):
            self.show()
            return
        if (row := self.progress.row) >= 0:  # one comes back to where one was on the page
            self.session.move(row)
        self.page.rebuild()
        self._refresh()

    def on_mount(self) -> None:
        """A slide that was shown on an earlier version has no page with a cursor over it."""
        if self.presents:
            self.set_focus(None)

    def show(self) -> None:
        """Show the step, from its beginning."""
        self._light()
        self._shown = self.progress, self.progress.step
        row = self.progress.row
        if row >= 0:
            self.session.move(row)
        self.page.start(aim=self.progress.waits)
        self.query_one(Slide).turn_to(0)
        self._refresh()

    def judged(self) -> None:
        """Something was judged otherwise."""
        super().judged()
        self.page.rebuild()
        self._refresh()

    def _refresh(self) -> None:
        self.query_one(GuideBar).refresh()
        self.set_class(not self.progress.secret, "-told")
        if self.presents:
            shown = slide(self._guide, *self.size)
            view = self.query_one(Slide)
            view.show(shown.text, above=shown.above, below=shown.below)
            view.black(self.has_class("-black"))

    def on_resize(self) -> None:
        """Lines below a slide are laid out for its width."""
        self._refresh()

    # ------------------------------------------------------------------ another version

    def place(self) -> _Place | None:
        """How the step is shown, and how far it is scrolled."""
        if not self.is_mounted:
            return self._place
        page = self.page
        black = self.has_class("-black")
        return _Place(self.progress.step, page.place(), page.shows_cursor, self.presents, black)

    def put(self, place: object, alignment: Alignment) -> None:
        """Show the step as large, as dark and as far scrolled as it was."""
        if not isinstance(place, _Place):
            return
        step = Carrying(alignment, lambda: self.session.comparison).step(place.step)
        self._place = place._replace(step=self.progress.step)
        if step != self.progress.step:  # another one is read from its beginning
            self._place = self._place._replace(page=None, aims=self.progress.waits)
        self._shown = self.progress, self.progress.step
        self.set_class(place.presents, "-present")
        self.set_class(place.black, "-black")

    # ------------------------------------------------------------------ going on

    def action_go(self, steps: int) -> None:
        """Go on or back; a step that asks shows its answer first."""
        if self._light():
            return
        if self.presents and self.query_one(Slide).turn(steps):
            return
        if steps > 0 and self.progress.waits:
            self._predict(-1)
        elif self.progress.go(self.progress.at + steps):
            self.show()
            if steps < 0:  # what was seen just before is the end of a long text
                self.query_one(Slide).turn_to(-1)
        else:
            told = "This is the last step." if steps > 0 else "This is the first step."
            self.host.notify_briefly(told)

    def action_end(self, end: str) -> None:
        """To the first step, or the last."""
        self.progress.go(0 if end == "first" else self.progress.count)
        self.show()

    def action_to(self, step: int) -> None:
        """To a step by its number."""
        if self.progress.go(step):
            self.show()

    def action_skip(self) -> None:
        """Past all that hangs on the claim."""
        if self.progress.skip():
            self.show()

    def action_up(self) -> None:
        """To the claim that this one bears on, where that is a step."""
        if self.progress.up():
            self.show()
        else:
            self.host.notify_briefly("No step above this one.")

    def action_branch(self, deeper: bool) -> None:
        """Walk what hangs on the claim too, or no longer."""
        if self.progress.branch(deeper):
            self.show()
        elif not isinstance(self.progress.lesson, SideWalk):
            self.host.notify_briefly("Branches open in the walk through one side.", 3)
        elif deeper:
            self.host.notify_briefly("All that hangs on this is walked already.")
        else:
            self.host.notify_briefly("Nothing that hangs on this is walked.")

    def action_again(self) -> None:
        """Start over."""
        self.progress.again()
        self.show()
        self.host.notify_briefly("From the beginning, with nothing predicted.")

    def action_leave(self) -> None:
        """Back to the page; from there, to the view that one came from."""
        if self.presents:
            self.action_present()
        else:
            self.host.leave_guide()

    # ------------------------------------------------------------------ in a room

    def action_present(self) -> None:
        """Show the steps large, or no longer."""
        self._light()
        self.toggle_class("-present")
        self.set_focus(None if self.presents else self.page)  # the arrows too go step by step
        self._refresh()
        if not self.presents:  # it was not laid out while it was hidden
            self.call_after_refresh(self.page.start, aim=self.progress.waits)

    def action_blank(self) -> None:
        """Blank the screen; any key that goes on brings it back."""
        if not self.presents:
            key = self._key("guide.present")
            self.host.notify_briefly(f"{key} shows the steps large; then this blanks the screen.")
        elif not self._light():
            self.add_class("-black")
            self.query_one(Slide).black(True)

    def action_longer(self, minutes: int) -> None:
        """Give the room a minute more, or take one back."""
        bar = self.query_one(GuideBar)
        bar.countdown.give(minutes)
        bar.follow()

    def action_clock(self) -> None:
        """Stop the time, or let it run on."""
        bar = self.query_one(GuideBar)
        if not bar.countdown.pause():
            self.host.notify_briefly(f"{self._key('guide.longer')} gives the room a minute.")
        bar.follow()

    def _light(self) -> bool:
        """Show a blanked screen again; False where it is not blank."""
        black = self.has_class("-black")
        if black:
            self.remove_class("-black")
            self.query_one(Slide).black(False)
        return black

    def on_click(self, event: events.Click) -> None:
        """Where a step is shown large, a click goes on, and one with another button back."""
        if self.presents:
            event.stop()
            self.action_go(1 if event.button <= 1 else -1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel goes on too, where there is nothing to scroll."""
        if self.presents:
            event.stop()
            self.action_go(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """And back."""
        if self.presents:
            event.stop()
            self.action_go(-1)

    # ------------------------------------------------------------------ predicting

    def action_choose(self, number: int) -> None:
        """Predict; where nothing is asked, the digits walk a side as everywhere."""
        step = self.progress.step
        if not isinstance(step, Predict) or not self.progress.waits:
            self.host.action_side(number)
        elif number <= len(pose(self.session.debate, step).choices):
            self._predict(number - 1)

    def _predict(self, choice: int) -> None:
        """Take a prediction and show the answer, of a large debate a little later."""
        step, judging = self.progress.step, self.session.judging
        if not isinstance(step, Predict):
            return
        if step.kind in ("verdict", "outcome") and not judging.ready:
            self.host.notify_briefly("Working out what stands…", 3)
            work = partial(self._work_out, choice)
            self.run_worker(work, thread=True, group="verdict", exclusive=True)
            return
        right = answer(self.session.debate, step, lambda: judging.evaluation)
        self.progress.guess(choice, right)
        self.page.start(aim=False)
        self._refresh()

    def _work_out(self, choice: int) -> None:
        judging = self.session.judging
        evaluation = judging.work_out()

        def have() -> None:
            judging.have(evaluation)
            if self.progress.waits:
                self._predict(choice)

        self.app.call_later(have)

    def on_page_chosen(self, message: Page.Chosen) -> None:
        """Predict what was chosen, or go where a spot leads."""
        match message.target:
            case Choice(number):
                if self.progress.waits:
                    self._predict(number)
            case Walk(row):
                self.host.walk_to(row)
            case Cite(row, number):
                self.open_source(row, number)

    def on_step_page_onward(self) -> None:
        """Enter goes on where nothing is aimed at."""
        self.action_go(1)

    # ------------------------------------------------------------------ what waits for predictions

    async def action_why(self) -> None:
        """Why the claim stands, once that was predicted."""
        await self._unless_secret("judge.why")

    async def action_cruxes(self) -> None:
        """What would change the recommendation, once its fate was predicted."""
        await self._unless_secret("judge.cruxes")

    async def _unless_secret(self, id: str) -> None:
        if self.progress.hides(self.session.row):
            self.host.notify_briefly(_FIRST, 3)
        else:
            await self.run_action(BY_ID[id].command)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only the claim of a step that shows one can be judged, copied or followed."""
        return action not in _OF_A_CLAIM or isinstance(self.progress.step, Show)

    # ------------------------------------------------------------------ cruxes

    def _cruxes(self, step: Crux) -> Sequence[cruxes.Crux] | str:
        """What would decide a question; worked out off the screen's thread when first shown."""
        key = (step, self.session.judging.judgements)
        if key not in self._decided:
            self._decided[key] = "Working it out…"
            self.run_worker(partial(self._find, *key), thread=True, group="cruxes")
        return self._decided[key]

    def _find(self, step: Crux, judgements: Judgements) -> None:
        try:
            evaluation = Evaluation(self.session.debate, judgements)
            found: Sequence[cruxes.Crux] | str = cruxes.between(
                evaluation, step.one, step.other, step.question
            )
        except SolverMissing as missing:
            found = str(missing)
        self.app.call_later(self._have, step, judgements, found or "Nothing is to be decided here.")

    def _have(self, step: Crux, judgements: Judgements, found: Sequence[cruxes.Crux] | str) -> None:
        self._decided[step, judgements] = found
        if self.progress.step == step:
            self.page.rebuild()
            self._refresh()
