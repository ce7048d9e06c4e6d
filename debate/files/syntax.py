"""YAML below PyYAML's constructors: its two parsers, and what is refused in any file.

Events are all that is taken from PyYAML, so that every scalar stays a string, and nothing is built
that a file names with a tag.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml
from yaml import events as ev
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from debate.files.finding import Broken, Finding, Hint, quoted
from debate.model.reading import DEEPEST
from debate.model.text import one_line

STARTS = (ev.SequenceStartEvent, ev.MappingStartEvent)
ENDS = (ev.SequenceEndEvent, ev.MappingEndEvent)

#: Claims, and brackets, that may stand inside each other.

#: Hands out the events of a file one by one; raises yaml.YAMLError.
Events = Callable[[], Any]


def quick_events(data: bytes) -> Events:
    """The events that libyaml finds; it gives up past 1,000 levels, and a claim can take four."""
    get: Events = CParser(data).get_event
    return get


def patient_events(data: bytes) -> Events:
    """The same events, however deep they are nested."""
    from debate.files.deep import DeepParser

    get: Events = DeepParser(data).get_event
    return get


def beyond_libyaml(error: Exception) -> bool:
    """Whether libyaml gave up on a file for its depth."""
    return "maximum nesting depth" in str(getattr(error, "problem", None))


def at(event: Any, code: str, message: str, hint: Hint) -> Finding:
    """A finding where an event begins."""
    mark = event.start_mark
    return Finding(code, message, hint, (), mark.line + 1, mark.column + 1)


def too_deep(event: Any, what: str) -> Finding:
    """The finding that ends the reading of what is nested without reason."""
    return at(event, "too-deep", f"{what} are nested more than {DEEPEST} deep", "split them")


def nothing(event: Any) -> bool:
    """Whether a value was left out."""
    return type(event) is ev.ScalarEvent and event.implicit[0] and event.value in ("", "~", "null")


# ---------------------------------------------------------------------- sharing


#: What stands before an anchor, alias or tag: the bytes that end lines are the last of theirs.
_BEFORE = b" \t\r\n[{,:?-\x85\xa8\xa9\xbf"


def _may_share(data: bytes) -> bool:
    """Whether an anchor, alias or tag may stand here: its mark at the start of a word."""
    for mark in (b"&", b"*", b"!"):
        where = data.find(mark)
        while where >= 0:
            if (where == 0 or data[where - 1] in _BEFORE) and data[where + 1 : where + 2].strip():
                return True
            where = data.find(mark, where + 1)
    return False


def refuse_sharing(data: bytes, events: Callable[[bytes], Events]) -> None:
    """Refuse anchors, aliases and tags: they share or construct, which plain text does not need.

    Raises Broken with the first of them; bombs never go off, for nothing is built here.
    """
    if not _may_share(data):
        return
    get = events(data)
    depth = 0
    while True:
        event = get()
        kind = type(event)
        if kind is ev.StreamEndEvent:
            return
        if kind in STARTS:
            depth += 1
            if depth > 4 * DEEPEST:
                return  # the loop refuses it with a better message
        elif kind in ENDS:
            depth -= 1
        if kind is ev.AliasEvent:
            word, hint = f"*{event.anchor}", "use `ref: ID`, or put the text in quotes"
            raise Broken(at(event, "alias", f"{quoted(word)} is an alias", hint))
        hint = "remove it, or put the text in quotes"
        if getattr(event, "anchor", None):
            word = f"&{event.anchor}"
            raise Broken(at(event, "anchor", f"{quoted(word)} is an anchor", hint))
        if getattr(event, "tag", None):
            raise Broken(at(event, "tag", f"{quoted(event.tag)} is a tag", hint))


# ---------------------------------------------------------------------- syntax


#: What the parsers say, in part, and what a writer of debates should do about it.
_HINTS = {
    "mapping values are not allowed": "put text that holds ': ' in quotes",
    "cannot start any token": "put the text in quotes, and indent with spaces, not tabs",
    "did not find expected key": "check the indentation; put text with colons in quotes",
    "found a tab": "indent with spaces",
    "block collections": "check the indentation",
    "unexpected end of stream": "close the quote",
    "Unicode character": "write the character itself",
    "escape": "use single quotes, in which a backslash is only a backslash",
    "did not find expected ',' or": "close the bracket",
    "flow node": "close the bracket",
}


def syntax(error: yaml.YAMLError) -> Finding:
    """What is no YAML at all, put into words."""
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    context = getattr(error, "context", None)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    message = one_line(f"{problem}, {context}" if context else problem)
    hint = next((hint for part, hint in _HINTS.items() if part in message), "check the YAML syntax")
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    return Finding("syntax", f"this is no valid YAML: {message}", hint, (), line, column)
