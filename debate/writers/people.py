"""Who wrote a source, and when, in parts: what reference managers want to know.

A source has its authors in one line of text, as people write them. How that is read is a matter of
likelihood; what looks like a body of people stays whole.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Name(NamedTuple):
    """A person's name in its parts, or a body's, whole, in ``literal``."""

    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""


#: Words that a body has in its name, and hardly a person.
_BODIES_TEXT = (
    "academy agency alliance army assembly association bank board bureau cabinet center centre "
    "chamber church club college commission committee company congress consortium corp "
    "corporation council court department directorate division editors embassy federation forum "
    "foundation fund gmbh government group inc institute institution international league llc "
    "ltd magazine ministry movement network newspaper office organisation organization "
    "parliament party police press project review secretariat senate service society staff "
    "school team times tribunal trust union unit university"
)
_BODIES = frozenset(_BODIES_TEXT.split())

_PARTICLES_TEXT = (
    "af al ap da das de del della den der des di do dos du el la le st ten ter van vom von zu "
    "zum zur"
)
_PARTICLES = frozenset(_PARTICLES_TEXT.split())

_SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|iv)\.?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*;\s*|\s*,?\s+(?:and|und|et|y)\s+(?!al\b)|\s*,?\s*&\s*")
_OTHERS = re.compile(r"[\s,;]*(?:\bet\s+al\b\.?|\band others\b)\s*$", re.IGNORECASE)


def authors(text: str | None) -> tuple[list[Name], bool]:
    """The authors that a line names, and whether it says that there are others.

    "Ann Lee and Bo van Dam", "Lee, Ann; van Dam, Bo", "Lee, Ann", "A. Lee, B. Ott, C. Ray" and
    bodies such as "Ministry of Health and Sport" are told apart.
    """
    text = " ".join((text or "").split())
    shorter = _OTHERS.sub("", text)
    others, text = shorter != text, shorter
    if not text:
        return [], False
    if ";" not in text and _is_body(text):
        return [Name(literal=text)], others
    found = [part for part in _BETWEEN.split(text) if part and part.strip(", ")]
    several = [name for part in found for name in _by_commas(part)]
    return [_name(one) for one in several], others


def _by_commas(text: str) -> list[str]:
    """Names that stand in a row: commas between full names; one comma may turn a name round."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) < 2 or _is_body(text):
        return [text]
    suffixed = len(parts) == 2 and _SUFFIX.match(parts[1])
    turned = len(parts) == 2 and not (" " in parts[0] and " " in parts[1])
    if suffixed or turned or _starts_with_particle(parts[0]):
        return [text]
    if len(parts) == 3 and any(map(_SUFFIX.match, parts[1:])):
        return [text]
    return parts


def _name(text: str) -> Name:
    """The parts of one name."""
    if _is_body(text):
        return Name(literal=text)
    parts = [part.strip() for part in text.split(",") if part.strip()]
    suffix = next((part for part in parts[1:] if _SUFFIX.match(part)), "")
    parts = [part for part in parts if part != suffix]
    if len(parts) > 1:
        family, given = parts[0].split(), " ".join(parts[1:])
        first = _first_of_family(family)
        return Name(" ".join(family[first:]), given, " ".join(family[:first]), suffix)
    words = parts[0].split() if parts else []
    if len(words) > 2 and _SUFFIX.match(words[-1]):
        suffix = words.pop()
    if len(words) < 2:
        return Name(literal=text)
    start = next((i for i, word in enumerate(words[1:-1], 1) if word in _PARTICLES), len(words) - 1)
    first = start + _first_of_family(words[start:])
    given, particle = " ".join(words[:start]), " ".join(words[start:first])
    return Name(" ".join(words[first:]), given, particle, suffix)


def _first_of_family(words: list[str]) -> int:
    """How many particles a family name begins with, the last word never being one."""
    return next((i for i, word in enumerate(words[:-1]) if word not in _PARTICLES), len(words) - 1)


def _starts_with_particle(text: str) -> bool:
    return text.split()[0] in _PARTICLES


def _is_body(text: str) -> bool:
    words = [word.strip(".,()'’").lower() for word in text.split()]
    named = bool(set(words) & _BODIES) or words[:1] == ["the"]
    return named or any(char.isdigit() for char in text) or " of " in text


# ---------------------------------------------------------------------- when

_DATE = re.compile(r"^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$")


def date_parts(text: str | None) -> list[int]:
    """Year, month and day, as many as an ISO 8601 date has; none of any other text."""
    found = _DATE.match((text or "").strip())
    return [int(part) for part in found.groups() if part] if found else []


# ---------------------------------------------------------------------- what it is called


def keys(ids: list[str]) -> list[str]:
    """A key for each id that every reference manager takes: letters, digits and a few signs.

    Each is there once, capitals aside; the same ids give the same keys.
    """
    taken: set[str] = set()
    found = []
    for id in ids:
        stem = re.sub(r"[^A-Za-z0-9_:.-]+", "-", id).strip("-.:") or "source"
        key, number = stem, 1
        while key.lower() in taken:
            number += 1
            key = f"{stem}-{number}"
        taken.add(key.lower())
        found.append(key)
    return found
