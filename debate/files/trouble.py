"""What is done where the events of a file are not what they should be: said, and read past."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from yaml import events as ev

from debate.files.finding import Broken, Finding, Hint, Spot, nearest, quoted
from debate.files.keys import USUAL
from debate.files.syntax import ENDS, STARTS, Events, at, too_deep
from debate.model.reading import DEEPEST

_KINDS: dict[type, str] = {ev.SequenceStartEvent: "a list", ev.MappingStartEvent: "a mapping"}


class Trouble:
    """A reader of events that tells what is wrong; ``places`` is None in a first pass."""

    def __init__(
        self,
        get: Events,
        findings: list[Finding],
        places: dict[Spot, tuple[int, int]] | None,
    ) -> None:
        self.get, self.findings, self.places = get, findings, places

    def skip(self, event: Any) -> None:
        """Read past the value that begins with ``event``."""
        depth = 0
        while True:
            if type(event) in STARTS:
                depth += 1
                if depth > DEEPEST:
                    raise Broken(too_deep(event, "values"))
            elif type(event) in ENDS:
                depth -= 1
            if depth <= 0:
                return
            event = self.get()

    def odd_key(self, event: Any) -> None:
        """A key is a list or a mapping: both it and its value are passed over."""
        self.refuse(event, "a key must be a word", "write `key: value`")
        self.skip(self.get())

    def refuse(self, event: Any, message: str, hint: str) -> None:
        """Something else must stand here; what stands here is passed over."""
        found = _KINDS.get(type(event), "text")
        self.find(event, "wrong-type", f"{message}, and {found} was found", hint)
        self.skip(event)

    def duplicate(self, key: Any, value: Any) -> None:
        """A key stands twice in a mapping; the second value is passed over."""
        self.find(
            key,
            "duplicate-key",
            f"the key {quoted(key.value)} stands here twice",
            "keep one of the two",
        )
        self.skip(value)

    def unknown(self, key: Any, table: Iterable[str]) -> None:
        """There is no such key in ``table``; its value is passed over."""
        likely = ", ".join(name for name in USUAL if name in table)
        self.find(
            key,
            "unknown-field",
            f"there is no field {quoted(key.value)} here",
            nearest(key.value, table, f"most used are {likely}"),
        )
        self.skip(self.get())

    def find(self, event: Any, code: str, message: str, hint: Hint) -> None:
        """Something is wrong where an event begins."""
        self.findings.append(at(event, code, message, hint))

    def place(self, spot: Spot, event: Any) -> None:
        """Note where something stands, in a second pass."""
        if self.places is not None:
            self.places[spot] = mark(event)


def mark(event: Any) -> tuple[int, int]:
    """Line and column at which an event begins, from 1."""
    return event.start_mark.line + 1, event.start_mark.column + 1
