"""Text for XML: what the standard allows, and nothing that could be markup."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from debate.model.text import one_line

#: What no XML 1.0 document may hold, and what reorders the text around it.
_UNFIT = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)


def plain(text: str) -> str:
    """``text`` on one line, and not yet escaped."""
    return text.strip() if text.isprintable() else _UNFIT.sub("", one_line(text))


def content(text: str) -> str:
    """``text`` as it may stand between tags."""
    return escape(_UNFIT.sub("", text))


def attributes(fields: dict[str, str]) -> str:
    """`` name="value"`` for each, ready to stand in a tag; line breaks are kept."""
    return "".join(f" {name}={quoteattr(_UNFIT.sub('', value))}" for name, value in fields.items())
