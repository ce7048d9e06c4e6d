"""What is said on stderr when a command cannot do what it was asked, and the exit status."""

from __future__ import annotations

import os
import sys

from debate.cli.streams import abandon, say

TYPE_CHECKING = False  # type checkers know the name; importing typing would cost 3 ms
if TYPE_CHECKING:
    from collections.abc import Iterable

    from debate.model.problem import Problem


#: Errors of a debate that were said, and that did not keep the command from doing its work.
_reported: list[Problem] = []


def report(problems: Iterable[Problem]) -> None:
    """Say what is wrong with a debate that is used all the same; the exit status will be 1."""
    for problem in problems:
        say(str(problem))
        _reported.append(problem)


def status(code: int) -> int:
    """The exit status of a command that ended with ``code``, after whatever was reported."""
    failed = bool(_reported)
    _reported.clear()
    return code or int(failed)


class UsageError(Exception):
    """The command line asks for something that there is not: exit status 2."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``; did you mean check?``, or nothing where no known word is near ``word``."""
    from difflib import get_close_matches

    names = {name.casefold(): name for name in known}
    near = get_close_matches(word.casefold(), names, n=1, cutoff=0.6)
    return f"; did you mean {names[near[0]]}?" if near else ""


def unknown(kind: str, word: str, known: Iterable[str]) -> UsageError:
    """The error for a ``word`` that names no side, source or format; names the known ones."""
    known = list(known)
    listed = ", ".join(known[:12]) + (", …" if len(known) > 12 else "")
    meant = did_you_mean(word, known) or f"; there is {listed or 'none'}"
    return UsageError(f"unknown {kind} {word}{meant}")


def explain(error: Exception) -> int:
    """Say in a line or a few what went wrong; the exit status."""
    from debate.model.problem import InvalidDebate

    if isinstance(error, BrokenPipeError):  # `debate show … | head`: nobody is there to be told
        abandon(sys.stdout)
        return 141
    if isinstance(error, UsageError):
        say(f"debate: {error}")
        return 2
    if isinstance(error, InvalidDebate):
        for problem in error.problems:
            say(str(problem))
    elif isinstance(error, OSError):
        where = f"{os.fspath(error.filename)}: " if isinstance(error.filename, str) else ""
        say(f"debate: {where}{error.strerror or error}")
    elif isinstance(error, MemoryError):
        say("debate: not enough memory for this debate")
    else:
        _confess(error)
    return 1


def _confess(error: Exception) -> None:
    """A fault of ours: one line, and the traceback for those who ask for it."""
    if os.environ.get("DEBATE_TRACEBACK"):
        import traceback

        traceback.print_exception(error)
    say(
        f"debate: a fault in this program, not in your debate: {type(error).__name__}: {error}"
        " (with DEBATE_TRACEBACK=1 it shows where)"
    )
