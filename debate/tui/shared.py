"""Files of what the user made, which several windows may have open at a time: nothing is lost."""

from __future__ import annotations

from abc import ABC, abstractmethod
from pathlib import Path
from typing import Generic, TypeVar

from debate.model.problem import InvalidDebate
from debate.tui import home

Made = TypeVar("Made")


class Shared(ABC, Generic[Made]):
    """One file, and what it was last seen to hold.

    So it is known what another window wrote into it meanwhile, and what was changed here.
    """

    #: What the file holds, for messages: "Your notes".
    called: str

    def __init__(self, path: Path, nothing: Made) -> None:
        self.path = path
        self._nothing = nothing
        self._seen: bytes | None = None
        self._kept = nothing

    @abstractmethod
    def load(self) -> Made:
        """What the file holds; raises OSError, and InvalidDebate with all that is wrong."""

    @abstractmethod
    def save(self, made: Made) -> bytes:
        """Write, in place of what was there, and say what was written; raises OSError."""

    @abstractmethod
    def join(self, ours: Made, theirs: Made, before: Made) -> Made:
        """What there is when both we and another window have changed what was there before."""

    def recall(self) -> tuple[Made, str]:
        """What was kept, and what to tell the user ("" for nothing).

        A file that cannot be made out is set aside and not lost.
        """
        try:
            self._seen = self._bytes()
            if self._seen is not None:
                self._kept = self.load()
        except OSError as error:
            return self._nothing, f"{self.called} cannot be read: {error.strerror}."
        except InvalidDebate as problem:
            self._seen = None
            aside = home.set_aside(self.path)
            first = next(iter(problem.problems))
            told = f"{self.called} are set aside, in {aside.name}: {first.message}."
            return self._nothing, told
        return self._kept, ""

    @property
    def behind(self) -> bool:
        """Whether another window wrote into the file; OSError where that cannot be seen."""
        return self._bytes() != self._seen

    def keep(self, made: Made) -> Made:
        """Keep it for the next time; say what is kept, which may be more.

        What another window wrote into the file since it was last seen stays in it. Raises OSError
        where the file cannot be written, or cannot be read and so must not be replaced.
        """
        now = self._bytes()
        if now != self._seen:
            made = self._with_theirs(made)
        if made or now is not None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._seen = self.save(made)
        self._kept = made
        return made

    def _with_theirs(self, ours: Made) -> Made:
        """Ours, and of what is in the file all that is new; a broken file is set aside."""
        try:
            theirs = self.load()
        except FileNotFoundError:
            theirs = self._nothing
        except InvalidDebate:
            home.set_aside(self.path)
            return ours
        return self.join(ours, theirs, self._kept)

    def _bytes(self) -> bytes | None:
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return None
