"""What is wrong with the files, as a page: each problem a spot that leads to its line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from textual.content import Content

from debate.model.problem import Problem
from debate.model.text import one_line
from debate.tui.pages.sheet import Sheet
from debate.tui.pages.words import count


@dataclass(slots=True, frozen=True)
class Fault:
    """A place in a file at which something is wrong; ``line`` 0 is the whole file."""

    file: str
    line: int
    column: int


def problems_page(problems: Sequence[Problem], width: int) -> Sheet:
    """The problems in the order they are given: where, what, and what to write instead."""
    sheet = Sheet(width)
    for problem in problems:
        top = len(sheet.lines)
        where = Content.styled(f"{place(problem)}: ", "strong")
        note = Content.styled("note: ", "muted") if problem.severity == "note" else Content("")
        sheet.write(where + note + Content(one_line(problem.message)))
        if problem.hint:
            sheet.write(Content.styled(one_line(problem.hint), "muted"), lead="  → ")
        sheet.mark(Fault(problem.file, problem.line, problem.column), top)
    return sheet


def place(problem: Problem) -> str:
    """``council.yaml:12:5``, as far as it is known."""
    name = one_line(PurePath(problem.file).name)
    return f"{name}:{problem.line}:{problem.column}" if problem.line else name


def summary(problems: Sequence[Problem]) -> str:
    """How many problems there are, and in which file or in how many."""
    errors = [problem for problem in problems if problem.severity == "error"]
    files = list(dict.fromkeys(one_line(PurePath(problem.file).name) for problem in errors))
    where = files[0] if len(files) == 1 else f"{len(files)} files"
    return f"{count(len(errors), 'problem')} in {where}"
