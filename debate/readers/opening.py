"""Opening a file of any format: its bytes, its text, and which format it is."""

from __future__ import annotations

import codecs
import os
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from debate.model.problem import InvalidDebate, Problem

if TYPE_CHECKING:
    from debate.model.reading import Reading

#: The likeness of what can be nothing else.
SURE = 3

#: Bytes at a file's beginning by which its format is told.
_SAMPLE = 1 << 16

_YAML = (".yaml", ".yml")

#: Keys at the left edge that only our own files have.
_OWN = re.compile(r"""^(["']?)(?:debate|speaker)\1[ \t]*:(?:[ \t]|\r?$)""", re.M)

#: What says which version of our own format it is.
_VERSION = re.compile(r"^format[ \t]*:[ \t]*1[ \t]*\r?$", re.M)

#: The signs at a file's beginning that say how its text is encoded.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def text_of(path: str, piped: bytes | None = None) -> str:
    """The text of a UTF-8 file; "-" is standard input, or ``piped`` where it was read already.

    Raises OSError where it cannot be read and InvalidDebate where it is no UTF-8.
    """
    if piped is None:
        piped = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    return decoded(piped, path, marked=False)


def bytes_of(
    path: str | os.PathLike[str], piped: bytes | None = None, *, blank: bool = False
) -> bytes:
    """The bytes of a file, or of standard input; raises InvalidDebate where they are not to be had.

    That is so of an empty file too, unless it may be ``blank``.
    """
    from debate.files.finding import Broken
    from debate.files.opening import filled, from_file, from_stdin

    name = os.fspath(path)
    try:
        if name != "-":
            piped = from_file(Path(name))
        elif piped is None:
            piped = from_stdin()
        return piped if blank else filled(piped)
    except Broken as broken:
        found = broken.finding
        hint = found.hint if isinstance(found.hint, str) else found.hint()
        raise InvalidDebate(
            [Problem(name, 0, 0, "error", found.code, found.message, hint)]
        ) from None


def decoded(data: bytes, file: str, *, marked: bool = True) -> str:
    """The text of a foreign file: UTF-8, or if ``marked`` what a mark at its beginning says.

    Raises InvalidDebate with the place of what is no text.
    """
    marks = _MARKS if marked else _MARKS[:1]
    encoding = next((name for mark, name in marks if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line, column = 0, 0
        if encoding.startswith("utf-8"):
            before = data[: error.start]
            line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        what = f"byte 0x{data[error.start]:02x} is no {encoding[:6].upper().rstrip('-')}"
        problem = Problem(file, line, column, "error", "encoding", what, "save the file as UTF-8")
        raise InvalidDebate([problem]) from None


# ---------------------------------------------------------------------- which format


def is_own(path: str | os.PathLike[str]) -> bool:
    """Whether a path is plainly one of our own debates, told without any other format's help.

    That is a folder, or a YAML file with a key that only ours have; and what cannot be opened, for
    our own reader says best why.
    """
    name = os.fspath(path)
    if name == "-":
        return False
    if Path(name).suffix.lower() not in _YAML:
        # os.path says no where pathlib raises: on names too long, or folders one may not enter.
        return not os.path.isfile(name)  # noqa: PTH113
    try:
        with Path(name).open("rb") as file:
            return bool(_OWN.search(_sample(file.read(_SAMPLE))))
    except (OSError, ValueError):
        return True


def detect(data: bytes, file: str) -> str:
    """The name of the format that a file's content, and then its name, speaks for.

    Our own where nothing speaks for another and it may be YAML; raises InvalidDebate else.
    """
    from debate import readers

    sample, suffix = _sample(data[:_SAMPLE]), Path(file).suffix.lower()
    best, found = _own_likeness(sample, suffix), readers.OWN
    names = readers.names()[1:]
    if suffix[1:] in names and readers.get(suffix[1:]).likeness(sample, suffix) == SURE > best:
        return suffix[1:]  # without a look at the others, which takes as long as a small file
    for name in names:
        reader = readers.get(name)
        likeness = reader.likeness(sample, suffix)
        # between two that are as likely, the file's name decides
        if likeness > best or (likeness == best > 0 and suffix in reader.extensions):
            best, found = likeness, name
    if not best and (sample.lstrip()[:1] in ("<", "{", "[", "") or suffix not in ("", *_YAML)):
        raise InvalidDebate([_unknown(file, readers.names())])
    return found


def _unknown(file: str, names: list[str]) -> Problem:
    what = "this is in none of the formats that can be read"
    hint = f"these are {', '.join(names)}; debate import --from FORMAT names one"
    return Problem(file, 0, 0, "error", "unknown-format", what, hint)


def _own_likeness(sample: str, suffix: str) -> int:
    if _OWN.search(sample) and not sample.lstrip().startswith("==="):  # Argdown's front matter
        return 3 if suffix in _YAML or _VERSION.search(sample) else 2
    return int(suffix in _YAML)


def _sample(data: bytes) -> str:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    return data.decode(encoding, "ignore")


# ---------------------------------------------------------------------- what came of it


def refused(invalid: InvalidDebate, file: str) -> Reading:
    """The reading of a file that a reader refused altogether."""
    from debate.model.reading import Reading

    return tidy(Reading(None, list(invalid.problems), (file,)), file)


def tidy(reading: Reading, file: str) -> Reading:
    """A foreign reader's findings in the file's order: the first hundred, and how many follow."""
    from debate.files.finding import MOST

    reading.problems.sort(key=lambda found: (found.file != file, found.file, found.line))
    if len(reading.problems) > MOST:
        rest = reading.problems[MOST:]
        worst = next((found for found in rest if found.severity == "error"), rest[0])
        message = f"and {len(rest):,} more of these"
        more = replace(worst, line=0, column=0, code="more", message=message, hint="")
        reading.problems[MOST:] = [more]
    if not reading.files:
        reading.files = (file,)
    return reading
