"""Text made safe to stand in Markdown, for all that writes it."""

from __future__ import annotations

import re

from debate.model.text import many_lines, one_line

#: Emphasis, links, tags, entities, tables, code, pandoc's maths, citations, sub- and superscript;
#: then what is typeset (-- and ...) and what GitHub turns into links without being asked.
_MARKUP = re.compile(
    r"[\\`*_{}\[\]<>#|~^$&!@]"
    r"|-(?<=--)|\.(?:(?<=\.\.)|(?<=\bwww\.))|:(?:(?<=\bhttp:)|(?<=\bhttps:)|(?<=\bftp:))",
    re.IGNORECASE,
)

#: Before what makes a block of its own at the start of a line: a list, bulleted or numbered as in
#: "1.", "(a)", an underline, a definition, metadata.
_BLOCK = re.compile(
    r"^(?:(?=[-+=:%])|\(?(?:\d{1,9}|[a-z]|[ivxlcdm]{1,9}|\\#)(?=[.)](?:\s|$)))",
    re.MULTILINE | re.IGNORECASE,
)


def text(words: str) -> str:
    """One line of text that no reader of Markdown takes for markup."""
    return _MARKUP.sub(r"\\\g<0>", one_line(words))


def lines(words: str) -> str:
    """The same for several lines, each of which starts a line of the file."""
    return starting("\n".join(text(line) for line in many_lines(words).split("\n")))


def starting(markdown: str) -> str:
    """Escaped text that starts a line, kept from starting a block."""
    return _BLOCK.sub(r"\g<0>\\", markdown)


def address(url: str) -> str:
    """An address that may stand between < and >: nothing in it ends or escapes."""
    return re.sub(r"[<>\"{}|\\^`]|&(?=#?\w+;)", lambda match: f"%{ord(match[0]):02X}", url)
