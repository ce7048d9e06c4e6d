"""Text as Argdown: escaped, so that Argdown reads the very same text and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable

from debate.readers.argdown.shortcodes import PATTERN

#: A text without any of these is its own source.
_HARD = re.compile(rf"[\\#*_\[<{{@]|//|===|  |{PATTERN}|\A[+\->=}},(\d]")
_WORD = re.compile(r"[^ ]+|  +")
_SIGN = re.compile(r"[\\#*_\[<{=]|/(?=/)|[.:](?=\S)")
_SURE = re.compile(rf"[\\#*_\[<{{]|//|===|@include\(|{PATTERN}")
_START = re.compile(r"[+\->=},]|\(\d+\)|\d+\.(?=\s|\Z)")

_PLAIN_TAG = re.compile(r"[a-zA-Z0-9\-\u00A0-\uD7FF\uF900-\uFDCF\uFDF0-\uFFEF]+")


def escaped(text: str) -> str:
    """``text``, one line, as the source of a statement that says so."""
    if not _HARD.search(text):
        return text
    start = _START.match(text)
    text = _WORD.sub(_word, text)
    if not start:
        return text
    sign = start[0]
    if len(sign) > 1:  # the number of a premise or of a list's item
        return f"{text[: len(sign) - 1]}\\{text[len(sign) - 1 :]}"
    return text if text.startswith("\\") else "\\" + text


def _word(found: re.Match[str]) -> str:
    word = found[0]
    if word[0] == " ":  # several spaces stay only behind a backslash
        return "\\" + word
    if _SURE.search(word):
        # between two dots or colons Argdown takes everything as it is, backslashes too
        word = _SIGN.sub(r"\\\g<0>", word)
    if "@include(" in word:
        word = word.replace("@include(", "@\\include(")
    return word


def marks(tags: Iterable[str]) -> str:
    """Tags as Argdown has them, behind a text."""
    made = ""
    for tag in tags:
        if _PLAIN_TAG.fullmatch(tag):
            made += f" #{tag}"
        elif not set("()") & set(tag):
            made += f" #({tag})"
    return made
