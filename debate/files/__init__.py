"""Our own YAML: reading with exact places, checking, the JSON Schema. Loaded on demand."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from debate.files.bundled import bundled
from debate.model.problem import InvalidDebate

if TYPE_CHECKING:
    from debate.files.reading import Progress, Reading, read
    from debate.files.schema import schema
    from debate.model import Debate

__all__ = ["Progress", "Reading", "bundled", "load", "read", "schema"]


def load(path: str | os.PathLike[str], *, progress: Progress | None = None) -> Debate:
    """The debate at ``path``; raises InvalidDebate with all its problems if it has errors."""
    from debate.files.reading import read

    reading = read(path, progress=progress, places=False)
    if reading.debate is None:
        raise InvalidDebate(reading.problems)
    return reading.debate


def __getattr__(name: str) -> Any:
    if name in ("Progress", "Reading", "read"):
        from debate.files import reading

        return getattr(reading, name)
    if name == "schema":
        from debate.files.schema import schema

        return schema
    raise AttributeError(name)
