"""What a search in one debate found: a line a claim under the name of its side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.message import Message

from debate.model import Debate
from debate.model.text import one_line
from debate.tui.matching import fold, places
from debate.tui.pages.own import NOTE
from debate.tui.widgets.findings import Findings, Found


class Results(Findings):
    """Found rows in reading order."""

    class Picked(Message):
        """A claim was clicked."""

        def __init__(self, row: int) -> None:
            self.row = row
            super().__init__()

    def __init__(self, debate: Debate, notes: Mapping[int, str] | None = None) -> None:
        """Show rows of ``debate``; where ``notes``, a line each, are what was found, those too."""
        super().__init__()
        self.debate = debate
        self._notes = notes or {}
        self._query: Sequence[str] = ()

    def begin(self, query: Sequence[str], message: str = "") -> None:
        """Forget what was found; a message stands where nothing is."""
        self._query = query
        self.clear(message)

    def put_rows(self, rows: Sequence[int]) -> None:
        """Add rows that follow all that were found before; :meth:`changed` shows them."""
        claims = self.debate.claims
        side = claims[self.last].position if self.last is not None else None
        for row in rows:
            if claims[row].position != side:
                side = claims[row].position
                self.put_heading(side + 1)
            self.put(row)

    @property
    def row(self) -> int | None:
        """The claim under the cursor."""
        return self.current

    def picked(self, number: int) -> None:
        """Tell the screen."""
        self.post_message(self.Picked(number))

    def heading(self, number: int) -> str:
        """The name of a side; the background is number 0."""
        return one_line(self.debate.positions[number - 1].title) if number else "Background"

    def found(self, number: int) -> Found:
        """A claim with its number on its side."""
        role = self.debate.claims[number].role
        text = self._text(number)
        return Found(role.glyph, role.value, self.debate.number(number), text)

    def spans(self, number: int, text: str) -> Sequence[tuple[int, int]]:
        """Where the words of the query stand."""
        return places(text, self._query)

    def _text(self, row: int) -> str:
        """What is found: the claim, and the note on it unless the claim alone was found."""
        text = one_line(self.debate.text(row))
        if row not in self._notes:
            return text
        folded = fold(text)
        if all(word in folded for word in self._query):
            return f"{text}  {NOTE}"
        return f"{text}  {NOTE} {self._notes[row]}"
