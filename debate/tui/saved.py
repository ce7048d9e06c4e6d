"""Judgements from one day to the next: a file for each debate, and files to hand in.

The form is that of ``debate judge --judgements``, so that what one saves here can be read there.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from debate.model import Debate
from debate.reasoning.judgements import NO_JUDGEMENTS, Judgements
from debate.tui import home, judged
from debate.tui.shared import Shared


def place(key: str) -> Path:
    """Where the judgements on a debate are kept."""
    return home.data() / f"judgements-{key}.json"


def save(path: Path, judgements: Judgements, debate: Debate) -> bytes:
    """Write judgements, in place of what was there, and say what was written; raises OSError."""
    from debate.writers.replace import replace

    text = json.dumps(judgements.as_json(debate), ensure_ascii=False, indent=1) + "\n"
    replace(path, [text])
    return text.encode("utf-8")


def load(path: Path, debate: Debate) -> Judgements:
    """The judgements in a file; raises OSError, and InvalidDebate with all that is wrong."""
    from debate.readers.judgements import read
    from debate.readers.opening import text_of

    return read(text_of(str(path)), str(path), debate)


def load_titled(path: Path, debate: Debate) -> tuple[Judgements, str]:
    """As :func:`load`, and the title of the debate that the file says it is on; "" for none."""
    from debate.model.text import one_line
    from debate.readers.judgements import read
    from debate.readers.nodes import parse
    from debate.readers.opening import text_of

    text = text_of(str(path))
    title = parse(text, str(path)).get("judgements")
    return read(text, str(path), debate), one_line(title.text) if title else ""


def told(before: Judgements, after: Judgements) -> str:
    """What becomes of judgements where those of a file take their place."""
    from debate.tui.pages.words import count

    said = [
        f"{len(these)} {word}"
        for these, word in (
            (after.accepted, "accepted"), (after.rejected, "rejected"),
            (after.credence, "by credence"), (after.weight, "by weight"),
        )
        if these
    ]  # fmt: skip
    loaded = f"{', '.join(said)}." if said else "there are no judgements in it."
    had = len(judged.changes(NO_JUDGEMENTS, before))
    if not had or before == after:
        return loaded
    return f"{loaded} Your {count(had, 'judgement')} of before gave way; undo brings them back."


class Sheet(Shared[Judgements]):
    """The file in which the judgements on a debate are kept; there is none where nothing is judged.

    What another window judged meanwhile holds too, but for what was judged here since.
    """

    called = "Your judgements"

    def __init__(self, key: str, debate: Debate) -> None:
        super().__init__(place(key), NO_JUDGEMENTS)
        self._debate = debate

    def follow(self, debate: Debate, now: Callable[[Judgements], Judgements]) -> None:
        """Go on with another version of the debate; ``now`` moves judgements there."""
        self._debate, self._kept = debate, now(self._kept)

    def load(self) -> Judgements:
        """The judgements in the file."""
        return load(self.path, self._debate)

    def save(self, made: Judgements) -> bytes:
        """Write judgements."""
        return save(self.path, made, self._debate)

    def keep(self, made: Judgements) -> Judgements:
        """As for all files; one that would say nothing is removed."""
        made = super().keep(made)
        if not made:
            self.path.unlink(missing_ok=True)
            self._seen = None
        return made

    def join(self, ours: Judgements, theirs: Judgements, before: Judgements) -> Judgements:
        """Theirs, but for what was changed here."""
        changed = judged.changes(before, ours)
        return judged.put(theirs, {spot: now for spot, (_, now) in changed.items()})
