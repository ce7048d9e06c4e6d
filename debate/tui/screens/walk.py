"""The walk: the outline of one side, and the claim one is on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.containers import Container
from textual.widget import Widget

from debate.reasoning.filtering import EVERYTHING
from debate.tui.actions import BY_ID, bindings, keys_of
from debate.tui.folds import Folds
from debate.tui.pages.target import Cite, Walk
from debate.tui.screens.judges import Judges
from debate.tui.session import Session
from debate.tui.steps import NO_MATCH, NOWHERE, Step, step
from debate.tui.widgets.claim import ClaimPane
from debate.tui.widgets.filterbar import FilterBar
from debate.tui.widgets.outline import Outline
from debate.tui.widgets.page import Page
from debate.tui.widgets.standing import Standing
from debate.tui.widgets.tabs import SideBar

if TYPE_CHECKING:
    from debate.model.alignment import Alignment


@dataclass(slots=True)
class _Place:
    """Where one is in the walk: folds by side, lines above the cursor, and in the claim's page."""

    folds: dict[int, Folds]
    above: int = 0
    scrolled: int = 0
    reading: bool = False


class WalkScreen(Judges):
    """One side's argument."""

    VIEW = "walk"
    KEYS: ClassVar[tuple[str, ...]] = (
        "go.next", "fold.toggle", "go.objection", "search", "claim.source", "claim.link",
        "judge.accept", "judge.reject", "judge.why", "claim.copy", "history.back", "export",
        "guide.side", "filter", "notes.write",
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("walk")]

    DEFAULT_CSS = """
    WalkScreen {
        #panes { layout: horizontal; height: 1fr; }
        Outline { width: 1fr; height: 100%; }
        ClaimPane { width: 1fr; height: 100%; }
        &:ansi ClaimPane { border-left: solid ansi_default; }
        &.-narrow {
            #panes { layout: vertical; }
            Outline { width: 100%; height: 1fr; }
            ClaimPane { width: 100%; height: 1fr; }
            &:ansi ClaimPane { border-left: none; border-top: solid ansi_default; }
        }
    }
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._folds: dict[int, Folds] = {}
        self._filtered: dict[int, int] = {}
        self._place: _Place | None = None
        self._judged = session.judging.count
        self._noted = session.noting.count

    def bars(self) -> Iterable[Widget]:
        """The sides; what the outline is filtered by."""
        yield SideBar(self.session)
        yield FilterBar(self.session)

    def body(self) -> Iterable[Widget]:
        """The outline, the claim."""
        session = self.session
        yield Container(
            Outline(session.debate, self._moved, self._open_row, session.judging, session.noting),
            ClaimPane(session.debate, -1, session.judging, session.noting),
            id="panes",
        )

    @property
    def outline(self) -> Outline:
        """The outline's widget."""
        return self.query_one(Outline)

    @property
    def claim(self) -> ClaimPane:
        """The claim's widget."""
        return self.query_one(ClaimPane)

    @property
    def folds(self) -> Folds:
        """The folds of the side one is on."""
        return self.folds_of(self.session.side)

    def folds_of(self, side: int) -> Folds:
        """The folds of any side."""
        if side not in self._folds:
            self._folds[side] = Folds(self.session.debate, side)
        folds, filtering = self._folds[side], self.session.filtering
        if self._filtered.get(side, 0) != filtering.count:
            self._filtered[side] = filtering.count
            if (sifted := filtering.on(side)) is None:
                folds.unfilter()
            else:
                folds.filter(sifted.matches, sifted.kept)
        return folds

    def arrive(self) -> None:
        """Show the claim that is current now, on its side."""
        outline = self.outline
        outline.query_words = self.session.query
        filtered = self._filtered.get(self.session.side, 0) != self.session.filtering.count
        if self.session.row >= 0:
            outline.show(self.folds, self.session.row)
        outline.empty = self._nothing()
        if filtered:
            outline.refold(self.session.row)
        self.claim.show(self.session.row)
        self.query_one(FilterBar).update()
        if self._noted != self.session.noting.count:
            self.noted()
        if self._judged != self.session.judging.count:
            self.judged()
        self.query_one(SideBar).refresh()
        if self._place is not None:
            self.call_after_refresh(self._settle)

    def judged(self) -> None:
        """Show the verdicts on all rows in sight, and on the claim."""
        self._judged = self.session.judging.count
        super().judged()
        self.outline.forget()
        self.claim.rebuild()
        self.host.refilter(("unjudged", "verdict"))

    def noted(self) -> None:
        """Show what is written and marked on all rows in sight, and on the claim."""
        self._noted = self.session.noting.count
        self.outline.forget()
        self.claim.rebuild()
        self.host.refilter(["mine"])

    def _nothing(self) -> Sequence[str]:
        """What to say where there is nothing to be seen."""
        sifted = self.session.filtering.sifted
        if sifted is None:
            return ["Nobody has said anything here yet."]
        elsewhere = f" {len(sifted.matches):,} do on other sides." if sifted.matches else ""
        esc, f = (
            keys_of(BY_ID[id], self.session.settings.keys)[0] for id in ("search.clear", "filter")
        )
        return [
            f"No claim here matches.{elsewhere}",
            f"{esc} shows all; {f} looks for something else.",
        ]

    # ------------------------------------------------------------------ another version

    def place(self) -> _Place:
        """The folds, what stands above the cursor, and how far the claim is scrolled."""
        if not self.is_mounted:
            return self._place or _Place(self._folds)
        outline, claim = self.outline, self.claim
        above = outline.cursor - outline.scroll_offset.y
        return _Place(self._folds, above, claim.scroll_offset.y, claim.has_focus)

    def put(self, place: object, alignment: Alignment) -> None:
        """Fold as before, and show the claim on the same line of the window."""
        if isinstance(place, _Place):
            sides = dict(alignment.sides())
            for side, folds in place.folds.items():
                if (now := sides.get(side)) is not None:
                    self.folds_of(now).follow(folds, alignment)
            self._place = replace(place, folds=self._folds)

    def _settle(self) -> None:
        """Scroll to where one was, now that it is known how large everything is."""
        if self._place is None:
            return
        place, self._place = self._place, None
        outline, claim = self.outline, self.claim
        outline.scroll_to(y=max(0, outline.cursor - place.above), animate=False, force=True)
        claim.scroll_to(y=place.scrolled, animate=False, force=True)
        if place.reading:
            claim.focus(scroll_visible=False)

    # ------------------------------------------------------------------ the claim follows

    def _moved(self, row: int) -> None:
        self.session.move(row)
        self.claim.show(row)
        self.query_one(Standing).follow()

    def on_page_chosen(self, message: Page.Chosen) -> None:
        """Go where a spot on the claim's page leads."""
        match message.target:
            case Walk(row):
                self.host.walk_to(row)
            case Cite(row, number):
                self.open_source(row, number)

    def action_scroll(self, lines: int) -> None:
        """Scroll the claim's page."""
        self.claim.scroll_relative(y=2 * lines, animate=False)

    def action_clear(self) -> None:
        """Back to the outline; there, without the marks of a search, and without a filter."""
        if self.outline.has_focus and self.session.filtering.wanted:
            self.host.filter_by(EVERYTHING)
        self.session.query = ()
        self.outline.query_words = ()
        self.outline.focus()

    # ------------------------------------------------------------------ moving

    def action_move(self, to: str) -> None:
        """Move the cursor over what is visible; left and right fold and unfold as well."""
        outline, row = self.outline, self.outline.row
        if row < 0:
            return
        match to:
            case "down":
                outline.cursor += 1
            case "up":
                outline.cursor -= 1
            case "pagedown":
                outline.cursor += outline.page_rows
            case "pageup":
                outline.cursor -= outline.page_rows
            case "top":
                outline.cursor = 0
            case "bottom":
                outline.cursor = len(outline.folds.visible) - 1
            case "left" if not outline.folds.has_replies(row) or outline.folds.is_folded(row):
                self._to(self.session.debate.claims[row].parent)
            case "right" if outline.folds.has_replies(row) and not outline.folds.is_folded(row):
                outline.cursor += 1
            case _ if outline.folds.has_replies(row):
                outline.toggle(row)

    def action_go(self, to: Step) -> None:
        """Step through the argument, unfolding what is in the way."""
        if self.outline.row < 0:
            return
        folds = self.outline.folds
        row = step(self.session.debate, self.outline.row, to, folds.matches)
        if row is None:
            self.host.notify_briefly((NO_MATCH if folds.filtered else NOWHERE)[to])
        else:
            self._to(row)

    def _to(self, row: int) -> None:
        if row >= 0:  # its own side's folds: the keys may come before the view has followed
            self.outline.show(self.folds_of(self.session.debate.claims[row].position), row)

    def action_fold(self, how: str) -> None:
        """Fold or unfold one row, or all of them, or by a level."""
        outline, row = self.outline, self.outline.row
        if row < 0:
            return
        if how == "toggle":
            if outline.folds.has_replies(row):
                outline.toggle(row)
            return
        folds = outline.folds
        {
            "all": folds.fold_all,
            "none": folds.unfold_all,
            "less": folds.fewer,
            "more": folds.more,
        }[how]()
        outline.refold(row)

    # ------------------------------------------------------------------ the claim

    def action_open(self) -> None:
        """Go to the claim that this row says once more; on any other, fold or unfold."""
        self._open_row(self.outline.row)

    def _open_row(self, row: int) -> None:
        if row >= 0 and self.session.debate.claims[row].target >= 0:
            self.host.walk_to(self.session.debate.claims[row].target)
        else:
            self.action_fold("toggle")
