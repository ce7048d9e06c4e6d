"""What the app does with guided walks: which one is walked, and how far one has come in each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from textual.content import Content

from debate.model import Debate
from debate.model.text import one_line
from debate.tui import home
from debate.tui.holding import Holding
from debate.tui.screens.base import View
from debate.tui.session import Session, ViewName

if TYPE_CHECKING:
    from debate.lessons.progress import Progress
    from debate.lessons.steps import Lesson
    from debate.model.alignment import Alignment

#: Where it is kept that somebody has seen the way in.
TOUR = "tour"


class Guiding(Holding):
    """An app with a session whose debate is walked step by step."""

    wants_tour = False
    _walks: dict[str, Progress] | None = None
    _kept_walks: dict[str, Any] | None = None
    _progress: Progress | None = None
    _came_from: ViewName = "overview"

    def action_view(self, view: ViewName) -> None:
        """Show one of the views."""
        raise NotImplementedError

    def notify_briefly(self, told: str, seconds: float = 2) -> None:
        """Say why a key did nothing."""
        raise NotImplementedError

    # ------------------------------------------------------------------ one debate after another

    def begin(self, debate: Debate) -> Session:
        """A new session has walks of its own."""
        self._walks = self._kept_walks = self._progress = None
        return super().begin(debate)

    def put_away(self) -> None:
        """Remember how far one has come, if it can be."""
        self._keep_guides()
        super().put_away()

    def _keep_guides(self) -> None:
        try:
            self.keep_guides()
        except OSError as error:
            self.log.warning(f"how far one is in a guided walk is not remembered: {error}")

    def renew(self, after: Session, alignment: Alignment) -> None:
        """The walks go on where they were, as far as the new version has the step."""
        self._keep_guides()
        super().renew(after, alignment)
        walks, current = self._under, self._progress
        self._walks = self._kept_walks = self._progress = None
        if not walks:
            return
        from debate.lessons.carrying import Carrying

        carrying = Carrying(alignment, lambda: after.comparison)
        for progress in walks.values():
            now = carrying.progress(progress)
            if now is not None:
                self._under[now.lesson.key] = now
            if progress is current:
                self._progress = now
        if current is not None and self._progress is None and after.view == "guide":
            title = one_line(current.lesson.title)
            self.notify(f"{title}: that walk is gone from the files.", timeout=4, markup=False)

    def begin_judging(self) -> None:
        """A debate is open now: whoever sees one for the first time is shown how to read it."""
        super().begin_judging()
        self.begin_tour()

    # ------------------------------------------------------------------ which walk

    @property
    def progress(self) -> Progress:
        """The walk that is under way; that of the side one is on where none is."""
        if self._progress is None:
            if self.session is None:
                raise RuntimeError("there is no debate to walk yet")
            from debate.lessons.side import SideWalk

            self._progress = self._under_way(SideWalk(self.session.debate, self.session.side))
        return self._progress

    def action_guide(self) -> None:
        """Walk a side: the one that one is on, or where that is not clear, the one chosen."""
        session = self.session
        if session is None:
            return
        if not session.debate.claims:
            self.notify_briefly("There is nothing to walk: nobody has said anything here.", 3)
        elif session.view in ("walk", "map", "guide"):
            self._guide_side(session.side)
        else:
            self._choose_side(session)

    def _choose_side(self, session: Session) -> None:
        debate = session.debate
        sides = [n for n, side in enumerate(debate.positions) if side.start < side.end]
        sides += [-1] if debate.background else []
        from debate.tui.pages.words import count

        names = [debate.positions[n].title if n >= 0 else "The background" for n in sides]
        keys = [debate.positions[n].name if n >= 0 else "background" for n in sides]
        choices = [
            self._choice(name, f"side:{key}", count(len(debate.side(side)), "claim"))
            for name, key, side in zip(names, keys, sides, strict=True)
        ]
        self._choose("Whose case?", choices, lambda n: self._guide_side(sides[n]))

    def _guide_side(self, side: int) -> None:
        from debate.lessons.side import SideWalk

        if self.session:
            self._walk(SideWalk(self.session.debate, side))

    def action_clash(self) -> None:
        """Walk two sides that collide; where several do, ask which."""
        if self.session is None:
            return
        from debate.lessons.clash import ClashWalk, collisions, why_none

        debate, comparison = self.session.debate, self.session.comparison
        found = collisions(debate, comparison)
        if not found:
            self.notify_briefly(why_none(debate, comparison), 5)
            return
        choices = []
        for question, one, other in found:
            names = f"{debate.positions[one].label} ≠ {debate.positions[other].label}"
            asked = debate.questions[question].ask if question else "claim by claim"
            sides = [debate.positions[side].name for side in (one, other)]
            choices.append(self._choice(names, ":".join(["clash", question or "", *sides]), asked))
        self._choose(
            "Which clash?",
            choices,
            lambda n: self._walk(ClashWalk(debate, comparison, found[n])),
        )

    def _choice(self, name: str, key: str, told: str) -> Content:
        """A walk with how far one has come in it."""
        kept = self._recalled().get(key)
        if key in self._under:
            kept = self._under[key].as_json()
        at, of = (kept.get("step"), kept.get("of")) if isinstance(kept, dict) else (None, None)
        so_far = f"  ·  at step {at} of {of}" if isinstance(at, int) and at > 1 else ""
        return Content.assemble((name, "bold"), f"  {told}{so_far}")

    def _choose(
        self, title: str, choices: Sequence[Content], then: Callable[[int], object]
    ) -> None:
        if len(choices) == 1:
            then(0)
            return
        from debate.tui.screens.chooser import Chooser

        def chosen(number: int | None) -> None:
            if number is not None:
                then(number)

        self.push_screen(Chooser(title, choices), chosen)

    # ------------------------------------------------------------------ beginning and leaving

    def _walk(self, lesson: Lesson) -> None:
        """Walk it, from where one stopped."""
        if self.session is None:
            return
        again = self._progress is not None and self._progress.lesson.key == lesson.key
        self._progress = self._under_way(lesson)
        if self.session.view != "guide":
            self._came_from = self.session.view
            self.action_view("guide")
        elif isinstance(view := self.screen_stack[0], View):
            view.arrive()
        if self._progress.at and not again:
            told = f"At step {self._progress.at + 1}, where you stopped; Home goes to the first."
            self.notify_briefly(told, 3)

    def leave_guide(self) -> None:
        """Back to the view that one came from."""
        self.action_view(self._came_from)

    @property
    def _under(self) -> dict[str, Progress]:
        if self._walks is None:
            self._walks = {}
        return self._walks

    def _under_way(self, lesson: Lesson) -> Progress:
        """How far one is in a walk."""
        from debate.lessons.progress import Progress

        if lesson.key not in self._under:
            progress = self._under[lesson.key] = Progress(lesson)
            kept = self._recalled().get(lesson.key)
            if isinstance(kept, dict):
                progress.resume(kept)
        return self._under[lesson.key]

    def _recalled(self) -> dict[str, Any]:
        if self._kept_walks is None:
            self._kept_walks = home.recall(f"guide-{self.session.key}") if self.session else {}
        return self._kept_walks

    def keep_guides(self) -> None:
        """Remember how far one has come; raises OSError where that cannot be written."""
        if self.session and self._under:
            kept = {key: progress.as_json() for key, progress in self._under.items()}
            home.keep(f"guide-{self.session.key}", self._recalled() | kept)

    # ------------------------------------------------------------------ the way in

    def begin_tour(self) -> None:
        """Show the way in once the first frame stands, to whoever has never seen it."""
        if self.wants_tour and self.session is not None:
            self.wants_tour = False
            self.call_after_refresh(self.action_tour)

    def action_tour(self) -> None:
        """Show how an argument map is read."""
        if self.session is None:
            return
        from debate.tui.screens.tour import TourScreen

        self.push_screen(TourScreen(self.session), self._toured)

    def _toured(self, _: object) -> None:
        try:
            home.keep(TOUR, {"seen": True})
        except OSError as error:
            self.log.warning(f"that the tour was seen is not remembered: {error}")
