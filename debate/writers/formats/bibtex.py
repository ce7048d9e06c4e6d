r"""BibTeX: the sources, for LaTeX and reference managers.

Entries are of the type misc, which classic BibTeX, biblatex and managers all know, for a debate
does not say what kind of document a source is. Text is escaped so that LaTeX sets it as it is
written, and words with capitals are braced, since styles would lower them.

Lost, and told: all that is not a source, and addresses that no browser may be sent to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from debate.model import Debate, Source
from debate.model.fragment import web_address
from debate.model.text import one_line
from debate.writers import Options, Writer
from debate.writers.part import part
from debate.writers.people import Name, authors, date_parts, keys
from debate.writers.references import lose_the_rest

#: What LaTeX obeys. BibTeX counts braces, even those with a backslash before them: where they are
#: not even, commands stand for them, which fewer programs know.
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}
_EVEN = {"{": r"\{", "}": r"\}"}
_SPECIAL = re.compile(r"[\\{}~^#$%&_]|(?<=[-'`,<>?!])(?=[-'`,<>])")

_CAPITALS = re.compile(r"\S*[^\W\d_a-z]\S*")

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def write(debate: Debate, options: Options) -> Iterator[str]:
    """An entry a source, in the order of the debate."""
    chosen = part(debate, options)
    debate = chosen.debate
    lose_the_rest(chosen, options)
    yield "% The sources of a debate. This file is in UTF-8.\n"
    for key, source in zip(keys(list(debate.sources)), debate.sources.values(), strict=True):
        yield _entry(key, source)


def _entry(key: str, source: Source) -> str:
    fields = [("title", _title(source.title))]
    people, others = authors(one_line(source.author or ""))
    if people:
        names = [*map(_name, people), *(["others"] if others else [])]
        fields.insert(0, ("author", " and ".join(names)))
    if source.publisher:  # what styles print of this type; a publisher they would not
        fields.append(("howpublished", _text(source.publisher)))
    if date := date_parts(source.date):
        fields.append(("date", "-".join(f"{part:02}" for part in date)))
        fields.append(("year", str(date[0])))
        if len(date) > 1:
            fields.append(("month", _MONTHS[date[1] - 1]))
    elif source.date:
        fields.append(("year", _text(source.date)))
    if address := web_address(source.url):
        fields.append(("url", re.sub(r"[{}\\^~]", lambda m: f"%{ord(m[0]):02X}", address)))
    body = "".join(f",\n  {name} = {_put(name, value)}" for name, value in fields)
    return f"\n@misc{{{key}{body}\n}}\n"


def _put(name: str, value: str) -> str:
    """A value in braces; a month is a macro's name."""
    return value if name == "month" else f"{{{value}}}"


def _name(name: Name) -> str:
    """A name as BibTeX parses it: "von Last, Jr, First", or in braces what is no person's."""
    if name.literal:
        return f"{{{_text(name.literal)}}}"
    last = " ".join(filter(None, [_text(name.particle), _part(name.family)]))
    parts = [last, _part(name.suffix), _part(name.given)]
    return ", ".join(filter(None, parts))


def _part(text: str) -> str:
    """Part of a name; in braces where "and" would end it."""
    escaped = _text(text)
    return f"{{{escaped}}}" if re.search(r"\band\b", text, re.IGNORECASE) else escaped


def _title(text: str) -> str:
    """A title: every word with a capital, but a first word with no other, keeps it by braces."""
    words = one_line(text).split()
    return " ".join(
        f"{{{_text(word)}}}" if _CAPITALS.search(word[1:] if not at else word) else _text(word)
        for at, word in enumerate(words)
    )


def _text(text: str) -> str:
    """Text that LaTeX sets as it is; signs that it would join to others are kept apart."""
    text = one_line(text)
    escapes = _ESCAPES | _EVEN if _is_even(text) else _ESCAPES
    return _SPECIAL.sub(lambda match: escapes.get(match[0], "{}"), text)


def _is_even(text: str) -> bool:
    depth = 0
    for char in text:
        depth += (char == "{") - (char == "}")
        if depth < 0:
            return False
    return depth == 0


WRITER = Writer("bibtex", "BibTeX (sources)", ".bib", write)
