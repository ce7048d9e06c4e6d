"""The words of a claim as Kialo has them: Markdown with links, and parentheses escaped.

Within a text, a citation is a link whose words are a number: ``[3](https://…)``; a source without
an address is named by its id, ``[3](#id)``. Kialo's current kind, which has the addresses in a list
at the end, is brought to that form and back.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_LINK = re.compile(r"(?<!\\)\[((?:[^\[\]\\\n]|\\.)*)\]\(((?:[^()\s\\]|\\.|\([^()\s]*\))*)\)")
_MARK = re.compile(r"(?<!\\)\[(\d{1,6})\](?!\()")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_NEEDS = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_LOOKS = re.compile(r"\[(?=\d{1,6}\]|(?:[^\[\]\n])*\]\()")

#: How a line begins that would be taken for a claim or for the list of sources.
_BEGINS = re.compile(
    r"(\s*(?:\d+(?:\.\d+)*|sources|discussion (?:title|name)|thesis|question|pro|con))([.:])", re.I
)
_SEE = re.compile(r"\s*->\s*See\b", re.I)

#: What a condition begins with, for Kialo has only pros and cons.
ONLY_IF = "Only if: "


def marked(text: str, address: Callable[[str], str | None]) -> str:
    """``text`` with each ``[n]`` made a link to the address of source n, where there is one."""

    def link(match: re.Match[str]) -> str:
        found = address(match[1])
        return match[0] if found is None else f"[{match[1]}]({found})"

    return _MARK.sub(link, text)


def plain(text: str) -> tuple[str, list[tuple[str, str]]]:
    """What a text says on one line, and its links: the words and the address of each."""
    links: list[tuple[str, str]] = []
    pieces: list[str] = []
    end = 0
    for match in _LINK.finditer(text):
        links.append((match[1], _ESCAPE.sub(r"\1", match[2])))
        before = text[end : match.start()]
        pieces += [before.rstrip(" \t")] if match[1].isdecimal() else [before, match[1]]
        end = match.end()
    text = "".join([*pieces, text[end:]])
    text = " ".join(filter(None, (line.strip() for line in text.split("\n"))))
    return _ESCAPE.sub(r"\1", text), links


def written(text: str, links: list[str]) -> str:
    """The words of a claim with its citations at the end, in the form with links."""
    text = _NEEDS.sub(r"\\\\", text)
    text = _LOOKS.sub(r"\\[", text)
    text = re.sub(r"([()])", r"\\\1", text)
    if _SEE.match(text):
        text = text.replace("->", "-\\>", 1)
    elif match := _BEGINS.match(text):
        text = f"{match[1]}\\{match[2]}{text[match.end() :]}"
    return text + "".join(f" [{at}]({escaped(link)})" for at, link in enumerate(links, 1))


def escaped(text: str) -> str:
    """``text`` as it may stand in parentheses."""
    return re.sub(r"([()\\])", r"\\\1", text)


def alike(one: str, other: str) -> bool:
    """Whether two texts differ at most in how citations are numbered and parentheses escaped."""
    return _likened(one) == _likened(other)


def _likened(text: str) -> str:
    return re.sub(r"\\(?=[()])|(?<=\[)\d+(?=\]\()", "", text)


def numbered(text: str, number: Callable[[str], str]) -> str:
    """A text with each of its links made ``[n]``, n being what ``number`` says of the address."""

    def mark(match: re.Match[str]) -> str:
        words = "" if match[1].isdecimal() else f"{match[1]} "
        return f"{words}[{number(_ESCAPE.sub(_bare, match[2]))}]"

    # what would be a link with it stays escaped
    return re.sub(r"(?<!\])\\([()])", r"\1", _LINK.sub(mark, text))


def _bare(match: re.Match[str]) -> str:
    return match[1]
