"""Making text from a file safe to show: done once, when it is read.

Terminals obey C0 and C1 control characters, and bidi embeddings, overrides and isolates reorder
whatever stands beside them (Unicode Annex 9), so none of them is kept. The marks LRM and RLM stay.
"""

from __future__ import annotations

import re

_LINE_BREAKS = re.compile(r"[ \t]*(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])[ \t]*")
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)


def one_line(text: str) -> str:
    """``text`` without control characters, line breaks and tabs turned into single spaces."""
    if text.isprintable():
        return text.strip()
    text = _LINE_BREAKS.sub(" ", text).replace("\t", " ")
    return _CONTROL.sub("", text).strip()


def many_lines(text: str) -> str:
    """``text`` without control characters; line breaks, made ``\\n``, and tabs stay."""
    if text.isprintable():
        return text.strip()
    text = re.sub(r"\r\n|[\r\x85\u2028\u2029]", "\n", text)
    return _CONTROL.sub("", text).strip()
