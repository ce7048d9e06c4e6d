"""The line above a filtered outline: what is looked for, how much of it there is, the way out."""

from __future__ import annotations

from textual.content import Content

from debate.tui.actions import BY_ID, keys_of
from debate.tui.pages.sieve import sentence
from debate.tui.session import Session
from debate.tui.widgets.bar import Bar, Word, between
from debate.tui.widgets.line import cut


class FilterBar(Bar):
    """Only there while a filter is on."""

    DEFAULT_CSS = "FilterBar { background: $surface; display: none; &.-on { display: block; } }"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.update()

    def update(self) -> None:
        """Say what the filter is now."""
        # Not ``display``, which would show it in a window that is too small for anything.
        self.set_class(self.session.filtering.sifted is not None, "-on")
        self.refresh()

    def words(self, width: int) -> list[Word]:
        """As much as fits: at least what is looked for, and how one gets out."""
        side, all_sides = self._counts()
        debate = self.session.debate
        name = sentence(self.session.filtering.wanted, debate)
        out = [self._hint("search.clear", "shows all")]
        both = [self._hint("go.next", "next"), self._hint("go.previous", "previous"), *out]
        for said, hints in ((side + all_sides, both), (side + all_sides, out), (side, out)):
            left = self._left(name, said)
            if left.cell_length + sum(word.content.cell_length for word in hints) <= width:
                return between([Word(left, "app.filter")], hints, width)
        room = width - sum(word.content.cell_length for word in out) - len(side) - 3
        return between([Word(self._left(cut(name, room), side), "app.filter")], out, width)

    def _left(self, name: str, said: str) -> Content:
        return Content.assemble(
            (f" {name}", self.look("strong")), (f": {said}", self.look("muted"))
        )

    def _counts(self) -> tuple[str, str]:
        """How many match on this side, and on all."""
        debate, filtering = self.session.debate, self.session.filtering
        if (sifted := filtering.sifted) is None or not self.session.rows:
            return "0", ""
        here = filtering.on(self.session.side) or sifted
        rows = len(self.session.rows)
        side = f"{len(here.matches):,} of {rows:,}"
        more = f" · {len(sifted.matches):,} of {len(debate.claims):,} on all sides"
        return side, more if rows < len(debate.claims) else ""

    def _hint(self, id: str, does: str) -> Word:
        action = BY_ID[id]
        key = keys_of(action, self.session.settings.keys)[0]
        content = Content.assemble((f" {key} ", self.look("key")), (f"{does} ", self.look("muted")))
        return Word(content, action.command)
