"""What is wrong with a debate: where, what, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from debate.model import Problem
from debate.model.text import one_line
from debate.tui.pages.sheet import Sheet


def problems_page(problems: Iterable[Problem], width: int) -> Sheet:
    """Every problem under its place: file:line:column."""
    sheet = Sheet(width)
    for problem in problems:
        place = f"{problem.file}:{problem.line}:{problem.column}" if problem.line else problem.file
        sheet.blank()
        sheet.write(Content.styled(one_line(place), "muted"))
        sign, style = ("✗ ", "falls") if problem.severity == "error" else ("· ", "muted")
        sheet.write(Content(one_line(problem.message)), lead=Content.styled(sign, style))
        if problem.hint:
            sheet.write(Content(one_line(problem.hint)), lead=Content.styled("→ ", "accent"))
    return sheet
