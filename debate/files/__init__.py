"""Our own YAML: reading with exact places, and checking. Loaded on demand."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from debate.files.bundled import bundled
from debate.model.problem import InvalidDebate

if TYPE_CHECKING:
    from debate.files.reading import Progress, read
    from debate.model import Debate
    from debate.model.reading import Reading

__all__ = ["Progress", "Reading", "bundled", "load", "read"]


def load(
    path: str | os.PathLike[str], *, progress: Progress | None = None, piped: bytes | None = None
) -> Debate:
    """The debate at ``path``; raises InvalidDebate with all its problems if it has errors.

    ``piped`` is what standard input held, where it has been read already.
    """
    from debate.files.reading import read

    reading = read(path, progress=progress, places=False, piped=piped)
    if reading.debate is None:
        raise InvalidDebate(reading.problems)
    return reading.debate


def __getattr__(name: str) -> Any:
    if name in ("Progress", "Reading", "read"):
        from debate.files import reading

        return getattr(reading, name)
    raise AttributeError(name)
