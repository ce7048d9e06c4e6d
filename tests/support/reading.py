"""Text or bytes read in a foreign format, for tests of readers."""

from __future__ import annotations

from debate import readers
from debate.model import Debate
from debate.model.problem import InvalidDebate
from debate.model.reading import Reading
from debate.readers import opening
from debate.writers import ALL, Options
from debate.writers import get as writer


def reading(name: str, text: str | bytes, file: str = "some.file") -> Reading:
    """What comes of ``text`` in the format called ``name``."""
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    try:
        return opening.tidy(readers.get(name).read(data, file), file)
    except InvalidDebate as invalid:
        return opening.refused(invalid, file)


def sound(name: str, text: str | bytes) -> Debate:
    """The debate that ``text`` holds, which has no error in it."""
    found = reading(name, text)
    errors = [problem for problem in found.problems if problem.severity == "error"]
    assert not errors, errors
    assert found.debate
    return found.debate


def written(name: str, debate: Debate, options: Options = ALL) -> str:
    """A debate in the format called ``name``."""
    return "".join(writer(name).write(debate, options))


def said(name: str, text: str | bytes) -> list[str]:
    """Every problem as "line:column code"."""
    return [f"{p.line}:{p.column} {p.code}" for p in reading(name, text).problems]


def spelled_alike(debate: Debate) -> Debate:
    """The debate with each ref written the shortest way, for comparing."""
    for row, claim in enumerate(debate.claims):
        if claim.target >= 0:
            id = debate.claims[claim.target].id
            own = debate.claims[claim.target].position == claim.position
            where = debate.position_name(claim.target)
            claim.ref = id if own else f"{where}.{id}"
            assert claim.ref and row >= 0
    return debate
