"""Text in the cells of tables, kept from being run: a spreadsheet takes "=…" for a formula.

OWASP, "CSV Injection". A cell that begins with one of the signs below gets an apostrophe before it,
which spreadsheets take for "this is text". So does what follows a semicolon, a tab or a line break
at once, for a program that takes another separator than the file has begins a cell there.
"""

from __future__ import annotations

import re

from debate.writers import Options

#: Signs that begin a formula, the wide ones of East Asian keyboards among them; and a tab and a
#: carriage return, which programs skip.
_FORMULA = re.compile(r"(?:^|(?<=[;\t\n]))(?=[=+\-@\t\r＝＋－＠])")


class Guard:
    """Guards cells, and counts in how many it had to."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, cell: str) -> str:
        """The cell as text that no spreadsheet runs."""
        guarded = _FORMULA.sub("'", cell)
        self.count += guarded != cell
        return guarded

    def tell(self, options: Options) -> None:
        """Say once that cells are not quite what the debate has."""
        how = "an apostrophe before what a spreadsheet would take for a formula keeps it text"
        options.lose("guarded cell", how, self.count)
