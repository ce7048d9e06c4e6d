"""What leads away from a claim: to claims of other sides, to its sources, to the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from textual.content import Content

from debate.model.fragment import cited
from debate.model.text import one_line
from debate.tui import browser
from debate.tui.clipboard import copy_selection
from debate.tui.quotation import address, quotation
from debate.tui.screens.base import View


class Leads(View):
    """A view of one claim at a time, ``session.row``, from which these keys lead on."""

    def action_link(self) -> None:
        """Go to what agrees or clashes with the claim; where several do, ask which."""
        debate, row = self.session.debate, self.session.row
        if row < 0:
            return
        links = debate.links(debate.meant(row))
        found = [("=", other) for other in links.agrees] + [("≠", other) for other in links.clashes]
        if not found:
            self.host.notify_briefly("Nothing on another side agrees or clashes with this.", 3)
            return
        choices = [
            Content(f"{sign} {debate.label(other)}  {one_line(debate.text(other))}")
            for sign, other in found
        ]
        rows = [other for _, other in found]
        self._choose("Agrees = · clashes ≠", choices, lambda n: self.host.walk_to(rows[n]))

    def action_source(self) -> None:
        """Open the source of the claim; where several are cited, ask which."""
        debate, row = self.session.debate, self.session.row
        cites = debate.claims[debate.meant(row)].cite if row >= 0 else ()
        if not cites:
            self.host.notify_briefly("No source is cited for this claim.", 3)
            return
        choices = [
            Content(one_line(f"{cited(debate, cite)}  {cite.words or ''}")) for cite in cites
        ]
        self._choose("Sources", choices, partial(self.open_source, row))

    def action_copy(self) -> None:
        """Copy what is selected, else the claim with its citation."""
        if copy_selection(self):
            return
        if self.session.row >= 0:
            self.app.copy_to_clipboard(quotation(self.session.debate, self.session.row))
            self.host.notify_briefly("Copied, with its citation.")

    def _choose(
        self, title: str, choices: Sequence[Content], then: Callable[[int], object]
    ) -> None:
        """Do it with the only choice, or with the one that is picked."""
        if len(choices) == 1:
            then(0)
            return
        from debate.tui.screens.chooser import Chooser

        def chosen(number: int | None) -> None:
            if number is not None:
                then(number)

        self.app.push_screen(Chooser(title, choices), chosen)

    # ------------------------------------------------------------------ sources

    def open_source(self, row: int, number: int) -> None:
        """Open a citation in the browser; where there is none, show and copy the address."""
        debate = self.session.debate
        url = address(debate, debate.claims[debate.meant(row)].cite[number])
        if url is None:
            self.host.notify_briefly("This source has no web address.", 3)
        elif self.app.is_web:
            self.app.open_url(url)
        elif (command := browser.command(url)) is None:
            self._show_address("There is no graphical browser here.", url)
        else:
            self.host.notify_briefly("Opening the source in your browser…")
            work = partial(self._open, command, url)
            self.run_worker(work, group="browser", thread=True, exit_on_error=False)

    def _open(self, command: list[str], url: str) -> None:
        """Start the browser, off the screen's thread: it may take seconds."""
        if not browser.open_window(command):
            self.app.call_from_thread(self._show_address, "The browser did not open.", url)

    def _show_address(self, why: str, url: str) -> None:
        from debate.tui.screens.chooser import Address

        self.app.copy_to_clipboard(url)
        self.app.push_screen(Address(why, url))
