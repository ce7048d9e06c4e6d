"""Judgements from one day to the next: a file for each debate, and files to hand in.

The form is that of ``debate judge --judgements``, so that what one saves here can be read there.
"""

from __future__ import annotations

import json
from pathlib import Path

from debate.model import Debate
from debate.model.problem import InvalidDebate
from debate.reasoning.judgements import NO_JUDGEMENTS, Judgements
from debate.tui import home


def place(key: str) -> Path:
    """Where the judgements on a debate are kept."""
    return home.data() / f"judgements-{key}.json"


def save(path: Path, judgements: Judgements, debate: Debate) -> None:
    """Write judgements, in place of what was there; raises OSError where that cannot be."""
    from debate.writers.replace import replace

    text = json.dumps(judgements.as_json(debate), ensure_ascii=False, indent=1)
    replace(path, [text, "\n"])


def load(path: Path, debate: Debate) -> Judgements:
    """The judgements in a file; raises OSError, and InvalidDebate with all that is wrong."""
    from debate.readers.judgements import read
    from debate.readers.opening import text_of

    return read(text_of(str(path)), str(path), debate)


def keep(key: str, judgements: Judgements, debate: Debate) -> None:
    """Keep the judgements on a debate for the next time; raises OSError where that cannot be."""
    path = place(key)
    if not judgements:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    save(path, judgements, debate)


def recall(key: str, debate: Debate) -> tuple[Judgements, str]:
    """The judgements that were kept, and what to tell the user ("" for nothing).

    A file that cannot be made out, or judges claims that are gone, is set aside and not lost.
    """
    path = place(key)
    try:
        return (load(path, debate) if path.exists() else NO_JUDGEMENTS), ""
    except OSError as error:
        return NO_JUDGEMENTS, f"Your judgements cannot be read: {error.strerror}."
    except InvalidDebate as problem:
        aside = home.set_aside(path)
        first = next(iter(problem.problems))
        told = f"Your judgements are set aside, in {aside.name}: {first.message}."
        return NO_JUDGEMENTS, told
