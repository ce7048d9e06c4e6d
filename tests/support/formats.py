"""Every format there is, written whole, whatever kind of file it is: found by name, none listed."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from debate.model import Debate
from debate.writers import ALL, NotInstalled, Options, accessible, get, names

#: All formats, and the linear reading, which is no format but is written the same way.
FORMATS = [*names(), "accessible"]

#: Those that are no text: they take long for each file, so tests write few.
BINARY = [name for name in names() if get(name).binary]
TEXTUAL = [name for name in FORMATS if name not in BINARY]

#: The first bytes of a zip file.
_ZIP = b"PK\x03\x04"


def whole(name: str, debate: Debate, options: Options = ALL) -> str | bytes:
    """The whole file; a format whose package is not installed skips the test."""
    write = accessible.write if name == "accessible" else get(name).write
    try:
        chunks = list(write(debate, options))
    except NotInstalled as missing:
        pytest.skip(str(missing))
    binary = name in BINARY
    assert all(isinstance(chunk, bytes if binary else str) for chunk in chunks)
    return b"".join(chunks) if binary else "".join(chunks)


def texts(name: str, debate: Debate, options: Options = ALL) -> dict[str, str]:
    """What is readable in the file: a text is one, a zip's members one each by their names.

    Of other binary files (a picture, a PDF) nothing is readable this way.
    """
    made = whole(name, debate, options)
    if isinstance(made, str):
        return {name: made}
    if not made.startswith(_ZIP):
        assert made
        return {}
    with zipfile.ZipFile(BytesIO(made)) as archive:
        assert archive.testzip() is None
        members = {member: archive.read(member) for member in archive.namelist()}
    return {
        member: data.decode("utf-8")
        for member, data in members.items()
        if member.endswith((".xml", ".rels", ".json", ".txt", ".html", ".md"))
    }
