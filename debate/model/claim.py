"""A claim and the citations it stands on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar

from debate.model.bounds import Between
from debate.model.role import Role

#: Told to pydantic where it validates these records: a key that is no field is an error.
STRICT = {"extra": "forbid"}

#: Marks fields that say where a claim stands: whoever builds the list sets them, no file does.
STRUCTURE = "structure"

_PLACE = {STRUCTURE: True}

#: A number from 0 to 1, both included.
Share = Annotated[float, Between(0, 1)]


@dataclass(slots=True)
class Citation:
    """Where in a source a claim is made: a paragraph, a page or anything else, and an anchor.

    ``paragraph`` counts the blocks of the source between blank lines from 0, the headline;
    ``words`` is copied exactly, at most eight whole words, and means their first occurrence.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    source: str
    paragraph: tuple[int, ...] = ()
    page: str | None = None
    at: str | None = None
    words: str | None = None


@dataclass(slots=True)
class Claim:
    """One row of a debate: what is said, its role towards its parent, and its place in the list.

    The second group of fields is structure, set by whoever builds the list: ``position`` indexes
    ``Debate.positions`` (-1 is background), ``parent`` and ``target`` index ``Debate.claims`` (-1
    is none), ``depth`` is 0 at a root, ``ordinal`` counts siblings from 1, and ``end`` is the index
    after the subtree, so that ``claims[i:claims[i].end]`` is the claim with all that hangs on it.
    A row with ``ref`` has an empty ``text`` and uses the claim at ``target`` once more.
    """

    text: str = ""
    role: Role = field(default=Role.THESIS, metadata=_PLACE)
    id: str | None = None
    question: str | None = None
    option: str | None = None
    ref: str | None = None
    cite: tuple[Citation, ...] = ()
    scheme: str | None = None
    weight: Share | None = None
    credence: Share | None = None
    tags: tuple[str, ...] = ()
    ask: str | None = None
    note: str | None = None
    extra: dict[str, Any] | None = None
    agrees_with: tuple[str, ...] = ()
    clashes_with: tuple[str, ...] = ()

    position: int = field(default=-1, metadata=_PLACE)
    parent: int = field(default=-1, metadata=_PLACE)
    depth: int = field(default=0, metadata=_PLACE)
    ordinal: int = field(default=1, metadata=_PLACE)
    end: int = field(default=0, metadata=_PLACE)
    target: int = field(default=-1, metadata=_PLACE)
